"""Spoils sheets that came back, as bytes and as cells: the program must never fail, and never write anything."""

import io
import random
import tempfile
import traceback
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl

from assess.disk.refusals import OutsideError
from assess.ground.place import ProblemsError
from assess.services.cycles.opening import Opening, open_new
from assess.services.cycles.setting_up import set_up
from assess.services.cycles.transfer import import_year
from assess.services.workbooks.exporting import Delivery, Wanted, export_books
from assess.services.workbooks.importing import Order, import_books
from assess.storage.acts import Act
from assess.storage.cycles import last_changes
from assess.storage.database import Database

#: What people and programs leave in cells.
_VALUES = (
    *(
        "",
        " ",
        "/",
        "—",
        "无",
        "不适用",
        "约9",
        "９０％",
        "3.5万",
        "1,23",
        "=1/0",
        "=SUM(A1:A9)",
        "#REF!",
        "'=1",
        "\0".strip("\0"),
    ),
    *(
        "{",
        '{"assess":1}',
        '{"assess":',
        "u=a~~",
        "~~~~",
        "n=;~x~y",
        "label",
        "[" * 3000,
        "长" * 25_000,
        "🙂",
        "a\r\nb\tc",
    ),
    *(0, -1, 0.9, 1e300, 12345678901234567890, True, date(2019, 3, 5), datetime(2019, 3, 5, 8, 30)),  # noqa: DTZ001 a cell's
)


@dataclass(frozen=True, slots=True)
class Spoilt:
    """One trial: what was done to which file, how it ended, what is to be complained of."""

    number: int
    what: str
    ending: str
    complaint: str = ""


def spoil(scheme: Path, sample: Path, count: int, seed: int) -> Iterator[Spoilt]:
    """Spoil the sheets of a small office that often."""
    with tempfile.TemporaryDirectory() as folder:
        database = set_up(None, Path(folder))
        act = Act("试验", "soak", datetime.now(UTC))
        code = open_new(database, Opening(str(scheme)), act).head.code
        import_year(database, code, sample, act)
        books = export_books(database, code, Wanted(), Delivery(Path(folder) / "out"), act, "2019-09-01")
        tables = export_books(database, code, Wanted(), Delivery(Path(folder) / "csv", csv=True), act, "2019-09-01")
        files = [path for one in (*books, *tables) for path in one.files]
        with database.reading() as session:
            before = last_changes(session)
        for number in range(count):
            chance = random.Random(f"{seed} {number}")  # noqa: S311 nothing secret
            path = books[0].files[0] if number % 2 else chance.choice(files)
            content, what = _spoilt(path.read_bytes(), path.suffix, chance)
            spoilt = Path(folder) / f"spoilt{path.suffix}"
            spoilt.write_bytes(content)
            ending, complaint = _taken(database, code, spoilt, act)
            with database.reading() as session:
                if last_changes(session) != before:
                    complaint += "\nsomething was written"
            yield Spoilt(number, f"{path.name}: {what}", ending, complaint.strip())


def _taken(database: Database, code: str, path: Path, act: Act) -> tuple[str, str]:
    try:
        report = import_books(database, code, Order((path,)), act)
    except (OutsideError, ProblemsError):
        return "refused", ""
    except Exception:  # noqa: BLE001 any fault is what we look for
        return "fault", traceback.format_exc()
    if not report.failed:
        return "used", ""
    bare = [one for one in report.problems if not one.text or "Error" in one.text or "Traceback" in one.text]
    return "refused", f"no sentence: {bare}" if bare else ""


def _spoilt(content: bytes, suffix: str, chance: random.Random) -> tuple[bytes, str]:
    if suffix == ".csv":
        return _lines(content, chance), "lines"
    ways = {"bytes": _bytes, "parts": _parts, "cells": _cells}
    what = chance.choice(list(ways))
    return ways[what](content, chance), what


def _bytes(content: bytes, chance: random.Random) -> bytes:
    """Cut off, or with some bytes changed."""
    if chance.random() < 0.3:  # noqa: PLR2004 a share
        return content[: chance.randrange(len(content))]
    changed = bytearray(content)
    for _ in range(chance.randint(1, 40)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _parts(content: bytes, chance: random.Random) -> bytes:
    """A part of the archive changed, left out or made of something else."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as other:
        chosen = chance.choice(archive.namelist())
        for name in archive.namelist():
            part = archive.read(name)
            if name == chosen:
                way = chance.randrange(4)
                if way == 0:
                    continue
                part = [part[: len(part) // 2], _bytes(part or b"x", chance), part.replace(b'"1"', b'"-1"')][way - 1]
            other.writestr(name, part)
    return buffer.getvalue()


def _cells(content: bytes, chance: random.Random) -> bytes:
    """Cells typed over, rows and columns inserted and deleted, cells merged."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for _ in range(chance.randint(1, 6)):
        page = chance.choice(book.worksheets)
        row, column = chance.randint(1, page.max_row), chance.randint(1, page.max_column)
        way = chance.randrange(7)
        if way == 0:
            page.insert_rows(row)
        elif way == 1:
            page.delete_rows(row)
        elif way == 2:  # noqa: PLR2004 one way after the other
            page.insert_cols(column)
        elif way == 3:  # noqa: PLR2004 the same
            page.delete_cols(column)
        else:
            cell = page.cell(row, column)
            value = chance.choice(_VALUES)
            cell.value = value[:32_767] if isinstance(value, str) else value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _lines(content: bytes, chance: random.Random) -> bytes:
    """Lines left out, doubled and moved, fields typed over, bytes changed."""
    lines = content.split(b"\r\n")
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(lines))
        way = chance.randrange(4)
        if way == 0:
            del lines[at]
            lines = lines or [b""]
        elif way == 1:
            lines.insert(at, lines[chance.randrange(len(lines))])
        elif way == 2:  # noqa: PLR2004 one way after the other
            fields = lines[at].split(b",")
            fields[chance.randrange(len(fields))] = str(chance.choice(_VALUES)).encode()
            lines[at] = b",".join(fields)
        else:
            lines[at] = _bytes(lines[at] or b"x", chance)
    return b"\r\n".join(lines)
