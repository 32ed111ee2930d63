"""Checking a database: its file, what belongs together, every change, and whether every year can be read."""

from collections.abc import Iterator
from dataclasses import dataclass

from assess.ground.address import YEAR
from assess.ground.place import Place, Problem, ProblemsError
from assess.services.cycles.cycle_source import StoredSource
from assess.services.source import open_year
from assess.storage.cycles import heads, stored_year
from assess.storage.database import Database
from assess.storage.soundness import Flaw, flaws_of_cycle, flaws_of_database
from assess.year.cells import Cell

_RESTORE = "请保留这个数据库，用 assess restore 恢复最近的备份，并告诉管理员"
_HINTS = {
    "broken_file": _RESTORE,
    "orphan": _RESTORE,
    "unprotected": "有人用别的程序改过数据库。请运行 assess db upgrade 重新加上保护，并告诉管理员",
    "other_content": "请用原来的文件重新添加这个附件",
    "other_scheme": "有人用别的程序改过数据库。请与备份比较",
    "other_cycle": "有人用别的程序改过数据库。请与备份比较",
    "broken_chain": "有人用别的程序改过数据库。请与备份比较，查明是谁、改了什么",
    "unexplained": "有人绕过本程序改过它。请查明后重新填写这一项",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, and what was found."""

    cycles: int
    values: int
    changes: int
    problems: tuple[Problem, ...]


def check(database: Database) -> Checked:
    """Look at all of it; nothing is changed. Raises `OutsideError` where the database cannot be read at all."""
    problems = [_problem(flaw, None) for flaw in flaws_of_database(database)]
    values = changes = 0
    with database.reading() as session:
        found = heads(session)
        for head in found:
            stored = stored_year(session, head.code)
            source = StoredSource(stored)
            values += len(stored.held)
            changes += head.changes
            problems += [_problem(flaw, _place(flaw, source)) for flaw in flaws_of_cycle(session, head.code)]
            problems += _mistakes(source)
    return Checked(len(found), values, changes, tuple(problems))


def _problem(flaw: Flaw, place: Place | None) -> Problem:
    return Problem(place, flaw.code, flaw.text, _HINTS[flaw.code], address=flaw.address)


def _place(flaw: Flaw, source: StoredSource) -> Place:
    code = source.year.head.code
    if flaw.address is None:
        return Place(f"考核周期 {code}")
    try:
        return source.place_of(Cell(flaw.address, flaw.field, ""))
    except ProblemsError:
        return Place(f"考核周期 {code} {flaw.address}")  # where the scheme cannot be read there are no names


def _mistakes(source: StoredSource) -> Iterator[Problem]:
    """What the readers of a year have to say; a cycle without any unit has nothing to be read yet."""
    if all(key.address.unit == YEAR for key in source.year.held):
        return
    try:
        open_year(source)
    except ProblemsError as error:
        yield from error.problems
