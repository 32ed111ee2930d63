"""Terminals: what tables and sentences are written on."""

import sys
from typing import TYPE_CHECKING

from assess.cli.columns import narrowest, width, wrap

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.measure import Measurement
    from rich.table import Table

#: Columns where there is no terminal: what any mail, editor or narrow window shows without breaking lines.
PLAIN_WIDTH = 80
#: More columns than any table takes.
_UNBOUNDED = 10_000


def screen(*, errors: bool = False) -> "Console":
    """Return a console on standard output, or on standard error; no terminal: plain text at a fixed width."""
    from rich.console import Console

    class Screen(Console):
        """A console that leaves it to `ending` what a reader who has gone means."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    stream = sys.stderr if errors else sys.stdout
    return Screen(
        file=stream,
        width=None if stream.isatty() else PLAIN_WIDTH,
        markup=False,
        highlight=False,
        emoji=False,
    )


def say(console: "Console", text: str, *, indent: int = 0, hanging: int = 0, style: str = "") -> None:
    """Write a sentence; a terminal's width breaks it, later lines stand `hanging` columns further in."""
    indent += len(text) - len(text.lstrip(" "))
    text = text.lstrip(" ")
    margin = " " * indent
    lines = wrap(text, max(20, console.width - indent - hanging)) if console.is_terminal else [text]
    for number, line in enumerate(lines or [""]):
        inner = " " * hanging if number else ""
        console.print(f"{margin}{inner}{line}", style=style, soft_wrap=True)


def new_table() -> "Table":
    """Return an empty table in the one style of this program: a line under the heading, two spaces between."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    return Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")


def show_table(console: "Console", table: "Table") -> None:
    """Write a table; where not even its numbers fit it is wider than the screen, since no number is ever cut."""
    from rich.measure import Measurement

    least = Measurement.get(console, console.options.update(max_width=_UNBOUNDED), table).minimum
    console.print(_NoNarrower(table, least), crop=False)


class _NoNarrower:
    """A table of at least this width, whatever the screen has."""

    def __init__(self, table: "Table", least: int) -> None:
        self.table, self.least = table, least

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        """Write the table."""
        yield from console.render(self.table, options.update(max_width=max(self.least, options.max_width)))


class Prose:
    """A cell of words, broken as Chinese is broken: no line begins with a comma, no number is cut."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __rich_measure__(self, console: "Console", options: "ConsoleOptions") -> "Measurement":
        """From the widest piece that cannot be broken to the whole on one line."""
        from rich.measure import Measurement

        del console
        return Measurement(narrowest(self.text), width(self.text)).with_maximum(options.max_width)

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        """Write the lines."""
        from rich.text import Text

        del console
        yield Text("\n".join(wrap(self.text, options.max_width)), overflow="fold")
