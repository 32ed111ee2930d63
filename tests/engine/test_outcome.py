"""The outcome as data."""

from assess.engine.outcome import STATUS_LABELS
from assess.scheme.selection import NO_GRADES, UNDECIDED, UNGRADED
from assess.year.canonical import evidence_sha256
from tests import small


def test_a_unit_is_found_in_any_list() -> None:
    """By its id; an id that nobody has is None."""
    outcome = small.assessed(
        """
  - {id: a, name: 甲, type: college, facts: {A: 9}}
  - {id: b, name: 乙, type: department, facts: {D: 8}}
""",
        small.scheme(small.BOTH_LISTS),
    )
    found = [outcome.unit(name) for name in ("b", "a", "c")]
    assert [None if one is None else one.unit.name for one in found] == ["乙", "甲", None]


def test_the_outcome_knows_the_hash_of_what_it_rests_on() -> None:
    """The same hash that the evidence itself has."""
    outcome = small.assessed("  - {id: a, name: 甲, type: college, facts: {A: 9}}", small.scheme())
    assert outcome.evidence_sha256 == evidence_sha256(outcome.evidence)


def test_every_status_has_a_word() -> None:
    """暂定, 未完成 and 不参加 are the program's own words."""
    assert STATUS_LABELS == {"complete": "完整", "provisional": "暂定", "incomplete": "未完成", "absent": "不参加"}


def test_no_grade_is_called_like_what_stands_in_its_place() -> None:
    """Whatever the program says of a unit that has no grade cannot be a grade of a scheme."""
    assert {UNDECIDED, UNGRADED, *STATUS_LABELS.values()} - {STATUS_LABELS["complete"]} == set(NO_GRADES)
