"""Terminals: what tables and sentences are written on."""

import sys
from typing import TYPE_CHECKING

from assess.cli.columns import wrap

if TYPE_CHECKING:
    from rich.console import Console

#: Columns where there is no terminal: what any mail, editor or narrow window shows without breaking lines.
PLAIN_WIDTH = 80


def screen(*, errors: bool = False) -> "Console":
    """Return a console on standard output, or on standard error; no terminal: plain text at a fixed width."""
    from rich.console import Console

    stream = sys.stderr if errors else sys.stdout
    return Console(
        file=stream,
        width=None if stream.isatty() else PLAIN_WIDTH,
        markup=False,
        highlight=False,
        emoji=False,
    )


def say(console: "Console", text: str, *, indent: int = 0, hanging: int = 0, style: str = "") -> None:
    """Write a sentence; a terminal's width breaks it, later lines stand `hanging` columns further in."""
    margin = " " * indent
    lines = wrap(text, max(20, console.width - indent - hanging)) if console.is_terminal else [text]
    for number, line in enumerate(lines or [""]):
        inner = " " * hanging if number else ""
        console.print(f"{margin}{inner}{line}", style=style, soft_wrap=True)
