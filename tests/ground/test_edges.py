"""Intervals: every edge is open or closed by what is written."""

import pytest
from pydantic import ValidationError

from assess.ground.edges import Edges
from assess.ground.numbers import exact


def edges(**written: str) -> Edges:
    """Edges as a file writes them."""
    return Edges.model_validate(written)


@pytest.mark.parametrize(
    ("interval", "below", "on", "above"),
    [
        (edges(at_least="80"), False, True, True),
        (edges(above="80"), False, False, True),
        (edges(at_most="80"), True, True, False),
        (edges(below="80"), True, False, False),
    ],
)
def test_the_edge_itself(interval: Edges, below: bool, on: bool, above: bool) -> None:  # noqa: FBT001 a truth table
    """≥ and ≤ hold on the edge, > and < do not."""
    given = [interval.holds(exact(value)) for value in ("79.99", "80", "80.01")]
    assert given == [below, on, above]


def test_two_edges() -> None:
    """[80, 85) holds 80 and not 85; [80, 80] is one value."""
    band = edges(at_least="80", below="85")
    assert [band.holds(exact(value)) for value in ("79.9", "80", "84.9", "85")] == [False, True, True, False]
    assert edges(at_least="80", at_most="80").holds(exact("80"))


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({"at_least": "1", "above": "1"}, "at_least（≥）和above（>）只能写一个"),
        ({"at_most": "1", "below": "1"}, "at_most（≤）和below（<）只能写一个"),
        ({"at_least": "85", "below": "80"}, "区间是空的：下限85不小于上限80"),
        ({"above": "80", "at_most": "80"}, "区间是空的"),
        ({"at_least": "80", "below": "80"}, "区间是空的"),
        ({"above": "80", "below": "80"}, "区间是空的"),
    ],
)
def test_an_interval_must_be_one_and_hold_something(written: dict[str, str], message: str) -> None:
    """Two edges on one side, or no room between them, are refused."""
    with pytest.raises(ValidationError, match=message):
        edges(**written)


def test_no_edge_is_open_to_both_sides() -> None:
    """Without an edge everything is inside, and there is nothing to print."""
    anything = edges()
    assert anything.is_open
    assert anything.text() == ""
    assert anything.holds(exact("-1"))
    assert not edges(below="0").is_open
    assert not edges(at_least="0").is_open


def test_edges_are_printed_with_their_signs() -> None:
    """A reader sees the same operators that count."""
    assert edges(at_least="80", below="85").text("%") == "≥80%且<85%"
    assert edges(above="0.5", at_most="2").text() == ">0.5且≤2"
