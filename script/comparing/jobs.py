"""What both programs are asked: every command that only reads, on every shipped scheme, sample and worked case."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True)
class Job:
    """One command line and what its output is kept under; `{out}` stands for a folder of its own."""

    name: str
    words: tuple[str, ...]


def jobs(schemes: Path) -> Iterator[Job]:
    """All command lines; `schemes` is the folder of the shipped schemes, whose samples are named by their paths."""
    folders = sorted(path.parent for path in schemes.glob("*/scheme.yaml"))
    yield Job("scheme-list", ("scheme", "list", "--format", "json"))
    yield Job("scheme-schema", ("scheme", "schema"))
    for folder in folders:
        yield from _of_scheme(folder)
        for sample in sorted(folder.glob("sample/*.yaml")):
            yield from _of_sample(folder.name, sample)
    for one, other in pairwise(folders):
        yield Job(f"{one.name}/diff-{other.name}", ("scheme", "diff", one.name, other.name))


def _of_scheme(folder: Path) -> Iterator[Job]:
    scheme = folder.name
    yield Job(f"{scheme}/show", ("scheme", "show", scheme))
    yield Job(f"{scheme}/check", ("scheme", "check", scheme))
    yield Job(f"{scheme}/check-json", ("scheme", "check", scheme, "--format", "json"))
    yield Job(f"{scheme}/cases", ("scheme", "test", scheme, "--quiet"))
    yield Job(f"{scheme}/report-targets", ("report", "targets", scheme, "--out", "{out}", "--format", "all", "--quiet"))


def _of_sample(scheme: str, sample: Path) -> Iterator[Job]:
    year = yaml.safe_load(sample.read_text(encoding="utf-8"))
    at, inputs = f"{scheme}/{sample.stem}", (scheme, str(sample))
    if year.get("stage") == "half_year":
        yield Job(f"{at}/monitor-json", ("monitor", *inputs, "--format", "json"))
        yield Job(f"{at}/monitor", ("monitor", *inputs, "--all"))
        yield from _papers(at, inputs, ("monitoring", "summary"))
        return
    yield Job(f"{at}/score-json", ("score", *inputs, "--format", "json", "--trace"))
    yield Job(f"{at}/score", ("score", *inputs))
    yield Job(f"{at}/score-csv", ("score", *inputs, "--format", "csv"))
    yield Job(f"{at}/readings", ("readings", *inputs, "--quiet"))
    yield Job(f"{at}/readings-json", ("readings", *inputs, "--format", "json", "--quiet"))
    first = year["units"][0]
    yield Job(f"{at}/explain-{first['id']}", ("explain", *inputs, first["id"]))
    for node in first.get("facts", {}):
        yield Job(f"{at}/explain-{first['id']}-{node}", ("explain", *inputs, first["id"], str(node)))
    yield from _papers(at, inputs, ("sheets", "evaluation", "summary"))


def _papers(at: str, inputs: tuple[str, str], papers: tuple[str, ...]) -> Iterator[Job]:
    for paper in papers:
        form = "pdf" if paper == "sheets" else "all"
        words = ("report", paper, *inputs, "--out", "{out}", "--format", form, "--quiet")
        yield Job(f"{at}/report-{paper}", words)
