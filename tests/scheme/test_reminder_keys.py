"""What a scheme says about reminders: from where on numbers are far apart, and which number is a part of which."""

from fractions import Fraction

import pytest

from tests.scheme.small import indicator_mistakes, scheme, scheme_mistakes


def test_a_factor_of_10_from_four_others_unless_the_scheme_says_otherwise() -> None:
    """Both are parameters."""
    usual, own = scheme().reminders, scheme("reminders: {far: 2.5, others: 1}\n").reminders
    assert (usual.far, usual.others) == (Fraction(10), 4)
    assert (own.far, own.others) == (Fraction(5, 2), 1)


@pytest.mark.parametrize(
    ("value", "far"),
    [("4", True), ("4.01", False), ("25", False), ("50", False), ("99.99", False), ("100", True), ("100.01", True)],
)
def test_far_is_closed_on_both_sides(value: str, *, far: bool) -> None:
    """With a factor of 5 and 20 as usual: 4 and less, 100 and more."""
    rules = scheme("reminders: {far: 5}\n").reminders
    assert rules.is_far(Fraction(value), Fraction(20)) is far


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{far: 1}", "“reminders”：far（相差几倍算相差悬殊）必须大于1"),
        ("{far: 0.5}", "“reminders”：far（相差几倍算相差悬殊）必须大于1"),
        ("{others: 0}", "“others”应不小于1，这里写的是“0”"),
        ("{others: 1.5}", "“others”应为整数，这里写的是“1.5”"),
        ("{fer: 3}", "“reminders”没有“fer”这个键"),
    ],
)
def test_what_cannot_be(written: str, said: str) -> None:
    """Each with its place, and the rest of the scheme is still checked."""
    found = scheme_mistakes(f"reminders: {written}\nid: 小\n")
    assert f"错误：{said}" in found[0]
    assert any(line.startswith("t.yaml:2:") for line in found)


def test_just_above_1_is_a_factor() -> None:
    """The line is open."""
    assert scheme("reminders: {far: 1.001}\n").reminders.far == Fraction(1001, 1000)


A = "{id: A, label: 师资, max: 1, inputs: {%s}, rule: {judged: {}}}"

WRONG = [
    ("part: {label: 双师, unit: 人, part_of: hole}, whole: {label: 教师, unit: 人}", "没有“hole”这个数据"),
    ("part: {label: 双师, unit: 人, part_of: part}", "“part”不能是它自己的一部分"),
    (
        "part: {label: 双师, unit: 人, part_of: whole}, whole: {label: 教师, unit: 人, part_of: part}",
        "“part”不能是它自己的一部分",
    ),
    (
        "part: {label: 双师, unit: 人, part_of: whole}, whole: {label: 教师, events: {unit: 人}}",
        "“whole”不是数，不能作总数",
    ),
    (
        "part: {label: 双师, unit: 人次, part_of: whole}, whole: {label: 教师, unit: 人}",
        "“part”的单位是“人次”，“whole”的单位是“人”，不能比较",
    ),
    (
        "part: {label: 双师, flag: true, part_of: whole}, whole: {label: 教师, unit: 人}",
        "“part”不是数，不能写part_of",
    ),
]


@pytest.mark.parametrize(("inputs", "said"), WRONG)
def test_a_part_that_is_none(inputs: str, said: str) -> None:
    """An unknown whole, itself, no number, another unit: each is said at the word."""
    found = indicator_mistakes(A % inputs)
    assert found[0].startswith("t.yaml:1:")
    assert found[0].endswith(f"错误：{said}")
    assert found[1].startswith("→ ")


def test_a_near_name_is_suggested() -> None:
    """Only numbers can be meant, and not the part itself."""
    found = indicator_mistakes(A % WRONG[0][0])
    assert found[1] == "→ 是否想写：whole？"


def test_a_whole_on_the_group_above() -> None:
    """What the group declares is seen below; what a neighbour declares is not."""
    part = "inputs: {part: {label: 双师, unit: 人, part_of: whole}}, rule: {judged: {}}"
    inside = f"{{id: A1, label: 双师, max: 1, {part}}}"
    group = "{id: A, label: 师资, max: 1, %sindicators: [%s]}"
    assert indicator_mistakes(group % ("inputs: {whole: {label: 教师, unit: 人}}, ", inside)) == []
    beside = "{id: A2, label: 教师, max: 1, inputs: {whole: {label: 教师, unit: 人}}, rule: {judged: {}}}"
    assert indicator_mistakes(group % ("", f"{inside}, {beside}"))[0].endswith("没有“whole”这个数据")


def test_a_chain_of_parts() -> None:
    """A part of a part is no circle."""
    inputs = (
        "a: {label: 博士, unit: 人, part_of: b}, b: {label: 双师, unit: 人, part_of: c}, c: {label: 教师, unit: 人}"
    )
    assert indicator_mistakes(A % inputs) == []
