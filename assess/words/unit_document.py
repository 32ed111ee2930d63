"""What became of a unit in the year, as JSON: only what is given."""

from typing import Any

from assess.year.evidence import Former, Unit


def unit_document(unit: Unit) -> dict[str, Any]:
    """Former names, days, whom it continues and who continues it, why it is not graded, what it says of its year."""
    history = unit.history
    document: dict[str, Any] = {
        "ungraded": unit.ungraded,
        "formerly": [_former(one) for one in sorted(history.formerly, key=lambda one: one.changed)],
        "since": history.since,
        "until": history.until,
        "successor": list(history.successors),
        "previous": list(history.previous),
        "self_report": unit.self_report,
        "self_notes": dict(unit.self_notes),
    }
    return {name: value for name, value in document.items() if value}


def _former(one: Former) -> dict[str, str]:
    named = {"changed": one.changed, "name": one.name, "short": one.short, "head": one.head, "table": one.table}
    return {name: value for name, value in named.items() if value}
