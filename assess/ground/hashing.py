"""The one form of content that is hashed: the same content has the same hash, wherever it was read."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from assess.ground.numbers import plain


@cache
def content_fields(kind: type) -> tuple[str, ...]:
    """The names of the fields by which values of this dataclass are compared."""
    return tuple(one.name for one in fields(kind) if one.compare)


def sha256(content: Any) -> str:  # noqa: ANN401 any tree of plain values
    """Hash plain content: keys sorted, numbers exact, no white space, UTF-8."""
    return hashlib.sha256(_WHOLE.encode(content).encode()).hexdigest()


def sorted_rows(rows: Sequence[Any]) -> Sequence[Any]:
    """Rows whose order does not matter, in an order that depends on nothing but their content."""
    return sorted(rows, key=_ROW.encode) if len(rows) > 1 else rows


def fields_of(value: object) -> dict[str, Any]:
    """The content of a frozen value by the names of its fields."""
    return {name: getattr(value, name) for name in content_fields(type(value))}  # type: ignore[arg-type]  # every type can be hashed


def _plain(value: Any) -> Any:  # noqa: ANN401 dispatches on the value
    """What JSON has no form for, one layer of it: the encoder asks again for what is inside."""
    if isinstance(value, Fraction):
        return plain(value)
    if isinstance(value, frozenset):
        return sorted(value)
    if is_dataclass(value):
        return fields_of(value) or type(value).__name__
    message = f"no part of a hashed content: {value!r}"
    raise TypeError(message)


_WHOLE = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, sort_keys=True, separators=(",", ":"), default=_plain
)
_ROW = json.JSONEncoder(ensure_ascii=False, check_circular=False, sort_keys=True, default=_plain)
