"""A file that proves a row of a list, and what is confirmed of it, go where the row goes, and never to another one."""

from dataclasses import replace
from pathlib import Path

from assess.ground.address import CONFIRMED, parse
from assess.services.cycles.attaching import attach, attachments
from assess.services.cycles.transfer import export_year, import_year
from assess.services.cycles.units.adding import add_unit
from assess.services.cycles.units.removing import remove_unit
from assess.services.cycles.units.words import UnitWords
from assess.services.cycles.values.clearing import clear_values
from assess.services.cycles.values.moving import move_row
from assess.services.cycles.values.named import Named
from assess.services.upkeep.checking import check
from assess.storage.cycles import stored_year
from assess.year.cells import Cell
from assess.year.reminders import REMINDERS
from tests.storage.office import ACT, Office, cell, office

LIST = "a/K1.1a/achievements"
ROWS_OF_A = Named("a", "K1.1a")


def _row(title: str, position: int, unit: str = "a", level: str = "省级") -> list[Cell]:
    fields = {"class": "课程、教材、教学资源库", "level": level, "title": title}
    address = f"{unit}/K1.1a/achievements#{position}"
    return [cell(address, text, field) for field, text in fields.items()]


def _with_three(url: str, folder: Path) -> Office:
    """Two units; the first has three achievements, each with a file that proves it and a confirmed reminder."""
    of = office(url)
    for unit in "ab":
        of.enter(cell(f"{unit}/unit/name", f"{unit}学院"), cell(f"{unit}/unit/type", "secondary_college"))
    for position, title in enumerate("甲乙丙", 1):
        of.enter(*_row(title, position))
        _attach(of, folder, title, position)
        confirmed = {
            "code": REMINDERS[0].code,
            "address": f"{LIST}#{position}",
            "value": "x",
            "by": "张三",
            "reason": "y",
        }
        row = f"-/confirmed/confirmation#{position}"
        of.enter(*(cell(row, text, field) for field, text in confirmed.items()))
    return of


def _attach(of: Office, folder: Path, title: str, position: int) -> None:
    path = folder / f"{title}.pdf"
    path.write_text(title, encoding="utf-8")
    attach(of.database, of.code, replace(ROWS_OF_A, record=position), path, ACT)


def _proved(of: Office) -> dict[str, str]:
    """By the name of every attached file the title of the row that it is attached to."""
    titles = {one.address: text for one, text in of.held().items() if one.field == "title"}
    return {one.name: titles[one.address] for one in attachments(of.database, of.code)}


def _confirmed(of: Office) -> list[str]:
    held = of.held()
    about = [parse(text) for one, text in held.items() if one.address.node == CONFIRMED and one.field == "address"]
    return [next(text for key, text in held.items() if key == (one, "title")) for one in about]


def _clear(of: Office, position: int) -> None:
    clear_values(of.database, of.code, replace(ROWS_OF_A, record=position), (), ACT)


def test_with_a_row_goes_what_proves_it(database_url: str, tmp_path: Path) -> None:
    """Whichever row goes: the first, whose place another takes, or the last, in whose place a new one comes."""
    of = _with_three(database_url, tmp_path)
    _clear(of, 1)
    assert _proved(of) == {"乙.pdf": "乙", "丙.pdf": "丙"}
    assert _confirmed(of) == ["乙", "丙"]
    _clear(of, 2)
    of.enter(*_row("丁", 2))
    assert _proved(of) == {"乙.pdf": "乙"}
    assert _confirmed(of) == ["乙"]
    assert check(of.database).problems == ()


def test_no_number_of_a_row_is_given_twice(database_url: str, tmp_path: Path) -> None:
    """Also where the list was empty in between: the changes of a row are its own."""
    of = _with_three(database_url, tmp_path)
    for _ in range(3):
        _clear(of, 1)
    of.enter(*_row("丁", 1), *_row("戊", 2))
    with of.database.reading() as session:
        numbers = [key.address.record for key in stored_year(session, of.code).held if key.field == "title"]
    assert numbers == [4, 5]


def test_a_file_goes_with_the_row_to_another_unit(database_url: str, tmp_path: Path) -> None:
    """It still proves what it proved."""
    of = _with_three(database_url, tmp_path)
    of.enter(*_row("别的", 1, "b"))
    move_row(of.database, of.code, replace(ROWS_OF_A, record=2), "b", ACT)
    assert _proved(of) == {"甲.pdf": "甲", "乙.pdf": "乙", "丙.pdf": "丙"}
    assert [str(one.address) for one in attachments(of.database, of.code)] == [
        f"{LIST}#1",
        "b/K1.1a/achievements#2",
        f"{LIST}#2",
    ]
    assert _confirmed(of) == ["甲", "丙"]


def test_a_unit_that_is_removed_and_comes_again_finds_no_files(database_url: str, tmp_path: Path) -> None:
    """Its files went with it."""
    of = _with_three(database_url, tmp_path)
    remove_unit(of.database, of.code, "a", ACT, with_values=True)
    assert attachments(of.database, of.code) == []
    add_unit(of.database, of.code, UnitWords(name="a学院", type="secondary_college"), ACT, "a")
    of.enter(*_row("新", 1))
    assert attachments(of.database, of.code) == []


def _text(of: Office) -> str:
    return export_year(of.database, of.code).text


def _import_again(of: Office, folder: Path, old: str, new: str) -> None:
    exported = _text(of).split("\nconfirmed:")[0]
    assert old in exported
    path = folder / "again.yaml"
    path.write_text(exported.replace(old, new), encoding="utf-8")
    import_year(of.database, of.code, path, ACT, overwrite=True)


def test_a_file_with_other_rows_moves_what_proves_them(database_url: str, tmp_path: Path) -> None:
    """A row that is missing in it takes its file along, one that has changed keeps it, the others keep theirs."""
    of = _with_three(database_url, tmp_path)
    again = _text(of)
    rows = [line for line in again.splitlines(keepends=True) if "{class:" in line]
    _import_again(of, tmp_path, "".join(rows[:2]), rows[1].replace("省级", "国家级"))
    assert _proved(of) == {"乙.pdf": "乙", "丙.pdf": "丙"}
    assert [text for one, text in of.held().items() if one.field == "level"] == ["国家级", "省级"]
    assert _confirmed(of) == ["乙", "丙"]


def test_rows_that_stand_in_another_order_keep_their_files(database_url: str, tmp_path: Path) -> None:
    """Sorted anew by whoever wrote the file."""
    of = _with_three(database_url, tmp_path)
    rows = [line for line in _text(of).splitlines(keepends=True) if "{class:" in line]
    _import_again(of, tmp_path, "".join(rows), "".join(reversed(rows)))
    assert _proved(of) == {"甲.pdf": "甲", "乙.pdf": "乙", "丙.pdf": "丙"}
    assert sorted(_confirmed(of)) == sorted("甲乙丙")
