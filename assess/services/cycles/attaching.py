"""Files that prove what was entered: attached to a value, listed, taken off again, and written out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assess.disk.writing import write_files
from assess.files.files import read_bytes
from assess.ground.address import ATTACHMENTS, YEAR, Address, parse
from assess.ground.place import Place, Problem, ProblemsError
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.entering import slot_of
from assess.services.cycles.values.named import Named, Reader
from assess.services.viewing import NOBODY, Sight
from assess.services.wanted_file import require_new
from assess.storage import contents
from assess.storage.acts import Act
from assess.storage.cycles import StoredYear, stored_year
from assess.storage.database import Database
from assess.storage.shelves import Key
from assess.year.cells import Cell

#: Most bytes of a file: a scanned document of some dozen pages has less.
LARGEST = 20 * 1024 * 1024
_FIELDS = ("address", "name", "sha256")


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that is attached. `number`: counts all of a cycle's from 1, as they are listed; `size` in bytes.

    `title`: what the value is called that it proves.
    """

    number: int
    address: Address
    title: str
    name: str
    sha256: str
    size: int


def attachments(database: Database, code: str) -> Sequence[Attached]:
    """Every file that is attached in a cycle, in the order in which they came."""
    with database.reading() as session:
        stored = stored_year(session, code)
        rows = _rows(stored)
        if not rows:
            return []
        sizes = contents.sizes_of(session, {row["sha256"] for row in rows.values()})
        titles = StoredSource(stored).titles
        return [
            Attached(number, address, titles.of(address), row["name"], row["sha256"], sizes[row["sha256"]])
            for number, row in rows.items()
            for address in (parse(row["address"]),)
        ]


def attach(database: Database, code: str, named: Named, path: Path, act: Act) -> Attached:
    """Attach a file to a value that is entered: an input, one of several marks, or a row of a list.

    Raises `ProblemsError`, and `OutsideError` where the file cannot be read.
    """
    content = read_bytes(path, str(path), LARGEST, "扫描件请降低分辨率，或分成几个文件")
    if not content:
        raise ProblemsError([Problem(Place(str(path)), "empty", "文件是空的", "请确认选对了文件")])
    with database.writing() as session:
        stored = stored_year(session, code, to_write=True)
        source = StoredSource(stored)
        reader = Reader(source)
        key = reader.key(named)
        reader.finish()
        assert key is not None  # noqa: S101 finishing raises where it is none
        address, title = key[0], reader.titles.of(key[0])
        if not Sight(NOBODY, source.built()).shows(address):
            text, hint = f"“{title}”是保密的个人评分，不附文件", "原件请由保管人保存"
            raise ProblemsError([Problem(None, "confidential", text, hint, address=address)])
        if not any(address in (cell.address, slot_of(cell.address)) for cell in stored.cells()):
            hint = "请先用 assess entry set 或 assess entry add 填上，再附文件"
            raise ProblemsError([Problem(None, "nothing_to_prove", f"“{title}”还没有填", hint, address=address)])
        sha256 = contents.keep(session, content)
        rows = _rows(stored)
        same = [row for row in rows.values() if (row["address"], row["sha256"]) == (str(address), sha256)]
        if same:
            text = f"“{title}”已经附过内容相同的文件“{same[0]['name']}”"
            raise ProblemsError([Problem(None, "attached_twice", text, address=address)])
        number = len(rows) + 1
        fields = {"address": str(address), "name": path.name, "sha256": sha256}
        stored.write([Cell(_at(number), field, text) for field, text in fields.items()], (), act)
        return Attached(number, address, title, path.name, sha256, len(content))


def take_off(database: Database, code: str, number: int, act: Act) -> Attached:
    """Take an attached file off; its content stays in the database. Raises `ProblemsError` where there is none."""
    found = _numbered(attachments(database, code), number)
    with database.writing() as session:
        stored = stored_year(session, code, to_write=True)
        if _rows(stored).get(number, {}).get("sha256") != found.sha256:
            raise ProblemsError([Problem(None, "conflict", "别人刚改过附件", "请重新列出附件，再决定去掉哪一个")])
        keys = [Key(_at(number), field) for field in _FIELDS]
        stored.write((), [stored.inward(Cell(key.address, key.field, ""))[0] for key in keys], act)
    return found


def write_out(database: Database, code: str, number: int, folder: Path, *, force: bool = False) -> Path:
    """Write an attached file into a folder under its own name, in place of a file there only by `force`.

    Raises `ProblemsError`, `OutsideError`.
    """
    found = _numbered(attachments(database, code), number)
    require_new(folder / found.name, force=force)
    with database.reading() as session:
        content = contents.content_of(session, found.sha256)
    write_files(folder, {found.name: content})
    return folder / found.name


def _rows(stored: StoredYear) -> Mapping[int, Mapping[str, str]]:
    rows: dict[int, dict[str, str]] = {}
    for cell in stored.beside(ATTACHMENTS):
        rows.setdefault(cell.address.record, {})[cell.field] = cell.text
    return rows


def _at(number: int) -> Address:
    return Address(YEAR, ATTACHMENTS, "attachment", record=number)


def _numbered(there: Sequence[Attached], number: int) -> Attached:
    if 1 <= number <= len(there):
        return there[number - 1]
    allowed = f"现在有{len(there)}个附件，编号从1到{len(there)}" if there else "现在没有附件"
    raise ProblemsError([Problem(None, "no_attachment", f"没有编号为{number}的附件", allowed)])
