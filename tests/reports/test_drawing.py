"""Many documents at once."""

import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from assess.reports import drawing
from assess.reports.drawing import DiedError, Done, Job, default_workers, draw_all
from assess.reports.sheets.sheet_context import Sheet

TOP = Path(__file__).resolve().parents[2]
#: Without what would make a program under test measure its coverage, and be killed while it does.
UNMEASURED = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}


def job(number: int) -> Job:
    """A small sheet."""
    context = Sheet(
        scheme="方案",
        unit=f"单位{number}",
        banner="",
        draft="",
        mark="m",
        facts=(),
        notices=(),
        parts=(),
        full="100.00",
        total="90.00",
        results=(),
        rows=(),
        self_report=(),
        remarks=(),
    )
    return Job(f"{number}.pdf", context, number)


@dataclass(frozen=True)
class Deadly:
    """A context that ends the process that prints it."""

    template: ClassVar[str] = "sheet.html"

    def __getattribute__(self, name: str) -> object:
        if name == "template" and multiprocessing.parent_process() is not None:
            os._exit(9)
        return super().__getattribute__(name)


def drawn(folder: Path, workers: int) -> tuple[list[Done], dict[str, bytes], list[tuple[int, int, str]]]:
    """What four jobs give: the answer, the files, and the calls of the progress."""
    folder.mkdir()
    seen: list[tuple[int, int, str]] = []
    done = draw_all([job(number) for number in range(4)], folder, workers, lambda *call: seen.append(call))
    return done, {path.name: path.read_bytes() for path in folder.iterdir()}, seen


def test_the_number_of_processes_changes_nothing(tmp_path: Path) -> None:
    """One process and two give the same files, byte for byte, and the same answer."""
    alone, files, seen = drawn(tmp_path / "one", 1)
    together, same, also_seen = drawn(tmp_path / "two", 2)
    assert [one.name for one in alone] == ["0.pdf", "1.pdf", "2.pdf", "3.pdf"]
    assert together == alone
    assert same == files
    assert seen == [(0, 4, ""), (1, 4, "3.pdf"), (2, 4, "2.pdf"), (3, 4, "1.pdf"), (4, 4, "0.pdf")]
    assert [call[:2] for call in also_seen] == [call[:2] for call in seen]


def test_processes_can_be_started_where_forking_is_not_safe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows and macOS new processes are started, with the same result."""
    _, files, _ = drawn(tmp_path / "one", 1)
    monkeypatch.setattr(drawing, "_START", "spawn")
    _, same, _ = drawn(tmp_path / "two", 2)
    assert same == files


def test_a_process_that_dies_is_one_sentence(tmp_path: Path) -> None:
    """When a process is killed, as by a machine out of memory, the work ends with a sentence."""
    jobs = [Job("a.pdf", Deadly()), Job("b.pdf", Deadly())]
    with pytest.raises(DiedError, match="生成PDF的进程意外结束"):
        draw_all(jobs, tmp_path, 2, lambda *_: None)


def test_an_interruption_begins_no_more_documents(tmp_path: Path) -> None:
    """Ctrl-C while documents are drawn: what is waiting is not begun, and every process has ended."""
    count = 12

    def interrupt(done: int, total: int, name: str) -> None:
        del total, name
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        draw_all([job(number) for number in range(count)], tmp_path, 2, interrupt)
    assert len(list(tmp_path.iterdir())) < count
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal for a single process")
def test_only_the_program_itself_answers_to_an_interruption(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C reaches the drawing processes, too: they go on and say nothing, it is for the program to end them."""

    def interrupt(done: int, total: int, name: str) -> None:
        del total, name
        if done == 1:
            for child in multiprocessing.active_children():
                os.kill(child.pid or 0, signal.SIGINT)

    try:
        done = draw_all([job(number) for number in range(6)], tmp_path, 2, interrupt)
    except KeyboardInterrupt:
        pytest.fail("a drawing process was interrupted")
    assert [one.name for one in done] == [f"{number}.pdf" for number in range(6)]
    assert capfd.readouterr().err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal for a single process")
def test_a_drawing_process_can_be_stopped_whatever_the_program_does_when_it_is(tmp_path: Path) -> None:
    """The program's own way to answer SIGTERM is not that of its drawing processes: the pool stops them by it."""

    def stop(done: int, total: int, name: str) -> None:
        del total, name
        if done == 1:
            for child in multiprocessing.active_children():
                os.kill(child.pid or 0, signal.SIGTERM)

    before = signal.signal(signal.SIGTERM, lambda *_: None)
    try:
        with pytest.raises(DiedError):
            draw_all([job(number) for number in range(6)], tmp_path, 2, stop)
    finally:
        signal.signal(signal.SIGTERM, before)


@pytest.mark.skipif(sys.platform == "win32", reason="the test kills as Windows cannot")
@pytest.mark.parametrize("way", ["fork", "spawn"])
def test_no_process_outlives_the_program(tmp_path: Path, way: str) -> None:
    """When the program is killed and can stop nobody, its drawing processes end by themselves."""
    code = (
        "from pathlib import Path\nfrom assess.reports import drawing\nfrom tests.reports.test_drawing import job\n"
        f"drawing._START = {way!r}\n"
        f"drawing.draw_all([job(number) for number in range(1000)], Path({str(tmp_path)!r}), 2, lambda *_: None)\n"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=UNMEASURED, cwd=TOP, start_new_session=True) as program:
        while program.poll() is None and not list(tmp_path.iterdir()):
            time.sleep(0.01)
        program.kill()
        try:
            # The output is open as long as any of them is there: where one stays, this would never end.
            program.communicate(timeout=300)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(program.pid, signal.SIGKILL)
    assert program.returncode == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) < 1000


def test_workers_follow_the_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """There are as many processes as processors for this program, up to a limit."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    assert default_workers() == 3
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    assert default_workers() == drawing._MOST_WORKERS
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert default_workers() == 1
