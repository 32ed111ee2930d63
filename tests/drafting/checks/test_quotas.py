"""Quotas and the line of failing."""

from tests.drafting.checks.found import found

_SELECTION = "selection: {labels: {excellent: 优秀, qualified: 合格, failed: 不合格}, clause: 八, quota: {%s}%s}\n"
_COUNTED = "unit_types: {college: {label: 学院, list: units, count: 3}, centre: {label: 中心, list: units, count: 1}}\n"


def test_quotas() -> None:
    """Fewer than the list has units, where that is known; every list has one, be it 0."""
    assert found(_SELECTION % ("units: 9", "")) == []
    assert found(_COUNTED + _SELECTION % ("units: 3", "")) == []
    assert found(_COUNTED + _SELECTION % ("units: 4", "")) == [
        "quota t.yaml:2:92 院系的优秀名额是4个，而名单一共只有4个单位",
    ]
    assert [line.split(" ", 2)[2] for line in found(_SELECTION % ("", ""))] == ["没有写院系的优秀名额，等于没有名额"]


def test_the_line_of_failing() -> None:
    """Between the lowest and highest total."""
    assert found(_SELECTION % ("units: 1", ", failing: {by: line, below: 6}")) == []
    assert found(_SELECTION % ("units: 1", ", failing: {by: decision, below: 600}")) == []
    (high,) = found(_SELECTION % ("units: 1", ", failing: {by: line, below: 11}"))
    assert high.endswith("低于11分为不合格，而院系最多只能得10分，全部不合格")
    (low,) = found(_SELECTION % ("units: 1", ", failing: {by: line, below: 0}"))
    assert low.endswith("低于0分为不合格，而院系最少也有0分，这条线不起作用")


def test_a_line_against_an_open_end() -> None:
    """Where points have no bound, the line can always be crossed; a list without units has no totals."""
    open_ended = """
lists: {units: {label: 院系}, offices: {label: 部门}}
parts: {targets: {label: 考核, clause: 二, full: {units: 10, offices: 0}, indicators: {}}}
targets:
- list: units
  indicators:
  - id: A
    label: 工作
    clause: 二1
    inputs: {n: {label: 次, unit: 次}}
    rule:
      sum:
        of:
        - per_amount: {value: n, every: 1, points: 1}
        - deduction: {start: 0, floor: null, each: [{events: n, points: 1}]}
"""
    lines = found(open_ended + _SELECTION % ("units: 1, offices: 0", ", failing: {by: line, below: 60}"))
    assert not [line for line in lines if line.startswith("failing")]
