"""Reads a year's evidence from its file."""

from pathlib import Path

from assess.files import yaml_reader
from assess.ground.tree import Table
from assess.scheme.scheme import Scheme
from assess.year.evidence import Evidence
from assess.year.reading.building import build_evidence

#: Where a scheme's folder has its sample years.
SAMPLES = "sample"


def read_year(path: Path, scheme: Scheme, folder: Path) -> tuple[Evidence, Table]:
    """The evidence in a file, and the file as it is written; `folder` is that of the scheme.

    Raise `ProblemsError` with every mistake in it.
    """
    tree = yaml_reader.read(path)
    is_sample = path.resolve().is_relative_to((folder / SAMPLES).resolve())
    return build_evidence(tree, scheme, is_sample=is_sample), tree
