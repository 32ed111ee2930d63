"""In which order things were written decides nothing."""

import json
from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from assess.domain.build import build_evidence
from assess.domain.canonical import evidence_sha256
from assess.domain.document import as_document
from assess.domain.engine import assess
from assess.domain.evidence import Decision, Evidence, Fact, InputValue, Unit
from assess.domain.scheme import Scheme
from assess.domain.tree import Rows, Table, Tree
from assess.loader import yaml_reader
from assess.services.schemes import find
from tests.domain.properties.material import PROFILE, SCHEME, Year, academic_year, academic_years, shipped, years
from tests.domain.properties.small_schemes import small_years


def _result(scheme: Scheme, evidence: Evidence) -> str:
    """The whole result as text, without the places in the file that it was read from."""
    return _as_text(as_document(assess(scheme, evidence), trace=True))


def _as_text(document: dict[str, Any]) -> str:
    for problem in document["problems"]:
        del problem["place"]
    document["problems"].sort(key=str)
    return json.dumps(document, ensure_ascii=False)


def _keys_shuffled(draw: st.DrawFn, table: Any) -> Any:  # noqa: ANN401 a table of anything
    return {key: table[key] for key in draw(st.permutations(sorted(table)))}


def _unit_shuffled(draw: st.DrawFn, unit: Unit) -> Unit:
    facts = {name: _fact_shuffled(draw, fact) for name, fact in unit.facts.items()}
    return replace(
        unit,
        facts=dict(reversed(facts.items())),
        self_marks=_keys_shuffled(draw, unit.self_marks),
        ballots=_keys_shuffled(draw, unit.ballots),
        leaders=_keys_shuffled(draw, unit.leaders),
        attributes=_keys_shuffled(draw, unit.attributes),
    )


def _fact_shuffled(draw: st.DrawFn, fact: Fact) -> Fact:
    return replace(fact, values=_keys_shuffled(draw, fact.values), lines=_keys_shuffled(draw, fact.lines))


@PROFILE
@given(st.data())
def test_order_of_units_keys_and_decisions(data: st.DataObject) -> None:
    """The order of units, indicators, inputs, ballots, decisions changes nothing, hash and trace included."""
    evidence = data.draw(years(most=4)).evidence

    @st.composite
    def mixed(draw: st.DrawFn) -> Evidence:
        units = [_unit_shuffled(draw, unit) for unit in draw(st.permutations(evidence.units))]
        decisions = draw(st.permutations(evidence.decisions))
        assessors = _keys_shuffled(draw, evidence.assessors)
        return replace(evidence, units=tuple(units), decisions=tuple(decisions), assessors=assessors)

    assert _result(shipped(), data.draw(mixed())) == _result(shipped(), evidence)


@PROFILE
@given(small_years(), st.randoms(use_true_random=False))
def test_order_of_units_in_random_schemes(small: Year, random: Random) -> None:
    """In any scheme the order of units changes nothing."""
    units = list(small.evidence.units)
    random.shuffle(units)
    mixed = replace(small.evidence, units=tuple(units))
    assert _result(small.scheme, mixed) == _result(small.scheme, small.evidence)


def _records_reversed(value: InputValue) -> InputValue:
    return value[::-1] if isinstance(value, tuple) else value


def _reversed(unit: Unit) -> Unit:
    facts = {
        name: replace(fact, values={key: _records_reversed(value) for key, value in fact.values.items()})
        for name, fact in unit.facts.items()
    }
    return replace(unit, facts=facts, leaders={group: marks[::-1] for group, marks in unit.leaders.items()})


@PROFILE
@given(academic_years())
def test_order_of_records_and_marks(changed: Year) -> None:
    """The order of achievements, events, assessors' and leaders' marks changes no points and no hash."""
    backwards = replace(changed.evidence, units=tuple(map(_reversed, changed.evidence.units)))
    before, after = (as_document(assess(shipped(), one)) for one in (changed.evidence, backwards))
    assert before["evidence"] == after["evidence"]
    assert before["lists"] == after["lists"]


@PROFILE
@given(st.permutations(["own", "other", "last"]))
def test_order_of_decisions_of_one_day(order: list[str]) -> None:
    """Decisions of the same day come out alike, however they stand in the file."""
    unit = academic_year().units[0].id
    made = {
        word: Decision(unit, "award", "outstanding", f"理由{word}", "领导小组", "2019-09-20")
        for word in ("own", "other", "last")
    }
    plain = replace(academic_year(), decisions=tuple(made.values()))
    mixed = replace(plain, decisions=tuple(made[word] for word in order))
    assert _result(shipped(), mixed) == _result(shipped(), plain)


def _tree_shuffled(draw: st.DrawFn, tree: Tree) -> Tree:
    """Every table with its keys in any order; people's names stay, since they are listed as the office wrote them."""
    if isinstance(tree, Table):
        names = list(tree) if not any(key.isascii() for key in tree) else draw(st.permutations(list(tree)))
        return Table({key: _tree_shuffled(draw, tree[key]) for key in names}, tree.place)
    if isinstance(tree, Rows):
        return Rows([_tree_shuffled(draw, row) for row in tree], tree.place)
    return tree


@PROFILE
@given(st.data())
def test_order_of_keys_in_the_file(data: st.DataObject) -> None:
    """The order of keys in the file changes nothing, down to the trace and the hash."""
    tree = yaml_reader.read(find(SCHEME) / "sample" / "incomplete.yaml")

    @st.composite
    def mixed(draw: st.DrawFn) -> Table:
        units = tree["units"]
        assert isinstance(units, Rows)
        one = draw(st.integers(0, len(units) - 1))
        others = Rows([*units[:one], _tree_shuffled(draw, units[one]), *units[one + 1 :]], units.place)
        top = Table({**tree, "units": others}, tree.place)
        return Table({key: top[key] for key in draw(st.permutations(list(top)))}, tree.place)

    before, after = (build_evidence(one, shipped()) for one in (tree, data.draw(mixed())))
    assert evidence_sha256(before) == evidence_sha256(after)
    assert _result(shipped(), before) == _result(shipped(), after)
