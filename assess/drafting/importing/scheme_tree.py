"""The main file of an imported scheme: what its kind of table usually has where the document prints nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from assess.drafting.importing.head_fields import Head
from assess.ground.plain import Plain

_NOT_PRINTED = "原文没有印出{what}；这是本项目的默认{usual}，可以改"
_WEIGHTS = {
    "projects": {"output": 50, "benefit": 30, "satisfaction": 10},
    "institution": {"decision": 10, "process": 20, "duty": 40, "benefit": 20, "satisfaction": 10},
}
#: Sections that no usual form has; where there are any, their weight is only a beginning.
OTHER_WEIGHT = 10
_INSTITUTION_OUTPUT = 40

_PRINTED = "原文印出的分值"
_REFUSED = "原文印出的分值有的不能用；用的是本项目的默认（常见的自评表），可以改"
_EACH_PRINTED = "原文印出的分值；各表不同，以各表自己的为准"
_PARTLY_PRINTED = "印出分值的表，照印出的；其余的表没有印出或不能用，用的是本项目的默认（常见的自评表），可以改"


@dataclass(frozen=True, slots=True)
class TableOutline:
    """A table for the main file: its head, the ids of its sections, and their weights where it prints them."""

    head: Head
    sections: Sequence[str]
    weights: Mapping[str, Fraction]
    #: Whether it prints weights that cannot be used.
    are_refused: bool


@dataclass(frozen=True, slots=True)
class SchemeKind:
    """Whether the tables are those of projects or of whole institutions, and how many there are."""

    list: str
    count: int

    @property
    def is_single(self) -> bool:
        """Whether there is one table for the list, not a table a unit."""
        return self.list == "institution" and self.count == 1

    @property
    def label(self) -> str:
        """What the list is called."""
        return "部门整体" if self.list == "institution" else "项目"

    @property
    def prefix(self) -> str:
        """What the ids of its tables begin with."""
        return "u" if self.list == "institution" else "p"

    @property
    def unit_type(self) -> str:
        """The id of the units' type."""
        return "institution" if self.list == "institution" else "project"

    @property
    def points(self) -> int:
        """The full mark of the indicators: an execution rate counts 10 for projects."""
        return 100 if self.list == "institution" else 90

    def file(self, table: str) -> str:
        """Where a table stands."""
        return "targets.yaml" if self.is_single else f"{_FOLDER[self.list]}/{table}.yaml"


_FOLDER = {"institution": "units", "projects": "projects"}


def scheme_tree(
    name: str, title: str, year: int, kind: SchemeKind, tables: Sequence[TableOutline]
) -> Mapping[str, Plain]:
    """The main file."""
    head = tables[0].head
    return {
        "id": name,
        "title": title,
        "source": {"document": head.title or title} | ({"issuer": head.holder} if head.holder else {}),
        "period": {"from": date(year, 1, 1), "to": date(year, 12, 31)},
        "include": [kind.file("*")],
        "lists": {kind.list: {"label": kind.label}},
        "unit_types": {kind.unit_type: {"label": kind.label, "list": kind.list, "count": Fraction(kind.count)}},
        "parts": dict(_parts(kind)),
        "weights": _weights(kind, tables),
        "grades": {"origin": _NOT_PRINTED.format(what="等次线", usual=""), "bands": _bands()},
        "monitoring": {"at_risk_from": Fraction(80), "origin": _NOT_PRINTED.format(what="这条线", usual="")},
    }


def _parts(kind: SchemeKind) -> Iterator[tuple[str, Plain]]:
    if kind.points < 100:  # noqa: PLR2004 the rest is the execution rate
        rest = Fraction(100 - kind.points)
        yield "execution", {"label": "预算执行率", "full": {kind.list: rest}, "execution": {}}
    full = {kind.list: Fraction(kind.points)}
    yield "targets", {"label": "绩效指标", "full": full, "indicators": {"partial": "raw"}}


def _weights(kind: SchemeKind, tables: Sequence[TableOutline]) -> Mapping[str, Plain]:
    """Where every table prints its weights those of the first table that has a section, else the usual ones."""
    if all(table.weights for table in tables):
        printed: dict[str, Fraction] = {}
        for table in tables:
            printed = {**table.weights, **printed}
        is_one = all(table.weights == tables[0].weights for table in tables)
        return {"origin": _PRINTED if is_one else _EACH_PRINTED, "sections": printed}
    if any(table.weights for table in tables):
        origin = _PARTLY_PRINTED
    elif any(table.are_refused for table in tables):
        origin = _REFUSED
    else:
        origin = _NOT_PRINTED.format(what="权重", usual="（常见的自评表）")
    return {"origin": origin, "sections": _usual_weights(kind, tables)}


def _usual_weights(kind: SchemeKind, tables: Sequence[TableOutline]) -> Mapping[str, Plain]:
    """The usual weights, and one for every other section that there is."""
    weights = dict(_WEIGHTS[kind.list])
    present = dict.fromkeys(section for table in tables for section in table.sections)
    for name in present:
        other = _INSTITUTION_OUTPUT if name == "output" else OTHER_WEIGHT
        weights.setdefault(name, other)
    return {name: Fraction(weight) for name, weight in weights.items()}


def _bands() -> list[Plain]:
    lines = ((100, 90, "优"), (90, 80, "良"), (80, 60, "中"), (60, 0, "差"))
    return [
        {"label": label, "at_least": Fraction(low), ("at_most" if label == "优" else "below"): Fraction(high)}
        for high, low, label in lines
    ]


def has_usual_weight(section: str) -> bool:
    """Whether the usual forms give a section a weight."""
    return any(section in weights for weights in _WEIGHTS.values())
