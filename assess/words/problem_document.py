"""A problem as JSON: the part of the contract that a year's result and a half-year's share."""

from typing import Any

from assess.entered.rounds import COUNTS
from assess.ground.address import APPLICATION, LAST_YEAR, UNIT, YEAR, Address
from assess.ground.place import Problem, Severity
from assess.parts.money import FUNDS
from assess.scheme.scheme import Scheme


def problem_document(problem: Problem, scheme: Scheme) -> dict[str, Any]:
    """Where, how bad, what; whose and of which indicator, where it is of one; of a warning, whether it is confirmed."""
    address = problem.address
    document: dict[str, Any] = {
        "place": str(problem.place) if problem.place else None,
        "severity": str(problem.severity),
        "code": problem.code,
        "text": problem.text,
        "hint": problem.hint,
        "address": None if address is None else str(address),
        "unit": None if address is None or address.unit == YEAR else address.unit,
        "indicator": None if address is None else _indicator(address, scheme),
    }
    if problem.severity is Severity.WARNING:
        given = problem.confirmed
        document["value"] = problem.value
        document["confirmed"] = None if given is None else {"by": given.by, "reason": given.reason}
    return document


def _indicator(address: Address, scheme: Scheme) -> str | None:
    """The id of the indicator or group; what is known of a unit, its money, votes and the year itself are none."""
    besides = (UNIT, APPLICATION, LAST_YEAR, FUNDS, *COUNTS, *scheme.part_of)
    return None if address.unit == YEAR or address.node in besides else address.node
