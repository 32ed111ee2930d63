"""Several assessors' marks in words, so that their mean can be checked; who gave which stays with the office."""

from collections.abc import Iterator
from fractions import Fraction

from assess.ground.numbers import ZERO, plain
from assess.ground.quotient import Quotient
from assess.rules.grammar.step import Step
from assess.rules.grammar.trimming import UsedMarks


def marks_of(step: Step | None) -> Iterator[UsedMarks]:
    """Yield the marks that a step and the steps inside it used."""
    if step is None:
        return
    if step.marks is not None:
        yield step.marks
    for part in step.parts:
        yield from marks_of(part)


def mean_of(used: UsedMarks) -> Quotient:
    """The mean of the marks that count, of which there is one at least."""
    return Quotient(sum(used.counted, ZERO), Fraction(len(used.counted)))


def _dropped(used: UsedMarks) -> str:
    """`去掉最高95分、最低60分，其余4人`, of several the outermost first."""
    highest = "、".join(f"{plain(mark)}分" for mark in reversed(used.highest))
    lowest = "、".join(f"{plain(mark)}分" for mark in used.lowest)
    return f"去掉最高{highest}、最低{lowest}，其余{len(used.counted)}人"


def marks_text(used: UsedMarks) -> str:
    """`3人评分：5、5、6`; a single mark says nothing here, since it stands in its own column."""
    if len(used.given) == 1 and not used.recused:
        return ""
    said = [f"{len(used.given)}人评分：{'、'.join(map(plain, used.given))}"]
    if used.lowest:
        said.append(f"{_dropped(used)}平均{mean_of(used).shown()}分")
    if used.recused:
        said.append(f"另有{used.recused}人回避，不计")
    return "，".join(said)
