"""`assess entry set`: a value, or several of one indicator."""

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from assess.cli.database_options import WORDS, Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.entry_options import named_value
from assess.cli.paper_options import paper_options
from assess.cli.program import Command
from assess.cli.typed_values import TypedValues, typed_values

if TYPE_CHECKING:
    from assess.services.cycles.values.named import Named
    from assess.storage.acts import Paper

_HELP = """填一个值，或一个指标的几个值；已有的值换成新的，原来的留在修改记录里。

assess entry set 二级学院甲 B1 0.9
assess entry set 二级学院甲 K3.1 学生数 2345
assess entry set 二级学院甲 K3.1 学生数=2345 专业教师数=60
assess entry set 二级学院甲 B17 --nothing
几个人评分的，写明是谁：
assess entry set 二级学院甲 B3 0.9 --assessor 王五
assess entry set 二级学院甲 领导班子评价 正职 92 --assessor 张三
测评票写明是哪个群体（场次写明是哪一场），几个数一次填：
assess entry set 二级学院甲 民主测评 --group 教职工代表 优秀=40 合格=15
assess entry set 本年度 测评场次 --group 干部场 发出=62 收回=60
改清单里已登记的第3项（新登记一项用 assess entry add）：
assess entry set 二级学院甲 K1.1a --record 3 级别=省级
有一处不对，就什么也不填，并说明允许填什么。负数写成 名称=-1。"""


@click.command("set", cls=Command, help=_HELP)
@named_value
@click.argument("values", metavar="[名称] 值", nargs=-1, help="值；或名称和值；或几个“名称=值”")
@click.option("--nothing", is_flag=True, help="填“无”：没有可登记的，或没有人评分")
@click.option("--not-applicable", is_flag=True, help="填“不适用”：评分的人认定这一指标不适用")
@click.option("--expect", type=WORDS, metavar="原值", help="原来是这个值才改，别人改过就不改；写 '' 表示还没有填")
@click.option("--replace", "replaces", is_flag=True, help="换掉同一项的另一种填法，如用几个人的分换掉一个分")
@paper_options
@writer_options
@cycle_option
@database_option
def command(  # noqa: PLR0913 an option each
    *,
    named: "Named",
    values: tuple[str, ...],
    nothing: bool,
    not_applicable: bool,
    expect: str | None,
    replaces: bool,
    paper: "Paper | None",
    writer: Writer,
    cycle: str | None,
    database: str | None,
) -> None:
    """Set them, and say what that changed."""
    from assess.cli.views.entered import report_step
    from assess.services.cycles.values.setting import Setting, set_values

    typed = _alone(values, nothing=nothing, not_applicable=not_applicable) or typed_values(values)
    if expect is not None and len(typed.values) > 1:
        raise click.UsageError("--expect 只用于一次填一个值。", click.get_current_context())
    found, code = chosen(database, cycle)
    setting = Setting(typed.values, expect, replaces)
    report_step(set_values(found, code, replace(named, input=typed.input), setting, writer.act("entry set", paper)))


def _alone(values: tuple[str, ...], *, nothing: bool, not_applicable: bool) -> TypedValues | None:
    """The word that stands for a whole input, where an option says so."""
    if not (nothing or not_applicable):
        return None
    if (nothing and not_applicable) or len(values) > 1:
        message = "--nothing（无）和 --not-applicable（不适用）只写一个，前面最多写一个名称，不写值。"
        raise click.UsageError(message, click.get_current_context())
    from assess.entered.values import NOTHING, WAIVED

    return TypedValues("", (("".join(values), NOTHING if nothing else WAIVED),))
