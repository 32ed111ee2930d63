"""LF, CR LF and CR alone: the same content, the same places, and each file keeps what it has."""

from pathlib import Path

import pytest

from assess.files import yaml_edit, yaml_reader
from assess.files.line_ends import line_and_column, newline_of
from assess.files.table_csv import read_csv
from assess.files.yaml_house import house_form
from assess.ground.place import Place, ProblemsError
from assess.ground.tree import Table, Tree
from assess.services.editing.redated import redated, with_note
from tests.drafting.renewing.test_scheme_new import YEAR

ENDS = pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])

TEXT = """\
# top
id: a-2018
rows:
  - x: '1'   # one
    y: {b: q}
  # about the second
  - x: 2

k: |
  first
  second
e: 学院2018-2019学年
"""


def places(tree: Tree) -> list[Place]:
    """The place of everything, keys too."""
    found = [getattr(tree, "place", Place(""))]
    for key, value in tree.items() if isinstance(tree, Table) else enumerate(tree if isinstance(tree, list) else ()):
        found += [getattr(key, "place", Place("")), *places(value)]
    return found


@ENDS
def test_what_is_read(end: str) -> None:
    """Content and places do not depend on the line ends."""
    tree, same = (yaml_reader.parse(text, "f") for text in (TEXT, TEXT.replace("\n", end)))
    assert same == tree
    assert places(same) == places(tree)
    assert same.key_place("e") == Place("f", 12, 1)


@ENDS
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\nb: \x07\n", "f:2:4"),
        ("a: 1\nb：2\nc: 3\n", "f:2:2"),
        ("a: 1\n\tb: 2\n", "f:2:1"),
        ("a: 1\nb: 'x\nc: 2\n", "f:2:4"),
        ("a: 1\na: 2\n", "f:2:1"),
    ],
)
def test_where_a_mistake_is(end: str, text: str, place: str) -> None:
    """A mistake is in the line in which an editor shows it."""
    with pytest.raises(ProblemsError) as caught:
        yaml_reader.parse(text.replace("\n", end), "f")
    assert str(caught.value.problems[0].place) == place


@ENDS
def test_the_house_form_has_lf(end: str) -> None:
    """The house form of a file does not depend on its line ends, and no comment is lost for them."""
    form = house_form(TEXT, "f")
    assert form is not None
    assert "# about the second" in form
    assert house_form(TEXT.replace("\n", end), "f") == form


@ENDS
def test_changes_keep_the_line_ends(end: str) -> None:
    """New lines end as the others do."""

    def changed(text: str) -> str:
        text = yaml_edit.put(text, ("rows", 0, "z"), "new")
        text = yaml_edit.append(text, ("rows",), {"x": "three", "y": "more"})
        text = yaml_edit.reorder(text, ("rows",), [1, 0, 2])
        return yaml_edit.drop(text, ("k",))

    assert changed(TEXT.replace("\n", end)) == changed(TEXT).replace("\n", end)


@ENDS
def test_a_new_year_keeps_the_line_ends(end: str) -> None:
    """A scheme that is moved to the next year keeps them, the note above it has them, and places are right."""
    lf, moved = redated(TEXT, "f", YEAR), redated(TEXT.replace("\n", end), "f", YEAR)
    assert moved.text == lf.text.replace("\n", end)
    assert moved.moved == lf.moved
    assert [str(one.place) for one in moved.moved] == ["f:2:5", "f:12:6"]
    noted = with_note(TEXT.replace("\n", end), "f", YEAR, "note")
    assert noted.text == ("# note\n" + TEXT).replace("\n", end)
    assert [str(place) for place, _, _ in noted.left] == ["f:3:1", "f:13:1"]


@ENDS
def test_a_table_as_csv(end: str, tmp_path: Path) -> None:
    """Rows and their places do not depend on the line ends; a line end inside quotes is a part of its cell."""
    text = '指标,值\n数量,"≥8\n次"\n质量,健全\n'.replace("\n", end)
    (tmp_path / "t.csv").write_bytes(text.encode())
    (grid,), problems = read_csv(tmp_path / "t.csv", "t.csv")
    assert problems == []
    assert [[str(cell) for cell in row] for row in grid.rows] == [
        ["指标", "值"],
        ["数量", f"≥8{end}次"],
        ["质量", "健全"],
    ]
    assert [str(row[1].place) for row in grid.rows] == ["t.csv:1:2", "t.csv:2:2", "t.csv:4:2"]


@pytest.mark.parametrize(
    ("text", "newline"), [("a", "\n"), ("a\nb\r\n", "\n"), ("a\r\nb\n", "\r\n"), ("a\rb\n", "\r"), ("", "\n")]
)
def test_the_line_end_of_a_text(text: str, newline: str) -> None:
    """The first one decides."""
    assert newline_of(text) == newline


@pytest.mark.parametrize(("at", "place"), [(0, (1, 1)), (1, (1, 2)), (2, (2, 1)), (4, (3, 1)), (8, (4, 2))])
def test_lines_are_counted_by_their_ends(at: int, place: tuple[int, int]) -> None:
    """Each line end counts once, whatever it is made of."""
    assert line_and_column("a\rb\nc\r\nde", at) == place
