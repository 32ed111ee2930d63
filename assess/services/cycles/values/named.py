"""Values as people name them: a unit, an indicator, then what it is that has a value; and which ones they mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from assess.entered.enterable import ANYTHING, ASSESSOR
from assess.ground.address import Address
from assess.ground.place import Problem, ProblemsError
from assess.services.cycles.cycle_source import StoredSource
from assess.year.meant import meant


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
        """The words that lead to a value, all but the assessor. `name`: of the input, or of a record's field."""
        row = f"第{self.record}项" if self.record else ""
        inner = (self.input, row, name) if row else (self.input or name,)
        return [word for word in (self.unit, self.item, self.group, *inner) if word]


class Reader:
    """Reads the words of one step; every word that means nothing is collected."""

    def __init__(self, source: StoredSource) -> None:
        self.titles = source.titles
        self._problems: list[Problem] = []
        self._named: set[tuple[Address, str]] = set()

    def key(self, named: Named, name: str = "") -> tuple[Address, str] | None:
        """The address and field that the words lead to; None where they lead nowhere."""
        try:
            address, field = meant(self.titles, named.steps(name))
        except ProblemsError as error:
            self._problems += error.problems
            return None
        if not named.assessor:
            return address, field
        entered = self.titles.enterable(address)
        if entered is None or entered.follows not in (ASSESSOR, ANYTHING):
            said = self.titles.of(address)
            hint = "不用写 --assessor；这个值是谁提供的，写在 --given-by"
            self.refuse(Problem(None, "no_assessor", f"“{said}”不是评分，不分评分人", hint, address=address))
            return None
        return address._replace(assessor=named.assessor), field

    def once(self, address: Address, field: str) -> None:
        """Refuse a value that was named before in the same step: which of the two is meant is not ours to say."""
        if (address, field) in self._named:
            said = self.titles.of(address, field)
            self.refuse(Problem(None, "named_twice", f"“{said}”写了两次", "只写一次", address=address))
        self._named.add((address, field))

    def refuse(self, *problems: Problem) -> None:
        """Note what is wrong."""
        self._problems += problems

    def finish(self) -> None:
        """Raise `ProblemsError` with everything that was wrong."""
        if self._problems:
            raise ProblemsError(dict.fromkeys(self._problems))
