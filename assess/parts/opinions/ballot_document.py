"""The votes on a unit as a result in JSON traces them."""

from typing import Any

from assess.ground.numbers import plain, plain_or_none
from assess.parts.opinions.tally import Count, Tally


def tally_document(tally: Tally, *, weighted: bool) -> dict[str, Any]:
    """The ballots of all groups together, the mean that counts, and each group by itself."""
    groups = {
        one.group: {"status": one.status}
        | ({"weight": plain(one.weight)} if weighted else {})
        | _count(one.count)
        | {"mean": None if one.count is None else plain_or_none(one.count.mean)}
        | ({"missing": list(one.unwritten)} if one.unwritten else {})
        for one in tally.groups
    }
    return _count(tally.pooled) | {"mean": plain_or_none(tally.mean), "groups": groups}


def _count(count: Count | None) -> dict[str, Any]:
    if count is None:
        return {}
    document: dict[str, Any] = {
        "issued": count.issued,
        "returned": count.returned,
        "valid": count.valid,
        "abstained": count.abstained,
        "invalid": count.invalid,
        "levels": dict(count.levels),
    }
    document |= {"spoilt": count.spoilt} if count.spoilt else {}
    return document | ({"own_left_out": count.own} if count.own else {})
