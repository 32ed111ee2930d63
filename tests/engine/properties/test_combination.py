"""What a person adds up by hand on the printed result gives the printed result."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from hypothesis import given

from assess.engine.assessment import assess
from assess.ground.numbers import half_up
from assess.scheme.nodes import Group, Leaf, Node
from assess.scheme.scheme import Scheme
from assess.words.document import as_document
from tests.engine.properties.material import PROFILE, Year, academic_years, years
from tests.engine.properties.small_schemes import small_years

#: U42 the other way: what is uncapped in a leaf also lifts the ceilings above it.
LIFTED = ("U42", "lift")


def _number(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def _applicable_full(node: Node, unit_type: str, leaves: Mapping[str, Any]) -> Fraction:
    """By hand: the group's own full mark when all below applies, else the sum of what applies, if that is less.

    What the group has beyond its children stays where an unbounded bonus (without a full mark of its own) applies.
    """
    if isinstance(node, Leaf):
        return (node.maximum or Fraction(0)) if leaves.get(node.id, "") is not None else Fraction(0)
    below = list(_leaves(node))
    if all(leaves.get(leaf.id, "") is not None for leaf in below):
        return node.maximum
    parts = [_applicable_full(child, unit_type, leaves) for child in node.children]
    unbounded = any(
        isinstance(child, Leaf) and child.maximum is None and child.applies(unit_type) for child in node.children
    )
    room = max(Fraction(0), node.maximum - sum((child.maximum or Fraction(0) for child in node.children), Fraction(0)))
    return min(node.maximum, sum(parts, room if unbounded else Fraction(0)))


def _leaves(node: Node) -> list[Leaf]:
    return [node] if isinstance(node, Leaf) else [leaf for child in node.children for leaf in _leaves(child)]


def _expected(group: Group, unit: Mapping[str, Any], uncapped: Mapping[str, Fraction]) -> Fraction | None:
    """The declared combination of what is printed below the group: sum, ceiling, floor."""
    printed = {**unit["nodes"], **unit["leaves"]}
    parts = []
    for child in group.children:
        if not child.applies(unit["type"]) or (child.id in printed and printed[child.id] is None and _waived(child)):
            continue
        parts.append(_number(printed.get(child.id)))
    if any(part is None for part in parts):
        return None
    free = (
        sum((uncapped.get(leaf.id, Fraction(0)) for leaf in _leaves(group)), Fraction(0)) if group.lift else Fraction(0)
    )
    points = sum((part for part in parts if part is not None), Fraction(0)) - free
    points = min(points, _applicable_full(group, unit["type"], unit["leaves"]))
    return (points if group.floor is None else max(points, group.floor)) + free


def _waived(node: Node) -> bool:
    """Only a leaf can be declared 不适用 for one unit; a node that is null is not entered."""
    return isinstance(node, Leaf)


def _groups(nodes: tuple[Node, ...]) -> list[Group]:
    return [one for node in nodes if isinstance(node, Group) for one in (node, *_groups(node.children))]


def _check(scheme: Scheme, document: Mapping[str, Any], uncapped: Mapping[str, Mapping[str, Fraction]]) -> int:
    """Compare every printed node; returns how many there were."""
    seen = 0
    for unit in (unit for ranked in document["lists"] for unit in ranked["units"] if unit["status"] != "absent"):
        for group in _groups(scheme.tree_of(unit["type"], unit["table"]).nodes):
            if group.applies(unit["type"]):
                assert _number(unit["nodes"][group.id]) == _expected(group, unit, uncapped.get(unit["id"], {})), (
                    unit["id"],
                    group.id,
                )
                seen += 1
    return seen


@PROFILE
@given(years())
def test_nodes_of_the_shipped_scheme(changed: Year) -> None:
    """Every printed node is exactly the declared combination of the printed points below it."""
    document = as_document(assess(changed.scheme, changed.evidence))
    assert _check(changed.scheme, document, {}) > 300


@PROFILE
@given(academic_years(LIFTED))
def test_nodes_with_lifted_ceilings(changed: Year) -> None:
    """Where the uncapped prizes lift the ceilings above them, they lie on top of every sum (U42)."""
    uncapped = {
        unit.id: {"K5.4c": Fraction(unit.facts["K5.4c"].values["province_prizes"]) / 2}  # type: ignore[arg-type]
        for unit in changed.evidence.units
        if "K5.4c" in unit.facts and unit.type == "secondary_college"
    }
    assert _check(changed.scheme, as_document(assess(changed.scheme, changed.evidence)), uncapped)


@PROFILE
@given(small_years())
def test_nodes_of_random_schemes(small: Year) -> None:
    """The same holds in any scheme."""
    _check(small.scheme, as_document(assess(small.scheme, small.evidence)), {})


@PROFILE
@given(years())
def test_total_is_the_sum_of_the_printed_parts(changed: Year) -> None:
    """The printed total is the sum of the printed parts; the raw target points are the sum of the printed top nodes."""
    for ranked in as_document(assess(changed.scheme, changed.evidence))["lists"]:
        for unit in ranked["units"]:
            if unit["total"] is None:
                continue
            assert Fraction(unit["total"]) == sum(Fraction(part["points"]) for part in unit["parts"].values())
            tops = changed.scheme.tree_of(unit["type"], unit["table"]).nodes
            printed = {**unit["leaves"], **unit["nodes"]}
            raw = sum(Fraction(printed[node.id]) for node in tops if printed.get(node.id) is not None)
            assert Fraction(unit["parts"]["targets"]["raw"]) == raw


@PROFILE
@given(academic_years())
def test_conversion(changed: Year) -> None:
    """Converted points are raw ÷ applicable full mark × full mark, rounded half up once."""
    for unit in as_document(assess(changed.scheme, changed.evidence))["lists"][0]["units"]:
        targets = unit["parts"]["targets"]
        if targets["raw"] is None:
            continue
        raw, applicable, full = (Fraction(targets[name]) for name in ("raw", "applicable_full", "full"))
        assert Fraction(targets["points"]) == half_up(raw / applicable * full)
        assert (applicable == full) == (unit["type"] == "secondary_college") or applicable < full
