"""Reminders stand in the scheme's order, whatever the order of the file."""

from tests.year.reminders.small_year import PARTS, noticed, scheme, units

TWO = """
- {id: A, label: 甲项, max: 10, inputs: {one: {label: 数, unit: 项}, two: {label: 额, unit: 元}},
   rule: {sum: {of: [{per_amount: {value: one, every: 1, points: 1}}, {per_amount: {value: two, every: 1, points: 1}}],
                ceiling: 10, floor: null}}}
- {id: B, label: 乙项, max: 10, inputs: {one: {label: 数, unit: 项}},
   rule: {per_amount: {value: one, every: 1, points: 1, cap: 10}}}
"""
TARGETS = """
targets: {label: 目标考核, full: {academic: 20}, indicators: {}}"""
USUAL = "facts: {A: {one: 2, two: 2}, B: {one: 3}}, leaders: {principal: [94], deputy: [94]}"


def test_the_order_of_the_file_decides_nothing() -> None:
    """Of years that differ in the order of keys alone, the same is said in the same order: A, then B; 正职 first."""
    of = scheme(TWO, parts=TARGETS + PARTS)
    forwards = "facts: {A: {one: 300, two: 300}, B: {one: 300}}, leaders: {principal: [9.4], deputy: [9.4]}"
    backwards = "leaders: {deputy: [9.4], principal: [9.4]}, facts: {B: {one: 300}, A: {two: 300, one: 300}}"
    said = [noticed(of, units([one, *[USUAL] * 5])) for one in (forwards, backwards)]
    assert said[0] == said[1]
    addresses = [line.split()[1] for line in said[0]]
    assert addresses == ["a/A/one", "a/A/two", "a/B/one", "a/leadership/principal", "a/leadership/deputy"]
