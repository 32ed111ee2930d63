"""`assess attachment remove`: an attached file is no proof any more."""

import click

from assess.cli.counting import COUNTING
from assess.cli.database_options import Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.program import Command


@click.command("remove", cls=Command, help="去掉一个附件；这也是一次修改，留在修改记录里。后面的附件往前移一位。")
@click.argument("number", metavar="编号", type=COUNTING, help="第几个附件，见 assess attachment list")
@writer_options
@cycle_option
@database_option
def command(*, number: int, writer: Writer, cycle: str | None, database: str | None) -> None:
    """Take it off."""
    from assess.cli.screen import say, screen
    from assess.services.cycles.attaching import take_off

    found, code = chosen(database, cycle)
    done = take_off(found, code, number, writer.act("attachment remove"))
    say(screen(), f"已去掉附件“{done.name}”（证明 {done.title}）。")
