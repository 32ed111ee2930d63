"""The keys that a model takes at some place: what an unknown key may have been meant to be."""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel, RootModel

from assess.parts.registry import PartFile, any_part
from assess.rules.base import Rule
from assess.rules.registry import any_rule, kinds

Location = Sequence[str | int]


def allowed_keys(model: type[BaseModel], location: Location) -> list[str]:
    """The keys of the model at `location`, found by walking the model beside pydantic's location."""
    return [str(key) for found in _models_at([model], location) for key in _fields(found)]


def is_rule(model: type[BaseModel], location: Location) -> bool:
    """Whether the keys at `location` are rule kinds."""
    return allowed_keys(model, location) == list(kinds())


def _models_at(models: list[type[BaseModel]], location: Location) -> list[type[BaseModel]]:
    """The models that the location leads to; positions, keys of dicts and names of unions' forms lead nowhere new."""
    for step in location:
        inner = [found for model in models for found in _inner(model, step)]
        named = [model for model in models if step == getattr(model, "tag", None)]
        models = inner or named or models
    return models


def _inner(model: type[BaseModel], step: str | int) -> Iterator[type[BaseModel]]:
    field = _fields(model).get(step)
    return _models_in(field.annotation) if field is not None else iter(())


def _fields(model: type[BaseModel]) -> dict[str | int, Any]:
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 any annotation
    if annotation is Rule:  # a rule inside a rule
        annotation = any_rule()
    if annotation is PartFile:
        annotation = any_part()
    if isinstance(annotation, type) and issubclass(annotation, RootModel):
        annotation = annotation.model_fields["root"].annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        return
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)
