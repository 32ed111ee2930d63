"""Democratic votes: what the ballots on a unit give it. Clause 二(一)1; readings U4, U5a–U5c."""

from collections.abc import Iterator, Mapping
from dataclasses import KW_ONLY, dataclass
from fractions import Fraction
from typing import Any, ClassVar, cast

from assess.entered.enterable import Enterable
from assess.entered.questions import Question
from assess.entered.rounds import Round
from assess.entered.values import ABSTAINED, INVALID, ISSUED, OWN, RETURNED, BallotCount, Opinion
from assess.ground.address import Address
from assess.ground.findings import Findings
from assess.ground.names import Names
from assess.ground.place import Problem
from assess.ground.tree import Tree
from assess.parts.base import PartCase, PartCheck, PartScore, ReachCase, TopLevel, Written
from assess.parts.opinions import ballot_entry
from assess.parts.opinions.ballot_checks import voter_weights
from assess.parts.opinions.ballot_document import tally_document
from assess.parts.opinions.ballot_words import ballot_lines
from assess.parts.opinions.groups import blocking_empty
from assess.parts.opinions.quorum_checks import quorum_problems, quorum_reminders
from assess.parts.opinions.round_entry import round_questions
from assess.parts.opinions.round_rows import RoundRow, row_kinds, row_of
from assess.parts.opinions.tally import GroupTally, Tally, points_of, tally
from assess.parts.opinions.voting import IGNORED, Voting
from assess.rules.grammar.reach import Reach


@dataclass(frozen=True, slots=True)
class BallotScore(PartScore):
    """The votes on one unit, and what they give it."""

    _: KW_ONLY
    rules: Voting
    tally: Tally
    full: Fraction

    @property
    def groups(self) -> tuple[GroupTally, ...]:
        """The groups of voters."""
        return self.tally.groups

    @property
    def blocked(self) -> tuple[GroupTally, ...]:
        """The groups of which no ballot counts, where that leaves the unit without points."""
        return blocking_empty(self.groups, self.rules.empty_group) if self.points is None else ()

    def lines(self, digits: int) -> Iterator[str]:
        """Say the ballots, their means and the computation to repeat."""
        return ballot_lines(self.rules, self.tally, self.full, self.points, digits)

    def trace(self, written: Written) -> dict[str, Any]:
        """The ballots of all groups together, the mean that counts, and each group by itself."""
        del written
        return {"tally": tally_document(self.tally, weighted=self.rules.pooling == "weighted")}


class BallotRules(Voting):
    """How ballots become points: the mean ÷ `divide_by` × the full mark."""

    kind: ClassVar[str] = "ballots"
    title: ClassVar[str] = "民主测评票"
    summary: ClassVar[str] = "民主测评：由测评票算分"
    section: ClassVar[str] = "ballots"
    checks: ClassVar[tuple[PartCheck, ...]] = (voter_weights,)

    def names(self) -> Iterator[Names]:
        """Levels, which stand beside the other numbers of ballots, and groups."""
        yield Names(("levels",), self.levels, "测评的等次", _RESERVED, _LEVEL_HINT, are_ids=False)
        yield Names(("groups",), self.groups, "测评群体的编号")

    def score(self, case: PartCase) -> BallotScore:
        """Count the ballots; no points while a group lacks."""
        counted = self._tally(case)
        points = None if counted.mean is None else case.rounded(points_of(self, counted.mean, case.full))
        return BallotScore(points, rules=self, tally=counted, full=case.full)

    def asks(self, case: PartCase) -> Iterator[Question]:
        """Every number of every group's ballots."""
        return ballot_entry.questions(self, case, self._tally(case).groups)

    def _tally(self, case: PartCase) -> Tally:
        """The ballots of every group: as they are entered for the unit, or as its row in a round comes out."""
        ballots = _ballots(case.opinions)
        rows = self._rows(case)
        counted = {group: row.ballots for group, row in rows.items() if row.ballots is not None}
        alone = {group: one for group, one in ballots.items() if group not in rows}
        withheld = {group: row.problems[0].text for group, row in rows.items() if row.problems}
        return tally(self, {**alone, **counted}, withheld)

    def _rows(self, case: PartCase) -> Mapping[str, RoundRow]:
        ballots = _ballots(case.opinions)
        return {group: row_of(self, case, one, ballots.get(group)) for group, one in case.rounds.items()}

    def asks_of(self, of: Round, label: str, lists: Mapping[str, str]) -> Iterator[Question]:
        """The numbers of a round and of its bundles."""
        return round_questions(self, label, of, lists)

    def read(self, findings: Findings, tree: Tree, unit: str) -> dict[str, Opinion]:
        """The ballots, by group."""
        return dict(ballot_entry.read_ballots(findings, self, tree, unit))

    def odd(self, case: PartCase) -> Iterator[tuple[Address, str, str, str]]:
        """Ballots that came back and are counted nowhere."""
        return ballot_entry.short(self, case, _ballots(case.opinions))

    def few(self, case: PartCase) -> Iterator[tuple[Address, str, str, str]]:
        """Votes below the quorum, where people may say that they count all the same."""
        return quorum_reminders(self, case, _ballots(case.opinions))

    def contradictions(self, case: PartCase) -> Iterator[Problem]:
        """What lacks or does not add up in the rounds in which the unit is voted on; a vote that may not count."""
        yield from (problem for row in self._rows(case).values() for problem in row.problems)
        yield from quorum_problems(self, case, _ballots(case.opinions))

    @property
    def paper_rows(self) -> tuple[str, ...]:
        """The levels, and what else becomes of a row."""
        return row_kinds(self)

    def reach(self, case: ReachCase) -> Reach:
        """From every ballot on the lowest level to every one on the highest."""
        values = self.levels.values()
        return Reach(*(points_of(self, value, case.full) for value in (min(values), max(values))))

    @property
    def top_level(self) -> TopLevel:
        """The level that ought to give the full mark."""
        level = max(self.levels, key=lambda name: self.levels[name])
        return TopLevel(level, self.levels[level], self.divide_by, ("ballots", "divide_by"))

    @property
    def group_labels(self) -> Mapping[str, str]:
        """The groups of voters."""
        return {name: group.label for name, group in self.groups.items()}

    @property
    def entry_inputs(self) -> Mapping[str, Enterable]:
        """Numbers of ballots, each of a group."""
        return ballot_entry.inputs(self)

    def written_at(self, address: Address) -> tuple[str, ...]:
        """First the group, then the number."""
        return (address.group, address.input)

    def group_address(self, unit: str, part: str, group: str) -> Address:
        """The number of ballots that came back."""
        return Address(unit, part, RETURNED, group=group)


_RESERVED = (ISSUED, RETURNED, OWN, ABSTAINED, INVALID, IGNORED)
_LEVEL_HINT = (
    f"{ISSUED}、{RETURNED}、{OWN}、{ABSTAINED}、{INVALID}是数据文件填其他票数用的，{IGNORED}表示弃权票不算；"
    "请换一个名称，弃权票怎样算写在abstentions里"
)


def _ballots(opinions: Mapping[str, Opinion]) -> dict[str, BallotCount]:
    return {group: cast("BallotCount", given) for group, given in opinions.items()}
