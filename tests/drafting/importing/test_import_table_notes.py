"""Notes: how a value is read, written into a cell and read back (读法, 半年读法)."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.drafting.target_text.reading_notes import (
    NoteError,
    differing_notes,
    half_reading_note,
    parsed_note,
    reading_note,
    rule_of,
)
from assess.ground.edges import Edges
from assess.rules.attainment import Attainment
from assess.rules.grammar.target_value import TargetValue
from assess.rules.judged import Judged
from assess.rules.target import Target
from assess.scheme.nodes import Leaf, leaves
from tests.engine.properties.material import QUICK
from tests.target_schemes import target_scheme


def value(**given: Any) -> TargetValue:  # noqa: ANN401 as a file writes it
    """A printed value."""
    return TargetValue.model_validate({"printed": "原文", **given})


RULES = {
    "≥8次": Target(full=value(at_least="8", unit="次")),
    ">3000人": Target(full=value(above="3000", unit="人")),
    "<5": Target(full=value(below="5")),
    "≤100万元": Target(full=value(at_most="100", unit="万元")),
    "≤100万元；超出按差额": Target(full=value(at_most="100", unit="万元"), over="linear"),
    "≤0起；超出计0分": Target(full=value(at_most="0", unit="起"), over="none"),
    "＝0%；每超1扣满分的5%": Target(full=value(equal="0", unit="%"), over="per_point", per_point=Fraction(5)),
    "＝1个；超过不扣": Target(full=value(equal="1", unit="个"), more="harmless"),
    ">9%；正好按比例；可能≤100": Target(
        full=value(above="9", unit="%"), on_line="proportional", possible=Edges(at_most=Fraction(100))
    ),
    "≥0.12345；可能≥-100且<0.55555": Target(
        full=value(at_least="0.12345"), possible=Edges(at_least=Fraction(-100), below=Fraction("0.55555"))
    ),
    "≥8次；不要求写原因": Target(full=value(at_least="8", unit="次"), reason_from=None),
    "≥8次；达到150%写原因": Target(full=value(at_least="8", unit="次"), reason_from=Fraction(150)),
    "＝100%；算式spent / budget * 100": Target.model_validate(
        {"full": {"printed": "原文", "equal": "100", "unit": "%"}, "value": "spent / budget * 100"}
    ),
    "≥1:200": Target(full=value(at_least="1", per="200")),
    '≥8"人 次"': Target(full=value(at_least="8", unit="人 次")),
    '≥8"；\\"=5"': Target(full=value(at_least="8", unit='；"=5')),
    "文字": Attainment(full=value()),
    "≥8次；人工评定": Attainment(full=value(at_least="8", unit="次")),
    "≥8次；无要求": Target(full=value(at_least="8", unit="次", no_requirement=True)),
}


@pytest.mark.parametrize("note", RULES)
def test_a_rule_and_its_note(note: str) -> None:
    """The note says the whole rule but the printed values, and is read back to it."""
    assert reading_note(RULES[note]) == note
    assert rule_of(("原文", parsed_note(note))) == RULES[note]


HALVES = {
    "≥4次": value(at_least="4", unit="次"),
    "＝0个；无要求": value(equal="0", unit="个", no_requirement=True),
    "无要求": value(no_requirement=True),
    "文字": value(),
}


@pytest.mark.parametrize("note", HALVES)
def test_a_half_year_value_and_its_note(note: str) -> None:
    """It has a note of its own."""
    rule = Attainment(half=HALVES[note], full=value(), cycle="周期")
    assert half_reading_note(rule) == note
    assert rule_of(("原文", parsed_note("文字")), ("原文", parsed_note(note)), "周期") == rule
    assert half_reading_note(Attainment(full=value())) == ""


def test_other_rules_have_no_notes() -> None:
    """A judged mark is no printed value."""
    assert (reading_note(Judged()), half_reading_note(Judged())) == ("", "")


@pytest.mark.parametrize(
    "typed", ["≤100万元; 超出按差额", " ＜= 100 万元；超出按差额；", "<=100万元；超出按差额", "≤ 100万元；超出按差额"]
)
def test_signs_as_people_type_them(typed: str) -> None:
    """Full-width and half-width signs, blanks, a semicolon too many."""
    assert rule_of(("原文", parsed_note(typed))) == RULES["≤100万元；超出按差额"]


@pytest.mark.parametrize(
    ("note", "part"),
    [
        ("", ""),
        ("；", ""),
        ("八次", "八次"),
        ("≥8次；随便", "随便"),
        ("≥8次；可能100", "100"),
        ("≥8次；可能≥9且≤1", "可能≥9且≤1"),
        ("≥8次；算式a +", "算式a +"),
        ("≥8次；达到9999999999999999%写原因", "达到9999999999999999%写原因"),
        ("≥99999999999999999次", "≥99999999999999999次"),
        ("文字；超过不扣", "文字；超过不扣"),
        ('≥8"次', '≥8"次'),
        ('≥8"次"个', '≥8"次"个'),
    ],
)
def test_what_is_no_note(note: str, part: str) -> None:
    """One sentence that shows what a note looks like."""
    with pytest.raises(NoteError) as caught:
        parsed_note(note)
    assert str(caught.value) == f"看不懂读法“{part}”；应写成“≥8次”“≤100万元；超出按反比”“文字”“无要求”的样子"


def test_a_note_that_no_rule_can_follow() -> None:
    """A ratio to 0."""
    with pytest.raises(NoteError, match="看不懂读法“1:0”"):
        rule_of(("1:0", parsed_note("≥1:0")))


def leaf(name: str) -> Leaf:
    """An indicator of the small target scheme."""
    return next(one for tree in target_scheme().trees.values() for one in leaves(tree.nodes) if one.id == name)


def test_only_what_is_read_otherwise_needs_a_note() -> None:
    """A cell is blank where the importer reads the printed value the same by itself."""
    plain = leaf("T1")
    assert differing_notes(plain, ("产出指标", "数量指标")) == ("", "")
    assert differing_notes(plain, ("成本指标",)) == ("≥4次", "≥8次")


def test_a_judged_mark_needs_no_note() -> None:
    """Nothing is printed."""
    from dataclasses import replace

    assert differing_notes(replace(leaf("T1"), rule=Judged()), ()) == ("", "")


NUMBERS = st.decimals(min_value=-1000, max_value=1000, places=2, allow_nan=False).map(str)


@given(
    operator=st.sampled_from(["at_least", "above", "at_most", "below", "equal"]),
    number=NUMBERS,
    unit=st.text(max_size=6),
    over=st.sampled_from(["ratio", "linear", "none"]),
    more=st.sampled_from(["harm", "harmless"]),
)
@QUICK
def test_every_unit_comes_back(operator: str, number: str, unit: str, over: str, more: str) -> None:
    """Whatever signs a unit has."""
    rule = Target.model_validate(
        {"full": {"printed": "原文", operator: number, "unit": unit}, "over": over, "more": more}
    )
    assert rule_of(("原文", parsed_note(reading_note(rule)))) == rule
