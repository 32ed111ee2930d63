"""Alternatives that cannot be used, and those that change nothing."""

from tests.drafting.checks.found import found, subject

_READING = """
targets:
- list: units
  indicators:
  - id: A
    label: 工作
    clause: 二1
    max: 10
    except: []
    inputs: {n: {label: 次, unit: 次}}
    rule: {deduction: {start: full, floor: 0, each: [{events: n, points: 1}]}}
readings:
  R1:
    clause: 二1
    question: 怎样扣？
    default: a
    choices:
      a: {label: 甲}
      b: {label: 乙%s}
"""


def _with(overlay: str) -> list[str]:
    return found(_READING % f", overlay: [{overlay}]")


def test_an_alternative_that_cannot_be_used() -> None:
    """The first mistake is named, with how many there are."""
    (line,) = _with("{at: [A, rule, deduction, start], put: 满}")
    assert line.startswith("reading_unusable t.yaml:19:70 理解R1（二1）换成“乙”（b）后方案用不了：")
    (several,) = _with("{at: [A, rule, deduction, each], put: [{events: x, points: 1}, {events: y, points: 1}]}")
    assert "后方案用不了（共2处）：扣分规则用到的数据“x”没有在inputs中声明" in several


def test_an_alternative_that_takes_away_what_another_overlay_names() -> None:
    """The second overlay then has nothing to stand on."""
    (line,) = _with("{at: [A, rule], put: {judged: {}}}, {at: [A, rule, deduction, floor], put: 1}")
    assert line.startswith("reading_unusable")
    assert "不存在" in line


def test_an_alternative_that_changes_nothing() -> None:
    """Nothing written, or the same put again, however it is written; under the alternative the default is quiet."""
    assert [line.split(" ", 2)[2] for line in found(_READING % "")] == [
        "理解R1（二1）换成“乙”（b）时没有写要改什么（overlay），与默认相同",
    ]
    assert found(_READING % "", {"R1": "b"}) == []
    same = "{at: [A, rule, deduction], put: {start: full, floor: 0.0, each: [{events: n, points: 1}]}}"
    assert [line.split("时，")[1] for line in _with(same)] == ["A/rule/deduction与原来相同，没有改动"]
    assert len(_with("{at: [A, except], put: []}, {at: [A, max], put: 10}")) == 2
    without = (_READING % ", overlay: [{at: [A, rule, deduction, floor], put: null}]").replace(
        "floor: 0", "floor: null"
    )
    assert any("floor与原来相同" in line for line in found(without))
    assert _with("{at: [A, rule, deduction, each, 0, points], put: 2}") == []
    assert _with("{at: [A, except], put: [centre]}") == []


def test_overlays_that_no_longer_fit_the_reading_in_force() -> None:
    """Another alternative of the same reading may have taken away what this one names; then nothing is compared."""
    text = _READING % ", overlay: [{at: [A, rule, deduction, floor], put: 1}]"
    text += "      c: {label: 丙, overlay: [{at: [A, rule], put: {judged: {}}}]}\n"
    lines = found(text, {"R1": "c"})
    assert not [line for line in lines if line.startswith("reading_idle")]
    assert subject(text, {"R1": "c"}).scheme.readings["R1"].chosen == "c"
