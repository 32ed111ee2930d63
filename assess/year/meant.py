"""Which entered value people mean by the words with which they call it, each an id or a name."""

import re
from collections.abc import Mapping, Sequence

from assess.entered.enterable import ANYTHING, ASSESSOR, RECORD, Enterable, EnterableNode
from assess.ground.address import UNIT, YEAR, YEAR_NODE, Address
from assess.ground.labelled import Labelled
from assess.ground.place import Place, Problem, ProblemsError
from assess.scheme.nodes import all_nodes, leaves
from assess.year.titles import Titles

#: A round or a bundle is named before what is entered of it.
_NAME_AND_INPUT = 2
_RECORD = re.compile(r"(?:第\s*)?([1-9][0-9]{0,5})\s*[项条]?|#([1-9][0-9]{0,5})")


def meant(titles: Titles, words: Sequence[str], place: Place | None = None) -> tuple[Address, str]:
    """The address and the field that words mean, in the order of a title: 单位、指标、数据, then whose or which one.

    The input may lack where a node has only one, or one that a bare value stands for; what is known of the unit itself
    needs no node. `place`: where the words stand. Raises `ProblemsError` where a word means nothing, or several things.
    """
    return _Reading(titles, words, place).key()


def unit_meant(titles: Titles, word: str, place: Place | None = None) -> str:
    """The unit of this id, full, short or former name. Raises `ProblemsError` as above."""
    return titles.units.id_of(word, place)


def node_meant(titles: Titles, unit: str, word: str, place: Place | None = None) -> str:
    """The node of a unit with this id (`D5`, or in full `academic_affairs/D5`) or name. Raises `ProblemsError`."""
    nodes = _nodes(titles.nodes_of(unit))
    if not nodes.meant(word):
        _refuse_elsewhere(titles, unit, word, place)
    return nodes.id_of(word, place)


def _nodes(nodes: Mapping[str, EnterableNode]) -> Labelled:
    return Labelled("指标", {name: node.words for name, node in nodes.items()})


def _refuse_elsewhere(titles: Titles, unit: str, word: str, place: Place | None) -> None:
    """Refuse a word for something that is there, but where nothing can be entered of the unit."""
    own = titles.tree_of(unit)
    for tree in titles.scheme.trees.values():
        for node in all_nodes(tree.nodes):
            if word not in (node.id, node.heading.label, f"{tree.id}/{node.id}"):
                continue
            if tree is own:
                below = "、".join(leaf.id for leaf in leaves((node,)))
                text, hint = f"“{node.id} {node.heading.label}”不在这一级填写", f"请写它下面的指标：{below}"
            else:
                text, hint = f"“{word}”是“{tree.label}”的指标，{titles.units.label(unit)}没有这一项", ""
            raise ProblemsError([Problem(place, "other_tree", text, hint)])


class _Reading:
    """Takes one word after the other."""

    def __init__(self, titles: Titles, words: Sequence[str], place: Place | None) -> None:
        self._titles = titles
        self._words = words
        self._rest = list(words)
        self._place = place

    def key(self) -> tuple[Address, str]:
        unit = unit_meant(self._titles, self._next("单位"), self._place)
        nodes = self._titles.nodes_of(unit)
        name = self._node(unit)
        node = nodes[name]
        group = self._group(node)
        name_of_input = self._input(node, _inputs(node, nodes))
        if name_of_input not in node.inputs:
            name = node.shared.get(name_of_input, name)
        entered = nodes[name].enterable(name_of_input)
        assert entered is not None  # noqa: S101 it was found by its name, here or where it is shared
        address = Address(unit, name, name_of_input, group=group)
        if entered.follows in (ASSESSOR, ANYTHING) and self._rest:
            address = address._replace(assessor=self._rest.pop(0))
        elif entered.follows == RECORD:
            address = address._replace(record=self._record())
        field = self._field(entered, address)
        if self._rest:
            raise self._wrong(f"“{' '.join(self._rest)}”多余：{self._titles.of(address, field)} 已经写全", "请删去")
        return address, field

    def _wrong(self, text: str, hint: str) -> ProblemsError:
        return ProblemsError([Problem(self._place, "incomplete_name", text, hint)])

    def _next(self, what: str) -> str:
        if not self._rest:
            said = f"“{' '.join(self._words)}”后面" if self._words else ""
            raise self._wrong(f"{said}还要写{what}", "写成 单位 指标 数据，例如 二级学院甲 K3.1 学生数")
        return self._rest.pop(0)

    def _node(self, unit: str) -> str:
        """The node; what is known of the unit itself, or of the year, is found without it."""
        about = YEAR_NODE if unit == YEAR else UNIT
        nodes = self._titles.nodes_of(unit)
        word = self._next("指标")
        named = _nodes(nodes).meant(word) or about not in nodes
        if not named and _inputs(nodes[about], nodes).meant(word):
            self._rest.insert(0, word)
            return about
        return node_meant(self._titles, unit, word, self._place)

    def _group(self, node: EnterableNode) -> str:
        """The group of people, which stands before the input or behind it; the name of a round or bundle before it."""
        if node.names_groups:
            if len(self._rest) < _NAME_AND_INPUT:
                hint = f"名称后面写：{'、'.join(one.label for one in node.inputs.values())}"
                raise self._wrong(f"{node.title}要写明名称和数据", hint)
            return self._rest.pop(0)
        if not node.groups:
            return ""
        groups = Labelled("测评群体", {name: (label,) for name, label in node.groups.items()})
        position = next((index for index, word in enumerate(self._rest) if len(groups.meant(word)) == 1), None)
        if position is not None:
            return groups.meant(self._rest.pop(position))[0]
        if not self._rest:
            raise self._wrong(f"{node.title}还要写是哪个群体", f"可用的有：{'、'.join(node.groups.values())}")
        return groups.id_of(self._rest[0], self._place)

    def _input(self, node: EnterableNode, inputs: Labelled) -> str:
        """The input; the one that a bare value stands for is found without its name."""
        word = self._rest[0] if self._rest else ""
        if len(inputs.meant(word)) == 1:
            return inputs.meant(self._rest.pop(0))[0]
        if node.primary is not None and not inputs.meant(word) and self._is_behind(node.inputs[node.primary], word):
            return node.primary
        if node.others is not None and word:
            return self._rest.pop(0)
        if not word:
            raise self._wrong(f"{node.title}还要写是哪一项数据", f"可用的有：{'、'.join(map(inputs.label, inputs))}")
        return inputs.id_of(word, self._place)

    def _is_behind(self, entered: Enterable, word: str) -> bool:
        """Whether a word can stand behind an input that is not named: nothing, a known assessor, a record."""
        if entered.follows == RECORD:
            return not word or _RECORD.fullmatch(word) is not None
        return not word or (entered.follows == ASSESSOR and word in self._titles.assessors)

    def _record(self) -> int:
        """The number of a record; 0 where the list as a whole is meant."""
        found = _RECORD.fullmatch(self._rest[0]) if self._rest else None
        if found is None:
            return 0
        del self._rest[0]
        return int(found[1] or found[2])

    def _field(self, entered: Enterable, address: Address) -> str:
        if not self._rest or not entered.fields:
            return ""
        if entered.follows == RECORD and not address.record:
            raise self._wrong(f"{self._titles.of(address)}还要写是第几项", f"例如 第1项 {self._rest[0]}")
        fields = Labelled("栏", {name: (field.label,) for name, field in entered.fields.items()})
        return fields.id_of(self._rest.pop(0), self._place)


def _inputs(node: EnterableNode, nodes: Mapping[str, EnterableNode]) -> Labelled:
    """The inputs of a node, and those that it has in common with others."""
    own = {name: (entered.label,) for name, entered in node.inputs.items()}
    shared = {name: (nodes[owner].inputs[name].label,) for name, owner in node.shared.items()}
    return Labelled(f"“{node.title}”的数据", {**own, **shared})
