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
otherwise (assess/domain/target_text); the importer takes them as settled.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from pydantic import ValidationError

from assess.domain.edges import SIGNS, Edges
from assess.domain.execution import BUDGET, SPENT
from assess.domain.expression import Expression, ExpressionError
from assess.domain.numbers import NotANumberError, exact, plain
from assess.domain.rules.attainment import Attainment
from assess.domain.rules.base import Rule
from assess.domain.rules.target import Target
from assess.domain.scheme import Leaf
from assess.domain.target_text import about, read_indicator
from assess.domain.target_value import OPERATORS, TargetValue

JUDGED = "文字"
ASKS_NOTHING = "无要求"
_JUDGED_NUMBER = "人工评定"
_BETWEEN = "；"

_OVER = {"ratio": "超出按反比", "linear": "超出按差额", "none": "超出计0分"}
_HARMLESS, _PROPORTIONAL = "超过不扣", "正好按比例"
_NO_REASON = "不要求写原因"

_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
_VALUE = re.compile(rf"([≥>≤<＝])\s*({_NUMBER})(?::({_NUMBER}))?(.*)", re.DOTALL)
_PER_POINT = re.compile(rf"每超1扣满分的({_NUMBER})%")
_REASON = re.compile(rf"达到({_NUMBER})%写原因")
_EDGE = re.compile(rf"([≥>≤<])({_NUMBER})")
_FORMULA = "算式"
_POSSIBLE = "可能"
#: What a unit looks like that stands behind a number without being taken for a part of it or of the next clause.
_PLAIN_UNIT = re.compile(r"[^\s0-9.,:：\"；;<>=＜＞＝≥≤][^\s\"；;<>=＜＞＝≥≤]*\Z")
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


def reading_note(rule: Rule) -> str:
    """How the full-year value of a target or attainment rule is read; "" for any other rule."""
    values = rule.target_values()
    return "" if values is None else _BETWEEN.join([_value_note(values[1]), *_clauses(rule)])


def half_reading_note(rule: Rule) -> str:
    """How its half-year value is read; "" where there is none."""
    values = rule.target_values()
    return "" if values is None or values[0] is None else _value_note(values[0])


def differing_notes(leaf: Leaf, levels: Sequence[str]) -> tuple[str, str]:
    """The cells 半年读法 and 读法 of an indicator below `levels`; "" where the importer reads the same by itself."""
    values = leaf.rule.target_values()
    if values is None:
        return "", ""
    half, full = values
    read = read_indicator(about(leaf.heading.label, levels), full.printed, None if half is None else half.printed).rule
    first, year = half_reading_note(leaf.rule), reading_note(leaf.rule)
    return ("" if first == half_reading_note(read) else first), ("" if year == reading_note(read) else year)


def parsed_note(text: str) -> Note:
    """Read a cell; raise `NoteError` where it is no note."""
    first, *clauses = [part.strip() for part in _PART.findall(_narrow(text)) if part.strip()] or [""]
    value, is_judged = _parsed_value(first)
    parameters: dict[str, Any] = {}
    for clause in clauses:
        if clause == ASKS_NOTHING:
            value["no_requirement"] = True
        elif clause == _JUDGED_NUMBER:
            is_judged = True
        else:
            parameters |= _parsed_clause(clause)
    if is_judged and parameters:
        raise NoteError(text)
    return Note(value, is_judged, parameters)


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
    asks = f"{_BETWEEN}{ASKS_NOTHING}" if value.no_requirement else ""
    return f"{OPERATORS[value.operator]}{number}{ratio}{unit}{asks}"


def _clauses(rule: Rule) -> Iterator[str]:
    """What is not as usual."""
    if isinstance(rule, Attainment) and rule.full.operator is not None:
        yield _JUDGED_NUMBER
    if isinstance(rule, Target):
        yield from _past_the_target(rule)
        if not rule.possible.is_open:
            yield _POSSIBLE + _edges_text(rule.possible)
        if rule.reason_from is None:
            yield _NO_REASON
        elif rule.reason_from != Target.model_fields["reason_from"].default:
            yield f"达到{plain(rule.reason_from)}%写原因"
        if rule.value is not None and set(rule.value.names) <= {BUDGET, SPENT}:
            yield f"{_FORMULA}{rule.value.text}"


def _edges_text(edges: Edges) -> str:
    written = (f"{sign}{plain(edge)}" for name, sign in SIGNS.items() if (edge := getattr(edges, name)) is not None)
    return "且".join(written)


def _past_the_target(rule: Target) -> Iterator[str]:
    if rule.over == "per_point":
        yield f"每超1扣满分的{plain(rule.per_point)}%"
    elif rule.over != "ratio":
        yield _OVER[rule.over]
    if rule.more == "harmless":
        yield _HARMLESS
    if rule.on_line == "proportional":
        yield _PROPORTIONAL


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
    unit = json.loads(written)
    if not isinstance(unit, str):
        raise NoteError(written)
    return unit


def _parsed_clause(text: str) -> dict[str, Any]:
    """The parameters that one clause sets."""
    for name, words in _OVER.items():
        if text == words:
            return {"over": name}
    fixed: dict[str, dict[str, Any]] = {
        _HARMLESS: {"more": "harmless"},
        _PROPORTIONAL: {"on_line": "proportional"},
        _NO_REASON: {"reason_from": None},
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
    if text.startswith(_FORMULA):
        return {"value": Expression(text.removeprefix(_FORMULA).strip()).text}
    if text.startswith(_POSSIBLE):
        return {"possible": _edges(text.removeprefix(_POSSIBLE))}
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
