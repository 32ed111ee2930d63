"""The achievements that units have listed, one by one, with what each of them brings."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from assess.entered.inputs import Input, InputSlot, RecordsSpec
from assess.entered.records import Counted, Record
from assess.ground.address import Address
from assess.scheme.nodes import Node
from assess.year.case import Facts
from assess.year.evidence import Unit
from assess.year.reminders.nodes import Nodes, specs_of, title
from assess.year.reminders.values import record_text


class Listed(NamedTuple):
    """One achievement: whose, in which list, its number there, counted from 1."""

    unit: Unit
    node: Node
    name: str
    label: str
    spec: RecordsSpec
    number: int
    counted: Counted

    @property
    def record(self) -> Record:
        """As it is entered."""
        return self.counted.record

    @property
    def address(self) -> Address:
        """Where it is entered."""
        return Address(self.unit.id, self.node.id, self.name, record=self.number)

    @property
    def place(self) -> str:
        """`二级学院甲“K6.a 论文、课题、奖励与专利”的科研成果第2项`."""
        return f"{self.unit.name}{title(self.node)}的{self.label}第{self.number}项"

    @property
    def called(self) -> str:
        """The same with the title of the achievement, where it has one."""
        return self.place + (f"“{self.record.title}”" if self.record.title else "")

    @property
    def value(self) -> str:
        """All that is entered for it, as a person confirms it."""
        return record_text(self.record)


def listed_by(nodes: Nodes, units: Iterable[Unit], facts: Facts) -> tuple[Listed, ...]:
    """All achievements of the units, in their order; what happened (events) is none."""
    return tuple(one for unit in units for one in _of_unit(nodes, unit, facts))


def _of_unit(nodes: Nodes, unit: Unit, facts: Facts) -> Iterator[Listed]:
    applying = nodes.of(unit)
    for owner, fact in unit.facts.items():
        for name, value in fact.values.items():
            if type(value) is not tuple or not value or type(value[0]) is not Record:
                continue
            node = applying.get(owner)
            spec = None if node is None else specs_of(node)[name]
            if node is not None and isinstance(spec, Input) and spec.records is not None:
                slot = InputSlot(owner, name, spec)
                for number, counted in enumerate(facts.records(unit, slot), 1):
                    yield Listed(unit, node, name, spec.label, spec.records, number, counted)
