"""The applicable full mark is the sum of what applies among what carries a full mark, whatever else there is."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assess.engine.assessment import assess
from assess.engine.outcome import UnitResult
from assess.entered.values import Waived
from assess.ground.numbers import ZERO, half_up
from assess.year.evidence import Unit
from tests.engine.properties.bonus_schemes import (
    Tree,
    built,
    indicators_of,
    judged_most,
    mark_of,
    trees,
    units,
    year_of,
)
from tests.engine.properties.material import PROFILE, Year, with_values

MANY = settings(PROFILE, max_examples=25)
FULL = Fraction(100)


def _results(year: Year) -> list[UnitResult]:
    return [result for ranked in assess(year.scheme, year.evidence).lists for result in ranked.units]


def _exempt(tree: Tree, unit_type: str) -> frozenset[str]:
    """The indicators from which units of a type are exempt, by themselves or with a group around them."""
    if unit_type in tree.get("except", []):
        return frozenset(leaf["id"] for leaf in indicators_of(tree))
    return frozenset[str]().union(*(_exempt(child, unit_type) for child in tree.get("indicators", [])))


def _left(leaf: Tree, unit: Unit) -> Fraction:
    """What counts of an indicator's full mark, by hand: without a mark that was waived."""
    waived = isinstance(unit.value(leaf["id"], "mark"), Waived)
    return Fraction(leaf.get("max", 0)) - ((judged_most(leaf) or ZERO) if waived and "max" in leaf else ZERO)


def _by_hand(tree: Tree, unit: Unit) -> Fraction:
    exempt = _exempt(tree, unit.type)
    return sum((_left(leaf, unit) for leaf in indicators_of(tree) if leaf["id"] not in exempt), ZERO)


def _groups(tree: Tree) -> Iterable[Tree]:
    if "indicators" in tree:
        yield tree
        for child in tree["indicators"]:
            yield from _groups(child)


@MANY
@given(st.data())
def test_it_is_the_sum_of_what_applies(data: st.DataObject) -> None:
    """Of the whole tree, and of every group of which something carries a full mark, however many bonuses there are."""
    tree = data.draw(trees())
    year = year_of(built([tree], FULL), data.draw(units(tree, 3)))
    for result in _results(year):
        part = result.parts["targets"]
        assert (part.applicable_full or 0) == _by_hand(tree, result.unit)
        exempt = _exempt(tree, result.unit.type)
        for group in _groups(tree):
            outside = exempt.intersection(leaf["id"] for leaf in indicators_of(group)) - _exempt(
                group, result.unit.type
            )
            if mark_of(group) is not None and not outside and result.groups[group["id"]].applies:
                assert result.groups[group["id"]].full == _by_hand(group, result.unit)


@MANY
@given(st.data())
def test_points_are_converted_by_it_and_never_exceed_the_whole(data: st.DataObject) -> None:
    """Raw ÷ applicable × full, rounded once or not at all; no bonus inside a group lifts anybody above 100 %."""
    tree = data.draw(trees(tidy=data.draw(st.booleans())))
    at = data.draw(st.sampled_from(["leaf", "total"]))
    year = year_of(built([tree], FULL, at=at), data.draw(units(tree, 3)))
    for result in _results(year):
        part = result.parts["targets"]
        for group in result.groups.values():
            assert group.points is None or group.points <= group.full <= group.group.maximum
        if part.raw is None or not part.applicable_full:
            assert part.points is None
            continue
        exact = part.raw / part.applicable_full * part.full
        assert part.points == (half_up(exact) if at == "leaf" else exact)
        assert part.points <= part.full


def _without_bonuses(tree: Tree) -> Tree:
    if "indicators" not in tree:
        return tree
    kept = [_without_bonuses(child) for child in tree["indicators"] if mark_of(child) is not None]
    return tree | {"indicators": kept}


@MANY
@given(st.data())
def test_bonuses_change_no_full_mark(data: st.DataObject) -> None:
    """The same tree without them has the same full marks everywhere."""
    tree = data.draw(trees())
    assessed = data.draw(units(tree, 3))
    bare = _without_bonuses(tree)
    with_them = _results(year_of(built([tree], FULL), assessed))
    without = {one.unit.id: one for one in _results(year_of(built([bare], FULL), assessed))}
    for result in with_them:
        other = without[result.unit.id]
        assert result.parts["targets"].applicable_full == other.parts["targets"].applicable_full
        for name, group in other.groups.items():
            if group.applies:
                assert result.groups[name].full == group.full


@MANY
@given(st.data())
def test_one_more_waived_mark_raises_no_full_mark(data: st.DataObject) -> None:
    """Whatever `max` the groups have; and none falls below 0."""
    tree = data.draw(trees(tidy=False))
    marked = [leaf for leaf in indicators_of(tree) if judged_most(leaf) is not None]
    assume(marked)
    (unit,) = data.draw(units(tree, 1))
    more = with_values(unit, data.draw(st.sampled_from(marked))["id"], {"mark": Waived()})
    scheme = built([tree], FULL)
    (before,), (after,) = _results(year_of(scheme, (unit,))), _results(year_of(scheme, (more,)))
    for name, group in after.groups.items():
        assert 0 <= group.full <= before.groups[name].full
    full = after.parts["targets"].applicable_full, before.parts["targets"].applicable_full
    assert 0 <= (full[0] or 0) <= (full[1] or 0)


def _is_uncapped(leaf: Tree) -> bool:
    return bool(leaf["rule"].get("sum", {}).get("uncapped"))


@MANY
@given(st.data())
def test_every_alternative_goes_by_the_same_full_mark(data: st.DataObject) -> None:
    """U1: raw points stay as they are, in ranks inside a type too; what is filled lies between them and the whole."""
    tree = data.draw(trees())
    full = mark_of(tree)
    assert full is not None
    assessed = data.draw(units(tree, 4))
    found = {
        partial: {
            one.unit.id: one.parts["targets"] for one in _results(year_of(built([tree], full, partial), assessed))
        }
        for partial in ("convert", "raw", "rank_within_type", "mean_fill")
    }
    for name, converted in found["convert"].items():
        others = [found[partial][name] for partial in ("raw", "rank_within_type", "mean_fill")]
        assert all((one.raw, one.applicable_full) == (converted.raw, converted.applicable_full) for one in others)
        assert others[0].points == others[1].points == converted.raw
        filled = others[2]
        if filled.points is not None and converted.raw is not None:
            assert converted.raw <= filled.points
            assert filled.points <= full or any(_is_uncapped(leaf) for leaf in indicators_of(tree))


@MANY
@given(st.data())
def test_a_bonus_at_the_top_takes_nothing_from_anybody(data: st.DataObject) -> None:
    """Beside a tree that makes up the part by itself, a bonus or a group of bonuses only adds points."""
    tree = data.draw(trees())
    full = mark_of(tree)
    assert full is not None
    item = {"id": "C", "label": "加分", "inputs": {"n": {"label": "奖", "unit": "项"}}}
    bonus: Tree = item | {"rule": {"per_amount": {"value": "n", "every": "1", "points": "1"}}}
    if data.draw(st.booleans()):
        bonus = {"id": "D", "label": "加分项", "max": "5", "indicators": [bonus]}
    assessed = data.draw(units(tree, 3))
    prizes = Fraction(data.draw(st.integers(0, 5)))
    richer = tuple(with_values(unit, "C", {"n": prizes}) for unit in assessed)
    before = {one.unit.id: one.parts["targets"] for one in _results(year_of(built([tree], full), assessed))}
    for result in _results(year_of(built([tree, bonus], full), richer)):
        part, plain_part = result.parts["targets"], before[result.unit.id]
        assert part.applicable_full == plain_part.applicable_full
        if plain_part.raw is not None:
            assert part.raw == plain_part.raw + prizes
        assert replace(part.score, raw=None, points=None, conversion="") == replace(
            plain_part.score, raw=None, points=None, conversion=""
        )
