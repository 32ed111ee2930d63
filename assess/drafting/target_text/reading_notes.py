"""How a target table's value is read, in one short cell that people and the importer both understand (读法, 半年读法).

`reading_note(rule)` and `half_reading_note(rule)` write the cells, `parsed_note(text)` reads one back, `rule_of` puts
two of them together to the same rule again:

    ≥8次    >3000人    ≤100万元    ＝100%    ≥1:200    文字 (people judge it)    无要求 (asks nothing measurable)

then, each behind a `；` and only where it differs from what holds anyway:

    超出按反比 (ratio)  超出按差额 (linear)  超出计0分 (none)  每超1扣满分的10% (per_point)
    超过不扣 (more: harmless)  正好按比例 (on_line: proportional)  可能≥-100且≤100 (possible)
    达到150%写原因 / 不要求写原因 (reason_from)  人工评定 (a number that people judge)  无要求  算式spent / budget * 100

A note says everything about the rule but the printed values, a formula of other inputs than a unit's money, and
levels of its own. `differing_notes` gives the cells that a table needs: those whose value the importer would read
otherwise (assess/drafting/target_text); the importer takes them as settled.
"""

import json
import re
from collections.abc import Iterator, Sequence

from pydantic import ValidationError

from assess.drafting.target_text import about, read_indicator
from assess.drafting.target_text.note_parsing import Note, NoteError, parsed_note
from assess.drafting.target_text.note_words import (
    ASKS_NOTHING,
    BETWEEN,
    FORMULA,
    HARMLESS,
    JUDGED,
    JUDGED_NUMBER,
    NO_REASON,
    OVER,
    POSSIBLE,
    PROPORTIONAL,
)
from assess.ground.edges import SIGNS, Edges
from assess.ground.numbers import plain
from assess.parts.money import BUDGET, SPENT
from assess.rules.attainment import Attainment
from assess.rules.base import Rule
from assess.rules.grammar.aimed import Aimed
from assess.rules.grammar.target_value import OPERATORS, TargetValue
from assess.rules.target import Target
from assess.scheme.nodes import Leaf

__all__ = ["Note", "NoteError", "differing_notes", "half_reading_note", "parsed_note", "reading_note", "rule_of"]

#: What a unit looks like that stands behind a number without being taken for a part of it or of the next clause.
_PLAIN_UNIT = re.compile(r"[^\s0-9.,:：\"；;<>=＜＞＝≥≤][^\s\"；;<>=＜＞＝≥≤]*\Z")


def reading_note(rule: Rule) -> str:
    """How the full-year value of a target or attainment rule is read; "" for any other rule."""
    return BETWEEN.join([_value_note(rule.target_values()[1]), *_clauses(rule)]) if isinstance(rule, Aimed) else ""


def half_reading_note(rule: Rule) -> str:
    """How its half-year value is read; "" where there is none."""
    half = rule.target_values()[0] if isinstance(rule, Aimed) else None
    return "" if half is None else _value_note(half)


def differing_notes(leaf: Leaf, levels: Sequence[str]) -> tuple[str, str]:
    """The cells 半年读法 and 读法 of an indicator below `levels`; "" where the importer reads the same by itself."""
    if leaf.aimed is None:
        return "", ""
    half, full = leaf.aimed.target_values()
    read = read_indicator(about(leaf.heading.label, levels), full.printed, None if half is None else half.printed).rule
    first, year = half_reading_note(leaf.rule), reading_note(leaf.rule)
    return ("" if first == half_reading_note(read) else first), ("" if year == reading_note(read) else year)


def rule_of(full: tuple[str, Note], half: tuple[str, Note] | None = None, cycle: str = "") -> Target | Attainment:
    """Return the rule of (printed value, note) of the year and of half-year; raise `NoteError` where there is none."""
    kind = Attainment if full[1].is_judged else Target
    try:
        first = None if half is None else half[1].target_value(half[0])
        return kind(half=first, full=full[1].target_value(full[0]), cycle=cycle, **full[1].parameters)
    except ValidationError:
        raise NoteError(full[0]) from None


def _value_note(value: TargetValue) -> str:
    if value.operator is None:
        return ASKS_NOTHING if value.no_requirement else JUDGED
    ratio = "" if value.per is None else f":{plain(value.per)}"
    unit = value.unit if not value.unit or _PLAIN_UNIT.match(value.unit) else json.dumps(value.unit, ensure_ascii=False)
    number = plain(getattr(value, value.operator))
    asks = f"{BETWEEN}{ASKS_NOTHING}" if value.no_requirement else ""
    return f"{OPERATORS[value.operator]}{number}{ratio}{unit}{asks}"


def _clauses(rule: Rule) -> Iterator[str]:
    """What is not as usual."""
    if isinstance(rule, Attainment) and rule.full.operator is not None:
        yield JUDGED_NUMBER
    if isinstance(rule, Target):
        yield from _past_the_target(rule)
        if not rule.possible.is_open:
            yield POSSIBLE + _edges_text(rule.possible)
        if rule.reason_from is None:
            yield NO_REASON
        elif rule.reason_from != Target.model_fields["reason_from"].default:
            yield f"达到{plain(rule.reason_from)}%写原因"
        if rule.value is not None and set(rule.value.names) <= {BUDGET, SPENT}:
            yield f"{FORMULA}{rule.value.text}"


def _edges_text(edges: Edges) -> str:
    written = (f"{sign}{plain(edge)}" for name, sign in SIGNS.items() if (edge := getattr(edges, name)) is not None)
    return "且".join(written)


def _past_the_target(rule: Target) -> Iterator[str]:
    if rule.over == "per_point":
        yield f"每超1扣满分的{plain(rule.per_point)}%"
    elif rule.over != "ratio":
        yield OVER[rule.over]
    if rule.more == "harmless":
        yield HARMLESS
    if rule.on_line == "proportional":
        yield PROPORTIONAL
