"""What a cell asks for, worked out of the question, or of what can be entered at all."""

from dataclasses import replace

from assess.entered.enterable import Enterable
from assess.entered.inputs import Input, MarkInput
from assess.entered.questions import Question
from assess.entered.values import NOTHING, WAIVED
from assess.ground.edges import Edges
from assess.ground.said import YES_NO
from assess.workbooks.ask import Ask

#: How a day is written.
A_DAY = "日期，如2019-03-01"
#: What may be chosen where people say yes or no, as it is kept and as it is shown.
FLAG = {word: word for word in YES_NO.values()}
_KINDS = {
    "choice": "choice",
    "flag": "choice",
    "text": "text",
    "number": "number",
    "records": "nothing",
    "events": "nothing",
}


def ask_of(question: Question) -> Ask:
    """What the cell of a question asks for."""
    spec = question.spec
    if isinstance(spec, MarkInput):
        others = (WAIVED,) if spec.waivable else ()
        return Ask("number", question.label, spec.unit, question.allowed, bounds=question.bounds, others=others)
    note = "；".join(filter(None, (spec.as_of, spec.note)))
    return Ask(
        kind=_KINDS[spec.kind],  # type: ignore[arg-type]  # the table holds nothing else
        label=question.label,
        measure=question.measure,
        allowed=question.allowed,
        choices=question.choices,
        bounds=question.bounds,
        whole=spec.whole,
        others=(NOTHING,) if spec.kind in ("records", "events") else (),
        note=note,
    )


def several(ask: Ask) -> Ask:
    """The same where several may stand in the cell, one behind the other."""
    return replace(ask, kind="several")


def ask_of_enterable(entered: Enterable, label: str = "") -> Ask:
    """What a cell asks for of which nothing is known but what it is called, and perhaps its words."""
    label = label or entered.label
    if entered.values is not None:
        choices = {name: entered.values.label(name) for name in entered.values}
        return Ask("choice", label, allowed="、".join(choices.values()), choices=choices)
    return Ask("text", label)


def number(label: str, measure: str, spec: Input | Edges | None = None) -> Ask:
    """A number within bounds; without any it may be any number."""
    bounds = spec.bounds if isinstance(spec, Input) else spec
    whole = spec.whole if isinstance(spec, Input) else False
    allowed = "" if bounds is None else bounds.text(measure)
    return Ask("number", label, measure, allowed, bounds=bounds, whole=whole)
