"""A year as single values: each under an address of its own, and back to the same evidence."""

import pytest

from assess.files import yaml_reader
from assess.ground.address import parse
from assess.resources import schemes_dir
from assess.services.schemes import open_scheme
from assess.year.assembling import tree_of
from assess.year.canonical import evidence_sha256
from assess.year.cells import cells_of
from assess.year.reading.building import build_evidence

SAMPLES = sorted(schemes_dir().glob("*/sample/*.yaml"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_a_shipped_year_comes_back(path) -> None:  # noqa: ANN001
    """Taken apart and put together it is the same evidence, to the hash; every address is written and read back."""
    scheme = open_scheme(path.parents[1].name)
    tree = yaml_reader.read(path)
    cells = list(cells_of(tree, scheme))
    keys = [(cell.address, cell.field) for cell in cells]
    assert len(keys) == len(set(keys))
    assert all(parse(str(cell.address)) == cell.address for cell in cells)
    back = build_evidence(tree_of(cells, scheme), scheme)
    before = build_evidence(tree, scheme)
    assert back == before
    assert evidence_sha256(back) == evidence_sha256(before)
