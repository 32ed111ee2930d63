"""Ceilings and floors: those that can never bite, and those that always do."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from assess.drafting.checks.attainable import added, of_node
from assess.drafting.checks.check import Check, Finding
from assess.drafting.checks.number_line import domain_of
from assess.drafting.checks.subject import Applied, Spot, Subject
from assess.ground.numbers import ZERO, steps
from assess.ground.tree import Path
from assess.rules.catalogue import Catalogue
from assess.rules.deduction import Deduction
from assess.rules.grammar.reach import Reach, either
from assess.rules.grammar.wording import in_points
from assess.rules.per_amount import PerAmount
from assess.rules.per_item import PerItem
from assess.rules.sum import Sum

THEME = "封顶与下限"
_HINT = "请核对这一限制和里面各项的分值"

NO_BOUND = Reach(ZERO, None)


class Limited(NamedTuple):
    """A rule or group with limits: where it stands, what it gives before them, and the limits."""

    spot: Spot
    path: Path
    inside: Reach
    #: The key under which the ceiling stands.
    key: str
    ceiling: Fraction | None
    floor: Fraction | None
    #: The full mark that counts here; a ceiling equal to it is looked at elsewhere.
    full: Fraction | None

    def finding(self, subject: Subject, key: str, text: str) -> Finding:
        """Put a sentence at one of the limits."""
        return Finding(subject.place(*self.path, key), f"{self.spot}的{text}", _HINT)


def _limited(subject: Subject) -> Iterator[Limited]:
    for applied in subject.rules:
        yield from _of_rule(applied)
    for spot, group in subject.groups:
        if group.heading.types:
            by_type = (added(of_node(child, name) for child in group.children) for name in sorted(group.heading.types))
            yield Limited(spot, spot.path, either(by_type), "max", group.maximum, group.floor, group.maximum)


def _of_rule(applied: Applied) -> Iterator[Limited]:
    rule, frame = applied.rule, applied.frame
    path, full = (*applied.spot.path, *applied.path), frame.maximum
    if isinstance(rule, Sum):
        inside = added(one.reach(frame) for one in rule.of)
        yield Limited(applied.spot, path, inside, "ceiling", rule.ceiling, rule.floor, full)
    elif isinstance(rule, Deduction):
        inside = rule.model_copy(update={"floor": None}).reach(frame)
        yield Limited(applied.spot, path, inside, "start", None, rule.floor, full)
    elif isinstance(rule, PerAmount):
        high = domain_of(rule.value, frame).edges.high
        most = None if high is None else steps(high, rule.every, rule.steps) * rule.points
        yield Limited(applied.spot, path, Reach(ZERO, most), "cap", rule.cap, None, full)
    elif isinstance(rule, Catalogue | PerItem):
        yield Limited(applied.spot, path, NO_BOUND, "cap", rule.cap, None, full)


def never_bite(subject: Subject) -> Iterator[Finding]:
    """What is inside a ceiling can exceed it; what is inside a floor other than 0 can fall below it."""
    # A floor of 0 is often written only to be sure, or so that a reading can replace it: nothing to say there.
    for one in _limited(subject):
        low, high = one.inside
        if one.ceiling is not None and high is not None and high < one.ceiling != one.full:
            yield one.finding(
                subject, one.key, f"上限{in_points(one.ceiling)}永远用不到：里面最多只有{in_points(high)}"
            )
        if one.floor and low is not None and low > one.floor:
            yield one.finding(subject, "floor", f"下限{in_points(one.floor)}永远用不到：里面最少也有{in_points(low)}")


def always_bite(subject: Subject) -> Iterator[Finding]:
    """Something inside a ceiling can stay below it, and something inside a floor can exceed it."""
    for one in _limited(subject):
        low, high = one.inside
        if low == high:
            continue
        if one.ceiling is not None and low is not None and low >= one.ceiling:
            always = in_points(one.ceiling)
            text = f"上限{always}总是起作用：里面最少也有{in_points(low)}，人人都得{always}"
            yield one.finding(subject, one.key, text)
        if one.floor is not None and high is not None and high <= one.floor:
            text = (
                f"下限{in_points(one.floor)}总是起作用：里面最多也只有{in_points(high)}，人人都得{in_points(one.floor)}"
            )
            yield one.finding(subject, "floor", text)


CHECKS = (
    Check("limit_never", THEME, "用不到的上限或下限", "永远碰不到的限制多半是数字写错了。", never_bite),
    Check("limit_always", THEME, "总是起作用的上限或下限", "人人都碰到的限制使里面的各项都不起作用。", always_bite),
)
