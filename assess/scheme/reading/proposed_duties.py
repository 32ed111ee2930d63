"""Reads whom a scheme proposes as responsible: every item is one that it has."""

from collections.abc import Mapping

from assess.rules.base import Flaw
from assess.scheme.duties import ProposedDuty
from assess.scheme.items import Items
from assess.scheme.reading.scheme_file import SchemeFile
from assess.scheme.scheme import IndicatorTree


def proposed_duties(file: SchemeFile, trees: Mapping[str, IndicatorTree]) -> tuple[dict[str, ProposedDuty], list[Flaw]]:
    """The proposals by the word of their item, and what names no item, or one twice."""
    if not file.duties:
        return {}, []
    items = Items(trees, {name: part.label for name, part in file.parts.items()})
    duties: dict[str, ProposedDuty] = {}
    flaws = []
    for written, duty in file.duties.items():
        path = ("duties", written)
        words = items.read(written)
        if not words:
            text = f"没有“{written}”这个指标或组成部分"
            flaws.append(Flaw(path, "unknown_reference", text, items.near(written), is_key=True))
        elif len(words) > 1:
            text = f"“{written}”有{len(words)}个"
            flaws.append(Flaw(path, "ambiguous_name", text, f"请写编号：{'、'.join(words)}", is_key=True))
        elif words[0] in duties:
            flaws.append(
                Flaw(path, "duplicate_key", f"“{items.name(words[0])}”的分工写了两次", "只留一个", is_key=True)
            )
        else:
            duties[words[0]] = duty
    return duties, flaws
