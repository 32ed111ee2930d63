"""Leaders' marks in sentences: how many count, their mean, and the computation to repeat; no name, no single mark."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from assess.ground.numbers import ZERO, fixed, plain
from assess.parts.opinions.mark_scores import GroupScore, MarkSum
from assess.parts.opinions.marking import Marking
from assess.rules.grammar.reckoning import adding


def panel_lines(rules: Marking, scores: Sequence[GroupScore], points: Fraction | None, digits: int) -> Iterator[str]:
    """How each group's marks became its points, and their sum."""
    share = _share(scores)
    for one in scores:
        if one.status == "counted":
            computed = f"；{_computed(one, one.points, rules, share, digits)}" if one.points is not None else ""
            yield f"{one.label}：{_marks(one.marks, rules)}{computed}"
        elif one.status == "empty" and points is not None:
            yield one.left_out()
        else:
            yield one.reason()
    known = [fixed(one.points, digits) for one in scores if one.points is not None]
    if points is not None and len(known) > 1:
        yield f"{adding(known, fixed(points, digits))}分"


def _marks(marks: MarkSum, rules: Marking) -> str:
    recused = f"（另有{marks.recused}人回避）" if marks.recused else ""
    values = "、".join(f"{level}{plain(value)}分" for level, value in rules.levels.items())
    levels = f"，按{values}计" if rules.instrument == "levels" else ""
    dropped = f"去掉{marks.dropped}个最高分和{marks.dropped}个最低分，其余{marks.counted}人" if marks.dropped else ""
    return f"{marks.given}人评价{recused}{levels}，{dropped}平均{marks.mean.shown()}分"


def _computed(one: GroupScore, points: Fraction, rules: Marking, share: str, digits: int) -> str:
    """From the mean to the points; `share` where the group also stands for groups that are left out."""
    mean, larger = one.marks.mean.exact(), share if one.full != one.own_full else ""
    if rules.instrument == "direct" and not larger:
        return f"计{fixed(points, digits)}分（满分{plain(one.full)}分）"
    if rules.instrument != "direct":
        mean = f"{mean} ÷ {plain(rules.highest(one.group))} × {plain(one.own_full)}"
    return f"{mean}{larger} = {fixed(points, digits)}分"


def _share(scores: Sequence[GroupScore]) -> str:
    """` × 30 ÷ 20`: all groups' full marks over those of the groups that are not empty."""
    staying = sum((one.own_full for one in scores if one.status != "empty"), ZERO)
    return f" × {plain(sum((one.own_full for one in scores), ZERO))} ÷ {plain(staying)}"
