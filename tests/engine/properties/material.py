"""What the property tests are made of: the shipped scheme with its made-up year, and values to put into it.

Every run tries the same examples, so that a change of the code alone decides whether a test passes.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from functools import cache

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from assess.entered.inputs import Input, InputSlot, MarkInput, RecordsSpec, Span
from assess.entered.records import Record
from assess.entered.values import Fact, InputValue, Mark
from assess.files import yaml_reader
from assess.scheme.nodes import Leaf, leaves
from assess.scheme.scheme import Scheme
from assess.services.schemes import find, open_scheme
from assess.year.evidence import Evidence, Unit
from assess.year.reading.building import build_evidence

SCHEME = "lianyungang-2018"

#: No clock and no chance: the same examples everywhere.
PROFILE = settings(
    derandomize=True,
    database=None,
    deadline=timedelta(minutes=1),
    max_examples=15,
    phases=(Phase.explicit, Phase.generate),  # a smaller counterexample would take minutes to find
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
#: For what needs no whole assessment.
QUICK = settings(PROFILE, max_examples=300)


@cache
def shipped(*readings: tuple[str, str]) -> Scheme:
    """The shipped scheme, with these readings."""
    return open_scheme(SCHEME, dict(readings))


@cache
def year(*readings: tuple[str, str]) -> Evidence:
    """Its made-up year."""
    return build_evidence(yaml_reader.read(find(SCHEME) / "sample" / "year.yaml"), shipped(*readings))


@cache
def academic_year(*readings: tuple[str, str]) -> Evidence:
    """The part of it that has measured indicators: the 院部."""
    return replace(year(*readings), units=tuple(unit for unit in year(*readings).units if unit.table is None))


def leaf_of(scheme: Scheme, name: str) -> Leaf:
    """An indicator of the 院部."""
    return next(leaf for leaf in leaves(scheme.trees["academic"].nodes) if leaf.id == name)


def with_values(unit: Unit, owner: str, values: Mapping[str, InputValue]) -> Unit:
    """The unit with other values under one indicator."""
    fact = unit.facts.get(owner, Fact())
    return replace(unit, facts={**unit.facts, owner: replace(fact, values={**fact.values, **values})})


def without_value(unit: Unit, owner: str, name: str) -> Unit:
    """The unit with nothing entered for one input."""
    fact = unit.facts[owner]
    left = {key: value for key, value in fact.values.items() if key != name}
    return replace(unit, facts={**unit.facts, owner: replace(fact, values=left)})


def with_unit(evidence: Evidence, changed: Unit) -> Evidence:
    """The year with one unit changed."""
    return replace(evidence, units=tuple(changed if unit.id == changed.id else unit for unit in evidence.units))


# --- values that an input takes -----------------------------------------------------------------------


def hundredths(low: Fraction, high: Fraction) -> st.SearchStrategy[Fraction]:
    """Numbers of two places from `low` to `high`, both closed."""
    return st.integers(-(-low * 100 // 1), high * 100 // 1).map(lambda number: Fraction(number, 100))


def numbers(spec: Input) -> st.SearchStrategy[Fraction]:
    """Numbers that the bounds allow; often small ones, since these meet the bands."""
    bounds = spec.bounds
    low = bounds.low if bounds.low is not None else Fraction(-1000)
    high = bounds.high if bounds.high is not None else None
    small = hundredths(low, high if high is not None else low + 20)
    large = hundredths(low, high if high is not None else low + 2_000_000)
    found = small | large
    return (found.map(lambda value: Fraction(value.__ceil__())) if spec.whole else found).filter(bounds.holds)


def marks(spec: MarkInput) -> st.SearchStrategy[tuple[Mark, ...]]:
    """One to three assessors' marks out of the allowed set, on the step."""
    single: list[st.SearchStrategy[Fraction]] = []
    for choice in spec.allowed:
        if isinstance(choice, Span):
            steps = (choice.high - choice.low) / spec.step // 1
            single.append(st.integers(0, steps).map(lambda n, low=choice.low: low + n * spec.step))  # type: ignore[misc]
        else:
            single.append(st.just(choice))
    return st.lists(st.one_of(single), min_size=1, max_size=3).map(
        lambda values: tuple(Mark(value, f"评分人{index}") for index, value in enumerate(values))
    )


@st.composite
def achievements(draw: st.DrawFn, spec: RecordsSpec) -> Record:
    """One achievement of a class of the catalogue; several may be of one and the same work."""
    name = draw(st.sampled_from(sorted(spec.classes)))
    found = spec.classes[name]
    return Record(
        title=draw(st.sampled_from("甲乙丙丁戊")),
        class_name=name,
        level=draw(st.sampled_from(sorted(found.levels))) if found.levels else None,
        identity=draw(st.sampled_from(["", "P1", "P1", "P2"])),
        first=draw(st.sampled_from([True, True, True, False])),
        event=draw(st.sampled_from(found.events)) if found.events else None,
        amount=None if spec.amount is None else draw(hundredths(Fraction(0), Fraction(100_000))),
    )


#: A happening that is counted.
HAPPENINGS = st.builds(Record, title=st.text("事件甲乙丙", max_size=4), note=st.text("一二三", max_size=2))


def values_of(slot: InputSlot) -> st.SearchStrategy[InputValue]:
    """Anything that may be entered for the input."""
    spec = slot.spec
    if isinstance(spec, MarkInput):
        return marks(spec)
    if spec.records is not None:
        return st.lists(achievements(spec.records), max_size=5).map(tuple)
    if spec.events is not None:
        return st.lists(HAPPENINGS, max_size=5).map(tuple)
    if spec.flag:
        return st.booleans()
    if spec.text:
        return st.sampled_from(["因故延期", "招标节约"])
    return st.sampled_from(spec.choices) if spec.choices else numbers(spec)


class Year:
    """A year for a scheme; too large to be shown whole when a test fails."""

    def __init__(self, scheme: Scheme, evidence: Evidence) -> None:
        self.scheme = scheme
        self.evidence = evidence

    def __repr__(self) -> str:
        return f"a year of {self.scheme.id} with {len(self.evidence.units)} units"


@st.composite
def years(draw: st.DrawFn, *readings: tuple[str, str], most: int = 12) -> Year:
    """The made-up year with other values for some inputs of some units, all of them within bounds."""
    return _changed(draw, Year(shipped(*readings), year(*readings)), most)


@st.composite
def academic_years(draw: st.DrawFn, *readings: tuple[str, str], most: int = 12) -> Year:
    """The same for the 院部 alone."""
    return _changed(draw, Year(shipped(*readings), academic_year(*readings)), most)


def _changed(draw: st.DrawFn, one: Year, most: int) -> Year:
    evidence = one.evidence
    for _ in range(draw(st.integers(0, most))):
        unit = draw(st.sampled_from(evidence.units))
        slot = draw(st.sampled_from(slots_of(one.scheme, unit)))
        evidence = with_unit(evidence, with_values(unit, slot.owner, {slot.name: draw(values_of(slot))}))
    return Year(one.scheme, evidence)


def slots_of(scheme: Scheme, unit: Unit) -> list[InputSlot]:
    """Every input that applies to the unit, as often as the measured ones weigh against the many marks."""
    found: list[InputSlot] = []
    for leaf in leaves(scheme.tree_of(unit.type, unit.table).nodes):
        if leaf.applies(unit.type):
            found += [slot for slot in leaf.slots.values() for _ in range(1 if isinstance(slot.spec, MarkInput) else 4)]
    return found
