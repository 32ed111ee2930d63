"""What a round says of one unit: its row, as it is entered or as it is added up from the bundles, and what is wrong."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assess.entered.questions import lack
from assess.entered.rounds import COUNTS, FIRST_COUNT, SECOND_COUNT, Bundle, Round, RowCount
from assess.entered.values import ABSTAINED, INVALID, BallotCount
from assess.ground.address import Address
from assess.ground.place import Problem
from assess.parts.base import PartCase
from assess.parts.opinions.round_checks import COUNTING, contradiction, round_problems, source
from assess.parts.opinions.voting import Voting


class RoundRow(NamedTuple):
    """One unit's row. `ballots`: what counts of it; None while anything lacks or contradicts."""

    ballots: BallotCount | None
    problems: tuple[Problem, ...]


def row_of(rules: Voting, case: PartCase, of: Round, entered: BallotCount | None) -> RoundRow:
    """The row of the unit in a round of which it is part; `entered`: what stands under the unit itself."""
    return _Row(rules, case, of, entered).read()


def row_kinds(rules: Voting) -> tuple[str, ...]:
    """What a paper may say on a unit's row."""
    return (*rules.levels, ABSTAINED, INVALID)


def written_row(entered: BallotCount | None) -> RowCount:
    """What is entered of a unit's row under the unit itself."""
    if entered is None:
        return {}
    besides = {ABSTAINED: entered.abstained, INVALID: entered.invalid}
    return dict(entered.levels) | {kind: number for kind, number in besides.items() if number is not None}


def count_address(unit: str, count: str, kind: str, bundle: str) -> Address:
    """Where one number of one count of a bundle is entered."""
    return Address(unit, count, kind, group=bundle)


class _Row:
    def __init__(self, rules: Voting, case: PartCase, of: Round, entered: BallotCount | None) -> None:
        self._case = case
        self._round = of
        self._entered = entered
        self._kinds = row_kinds(rules)
        self._quorum_of = rules.quorum.numbers if rules.quorum is not None else ()
        group = case.group_name(of.group)
        self._called = f"{case.unit_name}{group}的{case.label}"
        self._in_bundle = f"（{group}）{case.unit_name}"

    def read(self) -> RoundRow:
        written = written_row(self._entered)
        problems = [*round_problems(self._case.label, self._round, self._quorum_of), *self._otherwise()]
        if self._round.bundles:
            rows = [self._bundle(one, problems) for one in self._round.bundles]
            row = _added(rows, self._kinds)
            problems += self._against_bundles(written, row)
        else:
            row = self._settled(written, problems)
        if row is None or problems:
            return RoundRow(None, tuple(problems))
        return RoundRow(self._ballots(row), ())

    def _ballots(self, row: RowCount) -> BallotCount:
        """The row as ballots; a paper that is void as a whole is an invalid one for every unit."""
        return BallotCount(
            issued=self._round.issued,
            returned=self._round.returned,
            levels={kind: row[kind] for kind in self._kinds if kind not in (ABSTAINED, INVALID)},
            abstained=row[ABSTAINED],
            invalid=row[INVALID] + (self._round.spoilt or 0),
            own=self._entered.own if self._entered is not None else {},
            spoilt=self._round.spoilt or 0,
        )

    def _otherwise(self) -> Iterator[Problem]:
        """Papers that the unit's own entry counts in another way than the round."""
        given = self._entered
        if given is None:
            return
        row = written_row(given)
        fits = (self._round.returned, self._round.counted, sum(row.values()) if len(row) == len(self._kinds) else None)
        pairs = (("issued", "发出", given.issued, (self._round.issued,)), ("returned", "收回", given.returned, fits))
        for name, label, number, right in pairs:
            if number is not None and right[0] is not None and number not in right:
                text = f"{self._called}{label}{number}张，场次“{self._round.name}”{label}{right[0]}张，"
                text += f"差{abs(number - right[0])}张"
                address = Address(self._case.unit_id, self._case.part_id, name, group=self._round.group)
                yield contradiction(address, text, f"{label}的票数填在场次里，单位这里可以不填")

    def _settled(self, written: RowCount, problems: list[Problem]) -> RowCount | None:
        """The unit's own row, once it comes to what the round counts."""
        address = Address(self._case.unit_id, self._case.part_id, self._kinds[0], group=self._round.group)
        if not written:
            problems.append(lack(address, f"{self._called}还没有填各等次的票数", "", COUNTING))
            return None
        total = self._round.counted
        if total is None or total < 0:
            return None
        off = sum(written.values()) - total
        if off == 0:
            return {kind: written.get(kind, 0) for kind in self._kinds}
        text = f"{self._called}各项合计{total + off}张，应为{total}张（{source(self._round)}）"
        hint = "请核对各等次、弃权和无效的票数"
        if off == self._round.spoilt:
            hint = f"正好多出整票无效的{off}张：整票无效的不计入各单位的一行"
        problems.append(_off_by(address, text, off, hint, is_whole=len(written) == len(self._kinds)))
        return None

    def _bundle(self, bundle: Bundle, problems: list[Problem]) -> RowCount | None:
        """What the two counts of a bundle agree on."""
        rows = {count: self._counted(bundle, count, problems) for count in COUNTS}
        given = {count: bundle.counts.get(count, {}).get(self._case.unit_id, {}) for count in COUNTS}
        differ = False
        for kind in self._kinds:
            first, second = (_number(rows[count], given[count], kind) for count in (FIRST_COUNT, SECOND_COUNT))
            if first is not None and second is not None and first != second:
                differ = True
                text = f"“{bundle.name}”{self._in_bundle}的{kind}：初点{first}张，复点{second}张，"
                text += f"差{abs(first - second)}张"
                address = count_address(self._case.unit_id, SECOND_COUNT, kind, bundle.name)
                problems.append(contradiction(address, text, "请把这一捆再点一次，改正点错的一次"))
        return None if differ or rows[SECOND_COUNT] is None else rows[FIRST_COUNT]

    def _counted(self, bundle: Bundle, count: str, problems: list[Problem]) -> RowCount | None:
        """One count of a bundle, once it comes to the bundle's papers."""
        row = bundle.counts.get(count, {}).get(self._case.unit_id, {})
        address = count_address(self._case.unit_id, count, self._kinds[0], bundle.name)
        if not row:
            text = f"“{bundle.name}”{self._in_bundle}缺{COUNTS[count]}"
            problems.append(lack(address, text, "", COUNTING))
            return None
        if bundle.papers is None:
            return None
        off = sum(row.values()) - bundle.papers
        if off == 0:
            return {kind: row.get(kind, 0) for kind in self._kinds}
        text = f"“{bundle.name}”{self._in_bundle}的{COUNTS[count]}各项合计{bundle.papers + off}张，"
        text += f"这一捆有{bundle.papers}张"
        problems.append(_off_by(address, text, off, "请再点一次", is_whole=len(row) == len(self._kinds)))
        return None

    def _against_bundles(self, written: RowCount, row: RowCount | None) -> Iterator[Problem]:
        """What is entered as the unit's row beside the bundles has to be their sum."""
        if row is None:
            return
        for kind, number in written.items():
            if number != row[kind]:
                text = f"{self._called}的{kind}填{number}张，各捆合计{row[kind]}张，差{abs(number - row[kind])}张"
                address = Address(self._case.unit_id, self._case.part_id, kind, group=self._round.group)
                yield contradiction(address, text, "请核对；各捆都录入的，单位的一行可以不填")


def _number(row: RowCount | None, given: RowCount, kind: str) -> int | None:
    """What a count says of a kind: what it comes to, else what is entered."""
    return given.get(kind) if row is None else row[kind]


def _off_by(address: Address, text: str, off: int, hint: str, *, is_whole: bool) -> Problem:
    """A row that does not come to its papers: too few are no mistake while something may be to come."""
    text += f"，{'多' if off > 0 else '少'}{abs(off)}张"
    return contradiction(address, text, hint) if off > 0 or is_whole else lack(address, text, hint, COUNTING)


def _added(rows: Sequence[RowCount | None], kinds: Sequence[str]) -> Mapping[str, int] | None:
    known = [row for row in rows if row is not None]
    return {kind: sum(row[kind] for row in known) for kind in kinds} if len(known) == len(rows) else None
