"""The summary of a list with a single unit is true, and its lines add up to its last one."""

from fractions import Fraction
from pathlib import Path

import pytest

from assess.engine.outcome import Outcome
from assess.reports.targets.summary_context import Summary
from tests.reports.target_schemes import scheme_of, scored
from tests.reports.test_summary import drawn, page_of, words

#: Of 90 points three sections; the last indicator is for another type of unit.
SCHEME = """\
id: one
title: 整体绩效
source: {document: 绩效目标表}
period: {from: 2024-01-01, to: 2024-12-31}
lists: {units: {label: 单位}}
unit_types: {school: {label: 学校, list: units}, office: {label: 机关, list: units}}
parts:
  execution: {label: 预算执行率, full: {units: 10}, execution: {}}
  targets: {label: 绩效指标, full: {units: 90}, indicators: {partial: convert}}
targets:
  - list: units
    plan: {title: 绩效目标表, layout: {levels: [指标, 二级], period_values: [指标值]}}
    indicators:
      - id: A
        label: 产出
        max: 30
        indicators:
          - {id: A1, label: 数量, max: 20, rule: {judged: {waivable: true}}}
          - {id: A2, label: 质量, max: 10, rule: {judged: {waivable: true}}}
      - id: B
        label: 效益
        max: 30
        indicators:
          - {id: B1, label: 社会效益, max: 30, rule: {judged: {waivable: true}}}
      - id: C
        label: 满意度
        max: 20
        indicators:
          - {id: C1, label: 学生满意度, max: 20, rule: {judged: {waivable: true}}}
      - id: D
        label: 机关作风
        max: 10
        only: [office]
        indicators:
          - {id: D1, label: 作风, max: 10, rule: {judged: {}}}
"""
FACTS = {"funds": "{budget: 100, spent: 90, deviation: 节约}", "A1": "18", "A2": "9", "B1": "27", "C1": "19"}


def outcome_of(folder: Path, partial: str = "convert", **facts: str) -> Outcome:
    """The year of one school; `facts` in place of the usual ones, empty: not entered."""
    lines = "".join(f"      {name}: {value}\n" for name, value in {**FACTS, **facts}.items() if value)
    year = f"scheme: one\ntitle: 年度\nunits:\n  - id: a\n    name: 甲校\n    type: school\n    facts:\n{lines}"
    return scored(folder, scheme_of(folder / "scheme", SCHEME.replace("partial: convert", f"partial: {partial}")), year)


def shown(page: Summary) -> list[list[str]]:
    """Label, number of indicators, full mark and points of each line but the inner ones."""
    return [words(line)[1:5] for line in page.lines if line.look != "inner"]


def test_what_a_person_found_not_to_apply(tmp_path: Path) -> None:
    """It says 不适用 and has no full mark, is not counted, and what the rest is converted to has a line."""
    page = page_of(outcome_of(tmp_path, B1="不适用", A2="不适用"))
    assert shown(page) == [
        ["产出", "1", "20.00", "18.00"],
        ["效益", "0", "—", "不适用"],
        ["满意度", "1", "20.00", "19.00"],
        ["机关作风", "0", "—", "不参加"],
        ["绩效指标（折算后）", "2", "90.00", "83.25"],
        ["预算执行率", "—", "10.00", "9.00"],
        ["总分", "2", "100.00", "92.25"],
    ]
    assert page.remarks[0] == "绩效指标折算：37.00 ÷ 40 × 90 = 83.25"
    assert words(page.lines[1])[5] == "—"


def test_what_is_not_converted_says_so(tmp_path: Path) -> None:
    """Points that count as they are keep the full mark of the part, and the paper says why it is another one."""
    page = page_of(outcome_of(tmp_path, "raw", B1="不适用"))
    assert ["绩效指标（合计）", "3", "90.00", "46.00"] in shown(page)
    assert page.remarks[0] == "绩效指标满分90分；适用的指标满分50分，得分不折算，直接计入总分"


@pytest.mark.parametrize("facts", [{}, {"B1": "不适用"}, {"A2": "不适用", "C1": "不适用"}])
@pytest.mark.parametrize("partial", ["convert", "raw"])
def test_lines_add_up(tmp_path: Path, partial: str, facts: dict[str, str]) -> None:
    """Full marks, points and numbers of indicators: the sections give the part, the parts give the total."""
    outcome = outcome_of(tmp_path, partial, **facts)
    lines = shown(page_of(outcome))
    parts = [line for line in lines if line[0] in ("绩效指标（折算后）", "绩效指标（合计）")]
    sections, (execution, total) = lines[:4], lines[-2:]
    for column in (2, 3):
        added = [Fraction(line[column]) for line in (parts or sections) if line[column][0].isdigit()]
        assert sum(added) + Fraction(execution[column]) == Fraction(total[column])
    assert sum(int(line[1]) for line in sections) == int(total[1]) == 4 - len(facts)
    assert all(line[1] == total[1] for line in parts)


def test_a_part_that_adds_up_has_no_line_of_its_own(tmp_path: Path) -> None:
    """Where its sections come to it, it would say the same twice."""
    scheme = scheme_of(tmp_path / "scheme", SCHEME.replace("type: school", "type: office"))
    year = "scheme: one\ntitle: 年度\nunits:\n  - {id: a, name: 甲, type: office, facts: {%s}}\n"
    facts = ", ".join(f"{name}: {value}" for name, value in {**FACTS, "D1": "10"}.items())
    page = page_of(scored(tmp_path, scheme, year % facts))
    assert [line[0] for line in shown(page)] == ["产出", "效益", "满意度", "机关作风", "预算执行率", "总分"]


def test_what_is_missing_is_unfinished(tmp_path: Path) -> None:
    """Neither 不适用 nor 0; the part and the total wait for it."""
    page = page_of(outcome_of(tmp_path, C1="", B1="不适用"))
    lines = {line[0]: line[3] for line in shown(page)}
    assert (lines["满意度"], lines["效益"]) == ("未完成", "不适用")
    assert (lines["绩效指标（合计）"], lines["总分"]) == ("未完成", "未完成")
    assert not any("折算" in remark for remark in page.remarks)


def test_nothing_at_all_applies(tmp_path: Path) -> None:
    """The part says 不适用 and the total 未完成; the page is drawn."""
    facts = dict.fromkeys(("A1", "A2", "B1", "C1"), "不适用")
    page = page_of(outcome_of(tmp_path, **facts))
    assert shown(page)[-3:] == [
        ["绩效指标（合计）", "0", "90.00", "不适用"],
        ["预算执行率", "—", "10.00", "9.00"],
        ["总分", "0", "100.00", "未完成"],
    ]
    assert drawn(page, tmp_path / "out").exists()


def test_indicators_of_a_part_that_does_not_count(tmp_path: Path) -> None:
    """They stand with their points, the paper says that they do not count, and the last line leaves them out."""
    scheme = SCHEME.replace("partial: convert}", "partial: convert, nodes: [A, B, C, D]}").replace(
        "  execution:", "  more: {label: 其他, full: {units: 0}, indicators: {nodes: [E]}}\n  execution:"
    )
    scheme += "      - {id: E, label: 参考, max: 5, rule: {judged: {}}}\n"
    facts = ", ".join(f"{name}: {value}" for name, value in {**FACTS, "E": "3"}.items())
    year = f"scheme: one\ntitle: 年度\nunits:\n  - {{id: a, name: 甲, type: school, facts: {{{facts}}}}}\n"
    page = page_of(scored(tmp_path, scheme_of(tmp_path / "scheme", scheme), year))
    lines = shown(page)
    assert ["参考", "1", "5.00", "3.00"] in lines
    assert lines[-1][:3] == ["总分", "4", "100.00"]
    assert "参考不计入总分" in page.remarks
