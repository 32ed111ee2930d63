"""A part of where a value belongs: on a sheet a row knows some of it and a column the rest."""

import re
from typing import NamedTuple, Self

from assess.ground.address import Address

#: One letter each, so that the hidden cells of a sheet stay short.
_LETTERS = {
    "unit": "u",
    "node": "n",
    "input": "i",
    "assessor": "a",
    "group": "g",
    "record": "r",
    "field": "f",
}
_NAMES = {letter: name for name, letter in _LETTERS.items()}
_SPECIAL = re.compile(r"[\\;~]")
_PART = re.compile(r"([a-z])=((?:\\.|[^\\;~])*)(?:;|$)")


class PointerError(ValueError):
    """A text that is no pointer."""


class Pointer(NamedTuple):
    """Some of the names of one value's address and of its field; empty, or 0: not known here.

    `record`: the number that a record keeps for good; a new one below 0, see `Tag`.
    """

    unit: str = ""
    node: str = ""
    input: str = ""
    assessor: str = ""
    group: str = ""
    record: int = 0
    field: str = ""

    @classmethod
    def to(cls, address: Address, field: str = "") -> Self:
        """The whole way to a value."""
        return cls(*address, field)

    @property
    def address(self) -> Address:
        """Where the value is kept; only of a whole pointer."""
        return Address(*self[:6])

    def joined(self, other: "Pointer") -> "Pointer":
        """What both know together; where both know something this one is right."""
        return other._replace(**{name: value for name, value in self._asdict().items() if value})

    def __str__(self) -> str:
        """The text that `read` reads back: `n=K3.1;i=students`; names may hold any sign."""
        known = ((name, value) for name, value in zip(self._fields, self, strict=True) if value)
        return ";".join(f"{_LETTERS[name]}={_SPECIAL.sub(_escape, str(value))}" for name, value in known)

    @classmethod
    def read(cls, text: str) -> Self:
        """The pointer that a text writes. Raises `PointerError` for anything else."""
        found: dict[str, str] = {}
        position = 0
        while position < len(text):
            part = _PART.match(text, position)
            if part is None or part[1] not in _NAMES or _NAMES[part[1]] in found:
                raise PointerError(text)
            found[_NAMES[part[1]]] = re.sub(r"\\(.)", r"\1", part[2])
            position = part.end()
        record = found.pop("record", "0")
        if re.fullmatch(r"-?[0-9]{1,9}", record) is None:
            raise PointerError(text)
        return cls(**found, record=int(record))


def _escape(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"
