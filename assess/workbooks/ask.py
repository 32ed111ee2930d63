"""What a cell of a sheet asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from assess.ground.edges import Edges
from assess.workbooks.tag import signature

#: number: a decimal; text: words; choice: one of `choices`; day: YYYY-MM-DD; several: words of a list, joined by 、;
#: nothing: a list that is entered elsewhere, where only 无 may stand.
Kind = Literal["number", "text", "choice", "day", "several", "nothing"]


@dataclass(frozen=True, slots=True)
class Ask:
    """What may stand in a cell, and what is said beside it.

    `choices`: the words that are kept, each with the one that people see. `others`: what else may stand there beside
    a number, such as 不适用.
    """

    kind: Kind
    label: str
    measure: str = ""
    allowed: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    bounds: Edges | None = None
    whole: bool = False
    others: tuple[str, ...] = ()
    #: What is to be minded: as of when, what counts.
    note: str = ""

    @property
    def said(self) -> str:
        """What is said beside the cell; empty where nothing needs saying."""
        measure = f"单位：{self.measure}" if self.measure else ""
        allowed = f"允许：{self.allowed}" if self.allowed else ""
        others = f"也可以填“{'”“'.join(self.others)}”" if self.others and self.kind == "number" else ""
        return "\n".join(filter(None, (measure, allowed, others, self.note)))

    @property
    def signature(self) -> str:
        """Changes when something else is asked."""
        return signature(self.kind, self.label, self.measure, self.allowed, *self.choices, *self.others)
