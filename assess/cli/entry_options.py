"""Where a value is entered, as the commands on entries have it: unit, indicator, and whose of several."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from assess.cli.counting import COUNTING
from assess.cli.database_options import WORDS


def unit_argument(function: Callable[..., Any]) -> Callable[..., Any]:
    """A unit that is there."""
    return click.argument("unit", metavar="单位", help="单位编号、全称、简称或曾用名")(function)


def item_argument(function: Callable[..., Any]) -> Callable[..., Any]:
    """What is entered of a unit: an indicator, or a part that is entered by itself."""
    help_text = "指标或部分的编号或名称，如 K3.1、民主测评、领导班子评价、申报优秀"
    return click.argument("item", metavar="指标", help=help_text)(function)


def named_value(function: Callable[..., Any]) -> Callable[..., Any]:
    """Unit and indicator, then what tells several values apart; the command gets them as `named`."""

    @unit_argument
    @item_argument
    @click.option("--assessor", type=WORDS, default="", metavar="姓名", help="评分人：写明是谁给的分")
    @click.option("--group", type=WORDS, default="", metavar="群体", help="测评群体：填测评票时写明是哪一个")
    @click.option("--record", type=COUNTING, metavar="序号", help="清单里的第几项，从1数起")
    @wraps(function)
    def command(*, unit: str, item: str, assessor: str, group: str, record: int | None, **others: object) -> object:
        from assess.services.cycles.values.named import Named

        named = Named(unit, item, group=group, assessor=assessor, record=record or 0)
        return function(named=named, **others)

    return command
