"""Reads ballots and leaders' marks of one unit."""

from collections.abc import Mapping
from fractions import Fraction

from assess.entered.values import ABSTAINED, INVALID, ISSUED, NOTHING, OWN, RETURNED, BallotCount, Mark
from assess.ground.edges import Edges
from assess.ground.findings import Findings
from assess.ground.place import Place
from assess.ground.tree import Table, Text, Tree
from assess.parts.ballots import BallotRules
from assess.parts.panel import PanelRules


def read_ballots(findings: Findings, rules: BallotRules, tree: Tree, unit: str) -> dict[str, BallotCount]:
    """Read the ballots of all voter groups on `unit` (its name, for messages)."""
    table = findings.table(tree, f"{unit}的民主测评票", getattr(tree, "place", None) or Table().place)
    findings.unknown_keys(table, rules.groups, f"{unit}的民主测评票")
    counts = {}
    for name, group in rules.groups.items():
        if table.get(name) is not None:
            count = _group(findings, rules, table, name, f"{unit}{group.label}的测评票")
            if count is not None:
                counts[name] = count
    return counts


def _group(findings: Findings, rules: BallotRules, table: Table, name: str, what: str) -> BallotCount | None:
    given = findings.table(table[name], what, table.key_place(name), _BALLOTS_HINT)
    if not given:
        return None
    findings.unknown_keys(given, (ISSUED, RETURNED, *rules.levels, ABSTAINED, INVALID, OWN), what)
    read = {
        key: findings.count(given[key], f"{what}的{_LABELS.get(key, key)}", given.key_place(key))
        for key in (ISSUED, RETURNED, *rules.levels, ABSTAINED, INVALID)
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


def _kinds(rules: BallotRules) -> tuple[str, ...]:
    """What a ballot that came back may be."""
    return (*rules.levels, ABSTAINED, INVALID)


def _completed(rules: BallotRules, numbers: Mapping[str, int]) -> dict[str, int]:
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
_LABELS = {ISSUED: "发出数", RETURNED: "收回数"}


def _check_sums(findings: Findings, rules: BallotRules, given: Table, what: str, numbers: Mapping[str, int]) -> None:
    issued, returned = numbers.get(ISSUED), numbers.get(RETURNED)
    cast = sum(numbers.get(kind, 0) for kind in _kinds(rules))
    if issued is not None and returned is not None and returned > issued:
        text = f"{what}收回{returned}张，多于发出的{issued}张"
        findings.error(given.key_place(RETURNED), "ballots", text, "请核对发出数和收回数")
    elif returned is not None and cast > returned:
        findings.error(given.place, "ballots", f"{what}各项合计{cast}张，多于收回的{returned}张", "请核对各等次的票数")
    elif returned is None and issued is not None and cast > issued:
        findings.error(given.place, "ballots", f"{what}各项合计{cast}张，多于发出的{issued}张", "请核对各等次的票数")


def _own(findings: Findings, rules: BallotRules, given: Table, levels: Mapping[str, int], what: str) -> dict[str, int]:
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


def read_leaders(findings: Findings, rules: PanelRules, tree: Tree, unit: str) -> dict[str, tuple[Mark, ...]]:
    """Read the leaders' marks on `unit`, as the instrument in force has them."""
    table = findings.table(tree, f"{unit}的领导评价", getattr(tree, "place", None) or Table().place)
    findings.unknown_keys(table, rules.groups, f"{unit}的领导评价")
    marks: dict[str, tuple[Mark, ...]] = {}
    for name, group in rules.groups.items():
        given = table.get(name)
        if given is None:
            continue
        if isinstance(given, Text) and given == NOTHING:
            marks[name] = ()
            continue
        what = f"{unit}的{group.label}评价"
        if isinstance(given, Table):
            named = [(str(leader), mark) for leader, mark in given.items()]
        else:
            named = [("", mark) for mark in findings.rows(given, what, table.key_place(name), _LEADERS_HINT)]
        place = getattr(given, "place", table.place)
        read = [
            Mark(value, who)
            for who, mark in named
            if (value := _mark(findings, rules, name, mark, what, place)) is not None
        ]
        if read:
            marks[name] = tuple(read)
    return marks


_LEADERS_HINT = "写成列表 [92, 88]，或写明评分人 {张三: 92, 李四: 88}；没有人评分的，写“无”"


def _mark(findings: Findings, rules: PanelRules, group: str, given: Tree, what: str, place: Place) -> Fraction | None:
    where = getattr(given, "place", place)
    if given is None:
        return None
    if rules.instrument == "levels":
        word = findings.one_of(given, rules.levels, what, where)
        return None if word is None else rules.levels[word]
    bounds = Edges(at_least=Fraction(0), at_most=rules.highest(group))
    return findings.number(given, bounds, what, where, unit="分")
