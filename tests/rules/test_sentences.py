"""Sentences whose numbers are rounded: `sentences.yaml`, one rule each with all or the last of what it says."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from script.soaking.statements import points_missing, untrue

if TYPE_CHECKING:
    from tests.rules.conftest import Maker

CASES = [
    pytest.param(case, id=case["title"])
    for case in yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_a_reader_gets_what_is_said(case: dict[str, Any], trial: "Maker") -> None:
    """A number that the ones beside it do not give to the last place is said with ≈, any other without."""
    of = trial(case["rule"], case.get("inputs"), full=case.get("full", "2"), digits_at_total=case.get("digits"))
    said = of.text(case["facts"])
    assert said[-len(case["ends"]) :] == case["ends"] if "ends" in case else said == case["says"]
    assert list(untrue(said, of.frame.places)) == []
    assert list(points_missing(said[-1], of.step(case["facts"]).points, of.frame.places)) == []
