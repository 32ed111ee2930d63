"""Frozen values without the wait: `@frozen` for `@dataclass(frozen=True, slots=True)`.

Scoring makes fifty such classes before it reads its first line. `dataclasses` writes and compiles six methods for each
of them, which took as long as the scoring itself; here only `__init__` is written, and all classes share the rest.
They are dataclasses all the same (`fields`, `replace` and `field` work). What they hold is kept from change by mypy,
not by a check at every assignment, so that making one is quicker too.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Kind = TypeVar("Kind", bound=type)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: Kind) -> Kind:
    """Make `kind` a class of values: compared, hashed and shown by what their fields hold."""
    made: Any = dataclass(slots=True, eq=False, repr=False)(kind)
    made.__eq__, made.__hash__, made.__repr__ = _equals, _hash, _shown
    return made  # type: ignore[no-any-return]  # with slots it is another class than `kind`, of the same kind


@cache
def content_fields(kind: type) -> tuple[str, ...]:
    """The names of the fields by which values of this dataclass are compared; none for any other type."""
    return tuple(one.name for one in fields(kind) if one.compare) if is_dataclass(kind) else ()


@cache
def _reader(kind: type) -> Callable[[object], Any]:
    """What reads the whole content of a value at once."""
    names = content_fields(kind)
    return attrgetter(*names) if names else type


def _content(value: object) -> Any:  # noqa: ANN401 one value, or a tuple of several
    return _reader(type(value))(value)  # type: ignore[arg-type]  # every type can be hashed


def _equals(self: object, other: object) -> bool:
    return bool(_content(self) == _content(other)) if type(self) is type(other) else NotImplemented


def _hash(self: object) -> int:
    return hash(_content(self))


def _shown(self: Any) -> str:  # noqa: ANN401 a value of any dataclass
    held = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({held})"
