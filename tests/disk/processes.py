"""Processes that write, and what a folder holds before and after."""

import os
import subprocess
import sys
from pathlib import Path

from assess.disk.writing import staged
from tests.disk import child

TOP = Path(__file__).resolve().parents[2]
#: Without what would make a process measure its coverage: it would be killed while it does.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")} | {
    "PYTHONPATH": str(TOP)
}
BEFORE = {"a.pdf": "old", "below/c.pdf": "old", "below/other.pdf": "other", "other.pdf": "other"}
AFTER = BEFORE | dict.fromkeys(child.NAMES, "new")


def start(*arguments: str | Path) -> subprocess.Popen[str]:
    """A process as `child.py` describes it; it needs no library, and starts faster without looking for any."""
    command = [sys.executable, "-S", child.__file__, *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT, text=True)


def killed(kind: str, template: Path, scratch: Path) -> list[Path]:
    """Copies of a folder, each with what a process left that was killed a step later; the last came to its end."""
    scratch.mkdir()
    with start("killed", kind, template, scratch) as process:
        process.communicate()
    assert process.returncode == 0
    return sorted(scratch.iterdir(), key=lambda path: int(path.name))


def make(folder: Path) -> Path:
    """A folder that holds something already."""
    for name, text in BEFORE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def write(folder: Path) -> None:
    """Write the set that makes `AFTER` of `BEFORE`, in this process."""
    with staged(folder) as stage:
        child.fill(stage, "new")


def contents(folder: Path) -> dict[str, str]:
    """Every file with its text, hidden ones included."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def visible(folder: Path) -> dict[str, str]:
    """The same without what is hidden."""
    return {name: text for name, text in contents(folder).items() if not name.startswith(".")}


def half_moved(scratch: Path) -> Path:
    """A folder whose writer was killed when it had moved some of its files and not all."""
    folders = killed("write", make(scratch / "before"), scratch / "killed")
    return next(one for one in folders if visible(one) not in (BEFORE, AFTER))
