"""One trial of a rule kind: random parameters that the builder takes, a random year, and what is said of the points."""

import random
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from assess.engine.assessment import assess
from assess.engine.monitoring import monitor
from assess.engine.outcome import LeafResult, Outcome
from assess.ground.place import ProblemsError
from assess.ground.tree import Table
from assess.rules.base import Rule
from assess.rules.grammar.rule_words import rule_words
from assess.rules.registry import any_rule
from assess.scheme.nodes import leaves
from assess.scheme.reading.building import build_scheme
from assess.scheme.scheme import Scheme
from assess.words.document import as_document
from assess.words.explanation import leaf_evidence, leaf_lines, leaf_note
from assess.year.reading.building import build_evidence
from script.soaking.entries import Entries
from script.soaking.parameters import Writer
from script.soaking.statements import points_missing, standing_untrue, untrue
from script.soaking.vocabulary import TYPES, as_tree, declared

#: How many parameters are tried before a trial gives up; and how many years for them.
TRIES = 30
YEARS = 20

_TOP: Mapping[str, Any] = {
    "id": "random",
    "title": "随机小方案",
    "source": {"document": "办法"},
    "period": {"from": "2025-01-01", "to": "2025-12-31"},
    "lists": {"units": {"label": "单位"}},
    "unit_types": {name: {"label": name, "list": "units"} for name in TYPES},
    "parts": {"targets": {"label": "目标考核", "full": {"units": "100"}, "indicators": {"partial": "raw"}}},
}


@dataclass(frozen=True, slots=True)
class RuleResult:
    """How a trial went: the parameters, how many units were scored by them, and what is wrong with that."""

    number: int
    rule: Mapping[str, Any]
    scored: int
    complaint: str = ""


def tried_rule(kind: type[Rule], seed: int, number: int) -> RuleResult:
    """Try one kind; how depends on nothing but the kind, `seed` and `number`."""
    rng = random.Random(f"{kind.kind} {seed} {number}")  # noqa: S311 not for secrets
    rule: Mapping[str, Any] = {}
    try:
        for _ in range(TRIES):
            writer = Writer(rng)
            rule = writer.rule(kind)
            scheme = _scheme(rng, writer, rule)
            if scheme is not None:
                scored, complaints = _judged(scheme, Entries(rng, writer, tuple(leaves(scheme.trees["units"].nodes))))
                return RuleResult(number, rule, scored, "\n".join(complaints))
    except Exception:  # noqa: BLE001 whatever comes out is what is looked for
        return RuleResult(number, rule, 0, traceback.format_exc())
    return RuleResult(number, rule, 0, "no parameters were taken")


@cache
def _any_rule() -> TypeAdapter[Any]:
    return TypeAdapter(any_rule())


def _scheme(rng: random.Random, writer: Writer, rule: Mapping[str, Any]) -> Scheme | None:
    """A scheme with the rule in its first indicator; None where it is refused."""
    try:
        read: Rule = _any_rule().validate_python(as_tree(rule))
    except ValidationError:
        return None
    names = [name for name in dict.fromkeys(read.reads()) if name in declared()]
    leaf = {"id": "A1", "label": "指标", "rule": rule, "inputs": {name: _declared(rng, writer, name) for name in names}}
    leaf["mark_step"] = rng.choice(("0.01", "0.1", "0.5", "all"))
    for full in (rng.choice((None, "2", "10", writer.number(positive=True))), None):
        tree = {
            **_TOP,
            "populations": {"units": {"label": "各单位", "types": list(TYPES[: rng.choice((1, 2, 2, 2))])}},
            "rounding": {"digits": rng.choice("22201234"), "at": rng.choice(("leaf", "total"))},
            "targets": [{"list": "units", "indicators": [_with_full_mark(rng, leaf, full)]}],
        }
        try:
            return build_scheme(_table(tree))
        except ProblemsError as error:
            if any(problem.code != "over_full_mark" for problem in error.problems):
                return None
    return None


def _with_full_mark(rng: random.Random, leaf: Mapping[str, Any], full: str | None) -> Mapping[str, Any]:
    """The indicator with its full mark; sometimes that is a third of a group's."""
    if full is None:
        return leaf
    if rng.random() < 0.7:  # noqa: PLR2004 most often
        return {**leaf, "max": full}
    others = [{"id": f"B{index}", "label": "指标", "rule": {"judged": {}}} for index in (1, 2)]
    return {"id": "G", "label": "组", "max": full, "shares": "equal", "indicators": [leaf, *others]}


def _declared(rng: random.Random, writer: Writer, name: str) -> Mapping[str, Any]:
    """The input of the worked example; often with other bounds or weights, now and then of another kind."""
    written: Mapping[str, Any] = declared()[name]
    if rng.random() < 0.5:  # noqa: PLR2004 every second one
        return written
    if "records" in written:
        classes = {one: _weights(rng, writer, given) for one, given in written["records"]["classes"].items()}
        return {**written, "records": {**written["records"], "classes": classes}}
    kept = {key: word for key, word in written.items() if key in ("label", "unit")}
    edge = rng.choice(("at_least", "above", "at_most", "below"))
    number = {**kept, edge: writer.number(), "whole": rng.choice(("true", "false"))}
    other = {"label": written["label"], **rng.choice(({"flag": "true"}, {"events": {"unit": "起"}}))}
    return rng.choice((number, number, number, other))


def _weights(rng: random.Random, writer: Writer, given: Mapping[str, Any]) -> Mapping[str, Any]:
    if "levels" in given:
        return {"levels": {level: writer.number() for level in given["levels"]}}
    return rng.choice(({}, {"weight": writer.number()}))


def _table(tree: Mapping[str, Any]) -> Table:
    return Table({key: as_tree(value) for key, value in tree.items()})


def _judged(scheme: Scheme, entries: Entries) -> tuple[int, list[str]]:
    """Score a year that can be read, and say what cannot be true."""
    (leaf, *_) = entries.leaves
    complaints = list(untrue([rule_words(leaf.rule, leaf.frame, {name: name for name in TYPES})], leaf.frame.places))
    for _ in range(YEARS):
        tree = _table({"scheme": scheme.id, "title": "一年", "units": entries.units()})
        try:
            outcome = assess(scheme, build_evidence(tree, scheme))
        except ProblemsError:
            continue
        as_document(outcome, trace=True)
        results = [unit.leaves[leaf.id] for unit in outcome.lists[0].units]
        for unit, result in zip(outcome.lists[0].units, results, strict=True):
            complaints += _complaints(result, outcome)
            leaf_note(result, unit.unit, outcome)
            leaf_evidence(result, unit.unit)
        for one in monitor(scheme, outcome.evidence).units:
            standings = [indicator.standing for indicator in one.indicators if indicator.standing is not None]
            complaints += [
                wrong
                for standing in standings
                for wrong in standing_untrue(standing.text, met=standing.state == "on_course")
            ]
        return sum(1 for result in results if result.step is not None), complaints
    return 0, complaints


def _complaints(result: LeafResult, outcome: Outcome) -> Iterator[str]:
    lines, step = leaf_lines(result, outcome), result.step
    if step is None:
        return
    rule, frame = result.leaf.rule, result.leaf.frame
    low, high = rule.reach(frame)
    if step.points is not None and (
        (low is not None and step.points < low) or (high is not None and step.points > high)
    ):
        yield f"points {step.points} beyond the reach from {low} to {high}: {lines}"
    last, places = list(rule.explain(step, frame))[-1], frame.places
    for one in (*untrue(lines, places), *points_missing(last, step.points, places)):
        yield f"{one}\n  of {lines}"
