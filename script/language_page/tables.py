"""Tables of keys from the JSON Schema that editors get: name, meaning, what is allowed, default."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

Schema = Mapping[str, Any]

_TYPES = {"string": "文字", "integer": "整数", "number": "数", "boolean": "`true`、`false`", "null": "`null`"}
_BOUNDS = {"minimum": "≥", "exclusiveMinimum": ">", "maximum": "≤"}
_REF = "#/$defs/"
#: The word that the meaning of a formula begins with.
_FORMULA = "算式"


class Row(NamedTuple):
    """One key."""

    key: str
    meaning: str
    allowed: str
    default: str


class Tables:
    """Makes tables of models; one that has a heading of its own is linked, any other stands inside its owner's."""

    def __init__(self, schema: Schema, headings: Mapping[str, str]) -> None:
        self._definitions: Mapping[str, Schema] = schema["$defs"]
        self._whole = schema
        self._headings = headings

    def table(self, name: str) -> str:
        """The table of a model, then those of the forms that one of its lists may hold."""
        schema = self._whole if name == "SchemeFile" else self._definitions[name]
        tables = [_drawn(list(self._rows(schema, "")))]
        for key, one in schema["properties"].items():
            for form in one.get("items", {}).get("oneOf", ()):
                definition = self._definitions[form["$ref"].removeprefix(_REF)]
                rows = list(self._rows(definition, ""))
                tables.append(f"`{key}`的一种写法：{definition['description']}\n\n{_drawn(rows)}")
        return "\n\n".join(tables)

    def _rows(self, schema: Schema, path: str) -> Iterator[Row]:
        for name, one in schema["properties"].items():
            required = name in schema.get("required", ())
            default = "必写" if required else _default(one.get("default"))
            key = f"{path}{name}"
            yield Row(f"`{key}`", one["description"], self._allowed(one), default)
            yield from self._inner(one, key)

    def _inner(self, schema: Schema, key: str) -> Iterator[Row]:
        """The keys of models that have no heading, below the key that holds them."""
        if "$ref" in schema:
            name = schema["$ref"].removeprefix(_REF)
            if name not in self._headings:
                yield from self._rows(self._definitions[name], f"{key}.")
        for one in schema.get("anyOf", ()):
            yield from self._inner(one, key)
        if isinstance(schema.get("items"), Mapping):
            yield from self._inner(schema["items"], f"{key}[]")
        if isinstance(schema.get("additionalProperties"), Mapping):
            yield from self._inner(schema["additionalProperties"], f"{key}.*")

    def _allowed(self, schema: Schema) -> str:
        if "$ref" in schema:
            return self._model(schema["$ref"].removeprefix(_REF))
        if str(schema.get("description", "")).startswith(_FORMULA):
            return "[算式](#算式)"
        if "anyOf" in schema:
            ways = (self._allowed(one) for one in schema["anyOf"] if one.get("type") != "null")
            return "；或".join(dict.fromkeys(ways))
        return _words(schema) or self._gathered(schema) or _single(schema)

    def _gathered(self, schema: Schema) -> str:
        """A list or a table in words; empty for anything else."""
        items = schema.get("items", {})
        if schema.get("type") == "array":
            return "列表，每项是" + ("下面的一种写法" if "oneOf" in items else self._allowed(items))
        if schema.get("type") == "object":
            return "“键: 值”，值是" + self._allowed(schema.get("additionalProperties", {}))
        return ""

    def _model(self, name: str) -> str:
        heading = self._headings.get(name)
        if heading is None:
            return "`{…}`"
        return f"[{heading}](#{heading.replace(' ', '-')})"


def _words(schema: Schema) -> str:
    words = schema.get("enum", [schema["const"]] if "const" in schema else [])
    return "、".join(f"`{word}`" for word in words)


def _single(schema: Schema) -> str:
    if schema.get("format") == "date":
        return "日期，如2025-09-01"
    bounds = "且".join(f"{sign}{schema[word]}" for word, sign in _BOUNDS.items() if word in schema)
    return _TYPES[schema["type"]] + bounds if "type" in schema else "任意内容"


def _default(value: object) -> str:
    if value in ("", None, [], {}) or isinstance(value, Mapping):
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value:g}`" if isinstance(value, float) else f"`{value}`"


def _drawn(rows: list[Row]) -> str:
    lines = ["| 键 | 意思 | 可以写 | 默认 |", "|---|---|---|---|"]
    lines += ["| " + " | ".join(map(cell, row)) + " |" for row in rows]
    return "\n".join(lines)


def cell(text: str) -> str:
    """A text that stays inside its cell."""
    return text.replace("|", "\\|").replace("*", "\\*") if "`" not in text else text.replace("|", "\\|")
