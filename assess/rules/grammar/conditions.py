"""Conditions on named inputs: `{participation: {below: 70}}`. All of them must hold."""

from fractions import Fraction
from typing import Annotated

from pydantic import ConfigDict, Field, RootModel

from assess.ground.edges import Edges
from assess.rules.grammar.case import Case
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.step import Step
from assess.rules.grammar.wording import PREFIX, label, quantity, requirement, used, value_of


class Conditions(RootModel[Annotated[dict[str, Edges], Field(min_length=1)]]):
    """Edges by input name; every edge is explicit, open or closed (U14)."""

    model_config = ConfigDict(frozen=True)

    @property
    def names(self) -> tuple[str, ...]:
        """The inputs that decide."""
        return tuple(self.root)

    @property
    def lines(self) -> tuple[Fraction, ...]:
        """All edges."""
        return tuple(line for edges in self.root.values() for line in edges.lines)

    def known(self, case: Case) -> bool:
        """Whether every input that decides is entered."""
        return all(case.known(name) for name in self.root)

    def hold(self, case: Case) -> bool:
        """Whether all conditions are met; all inputs must be known."""
        return all(edges.holds(case.number(name)) for name, edges in self.root.items())

    def values(self, case: Case) -> dict[str, Fraction | str]:
        """The numbers that decided, as they go into a step's values."""
        return used(self.root, case)

    def text(self, frame: Frame) -> str:
        """`合作企业≥3家、合作项目≥9项`."""
        return "、".join(label(name, frame) + requirement(name, edges, frame) for name, edges in self.root.items())

    def checked(self, step: Step, frame: Frame) -> str:
        """`合作企业2家（≥3家，不符合）`, for each condition."""
        return "、".join(self._checked(name, step, frame) for name in self.root)

    def _checked(self, name: str, step: Step, frame: Frame) -> str:
        value, edges = value_of(step, PREFIX + name), self.root[name]
        met = "符合" if edges.holds(value) else "不符合"
        return f"{quantity(name, value, frame, edges.lines)}（{requirement(name, edges, frame)}，{met}）"

    def imply(self, other: "Conditions") -> bool:
        """Whether `other` holds wherever these do."""
        return all(name in self.root and within(self.root[name], edges) for name, edges in other.root.items())


def within(inner: Edges, outer: Edges) -> bool:
    """Whether every value inside `inner` is inside `outer` too."""
    return _reaches_down(outer, inner) and _reaches_up(outer, inner)


def _reaches_down(outer: Edges, inner: Edges) -> bool:
    if outer.low is None or inner.low is None:
        return outer.low is None
    as_closed = outer.above is None or inner.above is not None
    return outer.low < inner.low or (outer.low == inner.low and as_closed)


def _reaches_up(outer: Edges, inner: Edges) -> bool:
    if outer.high is None or inner.high is None:
        return outer.high is None
    as_closed = outer.below is None or inner.below is not None
    return outer.high > inner.high or (outer.high == inner.high and as_closed)
