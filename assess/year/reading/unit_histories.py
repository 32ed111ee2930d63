"""Reads what becomes of units inside a year, and checks it among all of them: names, days, who continues whom."""

from collections.abc import Iterator, Sequence

from assess.ground.days import day_words
from assess.ground.findings import Findings
from assess.ground.place import Place, did_you_mean
from assess.ground.tree import Path, Table, place_of
from assess.scheme.scheme import Scheme
from assess.year.evidence import Former, UnitHistory
from assess.year.reading.evidence_file import FormerFile, UnitFile

#: What may have been otherwise before a day, and what messages call it.
_CHANGING = {"name": "名称", "short": "简称", "head": "负责人", "table": "指标表"}


#: Lists of units, and what messages call them.
_LISTS = {"successor": "并入或分设成的单位", "previous": "承接的上一年单位"}


def history_of(unit: UnitFile) -> UnitHistory:
    """What the file says of the unit's year."""
    former = (Former(one.changed.isoformat(), one.name, one.short, one.head, one.table) for one in unit.formerly)
    return UnitHistory(
        formerly=tuple(former),
        since=unit.since.isoformat() if unit.since else "",
        until=unit.until.isoformat() if unit.until else "",
        successors=unit.successor,
        previous=unit.previous,
    )


def check_histories(findings: Findings, scheme: Scheme, units: Sequence[UnitFile], tree: Table) -> None:
    """Note every mistake in what is said of the units' year; `tree` is the file."""
    checker = _Checker(findings, scheme, units, tree)
    for index, unit in enumerate(units):
        checker.days(unit, index)
        checker.successors(unit, index)
        checker.previous(unit, index)
        for key in _CHANGING:
            checker.changes(unit, index, key)
    checker.former_names()
    checker.circles()


class _Checker:
    def __init__(self, findings: Findings, scheme: Scheme, units: Sequence[UnitFile], tree: Table) -> None:
        self._findings = findings
        self._scheme = scheme
        self._units = units
        self._by_id = {unit.id: unit for unit in units}
        self._tree = tree

    def _place(self, *path: str | int) -> Place:
        return place_of(self._tree, path)

    def days(self, unit: UnitFile, index: int) -> None:
        """A unit does not end before it begins; one that others continue has a last day."""
        if unit.since is not None and unit.until is not None and unit.until < unit.since:
            place = self._place("units", index, "until")
            last, first = f"最后一天{place.key('until')}{unit.until}", f"第一天{place.key('since')}{unit.since}"
            self._findings.error(place, "until_before_since", f"{unit.name}的{last}早于{first}")
        if unit.successor and unit.until is None:
            place = self._place("units", index, "successor")
            successor = place.key("successor")
            text = f"{unit.name}写了并入或分设成的单位{successor}，要写最后一天{place.key('until')}"
            example = "2019-03-01" if place.title else "until: 2019-03-01"
            hint = f"例如 {example}；没有撤并的，删去承接的单位{successor}"
            self._findings.error(place, "missing_key", text, hint)

    def successors(self, unit: UnitFile, index: int) -> None:
        """Whoever continues a unit is another one of the file, and goes on after its last day."""
        place = self._place("units", index, "successor")
        self.repeated(unit.successor, ("units", index, "successor"))
        for name in unit.successor:
            other = self._by_id.get(name)
            if other is None:
                known = [one for one in self._by_id if one != unit.id]
                text = f"没有“{name}”这个单位，不能由它承接{unit.name}"
                self._findings.error(place, "unknown_reference", text, did_you_mean(name, known))
            elif other is unit:
                text = f"{unit.name}不能由自己承接"
                self._findings.error(
                    place, "own_successor", text, f"请写并入或分设成的另一个单位{place.key('successor')}"
                )
            elif other.until is not None and unit.until is not None and other.until < unit.until:
                text = f"{other.name}（{name}）到{other.until}为止，不能承接{unit.until}才撤并的{unit.name}"
                hint = f"请核对两个单位的最后一天{place.key('until')}，或写最后承接的单位"
                self._findings.error(place, "ended_successor", text, hint)

    def previous(self, unit: UnitFile, index: int) -> None:
        """Whom a unit continues are others: last year's unit of its own id is itself."""
        self.repeated(unit.previous, ("units", index, "previous"))
        if unit.id in unit.previous:
            place = self._place("units", index, "previous")
            text = f"{unit.name}承接的上一年单位{place.key('previous')}里写了自己的编号“{unit.id}”"
            hint = "编号相同的就是同一个单位，不用写；请只写编号不同的上一年单位"
            self._findings.error(place, "own_previous", text, hint)

    def repeated(self, listed: Sequence[str], path: Path) -> None:
        """Nobody stands in a list twice."""
        for name in dict.fromkeys(one for one in listed if listed.count(one) > 1):
            place, key = self._place(*path), str(path[-1])
            text = f"{_LISTS[key]}{place.key(key)}里“{name}”写了两次"
            self._findings.error(place, "duplicate_reference", text, "只写一次")

    def changes(self, unit: UnitFile, index: int, key: str) -> None:
        """What was so before differs from what came after; two changes of one thing are on two days."""
        rows = [(one, number) for number, one in enumerate(unit.formerly) if getattr(one, key)]
        rows.sort(key=lambda row: row[0].changed)
        for position, (one, number) in enumerate(rows):
            after = rows[position + 1][0] if position + 1 < len(rows) else None
            place = self._place("units", index, "formerly", number, key)
            self._change(unit, key, one, after, place)
            if key == "table":
                self._table(unit, one.table, place)

    def _change(self, unit: UnitFile, key: str, one: FormerFile, after: FormerFile | None, place: Place) -> None:
        was, label = getattr(one, key), f"{unit.name}原来的{_CHANGING[key]}“{getattr(one, key)}”"
        if after is not None and after.changed == one.changed:
            text = f"{label}和“{getattr(after, key)}”都写在{day_words(one.changed.isoformat())}变更"
            hint = f"同一天只能变更一次，请核对变更日期{place.key('changed')}"
            self._findings.error(place, "two_changes", text, hint)
        elif was == (getattr(unit, key) if after is None else getattr(after, key)):
            text = f"{label}与变更以后的相同"
            hint = f"变更以前{place.key('formerly')}写原来的{_CHANGING[key]}；没有变更的，请删去"
            self._findings.error(place, "no_change", text, hint)

    def _table(self, unit: UnitFile, table: str, place: Place) -> None:
        kind = self._scheme.unit_types.get(unit.type)
        if kind is None:
            return
        known = [tree.id for tree in self._scheme.trees.values() if tree.is_table and tree.list == kind.list]
        if table not in known:
            text = f"没有“{table}”这张指标表" if known else f"{kind.label}不分指标表，不能写指标表{place.key('table')}"
            hint = did_you_mean(table, known) if known else "请删去"
            self._findings.error(place, "unknown_reference", text, hint)

    def former_names(self) -> None:
        """A paper under a former name belongs to one unit."""
        owners: dict[str, str] = {}
        for unit, name, place in self._former_names():
            owner = owners.setdefault(name, unit.id)
            if owner != unit.id:
                text = f"“{name}”写成{unit.name}的原名，又是{self._by_id[owner].name}的原名"
                ending = f"最后一天{place.key('until')}和分设成的单位{place.key('successor')}"
                hint = f"一个原名只能属于一个单位；分设的，写原单位的{ending}"
                self._findings.error(place, "former_name_twice", text, hint)

    def _former_names(self) -> Iterator[tuple[UnitFile, str, Place]]:
        for index, unit in enumerate(self._units):
            for number, one in enumerate(unit.formerly):
                if one.name:
                    yield unit, one.name, self._place("units", index, "formerly", number, "name")

    def circles(self) -> None:
        """Nobody continues itself by way of others; each circle is told once, where it is written first."""
        told: set[str] = set()
        for index, unit in enumerate(self._units):
            way = self._way_back(unit, (unit.id,))
            if len(way) > 2 and told.isdisjoint(way):  # noqa: PLR2004 a unit that names itself is told already
                told.update(way)
                names = "→".join(self._by_id[name].name for name in way)
                text = f"承接的单位绕成了一圈：{names}"
                place = self._place("units", index, "successor")
                hint = f"最后总要有一个单位没有撤并，请核对并入或分设成的单位{place.key('successor')}"
                self._findings.error(place, "circle", text, hint)

    def _way_back(self, unit: UnitFile, way: tuple[str, ...]) -> tuple[str, ...]:
        """The units from the first of `way` back to it, by way of successors; empty where there is no way back."""
        for name in unit.successor:
            if name == way[0]:
                return (*way, name)
            other = self._by_id.get(name)
            found = self._way_back(other, (*way, name)) if other is not None and name not in way else ()
            if found:
                return found
        return ()
