"""Weights and shares that do not sum: voter groups, leaders' groups, checklists, given shares of a group."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from assess.drafting.checks.check import Check, Finding
from assess.drafting.checks.subject import Subject, points
from assess.ground.numbers import ZERO, exact, short
from assess.ground.tree import Table, at
from assess.parts.ballots import BallotRules
from assess.parts.panel import PanelRules
from assess.rules.checklist import Checklist
from assess.scheme.scheme import Part

THEME = "权重与份额"

#: What weights add up to: as shares of one, of ten, as percentages.
_WHOLES = (Fraction(1), Fraction(10), Fraction(100))


def _terms(weights: Sequence[Fraction]) -> str:
    return f"{' + '.join(map(short, weights))} = {short(sum(weights, ZERO))}"


def _is_ratio(weights: Sequence[Fraction]) -> bool:
    """Small whole numbers, such as 2 : 1, are meant as a ratio and need not sum to anything."""
    return all(weight.denominator == 1 and weight < _WHOLES[1] for weight in weights)


def voter_weights(subject: Subject) -> Iterator[Finding]:
    """Weights of voter groups sum to 1, 10 or 100, or are a plain ratio; they are used where they differ."""
    for part in subject.scheme.parts:
        if not isinstance(part.rules, BallotRules):
            continue
        weights = [group.weight for group in part.rules.groups.values()]
        place = subject.place("parts", part.id, "ballots", "groups")
        if part.rules.pooling == "weighted" and not _is_ratio(weights) and sum(weights) not in _WHOLES:
            text = f"{_named(part)}各测评群体的权重合计不是1、10或100：{_terms(weights)}"
            yield Finding(place, text, "请核对权重；程序会按各自占合计的比例计算")
        elif part.rules.pooling == "pool" and len(set(weights)) > 1:
            written = "、".join(map(short, weights))
            text = f"{_named(part)}给各测评群体写了不同的权重（{written}），却合在一起计票，权重不起作用"
            yield Finding(place, text, "要按权重计算，把pooling写成weighted")


def leader_points(subject: Subject) -> Iterator[Finding]:
    """The points of the leaders' groups sum to the part's full mark, for every list."""
    for part in subject.scheme.parts:
        if not isinstance(part.rules, PanelRules):
            continue
        worth = [group.points for group in part.rules.groups.values()]
        for list_id, full in part.full.items():
            if full and full != sum(worth):
                text = (
                    f"{_named(part)}在{subject.scheme.lists[list_id]}满分{points(full)}，各组合计不等：{_terms(worth)}"
                )
                place = subject.place("parts", part.id, "full", list_id)
                yield Finding(place, text, "请核对这一部分的满分和各组的分值")


def _named(part: Part) -> str:
    return f"“{part.label}”" + (f"（{part.clause}）" if part.clause else "")


def checklist_shares(subject: Subject) -> Iterator[Finding]:
    """The shares of a checklist sum to the full mark, or to 1, 10 or 100."""
    # The full mark is split in proportion whatever they sum to; but who writes shares means them as they stand.
    for applied in subject.rules:
        rule = applied.rule
        if isinstance(rule, Checklist) and not isinstance(rule.shares, str):
            wrong = sum(rule.shares) not in (*_WHOLES, applied.frame.maximum)
            if wrong and not _is_ratio(rule.shares):
                text = f"{applied.spot}满分{points(applied.frame.full)}，各项份额合计不等：{_terms(rule.shares)}"
                place = subject.place(*applied.spot.path, *applied.path, "shares")
                yield Finding(place, text, "份额应合计为满分，或合计为1、10、100；程序会按比例分摊")


def group_shares(subject: Subject) -> Iterator[Finding]:
    """Shares given to the items of a group sum to its full mark, or to 1, 10 or 100."""
    for spot, group in subject.groups:
        node = at(subject.tree, spot.path)
        shares = node.get("shares") if isinstance(node, Table) else None
        given = _numbers(shares) if isinstance(shares, Table) else []
        if given and sum(given) not in (*_WHOLES, group.maximum) and not _is_ratio(given):
            text = f"{spot}满分{points(group.maximum)}，各项份额合计不等：{_terms(given)}"
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
    Check("voter_weights", THEME, "测评群体的权重", "权重合计不等时，各群体实际占多少与写明的不同。", voter_weights),
    Check(
        "leader_points",
        THEME,
        "领导评价各组的分值",
        "各组分值合计与这一部分的满分不等，总分就到不了（或超过）满分。",
        leader_points,
    ),
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
