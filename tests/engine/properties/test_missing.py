"""What is not entered leaves its own unit 未完成, and no other."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assess.engine.assessment import assess
from assess.entered.inputs import Input
from assess.scheme.nodes import Leaf, leaves
from assess.words.document import as_document
from assess.year.case import Facts, UnitCase, all_figures
from assess.year.evidence import Unit
from tests.engine.properties.material import PROFILE, Year, academic_years, leaf_of, with_unit, without_value
from tests.engine.properties.small_schemes import small_years


def _check_missing(changed: Year, data: st.DataObject) -> None:
    before = assess(changed.scheme, changed.evidence)
    complete = [one for ranked in before.lists for one in ranked.units if one.status == "complete" and one.leaves]
    assume(complete)
    unit = data.draw(st.sampled_from(complete)).unit
    asked = _asked(changed, unit)
    measured = [(leaf, name) for leaf, name in asked if isinstance(leaf.slots[name].spec, Input)]
    leaf, name = data.draw(st.sampled_from(measured or asked) | st.sampled_from(asked))
    slot = leaf.slots[name]
    after = assess(changed.scheme, with_unit(changed.evidence, without_value(unit, slot.owner, name)))
    document = as_document(after)
    for ranked in document["lists"]:
        for one in ranked["units"]:
            was = before.unit(one["id"])
            assert was is not None
            if one["id"] == unit.id:
                assert (one["status"], one["rank"], one["total"]) == ("incomplete", None, None)
                assert leaf.id not in one["leaves"]
            elif was.status in ("complete", "provisional"):
                assert one["status"] in ("complete", "provisional")
                assert Fraction(one["total"]) >= 0 or was.total is not None
            else:
                assert one["status"] == was.status
    for figure in after.figures.values():
        assert unit.id not in figure.missing or unit.id not in figure.members
    said = [problem.text for problem in after.problems if problem.severity == "missing"]
    assert any(unit.name in text and leaf.id in text for text in said)


def _asked(changed: Year, unit: Unit) -> list[tuple[Leaf, str]]:
    """What the rules ask of the unit, leaf by leaf."""
    facts = Facts(changed.scheme, changed.evidence)
    figures = all_figures(changed.scheme, facts, changed.evidence.units)
    tree = changed.scheme.tree_of(unit.type, unit.table)
    applying = [leaf for leaf in leaves(tree.nodes) if leaf.applies(unit.type)]
    return [
        (leaf, name)
        for leaf in applying
        for name in sorted(set(leaf.rule.asks(UnitCase(facts, figures, leaf, unit, tree.id))))
    ]


@settings(PROFILE, max_examples=30)
@given(academic_years(most=4), st.data())
def test_a_missing_input_of_the_shipped_scheme(changed: Year, data: st.DataObject) -> None:
    """An input taken away makes that unit 未完成 without rank and total, is named, and leaves no other unit 未完成."""
    _check_missing(changed, data)


@settings(PROFILE, max_examples=60)
@given(small_years(), st.data())
def test_a_missing_input_of_random_schemes(small: Year, data: st.DataObject) -> None:
    """The same holds in any scheme."""
    _check_missing(small, data)


@settings(PROFILE, max_examples=40)
@given(academic_years(most=4), st.sampled_from(["K3.1", "K3.2", "K3.4b", "K4.1", "K7.1base", "K7.1bonus"]), st.data())
def test_a_figure_leaves_out_who_is_missing(changed: Year, name: str, data: st.DataObject) -> None:
    """A population figure without one unit's input is what it would be without that unit, and is provisional."""
    leaf = leaf_of(changed.scheme, name)
    unit = data.draw(st.sampled_from([unit for unit in changed.evidence.units if leaf.applies(unit.type)]))
    slot = data.draw(st.sampled_from(sorted(leaf.slots.values(), key=lambda slot: slot.name)))
    without = with_unit(changed.evidence, without_value(unit, slot.owner, slot.name))
    alone = with_unit(changed.evidence, replace(unit, absent="不参加"))
    for spec in leaf.rule.figures():
        missing, absent = (
            all_figures(changed.scheme, Facts(changed.scheme, one), [unit for unit in one.units if unit.takes_part])[
                "academic", leaf.id, spec
            ]
            for one in (without, alone)
        )
        assert missing.provisional
        assert missing.missing == (unit.id,)
        assert (missing.value, missing.members, missing.ranks) == (absent.value, absent.members, absent.ranks)
