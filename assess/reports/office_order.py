"""The office's own order of units, which stays when points change."""

from collections.abc import Sequence

from assess.engine.outcome import UnitResult


def in_office_order(units: Sequence[UnitResult]) -> list[UnitResult]:
    """By the order that the office gave, then by id."""
    return sorted(units, key=lambda result: (result.unit.order, result.unit.id))
