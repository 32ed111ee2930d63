"""The history of a cycle as JSON; moments are in UTC."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from assess import __version__
from assess.services.cycles.past import PastValue


def as_document(changes: Sequence[PastValue]) -> dict[str, Any]:
    """The changes, the newest first."""
    return {"assess": __version__, "changes": [_change(one) for one in changes]}


def _change(one: PastValue) -> dict[str, Any]:
    change = one.change
    return {
        "number": change.number,
        "at": change.at,
        "typed_by": change.typed_by,
        "given_by": change.given_by,
        "checked_by": change.checked_by,
        "command": change.command,
        "reason": change.reason,
        "address": change.address,
        "field": change.field,
        "title": " ".join(one.title),
        "old": one.old,
        "new": one.new,
        "paper": None if change.paper is None else asdict(change.paper),
    }
