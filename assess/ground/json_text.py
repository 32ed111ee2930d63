"""JSON as it is written out: two spaces a level, Chinese as it is.

The standard library writes indented JSON piece by piece in plain Python; for a whole result with its trace that
takes as long as computing it.
"""

from collections.abc import Callable
from json.encoder import encode_basestring as quoted
from typing import Any


def json_text(content: Any) -> str:  # noqa: ANN401 any tree of tables, lists, texts, whole numbers, yes, no and nothing
    """Return `content` as `json.dumps(content, ensure_ascii=False, indent=2)` does."""
    pieces: list[str] = []
    _write(content, "\n", pieces.append)
    return "".join(pieces)


def _write(value: Any, line: str, put: Callable[[str], None]) -> None:  # noqa: ANN401 as above
    """`line`: the line break with the indentation of the place where `value` stands."""
    if isinstance(value, str):
        put(quoted(value))
    elif isinstance(value, dict):
        inner = before = f"{line}  "
        put("{")
        for key, item in value.items():
            if isinstance(item, str):  # nearly everything is a text
                put(f"{before}{quoted(key)}: {quoted(item)}")
            else:
                put(f"{before}{quoted(key)}: ")
                _write(item, inner, put)
            before = f",{inner}"
        put(f"{line}}}" if value else "}")
    elif isinstance(value, list):
        inner = before = f"{line}  "
        put("[")
        for item in value:
            put(before)
            _write(item, inner, put)
            before = f",{inner}"
        put(f"{line}]" if value else "]")
    else:
        put(_word(value))


def _word(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    message = f"no part of a JSON document: {value!r}"
    raise TypeError(message)
