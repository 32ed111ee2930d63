"""A tiny scheme to change, the shipped one, and workbooks as an office hands them in."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assess.ground.place import ProblemsError
from assess.resources import schemes_dir
from assess.services.scheme_items import Imported, export_items, import_items

HERE = Path(__file__).parent
ITEMS, STATED, QUOTAS, NOTES = "部门主要工作", "印出的总分", "名额", "说明"

Cells = Mapping[tuple[str, str], str | float | None]


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny scheme."""
    return shutil.copytree(HERE / "data" / "tiny", tmp_path / "tiny")


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A copy of the 200-point scheme, without its sample years."""
    source = schemes_dir() / "lianyungang-2018"
    return shutil.copytree(source, tmp_path / "lianyungang", ignore=shutil.ignore_patterns("sample"))


@pytest.fixture
def book(tiny: Path) -> Path:
    """The tiny scheme's workbook as it goes out."""
    path = tiny.parent / "book.xlsx"
    export_items(str(tiny), path)
    return path


@pytest.fixture
def fill(tiny: Path, book: Path) -> Callable[..., Imported]:
    """Fills cells of the workbook in and imports it."""

    def start(cells: Cells, **options: bool) -> Imported:
        filled(book, cells)
        return import_items(str(tiny), book, **options)

    return start


@pytest.fixture
def mistakes(fill: Callable[..., Imported], tiny: Path) -> Callable[[Cells], list[str]]:
    """Fills cells in wrongly and returns the whole messages; no file may have changed."""

    def start(cells: Cells) -> list[str]:
        before = texts(tiny)
        with pytest.raises(ProblemsError) as caught:
            fill(cells)
        assert texts(tiny) == before
        return [str(problem) for problem in caught.value.problems]

    return start


def filled(path: Path, cells: Cells) -> None:
    """Write values into cells, as somebody does in Excel; a row number instead of a cell deletes the row."""
    book = load_workbook(path)
    for (sheet, cell), value in cells.items():
        if cell.isdigit():
            book[sheet].delete_rows(int(cell))
        else:
            book[sheet][cell] = value
            if isinstance(value, str):
                book[sheet][cell].data_type = "s"
    book.save(path)


def texts(folder: Path) -> dict[str, bytes]:
    """All files of a folder with their bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
