"""Items that a document states twice: declared ones are printed, undeclared ones are found by their labels."""

from collections.abc import Iterator
from itertools import combinations

from assess.drafting.checks.check import Check, Finding
from assess.drafting.checks.subject import Spot, Subject
from assess.drafting.target_text.printed import narrowed

THEME = "重复的项目"

_RELATIONS = {"same": "内容重复", "contains": "一条包含另一条"}


def declared(subject: Subject) -> Iterator[Finding]:
    """No work is scored twice; where the document does so, it is said."""
    for index, overlap in enumerate(subject.scheme.overlaps):
        spots = [spot for spot in subject.spots if _cited(spot, overlap.table, overlap.ids)]
        if len(spots) < len(overlap.ids):
            # Where one mark is given for the whole group, nothing is counted twice.
            continue
        note = f"：{overlap.note}" if overlap.note else ""
        text = f"{'与'.join(map(str, spots))}{_RELATIONS[overlap.relation]}{note}"
        hint = "方案已声明这一重复，照原文保留；同一件事会计两次分"
        yield Finding(subject.place("overlaps", index), text, hint)


def _cited(spot: Spot, table: str, ids: tuple[str, ...]) -> bool:
    return spot.node.id in ids and (spot.indicators.id == table or spot.path[0] == "common")


def undeclared(subject: Subject) -> Iterator[Finding]:
    """No two indicators of one table have the same label, unless an overlap declares it or no unit has both."""
    # Blanks and the shape of brackets make no other name.
    said = {(one.table, pair) for one in subject.scheme.overlaps for pair in combinations(sorted(one.ids), 2)}
    by_label: dict[tuple[str, str], list[Spot]] = {}
    for spot, leaf in subject.leaves:
        by_label.setdefault((spot.indicators.id, narrowed(leaf.heading.label)), []).append(spot)
    for (table, _), spots in by_label.items():
        for first, second in combinations(spots, 2):
            ids = (min(first.node.id, second.node.id), max(first.node.id, second.node.id))
            if first.node.heading.types & second.node.heading.types and (table, ids) not in said:
                label = first.node.heading.label
                text = f"{first}与{second}的名称相同，都是“{label}”"
                hint = "同一件事写了两次的，请在overlaps里声明；不同的，请把名称写得能分清"
                yield Finding(subject.place(*second.path, "label"), text, hint)


CHECKS = (
    Check("overlap", THEME, "已声明的重复", "同一件事会计两次分，定稿前应有人知道。", declared),
    Check("same_label", THEME, "名称相同的指标", "同名的两条指标，多半是同一件事写了两次。", undeclared),
)
