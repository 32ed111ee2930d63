"""The sample year under each alternative reading, checked by hand where it says so."""

from fractions import Fraction
from pathlib import Path

import pytest

from assess.engine.sensitivity import Comparison
from assess.ground.place import ProblemsError
from assess.resources import schemes_dir
from assess.services.readings import Alternative, Register, register
from assess.services.source import FileSource

SCHEME = "lianyungang-2018"
SAMPLE = schemes_dir() / SCHEME / "sample"
SMALL = Path(__file__).parents[1] / "cli" / "data" / "small"


@pytest.fixture(scope="module")
def year() -> Register:
    """The sample year."""
    return register(FileSource(SCHEME, SAMPLE / "year.yaml"))


def alternative(of: Register, reading: str, choice: str) -> Alternative:
    """One alternative of a register."""
    found = next(one for one in of.readings if one.reading.id == reading)
    return next(one for one in found.alternatives if one.choice.id == choice)


def comparison(of: Register, reading: str, choice: str) -> Comparison:
    """What one alternative changes."""
    found = alternative(of, reading, choice).comparison
    assert found is not None
    return found


def points(of: Register, reading: str, choice: str) -> dict[str, str]:
    """By how much the units' totals change, to two places."""
    return {one.name: f"{float(one.points or 0):+.2f}" for one in comparison(of, reading, choice).changes}


def test_the_register(year: Register) -> None:
    """All 61 readings are there, those without an alternative too, and every alternative once."""
    assert len(year.readings) == 61
    chosen = {
        one.reading.id: [one.reading.chosen, *(each.choice.id for each in one.alternatives)] for one in year.readings
    }
    assert all(
        sorted(choices) == sorted(year.outcome.scheme.readings[name].choices) for name, choices in chosen.items()
    )
    assert sum(len(one.alternatives) for one in year.readings) == 43


def test_scale_to_top(year: Register) -> None:
    """U24: the best have 11 and 11. 甲 9 ÷ 11 × 8 = 6.55, with 3 for money 9.55 for 10; 丙 3.64 for 5, 4.36 for 6."""
    changed = points(year, "U24", "scale_to_top")
    assert (changed["甲学院"], changed["丙学院"]) == ("-0.45", "-3.00")
    assert alternative(year, "U24", "scale_to_top").effect == "points"


def test_raw_points(year: Register) -> None:
    """U1: 继教院 126.90 was 95.60 of 113, 思政部 121.60 was 76.20 of 94, 辛学院 102.48 was 99.75 of 146."""
    changed = points(year, "U1", "raw")
    assert {name: changed[name] for name in ("继教院", "思政部", "基础部", "辛学院")} == {
        "继教院": "-31.30",
        "思政部": "-45.40",
        "基础部": "-43.67",
        "辛学院": "-2.73",
    }
    places = {one.name: (one.before.rank, one.after.rank) for one in comparison(year, "U1", "raw").changes}
    assert places["庚学院"] == (7, 5)
    assert places["继教院"] == (5, 8)
    assert alternative(year, "U1", "raw").effect == "places"


def test_employment_up_to_four(year: Register) -> None:
    """U41a: 甲 has 2 + 1 + 1 but 20 in all for students' work (19.70 before), 乙 and 丙 the whole point, 戊 a half."""
    assert points(year, "U41a", "four") == {"甲学院": "+0.30", "乙学院": "+1.00", "丙学院": "+1.00", "戊学院": "+0.50"}


def test_exactly_as_many(year: Register) -> None:
    """U7: the quotas are filled by those who applied, so that nothing changes."""
    assert alternative(year, "U7", "exactly").effect == "nothing"


def test_a_failing_line(year: Register) -> None:
    """U8: 己学院 alone is below 120 points, with the same points and rank."""
    (only,) = comparison(year, "U8", "line").changes
    assert (only.name, only.points, only.before.rank, only.after.rank) == ("己学院", Fraction(0), 11, 11)
    assert (only.before.grade, only.after.grade) == ("合格", "不合格")


def test_a_tie_is_settled(year: Register) -> None:
    """U4: ÷ 90 gives the two who tie for the last place of 优秀 6.75 and 6.74 more."""
    changed = {one.name: one.after.grade for one in comparison(year, "U4", "by_90").changes if one.moves}
    assert changed == {"党委学生工作部": "优秀", "图书馆": "合格"}


@pytest.mark.parametrize("choice", ["direct", "levels"])
def test_another_instrument(year: Register, choice: str) -> None:
    """U6a: all leaders' marks would have to be given otherwise; that is said, with the places."""
    found = alternative(year, "U6a", choice)
    assert (found.effect, found.comparison) == ("misfit", None)
    assert found.misfit is not None
    assert found.misfit.subjects == ("领导班子评价",)
    assert len(found.misfit.places) == len(found.misfit.problems) > 100
    assert all(place.source.endswith("year.yaml") for place in found.misfit.places)


def test_all_or_nothing(year: Register) -> None:
    """U17: marks between 0 and the full mark would have to be given anew, item by item."""
    found = alternative(year, "U17", "all_or_nothing").misfit
    assert found is not None
    assert all(name.startswith("B") for name in found.subjects)


def test_more_to_enter(year: Register) -> None:
    """U2c, U19: what is asked for anew, and of whom; the bare 无 of B17 stays the list of events that it was."""
    gaps = comparison(year, "U2c", "applies").gaps
    assert [(gap.id, gap.units) for gap in gaps] == [
        ("K5.3a.initial_rate", ("继教院",)),
        ("K5.3b.year_end_rate", ("继教院",)),
        ("K5.3c.failure_rate", ("继教院",)),
        ("K5.3d.survey_rate", ("继教院",)),
    ]
    judged = comparison(year, "U19", "judged")
    assert [(gap.id, len(gap.units)) for gap in judged.gaps] == [("B17.mark", 11), ("B18.mark", 11)]
    assert (judged.open, alternative(year, "U19", "judged").effect) == (("academic",), "incomplete")


def test_progress_and_another_start() -> None:
    """Each alternative is counted; from another reading in force the default is an alternative."""
    seen: list[tuple[int, int, str]] = []
    found = register(
        FileSource(str(SMALL), SMALL / "sample" / "year.yaml"), {"R1": "scale_to_top"}, lambda *one: seen.append(one)
    )
    assert seen == [(1, 1, "R1=cap")]
    (only,) = found.readings
    assert (only.reading.chosen, [one.choice.id for one in only.alternatives]) == ("scale_to_top", ["cap"])


def test_a_broken_alternative(tmp_path: Path) -> None:
    """An alternative under which the scheme itself is wrong is reported beside the others."""
    text = (SMALL / "scheme.yaml").read_text(encoding="utf-8").replace("put: scale_to_top", "put: never")
    (tmp_path / "scheme.yaml").write_text(text, encoding="utf-8")
    found = alternative(register(FileSource(str(tmp_path), SMALL / "sample" / "year.yaml")), "R1", "scale_to_top")
    assert (found.effect, len(found.broken)) == ("broken", 1)


def test_an_alternative_that_cannot_be_computed(tmp_path: Path) -> None:
    """An alternative that divides by zero is no failure of the command."""
    overlay = 'overlay: [{at: [T4, rule, relative, value], put: "papers / (teachers - 40)"}]'
    text = (SMALL / "scheme.yaml").read_text(encoding="utf-8")
    text = text.replace("overlay: [{at: [T5, rule, catalogue, limit], put: scale_to_top}]", overlay)
    (tmp_path / "scheme.yaml").write_text(text, encoding="utf-8")
    found = alternative(register(FileSource(str(tmp_path), SMALL / "sample" / "year.yaml")), "R1", "scale_to_top")
    assert found.misfit is not None
    assert "分母为0" in "".join(found.misfit.subjects)


def test_mistakes_of_the_year_itself(tmp_path: Path) -> None:
    """What is wrong under the readings in force is an error as everywhere."""
    year = tmp_path / "year.yaml"
    text = (SMALL / "sample" / "year.yaml").read_text(encoding="utf-8")
    year.write_text(text.replace("T1: 18.5", "T1: 99"), encoding="utf-8")
    with pytest.raises(ProblemsError):
        register(FileSource(str(SMALL), year))
