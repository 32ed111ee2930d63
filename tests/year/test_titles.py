"""What people call an entered value, and which one they mean by such words."""

from pathlib import Path

import pytest

from assess.engine.form import form
from assess.files import yaml_reader
from assess.ground.address import YEAR, Address
from assess.resources import schemes_dir
from assess.services.schemes import open_scheme
from assess.year.case import Facts
from assess.year.cells import cells_of
from assess.year.evidence import Evidence
from assess.year.meant import meant
from assess.year.reading.building import build_evidence
from assess.year.titles import Titles
from assess.year.unit_names import named_units

SAMPLES = sorted(schemes_dir().glob("*/sample/*.yaml"))


def of_sample(path: Path) -> Titles:
    """The titles of a shipped year."""
    tree = yaml_reader.read(path)
    return Titles(open_scheme(path.parents[1].name), named_units(tree))


def _kind(address: Address, evidence: Evidence) -> tuple[str, str | None]:
    """What decides what may be entered of the unit."""
    return next(((one.type, one.table) for one in evidence.units if one.id == address.unit), ("", None))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_a_title_leads_back_to_its_value(path: Path) -> None:
    """Of every value that is asked, and of every one that is entered: by its words, and by the ids among them."""
    scheme = open_scheme(path.parents[1].name)
    tree = yaml_reader.read(path)
    evidence = build_evidence(tree, scheme)
    titles = Titles(scheme, named_units(tree), evidence.assessors)
    facts = Facts(scheme, evidence)
    asked = [(one.address, "") for unit in evidence.units for one in form(facts, unit) if unit.takes_part]
    entered = [(cell.address, cell.field) for cell in cells_of(tree, scheme)]
    alike = {(_kind(address, evidence), address[1:5], field): (address, field) for address, field in (*asked, *entered)}
    for address, field in alike.values():
        for words in (titles.words(address, field), titles.words(address, field, short=True)):
            assert meant(titles, words) == (address, field), words
            assert not any(word in titles.of(address, field) for word in ("unit/", "self_mark"))
    assert any(address.unit == YEAR for address, _ in entered)
