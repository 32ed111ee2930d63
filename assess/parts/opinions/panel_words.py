"""Leaders' marks in sentences: how many count, which were dropped, and the computation to repeat. No names."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from assess.ground.numbers import ZERO, fixed, plain
from assess.parts.opinions.mark_scores import GroupScore
from assess.parts.opinions.marking import Marking
from assess.rules.grammar.mark_words import dropped, mean_of
from assess.rules.grammar.reckoning import adding
from assess.rules.grammar.trimming import UsedMarks


def panel_lines(rules: Marking, scores: Sequence[GroupScore], points: Fraction | None, digits: int) -> Iterator[str]:
    """How each group's marks became its points, and their sum."""
    share = _share(scores)
    for one in scores:
        if one.status == "counted":
            computed = f"；{_computed(one, one.points, rules, share, digits)}" if one.points is not None else ""
            yield f"{one.label}：{_marks(one.used, rules)}{computed}"
        elif one.status == "empty" and points is not None:
            yield one.left_out()
        else:
            yield one.reason()
    known = [fixed(one.points, digits) for one in scores if one.points is not None]
    if points is not None and len(known) > 1:
        yield f"{adding(known, fixed(points, digits))}分"


def _marks(used: UsedMarks, rules: Marking) -> str:
    recused = f"（另有{used.recused}人回避）" if used.recused else ""
    values = "、".join(f"{level}{plain(value)}分" for level, value in rules.levels.items())
    levels = f"，按{values}计" if rules.instrument == "levels" else ""
    return f"{len(used.given)}人评价{recused}{levels}，{dropped(used)}平均{mean_of(used).shown()}分"


def _computed(one: GroupScore, points: Fraction, rules: Marking, share: str, digits: int) -> str:
    """From the mean to the points; `share` where the group also stands for groups that are left out."""
    mean, larger = mean_of(one.used).exact(), share if one.full != one.own_full else ""
    if rules.instrument == "direct" and not larger:
        return f"计{fixed(points, digits)}分（满分{plain(one.full)}分）"
    if rules.instrument != "direct":
        mean = f"{mean} ÷ {plain(rules.highest(one.group))} × {plain(one.own_full)}"
    return f"{mean}{larger} = {fixed(points, digits)}分"


def _share(scores: Sequence[GroupScore]) -> str:
    """` × 30 ÷ 20`: all groups' full marks over those of the groups that are not empty."""
    staying = sum((one.own_full for one in scores if one.status != "empty"), ZERO)
    return f" × {plain(sum((one.own_full for one in scores), ZERO))} ÷ {plain(staying)}"
