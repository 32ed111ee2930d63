"""Votes in sentences: the ballots of the groups that count, their means and weights, and the computation to repeat."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from assess.ground.numbers import fixed, plain
from assess.ground.quotient import Quotient
from assess.parts.opinions.tally import Count, GroupTally, Tally
from assess.parts.opinions.voting import IGNORED, Voting


def ballot_lines(rules: Voting, tally: Tally, full: Fraction, points: Fraction | None, digits: int) -> Iterator[str]:
    """How the mean came about and how it became `points` of `full`; who lacks, while there are none."""
    if tally.pooled is None or tally.mean is None or points is None:
        yield from (_group(one, rules) for one in tally.groups)
        return
    if rules.pooling == "pool":
        mean = _quotient(tally.pooled)
        yield _paper(tally.pooled, rules)
        yield f"{_votes(tally.pooled, rules)}；{_values(rules)}，平均{mean.shown()}分"
        basis = mean.exact()
    else:
        yield f"{_values(rules)}，各群体的平均分再按权重合成"
        yield from (_group(one, rules) for one in tally.groups if one.status == "counted")
        basis = _weighted([one for one in tally.groups if one.status == "counted"])
        mean = Quotient(tally.mean, Fraction(1))
        yield f"加权平均：{basis} = {mean.rounded()}分"
        basis = mean.exact(basis)
    for one in tally.groups:
        if one.status == "empty" and one.count is not None:
            unused = f"（权重{plain(one.weight)}不计）" if rules.pooling == "weighted" else ""
            yield f"{one.left_out()}{unused}；{_paper(one.count, rules)}"
    yield f"{basis} ÷ {plain(rules.divide_by)} × {plain(full)} = {fixed(points, digits)}分"


def _group(group: GroupTally, rules: Voting) -> str:
    """One group's ballots with their mean and weight, or why it has none."""
    if group.count is None:
        return group.reason()
    if group.status == "empty":
        return f"{group.reason()}；{_paper(group.count, rules)}"
    weight = f"（权重{plain(group.weight)}）" if rules.pooling == "weighted" else ""
    mean = _quotient(group.count).shown()
    return f"{group.label}{weight}：{_paper(group.count, rules)}；{_votes(group.count, rules)}，平均{mean}分"


def _paper(count: Count, rules: Voting) -> str:
    """How many ballots went out, came back and count, and why the others do not."""
    came = (("发出", count.issued), ("收回", count.returned))
    as_level = f"张按{rules.abstentions}计" if rules.abstentions != IGNORED and count.abstained else ""
    void = f"（含整票无效{count.spoilt}）" if count.spoilt else ""
    besides = [
        *([f"弃权{count.abstained}{as_level}"] if count.abstained is not None else []),
        *([f"无效{count.invalid}{void}"] if count.invalid is not None else []),
        *([f"本单位{count.own}张不计"] if count.own else []),
    ]
    counting = "计入" if as_level or count.own else "有效"
    brackets = f"（{'、'.join(besides)}）" if besides else ""
    numbers = [f"{word}{number}张" for word, number in came if number is not None]
    return "，".join([*numbers, f"{counting}{count.valid}张{brackets}"])


def _votes(count: Count, rules: Voting) -> str:
    """`优秀6票、合格4票（含弃权1票）、不合格1票`."""
    return "、".join(
        f"{level}{number}票"
        + (f"（含弃权{count.abstained}票）" if level == rules.abstentions and count.abstained else "")
        for level, number in count.levels.items()
    )


def _values(rules: Voting) -> str:
    return f"按{'、'.join(f'{level}{plain(value)}分' for level, value in rules.levels.items())}计"


def _quotient(count: Count) -> Quotient:
    return Quotient(count.sum, Fraction(count.valid))


def _weighted(groups: Sequence[GroupTally]) -> str:
    """`(3 × 90 + 1 × 70) ÷ (3 + 1)`."""
    terms = [f"{plain(one.weight)} × {_quotient(one.count).exact()}" for one in groups if one.count is not None]
    weights = [plain(one.weight) for one in groups]
    if len(groups) == 1:
        return f"{terms[0]} ÷ {weights[0]}"
    return f"({' + '.join(terms)}) ÷ ({' + '.join(weights)})"
