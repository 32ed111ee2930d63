"""Made-up regulations, each with a contradiction of its own, and their repaired twins that pass in silence."""

from pathlib import Path

import pytest

from assess.drafting.checks import check, subject_of
from assess.files.yaml_reader import parse

HERE = Path(__file__).parent / "regulations"
NAMES = sorted(path.name for path in HERE.iterdir())


def _text(name: str, file: str) -> str:
    return (HERE / name / file).read_text(encoding="utf-8")


def _warnings(name: str, file: str) -> str:
    problems = check(subject_of(parse(_text(name, file), f"{name}.yaml")))
    return "".join(f"{problem}\n" for problem in problems)


def test_there_are_at_least_ten() -> None:
    """Contradictions of different kinds."""
    assert len(NAMES) >= 10


@pytest.mark.parametrize("name", NAMES)
def test_a_planted_contradiction_is_found(name: str) -> None:
    """The whole message: place, both numbers, clause, hint; and nothing else is said."""
    assert _warnings(name, "scheme.yaml") == _text(name, "warnings.txt")


@pytest.mark.parametrize("name", NAMES)
def test_the_repaired_twin_passes_in_silence(name: str) -> None:
    """Not one warning, and only what was wrong has been changed."""
    assert _warnings(name, "repaired.yaml") == ""
    changed = set(_text(name, "scheme.yaml").splitlines()) - set(_text(name, "repaired.yaml").splitlines())
    assert 1 <= len(changed) <= 2
