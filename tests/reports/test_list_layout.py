"""The table of a ranked list stays readable however many parts the total has."""

from decimal import Decimal
from pathlib import Path

import pytest

from assess.engine.outcome import Outcome
from assess.reports.drawing import Job, draw_all
from assess.reports.sheets.list_context import RankedList
from assess.reports.sheets.ranked_list import ranked_list
from tests.many_parts import GRADES, written
from tests.reports.conftest import scored
from tests.reports.test_documents import pages

#: Columns that are not of numbers, in millimetres: rank, unit, type, two grades.
_OTHERS = Decimal(12 + 36 + 25)
_GRADES = Decimal(28)
_SIZES = {"": Decimal("10.5"), "smaller": Decimal(9), "smallest": Decimal(8)}


def table_of(folder: Path, parts: int, grades: str = GRADES) -> RankedList:
    """The list of a scheme with so many parts; its last unit lacks a mark."""
    outcome: Outcome = scored(*written(folder, parts, grades, missing=1))
    return ranked_list(outcome.lists[0], outcome)


def taken(text: str, size: Decimal) -> Decimal:
    """The millimetres that a line takes: a Chinese character is as wide as it is high, a figure 0.6 of it."""
    return sum((Decimal("0.6") if one.isascii() else Decimal(1) for one in text), Decimal(0)) * size * 254 / 720


@pytest.mark.parametrize(
    ("parts", "size", "raw"),
    [(1, "", True), (2, "", True), (3, "", False), (6, "", False), (8, "", False), (9, "smaller", False)],
)
def test_every_number_stands_in_its_column(tmp_path: Path, parts: int, size: str, *, raw: bool) -> None:
    """Columns are as wide as what stands in them, the page holds them all, and what is left out is said."""
    table = table_of(tmp_path, parts)
    assert table.size == size
    assert [column.label for column in table.columns].count("适用满分") == (parts if raw else 0)
    assert ("各部分的原始分和适用满分没有列出，见各单位的评分表" in table.remarks) != raw
    columns = [*table.columns, table.total]
    for number, column in enumerate(columns):
        cells = [(*line.cells, line.total)[number] for line in (*table.ranked, *table.unranked)]
        widest = max(taken(text, _SIZES[size]) for text in (*cells, f"（{column.full}）" if column.full else ""))
        assert widest + Decimal("2.4") < Decimal(column.width)
    widths = sum((Decimal(column.width) for column in columns), Decimal(table.why))
    assert abs(widths + _OTHERS + _GRADES - 273) < Decimal("0.1")
    assert Decimal(table.why) >= 36


def test_print_is_never_too_small_to_read(tmp_path: Path) -> None:
    """Where even small print does not fit only the total stands, and the list says where the parts are."""
    labels = "，".join("甲乙丙丁戊己庚辛壬癸子丑寅卯")
    scheme, year = written(tmp_path, 1)
    text = (scheme / "scheme.yaml").read_text(encoding="utf-8").replace("units: 100", "units: 86")
    more = "".join(
        f"  extra{number}: {{label: {label}, full: {{units: 1}}, panel: {{instrument: direct, groups: "
        f"{{g: {{label: 组, points: 1}}}}}}}}\n"
        for number, label in enumerate(labels.split("，"))
    )
    (scheme / "scheme.yaml").write_text(text.replace("targets:\n", f"{more}targets:\n"), encoding="utf-8")
    outcome = scored(scheme, year)
    table = ranked_list(outcome.lists[0], outcome)
    assert (table.size, table.columns) == ("", ())
    assert {line.cells for line in table.unranked} == {()}
    assert table.remarks[0] == "各部分的得分没有列出，见各单位的评分表"


def test_where_nothing_is_graded_there_is_no_column_for_it(tmp_path: Path) -> None:
    """Nor a word of grades that may change."""
    table = table_of(tmp_path, 6, grades="")
    assert not table.graded
    assert table.notices == ("本表尚有数据未填，名次可能变化",)


@pytest.mark.parametrize("parts", [3, 6, 8])
def test_the_heading_of_the_total_is_not_broken(tmp_path: Path, parts: int) -> None:
    """（100） stands on one line of the paper, and so does every 未完成."""
    (done,) = draw_all([Job("a.pdf", table_of(tmp_path, parts))], tmp_path, 1, lambda *_: None)
    assert (done.boxes, done.complaints) == ((), ())
    (page,) = pages(tmp_path / "a.pdf")
    assert "（100）" in page
    assert page.count("未完成") == 3
