"""What whoever looks may see: the one place where confidential values are left out of what services give.

A single leader's mark is known to its keepers alone: to those whom the office named in the cycle, or to the giver, as
the scheme says. Whoever gives no name is nobody, and sees numbers of marks and means.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assess.engine.outcome import Outcome, PartResult, UnitResult
from assess.ground.address import CONFIRMED, YEAR, Address, parse
from assess.ground.place import Problem
from assess.scheme.scheme import Scheme
from assess.year.cells import Cell
from assess.year.confidential import Confidential, Secret

if TYPE_CHECKING:  # a file's year is seen without a database
    from assess.storage.history import PastChange
    from assess.storage.ledger import Changed

#: What stands in place of a value that whoever looks may not know.
HIDDEN = "（保密）"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: by what name, and whether the office has named him or her as a keeper of single marks."""

    name: str = ""
    is_keeper: bool = False

    def knows(self, secret: Secret | None) -> bool:
        """Whether this person may know a value."""
        if secret is None:
            return True
        return self.is_keeper if secret.keepers == "office" else bool(self.name) and self.name == secret.giver


#: Somebody without a name.
NOBODY = Viewer()


class Sight:
    """What one viewer may see of the values of a year.

    `cells` gives these values, or those of its confirmations alone, once they are needed.
    """

    def __init__(self, viewer: Viewer, scheme: Scheme, cells: Callable[[], Iterable[Cell]] = tuple) -> None:
        self._viewer = viewer
        self._confidential = Confidential(scheme, lambda: _confirmed(cells()))

    def shows(self, address: Address, field: str = "") -> bool:
        """Whether the viewer may know the value."""
        return self._viewer.knows(self._confidential.secret(address, field))

    def text(self, text: str | None, address: Address, field: str = "") -> str | None:
        """The text as the viewer sees it; None, nothing entered, is no secret."""
        return text if text is None or self.shows(address, field) else HIDDEN

    def changes(self, changes: "Iterable[Changed]") -> "list[Changed]":
        """Changes without the values that the viewer may not know; records have the numbers that they keep for good."""
        return [
            one._replace(old=self.text(one.old, address, one.field), new=self.text(one.new, address, one.field))
            for one in changes
            for address in [parse(one.address)]
        ]

    def past(self, changes: "Iterable[PastChange]") -> "Iterator[PastChange]":
        """The same of changes that are looked up."""
        for one in changes:
            address = parse(one.address)
            old, new = (self.text(text, address, one.field) for text in (one.old, one.new))
            yield replace(one, old=old, new=new)

    def without_secrets(self, cells: Iterable[Cell]) -> list[Cell]:
        """The values that the viewer may know; a confirmation that quotes another one is left out whole."""
        return [
            cell
            for cell in cells
            if self.shows(cell.address, cell.field) and self._viewer.knows(self._confidential.quotes(cell.address))
        ]

    def problem(self, problem: Problem) -> Problem:
        """A problem without the value that it is about, where the viewer may not know that."""
        if problem.address is None or not problem.value or self.shows(problem.address):
            return problem
        return replace(problem, value=None)

    def problems(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """The same of several."""
        return tuple(map(self.problem, problems))


def _confirmed(cells: Iterable[Cell]) -> Iterator[tuple[int, str]]:
    """The confirmations among these values, each with the address that it is about."""
    for cell in cells:
        if cell.address[:2] == (YEAR, CONFIRMED) and cell.field == "address":
            yield cell.address.record, cell.text


def seen(outcome: Outcome, viewer: Viewer) -> Outcome:
    """A result as the viewer sees it: the same numbers, without the single marks that he or she may not know."""
    sight = Sight(viewer, outcome.scheme)
    lists = tuple(replace(one, units=tuple(_unit(unit, viewer) for unit in one.units)) for one in outcome.lists)
    return replace(outcome, lists=lists, problems=sight.problems(outcome.problems))


def _unit(unit: UnitResult, viewer: Viewer) -> UnitResult:
    return replace(unit, parts={name: _part(part, viewer) for name, part in unit.parts.items()})


def _part(part: PartResult, viewer: Viewer) -> PartResult:
    keepers = part.part.rules.confidential_to
    if keepers is None:
        return part
    return replace(part, score=part.score.concealed(lambda giver: viewer.knows(Secret(keepers, giver))))
