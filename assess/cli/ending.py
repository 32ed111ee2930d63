"""How the program ends: the one place where exceptions become sentences and exit codes."""

import contextlib
import errno
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import click

DATA_ERROR = 1
WRONG_USAGE = 2
OUTSIDE_ERROR = 3
#: What shells expect of a program that was stopped by Ctrl-C, and of one that was told to end (SIGTERM).
INTERRUPTED = 130
TERMINATED = 143

_REASONS = {
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "这是一个文件夹，这里需要一个文件",
    errno.EEXIST: "已经有同名的文件，不能在这里建文件夹",
    errno.ENOENT: "找不到文件或文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EMFILE: "打开的文件太多",
    errno.EIO: "磁盘读写出错",
}


class Terminated(BaseException):
    """The program was told to end. No `Exception`: what is under way is cleaned up, and nothing else catches it."""


@contextlib.contextmanager
def _terminable() -> Iterator[None]:
    """While the program runs SIGTERM ends it as Ctrl-C does; a second one does not disturb the cleaning up."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread is told of signals
        return

    def end(number: int, frame: object) -> None:
        del frame
        signal.signal(number, signal.SIG_IGN)
        raise Terminated

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def run(body: Callable[[], Any]) -> int:
    """Run the program's body and return its exit code; what a user can cause ends in a sentence."""
    try:
        with _terminable():
            code = body()
            sys.stdout.flush()
    except (KeyboardInterrupt, click.Abort):
        _say("已中断，没有做完。")
        return INTERRUPTED
    except Terminated:
        _say("已被终止，没有做完。")
        return TERMINATED
    except BrokenPipeError:
        # The reader (`| head`) has what it wanted.
        _discard_output()
        return 0
    except Exception as error:
        ending = _ending(error)
        if ending is None:
            raise
        return ending
    return code if isinstance(code, int) else 0


def _ending(error: Exception) -> int | None:
    """Say what went wrong and return the exit code; None for a fault of the program itself."""
    from assess.cli.typed import is_about_a_typed_word
    from assess.disk.refusals import OutsideError
    from assess.ground.place import MOST_PROBLEMS, ProblemsError, Severity, listed
    from assess.reports.pdf import ReportError

    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if isinstance(error, ProblemsError):
        problems = error.problems if len(error.problems) <= MOST_PROBLEMS else listed(error.problems)
        _say("\n".join(map(str, problems)))
        errors = sum(problem.severity is Severity.ERROR for problem in problems)
        _say(f"{'至少' if errors == MOST_PROBLEMS else '共'}{errors}处错误，没有写出任何结果。")
        return WRONG_USAGE if all(map(is_about_a_typed_word, error.problems)) else DATA_ERROR
    if isinstance(error, OutsideError | ReportError):
        _say(str(error))
        return OUTSIDE_ERROR
    sentence = _outside(error)
    if sentence is None:
        return None
    _discard_output()
    _say(sentence)
    return OUTSIDE_ERROR


def _outside(error: Exception) -> str | None:
    """What failed outside the program, as one sentence."""
    if isinstance(error, MemoryError):
        return "内存不够，没有做完。"
    if isinstance(error, ModuleNotFoundError) and not (error.name or "assess").startswith("assess"):
        return f"缺少组件“{error.name}”，请重新安装本程序（在源代码文件夹里可运行 script/bootstrap）。"
    if isinstance(error, OSError):
        where = f"“{error.filename}”" if error.filename is not None else "写出结果时出错"
        return f"{where}：{_REASONS.get(error.errno or 0) or error.strerror or error}。"
    return None


def _say(text: str) -> None:
    """Write to standard error; where even that fails there is nobody left to tell."""
    with contextlib.suppress(OSError):
        click.echo(text, err=True)


def _discard_output() -> None:
    """Let nothing more reach a stream that cannot take it, not even the interpreter's last flush."""
    with contextlib.suppress(OSError, ValueError):
        output = sys.stdout.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, output)
        os.close(nowhere)
