"""One value of a YAML text changes; every other byte stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.files import yaml_edit, yaml_reader
from assess.files.yaml_spans import find, spans
from assess.files.yaml_writing import Number, Value, scalar, written
from assess.ground.tree import Rows, Table, at

TEXT = """\
# head
name: old   # why
empty:
list:
  # about a
  - id: a
    label: "one: 1"   # first

  - id: b
    tags: [x, y]
    more:
      deep: |
        two
        lines
# between
flat: {k: 1, n: {}, e: []}
rows:
- 1
- 2
one: [{id: a}]
"""


def put(path: tuple[str | int, ...], value: Value, after: tuple[str, ...] = ()) -> str:
    """The text after one value is put."""
    return yaml_edit.put(TEXT, path, value, after)


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("name",), "new", "old   # why", "new   # why"),
        (("empty",), "now", "empty:\n", "empty: now\n"),
        (("list", 0, "label"), "一", '"one: 1"   #', "一   #"),
        (("list", 1, "more", "deep"), "x", "|\n        two\n        lines\n", "x\n"),
        (("flat", "k"), Number("2"), "k: 1", "k: 2"),
        (("flat", "k"), "2", "k: 1", 'k: "2"'),
        (("flat", "n", "z"), "x, y", "n: {}", 'n: {z: "x, y"}'),
        (("flat", "z"), None, "e: []", "e: [], z: null"),
        (("rows", 1), "9a", "- 2", "- 9a"),
        (("list", 1, "tags"), ["p", "q: r"], "[x, y]", '[p, "q: r"]'),
    ],
)
def test_put(path: tuple[str | int, ...], value: Value, old: str, new: str) -> None:
    """A value takes the place of another one, or of nothing."""
    assert TEXT.count(old) == 1
    assert put(path, value) == TEXT.replace(old, new)


def test_put_a_new_key() -> None:
    """A new key gets a line of its own, behind the keys it belongs behind."""
    assert put(("list", 0, "clause"), "c", ("id",)) == TEXT.replace("id: a\n", "id: a\n    clause: c\n", 1)
    assert put(("list", 1, "z"), {"a": Number("1")}) == TEXT.replace(
        "        lines\n", "        lines\n    z: {a: 1}\n"
    )
    assert yaml_edit.put("a: 1", ("b",), "2b") == "a: 1\nb: 2b\n"
    assert yaml_edit.put("a: 1\r\n", ("b",), "2b") == "a: 1\r\nb: 2b\r\n"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (("name",), "name: old   # why\n", ""),
        (("list", 0), '  # about a\n  - id: a\n    label: "one: 1"   # first\n', ""),
        (("list", 0, "id"), '- id: a\n    label: "one', '- label: "one'),
        (("list", 1, "more"), "    more:\n      deep: |\n        two\n        lines\n", ""),
        (("flat", "k"), "{k: 1, n", "{n"),
        (("flat", "n"), "k: 1, n: {}", "k: 1"),
        (("rows", 0), "- 1\n", ""),
        (("one", 0, "id"), "{id: a}", "{}"),
        (("one", 0), "[{id: a}]", "[]"),
        (("list", 1, "more", "deep"), "    more:\n      deep: |\n        two\n        lines\n", ""),
        (("nothing",), "# head", "# head"),
    ],
)
def test_drop(path: tuple[str | int, ...], old: str, new: str) -> None:
    """A key or a row goes with its lines; what becomes empty by it goes too."""
    assert TEXT.count(old) == 1
    assert yaml_edit.drop(TEXT, path) == TEXT.replace(old, new)


def test_append() -> None:
    """A row gets the form of the last one: its own lines, one line, or brackets."""
    row: dict[str, Value] = {"id": "c", "tags": ["t"]}
    lines = TEXT.replace("        lines\n", "        lines\n  - id: c\n    tags: [t]\n")
    assert yaml_edit.append(TEXT, ("list",), row) == lines
    assert yaml_edit.append(TEXT, ("one",), row) == TEXT.replace("[{id: a}]", "[{id: a}, {id: c, tags: [t]}]")
    assert yaml_edit.append(TEXT, ("rows",), row) == TEXT.replace("- 2\n", "- 2\n- {id: c, tags: [t]}\n")
    assert yaml_edit.append("a: []\n", ("a",), row) == "a: [{id: c, tags: [t]}]\n"
    assert (
        yaml_edit.append("a:\n-   b: 1\n    c: 2", ("a",), row) == "a:\n-   b: 1\n    c: 2\n-   id: c\n    tags: [t]\n"
    )


def test_insert() -> None:
    """A row stands where it is wanted, in the form of its neighbour in front; comments stay with their own rows."""
    row: dict[str, Value] = {"id": "c", "tags": ["t"]}
    front = TEXT.replace("  # about a\n", "  - id: c\n    tags: [t]\n  # about a\n")
    assert yaml_edit.insert(TEXT, ("list",), 0, row) == front
    between = TEXT.replace("# first\n", "# first\n  - id: c\n    tags: [t]\n")
    assert yaml_edit.insert(TEXT, ("list",), 1, row) == between
    assert yaml_edit.insert(TEXT, ("list",), 2, row) == yaml_edit.append(TEXT, ("list",), row)
    assert yaml_edit.insert(TEXT, ("rows",), 0, row) == TEXT.replace("- 1\n", "- {id: c, tags: [t]}\n- 1\n")
    two = "a: [{b: 1}, {b: 2}]\n"
    assert yaml_edit.insert(two, ("a",), 0, {"b": Number("0")}) == "a: [{b: 0}, {b: 1}, {b: 2}]\n"
    assert yaml_edit.insert(two, ("a",), 1, {"b": Number("0")}) == "a: [{b: 1}, {b: 0}, {b: 2}]\n"


def test_reorder() -> None:
    """Rows change places with what belongs to them."""
    turned = yaml_edit.reorder(TEXT, ("list",), [1, 0])
    assert turned.index("- id: b") < turned.index("  # about a\n  - id: a")
    assert sorted(turned.splitlines()) == sorted(TEXT.splitlines())
    assert yaml_edit.reorder("a: [1, {b: 2},  3]", ("a",), [2, 0, 1]) == "a: [3, 1,  {b: 2}]"
    assert yaml_edit.reorder("a:\n- 1\n- 2", ("a",), [1, 0]) == "a:\n- 2\n- 1\n"


def test_a_dash_on_a_line_of_its_own() -> None:
    """The dash of a row may stand above the row, with a comment between."""
    text = "a:\n  -\n    # - no dash\n    b: 1\n  - c: 2\n"
    assert yaml_edit.drop(text, ("a", 0)) == "a:\n  - c: 2\n"
    assert yaml_edit.drop(text, ("a", 1)) == "a:\n  -\n    # - no dash\n    b: 1\n"


def test_a_path_that_leads_nowhere() -> None:
    """Only the last step of a path may be new."""
    with pytest.raises(KeyError, match="nothing stands at"):
        put(("nowhere", "k"), "v")
    assert find(spans(TEXT), ("rows", 7)) is None
    assert find(spans("a: {b}"), ("a", "b")) is not None


def test_how_values_are_written() -> None:
    """Quotes only where a reader would take the text for something else."""
    plain = ["考核", "2019年", "“x”", "-a", "a,b", "=1+1", "a]b"]
    quoted = ["", "a: b", "#x", "x #y", "%", "no", "2019", "12:30", "1.50", "~", "null", " a", "a ", "- a", "@a", "|"]
    assert [scalar(text, flow=False) for text in plain] == plain
    assert [scalar(text, flow=False) for text in quoted] == [f'"{text}"' for text in quoted]
    assert [scalar(text, flow=True) for text in ("a]b", "a, b", "{")] == ['"a]b"', '"a, b"', '"{"']
    assert scalar("a\u2028b\nc", flow=False) == '"a\\u2028b\\nc"'
    assert written({"a": ["1", Number("1"), None]}, flow=False) == '{a: ["1", 1, null]}'


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_any_text_can_be_put_anywhere(value: str) -> None:
    """Whatever somebody writes into a cell, the reader gets it back, and everything else as it was."""
    for path in (("name",), ("list", 0, "label"), ("flat", "k"), ("list", 1, "tags", 0), ("list", 1, "more", "deep")):
        wanted = yaml_reader.parse(TEXT, "")
        parent = at(wanted, path[:-1])
        assert isinstance(parent, (Table, Rows))
        parent[path[-1]] = value  # type: ignore[index]  # a key of the one or an index of the other
        assert yaml_reader.parse(yaml_edit.put(TEXT, path, value), "") == wanted
