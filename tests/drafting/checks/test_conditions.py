"""Conditions that what may be entered decides already."""

import pytest

from tests.drafting.checks.found import about

_INPUTS = 'inputs: {rate: {label: 参与率, unit: "%", at_most: 100}, ok: {label: 有制度, flag: true}}\n'
_ALWAYS = "的条件“参与率≤100%”恒成立"
_NEVER = "的条件“参与率>100%”永远不成立"


@pytest.mark.parametrize(
    "rule",
    [
        "{all_of: {when: {rate: {%s}, ok: {at_least: 1}}, points: 10}}",
        "{conditional: {when: {rate: {%s}, ok: {at_least: 1}}, then: {judged: {}}, otherwise: {judged: {}}}}",
        "{checklist: {items: [{label: 甲, when: {rate: {%s}}}, {label: 乙, when: {ok: {at_least: 1}}}]}}",
        (
            "{deduction: {start: full, floor: 0, each: [{when: {rate: {%s}, ok: {at_least: 1}}, points: 1},"
            " {value: rate, every: 10, points: 1}]}}"
        ),
        (
            "{bands: {bands: [{when: {rate: {%s}, ok: {at_least: 1}}, points: 10},"
            " {when: {rate: {above: 50}}, points: 4}]}}"
        ),
        (
            "{bands: {value: rate, bands: [{at_least: 9, points: 5},"
            " {below: 9, when: {rate: {%s}, ok: {at_least: 1}}, points: 10}]}}"
        ),
    ],
)
def test_fixed_conditions(rule: str) -> None:
    """In every kind of rule that has conditions: always, never, or fine."""
    assert [line for line in about(_INPUTS + "rule: " + rule % "at_most: 80") if "条件" in line] == []
    assert [line[-len(_ALWAYS) :] for line in about(_INPUTS + "rule: " + rule % "at_most: 100") if "条件" in line] == [
        _ALWAYS
    ]
    assert [line[-len(_NEVER) :] for line in about(_INPUTS + "rule: " + rule % "above: 100") if "条件" in line] == [
        _NEVER
    ]
