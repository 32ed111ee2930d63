"""One more event never raises, one more achievement never lowers the unit's own leaf; so with every number."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assess.engine.assessment import assess
from assess.entered.inputs import Input
from assess.entered.records import Record
from assess.scheme.nodes import leaves
from assess.scheme.scheme import Scheme
from assess.year.evidence import Evidence, Unit
from tests.engine.properties.material import (
    HAPPENINGS,
    PROFILE,
    Year,
    academic_years,
    achievements,
    leaf_of,
    shipped,
    with_unit,
    with_values,
)
from tests.engine.properties.small_schemes import small_years

#: Achievements and the leaves that rest on them.
ACHIEVEMENTS = {
    ("K1.1a", "achievements"): ("K1.1a",),
    ("K6.a", "achievements"): ("K6.a",),
    ("K6.b", "projects"): ("K6.b",),
    ("K7.1", "exemplars"): ("K7.1base", "K7.1bonus"),
}
EVENTS = {
    ("B17", "violations"): ("B17",),
    ("B18", "violations"): ("B18",),
    ("K3.4a", "irregularities"): ("K3.4a",),
    ("K5.1b", "unrecorded"): ("K5.1b",),
}
#: The more, the better.
GAINS = {
    ("B7", "participation"): ("B7",),
    ("B39", "participation"): ("B39",),
    ("K1.1b", "funds"): ("K1.1b",),
    ("K1.3", "enterprises"): ("K1.3",),
    ("K1.3", "projects"): ("K1.3",),
    ("K2.a", "trainees"): ("K2.a",),
    ("K2.b", "income"): ("K2.b",),
    ("K3.1", "teachers"): ("K3.1",),
    ("K3.2", "training"): ("K3.2",),
    ("K3.2", "practice"): ("K3.2",),
    ("K3.3", "dual_qualified"): ("K3.3",),
    ("K3.4b", "part_time"): ("K3.4b",),
    ("K4", "arrivals"): ("K4.1", "K4.2"),
    ("K4.3", "arrivals"): ("K4.3",),
    ("K5.2c", "clubs"): ("K5.2c",),
    ("K5.2c", "advisers"): ("K5.2c",),
    ("K5.3a", "initial_rate"): ("K5.3a",),
    ("K5.3b", "year_end_rate"): ("K5.3b",),
    ("K5.3d", "survey_rate"): ("K5.3d",),
    ("K5.4a", "textbooks"): ("K5.4a",),
    ("K5.4b", "projects"): ("K5.4b",),
    ("K5.4c", "school_finals"): ("K5.4c",),
    ("K5.4c", "city_prizes"): ("K5.4c",),
    ("K5.4c", "province_prizes"): ("K5.4c",),
    ("K7.2b", "exemplars"): ("K7.2b",),
    ("K7.2b", "reports"): ("K7.2b",),
}
#: The more, the worse.
LOSSES = {
    ("B7", "rescheduled_hours"): ("B7",),
    ("K2.a", "enrolled"): ("K2.a",),
    ("K3.1", "students"): ("K3.1",),
    ("K3.2", "staff"): ("K3.2",),
    ("K3", "full_time_teachers"): ("K3.3", "K3.4b"),
    ("K4.1", "programmes"): ("K4.1",),
    ("K4.2", "last_year"): ("K4.2",),
    ("K4.3", "plan"): ("K4.3",),
    ("K5.1a", "classes_without_tutor"): ("K5.1a",),
    ("K5.1a", "leaders_without_class"): ("K5.1a",),
    ("K5.3c", "failure_rate"): ("K5.3c",),
}

Key = tuple[str, str]


def _points(scheme: Scheme, evidence: Evidence, unit: Unit, names: tuple[str, ...]) -> list[Fraction]:
    """The exact points of the unit's leaves; an example in which one is not scored is passed over."""
    result = assess(scheme, evidence).unit(unit.id)
    assert result is not None
    points = [result.leaves[name].exact for name in names]
    assume(None not in points)
    return [one for one in points if one is not None]


def _applies(unit: Unit, names: tuple[str, ...]) -> bool:
    return all(leaf_of(shipped(), name).applies(unit.type) for name in names)


def test_every_measured_input_has_a_direction() -> None:
    """The tables above name every input of the shipped scheme that is not a mark."""
    named = {*ACHIEVEMENTS, *EVENTS, *GAINS, *LOSSES}
    slots = [slot for leaf in leaves(shipped().trees["academic"].nodes) for slot in leaf.slots.values()]
    assert named == {(slot.owner, slot.name) for slot in slots if isinstance(slot.spec, Input)}


@settings(PROFILE, max_examples=60)
@given(academic_years(most=3), st.sampled_from(sorted(ACHIEVEMENTS)), st.data())
def test_one_more_achievement_never_lowers(changed: Year, key: Key, data: st.DataObject) -> None:
    """One more achievement, of whatever class, person and identity, never lowers the unit's own leaf."""
    _one_more_record(changed, key, ACHIEVEMENTS[key], data)


@settings(PROFILE, max_examples=40)
@given(academic_years(("U24", "scale_to_top"), most=3), st.sampled_from(["K1.1a", "K6.a"]), st.data())
def test_one_more_achievement_where_the_best_sets_the_scale(changed: Year, name: str, data: st.DataObject) -> None:
    """The same holds where the best unit's sum sets the scale (U24)."""
    _one_more_record(changed, (name, "achievements"), (name,), data)


def _one_more_record(changed: Year, key: Key, names: tuple[str, ...], data: st.DataObject) -> None:
    unit = data.draw(st.sampled_from([unit for unit in changed.evidence.units if _applies(unit, names)]))
    spec = leaf_of(changed.scheme, names[0]).slots[key[1]].spec
    assert isinstance(spec, Input)
    assert spec.records is not None
    found = tuple(data.draw(st.lists(achievements(spec.records), max_size=3)))
    few = with_values(unit, key[0], {key[1]: found})
    more = with_values(unit, key[0], {key[1]: (*found, data.draw(achievements(spec.records)))})
    before = _points(changed.scheme, with_unit(changed.evidence, few), unit, names)
    after = _points(changed.scheme, with_unit(changed.evidence, more), unit, names)
    assert all(late >= early for early, late in zip(before, after, strict=True))


def _records(unit: Unit, key: Key) -> tuple[Record, ...]:
    value = unit.facts[key[0]].values[key[1]]
    assert isinstance(value, tuple)
    return tuple(one for one in value if isinstance(one, Record))


@settings(PROFILE, max_examples=40)
@given(academic_years(most=3), st.sampled_from(sorted(EVENTS)), HAPPENINGS, st.data())
def test_one_more_event_never_raises(changed: Year, key: Key, event: Record, data: st.DataObject) -> None:
    """One more event to deduct for never raises the unit's own leaf."""
    names = EVENTS[key]
    unit = data.draw(st.sampled_from([unit for unit in changed.evidence.units if _applies(unit, names)]))
    more = with_values(unit, key[0], {key[1]: (*_records(unit, key), event)})
    before = _points(changed.scheme, changed.evidence, unit, names)
    after = _points(changed.scheme, with_unit(changed.evidence, more), unit, names)
    assert all(late <= early for early, late in zip(before, after, strict=True))


@settings(PROFILE, max_examples=100)
@given(academic_years(most=3), st.sampled_from(sorted({**GAINS, **LOSSES})), st.data())
def test_more_of_a_number(changed: Year, key: Key, data: st.DataObject) -> None:
    """A higher number never lowers the unit's leaf where more is better, and never raises it where more is worse."""
    names = GAINS.get(key) or LOSSES[key]
    unit = data.draw(st.sampled_from([unit for unit in changed.evidence.units if _applies(unit, names)]))
    slot = leaf_of(changed.scheme, names[0]).slots[key[1]]
    number = unit.facts[key[0]].values[key[1]]
    assert isinstance(slot.spec, Input)
    assert isinstance(number, Fraction)
    step = data.draw(
        st.sampled_from([1, 2, 3, 10, 50, 1000]) if slot.spec.whole else st.sampled_from([1, 5, 20, 200000])
    )
    assume(slot.spec.bounds.holds(number + step))
    # Without a number of last year there is no growth to compare: another rule (U38b).
    assume(key != ("K4.2", "last_year") or number > 0)
    before = _points(changed.scheme, changed.evidence, unit, names)
    more = with_values(unit, key[0], {key[1]: number + step})
    after = _points(changed.scheme, with_unit(changed.evidence, more), unit, names)
    for early, late in zip(before, after, strict=True):
        assert late >= early if key in GAINS else late <= early


@settings(PROFILE, max_examples=60)
@given(small_years(), HAPPENINGS, st.data())
def test_events_in_random_schemes(small: Year, event: Record, data: st.DataObject) -> None:
    """In any scheme one more event never raises the leaf that it is deducted from, nor any group above it."""
    found = [leaf for leaf in leaves(small.scheme.trees["academic"].nodes) if leaf.rule.kind == "deduction"]
    units = [(unit, leaf) for leaf in found for unit in small.evidence.units if leaf.applies(unit.type)]
    assume(units)
    unit, leaf = data.draw(st.sampled_from(units))
    more = with_values(unit, leaf.id, {"events": (*_records(unit, (leaf.id, "events")), event)})
    before = assess(small.scheme, small.evidence).unit(unit.id)
    after = assess(small.scheme, replace(with_unit(small.evidence, more))).unit(unit.id)
    assert before is not None
    assert after is not None
    early, late = before.leaves[leaf.id].points, after.leaves[leaf.id].points
    assert early is not None
    assert late is not None
    assert late <= early
    assert before.total is not None
    assert after.total is not None
    assert after.total <= before.total
