"""Noting a step on the way of a slice, and saying so: what three commands have in common."""

from typing import TYPE_CHECKING

from assess.cli.screen import say, screen

if TYPE_CHECKING:
    from assess.services.workbooks.exporting import Wanted
    from assess.storage.acts import Act
    from assess.storage.database import Database


def marked(database: "Database", code: str, wanted: "Wanted", state: str, act: "Act") -> None:
    """Put the slice that is meant into a state, and say which one it is in now."""
    from assess.cli.slice_options import today
    from assess.services.workbooks.overview import mark_wanted

    for line in mark_wanted(database, code, wanted, state, act, today()):
        say(screen(), f"“{line.name}”的表：{line.state.words}。")
