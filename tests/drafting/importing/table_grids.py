"""Grids written as text: a line a row, `|` between cells; `<` is the cell to the left, `^` the one above (merged)."""

from assess.drafting.importing.tables_read import FileRead
from assess.drafting.importing.target_import import read_tables
from assess.ground.grid import Grid
from assess.ground.place import Place
from assess.ground.tree import Text

SOURCE = "表.csv"


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


def read(*texts: str) -> FileRead:
    """The tables in grids, one a text, as a document has them."""
    return read_tables([grid(text) for text in texts], SOURCE)


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
