"""Classes of frozen values behave as the frozen dataclasses that they replace."""

from collections.abc import Mapping
from dataclasses import field, fields, replace

import pytest

from assess.ground.frozen import content_fields, frozen


@frozen
class Point:
    """A value with a default, with something that does not count, and with something that is not shown."""

    x: int
    y: int = 0
    colours: Mapping[str, str] = field(default_factory=dict, repr=False)
    place: str = field(default="", compare=False)


@frozen
class Marker:
    """A value that holds nothing."""


@frozen
class Single:
    """A value with one field."""

    x: int


def test_values_are_compared_by_their_content() -> None:
    """What does not count makes no difference; another class does."""
    assert Point(1, place="here") == Point(1, 0, {}, "there")
    assert Point(1) != Point(2)
    assert Marker() == Marker()
    assert Single(1) == Single(1)
    assert Single(1) != Single(2)
    assert Single(1) not in [1, Point(1)]


def test_equal_values_have_the_same_hash() -> None:
    """They can stand in sets and as keys, unless they hold what cannot."""
    assert len({Single(1), Single(1), Single(2), Marker(), Marker()}) == 3
    with pytest.raises(TypeError, match="unhashable"):
        hash(Point(1))


def test_values_show_their_fields() -> None:
    """As a failing test or a debugger prints them."""
    assert repr(Point(1, place="here")) == "Point(x=1, y=0, place='here')"


def test_values_are_dataclasses() -> None:
    """`fields`, `replace` and defaults made anew work; nothing can be added."""
    assert [one.name for one in fields(Point)] == ["x", "y", "colours", "place"]
    assert replace(Point(1, 2), x=3) == Point(3, 2)
    assert Point(1).colours is not Point(1).colours
    assert not hasattr(Point(1), "__dict__")


def test_content_names_the_fields_that_count() -> None:
    """Only a dataclass has any."""
    assert content_fields(Point) == ("x", "y", "colours")
    assert content_fields(dict) == ()
