"""Turns what pydantic says into problems with places and Chinese sentences."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from assess.ground.numbers import NotANumberError, meant_number
from assess.ground.place import MOST_PROBLEMS, Place, Problem, did_you_mean
from assess.ground.tree import Path, Rows, Table, Text, Tree, at, place_of
from assess.scheme.reading.allowed_keys import allowed_keys, is_rule

_SENTENCES = {
    "string_type": "应为文字",
    "int_type": "应为整数",
    "int_parsing": "应为整数，这里写的是“{input}”",
    "int_parsing_size": "应为整数，这里的数字太大",
    "int_from_float": "应为整数，这里写的是“{input}”",
    "bool_parsing": "应为true或false，这里写的是“{input}”",
    "bool_type": "应为true或false",
    "dict_type": "应为“键: 值”的形式",
    "model_type": "应为“键: 值”的形式",
    "tuple_type": "应为列表",
    "too_short": "至少要有{min_length}项",
    "string_too_short": "不能为空",
    "string_too_long": "太长（最多{max_length}个字符）",
    "greater_than_equal": "应不小于{ge}，这里写的是“{input}”",
    "less_than_equal": "应不大于{le}，这里写的是“{input}”",
}

#: What a pattern for ids allows.
_PATTERNS = {
    r"^[a-z0-9][a-z0-9\-]*$": "只能用小写英文字母、数字和“-”",
    r"^[A-Za-z][A-Za-z0-9_.\-]*$": "英文字母开头，只用英文字母、数字、“.”、“-”、“_”",
}

#: What to write under a key whose form is not obvious.
_HINTS: dict[str | int, str] = {
    "rule": "例如 rule: {judged: {}}",
    "takes_part": "不参加的写成 {no: 原因}",
    "graded": "参加考核但不定等次的写成 {no: 原因}",
}

_CHINESE_COLON = "冒号要写英文的“:”，后面加一个空格"

#: How the ways are called of which a value may take one.
_WAYS = {"dict_type": "“键: 值”的形式", "model_type": "“键: 值”的形式", "tuple_type": "列表"}


def problems_of(error: ValidationError, tree: Tree, model: type[BaseModel]) -> list[Problem]:
    """Return the problems of `error` at their places in `tree`; several at one place become one."""
    by_path = _by_path(error, tree)
    return [_problem(path, details, tree, model) for path, details in by_path.items()]


def paths_of(error: ValidationError, tree: Tree) -> dict[Path, str]:
    """Return where in `tree` something is wrong, and of what kind it is."""
    return {path: details[0]["type"] for path, details in _by_path(error, tree).items()}


def _by_path(error: ValidationError, tree: Tree) -> dict[Path, list[Any]]:
    """Where a value may be of several forms, the form that fits so far speaks for it: the longer path."""
    found: dict[Path, list[Any]] = {}
    for detail in error.errors(include_url=False):
        found.setdefault(_written_path(detail, tree), []).append(detail)
        if len(found) > 2 * MOST_PROBLEMS:
            # Enough, even if every second path is a longer one.
            break
    longer = {path[:length] for path in found for length in range(len(path))}
    return {path: details for path, details in found.items() if path not in longer}


def _written_path(detail: Any, tree: Tree) -> Path:  # noqa: ANN401 pydantic's ErrorDetails
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


def _problem(path: Path, details: Sequence[Any], tree: Tree, model: type[BaseModel]) -> Problem:
    first = details[0]
    if first["type"] == "extra_forbidden":
        return _unknown_key(path, first, tree, model)
    if first["type"] == "missing":
        text = f"{_where(path[:-1], tree)}缺少“{path[-1]}”"
        return Problem(place_of(tree, path), "missing_key", text, "这一项必须写")
    if first["loc"][-1] == "[key]":
        text = f"{_where(path[:-1], tree)}的键“{path[-1]}”{_sentence(first)}"
        return Problem(_key_place(tree, path), first["type"], text)
    return Problem(place_of(tree, path), first["type"], _where(path, tree) + _said(details), _hint(path, details))


def _hint(path: Path, details: Sequence[Any]) -> str:
    first = details[0]
    if first["type"] in _WAYS and isinstance(first["input"], str) and "：" in first["input"]:
        return _CHINESE_COLON
    if first["type"] in {"model_type", "literal_error"}:
        return _HINTS.get(path[-1], "")
    if len(details) > 1:
        return ""
    if first["type"] == "tuple_type" and first["input"] is not None:
        return "列表写成 [甲, 乙]；也可以每项写一行，前面加“- ”"
    if first["type"] == "int_parsing":
        return meant_number(first["input"])
    error = first.get("ctx", {}).get("error")
    return meant_number(first["input"]) if isinstance(error, NotANumberError) else ""


def _unknown_key(path: Path, detail: Any, tree: Tree, model: type[BaseModel]) -> Problem:  # noqa: ANN401 as above
    place, key = _key_place(tree, path), str(path[-1])
    location = detail["loc"][:-1]
    allowed = allowed_keys(model, location)
    hint = did_you_mean(key, allowed) or "可用的有：" + "、".join(allowed)
    if "：" in key:
        hint = _CHINESE_COLON
    if is_rule(model, location):
        return Problem(place, "unknown_rule", f"没有“{key}”这种规则", hint)
    return Problem(place, "unknown_key", f"{_where(path[:-1], tree)}没有“{key}”这个键", hint)


def _key_place(tree: Tree, path: Path) -> Place:
    table = at(tree, path[:-1])
    return table.key_place(str(path[-1])) if isinstance(table, Table) else place_of(table)


def _where(path: Path, tree: Tree) -> str:
    """The last key of the path, or what a row of a list calls itself: `“cap”`, `“A1”`, `“each”第2项`.

    Nothing of what a database keeps: the place has its Chinese name already.
    """
    if not path or place_of(tree, path).title:
        return ""
    if isinstance(path[-1], str):
        return f"“{path[-1]}”"
    row = at(tree, path)
    name = row.get("id") if isinstance(row, Table) else None
    return f"“{name}”" if isinstance(name, Text) else f"{_where(path[:-1], tree)}第{path[-1] + 1}项"


def _said(details: Sequence[Any]) -> str:
    """One sentence; where several forms are possible and none fits, all of them."""
    written = details[0]["input"]
    # The form that found something beyond the form itself was meant.
    meant = [detail for detail in details if _way(detail) is None]
    ways = dict.fromkeys(str(_way(detail)) for detail in details)
    if len(ways) > 1 and not meant:
        return f"应为{'，或'.join(ways)}；这里写的是{_shown(written)}"
    return "；或".join(dict.fromkeys(_sentence(detail) for detail in meant or details))


def _way(detail: Any) -> str | None:  # noqa: ANN401 pydantic's ErrorDetails
    """The form that this part of a union asks for; None when it says more than that."""
    if detail["type"] == "literal_error":
        return _choices(detail)
    if detail["type"] == "value_error":
        error = detail["ctx"]["error"]
        return "数字" if isinstance(error, NotANumberError) or str(error) == "应为数字" else None
    return _WAYS.get(detail["type"])


def _choices(detail: Any) -> str:  # noqa: ANN401 pydantic's ErrorDetails
    return "、".join(re.findall(r"'([^']*)'", detail["ctx"]["expected"]))


def _sentence(detail: Any) -> str:  # noqa: ANN401 pydantic's ErrorDetails
    kind = detail["type"]
    if kind == "value_error":
        said = str(detail["ctx"]["error"])
        return said if said.startswith(("应", "至少")) else f"：{said}"
    if kind == "string_pattern_mismatch":
        return f"写成“{_cut(detail['input'])}”不行：{_PATTERNS[detail['ctx']['pattern']]}"
    if kind == "literal_error":
        choices = _choices(detail)
        return f"应为{choices}{'之一' if '、' in choices else ''}，这里写的是{_shown(detail['input'])}"
    template = _SENTENCES.get(kind)
    if template is None:
        # Own kinds of error bring their own sentence.
        return f"：{detail['msg']}"
    return template.format(input=_cut(detail["input"]), **detail.get("ctx", {}))


def _shown(value: object) -> str:
    """What is written, as a message quotes it."""
    if value is None:
        return "空的"
    if isinstance(value, Table):
        return "“键: 值”"
    return "列表" if isinstance(value, Iterable) and not isinstance(value, str) else f"“{_cut(value)}”"


def _cut(value: object) -> str:
    text = str(value)
    return text if len(text) <= 30 else text[:27] + "…"  # noqa: PLR2004 a line of a terminal
