"""Runs the commands that the guide shows, from its first to its last, in one folder, as an office works through a year.

`python -m script.guide` renews what stands below them; a line `…` stands for lines that were cut by hand.
"""

import contextlib
import io
import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from assess.cli.main import main
from script.tutorial import CUT, agrees

PAGE = Path(__file__).parents[1] / "docs" / "guide.zh-CN.md"
#: Who types, unless a command says so.
CLERK = "张三"

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^[$>] assess (.*)\n((?:(?![$>] ).*\n)*)", re.MULTILINE)


class Shown(NamedTuple):
    """A command with what the guide shows below it."""

    command: str
    output: str


class Ran(NamedTuple):
    """How a command ended, and what it printed to both streams."""

    code: int
    output: str


def shown(text: str) -> Iterator[Shown]:
    """Every command that the page shows, in its order."""
    for block in _BLOCK.finditer(text):
        yield from (Shown(found[1], found[2]) for found in _COMMAND.finditer(block[1]))


@contextlib.contextmanager
def office() -> Iterator[None]:
    """An empty folder in which the program runs, typed by the clerk."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        os.environ["ASSESS_USER"] = CLERK
        os.environ.pop("ASSESS_DATABASE", None)
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)


def ran(command: str) -> Ran:
    """Run `assess …` in the current folder; the output is that of a terminal of 80 columns."""
    stream = io.StringIO()
    with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
        code = main(shlex.split(command))
    text = "\n".join(line.rstrip() for line in stream.getvalue().splitlines())
    return Ran(code, f"{text}\n" if text else "")


def renewed(text: str) -> str:
    """The page with the present output below each command that shows one, except where it was cut."""
    with office():
        for one in shown(text):
            output = ran(one.command).output
            if one.output and CUT not in one.output.splitlines() and not agrees(one.output, output):
                text = text.replace(f" assess {one.command}\n{one.output}", f" assess {one.command}\n{output}", 1)
    return text


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
