"""Grids written as text: a line a row, `|` between cells; `<` is the cell to the left, `^` the one above (merged)."""

from collections.abc import Mapping

from assess.drafting.importing.skeleton import Skeleton
from assess.drafting.importing.tables_read import FileRead
from assess.drafting.importing.target_import import read_tables
from assess.ground.grid import Grid
from assess.ground.place import Place
from assess.ground.plain import Plain
from assess.ground.tree import Text
from assess.services.scheme_import import usual_skeleton

SOURCE = "表.csv"
SKELETON: Skeleton = usual_skeleton()


def grid(text: str, title: str = "", *, is_sheet: bool = False) -> Grid:
    r"""The grid of a text; `\n` inside a cell is a line break."""
    rows: list[tuple[Text, ...]] = []
    for number, line in enumerate(text.strip("\n").splitlines(), start=1):
        row: list[Text] = []
        for column, part in enumerate(line.split("|")):
            written = part.strip()
            if written == "<":
                row.append(row[-1])
            elif written == "^":
                row.append(rows[-1][column])
            else:
                row.append(Text(written.replace("\\n", "\n"), Place(SOURCE, number, column + 1)))
        rows.append(tuple(row))
    width = max(map(len, rows), default=0)
    filled = [(*row, *[Text("", Place(SOURCE, 1, 1))] * (width - len(row))) for row in rows]
    return Grid(title, tuple(filled), is_sheet)


def read(*texts: str, skeleton: Skeleton = SKELETON) -> FileRead:
    """The tables in grids, one a text, as a document has them."""
    return read_tables([grid(text) for text in texts], SOURCE, skeleton.sections)


def rows_of(text: str) -> list[str]:
    """The rows of the one table in a text: `levels > name: half / full (description)`."""
    (table,) = read(text).tables
    shown = []
    for row in table.rows:
        values = " / ".join(str(one) for one in (row.half, row.cycle, row.full) if one is not None)
        described = f" ({row.description})" if row.description else ""
        shown.append(f"{' > '.join((*row.levels, row.name))}: {values}{described}")
    return shown


def doubts(found: FileRead) -> list[str]:
    """`表.csv:3:1 code`."""
    return [f"{one.place} {one.doubt.code}" for one in found.doubts]


def at(tree: Plain, *path: str | int) -> Plain:
    """What stands there."""
    for step in path:
        if isinstance(tree, Mapping):
            tree = tree[str(step)]
        else:
            assert isinstance(tree, list | tuple)
            assert isinstance(step, int)
            tree = tree[step]
    return tree
