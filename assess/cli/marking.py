"""The commands that note a step on the way of a slice: checked, locked, unlocked."""

from typing import TYPE_CHECKING

import click

from assess.cli.database_options import Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.paper_options import paper_options
from assess.cli.program import Command
from assess.cli.slice_options import slice_options

if TYPE_CHECKING:
    from assess.services.workbooks.exporting import Wanted
    from assess.storage.acts import Paper

_EXAMPLE = "\n\n例如：assess workbook {name} --department 教务处 --by 张三"


def marking_command(name: str, state: str, what: str) -> click.Command:
    """The command `workbook {name}`, which puts a slice into a state. `what`: its help."""

    @click.command(name, cls=Command, help=what + _EXAMPLE.format(name=name))
    @slice_options
    @paper_options
    @writer_options
    @cycle_option
    @database_option
    def command(
        *, wanted: "Wanted", paper: "Paper | None", writer: Writer, cycle: str | None, database: str | None
    ) -> None:
        """Note it, and say in which state the slice is now."""
        from assess.cli.screen import say, screen
        from assess.cli.slice_options import today
        from assess.services.workbooks.overview import mark_wanted

        act = writer.act(f"workbook {name}", paper)
        for line in mark_wanted(*chosen(database, cycle), wanted, state, act, today()):
            lacks = f"还缺{line.missing}项，见 assess cycle status --list。" if line.missing else ""
            say(screen(), f"“{line.name}”的表：{line.state.words}。{lacks}")

    return command
