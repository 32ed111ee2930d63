"""Checks a scheme: what the regulation gets wrong, before a year is scored by it."""

from collections.abc import Mapping
from dataclasses import dataclass

from assess.drafting.checks import check, subject_of
from assess.files.scheme_folder import read_folder
from assess.ground.place import Problem
from assess.services.schemes import find


@dataclass(frozen=True, slots=True)
class CheckedScheme:
    """A scheme that can be used, and what deserves a person's eye in it."""

    id: str
    title: str
    problems: tuple[Problem, ...]


def check_scheme(reference: str, readings: Mapping[str, str] | None = None) -> CheckedScheme:
    """Run all checks on a scheme with the readings wanted; raise `ProblemsError` when it cannot be used at all."""
    subject = subject_of(read_folder(find(reference)), readings)
    return CheckedScheme(subject.scheme.id, subject.scheme.title, check(subject))
