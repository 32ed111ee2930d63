"""A tenth of `script/soak`: spoiled files end with a result or with problems that have a place, never with a crash."""

from pathlib import Path

import pytest

from assess.ground.place import Place, Problem, ProblemsError
from assess.ground.tree import Table
from assess.scheme.scheme import Scheme
from script.soaking import trial
from script.soaking.mutations import CHANGES
from script.soaking.trial import Result, Source, tried

ROOT = Path(__file__).parents[2]
SEED = 2

#: Most trials are made with small schemes, since one with the large scheme costs as much as thirty with them.
TRIALS = [
    ("docs/first-scheme", 270),
    ("docs/tutorial/steps/10", 270),
    ("tests/cli/data/small", 260),
    ("schemes/lianyungang-2018", 120),
    ("schemes/tianjin-projects", 80),
]


def test_they_are_a_thousand() -> None:
    """A tenth of ten thousand."""
    assert sum(count for _, count in TRIALS) == 1000


@pytest.mark.parametrize(("folder", "count"), TRIALS, ids=[folder for folder, _ in TRIALS])
def test_spoiled_files(folder: str, count: int, tmp_path: Path) -> None:
    """No exception but the ones that carry Chinese sentences, every problem with its place, none after ten seconds."""
    source = Source(ROOT / folder, tmp_path)
    results = [tried(source, SEED, number) for number in range(count)]
    complaints = [f"{one.number} {one.file} {one.changes}\n{one.complaint}" for one in results if one.complaint]
    assert not complaints, "\n\n".join(complaints)
    endings = {one.ending for one in results}
    assert endings <= {"used", "refused", "unreadable"}
    assert {"used", "refused"} <= endings
    assert {change for one in results for change in one.changes} == {change.__name__ for change in CHANGES}
    assert all((source.folder / name).read_bytes() == content for name, content in source.contents.items())


def test_a_seed_spoils_in_one_way(tmp_path: Path) -> None:
    """A trial can be repeated by its number alone."""
    source = Source(ROOT / TRIALS[0][0], tmp_path)
    first, again = tried(source, SEED, 7), tried(source, SEED, 7)
    assert (first.file, first.changes, first.ending) == (again.file, again.changes, again.ending)


def test_a_crash_is_complained_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a trial looks for it finds: another exception, a problem without a place, English words."""
    source = Source(ROOT / TRIALS[0][0], tmp_path)
    said = [
        Problem(None, "a", "甲"),
        Problem(Place("a"), "b", "乙：Input should be valid"),
        Problem(Place("a"), "c", "c"),
    ]

    def refuse(tree: Table) -> Scheme:
        raise KeyError(*tree) if not said else ProblemsError(said)

    def ends() -> list[Result]:
        return [one for number in range(40) if "scheme.yaml" in (one := tried(source, SEED, number)).file]

    monkeypatch.setattr(trial, "build_scheme", refuse)
    complaints = {one.complaint for one in ends()} - {""}
    assert complaints == {
        "no place: 错误：甲\nEnglish: a: 错误：乙：Input should be valid\nno Chinese sentence: a: 错误：c",
    }
    said.clear()
    assert any(one.ending == "crashed" and "KeyError" in one.complaint for one in ends())
