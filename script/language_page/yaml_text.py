"""YAML as a person would write it: short things on one line, longer ones below each other."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from assess.files.yaml_writing import Number, written

#: What stands without quotes though it is no text.
_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?|true|false")
#: Keys that are numbers; our reader takes them without quotes.
_NUMBERED = re.compile(r'"([0-9]+)": ')
_WIDTH = 88


def flow(value: Any) -> str:  # noqa: ANN401 whatever a file may hold
    """The value on one line."""
    return _NUMBERED.sub(r"\1: ", written(_marked(value), flow=True))


def block(value: Any, indent: int = 0) -> str:  # noqa: ANN401 whatever a file may hold
    """The value over several lines, indented by so many columns."""
    return "\n".join(" " * indent + line for line in _lines(value))


def _marked(value: Any) -> Any:  # noqa: ANN401 whatever a file may hold
    if isinstance(value, Mapping):
        return {str(key): _marked(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_marked(inner) for inner in value]
    return Number(value) if isinstance(value, str) and _PLAIN.fullmatch(value) else value


def _lines(value: Any) -> Iterator[str]:  # noqa: ANN401 whatever a file may hold
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _entry(f"{key}:", inner)
        return
    for inner in value:
        first, *rest = _lines(inner) if isinstance(inner, Mapping) and not _fits(inner, 2) else [flow(inner)]
        yield f"- {first}"
        yield from (f"  {line}" for line in rest)


def _entry(head: str, inner: Any) -> Iterator[str]:  # noqa: ANN401 whatever a file may hold
    if not isinstance(inner, Mapping | list | tuple) or _fits(inner, len(head) + 1):
        yield f"{head} {flow(inner)}"
        return
    yield head
    yield from (f"  {line}" for line in _lines(inner))


def _fits(value: Any, before: int) -> bool:  # noqa: ANN401 whatever a file may hold
    """Whether it reads well on one line: short, and not a table of tables of tables."""
    return before + len(flow(value)) <= _WIDTH and _depth(value) <= 2  # noqa: PLR2004 what an eye takes in


def _depth(value: Any) -> int:  # noqa: ANN401 whatever a file may hold
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else None
    return 0 if inner is None else 1 + max(map(_depth, inner), default=0)
