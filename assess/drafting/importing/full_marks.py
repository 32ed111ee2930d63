"""A worked case for every table: each indicator exactly at its target, so all indicators have their full marks."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from assess.drafting.importing.indicator_nodes import Indicator, Section
from assess.drafting.importing.just_met import just_met
from assess.drafting.target_text.indicators import EXECUTION_RATE, FORMER, LATTER
from assess.ground.plain import Plain
from assess.parts.money import BUDGET, DEVIATION, FUNDS, SPENT
from assess.rules.target import Target

TITLE = "每个指标正好达到指标值，指标得满分"
_HUNDRED = Fraction(100)


def full_marks_case(
    tables: Sequence[tuple[str, Sequence[Section]]], expected: Mapping[str, Fraction]
) -> Mapping[str, Plain]:
    """The content of the file; a table is its id ("" where a unit names none) and its sections.

    `expected`: the part of the total that is made of the indicators, and its full mark.

    A table whose rules want different things of the money has no such case: nothing is returned where none has one.
    """
    cases = [dict(_case(table, sections, expected)) for table, sections in tables if _is_possible(sections)]
    return {"cases": cases} if cases else {}


def _case(table: str, sections: Sequence[Section], expected: Mapping[str, Fraction]) -> Iterator[tuple[str, Plain]]:
    spent = next((just_met(rule) for rule in _of_money(sections)), _HUNDRED)
    funds: dict[str, Plain] = {BUDGET: _HUNDRED, SPENT: spent}
    if spent != _HUNDRED:
        funds[DEVIATION] = "算例"
    facts = {one.id: _fact(one) for one in _indicators(sections) if not _is_of_money(one)}
    yield "title", f"{table}：{TITLE}" if table else TITLE
    if table:
        yield "table", table
    yield "facts", {FUNDS: funds, **facts}
    yield "expect", expected


def _indicators(sections: Sequence[Section]) -> list[Indicator]:
    return [one for section in sections for one in section.indicators]


def _is_of_money(one: Indicator) -> bool:
    """Whether an indicator is computed from a unit's money."""
    rule = one.reading.rule
    return isinstance(rule, Target) and rule.value is not None and SPENT in rule.value.names


def _of_money(sections: Sequence[Section]) -> Iterator[Target]:
    for one in _indicators(sections):
        if _is_of_money(one) and isinstance(one.reading.rule, Target):
            yield one.reading.rule


def _is_possible(sections: Sequence[Section]) -> bool:
    """Whether one amount spent out of 100 meets all that is computed from it."""
    rules = list(_of_money(sections))
    usual = all(rule.value is not None and rule.value.text == EXECUTION_RATE for rule in rules)
    return usual and len({just_met(rule) for rule in rules}) <= 1


def _fact(one: Indicator) -> Plain:
    """What is entered for an indicator that is met."""
    rule = one.reading.rule
    if not isinstance(rule, Target):
        return {"level": next(iter(rule.levels)), "percent": _HUNDRED}
    if rule.value is not None and rule.full.per is not None:
        return {FORMER: just_met(rule) * rule.full.per, LATTER: rule.full.per}
    return just_met(rule)
