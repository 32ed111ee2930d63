"""What is said of a cycle has its place in the database, in the words of the office, never in those of a file."""

import re
from pathlib import Path

from assess.services.cycles.cycle_source import cycle_source
from assess.services.scoring import score
from tests.storage.office import cell, office

UNIT = (cell("a/unit/name", "甲学院"), cell("a/unit/type", "secondary_college"))


def _office_of(folder: Path) -> list[str]:
    of = office(str(folder / "考核.db"))
    of.enter(*UNIT, cell("a/K3.1/students", "2345"))
    return [f"{one.place}: {one.text}" for one in score(cycle_source(of.database, of.code)).problems]


def test_what_is_missing_has_the_place_where_it_is_to_be_entered(tmp_path: Path) -> None:
    """Not that of the unit; in the order of the document."""
    said = _office_of(tmp_path)
    assert "数据库 甲学院 K3.1 专业教师数: 甲学院“K3.1 专业教师生师比”缺“专业教师数”" in said
    places = [found[1] for one in said if (found := re.match("数据库 甲学院 (B[0-9]+) ", one))]
    assert places[:3] == ["B1", "B2", "B3"]


def test_no_word_of_a_file_is_said(tmp_path: Path) -> None:
    """A clerk whose year is in the database never reads a key of YAML."""
    said = "\n".join(_office_of(tmp_path))
    assert not re.search(r"[a-z_]+:|[a-z]+_[a-z]+", said)
