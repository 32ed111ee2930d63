"""In which order things were written decides nothing."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from random import Random
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from assess.engine.assessment import assess
from assess.entered.values import InputValue
from assess.files import yaml_reader
from assess.ground.tree import Rows, Table, Tree
from assess.scheme.scheme import Scheme
from assess.services.schemes import find
from assess.words.document import as_document
from assess.year.canonical import evidence_sha256
from assess.year.evidence import Decision, Evidence, Unit
from assess.year.reading.building import build_evidence
from tests.engine.properties.material import PROFILE, SCHEME, Year, academic_year, academic_years, shipped, years
from tests.engine.properties.small_schemes import small_years

Key = TypeVar("Key")
Thing = TypeVar("Thing")

#: Chance that is the same in every run.
RANDOMS = st.randoms(use_true_random=True)


def _result(scheme: Scheme, evidence: Evidence) -> str:
    """The whole result as text, without the places in the file that it was read from."""
    document = as_document(assess(scheme, evidence), trace=True)
    for problem in document["problems"]:
        del problem["place"]
    return json.dumps(document, ensure_ascii=False)


def _mixed(random: Random, table: Mapping[Key, Thing]) -> dict[Key, Thing]:
    """The same table with its keys in another order."""
    keys = list(table)
    random.shuffle(keys)
    return {key: table[key] for key in keys}


def _unit_mixed(random: Random, unit: Unit) -> Unit:
    facts = {
        name: replace(fact, values=_mixed(random, fact.values), lines=_mixed(random, fact.lines))
        for name, fact in _mixed(random, unit.facts).items()
    }
    return replace(
        unit,
        facts=facts,
        self_marks=_mixed(random, unit.self_marks),
        opinions={part: _mixed(random, given) for part, given in _mixed(random, unit.opinions).items()},
        attributes=_mixed(random, unit.attributes),
    )


def _year_mixed(random: Random, evidence: Evidence) -> Evidence:
    return replace(
        evidence,
        units=tuple(_unit_mixed(random, unit) for unit in random.sample(evidence.units, len(evidence.units))),
        decisions=tuple(random.sample(evidence.decisions, len(evidence.decisions))),
        assessors=_mixed(random, evidence.assessors),
    )


@PROFILE
@given(years(most=4), RANDOMS)
def test_order_of_units_keys_and_decisions(changed: Year, random: Random) -> None:
    """The order of units, indicators, inputs, ballots, decisions changes nothing, hash and trace included."""
    mixed = _year_mixed(random, changed.evidence)
    assert _result(changed.scheme, mixed) == _result(changed.scheme, changed.evidence)


@PROFILE
@given(small_years(), RANDOMS)
def test_order_in_random_schemes(small: Year, random: Random) -> None:
    """The same holds in any scheme."""
    assert _result(small.scheme, _year_mixed(random, small.evidence)) == _result(small.scheme, small.evidence)


def _records_reversed(value: InputValue) -> InputValue:
    return value[::-1] if isinstance(value, tuple) else value


def _reversed(unit: Unit) -> Unit:
    facts = {
        name: replace(fact, values={key: _records_reversed(value) for key, value in fact.values.items()})
        for name, fact in unit.facts.items()
    }
    opinions = {
        part: {group: one[::-1] if isinstance(one, tuple) else one for group, one in given.items()}
        for part, given in unit.opinions.items()
    }
    return replace(unit, facts=facts, opinions=opinions)


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


@cache
def _file() -> Table:
    return yaml_reader.read(find(SCHEME) / "sample" / "incomplete.yaml")


def _tree_mixed(random: Random, tree: Tree) -> Tree:
    """Every table with its keys in another order; people stay, since they are listed as the office wrote them."""
    if isinstance(tree, Table):
        entries = tree if not any(key.isascii() for key in tree) else _mixed(random, tree)
        return Table({key: _tree_mixed(random, value) for key, value in entries.items()}, tree.place)
    if isinstance(tree, Rows):
        return Rows([_tree_mixed(random, row) for row in tree], tree.place)
    return tree


@settings(PROFILE, max_examples=8)
@given(RANDOMS)
def test_order_of_keys_in_the_file(random: Random) -> None:
    """The order of keys and units in the file changes nothing, down to the trace, the hash and what is missing."""
    mixed = _tree_mixed(random, _file())
    assert isinstance(mixed, Table)
    assert isinstance(mixed["units"], Rows)
    random.shuffle(mixed["units"])
    before, after = (build_evidence(one, shipped()) for one in (_file(), mixed))
    assert evidence_sha256(before) == evidence_sha256(after)
    assert _result(shipped(), before) == _result(shipped(), after)
