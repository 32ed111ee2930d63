"""The office that tests of the exchange begin with."""

from pathlib import Path

import pytest

from tests.office_year import DEPARTMENTS, TOP, Office, new_office


@pytest.fixture(scope="module")
def whole_office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The made-up year of 连云港 with its gaps, and fourteen departments; nobody changes it."""
    folder = tmp_path_factory.mktemp("office")
    sample = TOP / "schemes" / "lianyungang-2018" / "sample" / "incomplete.yaml"
    office = new_office(folder, "lianyungang-2018", sample)
    office.duties(DEPARTMENTS)
    return office


@pytest.fixture
def office(whole_office: Office, tmp_path: Path) -> Office:
    """A copy of it."""
    return whole_office.copy(tmp_path / "office")
