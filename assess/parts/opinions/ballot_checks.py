"""What is checked of the groups of voters."""

from collections.abc import Iterator

from assess.ground.numbers import short
from assess.parts.base import PartCheck, PartFinding, PartSubject
from assess.parts.opinions.voting import Voting
from assess.rules.grammar.shares_words import WHOLES, is_ratio, terms


def _voter_weights(rules: Voting, part: PartSubject) -> Iterator[PartFinding]:
    """Weights of voter groups sum to 1, 10 or 100, or are a plain ratio; they are used where they differ."""
    weights = [group.weight for group in rules.groups.values()]
    path = ("ballots", "groups")
    if rules.pooling == "weighted" and not is_ratio(weights) and sum(weights) not in WHOLES:
        text = f"{part.name}各测评群体的权重合计不是1、10或100：{terms(weights)}"
        yield PartFinding(path, text, "请核对权重；程序会按各自占合计的比例计算")
    elif rules.pooling == "pool" and len(set(weights)) > 1:
        written = "、".join(map(short, weights))
        text = f"{part.name}给各测评群体写了不同的权重（{written}），却合在一起计票，权重不起作用"
        yield PartFinding(path, text, "要按权重计算，把pooling写成weighted")


voter_weights = PartCheck(
    "voter_weights",
    "权重与份额",
    "测评群体的权重",
    "权重合计不等时，各群体实际占多少与写明的不同。",
    _voter_weights,
)
