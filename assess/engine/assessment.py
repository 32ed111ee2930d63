"""From a scheme and a year's evidence to the outcome: figures first, then points, then ranks and proposals.

Pure: the same scheme and evidence give the same outcome, whatever the order in which anything was written.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from assess.engine.form import fund_questions
from assess.engine.grading import graded, ranked
from assess.engine.outcome import (
    NOBODY_COUNTS,
    NOTHING_APPLIES,
    Flag,
    ListResult,
    Outcome,
    PartResult,
    UnitResult,
    UnitStatus,
)
from assess.engine.scoring import Targets, TargetScorer
from assess.entered.values import RETURNED, Mark
from assess.ground.address import UNIT, Address
from assess.ground.numbers import ZERO, half_up
from assess.ground.place import Problem, Severity
from assess.parts import ballots, panel
from assess.parts.assessing_groups import AssessingGroup, lacking
from assess.parts.ballots import BallotRules
from assess.parts.execution import ExecutionRules, execution_of
from assess.parts.panel import PanelRules
from assess.scheme.scheme import Part, Scheme, TargetRules, Tree
from assess.year.case import Facts, all_figures
from assess.year.evidence import Evidence, Unit
from assess.year.reminders import Year
from assess.year.reminders.reminding import reminders_of

#: What to do about a unit that nothing applies to.
_NOTHING_TO_DO = "不参加考核的单位写takes_part: {no: 原因}；单位类型或“不适用”写错的请改正"


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
        """The unit's parts that count on its list."""
        listed = self.scheme.parts_of(self.scheme.unit_types[unit.type].list)
        if not listed:
            text = f"{unit.name}所在的名单没有计分的部分，算不出总分，不能排名"
            hint = f"请在方案的parts里给这张名单写满分；{_NOTHING_TO_DO}"
            self._unranked(unit, text, hint)
        return {part.id: self._part(part, unit) for part in listed}

    def _part(self, part: Part, unit: Unit) -> PartResult:
        if isinstance(part.rules, BallotRules):
            return self._votes(part, part.rules, unit)
        if isinstance(part.rules, PanelRules):
            return self._panel(part, part.rules, unit)
        if isinstance(part.rules, ExecutionRules):
            return self._execution(part, part.rules, unit)
        targets = self._targets[unit.id]
        result = self._scorer.part(part, unit, self._tree(unit), targets)
        if result.points is not None or any(leaf.status == "missing" for leaf in targets.leaves.values()):
            return result
        self._unranked(unit, f"{result.why_nothing(unit.name)}，{part.label}算不出来，不能排名", _NOTHING_TO_DO)
        return replace(result, nothing_applies=True)

    def _tree(self, unit: Unit) -> Tree:
        return self.scheme.tree_of(unit.type, unit.table)

    def _full(self, part: Part, unit: Unit) -> Fraction:
        return part.full[self.scheme.unit_types[unit.type].list]

    def _votes(self, part: Part, rules: BallotRules, unit: Unit) -> PartResult:
        full = self._full(part, unit)
        tally = ballots.tally(rules, unit.ballots)
        if tally.mean is None:
            without = tuple(lacking(tally.groups, rules.empty_group))
            for group in without:
                self._lacking(Address(unit.id, part.id, RETURNED, group=group.group), unit, part, group)
            return PartResult(part, full, None, tally=tally, lacking=without)
        return PartResult(part, full, self._rounded(ballots.points(rules, tally.mean, full)), tally=tally)

    def _panel(self, part: Part, rules: PanelRules, unit: Unit) -> PartResult:
        full = self._full(part, unit)
        scores = panel.score(rules, unit.leaders, self._rounded, self._facts.recused(unit))
        points = panel.total(scores, rules.empty_group)
        without = tuple(lacking(scores, rules.empty_group)) if points is None else ()
        for group in without:
            self._lacking(Address(unit.id, part.id, group.group), unit, part, group)
        return PartResult(part, full, points, leaders=scores, lacking=without)

    def _lacking(self, address: Address, unit: Unit, part: Part, group: AssessingGroup) -> None:
        """Say for want of which group a part has no points."""
        text = f"{unit.name}的{part.label}：{group.reason()}"
        code = NOBODY_COUNTS if group.status == "empty" else "missing"
        self.problems.append(Problem(None, code, text, group.remedy(), Severity.MISSING, address))

    def _execution(self, part: Part, rules: ExecutionRules, unit: Unit) -> PartResult:
        full, money = self._full(part, unit), execution_of(unit)
        missing = [one for one in fund_questions(unit, self._tree(unit), rules) if not one.answered]
        self.problems += [one.problem() for one in missing]
        exact = None if missing else money.points(full)
        return PartResult(part, full, None if exact is None else self._rounded(exact), execution=money)

    def _unranked(self, unit: Unit, text: str, hint: str) -> None:
        """Say why a unit has no total although nothing is missing."""
        address = Address(unit.id, UNIT, "type")
        self.problems.append(Problem(None, NOTHING_APPLIES, text, hint, Severity.WARNING, address, unranked=True))

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
        if len(known) < len(parts) or not parts:
            status = "incomplete"
        elif any(part.provisional for part in parts.values()):
            status = "provisional"
        return UnitResult(
            unit=unit,
            tree=self._tree(unit),
            status=status,
            parts={name: _without_dummy(part) for name, part in parts.items()},
            groups=targets.groups,
            leaves=targets.leaves,
            total=half_up(sum(known, ZERO), self.scheme.digits) if status != "incomplete" else None,
            flags=tuple(self._flags(unit, status, parts)),
        )

    def _flags(self, unit: Unit, status: UnitStatus, parts: dict[str, PartResult]) -> Iterator[Flag]:
        if any(part.is_unfilled for part in parts.values()):
            yield Flag("incomplete", "未完成：还有没填的数据")
        unheard = [one.reason() for part in parts.values() for one in part.unheard]
        if unheard:
            yield Flag(NOBODY_COUNTS, f"未完成：{'、'.join(unheard)}")
        for part in parts.values():
            if part.nothing_applies:
                yield Flag(NOTHING_APPLIES, f"{part.why_nothing()}，{part.part.label}算不出来，不能排名")
        if not parts:
            yield Flag(NOTHING_APPLIES, "本单位所在的名单没有计分的部分，不能排名")
        if status == "provisional":
            yield Flag("provisional", "暂定：全校参照值还缺其他单位的数据")
        for part in parts.values():
            empty = [one for one in part.assessing if one.status == "empty"] if part.points is not None else []
            yield from (Flag("empty_group", one.left_out()) for one in empty)
        own = sorted({name for name in _assessors(unit) if self.evidence.assessors.get(name) == unit.id})
        if own:
            treated = "已回避不计" if self.scheme.recused else "照常计入"
            yield Flag("own_assessor", f"评分人{'、'.join(own)}属于本单位，{treated}")

    def _absent(self, unit: Unit) -> UnitResult:
        tree = self._tree(unit)
        flag = Flag("absent", f"本年度不参加考核：{unit.absent}")
        return UnitResult(unit, tree, "absent", {}, {}, {}, flags=(flag,))


def _without_dummy(part: PartResult) -> PartResult:
    """An applicable full mark of 0 is none: nothing applies, or only what has no full mark of its own."""
    return replace(part, applicable_full=None) if part.applicable_full == 0 else part


def _assessors(unit: Unit) -> Iterator[str]:
    """Everybody who gave a named mark on the unit."""
    for marks in unit.leaders.values():
        yield from (mark.assessor for mark in marks)
    for fact in unit.facts.values():
        for value in fact.values.values():
            if isinstance(value, tuple):
                yield from (mark.assessor for mark in value if isinstance(mark, Mark))
