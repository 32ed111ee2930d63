"""The reminders of a cycle, each with a number by which it can be confirmed, and confirming them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assess.ground.address import CONFIRMED, YEAR, Address
from assess.ground.place import Problem, ProblemsError
from assess.services.cycles.cycle_source import StoredSource, cycle_source
from assess.services.cycles.entering import Edits
from assess.services.cycles.stepping import step
from assess.services.source import OpenYear, open_year
from assess.services.viewing import Sight
from assess.storage.acts import Act
from assess.storage.database import Database
from assess.year.case import Facts
from assess.year.cells import Cell
from assess.year.reminders import Year
from assess.year.reminders.reminding import reminders_of

#: The input that each row of the confirmations is.
_CONFIRMATION = "confirmation"


@dataclass(frozen=True, slots=True)
class NumberedReminder:
    """A reminder. Numbers count from 1 over all of them, confirmed or not: confirming one moves no other."""

    number: int
    problem: Problem


def numbered_reminders(database: Database, code: str) -> list[NumberedReminder]:
    """The reminders of a cycle in their order, confirmed ones too."""
    return list(numbered(open_year(cycle_source(database, code))))


def numbered(year: OpenYear) -> Iterator[NumberedReminder]:
    """The reminders of a year that is open, as whoever looks may see them."""
    return _seen(_numbered(year), year)


def _seen(reminders: Iterable[NumberedReminder], year: OpenYear) -> Iterator[NumberedReminder]:
    sight = Sight(year.viewer, year.scheme)
    yield from (replace(one, problem=sight.problem(one.problem)) for one in reminders)


def _numbered(year: OpenYear) -> Iterator[NumberedReminder]:
    """The same with the values that are confirmed, whoever looks."""
    facts = Facts(year.scheme, year.evidence)
    found = reminders_of(Year(year.scheme, year.evidence, facts))
    yield from (NumberedReminder(number, one) for number, one in enumerate(found, 1))


def confirm(database: Database, code: str, numbers: Collection[int], act: Act) -> list[NumberedReminder]:
    """Confirm the reminders with these numbers for the reason that the act gives; return them as they are listed.

    Whoever checked it confirms it, else whoever types. Raises `ProblemsError` where a number is none, or is confirmed.
    """
    confirmed: list[NumberedReminder] = []

    def plan(source: StoredSource) -> Edits:
        year = open_year(source)
        by_number = {one.number: one for one in _numbered(year)}
        problems = [problem for number in numbers if (problem := _wrong(number, by_number)) is not None]
        if problems:
            raise ProblemsError(problems)
        chosen = [by_number[number] for number in dict.fromkeys(numbers)]
        confirmed.extend(_seen(chosen, year))
        return Edits(cells=list(_confirmations(source, chosen, act)))

    step(database, code, plan, act)
    return confirmed


def _wrong(number: int, known: Mapping[int, NumberedReminder]) -> Problem | None:
    if number not in known:
        counted = f"现在共有{len(known)}条" if known else "现在没有提醒"
        hint = "序号见 assess entry confirm 列出的"
        return Problem(None, "unknown_reminder", f"没有第{number}条提醒，{counted}", hint)
    confirmed = known[number].problem.confirmed
    if confirmed is not None:
        text = f"第{number}条提醒已经确认过（{confirmed.by}：{confirmed.reason}）"
        return Problem(None, "confirmed_already", text, "值没有变，不用再确认")
    return None


def _confirmations(source: StoredSource, chosen: Sequence[NumberedReminder], act: Act) -> Iterator[Cell]:
    """The rows that say so: in place of what was confirmed there before the value changed, else at the end."""
    rows: dict[int, dict[str, str]] = {}
    for cell in source.year.cells():
        if cell.address[:2] == (YEAR, CONFIRMED):
            rows.setdefault(cell.address.record, {})[cell.field] = cell.text
    by_reminder = {(row["code"], row["address"]): record for record, row in rows.items()}
    new = len(rows)
    for one in chosen:
        problem = one.problem
        record = by_reminder.get((problem.code, str(problem.address)))
        if record is None:
            new += 1
            record = new
        written = {
            "code": problem.code,
            "address": str(problem.address),
            "value": problem.value or "",
            "by": act.checked_by or act.by,
            "reason": act.reason,
        }
        address = Address(YEAR, CONFIRMED, _CONFIRMATION, record=record)
        yield from (Cell(address, field, text) for field, text in written.items())
