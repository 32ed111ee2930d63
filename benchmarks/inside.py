"""What is measured inside a process of its own; prints seconds.

python benchmarks/inside.py second          the second assess() of the sample year in one process
python benchmarks/inside.py grown UNITS     assess() of so many units, copies of the sample's
python benchmarks/inside.py pages WORKERS   all documents of the sample year as PDF, by so many processes
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from assess.cli.main import travel_light
from assess.engine.assessment import assess
from assess.files import yaml_reader
from assess.scheme.scheme import Scheme
from assess.services.schemes import find, open_scheme
from assess.year.evidence import Evidence
from assess.year.reading.building import build_evidence

SCHEME = "lianyungang-2018"


def sample() -> tuple[Scheme, Evidence]:
    """The scheme and its made-up year."""
    scheme = open_scheme(SCHEME)
    return scheme, build_evidence(yaml_reader.read(find(SCHEME) / "sample" / "year.yaml"), scheme, is_sample=True)


def second() -> float:
    """Time the second assess()."""
    scheme, evidence = sample()
    first = assess(scheme, evidence)
    begun = time.perf_counter()
    again = assess(scheme, evidence)
    seconds = time.perf_counter() - begun
    if again.lists[0].units[0].total != first.lists[0].units[0].total:
        raise AssertionError
    return seconds


def grown(units: int) -> float:
    """Time assess() of copies of the sample's units."""
    scheme, evidence = sample()
    copies = [
        replace(unit, id=f"{unit.id}_{copy}", name=f"{unit.name}{copy}")
        for copy in range(-(-units // len(evidence.units)))
        for unit in evidence.units
    ]
    many = replace(evidence, units=tuple(copies[:units]), decisions=(), assessors={})
    begun = time.perf_counter()
    assess(scheme, many)
    return time.perf_counter() - begun


def pages(workers: int) -> float:
    """Time the making of all documents; loading WeasyPrint is part of it."""
    from assess.reports.delivery import deliver
    from assess.reports.documents import outcome_papers

    outcome = assess(*sample())
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        deliver(outcome_papers(outcome), Path(folder), workers=workers)
        return time.perf_counter() - begun


def main(what: str, number: int = 0) -> None:
    """Run one part, with Python's collector of garbage set as the program sets it."""
    travel_light()
    parts: dict[str, Callable[[], float]] = {
        "second": second,
        "grown": lambda: grown(number),
        "pages": lambda: pages(number),
    }
    seconds = parts[what]()
    print(f"{seconds:.6f}")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
