"""Names of target tables."""

import pytest

from tests.drafting.checks.found import found
from tests.drafting.checks.rows import PLAN, said, target, words


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("修复及时率", "≤5小时, at_most: 5, unit: 小时", "“≤5小时”单位是“小时”，名称说的是百分率（%）"),
        ("计划完成率", "'18', at_least: 18, unit: '%'", "“18”没有单位，名称说的是百分率（%）"),
        ("服务占比（%）", "≥5人, at_least: 5, unit: 人", "“≥5人”单位是“人”，名称说的是百分率（%）"),
        ("设备正常运行率%", "≥5台, at_least: 5, unit: 台", "“≥5台”单位是“台”，名称说的是百分率（%）"),
        ("发展师生党员数", "≥30%, at_least: 30, unit: '%'", "“≥30%”单位是“%”，名称说的是一个数，不是百分率"),
        ("培训人次", "90百分比, at_least: 90, unit: '%'", "“90百分比”单位是“%”，名称说的是一个数，不是百分率"),
        ("政策发挥作用时间", "≥2500 人次, at_least: 2500, unit: 人次", "“≥2500 人次”单位是“人次”，名称说的是时间"),
        ("设备使用年限", "≥5台, at_least: 5, unit: 台", "“≥5台”单位是“台”，名称说的是时间"),
        ("项目成本", "≤5人, at_most: 5, unit: 人", "“≤5人”单位是“人”，名称说的是金额"),
        ("培训收入", "≥90%, at_least: 90, unit: '%'", "“≥90%”单位是“%”，名称说的是金额"),
    ],
)
def test_a_unit_that_does_not_fit(name: str, value: str, text: str) -> None:
    """A rate in hours, a number in percent, a time in heads, a cost in heads."""
    assert said(f"{name} = {target(value)}") == [f"unit_of_name “R1 {name}”（三1）指标值{text}"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("首次就业率", "≥95%, at_least: 95, unit: '%'"),
        ("就业率", "≥98 百分号, at_least: 98, unit: '%'"),
        ("事故率", "≤3‰, at_most: 3, unit: ‰"),
        ("辅导员配备比例", "'≥1:200', at_least: 1, per: 200"),
        ("工作效率", "≥5件, at_least: 5, unit: 件"),
        ("获奖数", "≥3个, at_least: 3, unit: 个"),
        ("师资指数", "≥90%, at_least: 90, unit: '%'"),
        ("事故发生率", "'0', at_most: 0}, over: none, possible: {at_least: 0"),
        ("开放就餐时间", "≥16.5小时/天, at_least: 16.5, unit: 小时/天"),
        ("响应时间", "≤3（秒）, at_most: 3, unit: 秒"),
        ("培训时长", "≥32学时, at_least: 32, unit: 学时"),
        ("合同期限", "≤15个工作日, at_most: 15, unit: 个工作日"),
        ("专利转化金额", "≥50万元, at_least: 50, unit: 万元"),
        ("生均经费", "≥2300元/人, at_least: 2300, unit: 元/人"),
        ("留学收入", "≥3美元, at_least: 3, unit: 美元"),
        ("工期", "无事故, at_most: 0, unit: 起}, over: none, possible: {at_least: 0"),
        ("在校生", "≥95%, at_least: 95, unit: '%'"),
    ],
)
def test_a_unit_that_fits(name: str, value: str) -> None:
    """Percentages by any name, ratios, words that only end like a rate, 0, times and money of all sorts."""
    assert said(f"{name} = {target(value)}") == []


def test_words_have_no_unit() -> None:
    """A rate that is judged in words; it is said once for both values."""
    assert said(f"覆盖率 = {words('覆盖度高')}") == []
    both = target("≥8人, at_least: 8, unit: 人", "≥4人, at_least: 4, unit: 人")
    assert said(f"覆盖率 = {both}") == ["unit_of_name “R1 覆盖率”（三1）半年值“≥4人”单位是“人”，名称说的是百分率（%）"]


@pytest.mark.parametrize("sign", ["；", "。", ";"])
def test_several_names_in_one(sign: str) -> None:
    """A separator inside a name; one at its end is only untidy."""
    rule = words("良好")
    name = f"硬件可以使用{sign}软件可以运行"
    assert said(f"{name} = {rule}") == [f"several_in_one “R1 {name}”（三1）的名称里有“{sign}”，像是几项写在一起"]
    assert said(f"硬件、软件可以使用{sign} = {rule}") == []


def test_only_target_tables_are_looked_at() -> None:
    """A regulation's own words may be long sentences."""
    assert said(f"硬件；软件 = {words('良好')}", plan="") == []


_GROUPS = """
targets:
- list: units
  {plan}
  indicators:
  - id: A
    label: {first}
    clause: 一
    max: 5
    indicators: [{{id: A1, label: 甲, clause: 一1, max: 5, rule: {{judged: {{}}}}}}]
  - id: B
    label: {second}
    clause: 二
    max: 5
    indicators: [{{id: B1, label: 乙, clause: 二1, max: 5, rule: {{judged: {{}}}}}}]
"""


def groups(first: str, second: str) -> list[str]:
    """What is said about two groups of these names."""
    return [line.split(" ", 2)[2] for line in found(_GROUPS.format(plan=PLAN, first=first, second=second))]


def test_names_that_differ_in_the_last_character() -> None:
    """党的建设 and 党的建议, with whatever blanks."""
    assert groups("党的建设", "党的 建议") == [
        "“A 党的建设”（一）与“B 党的 建议”（二）的名称只差最后一个字，可能是误写"
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("建设", "建议"),
        ("党的建设", "党的建设"),
        ("党的建设", "学校建议"),
        ("党的建设", "党的建设工作"),
        ("专项项目一", "专项项目二"),
        ("专项项目A", "专项项目B"),
        ("专项项目1", "专项项目2"),
    ],
)
def test_names_that_mean_to_differ(first: str, second: str) -> None:
    """Short ones, equal ones, other beginnings, other lengths, and names that count."""
    assert groups(first, second) == []


def test_indicators_in_another_column() -> None:
    """The document prints them where the goals stand."""
    plan = "plan: {title: 表, layout: {indicators_stand_in: 绩效目标}}"
    assert said(f"满意度 = {words('良好')}", plan=plan) == [
        "other_column “院系”的指标印在“绩效目标”一栏里，不在指标栏",
    ]


def test_one_name_twice() -> None:
    """Blanks and the shape of brackets make no other name."""
    assert said(f"就业率（％） = {words('良好')}", f"就业率 (%) = {words('良好')}") == [
        "same_label “R1 就业率（％）”（三1）与“R2 就业率 (%)”（三2）的名称相同，都是“就业率（％）”",
    ]
