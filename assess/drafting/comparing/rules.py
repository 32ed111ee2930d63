"""How points are given: kinds of rules, their parameters, weights of achievements, the step of marks."""

from collections.abc import Iterator, Mapping

from assess.drafting.comparing.finding import Difference, Theme
from assess.drafting.comparing.pairing import Pairs
from assess.drafting.comparing.plain_words import PlainWords
from assess.drafting.comparing.values import changed
from assess.drafting.comparing.walker import Walker
from assess.entered.inputs import Input
from assess.ground.numbers import plain
from assess.rules.grammar.rule_words import RuleWords, rule_words
from assess.scheme.nodes import Leaf
from assess.scheme.scheme import Scheme


def rule_differences(pairs: Pairs, old: Scheme, new: Scheme) -> Iterator[Difference]:
    """What changed in the rules of one tree."""
    labels = [{name: kind.label for name, kind in one.unit_types.items()} for one in (old, new)]
    for before, after in pairs.kept:
        about = (pairs.subject(after.node),)
        texts = list(_weights(before.node.heading.declared, after.node.heading.declared))
        if isinstance(before.node, Leaf) and isinstance(after.node, Leaf):
            texts += _rule(before.node, after.node, labels)
            texts += _step(before.node, after.node)
        elif isinstance(after.node, Leaf):
            texts.append(rule_words(after.node.rule, after.node.frame, labels[1]))
        yield from (Difference(Theme.RULES, text, about) for text in texts)


def _rule(old: Leaf, new: Leaf, labels: list[dict[str, str]]) -> Iterator[str]:
    if type(old.rule) is not type(new.rule):
        words = [rule_words(one.rule, one.frame, mine) for one, mine in zip((old, new), labels, strict=True)]
        yield f"由“{words[0]}”改为“{words[1]}”"
        return
    walker = Walker(RuleWords(old.frame, labels[0]), RuleWords(new.frame, labels[1]))
    yield from walker.rule(old.rule, new.rule)


def _step(old: Leaf, new: Leaf) -> Iterator[str]:
    marked = all(any(True for _ in one.rule.marks(one.frame)) for one in (old, new))
    steps = [_step_words(one) for one in (old, new)]
    if marked and steps[0] != steps[1]:
        yield changed("评分步长", *steps)


def _step_words(leaf: Leaf) -> str:
    return "只给满分或零分" if leaf.frame.step == leaf.maximum else f"{plain(leaf.frame.step)}分"


def _weights(old: Mapping[str, Input], new: Mapping[str, Input]) -> Iterator[str]:
    """Classes of achievements: new, gone, weighed otherwise."""
    walker = Walker(PlainWords({}), PlainWords({}))
    for name, after in new.items():
        before = old.get(name)
        if before is not None and before.records is not None and after.records is not None:
            yield from walker.field("classes", before.records, after.records)
