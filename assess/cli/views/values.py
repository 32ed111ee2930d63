"""What is entered for a unit on a terminal, in the order of the document."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from assess.cli.columns import padded, width
from assess.cli.screen import say
from assess.entered.inputs import Input
from assess.entered.questions import Question
from assess.entered.values import NOTHING, WAIVED
from assess.services.cycles.values.showing import Answer, ShownValue, UnitValues
from assess.services.viewing import HIDDEN

if TYPE_CHECKING:
    from rich.console import Console

#: Which questions are listed: those that lack an answer; those that need or have one; all.
Choice = Literal["missing", "asked", "all"]
#: The widest column of names.
_WIDEST = 30
MISSING, EMPTY = "缺", "空表，未确认"


def kept(values: UnitValues, choice: Choice) -> UnitValues:
    """The values that somebody wants to see."""
    if choice == "missing":
        return replace(values, answers=tuple(one for one in values.answers if one.question.is_missing), others=())
    if choice == "asked":
        asked = (one for one in values.answers if one.values or one.question.is_missing)
        return replace(values, answers=tuple(asked))
    return values


def show_values(console: "Console", values: UnitValues) -> None:
    """Write each indicator with its values, then what is entered and not asked for."""
    say(console, f"{values.name}{_about(values)}{_state(values)}", style="bold")
    for owner, answers in groupby(values.answers, key=lambda one: one.question.owner):
        say(console, owner, style="bold")
        _show_rows(console, [row for one in answers for row in _rows(one)])
    if values.others:
        say(console, "另外填了的", style="bold")
        _show_rows(console, list(_other_rows(values.others)))


def _about(values: UnitValues) -> str:
    """The list and the type of the unit; nothing of the year as a whole."""
    unit, scheme = values.unit, values.year.scheme
    if unit is None:
        return ""
    kind = scheme.unit_types[unit.type]
    return f"（{scheme.lists[kind.list]}，{kind.label}{'' if unit.takes_part else '，不参加考核'}）"


def _state(values: UnitValues) -> str:
    """Whether anything lacks; of a unit that takes no part nothing does."""
    if values.unit is not None and not values.unit.takes_part:
        return ""
    return f"：缺{values.missing}项" if values.missing else "：要填的都填了"


def _other_rows(others: Sequence[ShownValue]) -> Iterator[tuple[str, str, str]]:
    """What is not asked for, what belongs together side by side; the fields of a row in one line."""
    nodes = list(dict.fromkeys(one.address.node for one in others))
    listed = sorted(others, key=lambda one: nodes.index(one.address.node))
    for title, inside in groupby(listed, key=lambda one: one.title[1:-1] if one.field else one.title[1:]):
        yield " ".join(title), "；".join(map(_field, inside)), ""


def _show_rows(console: "Console", rows: Sequence[tuple[str, str, str]]) -> None:
    columns = min(_WIDEST, max(width(name) for name, _, _ in rows))
    for name, value, style in rows:
        say(console, f"  {padded(name, columns)}  {value}", hanging=columns + 2, style=style)


def _rows(answer: Answer) -> Iterator[tuple[str, str, str]]:
    """Name, value and style of the lines of one question."""
    question = answer.question
    label = question.label + (f"（{question.above}）" if question.above else "")
    if not answer.values:
        yield label, _nothing(question), "yellow" if question.is_missing else "dim"
    for record, inside in groupby(answer.values, key=lambda one: one.address.record):
        values = list(inside)
        if record:
            yield f"{label} 第{record}项", "；".join(map(_field, values)), ""
            continue
        for one in values:
            whose = f"（{one.address.assessor}）" if one.address.assessor and not question.address.assessor else ""
            yield f"{label}{whose}", EMPTY if one.is_empty_list else f"{one.text}{_measure(question, one.text)}", ""


def _field(value: ShownValue) -> str:
    return f"{value.title[-1]} {value.text}" if value.field else value.text


def _nothing(question: Question) -> str:
    return MISSING + _asked(question) if question.is_missing else "—"


def _asked(question: Question) -> str:
    """What may be entered, where it is not said by the name."""
    return f"（{question.allowed}）" if question.allowed else ""


def _measure(question: Question, text: str) -> str:
    """The unit of measure behind a number."""
    return "" if text in (NOTHING, WAIVED, HIDDEN) or not _is_number(question) else question.measure


def _is_number(question: Question) -> bool:
    return not isinstance(question.spec, Input) or question.spec.kind == "number"
