"""One trial: a file of a scheme is spoiled, the program does its work, and what it says is judged."""

import contextlib
import random
import re
import shutil
import signal
import tempfile
import time
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import FrameType

from assess.disk.refusals import OutsideError
from assess.drafting.checks import check, subject_of
from assess.engine.assessment import assess
from assess.engine.monitoring import monitor
from assess.files import yaml_reader
from assess.files.scheme_folder import read_folder
from assess.ground.place import Place, Problem, ProblemsError
from assess.scheme.reading.building import build_scheme
from assess.scheme.scheme import Scheme
from assess.services.cases import run_cases
from assess.words.document import as_document
from assess.year.reading.building import build_evidence
from script.soaking.mutations import mutated

#: No spoiled file may keep the processor busy for longer: other work on the machine does not count.
MOST_SECONDS = 10
#: A scheme with more indicators is checked only now and then: each of its readings is tried.
FEW_INDICATORS = 50

_CHINESE = re.compile("[\u4e00-\u9fff]")
_QUOTED = re.compile("“.*?”", re.DOTALL)
_ENGLISH = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}")


@dataclass
class Source:
    """A scheme whose files are spoiled, in a copy of its folder."""

    original: Path
    scratch: Path
    files: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Copy the folder."""
        shutil.copytree(self.original, self.folder)
        found = sorted(path.relative_to(self.original) for path in self.original.rglob("*.yaml"))
        self.files = tuple(path.as_posix() for path in found)

    @property
    def folder(self) -> Path:
        """The copy."""
        return self.scratch / self.original.name

    @cached_property
    def scheme(self) -> Scheme:
        """The scheme as it is without mistakes."""
        return build_scheme(read_folder(self.original))

    @cached_property
    def contents(self) -> dict[str, bytes]:
        """Every file as it is without mistakes."""
        return {name: (self.original / name).read_bytes() for name in self.files}

    @property
    def years(self) -> list[str]:
        """The files of evidence."""
        return [name for name in self.files if name.startswith("sample/")]


@dataclass(frozen=True, slots=True)
class Result:
    """How one trial went: what was done to which file, how it ended, and what is wrong with that."""

    number: int
    file: str
    changes: tuple[str, ...]
    ending: str
    seconds: float
    complaint: str = ""
    content: bytes = b""


class TookTooLongError(Exception):
    """The time is up."""


def tried(source: Source, seed: int, number: int) -> Result:
    """Spoil one file; which one and how depends on nothing but the scheme, `seed` and `number`."""
    rng = random.Random(f"{source.original.name} {seed} {number}")  # noqa: S311 not for secrets
    name = rng.choice(source.files)
    content, changes = mutated(source.contents[name], rng, list(source.contents.values()))
    (source.folder / name).write_bytes(content)
    started = time.process_time()
    try:
        with _time_limit(MOST_SECONDS):
            ending, complaint = _judged(source, name, rng)
    finally:
        (source.folder / name).write_bytes(source.contents[name])
    seconds = time.process_time() - started
    kept = content if complaint else b""
    return Result(number, f"{source.original.name}/{name}", tuple(changes), ending, seconds, complaint, kept)


def _judged(source: Source, name: str, rng: random.Random) -> tuple[str, str]:
    try:
        return "used", "\n".join(_complaints(_problems(source, name, rng)))
    except ProblemsError as error:
        said = "" if error.problems else "refused without a problem"
        return "refused", said or "\n".join(_complaints(error.problems))
    except OutsideError as error:
        return "unreadable", "" if _CHINESE.search(str(error)) else f"no Chinese sentence: {error}"
    except Exception:  # noqa: BLE001 whatever else comes out is what is looked for
        return "crashed", traceback.format_exc()


def _problems(source: Source, name: str, rng: random.Random) -> Iterable[Problem]:
    """Do with the spoiled file what the program does with it; return what is said though it can be used."""
    if name.startswith("cases/"):
        return _of_cases(source, name)
    if name.startswith("sample/"):
        return _used(source.scheme, source.folder / name)
    tree = read_folder(source.folder)
    scheme = build_scheme(tree)
    small = sum(1 for _ in scheme.all_leaves()) <= FEW_INDICATORS
    said = list(check(subject_of(tree))) if small or rng.randrange(100) == 0 else []
    for year in source.years[:1]:
        with contextlib.suppress(ProblemsError):  # The year may well not fit any more.
            said += _used(scheme, source.original / year)
    return said


def _used(scheme: Scheme, year: Path) -> list[Problem]:
    """Score the evidence, and watch it where it is of a half-year."""
    evidence = build_evidence(yaml_reader.read(year), scheme)
    outcome = assess(scheme, evidence)
    as_document(outcome, trace=True)
    watched = monitor(scheme, evidence).problems if evidence.stage == "half_year" else ()
    return [*outcome.problems, *watched]


def _of_cases(source: Source, name: str) -> list[Problem]:
    """Run only the cases of one file."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / source.original.name
        shutil.copytree(source.original, folder, ignore=shutil.ignore_patterns("cases", "sample"))
        (folder / "cases").mkdir()
        shutil.copy(source.folder / name, folder / name)
        differences = [one for case in run_cases(str(folder)) for one in case.differences]
    return [Problem(Place(name), "case", one) for one in differences]


def _complaints(problems: Iterable[Problem]) -> Iterator[str]:
    """What a reader would miss in the messages."""
    for problem in problems:
        said = f"{problem.text}\n{problem.hint}"
        if problem.place is None or not problem.place.source:
            yield f"no place: {problem}"
        if not _CHINESE.search(problem.text):
            yield f"no Chinese sentence: {problem}"
        if _ENGLISH.search(_QUOTED.sub("", said)):
            yield f"English: {problem}"


@contextlib.contextmanager
def _time_limit(seconds: int) -> Iterator[None]:
    def stop(signum: int, frame: FrameType | None) -> None:
        del signum, frame
        message = f"longer than {seconds} seconds"
        raise TookTooLongError(message)

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
