"""Interleaved measurements: every round takes each time once, so that a busy machine slows all of them alike."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

Environment = Mapping[str, str]
Measurement = Callable[[], float]


def medians(measurements: Mapping[str, Measurement], rounds: int) -> dict[str, float]:
    """Take every measurement once a round, after a round that does not count, and return the median seconds."""
    taken: dict[str, list[float]] = {name: [] for name in measurements}
    for number in range(rounds + 1):
        for name, measure in measurements.items():
            seconds = measure()
            if number:
                taken[name].append(seconds)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def whole_process(arguments: Sequence[str], environment: Environment) -> Measurement:
    """Time a process from its start to its end; what it writes goes nowhere."""

    def measure() -> float:
        begun = time.perf_counter()
        subprocess.run(arguments, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - begun

    return measure


def reported(program: str, arguments: Sequence[str], environment: Environment) -> Measurement:
    """Run a part of one of the programs beside this file in a process of its own, which reports its own seconds."""
    command = [sys.executable, str(Path(__file__).with_name(program)), *arguments]

    def measure() -> float:
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        return float(done.stdout)

    return measure


@contextmanager
def uncompiled() -> Iterator[Environment]:
    """An environment without any cache of compiled modules: both sides compile everything at every start."""
    with tempfile.TemporaryDirectory() as folder:
        yield {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": folder}


@contextmanager
def compiled() -> Iterator[Environment]:
    """Modules are compiled once, by the round that does not count: an installed program's second start."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        yield kept | {"PYTHONPYCACHEPREFIX": folder}
