"""`assess entry add`: one more row of a list."""

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from assess.cli.database_options import Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.entry_options import item_argument, unit_argument
from assess.cli.paper_options import paper_options
from assess.cli.program import Command
from assess.cli.typed_values import typed_values

if TYPE_CHECKING:
    from assess.storage.acts import Paper

_HELP = """在清单里登记一项：成果、事件，或申报的一个条件。

assess entry add 二级学院甲 K1.1a 类别=专业 级别=省级 名称=某专业 人员=王五
assess entry add 二级学院甲 B17 名称=某次教学事故 日期=2019-03-01
要写哪几项、有哪些类别和级别，写错时会列出；原来填“无”的，“无”就不在了。
改已登记的一项用 assess entry set 加 --record，去掉一项用 assess entry clear
加 --record。"""


@click.command("add", cls=Command, help=_HELP)
@unit_argument
@item_argument
@click.argument("values", metavar="名称=值", nargs=-1, help="这一项的内容；只有一句话的，直接写这句话")
@paper_options
@writer_options
@cycle_option
@database_option
def command(
    *,
    unit: str,
    item: str,
    values: tuple[str, ...],
    paper: "Paper | None",
    writer: Writer,
    cycle: str | None,
    database: str | None,
) -> None:
    """Add it, and say what that changed."""
    from assess.cli.views.entered import report_step
    from assess.services.cycles.values.adding import add_row
    from assess.services.cycles.values.named import Named

    typed = typed_values(values)
    named = Named(unit, item, input=typed.input)
    if len(typed.values) == 1 and len(values) == 2 and not typed.input:  # noqa: PLR2004 a list's name and a sentence
        named = replace(named, input=typed.values[0][0])
        typed = typed_values(values[1:])
    found, code = chosen(database, cycle)
    report_step(add_row(found, code, named, typed.values, writer.act("entry add", paper)))
