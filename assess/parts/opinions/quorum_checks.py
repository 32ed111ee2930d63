"""Where fewer people voted than the scheme wants."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from assess.entered.rounds import PRESENT, RETURNED, Round
from assess.entered.values import BallotCount
from assess.ground.address import ROUNDS, YEAR, YEAR_NODE, Address
from assess.ground.place import Problem
from assess.parts.base import PartCase
from assess.parts.opinions.quorum import Quorum, Turnout
from assess.parts.opinions.round_checks import contradiction, round_address
from assess.parts.opinions.voting import Voting


class _Below(NamedTuple):
    """A vote below the quorum: where, what was reached, what is said."""

    address: Address
    reached: str
    text: str


def quorum_reminders(
    rules: Voting, case: PartCase, ballots: Mapping[str, BallotCount]
) -> Iterator[tuple[Address, str, str, str]]:
    """Votes that count once a person has confirmed them; and those of which nobody can tell."""
    quorum = rules.quorum
    if quorum is None:
        return
    if quorum.below == "remind":
        for one in _below(rules, quorum, case, ballots):
            yield one.address, one.reached, one.text, "请核对；仍然有效的，由人确认"
    untold = [group for group in ballots if group not in case.rounds] if quorum.of == PRESENT else []
    for group in untold:
        text = f"{case.label}的方案要求{quorum.words()}，{case.group_name(group)}没有填场次的应到、实到，核对不了"
        yield Address(YEAR, YEAR_NODE, ROUNDS), f"{case.group_name(group)}没有场次", text, "请在rounds里填写这一场"


def quorum_problems(rules: Voting, case: PartCase, ballots: Mapping[str, BallotCount]) -> Iterator[Problem]:
    """Votes that may not count."""
    quorum = rules.quorum
    if quorum is not None and quorum.below == "refuse":
        for one in _below(rules, quorum, case, ballots):
            yield contradiction(one.address, one.text, "这一场不能计分；请核对票数，或重新测评")


def _below(rules: Voting, quorum: Quorum, case: PartCase, ballots: Mapping[str, BallotCount]) -> Iterator[_Below]:
    clause = f"（{quorum.clause}）" if quorum.clause else ""
    for group in rules.groups:
        of, given = case.rounds.get(group), ballots.get(group)
        if of is not None:
            called, address = f"{case.label}场次“{of.name}”", round_address(of, quorum.of)
            turnout = _turnout(of)
        elif given is not None:
            called = f"{case.unit_name}{case.group_name(group)}的{case.label}"
            address = Address(case.unit_id, case.part_id, RETURNED, group=group)
            turnout = Turnout(issued=given.issued, returned=given.returned)
        else:
            continue
        reached = quorum.missed(turnout)
        if reached:
            yield _Below(address, reached, f"{called}{reached}，没有达到{quorum.words()}{clause}")


def _turnout(of: Round) -> Turnout:
    return Turnout(of.due, of.present, of.issued, of.returned)
