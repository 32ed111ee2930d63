"""Reads the bundles of papers of a vote: which round each is of, and what two people counted in it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from assess.entered.rounds import COUNTS, PAPERS, ROUND, Bundle, Round, RowCount
from assess.ground.address import BUNDLES
from assess.ground.findings import Findings
from assess.ground.place import did_you_mean
from assess.ground.tree import Table
from assess.scheme.scheme import Scheme
from assess.year.evidence import Unit
from assess.year.reading.rounds import RoundReader, count, named, required

_HINT = "写成 {round: 场次, papers: 张数, first_count: {单位: {各等次: 票数}}, second_count: {…}}"


def read_rounds(findings: Findings, scheme: Scheme, tree: Table, units: Iterable[Unit]) -> tuple[Round, ...]:
    """The rounds of a year with their bundles; `units` are those of the year."""
    reader = RoundReader(findings, scheme)
    rounds = reader.read(tree)
    bundles = _BundleReader(findings, scheme, rounds, {unit.id: unit for unit in units})
    found: dict[str, list[Bundle]] = {name: [] for name in rounds}
    for name, given, place in named(tree, BUNDLES):
        table = findings.table(given, f"“{name}”", place, _HINT)
        known = {one: one for one in (*rounds, *reader.asleep)}
        of = required(findings, table, ROUND, known, f"“{name}”属于的场次（round）") if table else None
        if of is not None and of in rounds:
            found[of].append(bundles.read(name, table, rounds[of]))
    return tuple(replace(one, bundles=tuple(found[name])) for name, one in rounds.items())


class _BundleReader:
    def __init__(
        self, findings: Findings, scheme: Scheme, rounds: Mapping[str, Round], units: Mapping[str, Unit]
    ) -> None:
        self._findings = findings
        self._scheme = scheme
        self._units = units
        self._kinds = {name: scheme.part_of[one.part].rules.paper_rows for name, one in rounds.items()}

    def read(self, name: str, table: Table, of: Round) -> Bundle:
        """One bundle of a round."""
        what = f"“{name}”"
        self._findings.unknown_keys(table, (ROUND, PAPERS, *COUNTS), what)
        counts = {}
        for key, label in COUNTS.items():
            if table.get(key) is not None:
                given = self._findings.table(table[key], f"{what}的{label}", table.key_place(key), _HINT)
                rows = {str(unit): self._row(given, str(unit), of, f"{what}的{label}") for unit in given}
                counts[key] = {unit: row for unit, row in rows.items() if row}
        found = {key: rows for key, rows in counts.items() if rows}
        return Bundle(name, count(self._findings, table, PAPERS, f"{what}的张数（papers）"), found)

    def _row(self, given: Table, unit: str, of: Round, what: str) -> RowCount:
        """What one count found on a unit's row; nothing where that is not entered."""
        known, place = self._units.get(unit), given.key_place(unit)
        if known is None:
            text = f"{what}：没有“{unit}”这个单位"
            self._findings.error(place, "unknown_reference", text, did_you_mean(unit, self._units))
            return {}
        if not of.is_on(self._scheme.unit_types[known.type].list):
            text = f"{what}：{known.name}不在场次“{of.name}”的名单里"
            self._findings.error(place, "unknown_reference", text, "请核对单位，或场次的名单（list）")
            return {}
        if given[unit] is None:
            return {}
        said = f"{what}中{known.name}的一行"
        row = self._findings.table(given[unit], said, place, _HINT)
        self._findings.unknown_keys(row, self._kinds[of.name], said)
        numbers = {kind: count(self._findings, row, kind, f"{said}的{kind}") for kind in self._kinds[of.name]}
        return {kind: number for kind, number in numbers.items() if number is not None}
