"""What is said of the parameters that two schemes are compared by: nothing is left to say in the file's own words."""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from assess.drafting.comparing.inputs import ELSEWHERE
from assess.entered.inputs import Amount, EvidenceLine, Input, Line, RecordClass, Span
from assess.entered.records import Counting
from assess.ground.edges import SIGNS, Edges
from assess.ground.said import said
from assess.parts.opinions.voting import VoterGroup
from assess.parts.registry import part_kinds
from assess.rules.base import Rule
from assess.rules.grammar.bands import Band
from assess.rules.grammar.conditions import Conditions
from assess.rules.grammar.subtractions.counted import PerStep
from assess.rules.grammar.subtractions.on_condition import Discretion
from assess.rules.grammar.target_value import TargetValue
from assess.rules.grammar.trimming import Trim
from assess.rules.per_amount import PerAmount
from assess.rules.registry import kinds
from assess.scheme.plan import Layout
from assess.scheme.reminder_rules import ReminderRules
from assess.scheme.selection import Publicity, SelectionRules

#: Values that are said in one piece, not parameter by parameter.
IN_ONE_PIECE = (Band, Conditions, Span, TargetValue)
#: Where the comparison begins to walk.
ROOTS: tuple[type[BaseModel], ...] = (
    *kinds().values(),
    *part_kinds().values(),
    SelectionRules,
    ReminderRules,
    Counting,
    Layout,
    Input,
    EvidenceLine,
)


def inside(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 any annotation
    """The types of which an annotation is made."""
    yield annotation
    for one in () if get_origin(annotation) is Literal else get_args(annotation):
        yield from inside(one)


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 the same
    """The models among them that are compared parameter by parameter."""
    for one in inside(annotation):
        if isinstance(one, type) and issubclass(one, BaseModel) and one not in (Rule, Edges):
            yield from () if issubclass(one, IN_ONE_PIECE) else (one,)


def compared() -> Iterator[type[BaseModel]]:
    """All models that the comparison walks through."""
    todo = list(ROOTS)
    seen: set[type[BaseModel]] = set()
    while todo:
        model = todo.pop()
        if model not in seen:
            seen.add(model)
            yield model
            todo += [one for field in model.model_fields.values() for one in models_in(field.annotation)]


def names(model: type[BaseModel]) -> Iterator[str]:
    """Its fields, without edges, which are said together, and what the comparison of inputs says in another way."""
    left_out: set[str] = set(SIGNS) if issubclass(model, Edges) else ELSEWHERE if issubclass(model, Line) else set()
    yield from (name for name in model.model_fields if name not in left_out)


FIELDS = [(model, name) for model in sorted(compared(), key=lambda one: one.__name__) for name in names(model)]


def literals(annotation: Any) -> set[Any]:  # noqa: ANN401 any annotation
    """The words of the file's language that the field takes."""
    return {word for one in inside(annotation) if get_origin(one) is Literal for word in get_args(one)}


@pytest.mark.parametrize(("model", "name"), [pytest.param(*one, id=f"{one[0].__name__}.{one[1]}") for one in FIELDS])
def test_a_field_is_said_in_chinese(model: type[BaseModel], name: str) -> None:
    """It has a noun, and a word for each of the words among which a file chooses; none is in the file's language."""
    about = said(model, name)
    assert not [word for word in (about.noun, *about.choices.values()) if word.isascii()]
    words = literals(model.model_fields[name].annotation)
    assert not words or words == about.choices.keys()


def test_the_unit_of_a_field_beside() -> None:
    """A field that has the unit of another one stands beside it."""
    units = [(model, said(model, name).unit_of) for model, name in FIELDS if said(model, name).unit_of]
    assert {model for model, _ in units} == {PerAmount, PerStep}
    assert not [model for model, other in units if other not in model.model_fields]


def test_what_is_walked() -> None:
    """Parameters inside of parameters are among them; what is said in one piece is not."""
    walked = set(compared())
    assert walked >= {PerStep, Discretion, Trim, VoterGroup, RecordClass, Amount, Publicity}
    assert not walked & {Band, Edges, TargetValue, Rule}
