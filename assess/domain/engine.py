"""From a scheme and a year's evidence to the outcome: figures first, then points, then ranks and proposals.

Pure: the same scheme and evidence give the same outcome, whatever the order in which anything was written.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from assess.domain import ballots, panel
from assess.domain.address import UNIT, Address
from assess.domain.ballots import BallotRules
from assess.domain.case import Facts, all_figures
from assess.domain.evidence import Evidence, Mark, Unit
from assess.domain.execution import ExecutionRules, execution_of
from assess.domain.form import fund_questions
from assess.domain.grading import graded, ranked
from assess.domain.numbers import ZERO, half_up
from assess.domain.outcome import Flag, ListResult, Outcome, PartResult, UnitResult, UnitStatus
from assess.domain.panel import PanelRules
from assess.domain.place import Problem, Severity
from assess.domain.reminders import Year
from assess.domain.reminders.reminding import reminders_of
from assess.domain.scheme import Part, Scheme, TargetRules, Tree
from assess.domain.targets import Targets, TargetScorer


def assess(scheme: Scheme, evidence: Evidence) -> Outcome:
    """Score every unit that takes part, rank each list and propose grades."""
    return _Assessment(scheme, evidence).outcome()


class _Assessment:
    def __init__(self, scheme: Scheme, evidence: Evidence) -> None:
        self.scheme = scheme
        self.evidence = evidence
        self.problems: list[Problem] = []
        self._units = sorted(evidence.units, key=lambda unit: (unit.order, unit.id))
        self._present = [unit for unit in self._units if unit.takes_part]
        self._facts = Facts(scheme, evidence)
        self._figures = all_figures(scheme, self._facts, self._present)
        self._scorer = TargetScorer(scheme, self._facts, self._figures, self._rounded)
        self._targets: dict[str, Targets] = {}

    def outcome(self) -> Outcome:
        """Run both passes."""
        for unit in self._present:
            tree = self._tree(unit)
            scored = self._scorer.leaf_results(unit, tree)
            self._targets[unit.id] = Targets(scored, self._scorer.group_results(unit, tree, scored))
        self.problems += self._scorer.problems
        lists = tuple(self._list(name) for name in self.scheme.lists)
        return Outcome(
            scheme=self.scheme,
            evidence=self.evidence,
            lists=lists,
            figures={
                figure.id if not tree_is_table else f"{tree}/{figure.id}": figure
                for (tree, _, _), figure in self._figures.items()
                for tree_is_table in (self.scheme.trees[tree].is_table,)
            },
            problems=(
                *reminders_of(Year(self.scheme, self.evidence, self._facts)),
                *map(self.evidence.placed, self.problems),
            ),
        )

    def _rounded(self, value: Fraction) -> Fraction:
        """Round printed points; left exact where only totals are rounded (U15)."""
        return half_up(value, self.scheme.digits) if self.scheme.round_at == "leaf" else value

    def _list(self, name: str) -> ListResult:
        units = [unit for unit in self._units if self.scheme.unit_types[unit.type].list == name]
        present = [unit for unit in units if unit.takes_part]
        parts = {unit.id: self._parts(unit) for unit in present}
        self._fill(present, parts)
        results = [self._unit(unit, parts[unit.id]) for unit in present]
        within_type = any(
            isinstance(part.rules, TargetRules) and part.rules.partial == "rank_within_type"
            for part in self.scheme.parts
        )
        absent = [self._absent(unit) for unit in units if not unit.takes_part]
        listed = ListResult(
            id=name,
            label=self.scheme.lists[name],
            full=self.scheme.total_full(name),
            units=tuple(ranked([*results, *absent], within_type=within_type)),
            open=any(one.status in ("provisional", "incomplete") for one in results),
        )
        return graded(self.scheme, self.evidence, listed)

    def _parts(self, unit: Unit) -> dict[str, PartResult]:
        """The unit's parts; one whose full mark is 0 does not count on its list."""
        return {part.id: self._part(part, unit) for part in self.scheme.parts if self._full(part, unit)}

    def _part(self, part: Part, unit: Unit) -> PartResult:
        if isinstance(part.rules, BallotRules):
            return self._votes(part, part.rules, unit)
        if isinstance(part.rules, PanelRules):
            return self._panel(part, part.rules, unit)
        if isinstance(part.rules, ExecutionRules):
            return self._execution(part, part.rules, unit)
        targets = self._targets[unit.id]
        result = self._scorer.part(part, unit, self._tree(unit), targets)
        if result.points is None and not any(leaf.status == "missing" for leaf in targets.leaves.values()):
            text = f"{unit.name}没有参加考核的指标，{part.label}算不出来"
            self._missing(Address(unit.id, UNIT, "type"), text)
        return result

    def _tree(self, unit: Unit) -> Tree:
        return self.scheme.tree_of(unit.type, unit.table)

    def _full(self, part: Part, unit: Unit) -> Fraction:
        return part.full[self.scheme.unit_types[unit.type].list]

    def _votes(self, part: Part, rules: BallotRules, unit: Unit) -> PartResult:
        full = self._full(part, unit)
        tally = ballots.tally(rules, unit.ballots)
        if tally.mean is None:
            self._missing(Address(unit.id, part.id, "returned"), f"{unit.name}没有有效的{part.label}票")
            return PartResult(part, full, None, tally=tally)
        return PartResult(part, full, self._rounded(ballots.points(rules, tally.mean, full)), tally=tally)

    def _panel(self, part: Part, rules: PanelRules, unit: Unit) -> PartResult:
        full = self._full(part, unit)
        scores = panel.score(rules, unit.leaders, self._rounded, self._facts.recused(unit))
        for one in scores:
            if one.points is None:
                self._missing(Address(unit.id, part.id, one.group), f"{unit.name}缺{one.label}的评价")
        known = [one.points for one in scores if one.points is not None]
        points = sum(known, ZERO) if len(known) == len(scores) else None
        return PartResult(part, full, points, leaders=scores)

    def _execution(self, part: Part, rules: ExecutionRules, unit: Unit) -> PartResult:
        full, money = self._full(part, unit), execution_of(unit)
        missing = [one for one in fund_questions(unit, self._tree(unit), rules) if not one.answered]
        self.problems += [one.problem() for one in missing]
        exact = None if missing else money.points(full)
        return PartResult(part, full, None if exact is None else self._rounded(exact), execution=money)

    def _missing(self, address: Address, text: str) -> None:
        self.problems.append(Problem(None, "missing", text, severity=Severity.MISSING, address=address))

    def _fill(self, present: Iterable[Unit], parts: dict[str, dict[str, PartResult]]) -> None:
        """Fill from the other units' means where the scheme says so (U1 mean_fill)."""
        units = list(present)
        for part in self.scheme.parts:
            if not isinstance(part.rules, TargetRules) or part.rules.partial != "mean_fill":
                continue
            for unit in units:
                if part.id not in parts[unit.id]:
                    continue
                tree = self._tree(unit)
                alike = {one.id: self._targets[one.id] for one in units if self._tree(one) is tree}
                parts[unit.id][part.id] = self._scorer.filled(parts[unit.id][part.id], tree, unit, alike)

    def _unit(self, unit: Unit, parts: dict[str, PartResult]) -> UnitResult:
        targets = self._targets[unit.id]
        known = [part.points for part in parts.values() if part.points is not None]
        status: UnitStatus = "complete"
        if len(known) < len(parts):
            status = "incomplete"
        elif any(part.provisional for part in parts.values()):
            status = "provisional"
        return UnitResult(
            unit=unit,
            tree=self._tree(unit),
            status=status,
            parts=parts,
            groups=targets.groups,
            leaves=targets.leaves,
            total=half_up(sum(known, ZERO), self.scheme.digits) if status != "incomplete" else None,
            flags=tuple(self._flags(unit, status, parts)),
        )

    def _flags(self, unit: Unit, status: UnitStatus, parts: dict[str, PartResult]) -> Iterator[Flag]:
        if status == "incomplete":
            yield Flag("incomplete", "未完成：还有没填的数据")
        if status == "provisional":
            yield Flag("provisional", "暂定：全校参照值还缺其他单位的数据")
        for part in parts.values():
            if part.tally is not None and part.tally.mean is not None and isinstance(part.part.rules, BallotRules):
                for name in part.tally.empty_groups:
                    yield Flag("empty_group", f"{part.part.rules.groups[name].label}没有有效票，按其余群体计算")
        own = sorted({name for name in _assessors(unit) if self.evidence.assessors.get(name) == unit.id})
        if own:
            treated = "已回避不计" if self.scheme.recused else "照常计入"
            yield Flag("own_assessor", f"评分人{'、'.join(own)}属于本单位，{treated}")

    def _absent(self, unit: Unit) -> UnitResult:
        tree = self._tree(unit)
        flag = Flag("absent", f"本年度不参加考核：{unit.absent}")
        return UnitResult(unit, tree, "absent", {}, {}, {}, flags=(flag,))


def _assessors(unit: Unit) -> Iterator[str]:
    """Everybody who gave a named mark on the unit."""
    for marks in unit.leaders.values():
        yield from (mark.assessor for mark in marks)
    for fact in unit.facts.values():
        for value in fact.values.values():
            if isinstance(value, tuple):
                yield from (mark.assessor for mark in value if isinstance(mark, Mark))
