"""Where something stands, and what is wrong with it: the one form in which mistakes in data travel."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Place(NamedTuple):
    """A place in a file: line and column count from 1; a workbook has sheet and cell instead."""

    source: str
    line: int = 0
    column: int = 0
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        """`file:line:column`, or `book.xlsx 表!B12`."""
        if self.sheet:
            return f"{self.source} {self.sheet}!{self.cell}"
        return f"{self.source}:{self.line}:{self.column}" if self.line else self.source


class Severity(StrEnum):
    """How bad: an error stops the work, something missing leaves a unit 未完成, a warning is only said."""

    ERROR = "error"
    MISSING = "missing"
    WARNING = "warning"


SEVERITY_LABELS = {Severity.ERROR: "错误", Severity.MISSING: "缺项", Severity.WARNING: "提醒"}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where, how bad, what (with what is allowed), and what to do."""

    place: Place | None
    code: str
    text: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Return the message as every output prints it."""
        where = f"{self.place}: " if self.place else ""
        lines = f"{where}{SEVERITY_LABELS[self.severity]}：{self.text}"
        return f"{lines}\n    → {self.hint}" if self.hint else lines


class ProblemsError(Exception):
    """Raised where a file cannot be used at all; carries every problem found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """A hint that names the nearest allowed words, or all of them when few; empty when nothing is near."""
    known = list(allowed)
    near = difflib.get_close_matches(word, known, n=3, cutoff=0.5)
    if near:
        return "是否想写：" + "、".join(near) + "？"
    if 0 < len(known) <= 12:  # noqa: PLR2004 more would not be read
        return "可用的有：" + "、".join(known)
    return ""


def place_order(problem: Problem) -> tuple[str, int, int, str, str]:
    """Sort key: problems in the order in which a reader meets them in the files."""
    place = problem.place or Place("")
    return place.source, place.line, place.column, place.cell, problem.text
