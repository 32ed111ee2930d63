"""A slice of a year: what goes out on one set of sheets and comes back on it."""

import re
from dataclasses import dataclass, fields

#: What stands for the department of what nobody is responsible for; what the whole year is called.
NOBODY, WHOLE = "未分工", "全年"
_SPECIAL = re.compile(r"[%&=]")


class SliceError(ValueError):
    """A text that is no slice."""


@dataclass(frozen=True, slots=True)
class Slice:
    """What belongs to all that is named; None: not narrowed by it. Without any: the whole year.

    `department`: who is responsible for entering it; empty: nobody is. `assessor`: who gives the marks. `unit`: the id
    of whom it is about. `chapter`: the word of an item of the scheme (`K3`, `academic_affairs/*`).
    """

    department: str | None = None
    assessor: str | None = None
    unit: str | None = None
    chapter: str | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole year."""
        return self == Slice()

    @property
    def words(self) -> str:
        """What it is called where units and items go by their ids."""
        named = [NOBODY if self.department == "" else self.department, self.assessor, self.unit, self.chapter]
        return " ".join(filter(None, named)) or WHOLE

    def __str__(self) -> str:
        """The text that `read_slice` reads back: `department=教务处&chapter=K3`; the whole year is `*`."""
        named = ((one.name, getattr(self, one.name)) for one in fields(self))
        return "&".join(f"{name}={_SPECIAL.sub(_escaped, value)}" for name, value in named if value is not None) or "*"


def read_slice(text: str) -> Slice:
    """The slice that a text writes. Raises `SliceError` for anything else."""
    found: dict[str, str] = {}
    for part in text.split("&") if text != "*" else ():
        name, sign, value = part.partition("=")
        if not sign or name in found or name not in {one.name for one in fields(Slice)}:
            raise SliceError(text)
        found[name] = re.sub("%([0-9A-F]{2})", lambda code: chr(int(code[1], 16)), value)
    return Slice(**found)


def _escaped(sign: re.Match[str]) -> str:
    return f"%{ord(sign[0]):02X}"
