"""The tutorial's commands give what it shows, and what it shows of files stands in the files of that step."""

import re
import textwrap
from pathlib import Path

import pytest

from script import tutorial

TEXT = tutorial.PAGE.read_text(encoding="utf-8")
SHOWN = list(tutorial.shown(TEXT))


@pytest.mark.parametrize("one", SHOWN, ids=lambda one: f"{one.step}: {one.command}")
def test_a_command_gives_what_the_tutorial_shows(one: tutorial.Shown) -> None:
    """Run in the folder of its step; when this fails and the new output is right, run `script/docs`."""
    with tutorial.folder_of(one.step):
        output = tutorial.output_of(one.command)
    assert tutorial.agrees(one.output, output), output


def test_every_step_is_shown() -> None:
    """Each step of the tutorial has its folder, and each folder its step with a command."""
    assert {one.step for one in SHOWN} == {int(path.name) for path in tutorial.STEPS.iterdir()}


def _stands_in(lines: list[str], file: Path) -> bool:
    written = file.read_text(encoding="utf-8").splitlines()
    for start in range(len(written)):
        indent = " " * (len(written[start]) - len(written[start].lstrip()))
        wanted = [f"{indent}{line}" if line else "" for line in lines]
        if written[start : start + len(lines)] == wanted:
            return True
    return False


@pytest.mark.parametrize("step", sorted({one.step for one in SHOWN}))
def test_what_is_shown_of_files_stands_in_them(step: int) -> None:
    """Every YAML block of a section is a piece of a file of that step, but for its indentation."""
    section = dict(tutorial.sections(TEXT))[step]
    files = list((tutorial.STEPS / f"{step:02d}").rglob("*.yaml"))
    for block in re.findall(r"^```yaml\n(.*?)^```$", section, re.MULTILINE | re.DOTALL):
        lines = textwrap.dedent(block).splitlines()
        assert any(_stands_in(lines, file) for file in files), block


def test_what_is_shown_fits_a_terminal() -> None:
    """No line of output is wider than the 80 columns that the program keeps to, but for messages that never break."""
    assert all(line == line.rstrip() for one in SHOWN for line in one.output.splitlines())


@pytest.mark.parametrize(
    ("expected", "output", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\n", "a\n", True),
        ("a\n", "a\nb\n", False),
        ("a…\n", "ab\n", False),
    ],
)
def test_a_cut_stands_for_any_lines(expected: str, output: str, same: bool) -> None:  # noqa: FBT001 a plain yes or no
    """Only a line of its own is a cut."""
    assert tutorial.agrees(expected, output) is same


def test_renewing_keeps_what_was_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """New output replaces old output, a cut block stays."""
    monkeypatch.setattr(tutorial, "output_of", lambda command: f"new {command}\n")
    page = "## 1 A\n\n```console\n$ assess a\nold\n$ assess b\nold\n…\n```\n"
    assert tutorial.renewed(page) == "## 1 A\n\n```console\n$ assess a\nnew a\n$ assess b\nold\n…\n```\n"
