"""What a person adds up by hand on a sheet gives the printed total."""

from decimal import Decimal

import pytest

from assess.engine.outcome import ListResult, Outcome, UnitResult
from assess.reports.sheets.sheet import sheet
from assess.reports.sheets.sheet_context import Row, Sheet
from tests import small


def sheets(outcome: Outcome) -> list[tuple[UnitResult, Sheet]]:
    """The sheets of all units."""
    return [(result, sheet(result, one, outcome)) for one in outcome.lists for result in one.units]


def number(text: str) -> Decimal | None:
    """A printed number, or None for words."""
    try:
        return Decimal(text)
    except ArithmeticError:
        return None


def added(rows: tuple[Row, ...]) -> Decimal:
    """Add the printed points as a person would: line by line, checking each subtotal on the way."""
    sums = [Decimal(0)]
    limited = ""
    for row in rows:
        points = number(row.points)
        if row.kind == "heading" and row.state != "exempt":
            sums.append(Decimal(0))
        elif row.kind == "leaf" and points is not None:
            sums[-1] += points
        elif row.kind == "limit":
            assert points == sums[-1]
            limited = row.note
        elif row.kind == "subtotal" and len(sums) > 1:
            assert points is not None
            if points != sums[-1]:
                assert f"按{points.normalize():f}分计" in limited
            limited = ""
            sums.pop()
            sums[-1] += points
    (total,) = sums
    return total


@pytest.mark.parametrize("name", ["year", "departing"])
def test_every_sheet_adds_up(name: str, request: pytest.FixtureRequest) -> None:
    """Lines give subtotals, subtotals the raw points, and the parts the total, on the sheet of every unit."""
    outcome = request.getfixturevalue(name)
    for result, page in sheets(outcome):
        raw, scored = page.rows[-2:]
        assert raw.label == "目标考核 原始分合计"
        assert added(page.rows[:-2]) == Decimal(raw.points), result.unit.name
        assert [part.points for part in page.parts if part.label == "目标考核"] == [scored.points]
        assert sum(Decimal(part.points) for part in page.parts) == Decimal(page.total)
        assert sum(Decimal(part.full) for part in page.parts) == Decimal(page.full)


def test_full_marks_add_up_where_everything_applies(year: Outcome) -> None:
    """The full marks of a department's lines give the hundred of its table."""
    for result, page in sheets(year):
        if result.tree.is_table:
            assert sum(Decimal(row.full) for row in page.rows if row.kind == "leaf") == 100


def test_a_sheet_lists_every_indicator(year: Outcome) -> None:
    """A college's sheet has all 55 + 41 indicators, those included in which its type takes no part."""
    for result, page in sheets(year):
        ids = [row.id for row in page.rows if row.kind == "leaf"]
        assert ids == list(result.leaves)
        if not result.tree.is_table:
            assert len(ids) == 96


def row_of(page: Sheet, name: str) -> Row:
    """The line of an indicator."""
    return next(row for row in page.rows if row.kind == "leaf" and row.id == name)


def page_of(outcome: Outcome, unit: str) -> Sheet:
    """The sheet of a unit."""
    found: tuple[UnitResult, ListResult] = next(
        (result, one) for one in outcome.lists for result in one.units if result.unit.id == unit
    )
    return sheet(*found, outcome)


def test_an_exempt_indicator_says_so(year: Outcome) -> None:
    """A line in which the type takes no part has no full mark and says 不参加; a group, too."""
    page = page_of(year, "foundation")
    row = row_of(page, "K4.1")
    assert (row.full, row.points, row.note, row.state) == ("", "不参加", "", "exempt")
    assert [row.points for row in page.rows if row.kind == "heading" and row.clause == "附件1 二(四)"] == ["不参加"]
    assert not [row for row in page.rows if row.kind == "subtotal" and row.label == "招生工作 小计"]


def test_the_wording_follows_the_type(year: Outcome) -> None:
    """A 教学部 reads its own wording, a college the general one."""
    assert row_of(page_of(year, "foundation"), "K8.3").content == ("主要看教师的安全意识",)
    assert "全员参与" in row_of(page_of(year, "college_a"), "K8.3").content[0]


def test_additions_and_tags_are_printed(year: Outcome) -> None:
    """What a table adds to a common cell stands below it, and an innovative piece of work has its tag."""
    page = page_of(year, "academic_affairs")
    assert row_of(page, "D2").content[-1] == "补充：每学期重点抽查合作办学、校企合作项目，做好记录"
    assert row_of(page, "D7").tags == ("创新性工作",)
    assert "D12、D15" in page.remarks[-1]


def test_a_ceiling_is_a_line_of_its_own(year: Outcome) -> None:
    """A group's ceiling is a row with the sum before it, a leaf's ceiling a line in its reason."""
    page = page_of(year, "college_a")
    (limit,) = [row for row in page.rows if row.kind == "limit" and row.label.startswith("省级以上质量工程")]
    assert (limit.points, limit.note) == ("11.00", "合计11分，超过上限10分，按10分计")
    assert row_of(page, "K1.1a").note.splitlines()[-1] == "合计9分，超过上限8分，按8分计"


def test_missing_and_provisional_say_so(incomplete: Outcome) -> None:
    """A missing input says 未填 and makes its groups and the total 未完成; what rests on it elsewhere is 暂定."""
    page = page_of(incomplete, "college_g")
    assert row_of(page, "K6.a").points == "未填"
    assert row_of(page, "K6.a").state == "missing"
    labels = {row.label: row.points for row in page.rows if row.kind == "subtotal"}
    assert labels["科研工作 小计"] == labels["重点指标 小计"] == labels["目标考核 原始分合计"] == "未完成"
    assert page.total == "未完成"
    assert "未填（1项）：K6.a" in page.notices
    assert row_of(page, "K3.1").note.splitlines()[-1] == "暂定：参照值还缺其他单位的数据"
    assert {result.label: result.value for result in page.results}["状态"] == "未完成"


def test_a_waived_indicator_lowers_the_full_mark(year: Outcome) -> None:
    """Where a person chose 不适用 the line says so, its full mark is gone, and the conversion is printed."""
    page = page_of(year, "college_h")
    assert (row_of(page, "K4.2").full, row_of(page, "K4.2").points) == ("—", "不适用")
    raw, scored = page.rows[-2:]
    assert (raw.full, scored.full) == ("146.00", "150.00")
    assert scored.note == f"{raw.points} ÷ 146 × 150 = {scored.points}"


def test_a_waived_part_of_a_sum_lowers_the_full_mark_that_is_printed() -> None:
    """Of 4, 3 were the mark's: the line and its group have what is left, and so has the conversion."""
    tree = """
- id: G
  label: 组
  max: 10
  indicators:
    - {id: A, label: 教学, max: 6, rule: {judged: {}}}
    - id: L
      label: 获奖
      max: 4
      inputs: {n: {label: 校级, unit: 项}}
      rule: {sum: {of: [{judged: {max: 3, waivable: true}}, {per_amount: {value: n, every: 1, points: 1, cap: 1}}]}}
"""
    outcome = small.assessed(
        "  - {id: a, name: 甲, type: college, facts: {A: 3, L: {mark: 不适用, n: 1}}}", small.scheme(small.tree(tree))
    )
    page = page_of(outcome, "a")
    assert (row_of(page, "L").full, row_of(page, "L").points) == ("1.00", "1.00")
    assert "本项满分按1分计" in row_of(page, "L").note
    assert [row.full for row in page.rows if row.kind == "subtotal"] == ["7.00", "7.00", "10.00"]
    assert page.rows[-1].note == "4.00 ÷ 7 × 10 = 5.71"
