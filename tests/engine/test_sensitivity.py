"""What changes between two outcomes of one year's evidence: points, ranks, grades, and what is missing anew."""

from fractions import Fraction

from assess.engine.assessment import assess
from assess.engine.outcome import Outcome
from assess.engine.sensitivity import Comparison, Placing, compare
from tests.small import LEADERSHIP, SELECTION, TARGETS, evidence, scheme

#: 10 points by a share's band, 10 by a mark; the second reading asks for a mark where the first asks for a share.
ACADEMIC = """
- list: academic
  indicators:
  - id: A
    label: 就业率
    max: 10
    inputs: {rate: {label: 就业率, unit: "%", at_most: 100}}
    rule: {bands: {value: rate, bands: [{at_least: 90, points: 10}, {at_least: 80, points: 8}]}}
- list: administrative
  indicators: [{id: D, label: 部门实绩, max: 10, rule: {judged: {}}}]
"""
READINGS = """
R1:
  clause: 一1
  question: 第二档几分？
  default: eight
  choices:
    eight: {label: 8分}
    ten: {label: 10分, overlay: [{at: [A, rule, bands, bands, 1, points], put: 10}]}
    nine: {label: 9分, overlay: [{at: [A, rule, bands, bands, 1, points], put: 9}]}
    judged: {label: 评分, overlay: [{at: [A, rule], put: {judged: {}}}]}
R2:
  clause: 二
  question: 领导怎样打分？
  default: none
  choices:
    none: {label: 不打分}
    given: {label: 打分, overlay: [{at: [parts, leadership, full, academic], put: 30}]}
"""
PARTS = TARGETS + LEADERSHIP.replace("full: {academic: 30", "full: {academic: 0").replace(
    "administrative: 30}",
    "administrative: 0}",
)
YEAR = """
- {id: a, name: 甲学院, short: 甲, type: college, order: 1, facts: {A: {rate: 95}}, application: {meets: [innovation]}}
- {id: b, name: 乙学院, type: college, order: 2, facts: {A: {rate: 85}}, application: {meets: [innovation]}}
- {id: c, name: 丙学院, type: college, order: 3, takes_part: {no: 新建}}
- {id: d, name: 丁处, type: department, order: 1, facts: {D: 9}}
"""


def outcome(year: str = YEAR, **wanted: str) -> Outcome:
    """The year under these readings."""
    selection = SELECTION.replace("academic: 2", "academic: 1")
    of = scheme(ACADEMIC, wanted, parts=PARTS, selection=selection, readings=READINGS)
    return assess(of, evidence(year, of))


def change(year: str = YEAR, **wanted: str) -> Comparison:
    """What changes from the default readings to these."""
    return compare(outcome(year), outcome(year, **wanted))


def test_nothing() -> None:
    """The same outcome changes nothing, and whoever takes no part is not compared with anything."""
    same = change()
    assert (same.changes, same.gaps, same.open, same.effect) == ((), (), (), "nothing")


def test_points_only() -> None:
    """乙 gets 9 of 10 instead of 8 and stays second: only points."""
    found = change(R1="nine")
    assert found.effect == "points"
    (only,) = found.changes
    assert (only.unit, only.name, only.list, only.moves) == ("b", "乙学院", "academic", False)
    assert (only.before.total, only.after.total, only.points) == (Fraction(8), Fraction(9), Fraction(1))


def test_ranks_and_grades() -> None:
    """乙 gets 10 as 甲 does: both are first, and the one 优秀 is for people to settle."""
    found = change(R1="ten")
    assert found.effect == "places"
    first, second = found.changes
    assert (first.name, first.points, first.moves) == ("甲", Fraction(0), True)
    assert (first.before, first.after) == (
        Placing(Fraction(10), 1, "优秀"),
        Placing(Fraction(10), 1, "待审议"),
    )
    assert (second.before, second.after) == (
        Placing(Fraction(8), 2, "合格"),
        Placing(Fraction(10), 1, "待审议"),
    )


def test_missing_inputs() -> None:
    """A reading that asks for marks names the input and the units; their list is not compared, the other is."""
    found = change(R1="judged")
    assert [(gap.id, gap.label, gap.units) for gap in found.gaps] == [
        ("A.mark", "A 就业率：考核分", ("甲", "乙学院")),
    ]
    assert found.open == ("academic",)
    assert found.changes == ()


def test_a_missing_part() -> None:
    """A part of the total that nobody has marked yet is missing by its own name."""
    found = change(R2="given")
    assert [(gap.id, gap.label, gap.units) for gap in found.gaps] == [
        ("leadership", "领导班子评价", ("甲", "乙学院")),
    ]


def test_a_part_of_which_nobody_counts() -> None:
    """Nobody marked, and it is entered so: then nothing is left to enter, and the gap says what it is."""
    year = YEAR.replace("facts: {A: {rate: 95}}, ", "facts: {A: {rate: 95}}, leaders: {principal: 无, deputy: [90]}, ")
    found = change(year, R2="given")
    assert [(gap.id, gap.label, gap.units) for gap in found.gaps] == [
        ("leadership", "领导班子评价：正职校领导没有人评分", ("甲",)),
        ("leadership", "领导班子评价", ("乙学院",)),
    ]


def test_what_was_missing_before() -> None:
    """What both outcomes lack is no gap; a unit without a total changes by nothing that could be said."""
    year = YEAR.replace("facts: {A: {rate: 85}}, ", "")
    found = change(year, R1="ten")
    assert (found.gaps, found.open, found.changes) == ((), (), ())


def test_a_total_that_is_not_known() -> None:
    """A change from or to an unknown total has no size."""
    before, after = outcome(YEAR.replace("facts: {A: {rate: 85}}, ", "")), outcome()
    changed = {one.unit: one for one in compare(before, after).changes}
    assert changed["b"].points is None
    assert changed["b"].moves
    assert (changed["a"].before.grade, changed["a"].after.grade) == (None, "优秀")


def test_a_unit_that_loses_its_only_indicator_lacks_no_data() -> None:
    """Under the other reading nothing applies to 乙: its rank goes, and nobody is asked to enter anything."""
    of = {
        "targets": "- {list: academic, indicators: [{id: A, label: 就业, max: 10, except: [], rule: {judged: {}}}]}",
        "readings": """
R1:
  clause: 一1
  question: 教学部参加吗？
  default: yes
  choices:
    yes: {label: 参加}
    no: {label: 不参加, overlay: [{at: [A, except], put: [foundation]}]}
""",
    }
    year = """
- {id: a, name: 甲, type: college, facts: {A: 9}}
- {id: b, name: 乙, type: foundation, facts: {A: 8}}
"""
    schemes = [scheme(of["targets"], wanted, readings=of["readings"]) for wanted in ({}, {"R1": "no"})]
    before = assess(schemes[0], evidence(year, schemes[0]))
    without = year.replace("type: foundation, facts: {A: 8}", "type: foundation")
    found = compare(before, assess(schemes[1], evidence(without, schemes[1])))
    assert (found.gaps, found.open) == ((), ())
    assert [(one.unit, one.before.rank, one.after.rank) for one in found.changes] == [("b", 2, None)]
