"""Measures the rows of the design's table "Numbers to reach" as ratios in one run; see README.md."""

import argparse
import os
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from benchmarks.stopwatch import Environment, compiled, medians, reported, uncompiled, whole_process
from benchmarks.table import Row, machine, table

PYTHON = sys.executable
ASSESS = str(Path(PYTHON).with_name("assess"))
SAMPLE = "schemes/lianyungang-2018/sample/year.yaml"
SCORE = [ASSESS, "score", "lianyungang-2018", SAMPLE, "--format", "json", "--trace"]
BARE = "import click, pydantic, yaml"
#: `import pydantic` alone loads next to nothing of it: this is what every program that uses it waits for.
LOADED = "import click, yaml; from pydantic import BaseModel; type('Model', (BaseModel,), {})"


def processes(environment: Environment, rounds: int) -> Iterator[Row]:
    """Scoring and help against a bare interpreter."""
    taken = medians(
        {
            "bare": whole_process([PYTHON, "-c", BARE], environment),
            "loaded": whole_process([PYTHON, "-c", LOADED], environment),
            "score": whole_process(SCORE, environment),
            "second": reported("inside.py", ["second"], environment),
            "click": whole_process([PYTHON, "-c", "import click"], environment),
            "help": whole_process([ASSESS, "--help"], environment),
        },
        rounds,
    )
    score = "score 25 units with trace, no caches"
    yield Row(score, taken["score"], BARE, taken["bare"], 3.5)
    yield Row(score, taken["score"], "the same, with one model made", taken["loaded"])
    yield Row("second assess() of them", taken["second"], BARE, taken["bare"], 0.5)
    yield Row("assess --help, no caches", taken["help"], "import click", taken["click"], 1.5)


def growth(environment: Environment, rounds: int) -> Iterator[Row]:
    """Ten times the units."""
    sizes = (50, 500, 5000)
    taken = medians({str(size): reported("inside.py", ["grown", str(size)], environment) for size in sizes}, rounds)
    for few, many in pairwise(sizes):
        yield Row(f"assess() of {many} units", taken[str(many)], f"of {few}", taken[str(few)], 11)


def pages(environment: Environment, rounds: int) -> Row:
    """All documents by as many processes as there are cores, and by one."""
    cores = str(len(os.sched_getaffinity(0)))
    taken = medians(
        {name: reported("inside.py", ["pages", name], environment) for name in dict.fromkeys((cores, "1"))}, rounds
    )
    return Row(f"25 sheets and 2 lists as PDF, {cores} processes", taken[cores], "one process", taken["1"], 0.6)


def stored(environment: Environment, rounds: int) -> Iterator[Row]:
    """The office's database."""
    taken = medians({name: reported("stored.py", [name], environment) for name in ("file", "database")}, rounds)
    yield Row("25 units read and scored from a database", taken["database"], "from their file", taken["file"], 1.5)
    sizes = (50, 500)
    taken = medians({str(size): reported("stored.py", ["grown", str(size)], environment) for size in sizes}, rounds)
    yield Row("500 units from a database", taken["500"], "50 units", taken["50"], 11)
    kept = (0, 100_000)
    taken = medians({str(one): reported("stored.py", ["entered", str(one)], environment) for one in kept}, rounds)
    yield Row("one entry beside 100,000 changes", taken["100000"], "beside none", taken["0"], 1.2)


def sheets(environment: Environment, rounds: int) -> Iterator[Row]:
    """The workbooks of fourteen departments."""
    works = ("out", "written", "in", "read")
    taken = medians({name: reported("sheets.py", [name], environment) for name in works}, rounds)
    yield Row("14 departments' workbooks out", taken["out"], "the bare library", taken["written"], 1.5)
    yield Row("their preview", taken["in"], "the bare library", taken["read"], 2)


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--rounds", type=int, default=15, help="rounds of the short measurements (the long ones: a fifth)"
    )
    rounds = parser.parse_args().rounds
    few = max(rounds // 5, 1)
    with compiled() as environment, uncompiled() as without_caches:
        rows = [
            *processes(without_caches, rounds),
            *growth(environment, few),
            pages(environment, few),
            *stored(environment, few),
            *sheets(environment, few),
        ]
    print(f"{machine()}; medians of {rounds} interleaved rounds ({few} for growth, pages and the database)\n")
    print(table(rows))


if __name__ == "__main__":
    main()
