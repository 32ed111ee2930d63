"""Values as people name them: a unit, an indicator, then what it is that has a value; and which ones they mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from assess.entered.values import NOTHING, WAIVED
from assess.ground.address import Address
from assess.ground.place import Problem, ProblemsError
from assess.services.cycles.cycle_source import StoredSource
from assess.services.source import open_year
from assess.year.titles import Titles

#: What says all there is to say of an input: nothing to list, or it does not apply.
WORDS_ALONE = (NOTHING, WAIVED)


@dataclass(frozen=True, slots=True)
class Named:
    """Where values are entered, in people's words. Empty, or 0: not said, as where there is only one.

    `input`: which of an indicator's; `group`: of voters; `assessor`: who gave the mark; `record`: which row of a list,
    from 1.
    """

    unit: str
    item: str
    input: str = ""
    group: str = ""
    assessor: str = ""
    record: int = 0

    def steps(self, name: str = "") -> Sequence[str]:
        """The words that lead to a value. `name`: of the input, or of a record's field."""
        row = f"第{self.record}项" if self.record else ""
        inner = (self.input, self.assessor, row, name) if row else (self.input or name, self.assessor)
        return [word for word in (self.unit, self.item, self.group, *inner) if word]


def titles_of(source: StoredSource) -> Titles:
    """What everything is called in a cycle. Raises `ProblemsError` while it has no unit."""
    return Titles.of_year(open_year(source))


class Reader:
    """Reads the words of one step; every word that means nothing is collected."""

    def __init__(self, titles: Titles) -> None:
        self.titles = titles
        self._problems: list[Problem] = []

    def key(self, steps: Sequence[str]) -> tuple[Address, str] | None:
        """The address and field that the words lead to."""
        try:
            return self.titles.read(steps)
        except ProblemsError as error:
            self._problems += error.problems
            return None

    def refuse(self, *problems: Problem) -> None:
        """Note what is wrong."""
        self._problems += problems

    def finish(self) -> None:
        """Raise `ProblemsError` with everything that was wrong."""
        if self._problems:
            raise ProblemsError(dict.fromkeys(self._problems))


