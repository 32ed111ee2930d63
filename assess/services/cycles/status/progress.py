"""What is due in a cycle, of whom, and how much of it is entered: counted by whatever somebody asks for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from assess.entered.questions import Question
from assess.ground.place import Problem
from assess.scheme.chapters import all_chapters
from assess.scheme.scheme import Scheme
from assess.services.cycles.confirming import NumberedReminder
from assess.services.cycles.entering import slot_of
from assess.storage.cycles import CycleHead
from assess.year.duties import Responsible

Key = TypeVar("Key")


class DueUnit(NamedTuple):
    """A unit by what it is called; what belongs to the year as a whole has the year's."""

    id: str
    name: str
    #: Everything that people may call it, apart from its id.
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A value that somebody has to enter. `chapter`: the group of the document that it is counted with.

    `change`: the number of the change that put there what is there now; 0: nothing is.
    """

    responsible: Responsible
    unit: DueUnit
    chapter: str
    question: Question
    change: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far something is. `moved`: when the last value came that is there now, in UTC; empty: none is."""

    due: int
    entered: int
    moved: str = ""

    @property
    def missing(self) -> int:
        """How many values are missing."""
        return self.due - self.entered

    @property
    def percent(self) -> int:
        """How much is entered, rounded down: 100 is said only when nothing is missing."""
        return 100 if not self.missing else self.entered * 100 // self.due


@dataclass(frozen=True, slots=True)
class CycleStatus:
    """How far a cycle is on a day. `problems`: what else keeps the year from being finished."""

    head: CycleHead
    day: str
    scheme: Scheme
    dues: tuple[Due, ...]
    reminders: tuple[NumberedReminder, ...]
    problems: tuple[Problem, ...]
    #: When the changes were made whose values are there, by number.
    moments: Mapping[int, str]

    @property
    def missing(self) -> tuple[Due, ...]:
        """What is missing, in the order of units and of the document."""
        return tuple(one for one in self.dues if one.question.is_missing)

    @property
    def total(self) -> Progress:
        """All of it."""
        return self._progress(self.dues)

    @property
    def departments(self) -> Mapping[str, Progress]:
        """By the department that leads; what nobody has comes last, under no name."""
        found = self.by(lambda one: one.responsible.department)
        return {name: found[name] for name in sorted(found, key=lambda name: not name)}

    @property
    def units(self) -> Mapping[DueUnit, Progress]:
        """By unit, in the office's order."""
        return self.by(lambda one: one.unit)

    @property
    def chapters(self) -> Mapping[str, Progress]:
        """By chapter, in the order in which the document has them."""
        found = self.by(lambda one: one.chapter)
        ordered = dict.fromkeys((*all_chapters(self.scheme), *found))
        return {name: found[name] for name in ordered if name in found}

    def by(self, key: Callable[[Due], Key]) -> dict[Key, Progress]:
        """Progress by whatever is asked for, in the order in which it first comes."""
        dues: dict[Key, list[Due]] = {}
        for one in self.dues:
            dues.setdefault(key(one), []).append(one)
        return {name: self._progress(found) for name, found in dues.items()}

    def _progress(self, dues: Iterable[Due]) -> Progress:
        listed = list(dues)
        last = max((one.change for one in listed), default=0)
        return Progress(len(listed), sum(one.question.answered for one in listed), self.moments.get(last, ""))

    def only(self, department: str | None = None, unit: str | None = None) -> "CycleStatus":
        """The same of one department or one unit (its id); reminders too."""
        dues = tuple(
            one for one in self.dues if department in (None, one.responsible.department) and unit in (None, one.unit.id)
        )
        shown = {slot_of(one.question.address) for one in dues}
        nodes = {one.question.address[:2] for one in dues}

        def concerns(problem: Problem) -> bool:
            address = problem.address
            if address is None or unit not in (None, address.unit):
                return False
            return department is None or slot_of(address) in shown or address[:2] in nodes

        return replace(
            self,
            dues=dues,
            reminders=tuple(one for one in self.reminders if concerns(one.problem)),
            problems=tuple(filter(concerns, self.problems)),
        )

    @property
    def is_finished(self) -> bool:
        """Whether nothing is missing and every reminder is confirmed."""
        still_open = (*self.problems, *(one.problem for one in self.reminders))
        return not self.missing and not any(one.is_open for one in still_open)
