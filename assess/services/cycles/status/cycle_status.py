"""How far a cycle is: what is due of whom, what is entered, what is missing and when it last moved.

All numbers come of the form, the only source of what is asked; who is responsible comes of the duties.
"""

from collections.abc import Iterable, Iterator, Mapping

from assess.engine.assessment import assess
from assess.engine.form import form, half_year_form, year_form
from assess.engine.monitoring import monitor
from assess.entered.questions import Question
from assess.entered.rounds import COUNTS
from assess.ground.address import BUNDLES, ROUNDS, YEAR, Address
from assess.ground.place import Problem
from assess.scheme.chapters import chapters_of
from assess.scheme.items import EVERYTHING, items_around, items_of
from assess.services.cycles.confirming import NumberedReminder, numbered
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.duties.book import duties_of
from assess.services.cycles.entering import slot_of
from assess.services.cycles.status.progress import CycleStatus, Due, DueUnit
from assess.services.source import OpenYear, open_year
from assess.storage.cycles import StoredYear, stored_year
from assess.storage.database import Database
from assess.storage.history import moments
from assess.year.case import Facts
from assess.year.duties import Duties
from assess.year.evidence import Unit
from assess.year.titles import YEAR_WORD

#: Nodes of votes that are counted by round and bundle: they do not name their part of the total.
_OF_VOTES = (ROUNDS, BUNDLES, *COUNTS)


def status_of(database: Database, code: str, day: str) -> CycleStatus:
    """How far a cycle is on `day` (YYYY-MM-DD), all of it read once.

    Raises `ProblemsError` where the year cannot be read.
    """
    with database.reading() as session:
        stored = stored_year(session, code)
        year = open_year(StoredSource(stored))
        dues = tuple(_Asking(year, Duties(duties_of(stored), day), _changes(stored)).dues())
        reminders = tuple(numbered(year))
        return CycleStatus(
            head=stored.head,
            day=day,
            scheme=year.scheme,
            dues=dues,
            reminders=reminders,
            problems=tuple(_beside(year, dues, reminders)),
            moments=moments(session, code, _last_of_each(dues)),
        )


def _changes(stored: StoredYear) -> Mapping[Address, int]:
    """By what is entered together, and by whose it is, the number of the last change of what is there."""
    last: dict[Address, int] = {}
    for key, held in stored.held.items():
        for address in {slot_of(key.address), key.address._replace(record=0)}:
            last[address] = max(last.get(address, 0), held.change)
    return last


def _last_of_each(dues: Iterable[Due]) -> set[int]:
    """The changes whose moments are told: the last one of each department, unit and chapter."""
    last: dict[tuple[str, str, str], int] = {}
    for one in dues:
        key = (one.responsible.department, one.unit.id, one.chapter)
        last[key] = max(last.get(key, 0), one.change)
    return {number for number in last.values() if number}


def _beside(year: OpenYear, dues: Iterable[Due], reminders: Iterable[NumberedReminder]) -> Iterator[Problem]:
    """What else is said of the year: numbers that contradict each other, groups of which nobody counts, no total."""
    half = year.evidence.stage == "half_year"
    found = (monitor if half else assess)(year.scheme, year.evidence).problems
    lacks = (one.question.lack for one in dues if one.question.is_missing)
    said = {(one.code, one.address) for one in (*lacks, *(one.problem for one in reminders)) if one is not None}
    return (one for one in found if (one.code, one.address) not in said)


class _Asking:
    """Asks every unit that takes part, in the office's order."""

    def __init__(self, year: OpenYear, duties: Duties, changes: Mapping[Address, int]) -> None:
        self._scheme = scheme = year.scheme
        self._evidence = year.evidence
        self._duties = duties
        self._changes = changes
        self._names = items_of(year.scheme)
        self._chapters = {
            tree.id: {
                node: name for part in scheme.parts_of(tree.list) for node, name in chapters_of(part, tree).items()
            }
            for tree in scheme.trees.values()
        }
        rounds = year.evidence.rounds
        #: By round and bundle of papers, the part of the total that they are of.
        self._part_of_votes = {name: one.part for one in rounds for name in (one.name, *(b.name for b in one.bundles))}

    def dues(self) -> Iterator[Due]:
        """What is due of each unit, a value once, then of the year as a whole."""
        facts = Facts(self._scheme, self._evidence)
        for unit in sorted(self._evidence.units, key=self._position):
            if unit.takes_part:
                yield from self._of_unit(facts, unit)
        for one in year_form(self._scheme, self._evidence):
            if one.is_due:
                yield self._due(one, DueUnit(YEAR, YEAR_WORD, (YEAR_WORD,)), {}, {})

    def _position(self, unit: Unit) -> tuple[int, int, str]:
        """By list, then in the office's order."""
        listed = self._scheme.unit_types[unit.type].list
        return list(self._scheme.lists).index(listed), unit.order, unit.id

    def _of_unit(self, facts: Facts, unit: Unit) -> Iterator[Due]:
        tree = self._scheme.tree_of(unit.type, unit.table)
        around, chapters = items_around(self._scheme, tree), self._chapters[tree.id]
        asked: dict[Address, Question] = {}
        asking = half_year_form if self._evidence.stage == "half_year" else form
        for one in asking(facts, unit):
            if one.is_due:
                asked.setdefault(one.address, one)
        for one in asked.values():
            yield self._due(one, DueUnit(unit.id, unit.name, unit.names), around, chapters)

    def _due(
        self, question: Question, unit: DueUnit, around: Mapping[str, tuple[str, ...]], chapters: Mapping[str, str]
    ) -> Due:
        address = question.address
        node = self._part_of_votes[address.group] if address.node in _OF_VOTES else address.node
        items = around.get(node, (node, EVERYTHING))
        return Due(
            responsible=self._duties.of(items),
            unit=unit,
            chapter=chapters.get(node) or self._names.name(node),
            question=question,
            change=self._changes.get(address, 0) if question.answered else 0,
        )
