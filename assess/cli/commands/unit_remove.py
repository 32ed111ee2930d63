"""`assess unit remove`: a unit that was added by mistake."""

from typing import TYPE_CHECKING

import click

from assess.cli.database_options import Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.entry_options import unit_argument
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.cycles.units.removing import Removed

_HELP = """去掉一个误加的单位。今年不参加考核的不要去掉，用 assess unit set 写明原因。

已经填了内容的，说明有多少，不去掉；加 --force 连内容一起去掉。去掉的都留在修改记录里。"""


@click.command("remove", cls=Command, help=_HELP)
@unit_argument
@click.option("--force", is_flag=True, help="填了内容也去掉，内容一起去掉")
@writer_options
@cycle_option
@database_option
def command(*, unit: str, force: bool, writer: Writer, cycle: str | None, database: str | None) -> None:
    """Remove it, and say what went."""
    from assess.services.cycles.units.removing import remove_unit

    act = writer.act("unit remove")
    _report(remove_unit(*chosen(database, cycle), unit, act, with_values=force))


def _report(removed: "Removed") -> None:
    from assess.cli.screen import say, screen

    console = screen()
    say(console, f"已去掉{removed.name}（编号 {removed.id}）。")
    if removed.entered:
        say(console, f"一起去掉的有它填过的{removed.entered}个值。")
    if removed.elsewhere:
        say(console, f"还有关于它的决定、确认、评分人所在单位，共{removed.elsewhere}个值。")
    say(console, f"都留在修改记录里：assess entry history {removed.id}")
