"""A table from whatever an office has it in: Excel, Word or CSV."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from assess.disk.refusals import OutsideError
from assess.ground.grid import Grid
from assess.ground.place import Place, Problem, ProblemsError

#: Longest text of a cell, as for any other file.
MAX_TEXT = 20_000

_OLD = {
    ".xls": ".xlsx",
    ".et": ".xlsx",
    ".ods": ".xlsx",
    ".doc": ".docx",
    ".wps": ".docx",
    ".rtf": ".docx",
    ".odt": ".docx",
}


def read_table_file(path: Path) -> tuple[list[Grid], list[Problem]]:
    """Return the grids of the file at `path` and what cannot be used in it; any other kind is refused."""
    readers = _readers()
    suffix = path.suffix.lower()
    name = path.name
    if suffix in readers:
        grids, problems = readers[suffix](path, name)
        return grids, list(dict.fromkeys([*problems, *_too_long(grids)]))
    if path.is_dir() or not path.exists():
        message = (
            f"“{path}”是一个文件夹，这里需要一个文件。"
            if path.is_dir()
            else f"找不到文件“{path}”，请检查文件名和所在的文件夹。"
        )
        raise OutsideError(message)
    allowed = "、".join(readers)
    hint = f"请另存为{_OLD[suffix]}再试" if suffix in _OLD else "PDF、图片和网页请先转成Word或Excel，并核对转出的文字"
    said = f"不能读{suffix or '没有后缀的'}文件；可以读的有{allowed}"
    raise ProblemsError([Problem(Place(name), "file_kind", said, hint)])


def _too_long(grids: Iterable[Grid]) -> Iterator[Problem]:
    """Texts that no scheme file could hold; a merged cell once."""
    found = {cell.place: cell for grid in grids for row in grid.rows for cell in row if len(cell) > MAX_TEXT}
    for place in found:
        yield Problem(place, "too_long", f"文字太长（最多{MAX_TEXT}个字）", "请缩短")


def _readers() -> dict[str, Callable[[Path, str], tuple[list[Grid], list[Problem]]]]:
    from assess.files.table_csv import read_csv
    from assess.files.table_document import read_document
    from assess.files.table_workbook import read_workbook

    return {".xlsx": read_workbook, ".docx": read_document, ".csv": read_csv}
