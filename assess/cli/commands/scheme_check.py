"""`assess scheme check`: what a regulation gets wrong."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from assess.cli.ending import DATA_ERROR
from assess.cli.options import format_option, reading_option, scheme_argument
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.ground.place import Problem

_HELP = """查出办法本身的毛病：分值加不起来、印出的满分与推算的不同、满分得不到、
分档有空档或重叠、两档同分、封顶用不到、名额多于单位、数据没有用到等。
绩效目标表还查指标值、单位和名称、半年值与支出计划、各项资金对不对得上。

查出的都是提醒，照样可以计分，退出码仍是0；写 --strict 时有提醒就以退出码1结束。"""


@click.command("check", cls=Command, help=_HELP)
@scheme_argument
@format_option("table", "json")
@click.option("--strict", is_flag=True, help="有提醒时以退出码1结束")
@reading_option
def command(*, scheme: str, form: str, strict: bool, readings: dict[str, str]) -> int:
    """Check and print."""
    from assess.ground.place import ProblemsError
    from assess.services.checking import check_scheme

    try:
        checked = check_scheme(scheme, readings)
    except ProblemsError as error:
        if form != "json":
            raise
        _print_json(scheme, error.problems)
        return DATA_ERROR
    if form == "json":
        _print_json(checked.id, checked.problems)
    else:
        from assess.cli.screen import screen
        from assess.cli.views.warnings import show_warnings

        show_warnings(screen(), checked)
    return DATA_ERROR if strict and checked.problems else 0


def _print_json(scheme: str, problems: "Iterable[Problem]") -> None:
    import json

    document = {"scheme": scheme, "problems": [_as_document(problem) for problem in problems]}
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def _as_document(problem: "Problem") -> dict[str, Any]:
    return {
        "place": str(problem.place) if problem.place else None,
        "severity": str(problem.severity),
        "code": problem.code,
        "text": problem.text,
        "hint": problem.hint,
    }
