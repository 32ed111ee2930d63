"""Checks that every indicator at the top of a table counts in one part of the total, and in one only."""

from collections.abc import Iterator, Mapping

from assess.ground.place import did_you_mean
from assess.ground.tree import Path
from assess.parts.registry import PartFile
from assess.rules.base import Flaw
from assess.scheme.reading.scheme_file import SchemeFile
from assess.scheme.scheme import IndicatorTree


def part_node_flaws(file: SchemeFile, trees: Mapping[str, IndicatorTree]) -> Iterator[Flaw]:
    """Name what a part names in vain, what two parts count, and what none does."""
    parts = {name: part for name, part in file.parts.items() if part.rules.sums_indicators}
    tops = dict.fromkeys(node.id for one in trees.values() for node in one.nodes)
    for name, part in parts.items():
        for index, node in enumerate(part.rules.named_nodes):
            if node not in tops:
                text = f"最上一级没有“{node}”这个指标"
                yield Flaw((*_path(name, part), "nodes", index), "unknown_reference", text, did_you_mean(node, tops))
    counted: dict[tuple[str, ...], list[str]] = {}
    for node in tops if parts else ():
        counted.setdefault(tuple(name for name, part in parts.items() if part.rules.takes(node)), []).append(node)
    for names, nodes in counted.items():
        said = f"最上一级的{'、'.join(nodes[:_NAMED])}{f'等{len(nodes)}个' if len(nodes) > _NAMED else ''}"
        if len(names) > 1:
            labels = "、".join(f"“{parts[name].label}”" for name in names)
            yield Flaw(_path(names[-1], parts[names[-1]]), "counted_twice", f"{said}在{labels}里都计分", _ONCE)
        if not names:
            name, part = next(iter(parts.items()))
            yield Flaw(_path(name, part), "not_counted", f"{said}不在哪个部分里计分", "写进一个部分的nodes")


#: So many ids are named in one message.
_NAMED = 5
_ONCE = "由指标算分的部分有几个时，每个都写nodes（由哪些指标算分），一个指标只写在一个部分里"


def _path(name: str, part: PartFile) -> Path:
    return ("parts", name, part.rules.kind)
