"""Reads a note back: the cell in which somebody wrote how a value is read (see reading_notes)."""

import json
import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from pydantic import ValidationError

from assess.drafting.target_text.note_words import (
    ASKS_NOTHING,
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
from assess.ground.expression import Expression, ExpressionError
from assess.ground.numbers import NotANumberError, exact
from assess.rules.grammar.target_value import OPERATORS, TargetValue

_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
_VALUE = re.compile(rf"([≥>≤<＝])\s*({_NUMBER})(?::({_NUMBER}))?(.*)", re.DOTALL)
_PER_POINT = re.compile(rf"每超1扣满分的({_NUMBER})%")
_REASON = re.compile(rf"达到({_NUMBER})%写原因")
_EDGE = re.compile(rf"([≥>≤<])({_NUMBER})")
#: Signs that people type for those which the notation has; a unit in quotes stays as it is.
_TYPED = {"＞": ">", "＜": "<", ">=": "≥", "<=": "≤", "=": "＝", ";": "；"} | {
    f"{angle}{equal}": sign for angle, sign in ((">", "≥"), ("＞", "≥"), ("<", "≤"), ("＜", "≤")) for equal in "=＝"
}
_QUOTED = r'"(?:[^"\\]|\\.)*"'
_SIGN_OR_QUOTED = re.compile(f"{_QUOTED}|[<>＞＜][=＝]|[=＞＜;]")
_PART = re.compile(f'(?:[^；"]|{_QUOTED}|")+')


class NoteError(ValueError):
    """A cell that is no note; one Chinese sentence."""

    def __init__(self, part: str, why: str = "") -> None:
        said = f"读法“{part}”不能用：{why}" if why else f"看不懂读法“{part}”"
        super().__init__(f"{said}；应写成“≥8次”“≤100万元；超出按反比”“文字”“无要求”的样子")


@dataclass(frozen=True, slots=True)
class Note:
    """A parsed cell: the value without its printed form, and the parameters that are not the usual ones."""

    #: Operator, number, per, unit and no_requirement, as `TargetValue` takes them.
    value: dict[str, Any] = field(default_factory=dict)
    is_judged: bool = False
    parameters: dict[str, Any] = field(default_factory=dict)

    def target_value(self, printed: str) -> TargetValue:
        """The value, printed as `printed`."""
        return TargetValue(printed=printed, **self.value)


def parsed_note(text: str) -> Note:
    """Read a cell; raise `NoteError` where it is no note."""
    first, *clauses = [part.strip() for part in _PART.findall(_narrow(text)) if part.strip()] or [""]
    value, is_judged = _parsed_value(first)
    parameters: dict[str, Any] = {}
    for clause in clauses:
        if clause == ASKS_NOTHING:
            value["no_requirement"] = True
        elif clause == JUDGED_NUMBER:
            is_judged = True
        else:
            parameters |= _parsed_clause(clause)
    if is_judged and parameters:
        raise NoteError(text)
    return Note(value, is_judged, parameters)


def _narrow(text: str) -> str:
    """Signs as the notation writes them."""
    return _SIGN_OR_QUOTED.sub(lambda found: _TYPED.get(found[0], found[0]), text)


def _parsed_value(text: str) -> tuple[dict[str, Any], bool]:
    """Operator, number, per and unit; and whether it is a text that people judge."""
    if text in (JUDGED, ASKS_NOTHING):
        return ({"no_requirement": True} if text == ASKS_NOTHING else {}), text == JUDGED
    found = _VALUE.fullmatch(text)
    if found is None:
        raise NoteError(text)
    sign, number, per, unit = found.groups()
    name = next(name for name, one in OPERATORS.items() if one == sign)
    try:
        value: dict[str, Any] = {name: exact(number), "unit": _unit(unit.strip())}
        return value | ({} if per is None else {"per": exact(per)}), False
    except ValueError:
        raise NoteError(text) from None


def _unit(written: str) -> str:
    """A unit, in quotes where it could be taken for something else."""
    if not written.startswith('"'):
        return written
    unit: str = json.loads(written)
    return unit


def _parsed_clause(text: str) -> dict[str, Any]:
    """The parameters that one clause sets."""
    for name, words in OVER.items():
        if text == words:
            return {"over": name}
    fixed: dict[str, dict[str, Any]] = {
        HARMLESS: {"more": "harmless"},
        PROPORTIONAL: {"on_line": "proportional"},
        NO_REASON: {"reason_from": None},
    }
    if text in fixed:
        return fixed[text]
    try:
        return _with_number(text)
    except (ExpressionError, NotANumberError, ValidationError):
        raise NoteError(text) from None


def _with_number(text: str) -> dict[str, Any]:
    if found := _PER_POINT.fullmatch(text):
        return {"over": "per_point", "per_point": exact(found[1])}
    if found := _REASON.fullmatch(text):
        return {"reason_from": exact(found[1])}
    if text.startswith(FORMULA):
        return {"value": Expression(text.removeprefix(FORMULA).strip()).text}
    if text.startswith(POSSIBLE):
        return {"possible": _edges(text.removeprefix(POSSIBLE))}
    raise NoteError(text)


def _edges(text: str) -> Edges:
    edges: dict[str, Fraction] = {}
    for part in text.split("且"):
        found = _EDGE.fullmatch(part.strip())
        if found is None:
            raise NoteError(text)
        name = next(name for name, sign in SIGNS.items() if sign == found[1])
        edges[name] = exact(found[2])
    return Edges(**edges)
