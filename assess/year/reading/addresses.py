"""Which addresses a year under a scheme has, and what is wrong with any other."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from assess.entered.enterable import ANYTHING, ASSESSOR, GROUP, NOTHING_MORE, RECORD, EnterableNode
from assess.ground.address import CONFIRMED, DECISIONS, YEAR, Address
from assess.ground.place import did_you_mean
from assess.year.enterables import Enterables, NamedUnit

#: What follows an input in its address, by sign, in the order of an address.
_SIGNS = {ASSESSOR: "评分人写在@后面", GROUP: "测评群体写在%后面", RECORD: "第几项写在#后面"}


class Mistake(NamedTuple):
    """What is wrong with an address, and what to do."""

    text: str
    hint: str


class AddressBook:
    """The addresses of one year: of its units, and of the year as a whole."""

    def __init__(self, enterables: Enterables, units: Iterable[NamedUnit], assessors: Iterable[str]) -> None:
        self._enterables = enterables
        self._units = {unit.id: unit for unit in units}
        year = enterables.of_year((), assessors)
        # Nothing reminds of what people decided or confirmed.
        self._year = {node: one for node, one in year.items() if node not in (DECISIONS, CONFIRMED)}

    def mistake(self, address: Address) -> Mistake | None:
        """What is wrong with the address; None where it leads to something that can be entered."""
        if address.unit == YEAR:
            return _wrong_step(address, self._year)
        unit = self._units.get(address.unit)
        if unit is None:
            return Mistake(f"没有“{address.unit}”这个单位", did_you_mean(address.unit, self._units))
        tree = self._enterables.tree_for(unit.type, unit.table)
        return None if tree is None else _wrong_step(address, self._enterables.of_unit(tree))


def _wrong_step(address: Address, nodes: Mapping[str, EnterableNode]) -> Mistake | None:
    node = nodes.get(address.node)
    if node is None:
        return Mistake(f"没有“{address.node}”这个可填写的指标", did_you_mean(address.node, nodes))
    entered = node.inputs.get(address.input)
    if entered is None:
        text = f"“{address.node}”没有“{address.input}”这项数据"
        return Mistake(text, did_you_mean(address.input, node.inputs))
    follows = entered.follows
    sign = next((sign for sign, given in zip(_SIGNS, address[3:], strict=True) if given), NOTHING_MORE)
    if sign not in (NOTHING_MORE, follows) and follows != ANYTHING:
        return Mistake(f"“{address}”里不能有“{sign}”", _SIGNS.get(follows, "写到数据名为止"))
    if address.group and follows != ANYTHING and not node.names_groups and address.group not in node.groups:
        return Mistake(f"没有“{address.group}”这个测评群体", did_you_mean(address.group, node.groups))
    return None
