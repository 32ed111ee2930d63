"""One step of somebody's work on a cycle: what is to be entered is worked out from what stands there at that moment."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from assess.engine.assessment import assess
from assess.engine.outcome import Outcome
from assess.ground.address import YEAR, Address, parse
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.entering import Edits, enter_into
from assess.services.source import OpenYear, open_year
from assess.storage.acts import Act
from assess.storage.cycles import StoredYear, stored_year
from assess.storage.database import Database
from assess.storage.ledger import Changed
from assess.storage.numbering import Numbering
from assess.year.titles import Titles, titles_of

#: Works out from a cycle, which nobody else changes meanwhile, what is to be entered. Raises `ProblemsError`.
Plan = Callable[[StoredSource], Edits]


class ValueChange(NamedTuple):
    """A value that became another one; records stand at their positions, those that went at the one they had.

    None: nothing was, or is, entered.
    """

    address: Address
    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Step:
    """A step that was done: the year before it (None: it had no unit yet) and after it, and what was changed."""

    before: OpenYear | None
    after: OpenYear
    changes: tuple[ValueChange, ...]
    #: What everything was called before it, and is called after it.
    titles: tuple[Titles, Titles]

    @cached_property
    def outcomes(self) -> tuple[Outcome | None, Outcome]:
        """The results before and after it; of a half-year they are of no use, since nothing is scored then."""
        before = None if self.before is None else assess(self.before.scheme, self.before.evidence)
        return before, assess(self.after.scheme, self.after.evidence)


def step(database: Database, code: str, plan: Plan, act: Act) -> Step:
    """Do what `plan` works out, all of it or nothing. Raises `ProblemsError` with every mistake."""
    with database.writing() as session:
        return step_in(stored_year(session, code, to_write=True), plan, act)


def step_in(stored: StoredYear, plan: Plan, act: Act) -> Step:
    """The same in a transaction that holds the cycle already."""
    source = StoredSource(stored)
    before = open_year(source) if has_units(source) else None
    numbering, titles = stored.numbering, source.titles
    entered = enter_into(stored, plan(source), act)
    changes = _positioned(entered.changed, numbering, stored.numbering)
    return Step(before, entered.year, tuple(changes), (titles, titles_of(stored.cells(), source.built())))


def has_units(source: StoredSource) -> bool:
    """Whether there is any unit yet."""
    return any(key.address.unit != YEAR for key in source.year.held)


def _positioned(changed: Sequence[Changed], before: Numbering, after: Numbering) -> Iterator[ValueChange]:
    for one in changed:
        numbering = before if one.new is None else after
        yield ValueChange(numbering.positioned(parse(one.address)), one.field, one.old, one.new)
