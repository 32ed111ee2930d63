"""However an office enters what it counted, a vote gives the same points."""

import re
from random import Random
from typing import Any

import pytest
import yaml

from assess.engine.assessment import assess
from assess.files import yaml_reader
from assess.scheme.reading.building import build_scheme
from assess.year.assembling import tree_of
from assess.year.canonical import evidence_sha256
from assess.year.cells import cells_of
from assess.year.reading.building import build_evidence
from tests import votes

SCHEME = build_scheme(yaml_reader.parse(votes.SCHEME, "scheme.yaml"))
GROUPS = ("staff", "teachers", "students", "partners")


def _points(text: str) -> tuple[object, str]:
    """Every unit's points and computation; taken apart and put together the year is the same."""
    tree = yaml_reader.parse(text, "year.yaml")
    evidence = build_evidence(tree, SCHEME)
    back = build_evidence(tree_of(cells_of(tree, SCHEME), SCHEME), SCHEME)
    assert evidence_sha256(back) == evidence_sha256(evidence)
    outcome = assess(SCHEME, evidence)
    assert outcome.problems == ()
    units = [one for listed in outcome.lists for one in listed.units]
    found = [(one.unit.id, one.total, tuple(map(_said, one.parts["votes"].score.lines(2)))) for one in units]
    return found, evidence_sha256(evidence)


@pytest.mark.parametrize("seed", range(20))
def test_by_unit_by_round_and_by_bundle(seed: int) -> None:
    """Papers filled in at random: counted unit by unit, by round with a row each, in bundles; with void papers."""
    random = Random(seed)  # noqa: S311 a test's own chance
    rounds: dict[str, Any] = {}
    bundles: dict[str, Any] = {}
    by_unit: dict[str, Any] = {unit: {} for unit in votes.UNITS}
    rows: dict[str, Any] = {unit: {} for unit in votes.UNITS}
    for group in GROUPS:
        papers, spoilt = votes.papers(random, random.randint(1, 60)), random.randint(0, 3)
        returned = len(papers) + spoilt
        issued = returned + random.randint(0, returned // 2)
        name = f"{group}场"
        rounds[name] = {"group": group, "issued": issued, "returned": returned, "spoilt": spoilt}
        bundles |= votes.bundles(name, papers, random.randint(1, 25))
        for unit, row in votes.counted(papers).items():
            rows[unit][group] = row
            whole = {**row, "无效": row["无效"] + spoilt}
            by_unit[unit][group] = {"issued": issued, "returned": returned, **whole}
    nothing: dict[str, Any] = {unit: {} for unit in rows}
    entered = [
        votes.year(by_unit),
        votes.year(rows, rounds=rounds),
        votes.year(nothing, rounds=rounds, bundles=bundles),
    ]
    (points, _), *others = map(_points, entered)
    assert [one for one, _ in others] == [points, points]
    # What is left out where nothing lacks is 0.
    short = {unit: {group: _not_zero(row) for group, row in of.items()} for unit, of in rows.items()}
    assert _points(votes.year(short, rounds=rounds))[0] == points
    assert yaml.safe_load(entered[1])["rounds"] == rounds


def _not_zero(row: dict[str, int]) -> dict[str, int]:
    return {kind: number for kind, number in row.items() if number}


def _said(line: str) -> str:
    """How a unit's ballots were counted, without what only a round tells of them: papers that are void as a whole."""
    return re.sub("（含整票无效[1-9]）", "", line)
