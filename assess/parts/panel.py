"""Leaders' marks: what they give a unit. Clause 二(一)3; readings U6a, U6b, U16."""

from collections.abc import Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, replace
from fractions import Fraction
from typing import Any, ClassVar, Self, cast

from assess.entered.enterable import ASSESSOR, Enterable
from assess.entered.questions import Question
from assess.entered.values import NOTHING, Mark, Opinion
from assess.ground.address import Address
from assess.ground.findings import Findings
from assess.ground.names import Names
from assess.ground.numbers import ZERO
from assess.ground.tree import Tree
from assess.parts.base import Keepers, Knows, PartCase, PartCheck, PartScore, ReachCase, TopLevel, Written
from assess.parts.opinions import mark_entry
from assess.parts.opinions.groups import blocking_empty
from assess.parts.opinions.mark_checks import leader_points
from assess.parts.opinions.mark_document import group_document
from assess.parts.opinions.mark_scores import GroupScore, score_groups, total_of
from assess.parts.opinions.marking import HUNDRED, Marking
from assess.parts.opinions.panel_words import panel_lines
from assess.rules.grammar.reach import Reach


@dataclass(frozen=True, slots=True)
class PanelScore(PartScore):
    """The leaders' marks on one unit, and what they give it."""

    _: KW_ONLY
    rules: Marking
    scored: tuple[GroupScore, ...]

    @property
    def groups(self) -> tuple[GroupScore, ...]:
        """The groups of leaders."""
        return self.scored

    @property
    def blocked(self) -> tuple[GroupScore, ...]:
        """The groups without a mark that counts, where that leaves the unit without points."""
        return blocking_empty(self.groups, self.rules.empty_group) if self.points is None else ()

    def lines(self, digits: int) -> Iterator[str]:
        """Say how many marks count, their means and the computation to repeat; no names."""
        return panel_lines(self.rules, self.groups, self.points, digits)

    def concealed(self, knows: Knows) -> Self:
        """The same with those single marks only that whoever looks may know."""
        return replace(self, scored=tuple(one.concealed(knows) for one in self.scored))

    def trace(self, written: Written) -> dict[str, Any]:
        """Each group's marks as far as they may be known, and what they came to."""
        return {"groups": {one.group: group_document(one, written) for one in self.groups}}


class PanelRules(Marking):
    """How leaders' marks become points: each group's mean ÷ the highest mark × the group's points."""

    kind: ClassVar[str] = "panel"
    title: ClassVar[str] = "领导打分"
    summary: ClassVar[str] = "领导评价：由领导评分算分"
    section: ClassVar[str] = "leaders"
    checks: ClassVar[tuple[PartCheck, ...]] = (leader_points,)

    def names(self) -> Iterator[Names]:
        """Levels, beside which 无 means that nobody gave one, and groups."""
        hint = f"数据文件里“{NOTHING}”表示没有人评分，请换一个名称"
        yield Names(("levels",), self.levels, "评价的等次", (NOTHING,), hint, are_ids=False)
        yield Names(("groups",), self.groups, "各组评分人的编号")

    def score(self, case: PartCase) -> PanelScore:
        """Score every group; no points while one lacks."""
        scored = score_groups(self, _marks(case.opinions), case.rounded, case.recused)
        return PanelScore(total_of(scored, self.empty_group), rules=self, scored=scored)

    def asks(self, case: PartCase) -> Iterator[Question]:
        """The marks of every group, each person's by itself where their names are known."""
        return mark_entry.questions(self, case, score_groups(self, _marks(case.opinions), case.rounded, case.recused))

    def read(self, findings: Findings, tree: Tree, unit: str) -> dict[str, Opinion]:
        """The marks, by group."""
        return dict(mark_entry.read_leaders(findings, self, tree, unit))

    def reach(self, case: ReachCase) -> Reach:
        """From the lowest mark of everybody to the highest."""
        del case
        worth = sum((group.points for group in self.groups.values()), ZERO)
        if self.instrument != "levels":
            return Reach(ZERO, worth)
        values = self.levels.values()
        return Reach(min(values) / HUNDRED * worth, max(values) / HUNDRED * worth)

    @property
    def top_level(self) -> TopLevel | None:
        """The level that ought to give the full mark, where levels are given."""
        if self.instrument != "levels":
            return None
        level = max(self.levels, key=lambda name: self.levels[name])
        return TopLevel(level, self.levels[level], HUNDRED, ("panel", "levels"))

    @property
    def group_labels(self) -> Mapping[str, str]:
        """The groups of leaders."""
        return {name: group.label for name, group in self.groups.items()}

    def highest_mark(self, group: str) -> Fraction | None:
        """What a leader of the group may give at most; None where levels are given."""
        return None if self.instrument == "levels" else self.highest(group)

    @property
    def confidential_to(self) -> Keepers:
        """Single marks are always a secret of somebody's."""
        return self.keepers

    @property
    def entry_inputs(self) -> Mapping[str, Enterable]:
        """The groups, each with its assessors."""
        return {name: Enterable(group.label, ASSESSOR) for name, group in self.groups.items()}

    def written_at(self, address: Address) -> tuple[str, ...]:
        """First the group, then the assessor."""
        return (address.input, address.assessor)


def _marks(opinions: Mapping[str, Opinion]) -> dict[str, tuple[Mark, ...]]:
    return {group: cast("tuple[Mark, ...]", given) for group, given in opinions.items()}
