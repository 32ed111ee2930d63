"""The outcome as one plain document: the contract of `--format json`.

Decimals are strings, keys are in a stable order, nothing of the clock. A leaf that does not apply is null; a leaf
that is not entered is absent and stands under problems.
"""

from fractions import Fraction
from typing import Any

from assess import __version__
from assess.engine.outcome import LeafResult, ListResult, Outcome, PartResult, UnitResult
from assess.entered.inputs import InputSlot
from assess.entered.records import REASONS, Counted, Record, counted
from assess.entered.values import InputValue, Mark, Waived
from assess.ground.address import Address
from assess.ground.numbers import fixed, plain
from assess.parts.opinions.mark_document import mark_document
from assess.rules.grammar.figures import Figure
from assess.rules.grammar.step import Limit, Step
from assess.rules.grammar.trimming import unused_document
from assess.scheme.scheme import Scheme
from assess.words.problem_document import problem_document
from assess.words.unit_document import unit_document


def as_document(outcome: Outcome, *, trace: bool = False) -> dict[str, Any]:
    """Return the whole result; with `trace` also how every leaf came about and the population's figures."""
    writer = _Writer(outcome, trace=trace)
    document: dict[str, Any] = {
        "assess": __version__,
        "scheme": {"id": outcome.scheme.id, "title": outcome.scheme.title, "sha256": outcome.scheme.sha256},
        "evidence": {"title": outcome.evidence.title, "sha256": outcome.evidence_sha256},
        "readings": {name: reading.chosen for name, reading in outcome.scheme.readings.items()},
        "lists": [writer.list(one) for one in outcome.lists],
    }
    if outcome.evidence.made_up:
        document["evidence"]["made_up"] = True
    if trace:
        document["figures"] = {name: _figure(outcome.scheme, one) for name, one in outcome.figures.items()}
    document["problems"] = [problem_document(problem, outcome.scheme) for problem in outcome.problems]
    return document


class _Writer:
    def __init__(self, outcome: Outcome, *, trace: bool) -> None:
        self._scheme = outcome.scheme
        self._digits = outcome.scheme.digits
        self._trace = trace

    def list(self, one: ListResult) -> dict[str, Any]:
        return {
            "id": one.id,
            "label": one.label,
            "full": self._points(one.full),
            "quota": one.quota,
            "open": one.open,
            "units": [self.unit(unit) for unit in one.units],
        }

    def _points(self, value: Fraction | None) -> str | None:
        return None if value is None else fixed(value, self._digits)

    def unit(self, one: UnitResult) -> dict[str, Any]:
        document: dict[str, Any] = {
            "id": one.unit.id,
            "name": one.unit.name,
            "type": one.unit.type,
            "table": one.unit.table,
            **unit_document(one.unit),
            "status": one.status,
            "rank": one.rank,
            "total": self._points(one.total),
            "grade": {"proposed": one.proposed, "decided": one.decided},
            "flags": [{"id": flag.id, "text": flag.text} for flag in one.flags],
            "parts": {name: self.part(part) for name, part in one.parts.items()},
            "nodes": {name: self._points(group.points) for name, group in one.groups.items() if group.applies},
            "leaves": {
                name: self._points(leaf.points) for name, leaf in one.leaves.items() if leaf.status != "missing"
            },
        }
        if self._trace:
            document["trace"] = {
                name: self._leaf(one, leaf, leaf.step) for name, leaf in one.leaves.items() if leaf.step is not None
            }
        return document

    def part(self, part: PartResult) -> dict[str, Any]:
        result = {"points": self._points(part.points), "full": self._points(part.full)}
        traced = part.score.trace(self._points) if self._trace else {}
        return {**part.score.document(self._points), **result, **traced}

    def _leaf(self, one: UnitResult, result: LeafResult, step: Step) -> dict[str, Any]:
        leaf = result.leaf
        given = ((slot, one.unit.value(slot.owner, slot.name)) for slot in leaf.slots.values())
        entered = [(slot, value) for slot, value in given if value is not None]
        document: dict[str, Any] = {
            "clause": leaf.heading.clause,
            "inputs": {slot.key: _input(value, slot, self._scheme) for slot, value in entered},
            "addresses": {slot.key: str(Address(one.unit.id, slot.owner, slot.name)) for slot, _ in entered},
        }
        if leaf.heading.readings:
            document["readings"] = {name: self._scheme.readings[name].chosen for name in sorted(leaf.heading.readings)}
        if result.provisional:
            document["provisional"] = True
        prefix = f"{one.tree.id}/" if one.tree.is_table else ""
        document["step"] = _step(step, prefix)
        return document


def _step(step: Step, prefix: str) -> dict[str, Any]:
    document: dict[str, Any] = {
        "rule": step.rule,
        "points": None if step.points is None else plain(step.points),
    }
    if step.values:
        document["values"] = {
            name: plain(value) if isinstance(value, Fraction) else value for name, value in step.values.items()
        }
    if step.marks is not None:
        document |= unused_document(step.marks)
        if step.marks.recused:
            document["recused"] = step.marks.recused
    if step.band:
        document["band"] = step.band
    if step.figures:
        document["figures"] = [prefix + name for name in step.figures]
    if step.left is not None:
        document["applicable_full"] = plain(step.left)
    if step.limits:
        document["limits"] = [_limit(limit) for limit in step.limits]
    if step.parts:
        document["parts"] = [_step(part, prefix) for part in step.parts]
    return document


def _limit(limit: Limit) -> dict[str, str]:
    return {"kind": limit.kind, "bound": plain(limit.bound), "before": plain(limit.before)}


def _figure(scheme: Scheme, figure: Figure) -> dict[str, Any]:
    document: dict[str, Any] = {
        "kind": figure.spec.kind,
        "population": figure.spec.population,
        "label": scheme.populations[figure.spec.population].label,
        "expression": figure.spec.value.text,
        "value": None if figure.value is None else plain(figure.value),
        "members": {name: plain(value) for name, value in figure.members.items()},
    }
    if figure.ranks:
        document["better"] = figure.spec.better
        document["ranks"] = dict(figure.ranks)
    if figure.missing:
        document["missing"] = list(figure.missing)
    return document


def _input(value: InputValue, slot: InputSlot, scheme: Scheme) -> Any:  # noqa: ANN401 plain JSON
    if isinstance(value, Waived):
        return "不适用"
    if isinstance(value, Fraction):
        return plain(value)
    if not isinstance(value, tuple):
        return value
    listed = [one for one in value if isinstance(one, Record)]
    spec = getattr(slot.spec, "records", None)
    if spec is not None:
        return [_counted(one) for one in counted(listed, spec, scheme.counting)]
    return [mark_document(one) if isinstance(one, Mark) else _record(one) for one in value]


def _counted(one: Counted) -> dict[str, Any]:
    document = _record(one.record) | {"weight": plain(one.weight)}
    return document | {"not_counted": REASONS[one.reason]} if one.reason else document


def _record(record: Record) -> dict[str, Any]:
    named = {
        "class": record.class_name,
        "level": record.level,
        "event": record.event,
        "title": record.title,
        "person": record.person,
        "date": record.date,
        "document": record.document,
        "identity": record.identity,
        "amount": None if record.amount is None else plain(record.amount),
        "note": record.note,
    }
    return {name: value for name, value in named.items() if value} | ({} if record.first else {"first": False})
