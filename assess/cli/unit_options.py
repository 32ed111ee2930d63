"""What is said of a unit, as options of the commands that add or describe one."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from assess.cli.database_options import WORDS

_WORDS = (
    ("--short", "short", "简称", "简称"),
    ("--type", "type", "类型", "单位类型的名称或编号，如 二级学院"),
    ("--table", "table", "指标表", "用哪张指标表，如 教务处；不分表的不写"),
    ("--order", "order", "次序", "在名单里排第几"),
    ("--head", "head", "姓名", "负责人"),
    ("--contact", "contact", "姓名", "联系人"),
    ("--absent", "absent", "原因", "今年不参加考核，写明原因"),
    ("--ungraded", "ungraded", "原因", "参加考核但不定等次，写明原因"),
    ("--first-day", "since", "日期", "年内新设的单位，从哪一天起，如 2019-03-01"),
)


def unit_words(function: Callable[..., Any]) -> Callable[..., Any]:
    """The words; the command gets those that were written as `said`, and the attributes as `attributes`."""

    @wraps(function)
    def command(**given: Any) -> object:  # noqa: ANN401 the options, by name
        said = {name: given.pop(name) for _, name, _, _ in _WORDS}
        attributes = given.pop("attributes")
        said["previous"] = given.pop("previous") or None
        return function(said=said, attributes=attributes, **given)

    decorated: Callable[..., Any] = click.option(
        "--attribute",
        "attributes",
        multiple=True,
        type=WORDS,
        metavar="名称=值",
        callback=_as_attributes,
        help="单位属性，如 党组织类型=党总支；可写多次",
    )(command)
    decorated = click.option(
        "--previous", multiple=True, type=WORDS, metavar="编号", help="承接上一年的哪个单位，写它的编号；可写多次"
    )(decorated)
    for flag, name, metavar, help_text in reversed(_WORDS):
        decorated = click.option(flag, name, type=WORDS, metavar=metavar, help=help_text)(decorated)
    return decorated


def _as_attributes(ctx: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    attributes = {}
    for text in given:
        name, equals, value = (part.strip() for part in text.replace("＝", "=").partition("="))
        if not (name and equals):
            raise click.BadParameter(f"“{text}”应写成 名称=值，例如 党组织类型=党总支。", ctx, parameter)
        attributes[name] = value
    return attributes
