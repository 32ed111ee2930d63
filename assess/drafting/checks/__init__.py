"""What a regulation gets wrong, found before a year is scored by it.

Each check is a small function with its rule and its reason; `CHECKS` is what runs and what documentation lists.
"""

from assess.drafting.checks import (
    bands,
    budgets,
    caps,
    clauses,
    conditions,
    coverage,
    inputs,
    overlaps,
    part_checks,
    quotas,
    reach,
    readings,
    target_names,
    target_values,
    tops,
    totals,
    weights,
)
from assess.drafting.checks.check import Check
from assess.drafting.checks.subject import Subject, subject_of
from assess.ground.place import Problem, place_order

__all__ = ["CHECKS", "Check", "Subject", "check", "subject_of"]

#: In the order in which a reader wants them: the sums first.
CHECKS: tuple[Check, ...] = (
    *totals.CHECKS,
    *reach.CHECKS,
    *bands.CHECKS,
    *tops.CHECKS,
    *conditions.CHECKS,
    *caps.CHECKS,
    *part_checks.CHECKS,
    *weights.CHECKS,
    *coverage.CHECKS,
    *quotas.CHECKS,
    *readings.CHECKS,
    *inputs.CHECKS,
    *target_values.CHECKS,
    *target_names.CHECKS,
    *budgets.CHECKS,
    *clauses.CHECKS,
    *overlaps.CHECKS,
)


def check(subject: Subject) -> tuple[Problem, ...]:
    """Run all checks: their warnings check by check, each in the order of the files."""
    return tuple(problem for one in CHECKS for problem in sorted(one.problems(subject), key=_where))


def _where(problem: Problem) -> tuple[str, int, int]:
    return place_order(problem)[:3]
