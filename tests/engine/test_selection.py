"""The rules of proposing grades, as a scheme writes them."""

from typing import Any

import pytest
from pydantic import ValidationError

from assess.scheme.selection import Failing, SelectionRules

LEAST = {"labels": {"excellent": "优秀", "qualified": "合格", "failed": "不合格"}, "clause": "三1", "quota": {"a": "2"}}


def test_what_is_not_written_leaves_it_to_people() -> None:
    """By default: at most the quota, 不合格 only by decision, two years last, five working days."""
    rules = SelectionRules.model_validate(LEAST)
    assert (rules.filling, rules.failing.by, rules.failing.below) == ("at_most", "decision", None)
    assert (rules.last_place.years, rules.publicity.working_days) == (2, 5)
    assert not any([rules.conditions, rules.bars, rules.awards])


def test_failing_by_a_line_needs_the_line() -> None:
    """`by: line` without `below` is refused; with it, it is exact."""
    with pytest.raises(ValidationError, match="by为line时必须写below（低于多少分）"):
        Failing.model_validate({"by": "line"})
    assert Failing.model_validate({"by": "line", "below": "119.5"}).below == 119.5


@pytest.mark.parametrize(
    "changed",
    [
        {"filling": "about"},
        {"last_place": {"years": "1"}},
        {"last_place": {"years": "3"}},
        {"publicity": {"working_days": "0"}},
        {"quota": {"a": "two"}},
        {"labels": {"excellent": "优秀"}},
        {"bars": {"x": {"label": "事故"}}},
    ],
)
def test_what_cannot_be_meant_is_refused(changed: dict[str, Any]) -> None:
    """An unknown way of filling, one or three years (a year's data knows one year back), no days, a quota in words."""
    with pytest.raises(ValidationError):
        SelectionRules.model_validate(LEAST | changed)
