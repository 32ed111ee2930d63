"""What people call an entered value: step by step, from its unit down to the field of a record.

`二级学院甲 K3.1 专业教师生师比 学生数`, `二级学院甲 K1.1a 省级以上项目与获奖 成果 第2项 级别`,
`二级学院甲 民主测评 教职工代表 优秀`.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from assess.entered.enterable import Enterable, EnterableNode
from assess.ground.address import ASSESSORS, UNIT, YEAR, Address
from assess.ground.labelled import Labelled
from assess.scheme.scheme import IndicatorTree, Scheme
from assess.year.cells import Cell
from assess.year.enterables import Enterables, NamedUnit

#: What stands for a unit where something belongs to the year as a whole.
YEAR_WORD = "本年度"


def titles_of(cells: Iterable[Cell], scheme: Scheme, others: Iterable[NamedUnit] = ()) -> "Titles":
    """The titles of the year that has these values. `others`: units that it has no more, but may be asked for."""
    units: dict[str, dict[str, str]] = {}
    former: dict[str, list[str]] = {}
    assessors = []
    for address, field, text, _ in cells:
        if address.unit != YEAR:
            about = units.setdefault(address.unit, {})
            if address.node == UNIT and not field:
                about[address.input] = text
            elif address[1:3] == (UNIT, "formerly") and field in ("name", "short"):
                former.setdefault(address.unit, []).append(text)
        elif address.node == ASSESSORS:
            assessors.append(address.input)
    named = [_named(unit, about, former.get(unit, ())) for unit, about in units.items()]
    return Titles(scheme, (*named, *(one for one in others if one.id not in units)), assessors)


def _named(unit: str, about: Mapping[str, str], former: Iterable[str]) -> NamedUnit:
    name, kind, short = (about.get(key, "") for key in ("name", "type", "short"))
    return NamedUnit(unit, name, kind, about.get("table"), short, tuple(former))


def _names(units: Collection[NamedUnit]) -> dict[str, tuple[str, ...]]:
    """What each unit is called; two of one name, which is a mistake, are told apart by their ids."""
    count = Counter(unit.name for unit in units)
    return {
        unit.id: (*([f"{unit.name}（{unit.id}）"] if count[unit.name] > 1 else []), unit.name, unit.short, *unit.former)
        for unit in units
    }


class Titles:
    """The names of a year's values, of its units and of what is entered of each."""

    def __init__(self, scheme: Scheme, units: Iterable[NamedUnit], assessors: Iterable[str] = ()) -> None:
        self.scheme = scheme
        self._units = {unit.id: unit for unit in units}
        self._enterables = Enterables(scheme)
        self.assessors = frozenset(assessors)
        self._nodes = {YEAR: self._enterables.of_year(self._units.values(), self.assessors)}
        self.units = Labelled("单位", {**_names(self._units.values()), YEAR: (YEAR_WORD,)})

    def words(self, address: Address, field: str = "", *, short: bool = False) -> tuple[str, ...]:
        """What a value is called, step by step; what nobody knows goes by its id.

        `short`: indicators go by their number alone.
        """
        node = self._nodes_to_name(address).get(address.node) or EnterableNode(address.node, {})
        entered = node.enterable(address.input)
        fields: Mapping[str, Enterable] = {} if entered is None else entered.fields
        label = node.number if short and node.number else node.title
        name = address.input if address.input not in node.inputs else node.inputs[address.input].label
        steps = [
            self.units.label(address.unit),
            label,
            node.groups.get(address.group, address.group),
            # a list of the year is called as the only input that it has
            "" if name == label and len(node.inputs) == 1 else name,
            address.assessor,
            f"第{address.record}项" if address.record else "",
            fields[field].label if field in fields else field,
        ]
        return tuple(filter(None, steps))

    def _nodes_to_name(self, address: Address) -> Mapping[str, EnterableNode]:
        """What is known of a unit itself has its name even while nobody knows of what kind the unit is."""
        if address.node == UNIT and self.tree_of(address.unit) is None:
            return self._enterables.of_unit(next(iter(self.scheme.trees.values())))
        return self.nodes_of(address.unit)

    def of(self, address: Address, field: str = "", *, short: bool = False) -> str:
        """The same as one text."""
        return " ".join(self.words(address, field, short=short))

    def nodes_of(self, unit: str) -> Mapping[str, EnterableNode]:
        """By id, what can be entered of a unit, or of the year; nothing where the unit's kind is not known."""
        if unit not in self._nodes:
            tree = self.tree_of(unit)
            self._nodes[unit] = {} if tree is None else self._enterables.of_unit(tree)
        return self._nodes[unit]

    def tree_of(self, unit: str) -> IndicatorTree | None:
        """The indicators of a unit; None where its kind is not known."""
        known = self._units.get(unit)
        return None if known is None else self._enterables.tree_for(known.type, known.table)

    def enterable(self, address: Address, field: str = "") -> Enterable | None:
        """What an address, or a field there, leads to; None where nobody knows it."""
        node = self.nodes_of(address.unit).get(address.node)
        entered = None if node is None else node.enterable(address.input)
        return entered.fields.get(field) if entered is not None and field else entered

    def shown(self, address: Address, field: str, text: str) -> str:
        """A kept value in people's words: `二级学院` for `secondary_college`."""
        entered = self.enterable(address, field)
        return text if entered is None or entered.values is None else entered.values.label(text)

    def kept(self, address: Address, field: str, word: str) -> str:
        """A typed value as it is kept; what is no word for anything stays, for the reading of the year to judge."""
        entered = self.enterable(address, field)
        found = () if entered is None or entered.values is None else entered.values.meant(word)
        return found[0] if len(found) == 1 else word
