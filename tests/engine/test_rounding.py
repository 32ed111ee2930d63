"""Where points are rounded (U15): at the leaf in the scheme's places, or at the total, and nothing before it."""

from fractions import Fraction

import pytest

from assess.engine.outcome import Outcome
from assess.ground.place import ProblemsError
from assess.scheme.nodes import leaves
from assess.scheme.scheme import Scheme
from assess.words.document import as_document
from tests import small

PART = "targets: {label: 目标考核, full: {academic: FULL, administrative: FULL}, indicators: {}}"

SHARED = """
- id: K
  label: 重点
  max: FULL
  shares: SHARES
  indicators:
    - {id: K.a, label: 甲, WEIGHTrule: RULE}
    - {id: K.b, label: 乙, rule: RULE}
    - {id: K.c, label: 丙, rule: RULE}
"""
MARK = "{judged: {}}"
TARGET = "{target: {full: {printed: ≥3次, at_least: 3, unit: 次}}}"


def scheme(rounding: str, *, full: str = "25", shares: str = "equal", rule: str = MARK, weight: str = "") -> Scheme:
    """Three indicators that share a full mark."""
    tree = SHARED.replace("FULL", full).replace("SHARES", shares).replace("RULE", rule).replace("WEIGHT", weight)
    return small.scheme(small.tree(tree), parts=PART.replace("FULL", full), rounding=rounding)


def maxima(of: Scheme) -> list[str]:
    """The full marks of the indicators."""
    return [str(leaf.maximum) for leaf in leaves(of.trees["academic"].nodes)]


def total(outcome: Outcome) -> str:
    """The unit's total as the JSON has it."""
    found = as_document(outcome)["lists"][0]["units"][0]["total"]
    assert isinstance(found, str)
    return found


def assessed(of: Scheme, facts: str) -> Outcome:
    """One unit with these facts."""
    return small.assessed(f"  - {{id: a, name: 甲, type: college, facts: {facts}}}", of)


@pytest.mark.parametrize(
    ("rounding", "expected"),
    [
        ("{digits: 2, at: total}", ["25/3", "25/3", "25/3"]),
        ("{digits: 0, at: total}", ["25/3", "25/3", "25/3"]),
        ("{digits: 2, at: leaf}", ["417/50", "833/100", "833/100"]),
        ("{digits: 0, at: leaf}", ["9", "8", "8"]),
        ("{digits: 1, at: leaf}", ["42/5", "83/10", "83/10"]),
        ("{digits: 4, at: leaf}", ["41667/5000", "83333/10000", "83333/10000"]),
    ],
)
def test_a_full_mark_is_shared_in_the_schemes_places_or_exactly(rounding: str, expected: list[str]) -> None:
    """25 over three: by largest remainder where leaves are rounded, a third each where only the total is."""
    assert maxima(scheme(rounding)) == expected


@pytest.mark.parametrize(
    ("shares", "weight", "expected"),
    [
        ("leaves", "weight: 2, ", ["25/2", "25/4", "25/4"]),
        ("leaves", "", ["25/3", "25/3", "25/3"]),
        ("{K.a: 1, K.b: 1, K.c: 5}", "", ["25/7", "25/7", "125/7"]),
    ],
)
def test_every_way_of_sharing_is_exact_at_the_total(shares: str, weight: str, expected: list[str]) -> None:
    """Weights, given shares and equal ones alike."""
    assert maxima(scheme("{digits: 2, at: total}", shares=shares, weight=weight)) == expected


@pytest.mark.parametrize(("at", "refused"), [("leaf", True), ("total", False)])
@pytest.mark.parametrize("rule", [MARK, "{checklist: {items: [{label: 一, when: {x: {at_least: 1}}}]}}"])
def test_too_many_places_are_an_error_only_where_shares_are_rounded(at: str, refused: bool, rule: str) -> None:  # noqa: FBT001
    """25.001 cannot be shared in cents; exactly it can."""
    tree = """
- id: K
  label: 重点
  max: 25.001
  inputs: {x: {label: 甲, unit: 次}}
  SHARES
"""
    shared = "shares: equal\n  indicators: [{id: A, label: 甲, rule: RULE}, {id: B, label: 乙, rule: RULE}]"
    own = "indicators: [{id: A, label: 甲, max: 25.001, rule: RULE}]"
    tree = tree.replace("SHARES", shared if rule == MARK else own).replace("RULE", rule)
    text, parts = small.tree(tree), PART.replace("FULL", "25.001")
    if not refused:
        assert small.scheme(text, parts=parts, rounding=f"{{digits: 2, at: {at}}}")
        return
    with pytest.raises(ProblemsError) as error:
        small.scheme(text, parts=parts, rounding=f"{{digits: 2, at: {at}}}")
    (problem,) = error.value.problems
    assert problem.text.startswith("满分25.001分的小数多于2位（rounding的digits），不能")
    assert small.scheme(text, parts=parts, rounding="{digits: 3, at: leaf}")


def test_indicators_that_are_met_give_the_whole() -> None:
    """Three thirds are 25.00, and two of them 16.67: no leaf has been rounded."""
    of = scheme("{digits: 2, at: total}", rule=TARGET)
    assert total(assessed(of, "{K.a: 3, K.b: 3, K.c: 3}")) == "25.00"
    assert total(assessed(of, "{K.a: 3, K.b: 3, K.c: {actual: 0, deviation: 未开展}}")) == "16.67"


# --- marks of a full mark that no decimal writes -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("full", "marks", "expected"),
    [
        ("25", ("8.33", "8.33", "8.33"), "25.00"),
        ("25", ("8.34", "8.33", "8.33"), "25.00"),
        ("25", ("8.33", "8.33", "8.32"), "24.99"),
        ("50", ("16.67", "16.67", "16.66"), "50.00"),
        ("50", ("16.67", "16.65", "0"), "33.32"),
        ("50", ("[16.67, 16.65]", "0", "0"), "16.66"),
        ("50", ("10", "0.01", "0"), "10.01"),
    ],
)
def test_a_decimal_beside_the_full_mark_stands_for_it(full: str, marks: tuple[str, str, str], expected: str) -> None:
    """8.33 or 8.34 are the whole of 25/3, as they are where shares are rounded; a cent less is less."""
    a, b, c = marks
    assert total(assessed(scheme("{digits: 2, at: total}", full=full), f"{{K.a: {a}, K.b: {b}, K.c: {c}}}")) == expected


@pytest.mark.parametrize(
    ("full", "mark", "allowed"), [("25", "8.35", "0至8.34分，步长0.01"), ("50", "16.68", "0至16.67分，步长0.01")]
)
def test_a_mark_above_the_full_mark_is_refused(full: str, mark: str, allowed: str) -> None:
    """The message has a number that people can write, no quotient."""
    with pytest.raises(ProblemsError) as error:
        assessed(scheme("{digits: 2, at: total}", full=full), f"{{K.a: {mark}, K.b: 0, K.c: 0}}")
    assert [one.text for one in error.value.problems] == [f"“K.a”的考核分是{mark}分，允许{allowed}"]


def test_marks_given_for_rounded_shares_are_as_good_for_exact_ones() -> None:
    """The same marks, all of them full, give the same total wherever is rounded (U15)."""
    facts = "{K.a: 8.34, K.b: 8.33, K.c: 8.33}"
    assert [total(assessed(scheme(f"{{digits: 2, at: {at}}}"), facts)) for at in ("leaf", "total")] == ["25.00"] * 2


def test_a_deduction_starts_from_such_a_mark_too() -> None:
    """The mark of a deduction is given in the same way."""
    rule = "{deduction: {start: judged, each: [{when: {x: {above: 0}}, points: 1}]}}"
    of = scheme("{digits: 2, at: total}", rule=rule.replace("}]}}", "}]}}, inputs: {x: {label: 违规, unit: 次}}"))
    facts = ", ".join(f"{name}: {{mark: 8.33, x: 0}}" for name in ("K.a", "K.b", "K.c"))
    assert total(assessed(of, f"{{{facts}}}")) == "25.00"


def test_all_or_nothing_of_such_a_mark() -> None:
    """With `mark_step: all` the choice is 0 or the full mark, in either decimal."""
    of = scheme("{digits: 2, at: total}", weight="mark_step: all, ")
    assert total(assessed(of, "{K.a: 8.33, K.b: 0, K.c: 0}")) == "8.33"
    result = small.unit(assessed(of, "{K.a: 8.33, K.b: 0, K.c: 0}"), "a")
    assert result.leaves["K.a"].points == Fraction(25, 3)
    with pytest.raises(ProblemsError) as error:
        assessed(of, "{K.a: 8, K.b: 0, K.c: 0}")
    assert [one.text for one in error.value.problems] == ["“K.a”的考核分是8分，允许0或8.34分"]


def test_a_self_mark_is_given_as_printed_too() -> None:
    """16.67 of 50/3 may be claimed, 16.68 not."""
    of = scheme("{digits: 2, at: total}", full="50")
    year = "  - {{id: a, name: 甲, type: college, self_marks: {{K.a: {mark}}}, facts: {{K.a: 0, K.b: 0, K.c: 0}}}}"
    assert small.unit(small.assessed(year.format(mark="16.67"), of), "a").unit.self_marks["K.a"] == Fraction("16.67")
    with pytest.raises(ProblemsError, match=r"甲“K.a”的自评分是16\.68分，允许≥0分且≤16\.67分"):
        small.assessed(year.format(mark="16.68"), of)


# --- a checklist splits its full mark likewise --------------------------------------------------------------------

CHECKLIST = """
- id: A
  label: 甲
  max: FULL
  inputs: {x: {label: 一, flag: true}, y: {label: 二, flag: true}, z: {label: 三, flag: true}}
  rule:
    checklist:
      items:
        - {label: 一, when: {x: {at_least: 1}}}
        - {label: 二, when: {y: {at_least: 1}}}
        - {label: 三, when: {z: {at_least: 1}}}
"""


@pytest.mark.parametrize(
    ("rounding", "full", "first", "second", "points"),
    [
        ("{digits: 2, at: leaf}", "1", "17/50", "33/100", "0.67"),
        ("{digits: 1, at: leaf}", "1", "2/5", "3/10", "0.7"),
        ("{digits: 3, at: leaf}", "1", "167/500", "333/1000", "0.667"),
        ("{digits: 3, at: leaf}", "1.001", "167/500", "167/500", "0.668"),
        ("{digits: 0, at: leaf}", "1", "1", "0", "1"),
        ("{digits: 2, at: total}", "1", "1/3", "1/3", "0.67"),
        ("{digits: 0, at: total}", "1.5", "1/2", "1/2", "1"),
    ],
)
def test_a_checklist_splits_in_the_schemes_places(
    rounding: str, full: str, first: str, second: str, points: str
) -> None:
    """A third of 1 in two, one, three or no places, or exactly; two thirds are printed in the scheme's places."""
    text = small.tree(CHECKLIST.replace("FULL", full))
    of = small.scheme(text, parts=PART.replace("FULL", full), rounding=rounding)
    outcome = assessed(of, "{A: {x: 是, y: 是, z: 否}}")
    step = small.unit(outcome, "a").leaves["A"].step
    assert step is not None
    assert [str(part.points) for part in step.parts] == [first, second, "0"]
    assert total(outcome) == points
