"""Random entries of units for one scheme, many of them near the numbers that its rules hold them against."""

import random
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from assess.entered.inputs import Input, InputSlot, MarkInput, RecordsSpec, Span
from assess.entered.values import NOTHING, WAIVED
from assess.ground.numbers import plain
from assess.scheme.nodes import Leaf
from script.soaking.parameters import Writer
from script.soaking.vocabulary import TYPES

#: How often a number is drawn that the bounds allow.
TRIES = 20
#: Steps beside a number, down to one that only shows behind more places than are printed.
_BESIDE = (0, 0, 1, -1, Fraction(1, 100), Fraction(-1, 10**5), Fraction(1, 10**9))


class Entries:
    """Entries for the leaves of one scheme; `writer` wrote its rules, and knows their numbers."""

    def __init__(self, rng: random.Random, writer: Writer, leaves: tuple[Leaf, ...]) -> None:
        self.rng = rng
        self.writer = writer
        self.leaves = leaves

    def units(self) -> list[Mapping[str, Any]]:
        """One to four units; now and then something is not entered."""
        return [self._unit(index) for index in range(self.rng.randint(1, 4))]

    def _unit(self, index: int) -> Mapping[str, Any]:
        facts = {
            leaf.id: {name: self._value(slot) for name, slot in leaf.slots.items() if self.rng.random() < 0.97}  # noqa: PLR2004 seldom missing
            for leaf in self.leaves
        }
        return {"id": f"u{index}", "name": f"单位{index}", "type": self.rng.choice(TYPES), "facts": facts}

    def _value(self, slot: InputSlot) -> Any:  # noqa: ANN401 whatever a file may hold
        spec = slot.spec
        if isinstance(spec, MarkInput):
            return self._marks(spec)
        if spec.records is not None:
            return [self._record(spec.records) for _ in range(self.rng.randint(0, 4))] or NOTHING
        if spec.events is not None:
            return [{"title": "事件"} for _ in range(self.rng.randint(0, 4))] or NOTHING
        if spec.flag:
            return self.rng.choice(("是", "否"))
        if spec.text:
            return "因故"
        return self.rng.choice(spec.choices) if spec.choices else self._number(spec)

    def _marks(self, spec: MarkInput) -> str | list[str]:
        if spec.waivable and self.rng.random() < 0.3:  # noqa: PLR2004 often enough
            return WAIVED
        return [self._mark(spec) for _ in range(self.rng.randint(1, 3))]

    def _mark(self, spec: MarkInput) -> str:
        choice = self.rng.choice(spec.allowed)
        if not isinstance(choice, Span):
            return plain(choice)
        steps = int((choice.high - choice.low) / spec.step)
        return plain(choice.low + self.rng.randint(0, steps) * spec.step)

    def _record(self, spec: RecordsSpec) -> Mapping[str, Any]:
        name = self.rng.choice(list(spec.classes))
        record = {"class": name, "title": self.rng.choice("甲乙丙"), "identity": self.rng.choice(("P1", "P2", "P3"))}
        if spec.classes[name].levels:
            record["level"] = self.rng.choice(list(spec.classes[name].levels))
        if spec.amount is not None:
            record["amount"] = self._near()
        return record

    def _number(self, spec: Input) -> str:
        number = "0"
        for _ in range(TRIES):
            number = self._near()
            if spec.whole:
                number = str(int(Fraction(number)))
            if spec.bounds.holds(Fraction(number)):
                break
        return number

    def _near(self) -> str:
        """A number of the rules, its double, or one beside them; or any other."""
        if not self.writer.numbers or self.rng.random() < 0.4:  # noqa: PLR2004 often enough
            return Writer(self.rng).number()
        number = self.rng.choice(self.writer.numbers) * self.rng.choice((1, 1, 1, 2))
        return plain(number + self.rng.choice(_BESIDE))
