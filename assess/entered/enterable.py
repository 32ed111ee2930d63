"""What can be entered at a node of a year, and what people call it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assess.ground.labelled import Labelled

#: What may follow an input in its address: an assessor, a group of people, the number of a record; nothing; or, for
#: what only another reading asks for, anything.
ASSESSOR, GROUP, RECORD, NOTHING_MORE, ANYTHING = "@", "%", "#", "", "*"


@dataclass(frozen=True, slots=True)
class Enterable:
    """One input, or one field of it. `follows`: what may follow it in its address."""

    label: str
    follows: str = NOTHING_MORE
    #: The fields of what has several.
    fields: Mapping[str, "Enterable"] = field(default_factory=dict)
    #: The values that there are, where they are kept under ids.
    values: Labelled | None = None


@dataclass(frozen=True, slots=True)
class EnterableNode:
    """Where inputs are entered. `number`: the id where people cite it, as that of an indicator."""

    label: str
    inputs: Mapping[str, Enterable]
    number: str = ""
    #: What else it is called.
    names: tuple[str, ...] = ()
    #: The groups of people whose values stand apart.
    groups: Mapping[str, str] = field(default_factory=dict)
    #: The inputs that it has in common with others, by name, with the node at which they are entered.
    shared: Mapping[str, str] = field(default_factory=dict)
    #: The one input that is meant where none is named.
    primary: str | None = None
    #: Whether groups are called as the office likes: rounds of voting, bundles of papers.
    names_groups: bool = False
    #: What any other name is, where names are not known beforehand.
    others: Enterable | None = None

    @property
    def title(self) -> str:
        """`K3.1 专业教师生师比`."""
        return f"{self.number} {self.label}" if self.number else self.label

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that it is called, the title first."""
        return (self.title, self.label, *self.names)

    def enterable(self, name: str) -> Enterable | None:
        """The input of this name; None where there is none."""
        return self.inputs.get(name, self.others)
