"""Where something stands, and what is wrong with it: the one form in which mistakes in data travel."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from assess.ground.address import Address


class Place(NamedTuple):
    """A place in a file: line and column count from 1.

    A workbook has sheet and cell instead; a document has the name of a table or paragraph as its sheet. What a database
    keeps has a title: what the value is called.
    """

    source: str
    line: int = 0
    column: int = 0
    sheet: str = ""
    cell: str = ""
    title: str = ""

    def __str__(self) -> str:
        """`file:line:column`, `book.xlsx 表!B12`, `file.docx 表1 第3行第2列`, or `数据库 二级学院甲 K3.1 学生数`."""
        if self.title:
            return f"{self.source} {self.title}"
        if self.sheet and self.cell:
            return f"{self.source} {self.sheet}!{self.cell}"
        if self.sheet:
            return f"{self.source} {self.sheet}" + (f" 第{self.line}行第{self.column}列" if self.line else "")
        return f"{self.source}:{self.line}:{self.column}" if self.line else self.source

    def key(self, name: str) -> str:
        """`（class）`: a file's key for what was just named; nothing in a database, where nobody sees keys."""
        return "" if self.title else f"（{name}）"

    @property
    def in_file(self) -> str:
        """The place for whoever knows the file: `第12行`; the whole of it where there are no lines."""
        return f"第{self.line}行" if self.line and not self.sheet else str(self)


class Severity(StrEnum):
    """How bad: an error stops the work, something missing leaves a unit 未完成, a warning is only said."""

    ERROR = "error"
    MISSING = "missing"
    WARNING = "warning"


SEVERITY_LABELS = {Severity.ERROR: "错误", Severity.MISSING: "缺项", Severity.WARNING: "提醒"}


class Confirmed(NamedTuple):
    """Who confirmed what a reminder asks about, and why it is right as it stands."""

    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where, how bad, what (with what is allowed), and what to do."""

    place: Place | None
    code: str
    text: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    #: The entered value that it is about, where it is about one.
    address: Address | None = None
    #: Of a reminder: what stands there, which is what a person confirms; None: whoever looks may not know it.
    value: str | None = ""
    confirmed: Confirmed | None = None
    #: Whether a unit has no total because of it, although nothing is missing: no confirmation helps.
    unranked: bool = False

    @property
    def is_reminder(self) -> bool:
        """Whether it asks a person to look at an entered value."""
        return self.severity is Severity.WARNING and self.address is not None and not self.unranked

    @property
    def is_open(self) -> bool:
        """Whether a year is not finished: something missing, a unit without total, a reminder nobody confirmed."""
        if self.is_reminder:
            return self.confirmed is None
        return self.unranked or self.severity is Severity.MISSING

    def __str__(self) -> str:
        """Return the message as every output prints it."""
        where = f"{self.place}: " if self.place else ""
        lines = f"{where}{SEVERITY_LABELS[self.severity]}：{self.text}"
        return f"{lines}\n    → {self.hint}" if self.hint else lines


class Remarked:
    """A result with what is missing in its data and what reminds of a second look."""

    __slots__ = ()
    problems: tuple[Problem, ...]

    @property
    def reminders(self) -> tuple[Problem, ...]:
        """What asks a person to look again, confirmed or not."""
        return tuple(problem for problem in self.problems if problem.is_reminder)

    @property
    def unconfirmed(self) -> tuple[Problem, ...]:
        """The reminders that nobody has confirmed."""
        return tuple(problem for problem in self.reminders if problem.is_open)

    @property
    def open_problems(self) -> tuple[Problem, ...]:
        """What keeps the year from being finished: missing values and unconfirmed reminders."""
        return tuple(problem for problem in self.problems if problem.is_open)


class ProblemsError(Exception):
    """Raised where a file cannot be used at all; carries every problem found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def raise_errors(problems: Iterable[Problem]) -> None:
    """Raise `ProblemsError` with the errors among `problems`, where there are any."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise ProblemsError(errors)


#: Most problems that are listed: whoever has more took the wrong file, or made one mistake everywhere.
MOST_PROBLEMS = 500


def listed(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, in reading order; of very many the first, and a last one that says so."""
    ordered = sorted(dict.fromkeys(problems), key=place_order)
    if len(ordered) <= MOST_PROBLEMS:
        return tuple(ordered)
    kept = ordered[:MOST_PROBLEMS]
    last = kept[-1].place
    place = Place(last.source) if last is not None else None
    text = f"错误太多，只列出{MOST_PROBLEMS}处，其余没有列出，请先改正以上各处"
    return (*kept, Problem(place, "too_many_problems", text, severity=Severity.WARNING))


#: Most words among which a near one is looked for, and the longest word for which it is.
_MOST_WORDS = 1000
_LONGEST_WORD = 100


def did_you_mean(word: str, allowed: Iterable[str], best: Iterable[str] | None = None) -> str:
    """A hint that names the nearest allowed words, or all of them when few; empty when nothing is near.

    `best`: where one thing has several words, the one of each that is named among all.
    """
    import difflib  # only a mistake needs it

    known = list(allowed)
    searched = known if len(word) <= _LONGEST_WORD and len(known) <= _MOST_WORDS else []
    # Of three letters two must fit: `min` is not meant to be `line`.
    cutoff = 0.6 if len(word) <= 3 and word.isascii() and word.isalpha() else 0.5  # noqa: PLR2004 as said
    near = difflib.get_close_matches(word, searched, n=3, cutoff=cutoff)
    if near:
        return f"是否想写：{_told_apart(near)}？"
    named = known if best is None else list(best)
    if 0 < len(named) <= 12:  # noqa: PLR2004 more would not be read
        return f"可用的有：{_told_apart(named)}"
    return ""


def _told_apart(words: Sequence[str]) -> str:
    """One after the other; in quotes where one of them has in itself the sign that stands between them."""
    return "、".join(f"“{word}”" for word in words) if any("、" in word for word in words) else "、".join(words)


def place_order(problem: Problem) -> tuple[str, int, int, str, str]:
    """Sort key: the order in which a reader meets them in the files; those of a database stay as they are."""
    place = problem.place or Place("")
    return place.source, place.line, place.column, place.cell, "" if place.title else problem.text
