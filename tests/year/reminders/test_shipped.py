"""The samples that the program ships are clean: a reminder about one of them would be a false alarm."""

from pathlib import Path

import pytest

from assess.files import yaml_reader
from assess.resources import schemes_dir
from assess.services.schemes import open_scheme
from assess.year.reading.building import build_evidence
from tests.year.reminders.small_year import said

DOCS = Path(__file__).parents[3] / "docs"
SAMPLES = sorted([*Path(schemes_dir()).glob("*/sample/*.yaml"), *DOCS.glob("**/sample/*.yaml")])


def test_all_samples_are_found() -> None:
    """Two of each scheme, one of each finished step of the tutorial, and the first scheme's."""
    assert len(SAMPLES) == 13


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_no_false_alarm(path: Path) -> None:
    """Whole years, half-years and a year that is still being filled in."""
    scheme = open_scheme(str(path.parents[1]))
    assert said(scheme, build_evidence(yaml_reader.read(path), scheme, is_sample=True)) == []
