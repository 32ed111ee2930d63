"""Grades are spoken of where a scheme gives them."""

from assess.words.graded import gives_grades
from tests import small


def test_a_scheme_grades_by_quota_or_by_lines() -> None:
    """Without either there are no grades."""
    assert not gives_grades(small.scheme())
    assert gives_grades(small.scheme(selection=small.SELECTION))
    assert gives_grades(
        small.scheme(grades="bands: [{label: 好, at_least: 60, at_most: 100}, {label: 差, at_least: 0, below: 60}]")
    )
