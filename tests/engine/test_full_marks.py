"""The full mark that counts for a unit: what applies among what carries one; a bonus carries none (U1, U2a, U38b)."""

from collections.abc import Mapping

import pytest

from assess.engine.outcome import Outcome
from assess.ground.place import Severity
from assess.scheme.scheme import Scheme
from assess.words.document import as_document
from assess.words.explanation import leaf_lines, part_lines
from tests import small


def scheme(indicators: str, full: str = "100", partial: str = "convert") -> Scheme:
    """Targets alone, with this full mark and this alternative of U1."""
    rules = f"{{partial: {partial}}}"
    parts = f"targets: {{label: 目标考核, full: {{academic: {full}, administrative: {full}}}, indicators: {rules}}}"
    return small.scheme(small.tree(indicators), parts=parts)


def assessed(of: Scheme, **units: tuple[str, str]) -> Outcome:
    """Assess units, each given by its type and facts."""
    rows = (f"  - {{id: {n}, name: 单位{n}, type: {kind}, facts: {facts}}}" for n, (kind, facts) in units.items())
    return small.assessed("\n".join(rows), of)


def target(outcome: Outcome, name: str = "a") -> tuple[str, str | None, str | None]:
    """Raw points, applicable full mark and points of a unit's targets, as the JSON has them."""
    (listed, _) = as_document(outcome)["lists"]
    part = next(one for one in listed["units"] if one["id"] == name)["parts"]["targets"]
    return part["raw"], part["applicable_full"], part["points"]


def fulls(outcome: Outcome, name: str = "a") -> Mapping[str, str]:
    """The full marks of a unit's groups."""
    return {key: str(one.full) for key, one in small.unit(outcome, name).groups.items()}


#: A bonus that gives a point for each prize; where it says so, at most ten.
BONUS = (
    "{id: C, label: 加分, inputs: {n: {label: 奖, unit: 项}}, rule: {per_amount: {value: n, every: 1, points: 1CAP}}}"
)
UNCAPPED, CAPPED = BONUS.replace("CAP", ""), BONUS.replace("CAP", ", cap: 10")
BONUSES = f"{{id: D, label: 加分项, max: 10, indicators: [{UNCAPPED}]}}"

GROUP = """
- id: G
  label: 工作
  max: 100
  indicators:
    - {id: A, label: 教学, max: 60, rule: {judged: {}}}
    - {id: B, label: 学生, max: 40, except: [foundation], rule: {judged: {waivable: true}}}
    - BONUS
"""
TOPS = """
- {id: A, label: 教学, max: 60, rule: {judged: {}}}
- {id: B, label: 学生, max: 40, except: [foundation], rule: {judged: {waivable: true}}}
- BONUS
"""


@pytest.mark.parametrize("bonus", [UNCAPPED, CAPPED, BONUSES])
@pytest.mark.parametrize("tree", [GROUP, TOPS])
def test_a_bonus_has_no_share_in_the_full_mark(tree: str, bonus: str) -> None:
    """Without B 30 of 60 are 50.00 of 100 and 60 of 60 are all, whether B is exempt or waived; with it 100 count."""
    of = scheme(tree.replace("BONUS", bonus))
    outcome = assessed(
        of,
        a=("foundation", "{A: 30, C: 0}"),
        b=("foundation", "{A: 60, C: 0}"),
        c=("college", "{A: 30, B: 不适用, C: 0}"),
        d=("foundation", "{A: 27, C: 3}"),
        e=("college", "{A: 30, B: 40, C: 5}"),
    )
    assert target(outcome, "a") == ("30.00", "60.00", "50.00")
    assert target(outcome, "b") == ("60.00", "60.00", "100.00")
    assert target(outcome, "c") == ("30.00", "60.00", "50.00")
    assert target(outcome, "d") == ("30.00", "60.00", "50.00")
    assert target(outcome, "e") == ("75.00", "100.00", "75.00")
    assert "指标得分30.00分（适用满分60分）" in part_lines(small.unit(outcome, "a").parts["targets"], outcome)


@pytest.mark.parametrize("bonus", [UNCAPPED, CAPPED, BONUSES])
def test_a_bonus_stays_below_the_ceiling_of_its_group(bonus: str) -> None:
    """What it gives beyond the applicable full mark is cut: 60 of 60 and 5 more are 100 %, as 100 of 100 and 5 more."""
    outcome = assessed(
        scheme(GROUP.replace("BONUS", bonus)),
        a=("foundation", "{A: 60, C: 5}"),
        b=("college", "{A: 60, B: 40, C: 5}"),
    )
    assert target(outcome, "a") == ("60.00", "60.00", "100.00")
    assert target(outcome, "b") == ("100.00", "100.00", "100.00")
    assert [one.text() for one in small.unit(outcome, "a").groups["G"].limits] == ["合计65分，超过上限60分，按60分计"]


@pytest.mark.parametrize(
    ("partial", "points"),
    [("convert", "50.00"), ("raw", "30.00"), ("rank_within_type", "30.00"), ("mean_fill", "50.00")],
)
def test_every_alternative_has_the_same_full_mark(partial: str, points: str) -> None:
    """U1: 30 of 60 are converted, left as they are, or filled with the half that the others reach on what is absent."""
    outcome = assessed(
        scheme(GROUP.replace("BONUS", CAPPED), partial=partial),
        a=("foundation", "{A: 30, C: 0}"),
        b=("college", "{A: 60, B: 20, C: 8}"),
    )
    assert target(outcome) == ("30.00", "60.00", points)
    assert target(outcome, "b") == ("88.00", "100.00", "88.00")


ROOM = """
- id: K
  label: 质量工程
  max: 10
  indicators:
    - {id: K.a, label: 项目, max: 8, except: [foundation], rule: {judged: {waivable: true}}}
    - BONUS
- {id: A, label: 指标, max: 10, rule: {judged: {}}}
"""


@pytest.mark.parametrize(
    ("bonus", "prizes", "facts", "expected"),
    [
        (UNCAPPED, "1", "K.a: 不适用, ", ("11.00", "12.00", "18.33")),
        (UNCAPPED, "3", "K.a: 不适用, ", ("12.00", "12.00", "20.00")),
        (UNCAPPED, "3", "K.a: 8, ", ("20.00", "20.00", "20.00")),
        (BONUS.replace("CAP", ", cap: 1"), "3", "K.a: 不适用, ", ("11.00", "11.00", "20.00")),
        (BONUSES, "3", "K.a: 不适用, ", ("12.00", "12.00", "20.00")),
    ],
)
def test_room_that_was_made_for_a_bonus_stays(
    bonus: str, prizes: str, facts: str, expected: tuple[str, str, str]
) -> None:
    """A group of 10 has 8 and a bonus: the other 2 are the bonus's, as far as it can give them."""
    outcome = assessed(scheme(ROOM.replace("BONUS", bonus), "20"), a=("college", f"{{{facts}C: {prizes}, A: 10}}"))
    assert target(outcome) == expected


ABSENT_BONUS = """
- id: K
  label: 质量工程
  max: 10
  indicators:
    - {id: K.a, label: 项目, max: 8, rule: {judged: {}}}
    - id: C
      label: 经费
      except: [foundation]
      inputs: {n: {label: 奖, unit: 项}}
      rule: {per_amount: {value: n, every: 1, points: 1}}
"""


@pytest.mark.parametrize(
    ("partial", "expected"), [("convert", ("4.00", "8.00", "5.00")), ("mean_fill", ("4.00", "8.00", "5.50"))]
)
def test_room_goes_with_the_last_bonus(partial: str, expected: tuple[str, str, str]) -> None:
    """Who cannot have the bonus is assessed on 8; of its 2 the others reach 1 and, with 5, all: three quarters."""
    outcome = assessed(
        scheme(ABSENT_BONUS, "10", partial),
        a=("foundation", "{K.a: 4}"),
        b=("college", "{K.a: 4, C: 1}"),
        c=("college", "{K.a: 4, C: 5}"),
    )
    assert target(outcome) == expected
    assert target(outcome, "b") == ("5.00", "10.00", "5.00")


def test_mean_fill_waits_for_a_bonus_that_is_not_entered() -> None:
    """The rate of a bonus is a figure of the others too: 甲 is 暂定 while one of them lacks it."""
    outcome = assessed(scheme(ABSENT_BONUS, "10", "mean_fill"), a=("foundation", "{K.a: 4}"), b=("college", "{K.a: 4}"))
    assert small.unit(outcome, "a").status == "provisional"
    assert target(outcome) == ("4.00", "8.00", "4.00")


ITEMS = """
- id: K
  label: 重点
  max: 15
  indicators:
    - id: P
      label: 获奖
      max: 10
      indicators:
        - id: P.a
          label: 国家级
          inputs: {n: {label: 奖, unit: 项}}
          rule: {per_amount: {value: n, every: 1, points: 5}}
        - id: P.b
          label: 省级
          except: [foundation]
          inputs: {m: {label: 奖, unit: 项}}
          rule: {per_amount: {value: m, every: 1, points: 2}}
    - {id: A, label: 管理, max: 5, rule: {judged: {waivable: true}}}
"""


def test_a_group_of_items_without_full_marks_has_what_is_left_for_it() -> None:
    """10 of 15 are for prizes, whose kinds have no full marks of their own; one kind that is absent takes none away."""
    outcome = assessed(
        scheme(ITEMS, "15"),
        a=("college", "{P.a: 1, P.b: 1, A: 不适用}"),
        b=("foundation", "{P.a: 3, A: 5}"),
        c=("foundation", "{P.a: 1, A: 不适用}"),
    )
    assert [fulls(outcome, name) for name in "abc"] == [
        {"K": "10", "P": "10"},
        {"K": "15", "P": "10"},
        {"K": "10", "P": "10"},
    ]
    assert [target(outcome, name) for name in "abc"] == [
        ("7.00", "10.00", "10.50"),
        ("15.00", "15.00", "15.00"),
        ("5.00", "10.00", "7.50"),
    ]


ALTERNATIVE_ROWS = """
- id: K
  label: 基础
  max: 57
  indicators:
    - {id: K.a, label: 共同, max: 40, rule: {judged: {}}}
    - {id: K.b, label: 学院, max: 15, only: [college], rule: {judged: {}}}
    - {id: K.c, label: 教学部, max: 8, only: [foundation], rule: {judged: {}}}
    - BONUS
"""


def test_rows_that_exclude_each_other_leave_the_bonus_its_room() -> None:
    """All rows have 63, but no unit more than 55 of 57: 2 are the bonus's, for either type."""
    outcome = assessed(
        scheme(ALTERNATIVE_ROWS.replace("BONUS", UNCAPPED), "57"),
        a=("college", "{K.a: 40, K.b: 15, C: 2}"),
        b=("foundation", "{K.a: 40, K.c: 8, C: 1}"),
    )
    assert target(outcome, "a") == ("57.00", "57.00", "57.00")
    assert target(outcome, "b") == ("49.00", "50.00", "55.86")


CAP = """
- id: K
  label: 就业
  max: 3
  floor: 0
  indicators:
    - {id: K.a, label: 初次就业率, max: 2, rule: {judged: {waivable: true}}}
    - {id: K.b, label: 年终就业率, max: 1, rule: {judged: {waivable: true}}}
    - {id: K.c, label: 抽查, rule: {judged: {allowed: [-2, 0]}}}
    - {id: K.d, label: 跟踪, max: 1, rule: {judged: {}}}
"""


@pytest.mark.parametrize(
    ("a", "b", "full"), [("2", "1", "3"), ("2", "不适用", "3"), ("不适用", "1", "2"), ("不适用", "不适用", "1")]
)
def test_a_real_cap_holds_until_less_than_it_applies(a: str, b: str, full: str) -> None:
    """2 + 1 + 1 under a cap of 3, beside a deduction: 3 while at least 3 apply, then what applies."""
    outcome = assessed(scheme(CAP, "3"), a=("college", f"{{K.a: {a}, K.b: {b}, K.c: 0, K.d: 1}}"))
    assert fulls(outcome) == {"K": full}
    assert target(outcome)[2] == "3.00"


ONLY_BONUS = """
- {id: A, label: 教学, max: 10, except: [foundation], rule: {judged: {}}}
- BONUS
"""


@pytest.mark.parametrize(
    ("partial", "points", "told"),
    [
        ("convert", None, ["适用于单位a的指标都没有满分，目标考核算不出来，不能排名"]),
        ("raw", "3.00", []),
        ("mean_fill", "8.00", []),
    ],
)
def test_a_bonus_alone_cannot_be_converted(partial: str, points: str | None, told: list[str]) -> None:
    """Nothing that carries a full mark applies: there is nothing to divide by, and the unit is told so."""
    of = scheme(ONLY_BONUS.replace("BONUS", UNCAPPED), "10", partial)
    outcome = assessed(of, a=("foundation", "{C: 3}"), b=("college", "{A: 5, C: 0}"))
    assert target(outcome) == ("3.00", None, points)
    assert [(one.severity, one.text) for one in small.told(outcome)] == [(Severity.WARNING, text) for text in told]


def test_a_tree_of_bonuses_alone_is_added_up() -> None:
    """Where nothing in the tree carries a full mark, there is nothing to convert, for anybody."""
    outcome = assessed(scheme(f"- {UNCAPPED}", "10"), a=("foundation", "{C: 3}"))
    assert target(outcome) == ("3.00", None, "3.00")
    assert small.told(outcome) == ()


# --- 不适用 inside a sum -----------------------------------------------------------------------------

SUM = """
- {id: A, label: 教学, max: 6, rule: {judged: {}}}
- id: L
  label: 获奖
  max: MAX
  inputs: {n: {label: 校级, unit: 项}, m: {label: 省级, unit: 项}}
  rule:
    sum:
      of:
        - {judged: {max: 3, waivable: true}}
        OTHER
      ceiling: CEILING
      uncapped: [{per_amount: {value: m, every: 1, points: 0.5}}]
"""
COUNTED = "- {per_amount: {value: n, every: 1, points: 1, cap: 2}}"


def with_sum(maximum: str = "4", ceiling: str = "4", other: str = COUNTED) -> str:
    """The tree with this sum in it."""
    return SUM.replace("MAX", maximum).replace("CEILING", ceiling).replace("OTHER", other)


@pytest.mark.parametrize(
    ("tree", "facts", "expected"),
    [
        (with_sum("4", "4", ""), "{mark: 不适用, m: 2}", ("7.00", "6.00", "11.67")),
        (with_sum("4", "4", ""), "{mark: 不适用, m: 0}", ("6.00", "6.00", "10.00")),
        (with_sum(), "{mark: 不适用, n: 2, m: 0}", ("8.00", "8.00", "10.00")),
        (with_sum(), "{mark: 不适用, n: 1, m: 2}", ("8.00", "8.00", "10.00")),
        (with_sum(), "{mark: 3, n: 2, m: 1}", ("10.50", "10.00", "10.50")),
        (with_sum("5"), "{mark: 不适用, n: 2, m: 0}", ("8.00", "9.00", "8.89")),
        (with_sum("4", "4", "- {per_amount: {value: n, every: 1, points: 1}}"), "{mark: 不适用, n: 9, m: 0}",
         ("7.00", "7.00", "10.00")),
        (with_sum("4", "null"), "{mark: 不适用, n: 9, m: 0}", ("8.00", "8.00", "10.00")),
    ],
)  # fmt: skip
def test_a_waived_part_of_a_sum_does_not_count(tree: str, facts: str, expected: tuple[str, str, str]) -> None:
    """3 of the mark fall away: what is left is the most that the other parts give; what is uncapped is a bonus."""
    outcome = assessed(scheme(tree, "10"), a=("college", f"{{A: 6, L: {facts}}}"))
    assert target(outcome) == expected


@pytest.mark.parametrize(
    "around",
    [
        "RULE",
        "conditional: {when: {n: {at_least: 0}}, then: {RULE}, otherwise: {bands: {value: n, bands: []}}}",
        "by_type: {types: {college: {RULE}}, otherwise: {judged: {input: other}}}",
    ],
)
def test_a_waived_part_counts_in_no_group_either(around: str) -> None:
    """The group goes down with it, wherever in the indicator's rule the sum stands."""
    rule = "sum: {of: [{judged: {max: 3, waivable: true}}, {per_amount: {value: n, every: 1, points: 1, cap: 1}}]}"
    tree = f"""
- id: G
  label: 组
  max: 10
  indicators:
    - {{id: A, label: 教学, max: 6, rule: {{judged: {{}}}}}}
    - id: L
      label: 获奖
      max: 4
      inputs: {{n: {{label: 校级, unit: 项}}}}
      rule: {{{around.replace("RULE", rule).replace("bands: []", "bands: [{at_least: 9, points: 4}]")}}}
"""
    outcome = assessed(scheme(tree, "10"), a=("college", "{A: 6, L: {mark: 不适用, n: 1}}"))
    assert fulls(outcome) == {"G": "7"}
    assert target(outcome) == ("7.00", "7.00", "10.00")


def test_what_is_printed_of_a_waived_part_is_what_counts() -> None:
    """The reader is told that the part does not count, and what does; the trace has it too."""
    outcome = assessed(scheme(with_sum(), "10"), a=("college", "{A: 6, L: {mark: 不适用, n: 1, m: 2}}"))
    leaf = small.unit(outcome, "a").leaves["L"]
    assert [leaf.full, leaf.points, leaf.uncapped] == [2, 2, 1]
    lines = leaf_lines(leaf, outcome)
    assert lines[0] == "经认定不适用，不计入满分"
    assert lines[-3:] == ["本项满分按2分计", "合计1分", "不受上限限制的1分另加：1 + 1 = 2分"]
    (listed, _) = as_document(outcome, trace=True)["lists"]
    assert listed["units"][0]["trace"]["L"]["step"]["applicable_full"] == "2"


INNER = """
- {id: A, label: 教学, max: 6, rule: {judged: {}}}
- id: L
  label: 报到
  max: 4
  inputs: {n: {label: 数, unit: 项}, last: {label: 上年, unit: 人}}
  rule:
    sum:
      of:
        - sum:
            of:
              - conditional: {when: {last: {above: 0}}, then: RULE, otherwise: {judged: {max: 2, waivable: true}}}
              - by_type: {types: {college: RULE}, otherwise: {judged: {input: other, max: 2, waivable: true}}}
            ceiling: 3
        - {per_amount: {value: n, every: 1, points: 1, cap: 1}}
""".replace("RULE", "{bands: {value: n, bands: [{at_least: 1, points: 2}]}}")


@pytest.mark.parametrize(
    ("kind", "facts", "full"),
    [
        ("college", "{last: 1, n: 1}", 4),
        ("college", "{last: 0, n: 1, mark: 不适用}", 3),
        ("foundation", "{last: 1, n: 1, other: 不适用}", 3),
        ("foundation", "{last: 0, n: 1, mark: 不适用, other: 不适用}", 1),
    ],
)
def test_a_part_waived_deep_inside(kind: str, facts: str, full: int) -> None:
    """A sum in a sum, under a condition, for a type: each ceiling holds until less than it applies."""
    outcome = assessed(scheme(INNER, "10"), a=(kind, f"{{A: 6, L: {facts}}}"))
    assert small.unit(outcome, "a").leaves["L"].full == full
    assert target(outcome)[1:] == (f"{6 + full}.00", "10.00")


def test_an_uncapped_part_that_is_waived_takes_its_room_away() -> None:
    """A leaf of 3 with a ceiling of 2 inside: the third point is the uncapped part's."""
    tree = """
- id: L
  label: 获奖
  max: 3
  inputs: {n: {label: 校级, unit: 项}}
  rule:
    sum:
      of: [{per_amount: {value: n, every: 1, points: 1}}]
      ceiling: 2
      uncapped: [{judged: {max: 1, waivable: true}}]
"""
    outcome = assessed(
        scheme(tree, "3"), a=("college", "{L: {n: 2, mark: 不适用}}"), b=("college", "{L: {n: 2, mark: 0}}")
    )
    assert target(outcome, "a") == ("2.00", "2.00", "3.00")
    assert target(outcome, "b") == ("2.00", "3.00", "2.00")


def test_mean_fill_fills_what_is_waived_in_a_sum() -> None:
    """The gap is filled at the rate that the others reach on the indicator."""
    outcome = assessed(
        scheme(with_sum(), "10", "mean_fill"),
        a=("college", "{A: 6, L: {mark: 不适用, n: 2, m: 0}}"),
        b=("college", "{A: 6, L: {mark: 2, n: 0, m: 0}}"),
        c=("college", "{A: 6, L: {mark: 2, n: 0, m: 0}}"),
    )
    assert target(outcome) == ("8.00", "8.00", "9.00")


def test_a_waived_sum_in_a_bonus_changes_no_full_mark() -> None:
    """A sum without a full mark is a bonus: nothing can be lowered."""
    tree = with_sum().replace("  max: 4\n", "")
    outcome = assessed(scheme(tree, "6"), a=("college", "{A: 3, L: {mark: 不适用, n: 1, m: 0}}"))
    assert target(outcome) == ("4.00", "6.00", "4.00")
    assert small.unit(outcome, "a").leaves["L"].full is None
