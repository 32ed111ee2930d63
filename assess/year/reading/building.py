"""Builds a year's evidence against a scheme; every mistake is collected with its place."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from assess.entered.rounds import Round
from assess.ground.address import Address
from assess.ground.findings import Findings
from assess.ground.labelled import Labelled
from assess.ground.place import Place, ProblemsError, did_you_mean, listed
from assess.ground.tree import Path, Table, at, place_of
from assess.scheme.reading.one_run import check
from assess.scheme.scheme import Scheme
from assess.year.enterables import Enterables, NamedUnit
from assess.year.evidence import Decision, Evidence, Unit
from assess.year.reading.addresses import AddressBook
from assess.year.reading.bundles import read_rounds
from assess.year.reading.confirmations import read_confirmations
from assess.year.reading.evidence_file import DecisionFile, EvidenceFile, UnitFile
from assess.year.reading.evidence_standins import EvidenceMender
from assess.year.reading.in_ids import in_ids
from assess.year.reading.unit_histories import check_histories
from assess.year.reading.units import UnitReader
from assess.year.written import Written


def build_evidence(
    tree: Table, scheme: Scheme, *, is_sample: bool = False, where: Callable[[Address], Place] | None = None
) -> Evidence:
    """Build the evidence that `tree` holds. Raises `ProblemsError` with every mistake found.

    What only the default readings would ask for may stay in the file while others are in force. `is_sample`: whether
    it is the scheme's own sample. `where`: says where a value has its place, if not the tree does.
    """
    spelled = Findings()
    enterables = Enterables(scheme)
    tree = in_ids(tree, enterables, spelled)
    mender = EvidenceMender(scheme.id)
    file, tree, problems = check(tree, EvidenceFile, mender.mend)
    if file is None:
        raise ProblemsError(listed([*spelled.problems, *problems]))
    builder = _EvidenceBuilder(enterables, tree, mender.skipped)
    builder.findings.problems += [*spelled.problems, *problems]
    evidence = builder.evidence(file)
    if builder.findings.failed:
        raise ProblemsError(listed(builder.findings.problems))
    return replace(evidence, is_sample=is_sample, written=Written(builder.tree, scheme, where))


#: What a decision of each kind names.
_DECIDED = {"bar": "条否决情形", "grade": "个等次", "award": "个奖项"}


class _EvidenceBuilder:
    def __init__(self, enterables: Enterables, tree: Table, skipped: AbstractSet[Path] = frozenset()) -> None:
        self.scheme = enterables.scheme
        self._enterables = enterables
        self.skipped = skipped
        self.tree = tree
        self.findings = Findings()
        self._units = UnitReader(enterables.entries, self.findings)

    def evidence(self, file: EvidenceFile) -> Evidence:
        if file.scheme != self.scheme.id:
            text = f"这份数据是给方案“{file.scheme}”的，现在用的方案是“{self.scheme.id}”"
            place = place_of(self.tree, ("scheme",))
            self.findings.error(place, "other_scheme", text, "请换用对应的方案或数据文件")
        units = tuple(self._units.unit(unit, node) for unit, node in self._written(file.units))
        self._check_repeats(file.units)
        check_histories(self.findings, self.scheme, file.units, self.tree)
        ids = dict.fromkeys(unit.id for unit in file.units)
        for assessor, unit in file.assessors.items():
            self._check_unit(unit, ids, ("assessors", assessor))
        decisions = {
            index: self._decision(decision, ("decisions", index), ids)
            for index, decision in enumerate(file.decisions)
            if ("decisions", index) not in self.skipped
        }
        self._check_graded(decisions, {unit.id: unit for unit in units})
        self._check_decided_once(decisions)
        rounds = self._rounds(units, file)
        named = [NamedUnit(unit.id, unit.name, unit.type, unit.table, unit.short) for unit in file.units]
        book = AddressBook(self._enterables, named, file.assessors)
        confirmed = read_confirmations(self.findings, file.confirmed, self.tree, book, self.skipped)
        return Evidence(
            scheme=file.scheme,
            title=file.title,
            units=units,
            made_up=file.made_up,
            assessors=file.assessors,
            decisions=tuple(decisions.values()),
            rounds=rounds,
            stage=file.stage,
            confirmed=confirmed,
        )

    def _rounds(self, units: Iterable[Unit], file: EvidenceFile) -> tuple[Round, ...]:
        """The votes; where a unit could not be read nobody can tell which units they may name."""
        if self.skipped or len(file.units) != len({unit.id for unit in file.units}):
            return ()
        known = [unit for unit in units if unit.type in self.scheme.unit_types]
        return read_rounds(self.findings, self.scheme, self.tree, known)

    def _written(self, units: Iterable[UnitFile]) -> Iterator[tuple[UnitFile, Table]]:
        for index, unit in enumerate(units):
            node = at(self.tree, ("units", index))
            if isinstance(node, Table) and ("units", index) not in self.skipped:
                yield unit, node

    def _check_repeats(self, units: Sequence[UnitFile]) -> None:
        for what, label in (("id", "编号"), ("name", "名称")):
            seen: dict[str, int] = {}
            for index, unit in enumerate(units):
                word = getattr(unit, what)
                first = seen.setdefault(word, index)
                if first != index:
                    place, before = (place_of(self.tree, ("units", one, what)) for one in (index, first))
                    where = f"第一次在{before.in_file}" if before.line else f"编号“{units[first].id}”的单位已用"
                    text = f"单位{label}“{word}”重复了，{where}"
                    self.findings.error(place, "duplicate_unit", text, "每个单位只能写一次")

    def _check_unit(self, unit: str, known: Iterable[str], path: Path) -> None:
        if unit not in known:
            text = f"没有“{unit}”这个单位"
            self.findings.error(place_of(self.tree, path), "unknown_reference", text, did_you_mean(unit, known))

    def _decision(self, given: DecisionFile, path: Path, units: Iterable[str]) -> Decision:
        self._check_unit(given.unit, units, (*path, "unit"))
        known = self._decidable(given.kind)
        value = getattr(given, given.kind)
        for other in ("bar", "grade", "award"):
            if other != given.kind and getattr(given, other) is not None:
                place = place_of(self.tree, (*path, other))
                self.findings.error(place, "unknown_key", f"kind是{given.kind}时不能写{other}")
        if value is None:
            text = f"kind是{given.kind}时要写{given.kind}"
            hint = "可用的有：" + "、".join(known.values()) if known else ""
            self.findings.error(place_of(self.tree, path), "missing_key", text, hint)
        elif value not in known:
            place = place_of(self.tree, (*path, given.kind))
            text = f"没有“{value}”这{_DECIDED[given.kind]}"
            hint = Labelled(given.kind, {name: (label,) for name, label in known.items()}).hint(value)
            self.findings.error(place, "unknown_reference", text, hint)
        return Decision(given.unit, given.kind, value or "", given.reason, given.by, given.at.isoformat())

    def _check_graded(self, decisions: Mapping[int, Decision], units: Mapping[str, Unit]) -> None:
        """Nobody decides on a grade for a unit that is said to have none."""
        for index, decision in decisions.items():
            unit = units.get(decision.unit)
            if decision.kind == "grade" and unit is not None and unit.ungraded:
                place = place_of(self.tree, ("decisions", index, "grade"))
                text = f"{unit.name}写了不定等次（{unit.ungraded}），又决定为“{decision.value}”"
                self.findings.error(place, "ungraded", text, "请删去其中一处")

    def _check_decided_once(self, decisions: Mapping[int, Decision]) -> None:
        """Two grades for one unit on one day: nobody could tell which one stands."""
        seen: dict[tuple[str, str], str] = {}
        for index, decision in decisions.items():
            if decision.kind != "grade":
                continue
            first = seen.setdefault((decision.unit, decision.at), decision.value)
            if first != decision.value:
                place = place_of(self.tree, ("decisions", index, "grade"))
                text = f"{decision.unit}在{decision.at}已决定为“{first}”，同一天又写“{decision.value}”"
                self.findings.error(place, "two_decisions", text, "只留一个；后来改的，at写改的那天")

    def _decidable(self, kind: str) -> Mapping[str, str]:
        """What may be decided, by id, with its label."""
        selection = self.scheme.selection
        if selection is None:
            labels = self.scheme.grades.labels if self.scheme.grades is not None and kind == "grade" else ()
            return {label: label for label in labels}
        grades = selection.labels
        known: Mapping[str, Mapping[str, str]] = {
            "bar": {name: one.label for name, one in selection.bars.items()},
            "grade": {label: label for label in (grades.excellent, grades.qualified, grades.failed)},
            "award": {name: one.label for name, one in selection.awards.items()},
        }
        return known[kind]
