"""Runs the commands that the tutorial shows: `python -m script.tutorial` renews what stands below them.

A section `## 3 …` works on the files of `docs/tutorial/steps/03`, which the reader calls `my-college`. A block that
was cut by hand (a line `…`) stays as it is; the test compares it around the cut.
"""

import contextlib
import io
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from assess.cli.main import main

PAGE = Path(__file__).parents[1] / "docs" / "tutorial.md"
STEPS = PAGE.with_name("tutorial") / "steps"
FOLDER = "my-college"
CUT = "…"

_SECTION = re.compile(r"^## (\d+) .*\n(?:(?!## ).*\n?)*", re.MULTILINE)
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ assess (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Shown(NamedTuple):
    """A command with what the tutorial shows below it."""

    step: int
    command: str
    output: str


def sections(text: str) -> Iterator[tuple[int, str]]:
    """The numbered sections of the page."""
    for found in _SECTION.finditer(text):
        yield int(found[1]), found[0]


def shown(text: str) -> Iterator[Shown]:
    """Every command that the page shows."""
    for step, section in sections(text):
        for block in _BLOCK.finditer(section):
            yield from (Shown(step, found[1], found[2]) for found in _COMMAND.finditer(block[1]))


@contextlib.contextmanager
def folder_of(step: int) -> Iterator[Path]:
    """A folder that holds the reader's files as they are at this step; the program runs there."""
    with tempfile.TemporaryDirectory() as scratch, contextlib.chdir(scratch):
        shutil.copytree(STEPS / f"{step:02d}", FOLDER)
        yield Path(scratch)


def output_of(command: str) -> str:
    """What `assess …` prints in the current folder, both streams as a terminal mixes them, 80 columns wide."""
    stream = io.StringIO()
    with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
        main(shlex.split(command))
    text = "\n".join(line.rstrip() for line in stream.getvalue().splitlines())
    return f"{text}\n" if text else ""


def agrees(expected: str, output: str) -> bool:
    """Whether the output is the expected one; a line `…` stands for any lines."""
    lines = (r"(?:.*\n)*" if line == CUT else re.escape(line) + "\n" for line in expected.splitlines())
    return re.fullmatch("".join(lines), output) is not None


def renewed(text: str) -> str:
    """The page with the present output below each command, except below those that were cut."""
    for step, section in sections(text):
        with folder_of(step):
            text = text.replace(section, _BLOCK.sub(_renewed_block, section))
    return text


def _renewed_block(block: re.Match[str]) -> str:
    return f"```console\n{_COMMAND.sub(_renewed_command, block[1])}```"


def _renewed_command(found: re.Match[str]) -> str:
    if CUT in found[2].splitlines():
        return found[0]
    return f"$ assess {found[1]}\n{output_of(found[1])}"


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
