"""Draws many documents at once: processes, never threads, since a font configuration must not be shared."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from assess.reports import page_breaks, pages, pdf

#: Called with how many documents are done, how many there are, and the name of the one just done.
Progress = Callable[[int, int, str], None]

#: More processes than this bring little for a college's two dozen sheets, and each holds the faces.
_MOST_WORKERS = 8

#: Forked processes share what is imported already; where forking is not safe, new ones are started.
_START = "fork" if sys.platform == "linux" else "spawn"


class DiedError(pdf.ReportError):
    """A drawing process ended without a word; most often the machine ran out of memory."""

    def __init__(self) -> None:
        super().__init__("生成PDF的进程意外结束（可能是内存不足），没有写出任何文件")


@dataclass(frozen=True, slots=True)
class Job:
    """A document to draw. `weight`: roughly how long it takes; long ones are begun first."""

    name: str
    context: pages.Context
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Done:
    """A drawn document and what went wrong on the way."""

    name: str
    pages: int
    boxes: tuple[str, ...]
    complaints: tuple[str, ...]


def default_workers() -> int:
    """As many processes as there are processors for this program."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), _MOST_WORKERS)
    return min(os.cpu_count() or 1, _MOST_WORKERS)


def draw_all(jobs: Sequence[Job], folder: Path, workers: int, progress: Progress) -> list[Done]:
    """Draw every job into `folder`; neither the files nor the order of the answer depend on `workers`."""
    pdf.load()
    by_weight = sorted(jobs, key=lambda job: -job.weight)
    if min(workers, len(jobs)) > 1:
        done = _pooled(by_weight, folder, min(workers, len(jobs)), progress)
    else:
        done = _one_by_one(by_weight, folder, progress)
    return [done[job.name] for job in jobs]


def _one_by_one(jobs: Sequence[Job], folder: Path, progress: Progress) -> dict[str, Done]:
    done = {}
    progress(0, len(jobs), "")
    for job in jobs:
        done[job.name] = _make(job, folder)
        progress(len(done), len(jobs), job.name)
    return done


def _pooled(jobs: Sequence[Job], folder: Path, workers: int, progress: Progress) -> dict[str, Done]:
    context = multiprocessing.get_context(_START)
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(jobs, folder))
    done = {}
    try:
        futures = [pool.submit(_make_given, number) for number in range(len(jobs))]
        # Only now: a progress display may start a thread, and forking beside threads is not safe.
        progress(0, len(jobs), "")
        for future in as_completed(futures):
            one = future.result()
            done[one.name] = one
            progress(len(done), len(jobs), one.name)
    except BrokenProcessPool as error:
        raise DiedError from error
    finally:
        pool.shutdown(cancel_futures=True)
    return done


#: In a drawing process, what it was begun with: all jobs, and where the documents go. Were each job sent when its turn
#: comes, the pipe could be full of one while the processes that read it are stopped, and Python below 3.11.5 would wait
#: for ever (gh-94777); a number always has room.
_given: list[tuple[Sequence[Job], Path]] = []


def _begin(jobs: Sequence[Job], folder: Path) -> None:
    """What a drawing process does first: leave Ctrl-C to the program, and see to it that it ends with the program."""
    _given.append((jobs, folder))
    # Otherwise every process would print a traceback.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The pool stops its processes by this signal, whatever the program itself does about it.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A program that was killed can stop nobody: whoever draws for it would wait for the next document for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _make_given(number: int) -> Done:
    """Draw one of the jobs that the process was begun with."""
    ((jobs, folder),) = _given
    return _make(jobs[number], folder)


def _make(job: Job, folder: Path) -> Done:
    drawn = page_breaks.draw(job.context)
    (folder / job.name).write_bytes(drawn.pdf)
    return Done(job.name, drawn.pages, drawn.boxes, drawn.complaints)
