"""What all sheets have in common: their stamp, their name, the tags of their rows and columns."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assess.workbooks.book import FormCell, FormColumn, FormRow, FormSheet
from assess.workbooks.laying_out.year_on_sheets import YearOnSheets
from assess.workbooks.pointer import Pointer
from assess.workbooks.slice import Slice
from assess.workbooks.stamp import Stamp
from assess.workbooks.tag import Tag, signature

_LONGEST_TITLE = 31
_CITED = re.compile("[A-Z]+[0-9]+")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\']")


def stamp_of(year: YearOnSheets, part: Slice, sheet: str) -> Stamp:
    """The stamp of a sheet of a slice."""
    cycle = year.cycle
    return Stamp(cycle.code, cycle.opened, str(part), sheet, cycle.export, cycle.changes, cycle.last, cycle.scheme)


def named(title: str, width: int) -> FormColumn:
    """A column of words that name the rows."""
    return FormColumn(title, width, names=True)


def told(title: str, width: int) -> FormColumn:
    """A column of words about the rows."""
    return FormColumn(title, width)


def asked(title: str, width: int, pointer: Pointer, asked_for: str = "") -> FormColumn:
    """A column of inputs. `asked_for`: the signature of what all its cells ask for, if that is one thing."""
    return FormColumn(title, width, Tag(pointer, signature(title), asked_for))


def row(columns: Sequence[FormColumn], cells: Sequence[FormCell], pointer: Pointer, asked_for: str = "") -> FormRow:
    """A row to be filled in, guarded by the words that name it."""
    words = [str(cell.value or "") for column, cell in zip(columns, cells, strict=True) if column.names]
    return FormRow(tuple(cells), Tag(pointer, signature(*words) if words else "", asked_for))


def spare(cells: Sequence[FormCell], pointer: Pointer) -> FormRow:
    """A row for something that is not there yet."""
    return FormRow(tuple(cells), Tag(pointer), spare=True)


def chapter_name(chapter: str) -> str:
    """The name of a chapter; of ids only those that people cite: `K3`, not `base.1` or `work`."""
    number, _, words = chapter.partition(" ")
    return chapter if _CITED.fullmatch(number) or not words else words


def heading(columns: Sequence[FormColumn], text: str) -> FormRow:
    """A row that says what comes below it."""
    first = FormCell("label", text)
    return FormRow((first, *[FormCell("label")] * (len(columns) - 1)), heading=True)


def width_of(words: Iterable[str], least: int, most: int) -> int:
    """The width that fits the longest of some words, a full-width sign counted twice."""
    longest = max(
        (sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in word) for word in words), default=0
    )
    return min(max(longest + 2, least), most)


def told_apart(sheets: Iterable[FormSheet]) -> tuple[FormSheet, ...]:
    """The sheets with titles that an office program takes, each another one."""
    taken: set[str] = set()
    found = []
    for one in sheets:
        plain = _NOT_IN_TITLES.sub("_", one.title).strip() or "表"
        title, number = plain[:_LONGEST_TITLE], 1
        while title.casefold() in taken:
            number += 1
            title = f"{plain[: _LONGEST_TITLE - 4]}({number})"
        taken.add(title.casefold())
        found.append(replace(one, title=title))
    return tuple(found)
