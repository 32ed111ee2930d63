"""A process that writes a set of files, and many that are killed while they write or recover.

    python child.py write FOLDER TEXT           says `staged`, and waits for a line before it moves the files
    python child.py killed write|recover TEMPLATE SCRATCH

The second copies a folder to SCRATCH/1, SCRATCH/2 and so on, and has a process for each, which kills itself at the step
of that number, as `kill -9` would. A step is whatever changes something below the folder. The last folder is one whose
process came to its end.
"""

import itertools
import os
import shutil
import signal
import sys
from pathlib import Path

from assess.disk.layout import TURN
from assess.disk.writing import recover, staged

#: What is written: beside other files, in the place of some, below in a folder that is there and in one that is not.
NAMES = ("a.pdf", "below/c.pdf", "more/d.pdf", "new.pdf")
STEPS = {"open", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir"}


def fill(folder: Path, text: str) -> None:
    """The files, each with the text."""
    for name in NAMES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def write(folder: Path, text: str) -> None:
    """As the command line wants it, and say when the turn to move is asked for."""
    with staged(folder) as stage:
        fill(stage, text)
        sys.addaudithook(_say_turn)
        os.write(1, b"staged\n")
        sys.stdin.readline()


def killed(kind: str, template: Path, scratch: Path) -> None:
    """As the command line wants it."""
    for step in itertools.count(1):
        folder = shutil.copytree(template, scratch / str(step))
        process = os.fork()
        if process == 0:
            _kill_at(step, folder)
            if kind == "write":
                write(folder, "new")
            else:
                recover(folder)
            os._exit(0)
        _, status = os.waitpid(process, 0)
        if status == 0:
            break
        if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
            sys.exit("a process failed by itself")


def _say_turn(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and TURN in str(arguments[0]):
        os.write(1, b"turn\n")


def _kill_at(last: int, folder: Path) -> None:
    count = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        # Names that lie in a folder which is being removed say nothing of where they are.
        if event in STEPS and (event in ("os.remove", "os.rmdir") or str(folder) in str(arguments[0])):
            count += 1
            if count == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


if __name__ == "__main__":
    if sys.argv[1] == "killed":
        killed(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
    else:
        write(Path(sys.argv[2]), sys.argv[3])
