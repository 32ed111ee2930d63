"""Entered values as texts: what a person confirms, and what a confirmation is held against."""

from collections.abc import Iterator
from fractions import Fraction

from assess.entered.records import Record
from assess.entered.values import NOTHING, WAIVED, Fact, InputValue, Mark, Waived
from assess.ground.address import Address
from assess.ground.numbers import plain
from assess.year.evidence import Unit


def value_text(value: InputValue) -> str:
    """All of one entered value, so that another value has another text."""
    if isinstance(value, tuple):
        listed = (_mark_text(one) if isinstance(one, Mark) else record_text(one) for one in value)
        return "；".join(listed) or NOTHING
    if isinstance(value, Fraction):
        return plain(value)
    if isinstance(value, Waived):
        return WAIVED
    return value if isinstance(value, str) else "是" if value else "否"


def record_text(record: Record) -> str:
    """All of one achievement or event: `论文，核心，题目，王五，2019-03-01`."""
    words = (
        *(record.class_name, record.level, record.event, record.title, record.person, record.date),
        *(record.document, record.identity, "" if record.amount is None else plain(record.amount)),
        *("" if record.first else "非第一作者", record.note),
    )
    return "，".join(filter(None, words))


def records_in(unit: Unit) -> Iterator[tuple[Address, Record]]:
    """Every achievement and event that is entered for a unit, with its address."""
    for node, fact in unit.facts.items():
        for name, value in fact.values.items():
            if isinstance(value, tuple):
                for number, one in enumerate(value, start=1):
                    if isinstance(one, Record):
                        yield Address(unit.id, node, name, record=number), one


def fact_text(fact: Fact) -> str:
    """All that is entered under one indicator; a single value stands alone."""
    entered = dict(_entries(fact))
    if len(entered) == 1:
        return next(iter(entered.values()))
    return "；".join(f"{name} {text}" for name, text in entered.items())


def entered_names(fact: Fact) -> tuple[str, ...]:
    """The keys under which something is entered, inputs first."""
    return tuple(name for name, _ in _entries(fact))


def _entries(fact: Fact) -> Iterator[tuple[str, str]]:
    yield from ((name, value_text(value)) for name, value in fact.values.items())
    yield from ((name, value if isinstance(value, str) else plain(value)) for name, value in fact.lines.items())
    yield from ((name, "[]") for name in sorted(fact.unconfirmed))
    words = (("reason", fact.reason), ("basis", fact.basis), ("note", fact.note))
    yield from ((name, text) for name, text in words if text)


def _mark_text(mark: Mark) -> str:
    return f"{mark.assessor} {plain(mark.value)}" if mark.assessor else plain(mark.value)
