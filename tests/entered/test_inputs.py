"""What is asked of a unit: inputs, their bounds, and marks with their steps."""

from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from assess.entered.inputs import EvidenceLine, Input, InputSlot, MarkInput, RecordClass, Span
from assess.files.yaml_reader import parse
from assess.ground.numbers import exact


def read(text: str) -> Input:
    """Read an input as a scheme file writes it."""
    return Input.model_validate(parse(text, "s"))


def span(low: str, high: str) -> Span:
    """A range of marks."""
    return Span.model_validate({"from": low, "to": high})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{label: 学生数, unit: 人}", "number"),
        ("{label: 成果, records: {classes: {甲: {weight: 1}}}}", "records"),
        ("{label: 违规, events: {unit: 起}}", "events"),
        ("{label: 类别, choices: [甲, 乙]}", "choice"),
        ("{label: 落实, flag: true}", "flag"),
    ],
)
def test_each_input_is_of_one_kind(text: str, kind: str) -> None:
    """What is written decides the kind; without a word of its own it is a number."""
    assert read(text).kind == kind


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{label: 学生数}", "数字类数据必须写unit（单位）"),
        ("{label: 学生数, flag: true, choices: [甲]}", "records、events、choices、flag、text只能写一种"),
        ("{label: 学生数, unit: 人, at_most: -1}", "区间是空的：下限0不小于上限-1"),
        ("{label: 学生数, unit: 人, at_least: 1, above: 0}", "at_least（≥）和above（>）只能写一个"),
        ("{label: 学生数, unit: 人, at_least: many}", "“many”不是可用的数字"),
        ("{label: 学生数, unit: 人, at_least: [1]}", "应为数字"),
        ("{label: 学生数, unit: 人, least: 1}", "Extra inputs"),
    ],
)
def test_an_input_that_makes_no_sense_is_a_mistake_of_the_scheme(text: str, message: str) -> None:
    """A contradiction is found when the scheme is read, not when a year's data is."""
    with pytest.raises(ValidationError, match=message):
        read(text)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("{label: x, unit: 人}", "≥0"),
        ("{label: x, unit: 人, above: 0, at_most: 100}", ">0且≤100"),
        ("{label: x, unit: 人, at_least: -5}", "≥-5"),
        ("{label: x, unit: 人, below: 10}", "≥0且<10"),
    ],
)
def test_a_number_is_not_negative_unless_the_scheme_says_so(text: str, bounds: str) -> None:
    """The default lower bound is a closed 0; any lower edge replaces it."""
    assert read(text).bounds.text() == bounds


def test_the_weight_of_an_achievement() -> None:
    """By level where there are levels, else the one weight of the class; a class without weights is only listed."""
    by_level = RecordClass.model_validate({"levels": {"国家级": "5", "省级": "3"}})
    assert [by_level.weight_of(level) for level in ("国家级", "省级", "市级", None)] == [5, 3, 0, 0]
    assert RecordClass.model_validate({"weight": "3"}).weight_of(None) == 3
    assert RecordClass().weight_of("国家级") == 0


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({"levels": {"省级": "3"}, "weight": "3"}, "levels（分级权重）和weight（单一权重）只能写一个"),
        (
            {"weight": "3", "events": ["立项"], "counted": ["立项", "验收", "结题"]},
            "counted里的“验收、结题”不在events里",
        ),
    ],
)
def test_a_class_is_weighed_one_way(written: dict[str, Any], message: str) -> None:
    """Two ways to weigh, or counting an event that does not exist, are refused."""
    with pytest.raises(ValidationError, match=message):
        RecordClass.model_validate(written)


def test_a_line_may_depend_on_the_unit() -> None:
    """基础36: 3 articles a month for a 党总支, 2 for a 直属党支部; without the attribute there is no line to hold."""
    line = EvidenceLine.model_validate(
        {
            "label": "报道",
            "line_by": {
                "attribute": "party_organisation",
                "党总支": {"at_least": "3"},
                "直属党支部": {"at_least": "2"},
            },
        },
    )
    assert str(line.edges_for({"party_organisation": "党总支"}).text()) == "≥3"  # type: ignore[union-attr]
    assert str(line.edges_for({"party_organisation": "直属党支部"}).text()) == "≥2"  # type: ignore[union-attr]
    assert line.edges_for({"party_organisation": "党委"}) is None
    assert line.edges_for({}) is None


def test_a_line_may_hold_for_all_or_be_absent() -> None:
    """One line for every unit, or none."""
    fixed = EvidenceLine.model_validate({"label": "会议", "line": {"at_least": "2"}})
    assert fixed.edges_for({}) == fixed.line
    assert EvidenceLine(label="会议").edges_for({}) is None


@pytest.mark.parametrize(
    ("mark", "accepted"),
    [("0", True), ("0.1", True), ("0.05", False), ("1.4", True), ("1.5", True), ("1.6", False), ("-0.1", False)],
)
def test_a_mark_lies_on_its_step(mark: str, accepted: bool) -> None:  # noqa: FBT001 a truth table
    """0 to 1.5 by 0.1: both ends are closed, the step is counted from the low end."""
    assert MarkInput("考核分", (span("0", "1.5"),), exact("0.1")).accepts(exact(mark)) is accepted


def test_the_highest_mark_is_allowed_off_the_step() -> None:
    """A full mark of 5.45 with a step of 0.1 can be reached."""
    mark = MarkInput("考核分", (span("0", "5.45"),), exact("0.1"))
    assert mark.accepts(exact("5.45"))
    assert not mark.accepts(exact("5.35"))


def test_a_mark_out_of_a_set() -> None:
    """酌情加0.5~1: 0, or 0.5 to 1 (U28)."""
    mark = MarkInput("考核分", (exact("0"), span("0.5", "1")), exact("0.1"), waivable=True)
    assert [value for value in ("0", "0.1", "0.4", "0.5", "0.75", "1", "1.1") if mark.accepts(exact(value))] == [
        "0",
        "0.5",
        "1",
    ]
    assert [mark.low, mark.high] == [0, 1]
    assert mark.text() == "0或0.5至1分，步长0.1，或“不适用”"


def test_single_values_have_no_step_to_tell() -> None:
    """What is allowed is told in the words of an error message."""
    mark = MarkInput("考核分", (exact("0"), exact("2")), exact("0.01"))
    assert mark.text() == "0或2分"
    assert [mark.low, mark.high] == [0, 2]
    assert not mark.accepts(exact("1"))


def test_all_or_nothing_is_told_as_two_marks() -> None:
    """A step as wide as the range leaves only its ends; a range of one value is told as that value."""
    assert MarkInput("考核分", (span("0", "1.5"),), exact("1.5")).text() == "0或1.5分"
    assert MarkInput("考核分", (span("1", "1"),), exact("0.1")).text() == "1分"


def test_a_step_that_no_decimal_writes_is_told_as_marks_can_have_it() -> None:
    """In steps of 2/3, the share of a full mark, only every third mark is a decimal."""
    mark = MarkInput("酌情扣分", (span("0.5", "5"),), Fraction(2, 3))
    assert mark.text() == "0.5至5分，步长2"
    assert [value for value in ("0.5", "1.1667", "2", "2.5", "4.5", "5") if mark.accepts(exact(value))] == [
        "0.5",
        "2.5",
        "4.5",
        "5",
    ]
    assert MarkInput("考核分", (span("0", "1"),), Fraction(2, 3)).text() == "0或1分"


def test_a_range_ascends() -> None:
    """From 1 to 0.5 is no range; from 1 to 1 is one value."""
    with pytest.raises(ValidationError, match=r"from（1）不能大于to（0\.5）"):
        span("1", "0.5")
    assert span("1", "1").low == Fraction(1)


def test_the_evidence_key_names_the_node_that_declares() -> None:
    """An input of a group keeps the group's id wherever it is read."""
    assert InputSlot("K3", "staff", read("{label: 教职工, unit: 人}")).key == "K3.staff"
