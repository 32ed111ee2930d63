"""Quotas against the lists, and the line of failing against what can be reached."""

from collections.abc import Iterator

from assess.drafting.checks.attainable import assessed, of_total
from assess.drafting.checks.check import Check, Finding
from assess.drafting.checks.subject import Subject
from assess.rules.grammar.wording import in_points

THEME = "名额与等次"


def quotas(subject: Subject) -> Iterator[Finding]:
    """Every list has a quota, and it is smaller than the list."""
    # How long a list is can be known only where its unit types declare their `count`.
    selection = subject.scheme.selection
    for list_id, label in subject.scheme.lists.items() if selection is not None else ():
        excellent = f"{label}的{selection.labels.excellent}名额" if selection is not None else ""
        quota = selection.quota.get(list_id) if selection is not None else None
        size = subject.units(subject.types_of(list_id))
        if quota is None:
            text = f"没有写{excellent}，等于没有名额"
            yield Finding(subject.place("selection", "quota"), text, "确实没有名额的，写0")
        elif size is not None and quota >= size:
            text = f"{excellent}是{quota}个，而名单一共只有{size}个单位"
            yield Finding(subject.place("selection", "quota", list_id), text, "请核对名额和单位数")


def failing_line(subject: Subject) -> Iterator[Finding]:
    """The line of failing lies between the lowest and the highest total that can be reached."""
    selection = subject.scheme.selection
    line = selection.failing.below if selection is not None and selection.failing.by == "line" else None
    if selection is None or line is None:
        return
    failed, place = selection.labels.failed, subject.place("selection", "failing", "below")
    for list_id, label in subject.scheme.lists.items():
        reaches = [of_total(tree, name, subject.scheme) for tree, name in assessed(subject) if tree.list == list_id]
        lows = [reach.low for reach in reaches if reach.low is not None]
        highs = [reach.high for reach in reaches if reach.high is not None]
        if len(highs) == len(reaches) and highs and max(highs) < line:
            text = f"低于{in_points(line)}为{failed}，而{label}最多只能得{in_points(max(highs))}，全部{failed}"
            yield Finding(place, text, "请核对这条线和总分")
        elif len(lows) == len(reaches) and lows and min(lows) >= line:
            text = f"低于{in_points(line)}为{failed}，而{label}最少也有{in_points(min(lows))}，这条线不起作用"
            yield Finding(place, text, "请核对这条线和总分")


CHECKS = (
    Check("quota", THEME, "名额", "名额不少于单位数时，评优就分不出先后；没有写名额的名单评不出最高等次。", quotas),
    Check("failing_line", THEME, "最低等次的分数线", "够不着的线使人人落到最低等次，或永远没有人落到。", failing_line),
)
