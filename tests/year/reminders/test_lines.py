"""Where each reminder begins: on the line, below it and above it, with the scheme's parameters and with others."""

import pytest

from assess.scheme.scheme import Scheme
from tests import small
from tests.year.reminders.small_year import codes, noticed, scheme, units

FAR, FRACTION, MONEY = "far_from_usual", "percentage_as_fraction", "money_unit"


def counted(spec: str = "{label: 学生数, unit: 人}", **keys: str) -> Scheme:
    """One number is asked for, under N."""
    bands = "{bands: {value: n, bands: [{at_least: 1, points: 10}]}}"
    return scheme(f"- {{id: N, label: 规模, max: 10, inputs: {{n: {spec}}}, rule: {bands}}}", **keys)


def asked(of: Scheme, *values: str) -> list[str]:
    """What is noticed among units with these numbers; an empty one is not entered."""
    return codes(of, [f"facts: {{N: {value}}}" if value else "short: 无" for value in values])


@pytest.mark.parametrize(
    ("value", "is_far"),
    [("99.9", False), ("100", True), ("101", True), ("1.1", False), ("1", True), ("0.9", True), ("0", False)],
)
def test_far_from_the_median_of_the_others(value: str, *, is_far: bool) -> None:
    """Ten times 10 and a tenth of it are far, both closed; zero is not."""
    assert asked(counted(), value, "9", "10", "10", "12") == ([f"{FAR} a/N/n"] if is_far else [])


@pytest.mark.parametrize("few", [("10", "10", "10"), ("10", "10", "10", "0"), ("10", "10", "10", "")])
def test_three_others_are_too_few(few: tuple[str, ...]) -> None:
    """Neither a zero nor what is not entered is one to compare with."""
    assert asked(counted(), "1000", *few) == []
    assert asked(counted(), "1000", *few, "10") == [f"{FAR} a/N/n"]


def test_an_even_number_of_others_has_the_middle_of_two() -> None:
    """Of 2, 4, 6, 8 it is 5; of 2, 4, 6, 8, 8 it is 6."""
    assert asked(counted(), "49.9", "2", "4", "6", "8") == []
    assert asked(counted(), "50", "2", "4", "6", "8") == [f"{FAR} a/N/n"]
    assert asked(counted(), "59.9", "8", "2", "4", "6", "8") == []
    assert asked(counted(), "60", "8", "2", "4", "6", "8") == [f"{FAR} a/N/n"]


def test_factor_and_others_are_the_schemes() -> None:
    """Three times one other unit's."""
    of = counted(reminders="{far: 3, others: 1}")
    assert asked(of, "30", "10") == [f"{FAR} a/N/n", f"{FAR} b/N/n"]
    assert asked(of, "29", "10") == []
    assert asked(of, "29") == []


def test_numbers_of_an_indicator_that_does_not_apply() -> None:
    """They are not counted, so they are neither asked about nor compared with."""
    of = scheme(
        "- {id: B, label: 作风, max: 10, rule: {judged: {}}}\n"
        "- {id: N, label: 规模, max: 10, except: [centre], inputs: {n: {label: 学生数, unit: 人}},"
        " rule: {bands: {value: n, bands: [{at_least: 1, points: 10}]}}}",
        unit_types="{college: {label: 学院, list: academic}, centre: {label: 中心, list: academic}}",
    )
    centre = "{id: e, name: 戊, type: centre, facts: {N: 10, B: 9}}"
    assert codes(of, ["facts: {N: 1000}", *["facts: {N: 10}"] * 3, centre]) == ["not_applicable e/N/n"]


@pytest.mark.parametrize(("value", "is_fraction"), [("1.01", False), ("1", True), ("0.05", True), ("0", False)])
def test_a_percentage_of_at_most_1(value: str, *, is_fraction: bool) -> None:
    """1 may be the whole as a fraction; 0 is nothing."""
    of = counted('{label: 比率, unit: "%"}')
    assert (f"{FRACTION} a/N/n" in asked(of, value, "91", "90", "88", "94")) is is_fraction


@pytest.mark.parametrize(("median", "is_fraction"), [("7.9", False), ("8", True), ("8.1", True)])
def test_far_less_than_the_others_percentage(median: str, *, is_fraction: bool) -> None:
    """0.8 is asked about where 8 is usual, not where 7.9 is."""
    of = counted('{label: 比率, unit: "%"}')
    assert asked(of, "0.8", *[median] * 4) == ([f"{FRACTION} a/N/n"] if is_fraction else [])


@pytest.mark.parametrize(("usual", "said"), [("1", FAR), ("1.01", FRACTION)])
def test_others_of_at_most_1_percent(usual: str, said: str) -> None:
    """They are no reason to think of a fraction; 0.1 is still far from them."""
    assert asked(counted('{label: 比率, unit: "%"}'), "0.1", *[usual] * 4) == [f"{said} a/N/n"]


def test_other_units_of_measurement_have_no_percent() -> None:
    """Half a person is nobody's percentage."""
    assert asked(counted(), "0.9", "2", "3", "3", "3") == []


PANEL = (
    "leadership: {label: 领导评价, full: {academic: 10}, panel: {groups:"
    " {one: {label: 正职, points: 5}, two: {label: 副职, points: 5}}}}"
)


def target(printed: str, read: str) -> Scheme:
    """One printed target in percent, T."""
    full = f'{{printed: {printed}, {read}, unit: "%"}}'
    return scheme(f"- {{id: T, label: 比率, max: 10, rule: {{target: {{full: {full}, over: per_point}}}}}}")


@pytest.mark.parametrize(
    ("read", "value", "is_fraction"),
    [
        ("at_least: 9", "0.9", True),
        ("at_least: 8.9", "0.9", False),
        ("equal: 100", "1", True),
        ("above: 90", "0.95", True),
        ("at_most: 100", "0.95", True),
        ("at_most: 99.9", "0.95", False),
        ("below: 100", "0.95", True),
        ("below: 99", "0.95", False),
        ("at_most: 0", "0.95", False),
        ("at_least: 1", "0.1", False),
    ],
)
def test_a_fraction_of_the_target(read: str, value: str, *, is_fraction: bool) -> None:
    """A ceiling counts from 100 on; a target of at most 1 never."""
    found = codes(target("x", read), [f"facts: {{T: {{actual: {value}, deviation: 见说明}}}}"])
    assert found == ([f"{FRACTION} a/T/actual"] if is_fraction else [])


LINE = """
- id: B
  label: 参与率
  max: 10
  rule: {judged: {}}
  inputs: {rate: {label: 参与率, unit: "%%", line: {%s}}}
"""


@pytest.mark.parametrize(
    ("line", "value", "is_fraction"),
    [
        ("at_least: 9", "0.9", True),
        ("at_least: 8.9", "0.9", False),
        ("above: 70", "0.9", True),
        ("at_most: 90", "0.9", False),
    ],
)
def test_a_fraction_of_the_line(line: str, value: str, *, is_fraction: bool) -> None:
    """Only a line that is to be reached shows what is usual."""
    assert codes(scheme(LINE % line), [f"facts: {{B: {{mark: 9, rate: {value}}}}}"]) == (
        [f"{FRACTION} a/B/rate"] if is_fraction else []
    )


def scored(spec: str, rule: str, more: str = "") -> Scheme:
    """A rate R is asked for and scored by `rule`."""
    inputs = f'rate: {{label: 比率, unit: "%"{spec}}}{more}'
    return scheme(f"- {{id: R, label: 比率, max: 10, inputs: {{{inputs}}}, rule: {rule}}}")


BANDS = "{bands: {value: rate, bands: [{at_least: 80, points: 10}], otherwise: 0}}"


def test_points_where_nothing_else_is_known() -> None:
    """100 times as much would give more; not where that is not allowed, gives the same, or was not asked for."""
    assert codes(scored("", BANDS), ["facts: {R: 0.8}"]) == [f"{FRACTION} a/R/rate"]
    assert codes(scored("", BANDS), ["facts: {R: 0.79}"]) == []
    assert codes(scored(", at_most: 79", BANDS), ["facts: {R: 0.8}"]) == []
    other = ", students: {label: 学生数, unit: 人}"
    both = "{bands: {value: rate / students, bands: [{at_least: 8, points: 10}], otherwise: 0}}"
    assert codes(scored("", both, other), ["facts: {R: {rate: 0.8}}"]) == []
    assert codes(scored("", both, other), ["facts: {R: {rate: 0.8, students: 0}}"]) == []
    assert codes(scored("", both, other), ["facts: {R: {rate: 0.8, students: 10}}"]) == [f"{FRACTION} a/R/rate"]


@pytest.mark.parametrize(("other", "is_fraction"), [("1", False), ("1.01", True), ("0", True)])
def test_points_beside_few_others(other: str, *, is_fraction: bool) -> None:
    """One other unit is too few to say what is usual, but of at most 1 it says that this is nothing odd."""
    found = codes(scored("", BANDS), ["facts: {R: 0.8}", f"facts: {{R: {other}}}"])
    assert (f"{FRACTION} a/R/rate" in found) is is_fraction


def test_points_that_rest_on_other_units() -> None:
    """What a relative rule gives is not known beforehand."""
    relative = (
        "{relative: {value: rate, better: higher, reference: mean, population: everyone,"
        " bands: [{at_least: 1, points: 10}]}}"
    )
    assert codes(scored("", relative), ["facts: {R: 0.8}", "facts: {R: 80}"]) == []


def test_points_of_indicators_that_do_not_read_it() -> None:
    """The rate of a group is read by the second of its indicators, and another one is called alike."""
    of = scheme(
        """
- id: G
  label: 就业
  max: 20
  inputs: {rate: {label: 就业率, unit: "%"}}
  indicators:
  - {id: G1, label: 部署, max: 5, rule: {judged: {}}}
  - id: G2
    label: 调查率
    max: 5
    inputs: {rate: {label: 调查率, unit: "%"}}
    rule: {bands: {value: rate, bands: [{at_least: 80, points: 5}]}}
  - {id: G3, label: 就业率, max: 10, rule: {bands: {value: rate, bands: [{at_least: 80, points: 10}]}}}
"""
    )
    assert codes(of, ["facts: {G: 0.9, G1: 5, G2: 90}"]) == [f"{FRACTION} a/G/rate"]


PLAN = """
- list: academic
  plan: {title: 目标表, funds: %s}
  indicators:
  - {id: T, label: 成本, max: 10, rule: {target: {full: {printed: ≤100万元, at_most: 100, unit: 万元}}}}
"""


def money(funds: str, facts: str, printed: str = "[{label: 预算数, amount: 1000}]") -> list[str]:
    """What is noticed about a unit's money beside a printed budget of 1000."""
    keys = {
        "lists": "{academic: {label: 院部}}",
        "unit_types": "{college: {label: 学院, list: academic}}",
        "populations": "{}",
        "parts": "{execution: {label: 执行率, full: {academic: 10}, execution: {}}}",
    }
    return codes(small.scheme(PLAN % printed, None, **keys), [f"facts: {{funds: {funds}, T: {facts}}}"])


@pytest.mark.parametrize(
    ("budget", "is_odd"),
    [("9999", False), ("10000", True), ("10001", True), ("101", False), ("100", True), ("99", True)],
)
def test_the_budget_beside_the_printed_one(budget: str, *, is_odd: bool) -> None:
    """It may be adjusted, not ten times."""
    found = money(f"{{budget: {budget}, spent: {budget}}}", "90")
    assert (f"{MONEY} a/funds/budget" in found) is is_odd


@pytest.mark.parametrize(
    ("spent", "is_odd"), [("9999", False), ("10000", True), ("1.01", False), ("1", True), ("0.9", True), ("0", False)]
)
def test_what_is_spent_beside_the_budget(spent: str, *, is_odd: bool) -> None:
    """Ten times as much, or not more than a thousandth."""
    assert money(f"{{budget: 1000, spent: {spent}}}", "90") == ([f"{MONEY} a/funds/spent"] if is_odd else [])


@pytest.mark.parametrize(
    ("actual", "is_odd"), [("999", False), ("1000", True), ("0.11", False), ("0.1", True), ("0", False)]
)
def test_an_amount_beside_its_target(actual: str, *, is_odd: bool) -> None:
    """The same lines."""
    found = money("{budget: 1000, spent: 1000}", f"{{actual: {actual}, deviation: 见说明}}")
    assert found == ([f"{MONEY} a/T/actual"] if is_odd else [])


@pytest.mark.parametrize("printed", ["[]", "[{label: 预算数, amount: null}]", "[{label: 预算数, amount: 0}]"])
def test_without_a_printed_budget(printed: str) -> None:
    """There is nothing to hold the budget against; what is spent still has the budget."""
    assert money("{budget: 10000000, spent: 9800000}", "90", printed) == []
    assert money("{budget: 980, spent: 9800000}", "90", printed) == [f"{MONEY} a/funds/spent"]


def test_a_target_of_nothing() -> None:
    """Nothing is many times 0."""
    of = scheme(
        "- {id: T, label: 欠费, max: 10, rule: {target: {full: {printed: 0元, at_most: 0, unit: 元}, over: none}}}"
    )
    assert codes(of, ["facts: {T: {actual: 5, deviation: 一笔未付}}"]) == []


@pytest.mark.parametrize(
    ("income", "said"),
    [("1000", MONEY), ("1001", FAR), ("999000000", FAR), ("1000000000", MONEY)],
)
def test_an_amount_beside_the_others(income: str, said: str) -> None:
    """A thousand times is another unit; what is less is another digit."""
    of = counted("{label: 收入, unit: 元}")
    assert asked(of, income, *["1000000"] * 4) == [f"{said} a/N/n"]


@pytest.mark.parametrize(
    ("amount", "others", "is_odd"), [("50", 4, True), ("51", 4, False), ("50", 3, False), ("50000000", 4, True)]
)
def test_the_amount_of_a_project_beside_those_of_others(amount: str, others: int, *, is_odd: bool) -> None:
    """A thousandth of 50000, beside at least four."""
    spec = "{label: 项目, records: {classes: {自科: {}}, amount: {label: 经费, unit: 元}}}"
    of = scheme(
        f"- {{id: P, label: 经费, inputs: {{p: {spec}}},"
        " rule: {per_item: {of: p, lines: {自科: 50000}, points: 1, cap: null}}}"
    )
    rows = [f"{{class: 自科, title: 第{n}项, amount: {50000 if n else amount}}}" for n in range(others + 1)]
    assert codes(of, [f"facts: {{P: [{', '.join(rows)}]}}"]) == ([f"{MONEY} a/P/p#1"] if is_odd else [])


def test_an_amount_that_is_no_money() -> None:
    """An area is not in yuan."""
    spec = "{label: 场地, records: {classes: {室内: {}}, amount: {label: 面积, unit: 平方米}}}"
    of = scheme(
        f"- {{id: P, label: 场地, inputs: {{p: {spec}}},"
        " rule: {per_item: {of: p, lines: {室内: 500}, points: 1, cap: null}}}"
    )
    rows = ", ".join(f"{{class: 室内, title: 第{n}处, amount: {90000 if n else 9}}}" for n in range(5))
    assert codes(of, [f"facts: {{P: [{rows}]}}"]) == []


HALF = "- {id: T, label: 活动, max: 10, rule: {target: {half: %s, full: {printed: ≥80次, at_least: 80, unit: 次}}}}"


@pytest.mark.parametrize(
    ("half", "stage", "value", "is_far"),
    [
        ("{printed: ≥4次, at_least: 4, unit: 次}", "half_year", "40", True),
        ("{printed: ≥4次, at_least: 4, unit: 次}", "half_year", "39", False),
        ("{printed: ≥4次, at_least: 4, unit: 次}", "year", "799", False),
        ("{printed: ≥4次, at_least: 4, unit: 次}", "year", "800", True),
        ("{printed: ≥0次, at_least: 0, unit: 次}", "half_year", "799", False),
        ("{printed: ≥0次, at_least: 0, unit: 次}", "half_year", "800", True),
        ("null", "half_year", "799", False),
    ],
)
def test_many_times_the_target_of_the_stage(half: str, stage: str, value: str, *, is_far: bool) -> None:
    """At half-year the half-year value counts, where it asks anything; else that of the year."""
    of = scheme(HALF % half)
    rest = f"\nstage: {stage}"
    found = noticed(of, units([f"facts: {{T: {{actual: {value}, deviation: 见说明}}}}"]) + rest)
    assert [one.split(" ")[0] for one in found] == ([FAR] if is_far else [])


def test_an_input_called_like_an_actual_value() -> None:
    """Of a rule that has no target."""
    bands = "{bands: {value: actual, bands: [{at_least: 1, points: 10}]}}"
    of = scheme(f"- {{id: N, label: 规模, max: 10, inputs: {{actual: {{label: 人数, unit: 人}}}}, rule: {bands}}}")
    assert codes(of, ["facts: {N: 100000}"]) == []


@pytest.mark.parametrize(("value", "is_above"), [("100", False), ("100.1", True)])
@pytest.mark.parametrize(
    ("spec", "is_open"),
    [
        ('{label: 比率, unit: "%"}', True),
        ('{label: 比率, unit: "%", at_most: 200}', False),
        ('{label: 比率, unit: "%", below: 200}', False),
        ("{label: 人数, unit: 人}", False),
    ],
)
def test_the_only_percentage_above_100(value: str, spec: str, *, is_above: bool, is_open: bool) -> None:
    """Where the scheme has no bound of its own."""
    found = asked(counted(spec), value, "99", "100", "98", "97")
    assert found == (["percentage_above_100 a/N/n"] if is_above and is_open else [])


@pytest.mark.parametrize(
    ("line", "value", "is_above"),
    [
        ("at_least: 99", "100.1", True),
        ("at_least: 99", "100", False),
        ("at_least: 100", "103", False),
        ("at_most: 90", "103", False),
    ],
)
def test_a_percentage_above_100_beside_its_line(line: str, value: str, *, is_above: bool) -> None:
    """Without enough others a line below 100 that is to be reached says that 100 is the most."""
    found = codes(scheme(LINE % line), [f"facts: {{B: {{mark: 9, rate: {value}}}}}"])
    assert found == (["percentage_above_100 a/B/rate"] if is_above else [])


@pytest.mark.parametrize(
    ("line", "amount", "is_odd"),
    [
        ("at_least: 300", "2999", False),
        ("at_least: 300", "3000", True),
        ("at_least: 300", "0.3", True),
        ("at_least: 300", "0.31", False),
        ("at_least: 0", "3000", False),
        ("at_most: 300", "3000", False),
    ],
)
def test_an_amount_beside_its_line(line: str, amount: str, *, is_odd: bool) -> None:
    """Ten times the line, or not more than a thousandth of it."""
    of = scheme(LINE.replace('"%%"', "万元") % line)
    found = codes(of, [f"facts: {{B: {{mark: 9, rate: {amount}}}}}"])
    assert found == ([f"{MONEY} a/B/rate"] if is_odd else [])


def test_the_only_percentage_above_100_beside_too_few() -> None:
    """Three others tell nothing."""
    assert asked(counted('{label: 比率, unit: "%"}'), "105", "99", "100", "98") == []


@pytest.mark.parametrize(
    ("value", "others", "is_odd"),
    [
        ("1", "5", True),  # a tenth of the highest, half of it usual
        ("1.01", "5", False),
        ("1", "4.99", False),
        ("0.49", "4.9", True),  # less than half is usual, but ten times as much
        ("0.5", "4.9", False),
        ("0", "9", False),
        ("9", "0.9", True),
        ("8.9", "0.9", False),
    ],
)
def test_a_mark_of_another_size(value: str, others: str, *, is_odd: bool) -> None:
    """Of 10 points, beside four other marks."""
    found = codes(scheme(), [f"facts: {{A: {one}}}" for one in (value, *[others] * 4)])
    assert found == (["mark_far a/A/mark"] if is_odd else [])


def test_a_mark_beside_three_others() -> None:
    """They are too few, and so are the unit's own."""
    assert codes(scheme(), [f"facts: {{A: {one}}}" for one in ("0.9", "9", "9", "9")]) == []


def test_a_low_mark_of_a_unit_whose_others_are_low() -> None:
    """On indicators that no other unit has, the unit's own share of the full marks is what is usual."""
    rows = "".join(f"\n- {{id: A{n}, label: 工作{n}, max: 10, rule: {{judged: {{}}}}}}" for n in range(5))
    low = ["facts: {A0: 0.9, A1: 2, A2: 3, A3: 2, A4: 4}"]
    assert codes(scheme(rows), low) == []
    assert codes(scheme(rows), [low[0].replace("A1: 2, A2: 3", "A1: 7, A2: 8")]) == ["mark_far a/A0/mark"]


def test_a_mark_that_can_only_be_nothing() -> None:
    """An instrument without height is left out."""
    rows = "".join(f"\n- {{id: A{n}, label: 工作{n}, max: 10, rule: {{judged: {{}}}}}}" for n in range(5))
    rows += "\n- {id: B, label: 记录, max: 10, rule: {judged: {max: 0}}}"
    assert codes(scheme(rows), ["facts: {A0: 0.9, A1: 9, A2: 9, A3: 9, A4: 9, B: 0}"]) == ["mark_far a/A0/mark"]


def test_the_order_in_which_a_year_is_written_is_not_the_order_of_its_reminders() -> None:
    """Indicators, values and groups that are written backwards are asked about in the order of the scheme."""
    of = scheme(
        "- {id: G, label: 组, max: 10, inputs: {a: {label: 甲数, unit: 人}, b: {label: 乙数, unit: 人}}, indicators: ["
        "{id: M, label: 规模, max: 10, inputs: {c: {label: 丙数, unit: 人}},"
        " evidence: {seen: {label: 次数, unit: 次}, also: {label: 篇数, unit: 篇}},"
        " rule: {bands: {value: a + b + c, bands: [{at_least: 1, points: 10}]}}}]}",
        parts="{targets: {label: 目标考核, full: {academic: 10}, indicators: {}}, " + PANEL + "}",
    )
    odd = "facts: {G: {a: 1000, b: 2000}, M: {c: 3, seen: 300, also: 400}}, leaders: {one: [9], two: [8]}"
    backwards = "facts: {M: {also: 400, seen: 300, c: 3}, G: {b: 2000, a: 1000}}, leaders: {two: [8], one: [9]}"
    usual = ["facts: {G: {a: 10, b: 10}, M: {c: 3, seen: 3, also: 3}}, leaders: {one: [90], two: [90]}"] * 4
    said = codes(of, [odd, *usual])
    assert codes(of, [backwards, *usual]) == said
    assert [one.split(" ")[1] for one in said if " a/" in one] == [
        *("a/G/a", "a/G/b", "a/M/seen", "a/M/also"),
        *("a/leadership/one", "a/leadership/two"),
    ]


@pytest.mark.parametrize("names", ["{王五: a, 王 五: a}", "{王 五: a, 王五: a}"])
def test_of_two_ways_to_write_a_name_the_same_one_is_asked_about(names: str) -> None:
    """Both are as frequent, so the one that sorts first is taken for the usual one."""
    found = noticed(scheme(), f"{units(['facts: {A: 9}'])}\nassessors: {names}")
    assert [one.split("[")[0].strip() for one in found] == ["assessor_names_alike -/assessors/王五"]
