"""Whatever is noticed can be confirmed: its address is one, and the words that are shown confirm it."""

from typing import Any

import pytest

from assess.files.yaml_writing import scalar
from assess.ground.place import Problem
from assess.scheme.scheme import Scheme
from assess.year.case import Facts
from assess.year.evidence import Evidence
from assess.year.reminders import Year
from assess.year.reminders.reminding import reminders_of
from tests import small
from tests.year.reminders.small_year import example_scheme, units
from tests.year.reminders.test_examples import EXAMPLES


def noticed(of: Scheme, evidence: Evidence) -> tuple[Problem, ...]:
    """The reminders of a year."""
    return reminders_of(Year(of, evidence, Facts(of, evidence)))


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_is_noticed_can_be_confirmed(example: dict[str, Any]) -> None:
    """Every reminder of every example has a place; confirmed as it is shown, each is, and nothing else is said."""
    of = example_scheme(example.get("scheme", {}))
    text = units(example["units"]) + "\n" + example.get("rest", "")
    found = noticed(of, small.evidence(text, of))
    assert all(one.place is not None and one.place.source == "year.yaml" for one in found)
    entries = [
        f"- {{code: {one.code}, address: {scalar(str(one.address), flow=True)},"
        f" value: {scalar(one.value or '', flow=True)}, by: 王五, reason: 已核对}}"
        for one in found
    ]
    again = noticed(of, small.evidence("\n".join([text, "confirmed:", *entries]), of))
    assert [(one.code, one.address, one.confirmed is not None) for one in again] == [
        (one.code, one.address, True) for one in found
    ]
