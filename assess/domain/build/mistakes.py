"""Turns what pydantic says into problems with places and Chinese sentences."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from assess.domain.place import Place, Problem, did_you_mean
from assess.domain.tree import Rows, Table, Text, Tree, at, place_of

_SENTENCES = {
    "missing": "缺少“{key}”",
    "extra_forbidden": "没有“{key}”这个键",
    "string_type": "应为文字",
    "int_type": "应为整数",
    "int_parsing": "应为整数，这里写的是“{input}”",
    "int_from_float": "应为整数",
    "bool_parsing": "应为true或false，这里写的是“{input}”",
    "bool_type": "应为true或false",
    "dict_type": "应为“键: 值”的形式",
    "model_type": "应为“键: 值”的形式",
    "model_attributes_type": "应为“键: 值”的形式",
    "tuple_type": "应为列表",
    "list_type": "应为列表",
    "too_short": "至少要有{min_length}项",
    "string_too_short": "不能为空",
    "string_too_long": "太长（最多{max_length}个字符）",
    "string_pattern_mismatch": "“{input}”不能用作编号（英文字母开头，只用字母、数字、“.”、“-”、“_”）",
    "greater_than": "应大于{gt}",
    "greater_than_equal": "应不小于{ge}",
    "less_than": "应小于{lt}",
    "less_than_equal": "应不大于{le}",
    "date_from_datetime_parsing": "应为日期，例如2018-09-01",
    "date_parsing": "应为日期，例如2018-09-01",
    "date_type": "应为日期，例如2018-09-01",
}


def problems_of(error: ValidationError, tree: Tree, model: type[BaseModel]) -> list[Problem]:
    """Return the problems of `error` at their places in `tree`; several at one place become one."""
    by_path: dict[tuple[str | int, ...], list[Any]] = {}
    for detail in error.errors(include_url=False):
        by_path.setdefault(_written_path(detail, tree), []).append(detail)
    return [_problem(path, details, tree, model) for path, details in by_path.items()]


def _written_path(detail: Any, tree: Tree) -> tuple[str | int, ...]:  # noqa: ANN401 pydantic's ErrorDetails
    """The part of pydantic's location that names keys and positions of the file (unions add words of their own)."""
    path: list[str | int] = []
    last = len(detail["loc"]) - 1
    for index, step in enumerate(detail["loc"]):
        if isinstance(tree, Table) and step in tree:
            tree = tree[str(step)]
        elif isinstance(tree, Rows) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        elif index == last and detail["type"] == "missing":
            path.append(step)
            break
        else:
            continue
        path.append(step)
    return tuple(path)


def _problem(path: tuple[str | int, ...], details: Sequence[Any], tree: Tree, model: type[BaseModel]) -> Problem:
    place = place_of(tree, path)
    first = details[0]
    if first["type"] == "extra_forbidden":
        key = str(path[-1])
        place = _key_place(tree, path)
        hint = did_you_mean(key, _allowed(model, first["loc"][:-1]))
        return Problem(place, "unknown_key", f"{_where(path[:-1])}没有“{key}”这个键", hint)
    if first["type"] == "missing":
        return Problem(place, "missing_key", f"{_where(path[:-1])}缺少“{path[-1]}”", "这一项必须写")
    sentences = list(dict.fromkeys(_sentence(detail) for detail in details))
    return Problem(place, first["type"], _where(path) + "；或".join(sentences))


def _key_place(tree: Tree, path: Sequence[str | int]) -> Place:
    table = at(tree, path[:-1])
    return table.key_place(str(path[-1])) if isinstance(table, Table) else place_of(table)


def _where(path: Sequence[str | int]) -> str:
    """The last key of the path, so that a message reads `“cap”应为数字`."""
    words = [step for step in path if isinstance(step, str)]
    return f"“{words[-1]}”" if words else ""


def _sentence(detail: Any) -> str:  # noqa: ANN401 pydantic's ErrorDetails
    kind = detail["type"]
    if kind in {"value_error", "assertion_error"}:
        return str(detail["ctx"]["error"])
    if kind == "deduction_form":
        return str(detail["msg"])
    if kind in {"literal_error", "enum"}:
        allowed = re.sub(r"'([^']*)'", r"\1", str(detail["ctx"]["expected"])).replace(" or ", "、").replace(", ", "、")
        return f"应为{allowed}之一，这里写的是“{_shown(detail['input'])}”"
    template = _SENTENCES.get(kind)
    if template is None:
        return f"写法不对（{detail['msg']}）"
    return template.format(input=_shown(detail["input"]), key=detail["loc"][-1], **detail.get("ctx", {}))


def _shown(value: object) -> str:
    if value is None:
        return "空"
    text = str(value) if isinstance(value, Text | str | int) else "一组内容"
    return text if len(text) <= 30 else text[:27] + "…"  # noqa: PLR2004 a line of a terminal


def _allowed(model: type[BaseModel], location: Sequence[str | int]) -> list[str]:
    """The keys that the model at `location` takes, found by walking the model beside the location."""
    for found in _models_at(model, list(location)):
        return [field.alias or name for name, field in found.model_fields.items()]
    return []


def _models_at(model: type[BaseModel], location: list[str | int]) -> Iterator[type[BaseModel]]:
    if not location:
        yield model
        return
    step, *rest = location
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    if step in fields:
        for inner in _models_in(fields[str(step)].annotation):
            yield from _models_at(inner, rest)
    elif not isinstance(step, str) or rest:
        yield from _models_at(model, rest)
    # A key of a dict of models: the model is the one that the dict holds.
    elif step not in fields:
        yield model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        return
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)
