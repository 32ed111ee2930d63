"""What a sheet says of itself in a hidden cell: of which cycle it is, which slice, and of when."""

import json
from dataclasses import asdict, dataclass, fields

#: Of the form of sheets: a later program may read what an earlier one has sent out.
FORM = 1
_KEY = "assess"


class StampError(ValueError):
    """A text that is no stamp, or one of another form of sheets."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Of which cycle, which slice of it and which sheet of that; and what whoever made it could see.

    `opened`: the start of the hash of the cycle's first change, by which two cycles of one code are told apart.
    `export`: the number of the export, counted within the cycle; 0: not noted.
    `changes`: how many changes the cycle had, so that what stood in any cell can be looked up; `last`: the start of the
    hash of the last one, by which it is known whether the cycle has had these very changes.
    `scheme`: the start of the hash of the scheme's content.
    """

    cycle: str
    opened: str
    slice: str
    sheet: str
    export: int
    changes: int
    last: str
    scheme: str

    def __str__(self) -> str:
        """The text that `read_stamp` reads back."""
        return json.dumps({_KEY: FORM, **asdict(self)}, ensure_ascii=False, separators=(",", ":"))


def is_stamp(text: str) -> bool:
    """Whether a text looks like the hidden cell that a sheet of ours begins with."""
    return text.lstrip().startswith(f'{{"{_KEY}":')


def read_stamp(text: str) -> Stamp:
    """The stamp that a text writes. Raises `StampError` for anything else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise StampError(text) from None
    if not isinstance(found, dict) or found.pop(_KEY, None) != FORM:
        raise StampError(text)
    kinds = {one.name: one.type for one in fields(Stamp)}
    if found.keys() != kinds.keys() or any(not isinstance(value, kinds[name]) for name, value in found.items()):  # type: ignore[arg-type]  # plain types
        raise StampError(text)
    return Stamp(**found)
