"""A leaf with one rule, tried without a scheme: a small stand-in for the engine's case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

import pytest
from pydantic import TypeAdapter

from assess.entered.inputs import Input
from assess.entered.records import Counted, Counting, Record, counted, total
from assess.ground.numbers import exact
from assess.ground.tree import Rows, Table, Text, Tree
from assess.rules.base import Flaw, Rule
from assess.rules.grammar.figures import Figure, FigureSpec, compute
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.places import sentence_places
from assess.rules.grammar.step import Step
from assess.rules.grammar.trimming import UNTRIMMED, Trim, UsedMarks, used_marks
from assess.rules.registry import any_rule

Facts = Mapping[str, Any]
RULE: TypeAdapter[Any] = TypeAdapter(any_rule())


def as_tree(value: Any) -> Tree:  # noqa: ANN401 whatever a file may hold
    """The value as a file reader hands it over: every scalar a text."""
    if isinstance(value, Mapping):
        return Table({Text(key): as_tree(inner) for key, inner in value.items()})
    if isinstance(value, Sequence) and not isinstance(value, str):
        return Rows([as_tree(inner) for inner in value])
    return None if value is None else Text(value)


def as_record(entry: Mapping[str, Any]) -> Record:
    """A record as evidence writes it."""
    amount = entry.get("amount")
    return Record(
        title=entry.get("title", ""),
        class_name=entry["class"],
        level=entry.get("level"),
        identity=entry.get("identity", ""),
        first=entry.get("first", True),
        event=entry.get("event"),
        amount=None if amount is None else exact(amount),
    )


@dataclass
class FakeCase:
    """What a rule sees of one unit; `units` holds the facts of the whole population."""

    frame: Frame
    facts: Facts
    unit_id: str = "甲"
    unit_type: str = "college"
    units: Mapping[str, Facts] = field(default_factory=dict)

    def known(self, name: str) -> bool:
        """Whether the fact is given."""
        return name in self.facts

    def number(self, name: str) -> Fraction:
        """The fact as a number."""
        return number_of(name, self.facts, self.frame)

    def word(self, name: str) -> str:
        """The fact as a word."""
        return str(self.facts[name])

    def marks(self, name: str, trim: Trim = UNTRIMMED) -> UsedMarks:
        """The marks; none for 不适用."""
        given = self.facts[name]
        return used_marks(name, map(exact, () if given == "不适用" else given), trim)

    def records(self, name: str) -> tuple[Counted, ...]:
        """The records, weighed."""
        return records_of(name, self.facts, self.frame)

    def figure(self, spec: FigureSpec) -> Figure:
        """The figure over this unit and the others."""
        population = {
            unit: lambda name, facts=facts: number_of(name, facts, self.frame) if name in facts else None
            for unit, facts in self.units.items()
        }
        return compute(f"{spec.kind} {spec.population}", spec, population)


def number_of(name: str, facts: Facts, frame: Frame) -> Fraction:
    """One unit's number."""
    spec, value = frame.inputs[name], facts[name]
    if spec.records is not None:
        return total(records_of(name, facts, frame))
    return Fraction(len(value)) if spec.events is not None else exact(value)


def records_of(name: str, facts: Facts, frame: Frame) -> tuple[Counted, ...]:
    """One unit's records."""
    spec = frame.inputs[name].records
    assert spec is not None
    return counted([as_record(entry) for entry in facts[name]], spec, Counting())


@dataclass(frozen=True)
class Trial:
    """A rule in its leaf."""

    rule: Rule
    frame: Frame

    def case(self, facts: Facts, others: Mapping[str, Facts] | None = None, unit_type: str = "college") -> FakeCase:
        """The case of the unit 甲 among the others."""
        return FakeCase(self.frame, facts, "甲", unit_type, {"甲": facts} | dict(others or {}))

    def step(self, facts: Facts, others: Mapping[str, Facts] | None = None, unit_type: str = "college") -> Step:
        """What the rule gives; every input that it asks for must be there."""
        case = self.case(facts, others, unit_type)
        assert set(self.rule.asks(case)) <= facts.keys()
        return self.rule.score(case)

    def points(self, facts: Facts, others: Mapping[str, Facts] | None = None, unit_type: str = "college") -> str | None:
        """The points, written exactly."""
        points = self.step(facts, others, unit_type).points
        return None if points is None else str(points)

    def text(self, facts: Facts, others: Mapping[str, Facts] | None = None, unit_type: str = "college") -> list[str]:
        """The sentences that explain the points."""
        return list(self.rule.explain(self.step(facts, others, unit_type), self.frame))

    def asks(self, facts: Facts, unit_type: str = "college") -> list[str]:
        """What the rule asks for when these facts are known."""
        return list(self.rule.asks(self.case(facts, None, unit_type)))

    def table(self, values: Mapping[str, str], name: str) -> dict[str, str | None]:
        """Everybody's points when the units differ in one input."""
        facts = {unit: {name: value} for unit, value in values.items()}
        return {
            unit: str(self.rule.score(FakeCase(self.frame, own, unit, "college", facts)).points)
            for unit, own in facts.items()
        }

    def flaws(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Where something is wrong, and the code."""
        found: list[Flaw] = list(self.rule.all_flaws(self.frame))
        assert all(flaw.text for flaw in found)
        return [(flaw.path, flaw.code) for flaw in found]

    def reach(self) -> tuple[str | None, str | None]:
        """The lowest and highest points."""
        low, high = self.rule.reach(self.frame)
        return None if low is None else str(low), None if high is None else str(high)


class Maker:
    """Makes trials from what would stand in a scheme file."""

    def __call__(
        self,
        rule: Mapping[str, Any],
        inputs: Mapping[str, Any] | None = None,
        *,
        full: str | None = "2",
        step: str = "0.01",
        types: Sequence[str] = ("college",),
        populations: Mapping[str, frozenset[str]] | None = None,
        digits_at_total: int | None = None,
    ) -> Trial:
        """Build the rule as a file reader would, in a leaf with the given inputs and full mark.

        `digits_at_total`: the places of a scheme that rounds only totals; None: of one that rounds leaves to two.
        """
        built = RULE.validate_python(as_tree(rule))
        declared = {name: Input.model_validate(as_tree(spec)) for name, spec in (inputs or {}).items()}
        frame = Frame(
            leaf="K1",
            label="指标",
            maximum=None if full is None else Fraction(full),
            step=exact(step),
            inputs={**dict(built.brings()), **declared},
            types=frozenset(types),
            populations={"units": frozenset(types)} if populations is None else populations,
            population_labels={"units": "全校院部"},
        )
        if digits_at_total is not None:
            places = sentence_places("total", digits_at_total)
            frame = replace(frame, digits=digits_at_total, share_digits=None, places=places)
        return Trial(built, frame)


@pytest.fixture
def trial() -> Maker:
    """A maker of trials."""
    return Maker()
