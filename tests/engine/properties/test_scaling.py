"""A relative rule sees proportions only."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from assess.engine.assessment import assess
from assess.scheme.nodes import Leaf, leaves
from assess.scheme.scheme import Scheme
from assess.year.evidence import Evidence, Unit
from tests.engine.properties.material import PROFILE, Year, academic_years, leaf_of, with_values
from tests.engine.properties.small_schemes import small_years

#: Inputs that can be multiplied together without changing any ratio to the pooled reference.
TOGETHER = {
    "K3.1": (("students",), ("teachers",), ("students", "teachers")),
    "K3.2": (("training", "practice"), ("staff",), ("training", "practice", "staff")),
    "K4.1": (("arrivals",), ("programmes",), ("arrivals", "programmes")),
}
WAYS = [(leaf, names) for leaf, ways in TOGETHER.items() for names in ways]


def _scaled(unit: Unit, leaf: Leaf, names: tuple[str, ...], factor: Fraction) -> Unit:
    for name in names if leaf.applies(unit.type) else ():
        slot = leaf.slots[name]
        number = unit.value(slot.owner, name)
        assert isinstance(number, Fraction)
        unit = with_values(unit, slot.owner, {name: number * factor})
    return unit


def _points(scheme: Scheme, evidence: Evidence, leaf: str) -> dict[str, Fraction | None]:
    units = assess(scheme, evidence).lists[0].units
    return {unit.unit.id: unit.leaves[leaf].points for unit in units}


@settings(PROFILE, max_examples=45)
@given(academic_years(most=6), st.sampled_from(WAYS), st.integers(2, 1000))
def test_pooled_references(changed: Year, way: tuple[str, tuple[str, ...]], factor: int) -> None:
    """Multiplying all units' inputs of a leaf, or one side of its ratio, by one factor changes nobody's points."""
    leaf, names = way
    indicator = leaf_of(changed.scheme, leaf)
    units = tuple(_scaled(unit, indicator, names, Fraction(factor)) for unit in changed.evidence.units)
    scaled = replace(changed.evidence, units=units)
    assert _points(changed.scheme, scaled, leaf) == _points(changed.scheme, changed.evidence, leaf)


@settings(PROFILE, max_examples=80)
@given(
    small_years(), st.sampled_from([("part",), ("whole",), ("part", "whole")]), st.integers(1, 99), st.integers(1, 99)
)
def test_references_of_random_schemes(small: Year, names: tuple[str, ...], above: int, below: int) -> None:
    """In any scheme the same holds, whether the reference is pooled or the mean of the units' values."""
    for leaf in leaves(small.scheme.trees["academic"].nodes):
        if leaf.rule.kind == "relative":
            units = tuple(_scaled(unit, leaf, names, Fraction(above, below)) for unit in small.evidence.units)
            scaled = replace(small.evidence, units=units)
            assert _points(small.scheme, scaled, leaf.id) == _points(small.scheme, small.evidence, leaf.id)
