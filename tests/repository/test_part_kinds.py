"""Nobody outside of the parts asks of which kind a part is: what depends on the kind is asked of the part."""

import ast
from collections.abc import Iterator
from pathlib import Path

from assess.ground.address import UNIT_KEYS
from assess.parts.base import PartRules, PartScore
from assess.parts.registry import part_kinds, sections
from assess.year.reading.evidence_file import UnitFile

ASSESS = Path(__file__).parents[2] / "assess"


def _classes(base: type[object]) -> Iterator[str]:
    children: list[type[object]] = base.__subclasses__()
    for child in children:
        yield child.__name__
        yield from _classes(child)


def _switches(tree: ast.Module, classes: set[str], words: set[str]) -> Iterator[int]:
    """Lines that name a class of one kind, or hold a kind (or a section) against one word."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute | ast.alias):
            name = (
                node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else node.name
            )
            if name in classes:
                yield node.lineno
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            asked = any(isinstance(one, ast.Attribute) and one.attr in ("kind", "section") for one in sides)
            if asked and any(isinstance(one, ast.Constant) and one.value in words for one in sides):
                yield node.lineno


def test_no_switch_over_kinds_of_parts() -> None:
    """No module above the parts names a class of one kind or compares a kind with its word."""
    classes = {*_classes(PartRules), *_classes(PartScore)}
    words = {*part_kinds(), *(kind.section for kind in part_kinds().values())}
    assert {"BallotRules", "PanelScore", "IndicatorRules"} < classes
    found = [
        f"{path.relative_to(ASSESS)}:{line}"
        for path in sorted(ASSESS.rglob("*.py"))
        if path.relative_to(ASSESS).parts[0] != "parts"
        for line in _switches(ast.parse(path.read_text(encoding="utf-8")), classes, words)
    ]
    assert found == []


def test_the_walk_finds_a_switch() -> None:
    """What it must find is found: by isinstance, by match, by the word of a kind."""
    tree = ast.parse(
        "isinstance(x, BallotRules)\nmatch x:\n    case PanelRules(): pass\nx.kind == 'panel'\nx.kind != y.kind\n"
    )
    assert sorted(_switches(tree, {"BallotRules", "PanelRules"}, {"panel"})) == [1, 3, 4]


def test_every_section_is_a_key_of_a_unit() -> None:
    """A part kind with a section of its own needs that key in the evidence of a unit."""
    assert set(sections()) <= set(UnitFile.model_fields)
    assert set(sections()) <= UNIT_KEYS
