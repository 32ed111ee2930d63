"""What is asked for: inputs that no rule uses, numbers that are asked twice, lines that contradict each other."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from assess.drafting.checks.check import Check, Finding
from assess.drafting.checks.subject import Spot, Subject
from assess.entered.inputs import EvidenceLine, Input
from assess.ground.edges import Edges
from assess.ground.tree import Path

THEME = "填报的数据"

#: What is asked where it is no number.
_KINDS = {"records": "成果清单", "choice": "选项", "flag": "是否"}


class Asked(NamedTuple):
    """Something that an office is asked for at a node."""

    spot: Spot
    name: str
    spec: Input | EvidenceLine
    path: Path
    #: Of an input, the kind or unit and the time to which it refers.
    meaning: str = ""


def _inputs(subject: Subject) -> Iterator[Asked]:
    for spot in subject.spots:
        for name, spec in spot.node.heading.declared.items():
            yield Asked(spot, name, spec, (*spot.path, "inputs", name), _meaning(spec))


def _meaning(spec: Input) -> str:
    unit = _KINDS.get(spec.kind) or (spec.events.unit if spec.events else spec.unit)
    return f"{unit}，{spec.as_of}" if spec.as_of else unit


def _lines(subject: Subject) -> Iterator[Asked]:
    for spot, leaf in subject.leaves:
        for name, spec in leaf.evidence.items():
            yield Asked(spot, name, spec, (*spot.path, "evidence", name))


def unused(subject: Subject) -> Iterator[Finding]:
    """Some rule reads every input, as the scheme stands or under an alternative reading."""
    read = {
        (tree.id, slot.owner, slot.name)
        for scheme in subject.buildable
        for tree, leaf in scheme.all_leaves()
        for slot in leaf.slots.values()
    }
    for one in _inputs(subject):
        if (one.spot.indicators.id, one.spot.node.id, one.name) not in read:
            text = f"{one.spot}的数据“{one.spec.label}”（{one.name}）没有规则用到"
            hint = "只供参考的，写在evidence里；不需要的，请删去"
            yield Finding(subject.place(*one.path), text, hint)


def _alike(asked: Iterable[Asked]) -> Iterator[tuple[Asked, Asked]]:
    """Pairs with one label of which a unit is asked both."""
    by_label: dict[tuple[str, str], list[Asked]] = {}
    for one in asked:
        by_label.setdefault((one.spot.indicators.id, one.spec.label), []).append(one)
    for members in by_label.values():
        for first, second in combinations(members, 2):
            if first.spot.node.heading.types & second.spot.node.heading.types:
                yield first, second


def asked_twice(subject: Subject) -> Iterator[Finding]:
    """One number is asked of a unit once: inputs that share a label differ in nothing else, and stand in one place."""
    # Entered twice, the two numbers will one day differ; and one label must not stand for two things.
    for first, second in _alike(_inputs(subject)):
        where = f"{first.spot}和{second.spot}里" if first.spot != second.spot else f"{first.spot}里"
        if first.meaning != second.meaning:
            text = f"“{first.spec.label}”在{where}含义不同：{first.meaning}；{second.meaning}"
            hint = "两个数不同的，请把标签写得能分清；相同的，请写成一样"
        else:
            text = f"“{first.spec.label}”（{first.meaning}）在{where}要填两次，可能填得不一样"
            hint = "是同一个数的，只声明一次；几条指标共用的，写在它们共同的上级指标里"
        yield Finding(subject.place(*second.path), text, hint)


def contradicting_lines(subject: Subject) -> Iterator[Finding]:
    """One measure has one line: shown values that share a label are held against the same edges."""
    shown = [one for one in (*_inputs(subject), *_lines(subject)) if one.spec.line is not None]
    for first, second in _alike(shown):
        if first.spec.line != second.spec.line:
            text = f"“{first.spec.label}”有两条不同的线：{first.spot}是{_line(first)}，{second.spot}是{_line(second)}"
            yield Finding(subject.place(*second.path, "line"), text, "请对照原文，确认两处的线本来就不同")


def _line(one: Asked) -> str:
    return (one.spec.line or Edges()).text(one.spec.unit)


def without_unit(subject: Subject) -> Iterator[Finding]:
    """A number that is shown has a unit."""
    # Inputs of rules must have one already; a shown number without it is read in two ways.
    for one in _lines(subject):
        if isinstance(one.spec, EvidenceLine) and not one.spec.text and not one.spec.unit:
            text = f"{one.spot}的参考数据“{one.spec.label}”没有写单位（unit）"
            yield Finding(subject.place(*one.path), text, "请写unit；不是数字的，写text: true")


def lines_by_attribute(subject: Subject) -> Iterator[Finding]:
    """A line that depends on a unit attribute stands for each of its choices, and each unit type has the attribute."""
    for one in (*_inputs(subject), *_lines(subject)):
        if one.spec.line_by is not None:
            attribute = subject.scheme.attributes[str(one.spec.line_by["attribute"])]
            absent = [choice for choice in attribute.choices if choice not in one.spec.line_by]
            without = [name for name in one.spot.node.heading.types if not attribute.concerns(name)]
            missing = [f"没有给“{attribute.label}”的“{'、'.join(absent)}”定线"] if absent else []
            if without:
                missing.append(f"按“{attribute.label}”定线，而{subject.type_names(without)}没有这项属性")
            for text in missing:
                place = subject.place(*one.path, "line_by", "attribute")
                yield Finding(place, f"{one.spot}的“{one.spec.label}”{text}", "请与attributes里的声明核对")


CHECKS = (
    Check("input_unused", THEME, "没有用到的数据", "填了却不计分的数据，白费各单位的工夫。", unused),
    Check(
        "input_twice",
        THEME,
        "同一个数填两次",
        "同一个数在两处填报，迟早会不一致；同一个名称也不能指两个数。",
        asked_twice,
    ),
    Check(
        "line_twice", THEME, "同一项有两条线", "同一项工作在两处的要求不同，执行时不知道按哪一条。", contradicting_lines
    ),
    Check("no_unit", THEME, "没有单位的数字", "没有单位的数，各人理解不同。", without_unit),
    Check("line_attribute", THEME, "按属性定的线", "没有线的单位，这一项没有要求可比。", lines_by_attribute),
)
