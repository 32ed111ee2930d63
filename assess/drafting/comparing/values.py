"""Values of parameters: which are compared as a whole, when two are the same, and the sentence about a change."""

from fractions import Fraction

from pydantic import BaseModel

from assess.entered.inputs import Span
from assess.ground.edges import SIGNS, Edges
from assess.ground.expression import Expression
from assess.ground.numbers import plain
from assess.rules.grammar.conditions import Conditions
from assess.rules.grammar.target_value import TargetValue

NONE = "不设"
#: The same of words.
NOTHING = "无"
#: A value longer than this, or with a comma in it, stands in quotation marks.
_BARE = 16
_APART = frozenset("，、；：")


def changed(what: str, before: str, after: str) -> str:
    """`上限由8分改为6分`; what is long stands in quotation marks."""
    quote = any(len(text) > _BARE or not _APART.isdisjoint(text) for text in (before, after))
    old, new = (f"“{text}”" if quote and text not in (NONE, NOTHING) else text for text in (before, after))
    return f"{what}由{old}改为{new}"


def are_models(value: object) -> bool:
    """Whether a value is a list of parameter sets, to be compared one by one."""
    return isinstance(value, tuple) and all(isinstance(one, BaseModel) and not isinstance(one, Span) for one in value)


def is_compound(value: object) -> bool:
    """Whether a value has parameters of its own, to be compared one by one."""
    return (
        isinstance(value, BaseModel)
        and not isinstance(value, Conditions | Span | TargetValue)
        and type(value) is not Edges
    )


def same(before: object, after: object) -> bool:
    """Equal, or written with other spaces, or the same words in another order."""
    if isinstance(before, Expression) and isinstance(after, Expression):
        return "".join(before.text.split()) == "".join(after.text.split())
    if isinstance(before, tuple) and isinstance(after, tuple) and all(isinstance(one, str) for one in before + after):
        return sorted(before) == sorted(after)
    return before == after


def only_edges(value: Edges) -> Edges:
    """The edges of something that has more."""
    return Edges(**{name: getattr(value, name) for name in SIGNS})


def in_full(value: object) -> str:
    """A number in full, where the words for readers round it."""
    return plain(value) if isinstance(value, Fraction) else ""
