"""The plain tree: every value knows where it is written."""

import pytest

from assess.files.yaml_reader import parse
from assess.ground.place import Place
from assess.ground.tree import NOWHERE, Rows, Table, Text, at, place_of

YEAR = """\
title: 一年
units:
  - id: a
    facts: {B1: 0.9}
empty:
"""


def test_texts_tables_and_rows_are_what_they_hold() -> None:
    """They compare and behave as str, dict and list."""
    assert parse(YEAR, "y") == {"title": "一年", "units": [{"id": "a", "facts": {"B1": "0.9"}}], "empty": None}


def test_a_value_stands_where_it_is_written_and_a_table_at_its_key() -> None:
    """Places lead to the value itself; for a table to the key that holds it."""
    tree = parse(YEAR, "y")
    assert place_of(tree, ("title",)) == Place("y", 1, 8)
    assert place_of(tree, ("units", 0, "id")) == Place("y", 3, 9)
    assert place_of(tree, ("units", 0, "facts")) == Place("y", 4, 5)
    assert place_of(tree, ("units", -1, "facts", "B1")) == Place("y", 4, 17)
    assert place_of(tree, ("empty",)) == Place("y", 5, 1)
    assert place_of(tree) == Place("y", 1, 1)


def test_what_is_not_written_has_the_place_of_what_is_around_it() -> None:
    """A missing key, a position past the end or a step into a text stop at the nearest thing written."""
    tree = parse(YEAR, "y")
    assert place_of(tree, ("units", 0, "name")) == Place("y", 3, 5)
    assert place_of(tree, ("units", 5)) == place_of(tree, ("units", "id")) == Place("y", 3, 3)
    assert place_of(tree, ("title", "x")) == Place("y", 1, 8)
    assert place_of(None) == place_of("made by the program") == NOWHERE


def test_keys_have_places_of_their_own() -> None:
    """A key's own place is kept; one that is not there, or was made without a place, is where the table begins."""
    tree = parse(YEAR, "y")
    assert tree.key_place("units") == Place("y", 2, 1)
    assert tree.key_place("unit") == Place("y", 1, 1)
    assert Table({"made": Text("x")}, Place("z", 7, 7)).key_place("made") == Place("z", 7, 7)


def test_reading_at_a_path() -> None:
    """The value at a path through keys and positions."""
    tree = parse(YEAR, "y")
    assert at(tree, ("units", 0, "facts", "B1")) == "0.9"
    assert at(tree, ()) is tree


@pytest.mark.parametrize("path", [("title", "x"), ("units", "id"), ("nothing",), ("empty", 0)])
def test_a_path_must_exist(path: tuple[str | int, ...]) -> None:
    """A step into a text, by a key into a list, or to what is not there is a mistake of the program."""
    with pytest.raises(KeyError):
        at(parse(YEAR, "y"), path)


def test_trees_can_be_made_without_a_file() -> None:
    """What the program makes itself stands nowhere."""
    assert Text("x").place == Rows([Text("x")]).place == Table().place == NOWHERE
