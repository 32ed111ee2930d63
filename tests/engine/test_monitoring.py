"""Half-year values watched: how each indicator stands, the money beside it, and what is missing."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from assess.engine.monitoring import IndicatorStanding, Monitoring, UnitMonitoring, monitor
from assess.files import yaml_reader
from assess.scheme.reading.building import build_scheme
from assess.scheme.scheme import Scheme
from assess.year.reading.building import build_evidence

SCHEME = """
id: plan
title: 目标表
source: {{document: 目标表}}
period: {{from: 2026-01-01, to: 2026-12-31}}
lists: {{projects: {{label: 项目}}}}
unit_types: {{project: {{label: 项目, list: projects}}}}
parts: {{targets: {{label: 指标, full: {{projects: 10}}, indicators: {{partial: raw}}}}}}
{monitoring}
targets:
- table: p1
  label: 项目一
  {plan}
  indicators:
  - id: output
    label: 产出
    max: 10
    shares: leaves
    indicators:
"""

PLAN = "plan: {title: 表, funds: [{label: 预算数, amount: 1000}], spending: [{label: 基本支出, half: 401, full: 1000}]}"


def scheme(*rules: str, monitoring: str = "monitoring: {}", plan: str = "") -> Scheme:
    """A table with the indicators T1, T2, … of these rules."""
    text = SCHEME.format(monitoring=monitoring, plan=plan)
    for number, rule in enumerate(rules, start=1):
        text += f"    - {{id: T{number}, label: 指标{number}, rule: {rule}}}\n"
    return build_scheme(yaml_reader.parse(text, "scheme.yaml"))


def watched(of: Scheme, facts: str, more: str = "") -> Monitoring:
    """The half-year of one project, with these facts."""
    unit = f"- {{id: p1, name: 项目一, type: project, table: p1, facts: {facts}}}\n"
    text = f"scheme: plan\ntitle: 上半年\nstage: half_year\nunits:\n{unit}{more}"
    return monitor(of, build_evidence(yaml_reader.parse(text, "half.yaml"), of))


def only_unit(monitoring: Monitoring) -> UnitMonitoring:
    """The one unit."""
    (one,) = monitoring.units
    return one


def standing(rule: str, fact: str | None, monitoring: str = "monitoring: {}") -> tuple[str | None, str | None, str]:
    """State, share reached and words of the one indicator, for which `fact` is entered."""
    facts = "{}" if fact is None else f"{{T1: {fact}}}"
    (one,) = only_unit(watched(scheme(rule, monitoring=monitoring), facts)).indicators
    return said(one)


def said(one: IndicatorStanding) -> tuple[str | None, str | None, str]:
    """State, share and words."""
    if one.standing is None:
        return None, None, ""
    return one.standing.state, None if one.standing.share is None else str(one.standing.share), one.standing.text


def target(half: str, full: str = "{printed: ≥8次, at_least: 8, unit: 次}", more: str = "") -> str:
    """A target with this half-year value."""
    return f"{{target: {{half: {half}, full: {full}{more}}}}}"


AT_LEAST = target("{printed: ≥4次, at_least: 4, unit: 次}")


@pytest.mark.parametrize(
    ("value", "state", "share"),
    [
        ("4", "on_course", "1"),
        ("9", "on_course", "1"),
        ("3.999", "at_risk", "3999/4000"),
        ("3.2", "at_risk", "4/5"),
        ("3.199", "behind", "3199/4000"),
        ("0", "behind", "0"),
    ],
)
def test_below_on_and_above_the_edges(value: str, state: str, share: str) -> None:
    """≥4: 4 is on course, from 80 % of it (closed) at risk, below that behind."""
    assert standing(AT_LEAST, value) == (state, share, f"{value}次，半年值≥4次")


@pytest.mark.parametrize(("value", "state"), [("2", "at_risk"), ("1.999", "behind")])
def test_the_scheme_says_where_at_risk_begins(value: str, state: str) -> None:
    """With 50 half of the half-year value is still at risk."""
    assert standing(AT_LEAST, value, "monitoring: {at_risk_from: 50}")[0] == state


@pytest.mark.parametrize(
    ("value", "state", "share"),
    [("3", "on_course", "1"), ("2", "at_risk", "1"), ("1.6", "at_risk", "4/5"), ("1.5", "behind", "3/4")],
)
def test_more_than(value: str, state: str, share: str) -> None:
    """>2: exactly 2 is not reached, but nothing is missing of it: at risk."""
    assert standing(target("{printed: 大于2, above: 2, unit: 次}"), value)[:2] == (state, share)


def test_more_than_nothing() -> None:
    """>0: 0 is behind, anything more is on course."""
    rule = target("{printed: 大于0, above: 0, unit: 次}")
    assert [standing(rule, value)[:2] for value in ("0", "1")] == [("behind", "0"), ("on_course", "1")]


@pytest.mark.parametrize(
    ("value", "state", "share"),
    [("100", "on_course", "1"), ("0", "on_course", "1"), ("125", "at_risk", "4/5"), ("126", "behind", "50/63")],
)
def test_at_most(value: str, state: str, share: str) -> None:
    """≤100: over it the share is 100 ÷ value."""
    rule = target("{printed: ≤100%, at_most: 100, unit: '%'}", "{printed: ≤100%, at_most: 100, unit: '%'}")
    assert standing(rule, value)[:2] == (state, share)


@pytest.mark.parametrize(("value", "state"), [("99", "on_course"), ("100", "at_risk"), ("130", "behind")])
def test_less_than(value: str, state: str) -> None:
    """<100: exactly 100 is at risk."""
    rule = target("{printed: <100, below: 100, unit: 次}", "{printed: <100, below: 100, unit: 次}")
    assert standing(rule, value)[0] == state


LINEAR = "{printed: ≤10次, at_most: 10, unit: 次}, over: linear"


@pytest.mark.parametrize(("value", "share"), [("12", "4/5"), ("15", "1/2"), ("30", "0")])
def test_over_is_counted_as_in_the_year(value: str, share: str) -> None:
    """With `over: linear` the share sinks to 0 at twice the value."""
    assert standing(target("{printed: ≤10次, at_most: 10, unit: 次}", LINEAR), value)[1] == share


PER_POINT = "{printed: =0%, equal: 0, unit: '%'}"


@pytest.mark.parametrize(
    ("value", "state", "share"),
    [("0", "on_course", "1"), ("2", "at_risk", "4/5"), ("2.1", "behind", "79/100"), ("11", "behind", "0")],
)
def test_percentage_points_over(value: str, state: str, share: str) -> None:
    """With `over: per_point` each point takes a tenth, so that a ceiling of 0 % has an at-risk range too."""
    assert standing(target(PER_POINT, PER_POINT, ", over: per_point"), value)[:2] == (state, share)


@pytest.mark.parametrize(("value", "state", "share"), [("0", "on_course", "1"), ("1", "behind", "0")])
def test_none_may_happen(value: str, state: str, share: str) -> None:
    """One accident is behind, however small the number."""
    none = "{printed: 0次, at_most: 0, unit: 次}"
    assert standing(target(none, none, ", over: none"), value)[:2] == (state, share)


def test_a_ceiling_of_zero_by_mid_year() -> None:
    """≤0 by mid-year and ≤5 for the year: what is over 0 cannot be put into a share and is behind."""
    rule = target("{printed: ≤0, at_most: 0, unit: 次}", "{printed: ≤5, at_most: 5, unit: 次}")
    assert standing(rule, "1")[:2] == ("behind", "0")


EQUAL = "{printed: ＝10个, equal: 10, unit: 个}"


@pytest.mark.parametrize(
    ("more", "value", "state"),
    [
        ("", "10", "on_course"),
        ("", "8", "at_risk"),
        ("", "7", "behind"),
        ("", "12.5", "at_risk"),
        ("", "13", "behind"),
        (", more: harmless", "13", "on_course"),
        (", more: harmless", "8", "at_risk"),
    ],
)
def test_equal(more: str, value: str, state: str) -> None:
    """＝10: a ceiling unless more is harmless; short of it by share in both."""
    assert standing(target(EQUAL, EQUAL, more), value)[0] == state


def test_a_change_that_may_be_negative() -> None:
    """≤-5 %: -6 is on course, -3 is behind; short of ＝0 % there is no share either."""
    fall = "{printed: ≤-5%, at_most: -5, unit: '%'}"
    rule = target(fall, fall, ", over: none, possible: {at_least: -100}")
    assert [standing(rule, value)[0] for value in ("-6", "-3")] == ["on_course", "behind"]
    rule = target(PER_POINT, PER_POINT, ", over: per_point, possible: {at_least: -100}")
    assert standing(rule, "-1")[:2] == ("behind", "0")


@pytest.mark.parametrize(
    "half",
    [
        "{printed: ≥0次, at_least: 0, unit: 次}",
        "{printed: ＝0个, equal: 0, unit: 个, no_requirement: true}",
        "{printed: 推进, no_requirement: true}",
        "{printed: 无, no_requirement: true}",
        "null",
    ],
)
def test_no_measurable_requirement(half: str) -> None:
    """≥0, something not built yet, 推进, 无 and no half-year value ask nothing, whether or not a value is entered."""
    for fact in (None, "3"):
        assert standing(target(half), fact) == ("no_requirement", None, "")


RATIO = """{target: {value: counsellors / students,
 half: {printed: "1:200", at_least: 1, per: 200}, full: {printed: "1:200", at_least: 1, per: 200}}},
 inputs: {counsellors: {label: 专职辅导员数, unit: 人}, students: {label: 全日制在校生数, unit: 人}}"""


@pytest.mark.parametrize(
    ("counsellors", "state", "words"),
    [
        ("50", "on_course", "1:200，半年值≥1:200"),
        ("40", "at_risk", "1:250，半年值≥1:200"),
        ("39", "behind", "1:256.4103，半年值≥1:200"),
        ("0", "behind", "0，半年值≥1:200"),
    ],
)
def test_a_ratio(counsellors: str, state: str, words: str) -> None:
    """1:200 compares as a fraction and is said as a ratio."""
    found = standing(RATIO, f"{{counsellors: {counsellors}, students: 10000}}")
    assert (found[0], found[2]) == (state, words)


def test_a_ratio_of_nothing() -> None:
    """Division by zero is an error with the unit's place, and the indicator counts as missing."""
    monitoring = watched(scheme(RATIO), "{T1: {counsellors: 1, students: 0}}")
    assert only_unit(monitoring).counts == {None: 1}
    assert [str(problem) for problem in monitoring.problems] == [
        "half.yaml:5:3: 错误：项目一“T1 指标1”算不出来：分母为0\n    → 请核对这一指标填写的数字"
    ]


WORDS = "{attainment: {half: {printed: 健全}, full: {printed: 健全}}}"


@pytest.mark.parametrize(("level", "state"), [("达成", "on_course"), ("部分达成", "at_risk"), ("未达成", "behind")])
def test_words(level: str, state: str) -> None:
    """The levels of attainment mean on course, at risk, behind; a percentage is not needed at half-year."""
    assert standing(WORDS, f"{{level: {level}}}") == (state, None, level)


@pytest.mark.parametrize("half", ["{printed: 推进, no_requirement: true}", "{printed: ≥0项, at_least: 0}", "null"])
def test_words_that_ask_nothing(half: str) -> None:
    """推进, ≥0 and no half-year value under a worded year."""
    assert standing(f"{{attainment: {{half: {half}, full: {{printed: 落实}}}}}}", None)[0] == "no_requirement"


MEASURED = "{attainment: {half: {printed: ≥30%, at_least: 30, unit: '%'}, full: {printed: 完成下达计划}}}"


@pytest.mark.parametrize(
    ("value", "state", "share"),
    [("30", "on_course", "1"), ("24", "at_risk", "4/5"), ("23", "behind", "23/30"), ("0", "behind", "0")],
)
def test_a_measured_half_year_under_a_worded_year(value: str, state: str, share: str) -> None:
    """≥30 % by mid-year is held against the number, though the year is judged."""
    assert standing(MEASURED, f"{{actual: {value}}}") == (state, share, f"{value}%，半年值≥30%")


@pytest.mark.parametrize(
    ("half", "value", "state"),
    [
        ("{printed: ≤20, at_most: 20, unit: 次}", "25", "at_risk"),
        ("{printed: ≤20, at_most: 20, unit: 次}", "26", "behind"),
        ("{printed: ≤0, at_most: 0, unit: 次}", "1", "behind"),
        ("{printed: 大于5, above: 5, unit: 次}", "5", "at_risk"),
    ],
)
def test_other_measured_half_years(half: str, value: str, state: str) -> None:
    """A ceiling, a ceiling of nothing and an open line under a worded year."""
    rule = f"{{attainment: {{half: {half}, full: {{printed: 落实}}}}}}"
    assert standing(rule, f"{{actual: {value}}}")[0] == state


def test_missing_values() -> None:
    """What is not entered is said with the unit's place, and counted apart; what asks nothing is not missed."""
    rules = (AT_LEAST, WORDS, MEASURED, target("{printed: 推进, no_requirement: true}"))
    monitoring = watched(scheme(*rules), "{T1: null}")
    assert only_unit(monitoring).counts == {None: 3, "no_requirement": 1}
    assert [str(problem) for problem in monitoring.problems] == [
        "half.yaml:5:3: 缺项：项目一“T1 指标1”缺“实际完成值”",
        "half.yaml:5:3: 缺项：项目一“T2 指标2”缺“达成程度”",
        "half.yaml:5:3: 缺项：项目一“T3 指标3”缺“半年实际完成值”",
    ]


def test_the_reason_is_passed_on() -> None:
    """The unit's own words stand beside the state, also where nothing is asked."""
    rules = (AT_LEAST, target("{printed: 推进, no_requirement: true}"), WORDS)
    facts = "{T1: {actual: 3, deviation: 延期}, T2: {deviation: 已立项}}"
    indicators = only_unit(watched(scheme(*rules), facts)).indicators
    assert [one.deviation for one in indicators] == ["延期", "已立项", ""]


def test_other_indicators_are_not_watched() -> None:
    """Marks and whatever else has no target value are left out; so is what does not apply to the unit."""
    assert only_unit(watched(scheme("{judged: {}}", AT_LEAST), "{T2: 4}")).counts == {"on_course": 1}
    of = scheme(f"{AT_LEAST}, except: [project]")
    assert only_unit(watched(of, "{}")).indicators == ()


def money(facts: str, plan: str = PLAN) -> tuple[Monitoring, UnitMonitoring]:
    """The money of the one unit."""
    monitoring = watched(scheme("{judged: {}}", plan=plan), facts)
    return monitoring, only_unit(monitoring)


def test_the_money() -> None:
    """Spent against the adjusted budget, and what the plan would have spent by now."""
    _, unit = money("{funds: {budget: 900, spent: 360}}")
    assert (unit.execution.rate, unit.planned, unit.planned_rate) == (
        Fraction(2, 5),
        Fraction(401),
        Fraction(401, 1000),
    )


def test_missing_money() -> None:
    """Budget and what was spent are asked for where the table has a head."""
    monitoring, unit = money("{}")
    assert unit.execution.rate is None
    assert [problem.text for problem in monitoring.problems] == [
        "项目一的预算资金缺“全年预算数”",
        "项目一的预算资金缺“执行数”",
    ]


@pytest.mark.parametrize(
    "plan",
    [
        "",
        "plan: {title: 表}",
        "plan: {title: 表, spending: [{label: 基本支出, half: 0, full: 0}]}",
        "plan: {title: 表, spending: [{label: 基本支出, half: 1}]}",
    ],
)
def test_no_spending_plan(plan: str) -> None:
    """No head, no plan, a plan of nothing or without the year: no planned rate."""
    assert money("{}", plan)[1].planned_rate is None


RATE = """{target: {value: spent / budget * 100,
 half: {printed: =45%, equal: 45, unit: '%'}, full: {printed: =100%, equal: 100, unit: '%'}}}"""


def test_the_rate_as_an_indicator() -> None:
    """It reads the money; missing money is said once, not once more for the indicator."""
    of = scheme(RATE, plan=PLAN)
    (one,) = only_unit(watched(of, "{funds: {budget: 1000, spent: 360}}")).indicators
    assert said(one) == ("at_risk", "4/5", "36%，半年值＝45%")
    monitoring = watched(of, "{}")
    assert only_unit(monitoring).counts == {None: 1}
    assert len(monitoring.problems) == 2


def test_units_in_the_office_s_order() -> None:
    """By the order given, then by id; a unit that takes no part is left out."""
    more = (
        "- {id: z, name: 乙, type: project, table: p1, order: -1}\n"
        "- {id: a, name: 甲, type: project, table: p1}\n"
        "- {id: b, name: 丙, type: project, table: p1, takes_part: {no: 未立项}}\n"
    )
    assert [one.unit.id for one in watched(scheme(AT_LEAST), "{}", more).units] == ["z", "a", "p1"]


def test_a_scheme_without_the_line_uses_the_default() -> None:
    """80 % where the scheme says nothing."""
    assert standing(AT_LEAST, "3.2", "")[0] == "at_risk"


EVERY_RULE = (AT_LEAST, RATIO, WORDS, MEASURED, target("{printed: 推进, no_requirement: true}"), RATE)
EVERY_FACT = """{T1: 3, T2: {counsellors: 40, students: 10000}, T3: {level: 部分达成}, T4: {actual: 29},
 funds: {budget: 1000, spent: 500}}"""

#: Every full-year value replaced by another one of its kind.
OTHER_YEAR = {
    "full: {printed: ≥8次, at_least: 8, unit: 次}": "full: {printed: ≥80次, at_least: 80, unit: 次}",
    'full: {printed: "1:200", at_least: 1, per: 200}': 'full: {printed: "1:20", at_least: 1, per: 20}',
    "full: {printed: 健全}": "full: {printed: 完善}",
    "full: {printed: 完成下达计划}": "full: {printed: 超额完成}",
    "full: {printed: =100%, equal: 100, unit: '%'}": "full: {printed: =50%, equal: 50, unit: '%'}",
}


def _all(rules: tuple[str, ...]) -> list[tuple[str | None, str | None, str]]:
    return [said(one) for one in only_unit(watched(scheme(*rules, plan=PLAN), EVERY_FACT)).indicators]


def _changed(rule: str, changes: Mapping[str, str]) -> str:
    for old, new in changes.items():
        rule = rule.replace(old, new)
    return rule


def test_full_year_values_play_no_part() -> None:
    """Every full-year value is changed, and nothing about half-year is."""
    changed = tuple(_changed(rule, OTHER_YEAR) for rule in EVERY_RULE)
    assert all(one != other for one, other in zip(EVERY_RULE, changed, strict=True))
    found = _all(EVERY_RULE)
    assert _all(changed) == found
    states = ["behind", "at_risk", "at_risk", "at_risk", "no_requirement", "at_risk"]
    assert [state for state, _, _ in found] == states
