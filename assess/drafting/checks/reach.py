"""What can be reached: full marks that nobody can get, points above them, points below 0, points that never vary."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from assess.drafting.checks.attainable import assessed, of_node, of_part, of_total
from assess.drafting.checks.check import Check, Finding
from assess.drafting.checks.subject import Subject
from assess.ground.numbers import plain, short
from assess.parts.base import TopLevel
from assess.rules.grammar.reach import Reach
from assess.rules.grammar.wording import in_points, mark_number
from assess.scheme.nodes import Group, Node
from assess.scheme.scheme import IndicatorTree, Part

THEME = "能得到的分"


def leaf_maximum(subject: Subject) -> Iterator[Finding]:
    """The rule of an indicator with a full mark can give that full mark, for every unit type to which it applies."""
    for spot, leaf in subject.leaves:
        short_of: dict[Fraction, list[str]] = {}
        for unit_type in sorted(leaf.heading.types):
            high = of_node(leaf, unit_type).high
            if leaf.maximum is not None and high is not None and high < leaf.maximum:
                short_of.setdefault(high, []).append(unit_type)
        for high, types in short_of.items():
            who = "" if len(types) == len(leaf.heading.types) else f"，{subject.type_names(types)}"
            text = f"{spot}满分{in_points(leaf.maximum or high)}{who}，按规则最多得{in_points(high)}"
            hint = "满分得不到；请对照原文核对满分和各档分值"
            yield Finding(subject.place(*spot.path, "max"), text, hint)


def part_maximum(subject: Subject) -> Iterator[Finding]:
    """Where people choose among levels, the highest gives the part's full mark, and no more."""
    # Indicators are looked at one by one; what people choose has only this one place to be wrong.
    for part in subject.scheme.parts:
        best = part.rules.top_level
        if best is not None and best.value != best.basis:
            yield Finding(subject.place("parts", part.id, *best.path), *_part(subject, part, best))


def _part(subject: Subject, part: Part, best: TopLevel) -> tuple[str, str]:
    lists = {name: label for name, label in subject.scheme.lists.items() if part.full[name]}
    each = "，".join(
        f"{label}满分{in_points(part.full[name])}、最多{in_points(part.full[name] * best.value / best.basis)}"
        for name, label in lists.items()
    )
    text = f"{part.named}最高等次“{best.label}”计{short(best.value)}，按{short(best.basis)}折算：{each}"
    if best.value > best.basis:
        return text, "得分会超过满分；请核对等次的分值和折算的基数"
    return text, f"全部评为“{best.label}”也得不到满分；各单位相同，但总分到不了满分"


class _Outcome(NamedTuple):
    list: str
    high: Fraction | None
    parts: str


def total_maximum(subject: Subject) -> Iterator[Finding]:
    """Every unit type can reach the full mark of the total, and no more."""
    # One line for all unit types that end alike; it names the parts in which the difference lies.
    ends: dict[_Outcome, list[tuple[IndicatorTree, str]]] = {}
    for tree, unit_type in assessed(subject):
        high = of_total(tree, unit_type, subject.scheme).high
        if high != subject.scheme.total_full(tree.list):
            parts = "，".join(_deviations(subject, tree, unit_type))
            ends.setdefault(_Outcome(tree.list, high, parts), []).append((tree, unit_type))
    for (list_id, high, parts), members in ends.items():
        full = in_points(subject.scheme.total_full(list_id))
        reached = "没有上限" if high is None else f"最多{in_points(high)}"
        text = f"{_who(subject, list_id, members)}总分满分{full}，{reached}：{parts}"
        yield Finding(subject.place("parts"), text, "请确认总分到不了或会超过满分是办法的本意")


def _deviations(subject: Subject, tree: IndicatorTree, unit_type: str) -> Iterator[str]:
    for part in subject.scheme.parts:
        high, full = of_part(part, tree, unit_type, subject.scheme).high, part.full[tree.list]
        if high != full:
            reached = "没有上限" if high is None else mark_number(high)
            yield f"{part.label}{reached}（满分{plain(full)}）"


def _who(subject: Subject, list_id: str, members: list[tuple[IndicatorTree, str]]) -> str:
    """The list where all its units are alike, else the tables or the unit types."""
    label = subject.scheme.lists[list_id]
    if len(members) == sum(tree.list == list_id for tree, _ in assessed(subject)):
        return label
    tables = [tree.label for tree, _ in members if tree.is_table]
    return f"{label}（{'、'.join(dict.fromkeys(tables)) or subject.type_names(name for _, name in members)}）"


def negative(subject: Subject) -> Iterator[Finding]:
    """Where points can be negative, a floor of the group or of one above it stops them."""
    seen = set()
    for tree, unit_type in assessed(subject):
        for node in _sinking(tree.nodes, unit_type):
            spot = subject.spot_of(tree, node)
            if spot.path not in seen:
                seen.add(spot.path)
                low = of_node(node, unit_type).low
                reached = "没有下限" if low is None else f"最低{in_points(low)}"
                text = f"{spot}{reached}，本级和上级都没有大于等于0的下限"
                hint = "扣到0为止的写floor: 0；确实可以为负分的，请在会上说明"
                yield Finding(subject.place(*spot.path), text, hint)


def _sinking(nodes: Iterable[Node], unit_type: str) -> Iterator[Node]:
    """The innermost groups (or lone leaves) whose points can fall below 0 all the way to the top."""
    for node in nodes:
        if not _is_negative(of_node(node, unit_type)):
            continue
        inner = (
            list(_sinking((child for child in node.children if isinstance(child, Group)), unit_type))
            if (isinstance(node, Group))
            else []
        )
        yield from inner or [node]


def _is_negative(reach: Reach) -> bool:
    return reach.low is None or reach.low < 0


def constant(subject: Subject) -> Iterator[Finding]:
    """An indicator's points depend on what is entered."""
    for spot, leaf in subject.leaves:
        reaches = {of_node(leaf, unit_type) for unit_type in leaf.heading.types}
        if reaches and all(reach.low == reach.high for reach in reaches):
            low = next(iter(reaches)).low
            text = f"{spot}不论怎样填报都得{in_points(low)}" if low is not None else ""
            yield Finding(subject.place(*spot.path, "rule"), text, "这一指标拉不开差距；请核对各档分值或可评的分")


CHECKS = (
    Check("leaf_maximum", THEME, "指标的满分得不到", "规则给不出满分的指标，谁做得再好也要丢分。", leaf_maximum),
    Check(
        "part_maximum",
        THEME,
        "测评和评价的满分得不到",
        "等次的分值与折算的基数不一致时，全票最好也到不了（或超过）这一部分的满分。",
        part_maximum,
    ),
    Check(
        "total_maximum",
        THEME,
        "总分的满分得不到",
        "总分没有一个单位能得满，或有单位能超过，应在会前知道。",
        total_maximum,
    ),
    Check("negative", THEME, "得分可能为负", "没有写下限的扣分会把别的指标的分也扣掉。", negative),
    Check("constant", THEME, "得分不会变化", "人人同分的指标不起考核作用，多半是漏写了档。", constant),
)
