"""Ceilings and floors that never bite, or always."""

import pytest

from tests.drafting.checks.found import about, found

_N = (
    "inputs: {n: {label: 项目, unit: 项}, p: {label: 比例, unit: 项, at_most: 20},"
    " r: {label: 成果, records: {classes: {奖: {weight: 1}}}}}\n"
)


def _about(rule: str) -> list[str]:
    """What is said about limits, after the indicator's name."""
    return [line.split("）", 1)[1] for line in about(f"{_N}rule: {rule}") if line.startswith("limit")]


_INNER = "{judged: {max: 3}}"
_WIDE = "{judged: {input: other, max: 9}}"


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (f"{{sum: {{ceiling: 10, of: [{{sum: {{ceiling: 3, of: [{_INNER}]}}}}, {_WIDE}]}}}}", []),
        (
            f"{{sum: {{ceiling: 10, of: [{{sum: {{ceiling: 4, of: [{_INNER}]}}}}, {_WIDE}]}}}}",
            ["的上限4分永远用不到：里面最多只有3分"],
        ),
        ("{per_amount: {value: p, every: 2, points: 1, cap: 10}}", []),
        (
            f"{{sum: {{ceiling: 10, of: [{{per_amount: {{value: p, every: 5, points: 1, cap: 6}}}}, {_WIDE}]}}}}",
            ["的上限6分永远用不到：里面最多只有4分"],
        ),
        ("{per_amount: {value: n, every: 5, points: 1, cap: 10}}", []),
        ("{catalogue: {of: r, cap: 10}}", []),
        ("{catalogue: {of: r, cap: 0}}", ["的上限0分总是起作用：里面最少也有0分，人人都得0分"]),
        (
            "{sum: {ceiling: 2, of: [{judged: {allowed: [4, 9]}}]}}",
            ["的上限2分总是起作用：里面最少也有4分，人人都得2分"],
        ),
        (
            "{sum: {ceiling: 10, floor: 1, of: [{judged: {allowed: [4, 10]}}]}}",
            ["的下限1分永远用不到：里面最少也有4分"],
        ),
        ("{sum: {ceiling: 10, floor: 0, of: [{judged: {allowed: [4, 10]}}]}}", []),
        ("{deduction: {start: full, floor: null, each: [{events: n, points: 1}]}}", []),
        ("{sum: {ceiling: 10, of: [{judged: {allowed: [10]}}]}}", []),
    ],
)
def test_limits_of_rules(rule: str, said: list[str]) -> None:
    """Both numbers; a ceiling that is the full mark, and a floor of 0, are left to others."""
    assert _about(rule) == said


_GROUP = """
targets:
- list: units
  indicators:
  - id: G
    label: 组
    clause: 三
    max: 10
    floor: {floor}
    only: [{types}]
    indicators:
    - {{id: A, label: 甲, clause: 三1, max: 6, rule: {{judged: {{allowed: [{low}, 6]}}}}}}
    - {{id: B, label: 乙, clause: 三2, max: 4, rule: {{judged: {{allowed: [{low}, 4]}}}}}}
"""


def test_limits_of_groups() -> None:
    """A floor other than 0 that the items never fall below; a floor above all that they give."""
    both = "college, centre"
    assert found(_GROUP.format(floor=4, types=both, low=1)) == []
    assert found(_GROUP.format(floor=2, types=both, low=1)) == []
    assert found(_GROUP.format(floor=0, types=both, low=1)) == []
    assert found(_GROUP.format(floor=1, types=both, low=2)) == [
        "limit_never t.yaml:9:12 “G 组”（三）的下限1分永远用不到：里面最少也有4分",
    ]
    assert found(_GROUP.format(floor=10, types=both, low=1)) == [
        "limit_always t.yaml:9:12 “G 组”（三）的下限10分总是起作用：里面最多也只有10分，人人都得10分",
    ]


def test_an_item_for_nobody_gives_nothing() -> None:
    """It is reported as such; the group's limits are those of the other items."""
    text = _GROUP.format(floor=1, types="college", low=1)
    text = text.replace("rule: {judged: {allowed: [1, 4]}}", "except: [college], rule: {judged: {allowed: [1, 4]}}")
    lines = found(text)
    assert any("“B 乙”（三2）对任何单位类型都不适用" in line for line in lines)
    assert not any(line.startswith("limit") for line in lines)
