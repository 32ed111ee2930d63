"""What is asked of a vote that is counted by round: its own numbers once, and the row of each unit, or its bundles'."""

from collections.abc import Iterator, Mapping
from functools import cache

from assess.entered.inputs import Input
from assess.entered.questions import Question
from assess.entered.rounds import COUNTS, GROUP, LIST, ROUND, ROUND_NUMBERS, Round
from assess.entered.values import BallotCount
from assess.ground.address import Address
from assess.ground.place import Problem, Severity
from assess.parts.base import PartCase
from assess.parts.opinions.round_checks import needed, papers_address, round_address, round_problems
from assess.parts.opinions.round_rows import count_address, row_kinds, row_of, written_row
from assess.parts.opinions.voting import Voting


def row_questions(rules: Voting, case: PartCase, of: Round, group: str) -> Iterator[Question]:
    """The row of a unit: as it is added up, or in each count of each bundle. `group`: what the voters are called."""
    given = case.opinions.get(of.group)
    entered = given if isinstance(given, BallotCount) else None
    missing = {
        one.address: one for one in row_of(rules, case, of, entered).problems if one.severity is Severity.MISSING
    }
    kinds = row_kinds(rules)
    if not of.bundles:
        written = written_row(entered)
        where = Address(case.unit_id, case.part_id, kinds[0], group=of.group)
        owner = f"{case.label}：{group}的测评票"
        for kind in kinds:
            address = where._replace(input=kind)
            yield _asked(address, owner, kind, answered=kind in written, missing=missing.get(where))
        return
    for bundle in of.bundles:
        for count, label in COUNTS.items():
            row = bundle.counts.get(count, {}).get(case.unit_id, {})
            where = count_address(case.unit_id, count, kinds[0], bundle.name)
            owner = f"{case.label}：{group}的{bundle.name}，{label}"
            for kind in kinds:
                address = where._replace(input=kind)
                yield _asked(address, owner, kind, answered=kind in row, missing=missing.get(where))


def round_questions(rules: Voting, label: str, of: Round, lists: Mapping[str, str]) -> Iterator[Question]:
    """The numbers of a round and of its bundles; `label` is what the part is called, `lists` what its lists are."""
    quorum_of = rules.quorum.numbers if rules.quorum is not None else ()
    missing = {one.address: one for one in round_problems(label, of, quorum_of) if one.severity is Severity.MISSING}
    owner = f"{label}：场次“{of.name}”"
    groups = {name: group.label for name, group in rules.groups.items()}
    yield _chosen(round_address(of, GROUP), owner, "测评群体", groups, answered=True)
    yield _chosen(round_address(of, LIST), owner, "名单", lists, answered=bool(of.list))
    for name, (number, unit) in ROUND_NUMBERS.items():
        address = round_address(of, name)
        answered = of.number(name) is not None
        lacking = None if answered else missing.get(address)
        is_needed = name in needed(quorum_of)
        yield Question(address, owner, number, _count(number, unit), answered, lacking, required=is_needed)
    for bundle in of.bundles:
        within = f"{owner}的{bundle.name}"
        address = papers_address(bundle)
        yield _chosen(address._replace(input=ROUND), within, "场次", {of.name: of.name}, answered=True)
        asked = _count("张数", "张")
        answered = bundle.papers is not None
        yield Question(address, within, "张数", asked, answered, missing.get(address), required=True)


def _asked(address: Address, owner: str, kind: str, *, answered: bool, missing: Problem | None) -> Question:
    return Question(address, owner, kind, _count(kind, "张"), answered, None if answered else missing, required=True)


def _chosen(address: Address, owner: str, label: str, options: Mapping[str, str], *, answered: bool) -> Question:
    spec = Input(label=label, choices=tuple(options.values()))
    return Question(address, owner, label, spec, answered, options=options)


@cache
def _count(label: str, unit: str) -> Input:
    return Input(label=label, unit=unit, whole=True)
