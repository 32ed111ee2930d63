"""A table from whatever an office has it in: Excel, Word or CSV."""

from collections.abc import Callable
from pathlib import Path

from assess.domain.authoring.table_grid import Grid
from assess.domain.place import Place, Problem, ProblemsError
from assess.loader.files import OutsideError

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
        return readers[suffix](path, name)
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


def _readers() -> dict[str, Callable[[Path, str], tuple[list[Grid], list[Problem]]]]:
    from assess.loader.table_csv import read_csv
    from assess.loader.table_document import read_document
    from assess.loader.table_workbook import read_workbook

    return {".xlsx": read_workbook, ".docx": read_document, ".csv": read_csv}
