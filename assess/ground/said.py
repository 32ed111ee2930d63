"""What is said of a field of a model, in a sentence or in a table; it stands with the field, in its annotation.

`points: Annotated[Exact, Said("计分", word="计", unit="分")]`: whoever says values asks `said`, and knows no field by
name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Literal

from pydantic import BaseModel

#: How people say the words of a field that is true or false.
YES_NO: Mapping[str, str] = {"true": "是", "false": "否"}


class Turn(IntEnum):
    """When a field's turn is in a sentence about all of them; those of one turn follow as they are declared."""

    #: What it is about, and under which condition.
    SUBJECT = 1
    #: Which way is better.
    DIRECTION = 2
    #: What it is held against.
    AMONG = 3
    #: What comes of it.
    RESULT = 4
    #: What holds where nothing of this does, or in the end.
    REST = 5


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """Words for one field."""

    #: What it is called in a sentence about a change.
    noun: str
    #: What stands before its value in a sentence about all fields; None: the noun.
    word: str | None = None
    turn: Turn = Turn.RESULT
    #: Whether such a sentence has it wherever it is set, only where it is not as usual, or never.
    mention: Literal["given", "unusual", "never"] = "given"
    #: What one element of a list is called, and what stands between two of them.
    element: str = "第{}项"
    between: str = "、"
    #: What its words mean that are words of the file's language.
    choices: Mapping[str, str] = field(default_factory=dict)
    #: How any other word of it is said, by somebody who knows the names that may stand there.
    shown: Callable[[str, Any], str] | None = None
    #: Whether its keys are ids of what has a label.
    labelled: bool = False
    #: What follows a number; or the field beside it that has the same unit.
    unit: str = ""
    unit_of: str = ""

    @property
    def before(self) -> str:
        """What stands before its value in a sentence about all fields."""
        return self.noun if self.word is None else self.word

    def element_at(self, index: int) -> str:
        """What the element at `index` (from 0) is called: `第2档`."""
        return self.element.format(index + 1)

    @property
    def elements(self) -> str:
        """What all elements are called: `各档`."""
        return self.element.replace("第{}", "各")


def said(model: type[BaseModel], name: str) -> Said:
    """What is said of the field; one of which nothing is said is called by its own name."""
    found = (one for one in reversed(model.model_fields[name].metadata) if isinstance(one, Said))
    return next(found, Said(name))
