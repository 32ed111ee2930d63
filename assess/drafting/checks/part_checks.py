"""What the parts of the total check of their own parameters."""

from collections.abc import Callable, Iterator

from assess.drafting.checks.check import Check, Finding
from assess.drafting.checks.subject import Subject
from assess.parts.base import PartCheck, PartSubject
from assess.parts.registry import part_kinds


def _run(check: PartCheck) -> Callable[[Subject], Iterator[Finding]]:
    def run(subject: Subject) -> Iterator[Finding]:
        for part in subject.scheme.parts:
            if check in part.rules.checks:
                of = PartSubject(part.named, part.full, subject.scheme.lists)
                for path, text, hint in check.run(part.rules, of):
                    yield Finding(subject.place("parts", part.id, *path), text, hint)

    run.__doc__ = check.run.__doc__
    return run


CHECKS = tuple(
    Check(one.code, one.theme, one.title, one.reason, _run(one))
    for kind in part_kinds().values()
    for one in kind.checks
)
