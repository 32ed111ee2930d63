"""What was made of a cell."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a cell cannot be taken, and what to do."""

    code: str
    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """`text`: the value as it is kept, None: nothing is entered; `said`: how it was read, where that needs saying."""

    text: str | None = None
    said: str = ""
    wrong: Wrong | None = None


def refused(code: str, text: str, hint: str = "") -> Understood:
    """A cell that cannot be taken."""
    return Understood(wrong=Wrong(code, text, hint))
