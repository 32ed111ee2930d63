"""Target points: leaves, their sums group by group, what does not apply, and how raw points enter the total."""

import pytest

from assess.engine.outcome import GroupResult, LeafResult, Outcome
from assess.ground.place import Severity
from tests import small


def parts(indicators: str = "{}", full: str = "10") -> str:
    """Targets as the only part, with these rules and this full mark."""
    return f"targets: {{label: 目标考核, full: {{academic: {full}, administrative: {full}}}, indicators: {indicators}}}"


def points(outcome: Outcome, name: str = "a") -> dict[str, str | None]:
    """Printed points of a unit's groups and leaves, None where they have none."""
    result = small.unit(outcome, name)
    found: list[tuple[str, GroupResult | LeafResult]] = [*result.groups.items(), *result.leaves.items()]
    return {key: None if one.points is None else str(one.points) for key, one in found}


def problems(outcome: Outcome) -> list[tuple[str, str]]:
    """Code and text of all problems."""
    return [(one.code, one.text) for one in small.told(outcome)]


def group(outcome: Outcome, name: str, unit: str = "a") -> GroupResult:
    """One group of a unit."""
    return small.unit(outcome, unit).groups[name]


NESTED = small.tree("""
- id: K
  label: 重点
  max: 10
  floor: 0
  indicators:
    - id: K1
      label: 教学
      max: 5
      floor: -1
      indicators:
        - {id: K1.a, label: 项目, max: 4, rule: {judged: {allowed: [-3, 0, 4]}}}
        - {id: K1.b, label: 经费, max: 4, rule: {judged: {allowed: [-3, 0, 4]}}}
    - {id: K2, label: 就业, max: 5, rule: {judged: {allowed: [-6, 0, 5]}}}
""")


@pytest.mark.parametrize(
    ("marks", "nodes", "limits"),
    [
        (("4", "0", "5"), ("4", "9"), ([], [])),
        (("4", "4", "5"), ("5", "10"), (["合计8分，超过上限5分，按5分计"], [])),
        (("-3", "-3", "5"), ("-1", "4"), (["合计-6分，低于下限-1分，按-1分计"], [])),
        (("-3", "0", "-6"), ("-1", "0"), (["合计-3分，低于下限-1分，按-1分计"], ["合计-7分，低于下限0分，按0分计"])),
    ],
)
def test_groups_sum_printed_points_between_floor_and_ceiling(
    marks: tuple[str, str, str],
    nodes: tuple[str, str],
    limits: tuple[list[str], list[str]],
) -> None:
    """A bound that bites is a line of its own, and what is held there goes up."""
    a, b, c = marks
    outcome = small.assessed(
        f"  - {{id: a, name: 甲, type: college, facts: {{K1.a: {a}, K1.b: {b}, K2: {c}}}}}",
        small.scheme(NESTED),
    )
    found = points(outcome)
    assert (found["K1"], found["K"]) == nodes
    assert tuple([limit.text() for limit in group(outcome, name).limits] for name in ("K1", "K")) == limits


def test_a_group_without_floor_may_fall_below_zero() -> None:
    """`floor: null` holds nothing (U41b)."""
    text = NESTED.replace("floor: 0", "floor: null").replace("floor: -1", "floor: null")
    outcome = small.assessed(
        "  - {id: a, name: 甲, type: college, facts: {K1.a: -3, K1.b: -3, K2: -6}}", small.scheme(text)
    )
    assert points(outcome)["K"] == "-12"
    assert small.unit(outcome, "a").total == -12


PRIZES = """
- id: K5
  label: 学生工作
  max: 3
  lift: {outer}
  indicators:
    - id: K5.4
      label: 获奖
      max: 2
      lift: {inner}
      indicators:
        - id: K5.4c
          label: 学科竞赛
          max: 2
          inputs:
            school: {{label: 校级, unit: 项}}
            city: {{label: 市级, unit: 项}}
            province: {{label: 省级, unit: 项}}
          rule:
            sum:
              of:
                - per_amount: {{value: school, every: 1, points: 0.2, steps: whole}}
                - per_amount: {{value: city, every: 1, points: 0.3, steps: whole}}
              ceiling: 2
              uncapped:
                - per_amount: {{value: province, every: 1, points: 0.5, steps: whole}}
"""


@pytest.mark.parametrize(
    ("inner", "outer", "expected", "uncapped"),
    [
        ("false", "false", ("2.9", "2", "2"), ("0", "0")),
        ("true", "false", ("2.9", "2.9", "2.9"), ("1", "0")),
        ("true", "true", ("2.9", "2.9", "2.9"), ("1", "1")),
    ],
)
def test_provincial_prizes_may_lift_the_ceilings_above(
    inner: str, outer: str, expected: tuple[str, str, str], uncapped: tuple[str, str]
) -> None:
    """School 5, city 3, province 2 → 1.9 + 1.0 = 2.9; the ceilings above stay unless they lift (U42)."""
    scheme = small.scheme(small.tree(PRIZES.format(inner=inner, outer=outer)))
    outcome = small.assessed(
        "  - {id: a, name: 甲, type: college, facts: {K5.4c: {school: 5, city: 3, province: 2}}}", scheme
    )
    found = points(outcome)
    assert tuple(None if value is None else _decimal(value) for value in _in_order(found)) == expected
    assert (str(group(outcome, "K5.4").uncapped), str(group(outcome, "K5").uncapped)) == uncapped


def _in_order(found: dict[str, str | None]) -> list[str | None]:
    return [found["K5.4c"], found["K5.4"], found["K5"]]


def _decimal(fraction: str) -> str:
    return {"29/10": "2.9"}.get(fraction, fraction)


def test_lifted_points_lie_on_top_of_every_ceiling_that_lifts() -> None:
    """Ten provincial prizes: 1.9 + 5 = 6.9 also above the outer ceiling of 3."""
    facts = "  - {id: a, name: 甲, type: college, facts: {K5.4c: {school: 5, city: 3, province: 10}}}"
    lifted = small.scheme(small.tree(PRIZES.format(inner="true", outer="true")))
    stays = small.scheme(small.tree(PRIZES.format(inner="true", outer="false")))
    assert points(small.assessed(facts, lifted))["K5"] == "69/10"
    assert points(small.assessed(facts, stays))["K5"] == "3"
    assert [limit.text() for limit in group(small.assessed(facts, stays), "K5").limits] == [
        "合计6.9分，超过上限3分，按3分计",
    ]


EXEMPT = small.tree("""
- id: base
  label: 基础
  max: 6
  indicators:
    - {id: B1, label: 领导, max: 2, rule: {judged: {}}}
    - id: B2
      label: 团学
      max: 4
      indicators:
        - {id: B2.a, label: 团建, max: 3, except: [foundation], rule: {judged: {}}}
        - {id: B2.b, label: 学风, max: 1, except: [foundation], rule: {judged: {}}}
- {id: K1, label: 教学, max: 4, rule: {judged: {waivable: true}}}
""")


def test_what_does_not_apply_is_neither_zero_nor_missing() -> None:
    """An exempt group has no points and no full mark; 4 of 6 are converted: 3 ÷ 6 × 10 = 5.00 (U1)."""
    outcome = small.assessed("  - {id: a, name: 甲, type: foundation, facts: {B1: 1, K1: 2}}", small.scheme(EXEMPT))
    assert points(outcome) == {"base": "1", "B2": None, "B1": "1", "B2.a": None, "B2.b": None, "K1": "2"}
    assert not group(outcome, "B2").applies
    assert group(outcome, "base").full == 2
    assert small.unit(outcome, "a").leaves["B2.a"].status == "not_applicable"
    part = small.unit(outcome, "a").parts["targets"]
    assert [part.raw, part.applicable_full, part.points] == [3, 6, 5]
    assert part.conversion == "3.00 ÷ 6 × 10 = 5.00"
    assert small.told(outcome) == ()


def test_the_applicable_full_mark_is_never_above_the_groups_own() -> None:
    """Three children of 4 in a group of 5: without one of them it is still 5, without two it is 4."""
    trees = small.tree("""
- id: K
  label: 获奖
  max: 5
  indicators:
    - {id: K1, label: 甲项, max: 4, except: [foundation], rule: {judged: {}}}
    - {id: K2, label: 乙项, max: 4, rule: {judged: {waivable: true}}}
    - {id: K3, label: 丙项, max: 4, rule: {judged: {}}}
- {id: A, label: 指标, max: 5, rule: {judged: {}}}
""")
    for mark, full, points_of_k in (("4", 5, 5), ("不适用", 4, 4)):
        year = f"  - {{id: a, name: 甲, type: foundation, facts: {{K2: {mark}, K3: 4, A: 5}}}}"
        found = group(small.assessed(year, small.scheme(trees)), "K")
        assert [found.full, found.points] == [full, points_of_k]


def test_groups_inside_an_exempt_group_do_not_apply_either() -> None:
    """Every group below an exempt one has a result of its own that says so."""
    trees = small.tree("""
- {id: A, label: 指标, max: 4, rule: {judged: {}}}
- id: K
  label: 招生就业
  max: 6
  indicators:
    - id: K1
      label: 招生
      max: 4
      indicators:
        - {id: K1.a, label: 报到, max: 4, except: [foundation], rule: {judged: {}}}
    - {id: K2, label: 就业, max: 2, except: [foundation], rule: {judged: {}}}
""")
    outcome = small.assessed("  - {id: a, name: 甲, type: foundation, facts: {A: 4}}", small.scheme(trees))
    assert {name: (one.applies, one.points) for name, one in small.unit(outcome, "a").groups.items()} == {
        "K": (False, None),
        "K1": (False, None),
    }
    assert small.unit(outcome, "a").total == 10


def test_zero_is_a_mark_like_any_other() -> None:
    """A unit with 0 everywhere is complete and has 0 points."""
    outcome = small.assessed(
        "  - {id: a, name: 甲, type: college, facts: {B1: 0, B2.a: 0, B2.b: 0.00, K1: 0}}", small.scheme(EXEMPT)
    )
    result = small.unit(outcome, "a")
    assert result.status == "complete"
    assert result.total == 0
    assert set(points(outcome).values()) == {"0"}
    assert result.parts["targets"].conversion == ""


@pytest.mark.parametrize("entered", ["", "B2.b: , ", "B2.b: {}, ", "B2.b: {reason: 未评}, "])
def test_what_is_not_entered_is_missing_up_to_the_total(entered: str) -> None:
    """Absent, null or without a mark: leaf, groups, part and unit have no points, and one problem says why."""
    outcome = small.assessed(
        f"  - {{id: a, name: 甲, type: college, facts: {{{entered}B1: 2, B2.a: 3, K1: 4}}}}", small.scheme(EXEMPT)
    )
    assert points(outcome) == {"base": None, "B2": None, "B1": "2", "B2.a": "3", "B2.b": None, "K1": "4"}
    assert group(outcome, "B2").applies
    result = small.unit(outcome, "a")
    assert (result.status, result.total, result.parts["targets"].points) == ("incomplete", None, None)
    assert result.parts["targets"].applicable_full == 10
    assert result.leaves["B2.b"].missing == ("B2.b.mark",)
    assert [(one.severity, one.text) for one in small.told(outcome)] == [(Severity.MISSING, "甲“B2.b 学风”缺“考核分”")]
    # The place is the unit's, or the indicator's where something stands there.
    assert str(small.told(outcome)[0].place) == ("year.yaml:4:45" if "reason" in entered else "year.yaml:4:5")
    assert str(small.told(outcome)[0].address) == "a/B2.b/mark"


def test_a_waived_leaf_lowers_the_applicable_full_mark() -> None:
    """不适用 by a person's choice: 6 of 6 are the full 10 (U38b)."""
    outcome = small.assessed(
        "  - {id: a, name: 甲, type: college, facts: {B1: 2, B2.a: 3, B2.b: 1, K1: 不适用}}", small.scheme(EXEMPT)
    )
    leaf = small.unit(outcome, "a").leaves["K1"]
    assert (leaf.status, leaf.waived, leaf.points) == ("not_applicable", True, None)
    part = small.unit(outcome, "a").parts["targets"]
    assert [part.raw, part.applicable_full, part.points] == [6, 6, 10]


WAIVABLE = small.tree("""
- id: K
  label: 重点
  max: 10
  indicators:
    - id: K1
      label: 教学
      max: 4
      indicators:
        - {id: K1.a, label: 双证书, max: 4, rule: {judged: {waivable: true}}}
    - {id: K2, label: 就业, max: 6, rule: {judged: {waivable: true}}}
""")


def test_a_group_of_which_everything_is_waived_does_not_apply() -> None:
    """It is 不适用 like what is in it, not 0 of 0."""
    outcome = small.assessed(
        "  - {id: a, name: 甲, type: college, facts: {K1.a: 不适用, K2: 3}}", small.scheme(WAIVABLE)
    )
    assert not group(outcome, "K1").applies
    assert group(outcome, "K1").points is None
    assert group(outcome, "K").full == 6
    assert small.unit(outcome, "a").total == 5


def test_a_unit_to_which_nothing_applies_has_no_total_and_is_told() -> None:
    """There is nothing to convert: the unit is 未完成, with a reason."""
    outcome = small.assessed(
        "  - {id: a, name: 甲, type: college, facts: {K1.a: 不适用, K2: 不适用}}", small.scheme(WAIVABLE)
    )
    assert small.unit(outcome, "a").status == "incomplete"
    assert problems(outcome) == [("nothing_applies", "没有一个指标适用于甲，目标考核算不出来，不能排名")]


def test_the_regulations_conversion() -> None:
    """80 of 94 → 127.66 of 150."""
    trees = """
- list: academic
  indicators:
    - {id: A, label: 指标, max: 94, rule: {judged: {}}}
    - {id: B, label: 学生, max: 56, except: [foundation], rule: {judged: {}}}
"""
    scheme = small.scheme(trees, parts=parts(full="150"))
    outcome = small.assessed("  - {id: a, name: 甲, type: foundation, facts: {A: 80}}", scheme)
    assert str(small.unit(outcome, "a").total) == "6383/50"
    assert small.unit(outcome, "a").parts["targets"].conversion == "80.00 ÷ 94 × 150 = 127.66"


def test_the_conversion_is_printed_with_the_schemes_places() -> None:
    """With one place everything on the line has one."""
    scheme = small.scheme(EXEMPT, rounding="{digits: 1, at: leaf}", mark_step="0.1")
    outcome = small.assessed("  - {id: a, name: 甲, type: foundation, facts: {B1: 1.1, K1: 2}}", scheme)
    assert small.unit(outcome, "a").parts["targets"].conversion == "3.1 ÷ 6 × 10 = 5.2"
    assert small.unit(outcome, "a").total is not None


STATED = """
- {types: [foundation], node: base, points: 3}
- {types: [foundation], node: K1, points: 5}
"""


def test_a_bonus_needs_no_stated_full_mark() -> None:
    """65 is printed for what the type is assessed on; a bonus beside it has nothing to be printed: 52 of 65."""
    tree = """
- id: K
  label: 工作
  max: 100
  indicators:
  - {id: K1, label: 甲, max: 60, rule: {judged: {}}}
  - {id: K2, label: 乙, max: 40, except: [foundation], rule: {judged: {}}}
- {id: Z, label: 加分, rule: {judged: {max: 5}}}
- {id: M, label: 院系另考, max: 10, except: [foundation], rule: {judged: {}}}
"""
    of = small.scheme(
        small.tree(tree),
        parts=parts("{basis: stated}", "100"),
        stated_totals="[{types: [foundation], node: K, points: 65}]",
    )
    outcome = small.assessed("  - {id: f, name: 部, type: foundation, facts: {K1: 50, Z: 2}}", of)
    part = small.unit(outcome, "f").parts["targets"]
    assert [part.applicable_full, part.points] == [65, 80]


@pytest.mark.parametrize(
    ("basis", "stated", "mark", "full", "total"),
    [
        ("derived", STATED, "2", 6, "5"),
        ("stated", STATED, "2", 8, "15/4"),
        ("stated", STATED, "不适用", 4, "5/2"),
        ("stated", "[{types: [foundation], node: base, points: 3}]", "2", 6, "5"),
        ("stated", "[{types: [college], node: base, points: 3}, {types: [college], node: K1, points: 5}]", "2", 6, "5"),
    ],
)
def test_the_full_mark_may_be_the_one_that_is_stated(basis: str, stated: str, mark: str, full: int, total: str) -> None:
    """`stated` takes the printed totals of all top nodes, less what a person waived; all or none of them (U2a)."""
    scheme = small.scheme(EXEMPT, parts=parts(f"{{basis: {basis}}}"), stated_totals=stated)
    outcome = small.assessed(f"  - {{id: a, name: 甲, type: foundation, facts: {{B1: 1, K1: {mark}}}}}", scheme)
    assert small.unit(outcome, "a").parts["targets"].applicable_full == full
    assert str(small.unit(outcome, "a").total) == total


def test_raw_points_are_left_as_they_are() -> None:
    """`raw`: 3 of 6 stay 3 (U1)."""
    scheme = small.scheme(EXEMPT, parts=parts("{partial: raw}"))
    outcome = small.assessed("  - {id: a, name: 甲, type: foundation, facts: {B1: 1, K1: 2}}", scheme)
    part = small.unit(outcome, "a").parts["targets"]
    assert [part.points, part.raw, part.applicable_full, part.conversion] == [3, 3, 6, ""]


def test_ranks_may_be_given_inside_each_type() -> None:
    """`rank_within_type`: the raw points stay, and each type has a first place of its own (U1)."""
    scheme = small.scheme(EXEMPT, parts=parts("{partial: rank_within_type}"))
    outcome = small.assessed(
        """
  - {id: a, name: 甲, type: foundation, facts: {B1: 1, K1: 2}}
  - {id: b, name: 乙, type: college, facts: {B1: 2, B2.a: 3, B2.b: 1, K1: 4}}
  - {id: c, name: 丙, type: foundation, facts: {B1: 1, K1: 1}}
  - {id: d, name: 丁, type: college, facts: {B1: 2, B2.a: 3, B2.b: 1, K1: 3}}
""",
        scheme,
    )
    assert [(one.unit.id, one.rank, str(one.total)) for one in small.listed(outcome).units] == [
        ("a", 1, "3"),
        ("b", 1, "10"),
        ("c", 2, "2"),
        ("d", 2, "9"),
    ]


MEAN_FILL = small.scheme(EXEMPT, parts=parts("{partial: mean_fill}"))


def test_mean_fill_takes_the_rate_of_the_others() -> None:
    """The colleges reach 3 and 1 of 4 on B2, half of it: 丙 gets 2 for the 4 points that it cannot earn (U1)."""
    outcome = small.assessed(
        """
  - {id: a, name: 甲, type: college, facts: {B1: 2, B2.a: 3, B2.b: 0, K1: 4}}
  - {id: b, name: 乙, type: college, facts: {B1: 2, B2.a: 1, B2.b: 0, K1: 4}}
  - {id: c, name: 丙, type: foundation, facts: {B1: 1, K1: 2}}
""",
        MEAN_FILL,
    )
    part = small.unit(outcome, "c").parts["targets"]
    assert [part.raw, part.points, part.applicable_full] == [3, 5, 6]
    assert part.conversion == "3.00 + 不参加部分按其他单位平均得分率50.00%补2.00"
    assert small.unit(outcome, "c").status == "complete"
    assert small.unit(outcome, "a").parts["targets"].conversion == ""


def test_mean_fill_fills_what_a_person_waived() -> None:
    """A waived leaf does not count as 0: the others reach 2 of 4, so that 2 are filled."""
    outcome = small.assessed(
        """
  - {id: a, name: 甲, type: college, facts: {B1: 2, B2.a: 3, B2.b: 1, K1: 不适用}}
  - {id: b, name: 乙, type: college, facts: {B1: 2, B2.a: 3, B2.b: 1, K1: 2}}
""",
        MEAN_FILL,
    )
    assert small.unit(outcome, "a").total == 8


@pytest.mark.parametrize(("other", "points_of_c"), [("B1: 2, B2.a: 3, K1: 4", "3"), ("B1: 2, K1: 4", "3")])
def test_mean_fill_is_provisional_while_another_unit_lacks_data(other: str, points_of_c: str) -> None:
    """The rate is a figure of the others: 甲 is 未完成, 丙 only 暂定, and a rate of nobody fills nothing."""
    outcome = small.assessed(
        f"""
  - {{id: a, name: 甲, type: college, facts: {{{other}}}}}
  - {{id: c, name: 丙, type: foundation, facts: {{B1: 1, K1: 2}}}}
""",
        MEAN_FILL,
    )
    assert small.unit(outcome, "a").status == "incomplete"
    assert small.unit(outcome, "c").status == "provisional"
    assert str(small.unit(outcome, "c").total) == points_of_c
    assert small.listed(outcome).open


def test_mean_fill_without_others_leaves_the_raw_points() -> None:
    """Nobody shows a rate, so nothing is filled; and an unfinished unit is not filled at all."""
    alone = small.assessed("  - {id: c, name: 丙, type: foundation, facts: {B1: 1, K1: 2}}", MEAN_FILL)
    assert small.unit(alone, "c").total == 3
    assert small.unit(alone, "c").parts["targets"].conversion == "没有其他单位可比，不参加部分没有补分"
    assert small.unit(alone, "c").status == "complete"
    missing = small.assessed("  - {id: c, name: 丙, type: foundation, facts: {B1: 1}}", MEAN_FILL)
    assert small.unit(missing, "c").total is None


def test_mean_fill_is_by_the_other_units_alone() -> None:
    """甲 has 1 of the 4 points that are left to it, 乙 9 of 10: 甲 gets 0.9 × 6 for the rest; 丙 shows nothing."""
    marks = "{sum: {of: [{judged: {input: x, max: 6, waivable: true}}, {judged: {input: y, max: 4}}], ceiling: null}}"
    scheme = small.scheme(
        small.tree(f"- {{id: A, label: 指标, max: 10, rule: {marks}}}"), parts=parts("{partial: mean_fill}")
    )
    outcome = small.assessed(
        """
  - {id: a, name: 甲, type: college, facts: {A: {x: 不适用, y: 1}}}
  - {id: b, name: 乙, type: college, facts: {A: {x: 5, y: 4}}}
  - {id: c, name: 丙, type: college, facts: {A: {x: 不适用, y: 4}}}
""",
        scheme,
    )
    part = small.unit(outcome, "a").parts["targets"]
    assert (str(part.points), part.conversion) == ("32/5", "1.00 + 不参加部分按其他单位平均得分率90.00%补5.40")


def test_mean_fill_compares_units_of_the_same_table_only() -> None:
    """Equal ids in two tables are two indicators: 乙's D1 says nothing about 甲's."""
    trees = """
- {list: academic, indicators: [{id: A, label: 指标, max: 10, rule: {judged: {}}}]}
- table: office
  indicators:
    - {id: D1, label: 办文, max: 5, rule: {judged: {}}}
    - {id: D2, label: 督办, max: 5, rule: {judged: {waivable: true}}}
- table: union
  indicators:
    - {id: D1, label: 文体, max: 5, rule: {judged: {}}}
    - {id: D2, label: 维权, max: 5, rule: {judged: {}}}
"""
    outcome = small.assessed(
        """
  - {id: a, name: 甲, type: department, table: office, facts: {D1: 5, D2: 不适用}}
  - {id: b, name: 乙, type: department, table: union, facts: {D1: 5, D2: 4}}
""",
        small.scheme(trees, parts=parts("{partial: mean_fill}")),
    )
    assert small.unit(outcome, "a").total == 5


UNSHARED = """
- {id: A, label: 指标, max: 6, rule: {judged: {}}}
- id: K
  label: 就业
  max: 4
  indicators:
    - id: K.a
      label: 抽查
      except: [foundation]
      inputs: {rate: {label: 不合格率, unit: "%"}}
      rule: {bands: {value: rate, bands: [{at_least: 10, points: -2}]}}
    - {id: K.b, label: 跟踪, max: 4, rule: {judged: {}}}
"""


def test_a_leaf_without_a_full_mark_takes_no_share_of_it() -> None:
    """A deduction has no full mark: the exempt unit keeps the whole 10, and nothing can be filled for it."""
    scheme = small.scheme(small.tree(UNSHARED), parts=parts("{partial: mean_fill}"))
    outcome = small.assessed(
        """
  - {id: a, name: 甲, type: college, facts: {A: 6, K.a: 10, K.b: 4}}
  - {id: b, name: 乙, type: foundation, facts: {A: 6, K.b: 4}}
""",
        scheme,
    )
    assert points(outcome)["K"] == "2"
    assert group(outcome, "K").full == group(outcome, "K", "b").full == 4
    assert [small.unit(outcome, name).total for name in ("a", "b")] == [8, 10]


def test_mean_fill_passes_over_a_leaf_without_a_full_mark() -> None:
    """Where another leaf lowers the full mark, the deduction adds nothing to the rate."""
    trees = small.tree(UNSHARED + "- {id: B, label: 招生, max: 4, except: [foundation], rule: {judged: {}}}\n")
    scheme = small.scheme(trees, parts=parts("{partial: mean_fill}", "14"))
    outcome = small.assessed(
        """
  - {id: a, name: 甲, type: college, facts: {A: 6, K.a: 10, K.b: 4, B: 2}}
  - {id: b, name: 乙, type: foundation, facts: {A: 6, K.b: 4}}
""",
        scheme,
    )
    assert small.unit(outcome, "b").total == 12


def test_a_group_with_an_unlimited_child_keeps_the_room_for_it() -> None:
    """A bonus without bound fills 2 of 10 beside an indicator of 8: without that one the full mark is 2."""
    trees = small.tree("""
- id: K
  label: 教学
  max: 10
  indicators:
    - {id: K.a, label: 项目, max: 8, except: [foundation], rule: {judged: {}}}
    - id: K.b
      label: 经费
      inputs: {funds: {label: 经费, unit: 元}}
      rule: {per_amount: {value: funds, every: 100000, points: 1, steps: whole}}
""")
    outcome = small.assessed("  - {id: a, name: 甲, type: foundation, facts: {K.b: 1234567}}", small.scheme(trees))
    assert [group(outcome, "K").full, group(outcome, "K").points] == [2, 2]
    assert small.unit(outcome, "a").total == 10


LISTS = small.tree("""
- id: A
  label: 违规
  max: 10
  inputs: {violations: {label: 违规事件, events: {unit: 起}}}
  rule: {deduction: {start: full, each: [{events: violations, points: 1}]}}
""")


@pytest.mark.parametrize(
    ("entered", "total", "told"),
    [
        ("A: 无", 10, []),
        ("A: [{title: 甲事}, {title: 乙事}]", 8, []),
        ("A: []", None, [("unconfirmed", "甲“A 违规”的违规事件是空表，还没有确认")]),
        ("A: ", None, [("missing", "甲“A 违规”缺“违规事件”")]),
    ],
)
def test_an_empty_list_is_missing_until_somebody_says_none(
    entered: str, total: int | None, told: list[tuple[str, str]]
) -> None:
    """无 is a statement, an empty list is not."""
    outcome = small.assessed(f"  - {{id: a, name: 甲, type: college, facts: {{{entered}}}}}", small.scheme(LISTS))
    assert small.unit(outcome, "a").total == total
    assert problems(outcome) == told
    assert all(one.hint == "确实没有的，请写“无”" for one in small.told(outcome) if one.code == "unconfirmed")


CONDITIONAL = small.tree("""
- id: A
  label: 报到率
  max: 10
  inputs:
    last_year: {label: 上年报到数, unit: 人}
    arrivals: {label: 报到数, unit: 人}
  rule:
    conditional:
      when: {last_year: {above: 0}}
      then: {bands: {value: arrivals / last_year, bands: [{at_least: 1, points: 10}]}}
      otherwise: {judged: {waivable: true}}
""")


@pytest.mark.parametrize(
    ("entered", "total", "lacking"),
    [
        ("{last_year: 100, arrivals: 100}", 10, []),
        ("{last_year: 0, mark: 7}", 7, []),
        ("{last_year: 0}", None, ["甲“A 报到率”缺“考核分”"]),
        ("{last_year: 100}", None, ["甲“A 报到率”缺“报到数”"]),
        ("{arrivals: 100}", None, ["甲“A 报到率”缺“上年报到数”"]),
    ],
)
def test_what_is_not_asked_is_not_missing(entered: str, total: int | None, lacking: list[str]) -> None:
    """Only the branch taken is asked for; while that is open, only what decides it."""
    outcome = small.assessed(
        f"  - {{id: a, name: 甲, type: college, facts: {{A: {entered}}}}}", small.scheme(CONDITIONAL)
    )
    assert small.unit(outcome, "a").total == total
    assert [one.text for one in small.told(outcome)] == lacking


def test_a_division_by_zero_is_a_problem_not_a_crash() -> None:
    """The leaf has no points, and the problem is an error with the place of the unit."""
    trees = small.tree("""
- id: A
  label: 报到率
  max: 10
  inputs: {plan: {label: 计划数, unit: 人}, arrivals: {label: 报到数, unit: 人}}
  rule: {bands: {value: arrivals / plan, bands: [{at_least: 1, points: 10}]}}
""")
    outcome = small.assessed(
        "  - {id: a, name: 甲, type: college, facts: {A: {plan: 0, arrivals: 5}}}", small.scheme(trees)
    )
    assert small.unit(outcome, "a").status == "incomplete"
    assert [(one.severity, one.code, one.text) for one in small.told(outcome)] == [
        (Severity.ERROR, "division_by_zero", "甲“A 报到率”算不出来：分母为0"),
    ]


def test_full_marks_above_what_is_declared_are_converted_down() -> None:
    """A tree of 20 points in a part of 10: 15 of 20 are 7.5."""
    trees = small.tree("- {id: A, label: 指标, max: 20, rule: {judged: {}}}")
    outcome = small.assessed("  - {id: a, name: 甲, type: college, facts: {A: 15}}", small.scheme(trees))
    assert small.unit(outcome, "a").parts["targets"].conversion == "15.00 ÷ 20 × 10 = 7.50"
