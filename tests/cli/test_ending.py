"""How the program ends where the world around it fails: streams, disks, signals, missing parts."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click
import pytest

from assess.cli import ending

LISTED = ("-m", "assess.cli.main", "scheme", "list")
TOP = Path(__file__).resolve().parents[2]
#: Without what would make a program under test measure its coverage, and warn of it where it is interrupted.
UNMEASURED = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}


def start(
    *arguments: str, environment: Mapping[str, str] | None = None, behind: str = ""
) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own, `behind` after its command line."""
    command = [sys.executable, *arguments]
    line = " ".join([*(f"'{one}'" for one in command), behind])
    variables = {**os.environ, "PYTHONPATH": str(TOP), **(environment or {})}
    return subprocess.run(["bash", "-c", line], capture_output=True, env=variables, check=False)  # noqa: S607


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "gbk"},
        {"PYTHONIOENCODING": "latin-1", "NO_COLOR": "1", "TERM": "dumb"},
    ],
)
def test_chinese_is_written_whatever_the_locale(environment: dict[str, str]) -> None:
    """In a pipe the output is UTF-8 on every machine, errors too."""
    done = start(*LISTED, environment=environment)
    assert done.returncode == 0
    assert "连云港" in done.stdout.decode("utf-8")
    wrong = start("-m", "assess.cli.main", "nothing", environment=environment)
    assert "没有命令“nothing”" in wrong.stderr.decode("utf-8")


def test_a_full_disk() -> None:
    """A result that cannot be written ends with 3 and a sentence."""
    done = start(*LISTED, behind="> /dev/full")
    assert done.returncode == 3
    assert done.stderr.decode() == "写出结果时出错：磁盘已满。\n"


def test_a_reader_that_has_enough() -> None:
    """`| head` ends quietly."""
    done = start(
        "-m", "assess.cli.main", "scheme", "show", "lianyungang-2018", behind="| head -n 1; exit ${PIPESTATUS[0]}"
    )
    assert done.returncode == 0
    assert done.stderr == b""
    assert len(done.stdout.splitlines()) == 1


def test_closed_streams() -> None:
    """Without anywhere to write the program still ends in order."""
    assert start(*LISTED, behind=">&-").returncode == 0
    assert start("-m", "assess.cli.main", "nothing", behind="2>&-").returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no process groups to interrupt")
@pytest.mark.parametrize(
    ("number", "send", "code", "sentence"),
    [
        (signal.SIGINT, os.killpg, 130, "已中断，没有做完。"),
        (signal.SIGTERM, os.killpg, 143, "已被终止，没有做完。"),
        (signal.SIGTERM, os.kill, 143, "已被终止，没有做完。"),
    ],
    ids=["Ctrl-C", "SIGTERM to all", "SIGTERM to the program"],
)
def test_an_interruption_while_pages_are_drawn(
    tmp_path: Path, number: int, send: Callable[[int, int], None], code: int, sentence: str
) -> None:
    """Whether the drawing processes are told or the program alone: one sentence, no file, no process left."""
    out = tmp_path / "out"
    sample = TOP / "schemes" / "lianyungang-2018" / "sample" / "year.yaml"
    year = ["lianyungang-2018", str(sample)]
    command = [sys.executable, "-m", "assess.cli.main", "report", "sheets", *year, "--out", str(out)]
    with subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=UNMEASURED | {"PYTHONPATH": str(TOP)},
        start_new_session=True,
        # Whoever runs the tests in the background ignores Ctrl-C, and what they start would, too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 no thread runs here
        text=True,
    ) as started:
        while started.poll() is None and not list(out.glob(".assess-*/new/*.pdf")):
            time.sleep(0.01)
        send(started.pid, number)
        _, said = started.communicate()
    assert (started.returncode, said.strip()) == (code, sentence)
    assert [path for path in tmp_path.rglob("*") if path != out] == []
    with pytest.raises(ProcessLookupError):
        os.killpg(started.pid, 0)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "已中断"),
        (click.Abort(), 130, "已中断"),
        (ending.Terminated(), 143, "已被终止"),
        (MemoryError(), 3, "内存不够"),
        (PermissionError(13, "Permission denied", "out"), 3, "“out”：没有权限。"),
        (OSError(28, "No space left on device", "out/a.pdf"), 3, "“out/a.pdf”：磁盘已满。"),
        (OSError(9999, "odd"), 3, "写出结果时出错：odd。"),
        (ModuleNotFoundError("No module named 'rich'", name="rich"), 3, "缺少组件“rich”"),
    ],
)
def test_what_fails_outside(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    code: int,
    said: str,
) -> None:
    """Each failure of the world around has a sentence and its exit code."""
    monkeypatch.setattr(ending, "_discard_output", lambda: None)

    def body() -> None:
        raise error

    assert ending.run(body) == code
    assert said in capsys.readouterr().err


def test_a_second_request_to_end_does_not_disturb_the_cleaning_up(capsys: pytest.CaptureFixture[str]) -> None:
    """Once the program is ending, SIGTERM changes nothing; afterwards it is handled as before."""
    before, cleaned = signal.getsignal(signal.SIGTERM), []

    def body() -> None:
        try:
            signal.raise_signal(signal.SIGTERM)
        finally:
            signal.raise_signal(signal.SIGTERM)
            cleaned.append("all")

    assert ending.run(body) == 143
    assert (cleaned, capsys.readouterr().err) == (["all"], "已被终止，没有做完。\n")
    assert signal.getsignal(signal.SIGTERM) is before


def test_in_another_thread_signals_are_left_alone() -> None:
    """Only the main thread can be told of them; the program runs all the same."""
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(ending.run, lambda: 7).result() == 7


@pytest.mark.parametrize("error", [ValueError("a fault"), ModuleNotFoundError("x", name="assess.gone")])
def test_a_fault_of_the_program_is_not_hidden(error: Exception) -> None:
    """What only a programmer can cause keeps its traceback."""

    def body() -> None:
        raise error

    with pytest.raises(type(error)):
        ending.run(body)


def test_a_library_that_is_missing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The reports' own failure is a sentence and exit 3."""
    from assess.reports.pdf import NoLibraryError

    def body() -> None:
        raise NoLibraryError("libpango")

    monkeypatch.setattr(ending, "_discard_output", lambda: None)
    assert ending.run(body) == 3
    assert "libpango" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("call", "left_at_the_end"), [("sys.argv = ['assess', '--version']; main()", True), ("main(['--version'])", False)]
)
def test_no_time_is_lost_with_looking_for_garbage(call: str, *, left_at_the_end: bool) -> None:
    """While a command runs Python seldom looks for cycles; what is left is left only where the process ends with it."""
    code = (
        f"import gc, sys\nfrom assess.cli.main import main\n{call}\n"
        "print(gc.isenabled(), gc.get_threshold()[0], gc.get_freeze_count() > 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=TOP)
    assert done.stdout.splitlines()[-1] == f"True 500000 {left_at_the_end}"


def test_help_loads_nothing_heavy() -> None:
    """Help, version and wrong usage load Click and nothing heavier."""
    code = (
        "import sys\nbefore = set(sys.modules)\nfrom assess.cli.main import main\n"
        "for arguments in (['--help'], ['--version'], ['scheme', '--help'], ['score', '--help'], ['nothing']):\n"
        "    main(arguments)\n"
        "loaded = {name for name, module in sys.modules.items() if getattr(module, '__spec__', None)} - before\n"
        "print(*sorted({name.partition('.')[0] for name in loaded}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=TOP)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "click" in loaded
    assert not loaded & {"pydantic", "rich", "yaml", "jinja2", "weasyprint", "sqlalchemy", "alembic", "json"}
