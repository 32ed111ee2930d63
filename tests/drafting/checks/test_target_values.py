"""Values of target tables."""

import pytest

from tests.drafting.checks.found import found
from tests.drafting.checks.rows import PLAN, said, target, words

SPENDING = "plan: {{title: 表, spending: [{{label: 支出, half: {half}, full: 1000}}]}}"
RATE = target("=100%, equal: 100, unit: '%'", "{half}, unit: '%'", ", value: spent / budget * 100")


def rate(half: str, planned: str = "400.7", rule: str = RATE) -> list[str]:
    """What is said about a half-year execution rate where so much of 1000 is planned."""
    return said(f"预算执行率 = {rule.replace('{half}', half)}", plan=SPENDING.format(half=planned))


def test_the_rate_against_the_spending_plan() -> None:
    """45 % is asked for, but 40.07 % is planned; or less is asked for than planned."""
    (line,) = rate("=45%, equal: 45")
    assert line.startswith("execution_plan “R1 预算执行率”（三1）半年值“=45%”，")
    assert line.endswith("支出计划的半年计划执行数400.7万元是全年预算数1000万元的40.07%")
    assert rate("=35%, equal: 35")[0].startswith("execution_plan ")
    assert rate("≥45%, at_least: 45")[0].startswith("execution_plan ")


@pytest.mark.parametrize(
    "half",
    ["=40.07%, equal: 40.07", "=40.1%, equal: 40.1", "=40%, equal: 40", "≥40%, at_least: 40", "≤45%, at_most: 45"],
)
def test_a_rate_that_agrees(half: str) -> None:
    """The same as planned, at the places that are printed; or met by what is planned."""
    assert rate(half) == []


FIXED = "half: {printed: =45%, equal: 45}, full: {printed: =100%, equal: 100}"


@pytest.mark.parametrize(
    ("rule", "plan"),
    [
        (
            f"{{target: {{value: spent / n * 100, {FIXED}}}}}, inputs: {{n: {{label: 计划数, unit: 万元, above: 0}}}}",
            "1",
        ),
        (
            f"{{target: {{value: spent / budget * 100, {FIXED}}}}}, inputs: {{budget: {{label: 自己的, unit: 万元}}}}",
            "1",
        ),
        (f"{{target: {{{FIXED}}}}}", "1"),
        (RATE.replace("{half}", "推进, no_requirement: true"), "1"),
        (words("健全", "健全"), "1"),
        (RATE.replace("{half}", "=45%, equal: 45"), "null"),
        (RATE.replace("{half}", "=45%, equal: 45"), "0, full: 0}, {label: 无"),
    ],
)
def test_no_rate_to_compare(rule: str, plan: str) -> None:
    """Another formula, other money, no formula, no number, words, no plan for the half, a plan of nothing."""
    found_codes = [line.split(" ")[0] for line in said(f"执行率 = {rule}", plan=SPENDING.format(half=plan))]
    assert "execution_plan" not in found_codes


TWO = target("≥8次, at_least: 8, unit: 次", "≥4次, at_least: 4, unit: 次")
ONE = target("≥8次, at_least: 8, unit: 次")


def test_a_row_without_half_year_value() -> None:
    """Where the other rows have one; a value printed as blank is none."""
    expected = "half_missing “R3 维修”（三3）只有一个指标值“到位”，没有半年值，同一张表的其他2项都有"
    assert said(f"甲 = {TWO}", f"乙 = {TWO}", f"维修 = {words('到位')}") == [expected]
    blank = "{attainment: {half: {printed: ' ', no_requirement: true}, full: {printed: 到位}}}"
    assert said(f"甲 = {TWO}", f"乙 = {TWO}", f"维修 = {blank}") == [expected]


def test_tables_without_half_year_values() -> None:
    """A table that has none, or few, is meant so."""
    assert said(f"甲 = {ONE}", f"乙 = {ONE}") == []
    assert said(f"甲 = {ONE}", f"乙 = {TWO}") == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("≥100万元, at_most: 100, unit: 万元", "指标值印“≥100万元”，符号是≥，读作不超过（≤）"),
        ("大于5次, at_least: 5, unit: 次", "指标值印“大于5次”，符号是>，读作不少于（≥）"),
        ("≤5次, below: 5, unit: 次", "指标值印“≤5次”，符号是≤，读作小于（<）"),
        ("95%以上, above: 95, unit: '%'", "指标值印“95%以上”，符号是≥，读作大于（>）"),
        ("≥1个, equal: 1, unit: 个", "指标值印“≥1个”，符号是≥，读作等于（＝）"),
        ("≥80次, at_least: 8, unit: 次", "指标值印“≥80次”，读作≥8次，数不同"),
        ("'≥1:200', at_least: 1, per: 20", "指标值印“≥1:200”，读作≥1:20，数不同"),
        ("'≥1:200', at_least: 1", "指标值印“≥1:200”，读作≥1，数不同"),
    ],
)
def test_a_sign_that_is_read_otherwise(value: str, text: str) -> None:
    """The printed sign and the reading, or the two numbers."""
    assert said(f"甲 = {target(value)}") == [f"printed_sign “R1 甲”（三1）{text}"]


@pytest.mark.parametrize(
    "value",
    [
        "≥8次, at_least: 8, unit: 次",
        "8次, at_most: 8, unit: 次",
        "95%以上, at_least: 95, unit: '%'",
        "=0次, at_most: 0, unit: 次}, over: none, possible: {at_least: 0",
        "无安全事故, at_most: 0, unit: 起}, over: none, possible: {at_least: 0",
        "'≥1:200', at_least: 1, per: 200",
        "≥3.5万, at_least: 3.5, unit: 万",
        "≥3.5万, at_least: 35000, unit: 人",
        "≥5000元, at_least: 0.5, unit: 万元",
    ],
)
def test_a_sign_that_is_read_as_it_is(value: str) -> None:
    """A bare number has no sign; ＝0 of what may not happen is ≤0; words have no number; 万 is ten thousand."""
    assert said(f"甲 = {target(value)}") == []
    assert said(f"甲 = {words('二级')}") == []


def test_a_half_year_sign() -> None:
    """It is looked at too."""
    rule = target("≥8次, at_least: 8, unit: 次", "≤4次, at_least: 4, unit: 次")
    assert said(f"甲 = {rule}") == ["printed_sign “R1 甲”（三1）半年值印“≤4次”，符号是≤，读作不少于（≥）"]


def test_bare_times_and_ratios() -> None:
    """Nobody can tell whether 12个月 is a deadline."""
    assert said(f"项目进度 = {target('12个月, at_least: 12, unit: 个月')}") == [
        "direction “R1 项目进度”（三1）指标值印“12个月”，时间没有印方向，读作不少于（≥12个月）"
    ]
    ratio = target("'1:200', at_least: 1, per: 200", "'1:200', at_least: 1, per: 200")
    assert said(f"师生比 = {ratio}") == [
        "direction “R1 师生比”（三1）半年值印“1:200”，比值没有印方向，读作不少于（≥1:200）"
    ]


@pytest.mark.parametrize(
    "rule",
    [
        target("≥12个月, at_least: 12, unit: 个月"),
        target("16.5小时/天, at_least: 16.5, unit: 小时/天", "≥14小时/天, at_least: 14, unit: 小时/天"),
        target("12人, at_least: 12, unit: 人"),
        target("90分, at_least: 90, unit: 分"),
        target("32学时, at_least: 32, unit: 学时"),
        target("0小时, at_most: 0, unit: 小时", more=", over: none"),
        words("12个月"),
    ],
)
def test_a_direction_that_is_known(rule: str) -> None:
    """Printed with either value, no time (points, lessons), none may happen, or judged by people."""
    assert said(f"甲 = {rule}") == []


def test_numbers_that_turn_into_words() -> None:
    """Each such row is said."""
    rule = words("完成下达计划", "≥30%, at_least: 30, unit: '%'")
    assert said(f"党员 = {rule}") == [
        "half_and_full “R1 党员”（三1）半年值“≥30%”是数，全年值“完成下达计划”是文字，两者不能比较"
    ]


def test_words_that_turn_into_numbers() -> None:
    """One line a table, with how often which word stands there; ten rows are named."""
    one = target("≥8次, at_least: 8, unit: 次", "推进, no_requirement: true")
    other = target("≥8次, at_least: 8, unit: 次", "无, no_requirement: true")
    assert said(f"甲 = {one}", f"乙 = {other}", f"丙 = {one}") == [
        "half_and_full “院系”有3项半年值是文字、全年值是数（R1、R2、R3）：“推进”2项、“无”1项"
    ]
    (line,) = said(*(f"第{number}项 = {one}" for number in range(1, 12)))
    assert line.endswith("11项半年值是文字、全年值是数（R1、R2、R3、R4、R5、R6、R7、R8、R9、R10等）：“推进”11项")


def test_both_words_or_both_numbers() -> None:
    """Nothing to say."""
    assert (
        said(f"甲 = {TWO}", f"乙 = {words('健全', '推进, no_requirement: true')}", f"丙 = {words('健全', '健全')}")
        == []
    )


def test_the_place_is_the_printed_value() -> None:
    """So that it can be looked up."""
    text = f"""
targets:
- list: units
  {PLAN}
  indicators:
  - {{id: A, label: 成本, max: 10, rule: {{target: {{full: {{printed: ≥100万元, at_most: 100, unit: 万元}}}}}}}}
"""
    assert [line.split(" ")[1] for line in found(text)] == ["t.yaml:6:65"]
