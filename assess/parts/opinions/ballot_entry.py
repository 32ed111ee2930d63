"""Reads the ballots on one unit, and says what is asked for of each group of voters."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from assess.entered.enterable import GROUP, Enterable
from assess.entered.inputs import Input
from assess.entered.questions import Question, lack
from assess.entered.values import ABSTAINED, INVALID, ISSUED, OWN, RETURNED, BallotCount
from assess.ground.address import Address
from assess.ground.findings import Findings
from assess.ground.tree import Table, Tree
from assess.parts.base import PartCase
from assess.parts.opinions.round_entry import row_questions
from assess.parts.opinions.tally import GroupTally
from assess.parts.opinions.voting import IGNORED, Voting


def keys(rules: Voting) -> tuple[str, ...]:
    """The numbers that are entered of a group's ballots, apart from the unit's own among them."""
    return (ISSUED, RETURNED, *rules.levels, ABSTAINED, INVALID)


def inputs(rules: Voting) -> dict[str, Enterable]:
    """What is entered of a group's ballots; the unit's own by level."""
    levels = {level: Enterable(level) for level in rules.levels}
    numbers = {key: Enterable(_LABELS.get(key, key), GROUP) for key in keys(rules)}
    return numbers | {OWN: Enterable(_LABELS[OWN], GROUP, levels)}


def questions(rules: Voting, case: PartCase, groups: Iterable[GroupTally]) -> Iterator[Question]:
    """Every number of every group; what does not count may lack. Of a group that votes in a round, its row alone."""
    rounds = case.rounds
    for one in groups:
        if one.group in rounds:
            yield from row_questions(rules, case, rounds[one.group], one.label)
            continue
        given = case.opinions.get(one.group)
        numbers = _numbers(given) if isinstance(given, BallotCount) else {}
        where = Address(case.unit_id, case.part_id, RETURNED, group=one.group)
        text = f"{case.unit_name}的{case.label}：{one.reason()}" if one.status == "missing" else ""
        missing = lack(where, text, one.remedy()) if text else None
        needed = (*rules.levels, *([ABSTAINED] if rules.abstentions != IGNORED else []))
        for key in keys(rules):
            yield Question(
                address=Address(case.unit_id, case.part_id, key, group=one.group),
                owner=f"{case.label}：{one.label}的测评票",
                label=_LABELS.get(key, key),
                spec=_ballots_asked(_LABELS.get(key, key)),
                answered=key in numbers,
                lack=missing if key in needed else None,
                required=key in needed,
            )


@cache
def _ballots_asked(label: str) -> Input:
    return Input(label=label, unit="张", whole=True)


def _numbers(given: BallotCount) -> dict[str, int]:
    counted = {ISSUED: given.issued, RETURNED: given.returned, ABSTAINED: given.abstained, INVALID: given.invalid}
    return {key: number for key, number in counted.items() if number is not None} | dict(given.levels)


def short(rules: Voting, case: PartCase, ballots: Mapping[str, BallotCount]) -> Iterator[tuple[Address, str, str, str]]:
    """The levels, abstentions and invalid ballots of a group come to less than what was returned."""
    rounds = case.rounds
    for name in rules.groups:
        count = None if name in rounds else ballots.get(name)
        # Where a level is not entered the group is missing, and that is said.
        if count is None or count.returned is None or len(count.levels) < len(rules.levels):
            continue
        cast = sum(count.levels.values()) + (count.abstained or 0) + (count.invalid or 0)
        if cast != count.returned:
            address = Address(case.unit_id, case.part_id, RETURNED, group=name)
            text = f"{case.unit_name}{case.group_name(name)}的测评票各项合计{cast}张，少于收回的{count.returned}张"
            yield address, f"收回{count.returned}张，各项合计{cast}张", text, "差额请计入弃权或无效"


def read_ballots(findings: Findings, rules: Voting, tree: Tree, unit: str) -> dict[str, BallotCount]:
    """Read the ballots of all voter groups on `unit` (its name, for messages)."""
    table = findings.table(tree, f"{unit}的测评票", getattr(tree, "place", None) or Table().place)
    findings.unknown_keys(table, rules.groups, f"{unit}的测评票")
    counts = {}
    for name, group in rules.groups.items():
        if table.get(name) is not None:
            count = _group(findings, rules, table, name, f"{unit}{group.label}的测评票")
            if count is not None:
                counts[name] = count
    return counts


def _group(findings: Findings, rules: Voting, table: Table, name: str, what: str) -> BallotCount | None:
    given = findings.table(table[name], what, table.key_place(name), _BALLOTS_HINT)
    if not given:
        return None
    findings.unknown_keys(given, (*keys(rules), OWN), what)
    read = {
        key: findings.count(given[key], f"{what}的{_LABELS.get(key, key)}", given.key_place(key))
        for key in keys(rules)
        if given.get(key) is not None
    }
    numbers = {key: number for key, number in read.items() if number is not None}
    if len(numbers) < len(read):
        return None
    if not numbers and given.get(OWN) is None:
        return None
    _check_sums(findings, rules, given, what, numbers)
    numbers = _completed(rules, numbers)
    levels = {level: numbers[level] for level in rules.levels if level in numbers}
    own = _own(findings, rules, given, levels, what)
    return BallotCount(
        numbers.get(ISSUED), numbers.get(RETURNED), levels, numbers.get(ABSTAINED), numbers.get(INVALID), own
    )


def _kinds(rules: Voting) -> tuple[str, ...]:
    """What a ballot that came back may be."""
    return (*rules.levels, ABSTAINED, INVALID)


def _completed(rules: Voting, numbers: Mapping[str, int]) -> dict[str, int]:
    """What was entered, and what follows from it: no number that is not written is taken for 0 otherwise."""
    cast = sum(numbers.get(kind, 0) for kind in _kinds(rules))
    if cast == numbers.get(RETURNED, numbers.get(ISSUED)):
        # Every ballot is accounted for: of the kinds that are not written there is none.
        return {RETURNED: cast} | dict.fromkeys(_kinds(rules), 0) | dict(numbers)
    if all(kind in numbers for kind in _kinds(rules)):
        return {RETURNED: cast} | dict(numbers)
    return dict(numbers)


_BALLOTS_HINT = (
    "写成 {issued: 发出数, returned: 收回数, 各等次: 票数, 弃权: 票数, 无效: 票数}；没有收回票的，写 returned: 0"
)
_LABELS = {ISSUED: "发出数", RETURNED: "收回数", OWN: "本单位的票"}


def _check_sums(findings: Findings, rules: Voting, given: Table, what: str, numbers: Mapping[str, int]) -> None:
    issued, returned = numbers.get(ISSUED), numbers.get(RETURNED)
    cast = sum(numbers.get(kind, 0) for kind in _kinds(rules))
    if issued is not None and returned is not None and returned > issued:
        text = f"{what}收回{returned}张，多于发出的{issued}张"
        findings.error(given.key_place(RETURNED), "ballots", text, "请核对发出数和收回数")
    elif returned is not None and cast > returned:
        findings.error(given.place, "ballots", f"{what}各项合计{cast}张，多于收回的{returned}张", "请核对各等次的票数")
    elif returned is None and issued is not None and cast > issued:
        findings.error(given.place, "ballots", f"{what}各项合计{cast}张，多于发出的{issued}张", "请核对各等次的票数")


def _own(findings: Findings, rules: Voting, given: Table, levels: Mapping[str, int], what: str) -> dict[str, int]:
    if given.get(OWN) is None:
        return {}
    own = findings.table(given[OWN], f"{what}中本单位的票", given.key_place(OWN))
    findings.unknown_keys(own, rules.levels, f"{what}中本单位的票")
    counts = {}
    for level in rules.levels:
        if own.get(level) is None:
            continue
        number = findings.count(own[level], f"{what}中本单位的{level}票", own.key_place(level)) or 0
        if level in levels and number > levels[level]:
            text = f"{what}中本单位的{level}票{number}张，多于该等次的{levels[level]}张"
            findings.error(own.key_place(level), "ballots", text, "本单位的票（own）已包括在各等次的票数里，请核对")
        counts[level] = number
    return counts
