"""Compares two schemes: last year's with this year's, or a copy with what it was copied from."""

from dataclasses import dataclass

from assess.drafting.comparing import Difference, differences
from assess.drafting.comparing.alternatives import alternative_differences
from assess.files.scheme_folder import read_folder
from assess.ground.place import Problem, ProblemsError
from assess.ground.tree import Table
from assess.scheme.reading.building import build_scheme
from assess.scheme.scheme import Scheme
from assess.services.schemes import find


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two schemes with the default readings, and what they differ in."""

    old: Scheme
    new: Scheme
    differences: tuple[Difference, ...]


def compare_schemes(old_reference: str, new_reference: str) -> Comparison:
    """Compare two schemes named by id or folder; raise `ProblemsError` with the mistakes of both."""
    problems: list[Problem] = []
    opened: list[tuple[Table, Scheme]] = []
    for reference in (old_reference, new_reference):
        try:
            tree = read_folder(find(reference))
            opened.append((tree, build_scheme(tree)))
        except ProblemsError as error:
            problems += [problem for problem in error.problems if problem not in problems]
    if problems:
        raise ProblemsError(problems)
    (old_tree, old), (new_tree, new) = opened
    found = (*differences(old, new), *alternative_differences((old_tree, new_tree), (old, new)))
    return Comparison(old, new, found)
