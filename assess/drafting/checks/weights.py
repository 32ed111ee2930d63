"""Weights and shares that do not sum: voter groups, leaders' groups, checklists, given shares of a group."""

from collections.abc import Iterator
from fractions import Fraction

from assess.drafting.checks.check import Check, Finding
from assess.drafting.checks.subject import Subject
from assess.ground.numbers import exact
from assess.ground.tree import Table, at
from assess.rules.checklist import Checklist
from assess.rules.grammar.shares_words import WHOLES, is_ratio, terms
from assess.rules.grammar.wording import in_points

THEME = "权重与份额"


def checklist_shares(subject: Subject) -> Iterator[Finding]:
    """The shares of a checklist sum to the full mark, or to 1, 10 or 100."""
    # The full mark is split in proportion whatever they sum to; but who writes shares means them as they stand.
    for applied in subject.rules:
        rule = applied.rule
        if isinstance(rule, Checklist) and not isinstance(rule.shares, str):
            wrong = sum(rule.shares) not in (*WHOLES, applied.frame.maximum)
            if wrong and not is_ratio(rule.shares):
                text = f"{applied.spot}满分{in_points(applied.frame.full)}，各项份额合计不等：{terms(rule.shares)}"
                place = subject.place(*applied.spot.path, *applied.path, "shares")
                yield Finding(place, text, "份额应合计为满分，或合计为1、10、100；程序会按比例分摊")


def group_shares(subject: Subject) -> Iterator[Finding]:
    """Shares given to the items of a group sum to its full mark, or to 1, 10 or 100."""
    for spot, group in subject.groups:
        node = at(subject.tree, spot.path)
        shares = node.get("shares") if isinstance(node, Table) else None
        given = _numbers(shares) if isinstance(shares, Table) else []
        if given and sum(given) not in (*WHOLES, group.maximum) and not is_ratio(given):
            text = f"{spot}满分{in_points(group.maximum)}，各项份额合计不等：{terms(given)}"
            place = subject.place(*spot.path, "shares")
            yield Finding(place, text, "份额应合计为满分，或合计为1、10、100；程序会按比例分摊")


def _numbers(shares: Table) -> list[Fraction]:
    return [exact(str(share)) for share in shares.values()]


def without_origin(subject: Subject) -> Iterator[Finding]:
    """Weights, grade bands and the line of monitoring say where they come from."""
    # Most documents print none of them; whoever reads a sheet must see that a default is one.
    scheme = subject.scheme
    for key, label, one in (
        ("weights", "各部分的权重", scheme.weights),
        ("grades", "等次的分数线", scheme.grades),
        ("monitoring", "半年监控的线", scheme.monitoring),
    ):
        if one is not None and not one.origin.strip():
            hint = "在origin里写：原文第几条；原文没有的，写明是默认、可以改"
            yield Finding(subject.place(key), f"{label}（{key}）没有写从哪里来（origin）", hint)


CHECKS = (
    Check(
        "checklist_shares",
        THEME,
        "逐项达标的份额",
        "份额合计与满分不等时，各项实际的分与写明的不同。",
        checklist_shares,
    ),
    Check(
        "group_shares", THEME, "各项指标的份额", "份额合计与本组满分不等时，各项实际的分与写明的不同。", group_shares
    ),
    Check("no_origin", THEME, "没有来历的权重和分数线", "原文没有印出的，看单的人要知道是默认。", without_origin),
)
