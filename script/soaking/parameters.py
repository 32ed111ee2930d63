"""Random parameters of rule kinds, written as a scheme file writes them.

Everything comes from the models themselves: which keys there are, what type and bounds each has, which words stand in
the kinds' worked examples. A new kind, or a new key of an old one, needs no line here; a new *type* of value does.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, ValidationError, WithJsonSchema
from pydantic.fields import FieldInfo

from assess.ground.expression import Expression
from assess.ground.numbers import plain
from assess.rules.base import Rule
from assess.rules.registry import kinds
from script.soaking.vocabulary import TYPES, as_tree, declared, leaf, words

#: A rule inside a rule inside a rule: deeper ones find nothing that these do not.
DEEPEST = 2
#: How often a model's keys are drawn again until they fit together.
TRIES = 30

#: What a number is made of; the last ones are more exact than anything that is shown.
_NUMBERS = (
    lambda rng: Fraction(rng.randint(0, 5)),
    lambda rng: Fraction(rng.randint(0, 10), 2),
    lambda rng: Fraction(rng.randint(0, 1000), 100),
    lambda rng: Fraction(rng.randint(0, 100)),
    lambda rng: Fraction(rng.randint(1, 20), 10),
    lambda rng: Fraction(rng.randint(1, 99999), 10 ** rng.randint(3, 7)),
    lambda rng: Fraction(rng.randint(1, 10**6)),
    lambda rng: rng.randint(1, 20) - Fraction(1, 10 ** rng.randint(3, 9)),
)

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")

#: Names that nothing in the examples has.
_WORDS = ("mark", "other", "甲", "乙")


def _refused(model: type[BaseModel], written: Mapping[str, Any]) -> set[Any]:
    """The keys that the model does not take; the empty word stands for all of them together."""
    try:
        model.model_validate(as_tree(written))
    except ValidationError as error:
        return {detail["loc"][0] if detail["loc"] else "" for detail in error.errors(include_url=False)}
    return set()


def _flawed(kind: type[Rule], written: Mapping[str, Any]) -> set[Any]:
    """The same of what a kind finds wrong with its parameters."""
    faults = _refused(kind, written)
    if faults:
        return faults
    rule = kind.model_validate(as_tree(written))
    return {flaw.path[0] if flaw.path else "" for flaw in rule.all_flaws(leaf())}


class Writer:
    """Writes parameters; `numbers` are all that it wrote, since values near them are the interesting ones."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.numbers: list[Fraction] = []
        self._depth = 0

    def rule(self, kind: type[Rule]) -> dict[str, Any]:
        """`{kind: {parameters}}` without a flaw in a leaf that has all inputs, or the last ones tried."""
        return {kind.kind: self._fitting(kind, _flawed)}

    def model(self, model: type[BaseModel], key: str) -> Any:  # noqa: ANN401 a root model is not always a table
        """Keys of the model that fit together as far as it sees itself, or the last ones tried."""
        if issubclass(model, RootModel):
            return self.value(model.model_fields["root"].annotation, key)
        return self._fitting(model, _refused)

    def _fitting(self, model: Any, wrong: Callable[[Any, Mapping[str, Any]], set[Any]]) -> dict[str, Any]:  # noqa: ANN401 a kind or any other model
        """Write the keys; then again those in which something is wrong, or all where that is nowhere in particular."""
        fields: Mapping[str, FieldInfo] = {field.alias or name: field for name, field in model.model_fields.items()}
        written = {
            name: self._behind(name, field) for name, field in fields.items() if self._wanted(field, len(fields))
        }
        for _ in range(TRIES):
            faults = wrong(model, written)
            if not faults:
                break
            for name in sorted(faults) if faults <= written.keys() and not self._seldom() else fields:
                written.pop(name, None)
                if self._wanted(fields[name], len(fields)):
                    written[name] = self._behind(name, fields[name])
        return written

    def _seldom(self) -> bool:
        return self.rng.random() < 0.15  # noqa: PLR2004 about every seventh time

    def _wanted(self, field: FieldInfo, among: int) -> bool:
        return field.is_required() or self.rng.random() < (0.5 if among < 6 else 0.3)  # noqa: PLR2004 of many keys a file has few

    def _behind(self, name: str, field: FieldInfo) -> Any:  # noqa: ANN401 any value
        annotated = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        return self.value(annotated, name)

    def value(self, annotation: Any, key: str) -> Any:  # noqa: ANN401 any annotation, any value
        """A value of that type, as it stands behind `key`."""
        bounds: dict[str, Any] = {}
        while get_origin(annotation) is Annotated:
            annotation, *metadata = get_args(annotation)
            for one in metadata:
                bounds |= one.json_schema or {} if isinstance(one, WithJsonSchema) else {}
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin in (Union, UnionType):
            some = [one for one in arguments if one is not type(None)]
            return None if len(some) < len(arguments) and self._seldom() else self.value(self.rng.choice(some), key)
        if origin is Literal:
            return self.rng.choice(arguments)
        if origin is tuple:
            return [self.value(arguments[0], key) for _ in range(self.rng.choice((1, 1, 2, 2, 3)))]
        if origin is dict:
            return {self._key(arguments[0], key): self.value(arguments[1], key) for _ in range(self.rng.randint(1, 3))}
        return self._single(annotation, key, bounds)

    def _single(self, annotation: Any, key: str, bounds: Mapping[str, Any]) -> Any:  # noqa: ANN401 the same
        simple: dict[Any, Callable[[], str]] = {
            Fraction: lambda: self.number(
                positive="exclusiveMinimum" in bounds, negative=not bounds.keys() & {"minimum", "exclusiveMinimum"}
            ),
            int: lambda: str(self.rng.randint(0, 4)),
            bool: lambda: self.rng.choice(("true", "false")),
            Expression: lambda: self._formula(key),
            str: lambda: self.rng.choice((*words().get(key, ()) * 3, *_WORDS)),
        }
        if annotation in simple:
            return simple[annotation]()
        if issubclass(annotation, Rule):
            return self._nested()
        if issubclass(annotation, BaseModel):
            return self.model(annotation, key)
        message = f"nothing is known of values of the type {annotation!r}"
        raise TypeError(message)

    def number(self, *, positive: bool = False, negative: bool = True) -> str:
        """A number, most often a short one; `negative`: sometimes below 0."""
        number = self.rng.choice(_NUMBERS)(self.rng)
        if positive and number == 0:
            number = Fraction(1)
        if negative and self._seldom():
            number = -number
        if self.numbers and self._seldom():  # the same number in two places
            again = self.rng.choice(self.numbers)
            number = again if again > 0 else number
        self.numbers.append(number)
        return plain(number)

    def _nested(self) -> dict[str, Any]:
        """A rule inside a rule: most often that of a worked example with other numbers, which costs little."""
        kind = self.rng.choice([kind for kind in kinds().values() if self._depth < DEEPEST or not _holds_rules(kind)])
        if self.rng.random() < 0.7:  # noqa: PLR2004 most often
            written: dict[str, Any] = kind.example.leaf["rule"]
            other = {kind.kind: self._other_numbers(written[kind.kind])}
            return written if _flawed(kind, other[kind.kind]) else other
        self._depth += 1
        try:
            return self.rule(kind)
        finally:
            self._depth -= 1

    def _other_numbers(self, tree: Any) -> Any:  # noqa: ANN401 whatever a file may hold
        if isinstance(tree, Mapping):
            return {key: self._other_numbers(inner) for key, inner in tree.items()}
        if isinstance(tree, str):
            return self.number() if _NUMBER.fullmatch(tree) and self.rng.random() < 0.5 else tree  # noqa: PLR2004 every second
        return [self._other_numbers(inner) for inner in tree] if isinstance(tree, Sequence) else tree

    def _key(self, annotation: Any, key: str) -> str:  # noqa: ANN401 the same
        if annotation is int:
            return str(self.rng.randint(1, 5))
        known = words().get(key, ())
        others = TYPES if TYPES[0] in known else tuple(declared())
        return self.rng.choice((*known * 3, *others))

    def _formula(self, key: str) -> str:
        one, other = (self.rng.choice(tuple(declared())) for _ in range(2))
        return self.rng.choice(
            (
                *(word for word in words().get(key, ()) if not word.isdigit()),
                one,
                one,
                f"{one} / {other}",
                f"{one} + {other}",
                f"({one} - {other}) / {other} * 100",
                f"mean({one}, {other})",
                f"{one} * {self.number()}",
            )
        )


@cache
def _holds_rules(kind: type[Rule]) -> bool:
    return kind.nested is not Rule.nested
