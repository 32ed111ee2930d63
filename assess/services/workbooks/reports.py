"""What an import says: of each book what became of its values, and of the year what moves with it."""

from collections import Counter
from dataclasses import dataclass, field

from assess.ground.place import Place, Problem, Severity
from assess.services.cycles.moving import Moved
from assess.storage.acts import Paper
from assess.workbooks.slice import Slice
from assess.workbooks.taking_back.comparing import Kind
from assess.workbooks.taking_back.given import Outside


@dataclass(frozen=True, slots=True)
class ToldDifference:
    """A value that becomes another one, in words. `old`, `new`: None where nothing is entered.

    `then`: of a conflict, what stood there when the book went out.
    """

    kind: Kind
    place: Place
    title: str
    old: str | None
    new: str | None
    then: str | None = None


@dataclass
class BookReport:
    """What became of one slice in one file."""

    file: str
    part: Slice
    label: str
    paper: Paper
    #: How many cells were read.
    cells: int = 0
    differences: list[ToldDifference] = field(default_factory=list)
    #: New rows of lists, each with its fields in words.
    new_records: list[tuple[Place, str]] = field(default_factory=list)
    #: How something was read, and whatever else is said and stops nothing.
    remarks: list[Problem] = field(default_factory=list)
    outside: list[Outside] = field(default_factory=list)
    #: Whether a later book of the slice was taken before.
    outdated: bool = False

    @property
    def counts(self) -> Counter[Kind]:
        """How many values become others, by kind."""
        return Counter(one.kind for one in self.differences)

    @property
    def changes_nothing(self) -> bool:
        """Whether everything is as it was."""
        return not self.differences and not self.new_records


@dataclass
class ImportReport:
    """What an import does, or would do. `problems`: what keeps it from being done, `applied`: whether it was."""

    books: list[BookReport] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    #: Reminders that are new, each at the cell where it was found, if there is one.
    reminders: list[Problem] = field(default_factory=list)
    moved: tuple[Moved, ...] = ()
    #: The slices whose lock a correction passes.
    locked: tuple[str, ...] = ()
    #: How many values are missing in the year afterwards.
    missing: int = 0
    applied: bool = False

    @property
    def failed(self) -> bool:
        """Whether anything is wrong, so that nothing is done."""
        return any(one.severity is Severity.ERROR for one in self.problems)

    @property
    def is_doubtful(self) -> bool:
        """Whether a person should look first: reminders are new, or somebody else has changed something."""
        return bool(self.reminders or self.conflicts)

    @property
    def conflicts(self) -> int:
        """How many values somebody else has changed meanwhile."""
        return sum(one.counts[Kind.CONFLICT] for one in self.books)
