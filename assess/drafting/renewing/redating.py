"""Moves the dates of a scheme to another year: where a text names its own period for certain, and nowhere else.

What only looks like it (a year in a piece of main work, a class of students) is left, to be pointed out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assess.ground.tree import Path

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SCHOOL_YEAR = re.compile(r"(?<!\d)((?:(?:19|20)\d\d|\d\d))(\s*[-—–－～~/至]\s*)((?:(?:19|20)\d\d|\d\d))(?=\s*学年)")
_CALENDAR_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=\s*年度)")
_CLASS = re.compile(r"(?<!\d)\d\d(?=[级届])")
_ID_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")

#: From where to where something stands in a text, and what shall stand there.
Move = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Redating:
    """From one scheme to the next: ids, periods (first and last day), and the new title where one is given."""

    old_id: str
    new_id: str
    old: tuple[date, date]
    new: tuple[date, date]
    title: str = ""

    @property
    def years(self) -> int:
        """By how many years everything moves."""
        return self.new[0].year - self.old[0].year

    def whole(self, path: Path, value: str) -> str | None:
        """Return what takes the place of the whole `value` at `path` of a scheme; None where it is not replaced."""
        given: dict[Path, str | None] = {
            ("id",): self.new_id,
            ("title",): self.title or None,
            ("period", "from"): self.new[0].isoformat(),
            ("period", "to"): self.new[1].isoformat(),
        }
        if tuple(path) == ("source", "effective"):
            return moved_day(date.fromisoformat(value), self.years).isoformat()
        return given.get(tuple(path))

    def moves(self, path: Path, text: str) -> list[Move]:
        """Return what moves inside the text at `path`: names of the period; in notes on dates every year."""
        about_dates = path[:1] == ("period",) or "as_of" in path
        found = list(self._dates(text) if about_dates else self._names(text))
        if tuple(path) == ("title",):
            found = found or self._in_title(text)
        return found if self.years else []

    def _in_title(self, text: str) -> list[Move]:
        """In a title the year of a period that lies in one year is the period, also without 年度."""
        first, last = (day.year for day in self.old)
        own = [found for found in _YEAR.finditer(text) if int(found[0]) == first == last]
        return [(found.start(), found.end(), self._shifted(found[0])) for found in own]

    def in_prose(self, text: str) -> list[Move]:
        """Return what moves in a text that is no scheme: names of the period, and the scheme's id."""
        ids = re.finditer(rf"(?<![\w.-]){re.escape(self.old_id)}(?![\w-])", text)
        return sorted([*((one.start(), one.end(), self.new_id) for one in ids), *self._names(text)])

    def _names(self, text: str) -> Iterator[Move]:
        first, last = (day.year for day in self.old)
        if first == last:
            for found in _CALENDAR_YEAR.finditer(text):
                if int(found[0]) == first:
                    yield found.start(), found.end(), self._shifted(found[0])
            return
        for found in _SCHOOL_YEAR.finditer(text):
            if _is(found[1], first) and _is(found[3], last):
                yield found.start(), found.end(), self._pair(found)

    def _dates(self, text: str) -> Iterator[Move]:
        done = 0
        for found in _SCHOOL_YEAR.finditer(text):
            yield from self._years(text, done, found.start())
            yield found.start(), found.end(), self._pair(found)
            done = found.end()
        yield from self._years(text, done, len(text))

    def _years(self, text: str, start: int, end: int) -> Iterator[Move]:
        for found in _YEAR.finditer(text, start, end):
            yield found.start(), found.end(), self._shifted(found[0])

    def _pair(self, found: re.Match[str]) -> str:
        return f"{self._shifted(found[1])}{found[2]}{self._shifted(found[3])}"

    def _shifted(self, year: str) -> str:
        moved = int(year) + self.years
        return f"{moved % 100:02d}" if len(year) == 2 else str(moved)  # noqa: PLR2004 18 for 2018

    def years_in(self, text: str) -> tuple[str, ...]:
        """Return the years around the old period that `text` names: 2018, 18级; those of its id are none."""
        text = text.replace(self.new_id, "")
        near = {year for day in self.old for year in (day.year - 1, day.year)}
        years = [(found.start(), found[0]) for found in _YEAR.finditer(text) if int(found[0]) in near]
        short = {f"{year % 100:02d}" for year in near}
        classes = [
            (found.start(), found[0] + text[found.end()]) for found in _CLASS.finditer(text) if found[0] in short
        ]
        pairs = [
            (found.start(), f"{found[0]}学年")
            for found in _SCHOOL_YEAR.finditer(text)
            if len(found[1]) == 2 and found[1] in short  # noqa: PLR2004 18 for 2018
        ]
        return tuple(dict.fromkeys(name for _, name in sorted([*years, *classes, *pairs])))


def applied(text: str, moves: Sequence[Move]) -> str:
    """Return `text` after its moves."""
    for start, end, new in sorted(moves, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def moved_day(day: date, years: int) -> date:
    """Return the same day of another year; the last of February stays the last where it has no 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def year_in(name: str) -> int | None:
    """Return the one year that an id names; None where it names none or several."""
    years = _ID_YEAR.findall(name)
    return int(years[0]) if len(years) == 1 else None


def years_between(old_id: str, new_id: str) -> int | None:
    """Return by how many years two ids are apart; None where they do not name one year each."""
    old, new = year_in(old_id), year_in(new_id)
    return None if old is None or new is None else new - old


def _is(written: str, year: int) -> bool:
    return int(written) == (year if len(written) > 2 else year % 100)  # noqa: PLR2004 18 for 2018
