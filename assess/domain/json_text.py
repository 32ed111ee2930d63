"""JSON as it is written out: two spaces a level, Chinese as it is.

The standard library writes indented JSON piece by piece in plain Python; for a whole result with its trace that
takes as long as computing it.
"""

from json.encoder import encode_basestring as quoted
from typing import Any


def json_text(content: Any) -> str:  # noqa: ANN401 any tree of tables, lists, texts, whole numbers, yes, no and nothing
    """Return `content` as `json.dumps(content, ensure_ascii=False, indent=2)` does."""
    return _written(content, "\n")


def _written(value: Any, line: str) -> str:  # noqa: ANN401 as above
    """`line`: the line break with the indentation of the place where `value` stands."""
    if isinstance(value, str):
        return quoted(value)
    inner = f"{line}  "
    if isinstance(value, dict):
        entries = [
            f"{quoted(key)}: {quoted(item) if isinstance(item, str) else _written(item, inner)}"
            for key, item in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(entries)}{line}}}" if entries else "{}"
    if isinstance(value, list):
        return f"[{inner}{f',{inner}'.join(_written(item, inner) for item in value)}{line}]" if value else "[]"
    return _word(value)


def _word(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    message = f"no part of a JSON document: {value!r}"
    raise TypeError(message)
