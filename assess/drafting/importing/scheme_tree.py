"""The main file of an imported scheme: what the tables print, and what a skeleton has where they print nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assess.drafting.importing.head_fields import Head
from assess.drafting.importing.skeleton import Skeleton, TableKind, UsualWeights
from assess.ground.plain import Plain

_PRINTED = "原文印出的分值"
_EACH_PRINTED = "原文印出的分值；各表不同，以各表自己的为准"
_NOT_PRINTED = "原文没有印出权重；这是{called}，可以改"
_REFUSED = "原文印出的分值有的不能用；用的是{called}，可以改"
_PARTLY_PRINTED = "印出分值的表，照印出的；其余的表没有印出或不能用，用的是{called}，可以改"


@dataclass(frozen=True, slots=True)
class TableOutline:
    """A table for the main file: its head, the ids of its sections, and their weights where it prints them."""

    head: Head
    sections: Sequence[str]
    weights: Mapping[str, Fraction]
    #: Whether it prints weights that cannot be used.
    are_refused: bool


def scheme_tree(
    name: str, title: str, year: int, skeleton: Skeleton, kind: TableKind, tables: Sequence[TableOutline]
) -> Mapping[str, Plain]:
    """The main file."""
    head = tables[0].head
    count = len(tables)
    return {
        "id": name,
        "title": title,
        "source": {"document": head.title or title} | ({"issuer": head.holder} if head.holder else {}),
        "period": skeleton.period_in(year),
        "include": [kind.file("*", count)],
        "lists": {kind.list: {"label": kind.label}},
        "unit_types": {kind.unit_type: {"label": kind.label, "list": kind.list, "count": Fraction(count)}},
        "parts": kind.parts,
        "weights": _weights(kind.weights, tables),
        "grades": skeleton.grades,
        "monitoring": skeleton.monitoring,
    }


def _weights(usual: UsualWeights, tables: Sequence[TableOutline]) -> Mapping[str, Plain]:
    """Where every table prints its weights those of the first table that has a section, else the usual ones."""
    if all(table.weights for table in tables):
        printed: dict[str, Fraction] = {}
        for table in tables:
            printed = {**table.weights, **printed}
        is_one = all(table.weights == tables[0].weights for table in tables)
        return {"origin": _PRINTED if is_one else _EACH_PRINTED, "sections": printed}
    origin = _NOT_PRINTED
    if any(table.weights for table in tables):
        origin = _PARTLY_PRINTED
    elif any(table.are_refused for table in tables):
        origin = _REFUSED
    present = dict.fromkeys(section for table in tables for section in table.sections)
    others = {section: usual.of(section) for section in present if section not in usual.sections}
    return {"origin": origin.format(called=usual.called), "sections": usual.sections | others}
