"""The weights of a table's sections and indicators, as it prints them; what does not add up is said."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from assess.drafting.importing.indicator_nodes import Indicator, Section
from assess.drafting.importing.printed_weights import MISSING, PrintedWeight, fault_of, printed_weights
from assess.drafting.importing.skeleton import TableKind
from assess.drafting.importing.table_rows import PlacedDoubt
from assess.drafting.importing.tables_read import TargetTableRead
from assess.drafting.importing.weight_cells import number_in
from assess.drafting.target_text import Doubt
from assess.ground.numbers import ZERO, shares, short

_REFUSED = "这张表印出的分值都不用，用默认的权重"
_HINT = "请核对原表的分值，改好后重新导入，或改方案文件里的shares和weight"
#: More decimal places than anybody prints; with more, a weight comes of equal shares.
_PLACES = 10**4


@dataclass(frozen=True, slots=True)
class TableWeights:
    """Weights by id. `sections` is empty where nothing printed can be used; `leaves` has only those that differ."""

    sections: Mapping[str, Fraction] = field(default_factory=dict)
    leaves: Mapping[str, Fraction] = field(default_factory=dict)
    doubts: tuple[PlacedDoubt, ...] = ()

    @property
    def are_refused(self) -> bool:
        """Whether the table prints weights that cannot be used."""
        return bool(self.doubts) and not self.sections


def table_weights(read: TargetTableRead, sections: Sequence[Section], kind: TableKind) -> TableWeights:
    """The weights of one table of this kind."""
    points = kind.points
    indicators = {one.id: one for section in sections for one in section.indicators}
    printed = printed_weights(sections)
    if not printed:
        faults = [_fault(one, _REFUSED) for one in indicators.values() if fault_of(one).code != MISSING]
        return TableWeights(doubts=tuple(faults))
    filling = _Filling(indicators)
    filling.take_all(printed, points)
    if filling.is_refused:
        return TableWeights(doubts=tuple(filling.doubts))
    doubts = [*filling.doubts, *_sum_doubts(read, sum(filling.found.values(), ZERO), kind)]
    by_section = {one.id: {leaf.id: filling.found[leaf.id] for leaf in one.indicators} for one in sections}
    return _shared(read, by_section, points, doubts)


class _Filling:
    """Gives each indicator a weight, from what is printed for it alone to what is printed for many."""

    def __init__(self, indicators: Mapping[str, Indicator]) -> None:
        self.indicators = indicators
        self.found: dict[str, Fraction] = {}
        self.doubts: list[PlacedDoubt] = []
        self.is_refused = False

    def take_all(self, printed: Sequence[PrintedWeight], points: Fraction) -> None:
        """Take every number, then share what is left of the table's full mark out; end where nothing is left."""
        for one in printed:
            self._take(one)
            if self.is_refused:
                return
        missing, known = self._split(tuple(self.indicators))
        if missing:
            self._give(missing, known, points, "这张表", is_doubtful=True)

    def _take(self, printed: PrintedWeight) -> None:
        """Share a number out among those of its indicators that have none."""
        missing, known = self._split(printed.members)
        if missing:
            is_mixed = len(missing) < len(printed.members)
            self._give(missing, known, printed.weight, printed.what, is_doubtful=is_mixed)
        elif known != printed.weight:
            said = f"{printed.what}印的是{short(printed.weight)}分，各指标的分值合计{short(known)}分"
            self.doubts.append(PlacedDoubt(printed.place, Doubt("weight_group", said, "按各指标的分值", _HINT)))

    def _split(self, members: Sequence[str]) -> tuple[list[str], Fraction]:
        """Those without a weight, and the sum of the others."""
        missing = [name for name in members if name not in self.found]
        return missing, sum((self.found[name] for name in members if name in self.found), ZERO)

    def _give(self, missing: Sequence[str], known: Fraction, whole: Fraction, what: str, *, is_doubtful: bool) -> None:
        each = (whole - known) / len(missing)
        sums = f"{what}共{short(whole)}分，其余指标的分值合计{short(known)}分"
        without = [self.indicators[name] for name in missing]
        if each <= 0:
            self.is_refused = True
            self.doubts = [_fault(one, f"没有剩下的分（{sums}），{_REFUSED}") for one in without]
            return
        self.found.update(dict.fromkeys(missing, each))
        shared = [one for one in without if is_doubtful or fault_of(one).code != MISSING]
        self.doubts += [_fault(one, f"平分剩下的分（{sums}），得{short(each)}分") for one in shared]


def _fault(one: Indicator, assumed: str) -> PlacedDoubt:
    """What is wrong with the weight of one indicator."""
    fault = fault_of(one)
    place = one.row.weights[-1].place if one.row.weights else one.row.place
    return PlacedDoubt(place, Doubt(fault.code, fault.text, assumed, _HINT), f"{one.id} {one.row.name}")


def _sum_doubts(read: TargetTableRead, found: Fraction, kind: TableKind) -> Iterator[PlacedDoubt]:
    """Where the weights do not add up to the full mark, or to the total that is printed."""
    points = kind.points
    if found != points:
        said = f"印出的分值合计{short(found)}分，这张表的满分是{short(points)}分"
        if kind.beside:
            beside = "、".join(f"{label}{short(full)}分" for label, full in kind.beside.items())
            said += f"（另有{beside}）"
        yield PlacedDoubt(read.place, Doubt("weight_sum", said, f"按比例分成{short(points)}分", _HINT))
    total = read.total_weight
    number = None if total is None else number_in(total)
    if total is not None and number is not None and number not in (found, found + kind.points_beside):
        said = f"合计一行印的是{short(number)}分，各指标的分值合计{short(found)}分"
        yield PlacedDoubt(total.place, Doubt("weight_total", said, "按各指标的分值", _HINT))


def _shared(
    read: TargetTableRead,
    sections: Mapping[str, Mapping[str, Fraction]],
    points: Fraction,
    doubts: Sequence[PlacedDoubt],
) -> TableWeights:
    """The weights as a scheme writes them; none where a full mark would come out as 0."""
    sums = {name: sum(leaves.values(), ZERO) for name, leaves in sections.items()}
    marks = _marks(points, sums)
    leaf_marks = {name: _marks(marks[name], leaves) for name, leaves in sections.items()}
    if any(not mark for one in leaf_marks.values() for mark in one.values()):
        said = "按印出的分值，有的指标分不到0.01分"
        return TableWeights(doubts=(PlacedDoubt(read.place, Doubt("weight_small", said, _REFUSED, _HINT)),))
    written: dict[str, Fraction] = {}
    for name, leaves in sections.items():
        if len(set(leaves.values())) > 1:
            written |= _as_printed(leaves, leaf_marks[name])
    return TableWeights(_as_printed(sums, marks), written, tuple(doubts))


def _marks(full: Fraction, weights: Mapping[str, Fraction]) -> Mapping[str, Fraction]:
    """The full marks that come of weights."""
    return dict(zip(weights, shares(full, list(weights.values())), strict=True))


def _as_printed(weights: Mapping[str, Fraction], marks: Mapping[str, Fraction]) -> Mapping[str, Fraction]:
    """The weights; the full marks that come of them where equal shares made an endless decimal of one."""
    return weights if all(_PLACES % weight.denominator == 0 for weight in weights.values()) else marks
