"""Every reminder with its whole sentence: `examples/*.yaml`, a small year each with what is wrong in it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from assess.year.reminders import REMINDERS
from tests.year.reminders.small_year import example_scheme, noticed, units

EXAMPLES = [
    pytest.param(example, id=f"{path.stem}: {example['title']}")
    for path in sorted((Path(__file__).parent / "examples").glob("*.yaml"))
    for example in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_sentences(example: dict[str, Any]) -> None:
    """This year under this scheme is asked about so, and about nothing else."""
    of = example_scheme(example.get("scheme", {}))
    assert noticed(of, units(example["units"]) + "\n" + example.get("rest", "")) == example["says"]


def test_there_is_one_for_every_reminder() -> None:
    """No reminder is without a worked example."""
    shown = {sentence.split(" ")[0] for example in EXAMPLES for sentence in example.values[0]["says"]}  # type: ignore[index]
    assert {reminder.code for reminder in REMINDERS} - shown == set()


def test_codes_are_unique_and_words_are_complete() -> None:
    """A confirmation names a code; documentation prints title and reason."""
    assert len({reminder.code for reminder in REMINDERS}) == len(REMINDERS)
    assert all(reminder.title and reminder.reason.endswith("。") for reminder in REMINDERS)
