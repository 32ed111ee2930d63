"""Indicator rows as the nodes of a scheme file: sections with known ids, groups in document order, rules."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import groupby

from assess.drafting.importing.just_met import can_be_met
from assess.drafting.importing.rule_tree import input_tree, rule_tree
from assess.drafting.importing.table_rows import PlacedDoubt, ReadRow
from assess.drafting.target_text import About, Doubt, IndicatorReading, about, formula_of, read_indicator
from assess.drafting.target_text.reading_notes import NoteError, half_reading_note, parsed_note, reading_note, rule_of
from assess.entered.inputs import Input
from assess.ground.expression import Expression
from assess.ground.grid import joined
from assess.ground.plain import Plain
from assess.parts.money import BUDGET, SPENT
from assess.rules.grammar.frame import Frame
from assess.rules.target import Target

#: Where an indicator stands directly in the table.
_NO_SECTION = "指标"
#: What every unit of a table with a head enters.
_FUNDS = {name: Input(label=name, unitless=True, above=Fraction(0)) for name in (BUDGET, SPENT)}
#: 1-产出指标: the code of a level in the form of a portal.
_CODE = re.compile(r"\A[0-9]{1,4}-(?=[^0-9])")


@dataclass(slots=True)
class Indicator:
    """One indicator, read and with its id."""

    id: str
    row: ReadRow
    levels: tuple[str, ...]
    reading: IndicatorReading


@dataclass(slots=True)
class Section:
    """A section of a table: its id, its name as printed, its indicators."""

    id: str
    label: str
    indicators: list[Indicator] = field(default_factory=list)


def sections_of(rows: Sequence[ReadRow], ids: Mapping[str, str]) -> tuple[list[Section], list[PlacedDoubt]]:
    """Sections in the order in which they first come; indicators are T1, T2, … in that order too.

    `ids`: words of sections' names, and the ids of those that have such a word.
    """
    found: dict[str, list[tuple[tuple[str, ...], ReadRow]]] = {}
    doubts: list[PlacedDoubt] = []
    last = ""
    for row in rows:
        levels = tuple(_CODE.sub("", level) for level in row.levels) or (_NO_SECTION,)
        if levels[0] in found and levels[0] != last:
            said = f"“{levels[0]}”在表里分成了几处"
            doubts.append(PlacedDoubt(row.place, Doubt("split_section", said, "合在一起", "请核对次序")))
        last = levels[0]
        found.setdefault(last, []).append((levels, row))
    sections: list[Section] = []
    number = 0
    for at, (label, members) in enumerate(found.items(), start=1):
        section = Section(_section_id(label, at, ids, [one.id for one in sections]), label)
        for levels, row in members:
            number += 1
            reading, own = _read(row, levels)
            doubts += [PlacedDoubt(row.full.place, doubt, f"T{number} {row.name}") for doubt in own]
            section.indicators.append(Indicator(f"T{number}", row, levels, reading))
        sections.append(section)
    return sections, doubts


def _section_id(label: str, at: int, ids: Mapping[str, str], taken: Sequence[str]) -> str:
    wanted = next((one for word, one in ids.items() if word in label), f"section_{at}")
    return wanted if wanted not in taken else f"section_{at}"


def _read(row: ReadRow, levels: tuple[str, ...]) -> tuple[IndicatorReading, Sequence[Doubt]]:
    """The rule of a row: by its notes, else as it is printed. A column of notes settles all doubts."""
    known = about(row.name, levels)
    half = None if row.half is None else joined(row.half)
    own = read_indicator(known, joined(row.full), half, joined(row.cycle or ""))
    if row.note is None and row.half_note is None:
        return own, own.doubts
    try:
        return _settled(row, known, own), ()
    except NoteError as error:
        hint = "请改正这一格，或删去它"
        return own, (Doubt("note", str(error), "按印出的值读", hint), *own.doubts)


def _settled(row: ReadRow, known: About, own: IndicatorReading) -> IndicatorReading:
    """The rule as the notes of the row say; a cell without a note is as the printed value is read."""
    note, half_note = joined(row.note or ""), joined(row.half_note or "")
    if not note and not half_note:
        return own
    first = half_note or half_reading_note(own.rule)
    rule = rule_of(
        (own.rule.full.printed, parsed_note(note or reading_note(own.rule))),
        (joined(row.half or ""), parsed_note(first)) if first else None,
        own.rule.cycle,
    )
    inputs: Mapping[str, Input] = {}
    if isinstance(rule, Target) and rule.value is None and rule.full.per is not None:
        formula, inputs, _ = formula_of(rule.full, known)
        rule = rule.model_copy(update={"value": Expression(formula)})
    frame = Frame("T", row.name, Fraction(1), Fraction(1, 100), {**inputs, **dict(rule.brings())} | _FUNDS)
    flaw = next(rule.flaws(frame), None)
    if flaw is not None:
        raise NoteError(note or half_note, flaw.text)
    if isinstance(rule, Target) and not can_be_met(rule):
        raise NoteError(note, "可能的范围里没有一个数达到指标值")
    return replace(own, rule=rule, inputs=inputs)


def nodes(section: Section, weights: Mapping[str, Fraction]) -> Mapping[str, Plain]:
    """The section as a scheme file writes it; its full mark is shared among all indicators below.

    `weights`: those of indicators by their ids; without any they share equally.
    """
    rows = [(one.levels[1:], _leaf(one, weights.get(one.id))) for one in section.indicators]
    return {"id": section.id, "label": section.label, "shares": "leaves", "indicators": _grouped(rows, section.id)}


def _grouped(rows: Sequence[tuple[tuple[str, ...], Plain]], above: str) -> list[Plain]:
    """Neighbours with the same name above them are one group."""
    found: list[Plain] = []
    groups = 0
    for name, members in groupby(rows, key=lambda row: row[0][0] if row[0] else None):
        listed = list(members)
        if name is None:
            found += [leaf for _, leaf in listed]
            continue
        groups += 1
        group = f"{above}.{groups}"
        inner = _grouped([(levels[1:], leaf) for levels, leaf in listed], group)
        found.append({"id": group, "label": name, "indicators": inner})
    return found


def _leaf(one: Indicator, weight: Fraction | None) -> Plain:
    tree: dict[str, Plain] = {"id": one.id, "label": one.row.name}
    if one.row.description:
        tree["content"] = one.row.description
    if one.reading.inputs:
        tree["inputs"] = {name: input_tree(spec) for name, spec in one.reading.inputs.items()}
    if weight is not None:
        tree["weight"] = weight
    return tree | {"rule": rule_tree(one.reading.rule)}
