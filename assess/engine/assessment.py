"""From a scheme and a year's evidence to the outcome: figures first, then points, then ranks and proposals.

Pure: the same scheme and evidence give the same outcome, whatever the order in which anything was written.
"""

from collections.abc import Iterator

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
from assess.engine.sums import UnitSums
from assess.entered.questions import lack, lacks
from assess.entered.values import Mark
from assess.ground.address import UNIT, Address
from assess.ground.numbers import ZERO, half_up
from assess.ground.place import Problem, Severity
from assess.parts.opinions.groups import AssessingGroup
from assess.scheme.scheme import IndicatorTree, Part, Scheme
from assess.year.case import Facts, all_figures
from assess.year.evidence import Evidence, Unit
from assess.year.part_case import UnitPart
from assess.year.reminders import Year
from assess.year.reminders.reminding import reminders_of
from assess.year.unit_changes import Succession, renamings

#: What to do about a unit that nothing applies to.
_NOTHING_TO_DO = "不参加考核的单位写明不参加的原因；单位类型或“不适用”写错的请改正"

_NOTHING_IN_PART = "这类单位不考核这一部分的，请核对方案：另分一张名单，这一部分的满分写0；或“不适用”写错的请改正"


def assess(scheme: Scheme, evidence: Evidence) -> Outcome:
    """Score every unit that takes part, rank each list and propose grades."""
    return _Assessment(scheme, evidence).outcome()


class _Assessment:
    def __init__(self, scheme: Scheme, evidence: Evidence) -> None:
        self.scheme = scheme
        self.evidence = evidence
        self.problems: list[Problem] = []
        self._units = sorted(evidence.units, key=lambda unit: (unit.order, unit.id))
        self._succession = Succession(evidence.units)
        self._present = [unit for unit in self._units if unit.takes_part]
        self._facts = Facts(scheme, evidence)
        self._figures = all_figures(scheme, self._facts, self._present)
        self._scorer = TargetScorer(scheme, self._facts, self._figures)
        #: By tree, then by unit.
        self._targets: dict[str, dict[str, Targets]] = {}

    def outcome(self) -> Outcome:
        """Run both passes."""
        for unit in self._present:
            tree = self._tree(unit)
            scored = self._scorer.leaf_results(unit, tree)
            combined = Targets(scored, self._scorer.group_results(unit, tree, scored))
            self._targets.setdefault(tree.id, {})[unit.id] = combined
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
                *map(self.evidence.placed, dict.fromkeys(self.problems)),
            ),
        )

    def _list(self, name: str) -> ListResult:
        units = [unit for unit in self._units if self.scheme.unit_types[unit.type].list == name]
        present = [unit for unit in units if unit.takes_part]
        parts = {unit.id: self._parts(unit) for unit in present}
        results = [self._unit(unit, parts[unit.id]) for unit in present]
        absent = [self._absent(unit) for unit in units if not unit.takes_part]
        listed = ListResult(
            id=name,
            label=self.scheme.lists[name],
            full=self.scheme.total_full(name),
            units=tuple(ranked([*results, *absent], within_type=self.scheme.ranks_within_type)),
            open=any(one.status in ("provisional", "incomplete") and not one.unit.ungraded for one in results),
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
        tree = self._tree(unit)
        case = UnitPart(self._facts, part, unit, UnitSums(self._scorer, part, unit, tree, self._targets[tree.id]))
        self.problems += self._scorer.problems(unit, part.nodes(tree))
        score = part.rules.score(case)
        self.problems += part.rules.contradictions(case)
        if score.points is None:
            self.problems += lacks(part.rules.asks(case))
            self.problems += [self._blocking(part, unit, group) for group in score.blocked]
        if score.nothing_applies:
            among = f"“{part.label}”里" if part.rules.named_nodes else ""
            text = f"{among}{score.why_nothing(unit.name)}，{part.label}算不出来，不能排名"
            self._unranked(unit, text, _NOTHING_IN_PART if among else _NOTHING_TO_DO)
        return PartResult(part, case.full, score)

    def _blocking(self, part: Part, unit: Unit, group: AssessingGroup) -> Problem:
        """Say for want of which group a part has no points, although it is entered."""
        address = part.rules.group_address(unit.id, part.id, group.group)
        return lack(address, f"{unit.name}的{part.label}：{group.reason()}", group.remedy(), NOBODY_COUNTS)

    def _tree(self, unit: Unit) -> IndicatorTree:
        return self.scheme.tree_of(unit.type, unit.table)

    def _unranked(self, unit: Unit, text: str, hint: str) -> None:
        """Say why a unit has no total although nothing is missing."""
        address = Address(unit.id, UNIT, "type")
        self.problems.append(Problem(None, NOTHING_APPLIES, text, hint, Severity.WARNING, address, unranked=True))

    def _unit(self, unit: Unit, parts: dict[str, PartResult]) -> UnitResult:
        targets = self._targets[self._tree(unit).id][unit.id]
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
            parts=parts,
            groups=targets.groups,
            leaves=targets.leaves,
            total=half_up(sum(known, ZERO), self.scheme.digits) if status != "incomplete" else None,
            flags=tuple(self._flags(unit, status, parts)),
        )

    def _flags(self, unit: Unit, status: UnitStatus, parts: dict[str, PartResult]) -> Iterator[Flag]:
        if unit.ungraded:
            yield Flag("ungraded", f"不定等次：{unit.ungraded}")
        yield from (Flag("renamed", text) for text in renamings(unit))
        yield from (Flag("succession", text) for text in self._succession.beginnings(unit))
        if any(part.is_unfilled for part in parts.values()):
            yield Flag("incomplete", "未完成：还有没填的数据")
        unheard = [self._of_part(part.part, one, one.reason()) for part in parts.values() for one in part.unheard]
        if unheard:
            yield Flag(NOBODY_COUNTS, f"未完成：{'、'.join(unheard)}")
        for part in parts.values():
            if part.nothing_applies:
                among = f"“{part.part.label}”里" if part.part.rules.named_nodes else ""
                yield Flag(NOTHING_APPLIES, f"{among}{part.score.why_nothing()}，{part.part.label}算不出来，不能排名")
        if not parts:
            yield Flag(NOTHING_APPLIES, "本单位所在的名单没有计分的部分，不能排名")
        if status == "provisional":
            yield Flag("provisional", "暂定：全校参照值还缺其他单位的数据")
        for part in parts.values():
            empty = [one for one in part.score.groups if one.status == "empty"] if part.points is not None else []
            yield from (Flag("empty_group", self._of_part(part.part, one, one.left_out())) for one in empty)
        own = sorted({name for name in _assessors(unit) if self.evidence.assessors.get(name) == unit.id})
        if own:
            treated = "已回避不计" if self.scheme.recused else "照常计入"
            yield Flag("own_assessor", f"评分人{'、'.join(own)}属于本单位，{treated}")

    def _of_part(self, part: Part, group: AssessingGroup, said: str) -> str:
        """What is said of a group, with its part of the total where another one has a group of that name."""
        alone = self.scheme.group_name(part, group.group) == part.rules.group_labels[group.group]
        return said if alone else f"{part.label}：{said}"

    def _absent(self, unit: Unit) -> UnitResult:
        tree = self._tree(unit)
        flags = [Flag("absent", f"本年度不参加考核：{unit.absent}")] if unit.absent else []
        if unit.ended:
            flags.append(Flag("ended", self._succession.ending(unit)))
        return UnitResult(unit, tree, "absent", {}, {}, {}, flags=tuple(flags))


def _assessors(unit: Unit) -> Iterator[str]:
    """Everybody who gave a named mark on the unit."""
    for opinions in unit.opinions.values():
        for given in opinions.values():
            yield from (mark.assessor for mark in given if isinstance(mark, Mark)) if isinstance(given, tuple) else ()
    for fact in unit.facts.values():
        for value in fact.values.values():
            if isinstance(value, tuple):
                yield from (mark.assessor for mark in value if isinstance(mark, Mark))
