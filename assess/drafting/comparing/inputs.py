"""What is asked of units: inputs that are new or gone, units, bounds, choices; what is shown beside a mark."""

from collections.abc import Iterator, Mapping

from assess.drafting.comparing.finding import Difference, Theme
from assess.drafting.comparing.pairing import Pairs
from assess.drafting.comparing.plain_words import PlainWords
from assess.drafting.comparing.values import NONE, changed
from assess.drafting.comparing.walker import Walker
from assess.entered.inputs import EvidenceLine, Input, Line
from assess.ground.edges import SIGNS, Edges
from assess.ground.said import said
from assess.scheme.nodes import Leaf, Node

_KINDS = {
    "number": "数字",
    "records": "成果记录",
    "events": "事件记录",
    "choice": "选项",
    "flag": "是或否",
    "text": "文字",
}
#: Said as one set of bounds, or with the rules.
ELSEWHERE = {*SIGNS, "records", "flag", "line", "line_by"}


def input_differences(pairs: Pairs) -> Iterator[Difference]:
    """What changed in one tree."""
    for before, after in pairs.kept:
        about = (pairs.subject(after.node),)
        texts = list(_inputs(before.node.heading.declared, after.node.heading.declared))
        texts += _lines(_evidence(before.node), _evidence(after.node))
        yield from (Difference(Theme.INPUTS, text, about) for text in texts)


def _evidence(node: Node) -> Mapping[str, EvidenceLine]:
    return node.evidence if isinstance(node, Leaf) else {}


def _inputs(old: Mapping[str, Input], new: Mapping[str, Input]) -> Iterator[str]:
    names = _renamed(old, new)
    for name, before in old.items():
        if name not in names:
            yield f"不再填报“{before.label}”"
            continue
        if names[name] != name:
            yield changed(f"“{before.label}”在数据文件中的名称", name, names[name])
        yield from _input(before, new[names[name]])
    for name, after in new.items():
        if name not in names.values():
            unit = f"，单位：{after.unit}" if after.unit else ""
            yield f"新增填报“{after.label}”（{_KINDS[after.kind]}{unit}）"


def _renamed(old: Mapping[str, Input], new: Mapping[str, Input]) -> dict[str, str]:
    """New name by old: the same one, or another for an input that is called alike on paper."""
    names = {name: name for name in old if name in new}
    by_label = {one.label: name for name, one in new.items() if name not in old}
    return names | {name: by_label[one.label] for name, one in old.items() if name not in new and one.label in by_label}


def _input(old: Input, new: Input) -> Iterator[str]:
    where = f"“{new.label}”的"
    if old.kind != new.kind:
        yield changed(f"{where}种类", _KINDS[old.kind], _KINDS[new.kind])
        return
    walker = Walker(PlainWords({}, old.unit), PlainWords({}, new.unit))
    if new.kind == "number" and old.bounds != new.bounds:
        yield changed(f"{where}允许值", *(walker.new.test(one.bounds) for one in (old, new)))
    for name in type(new).model_fields:
        if name not in ELSEWHERE:
            yield from walker.field(name, old, new, where)
    yield from _line(old, new, where)
    if old.records is not None and new.records is not None:
        yield from walker.field("amount", old.records, new.records, where)


def _line(old: EvidenceLine | Input, new: EvidenceLine | Input, where: str) -> Iterator[str]:
    """The line that the regulation draws, for all units or by an attribute of theirs."""
    texts = [_line_words(one) for one in (old, new)]
    if texts[0] != texts[1]:
        yield changed(where + said(Line, "line").noun, *texts)


def _line_words(one: EvidenceLine | Input) -> str:
    if one.line_by is not None:
        edges = {name: value for name, value in sorted(one.line_by.items()) if isinstance(value, Edges)}
        return "、".join(f"{name}{value.text(one.unit)}" for name, value in edges.items())
    return NONE if one.line is None else one.line.text(one.unit)


def _lines(old: Mapping[str, EvidenceLine], new: Mapping[str, EvidenceLine]) -> Iterator[str]:
    for name, before in old.items():
        if name not in new:
            yield f"评分时不再列出“{before.label}”"
            continue
        walker = Walker(PlainWords({}, before.unit), PlainWords({}, new[name].unit))
        where = f"评分时列出的“{new[name].label}”的"
        for field in ("label", "unit", "text", "note"):
            yield from walker.field(field, before, new[name], where)
        yield from _line(before, new[name], where)
    for name, after in new.items():
        if name not in old:
            unit = f"（{after.unit}）" if after.unit else ""
            yield f"评分时另列出“{after.label}”{unit}"
