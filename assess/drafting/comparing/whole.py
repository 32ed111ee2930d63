"""All differences of two schemes, in the order in which a meeting goes through them."""

from collections.abc import Iterator

from assess.drafting.comparing.duties import duty_differences
from assess.drafting.comparing.finding import Difference, merged
from assess.drafting.comparing.indicators import node_differences, table_differences
from assess.drafting.comparing.inputs import input_differences
from assess.drafting.comparing.pairing import all_pairs
from assess.drafting.comparing.rules import rule_differences
from assess.drafting.comparing.selection import (
    procedure_differences,
    reading_differences,
    selection_differences,
    stated_differences,
)
from assess.drafting.comparing.target_tables import budget_differences, grade_differences, weight_differences
from assess.drafting.comparing.total import part_differences, scheme_differences, unit_differences
from assess.scheme.scheme import Scheme


def differences(old: Scheme, new: Scheme) -> tuple[Difference, ...]:
    """Compare two schemes as they are with the readings in force; the order in which things are written is none."""
    return merged(_all(old, new))


def _all(old: Scheme, new: Scheme) -> Iterator[Difference]:
    yield from scheme_differences(old, new)
    yield from part_differences(old, new)
    yield from weight_differences(old, new)
    yield from unit_differences(old, new)
    yield from table_differences(old, new)
    for pairs in all_pairs(old, new):
        yield from node_differences(pairs, old, new)
        yield from rule_differences(pairs, old, new)
        yield from input_differences(pairs)
    yield from budget_differences(old, new)
    yield from stated_differences(old, new)
    yield from selection_differences(old, new)
    yield from grade_differences(old, new)
    yield from procedure_differences(old, new)
    yield from duty_differences(old, new)
    yield from reading_differences(old, new)
