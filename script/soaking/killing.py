"""Kills a process in the middle of its work: a copy of this one, which says what it has finished."""

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable

#: What a copy that failed by itself writes before the error.
FAILED = "failed: "

#: Given to the work, which calls it with a word for each step that it was told is done.
Acknowledge = Callable[[str], object]


def killed(work: Callable[[Acknowledge], None], seconds: float | None) -> list[str]:
    """Let a copy of this process work, kill it after so many seconds, and return what it had acknowledged.

    A copy that is done before has acknowledged everything; without `seconds` every copy has. `RuntimeError` where it
    failed by itself.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(work, writing)
    os.close(writing)
    try:
        if seconds is not None:
            time.sleep(seconds)
            os.kill(child, signal.SIGKILL)
    finally:
        os.waitpid(child, 0)
        with os.fdopen(reading, encoding="utf-8") as said:
            words = said.read().splitlines()
    if words and words[-1].startswith(FAILED):
        raise RuntimeError(words[-1].removeprefix(FAILED))
    return words


def _work(work: Callable[[Acknowledge], None], writing: int) -> None:
    """In the copy: nothing but the work, no handler of this process, and then the end."""
    try:
        work(lambda word: os.write(writing, f"{word}\n".encode()))
    except BaseException:  # noqa: BLE001 whatever it is, this process is told
        os.write(writing, f"{FAILED}{traceback.format_exc()!r}\n".encode())
    finally:
        sys.stdout = sys.stderr = None  # what this process had not written yet is its own
        os._exit(0)
