"""What is new about a value that came back: held against what stood there at the export, and what stands there now."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from assess.ground.numbers import NotANumberError, exact
from assess.ground.place import Place
from assess.workbooks.ask import Ask
from assess.workbooks.laying_out.year_on_sheets import At


class Kind(StrEnum):
    """What becomes of a value."""

    ADDED = "added"
    CHANGED = "changed"
    CLEARED = "cleared"
    #: A value that the same slice brought before becomes another one.
    CORRECTED = "corrected"
    #: Somebody else has changed it since the export.
    CONFLICT = "conflict"


KIND_WORDS = {
    Kind.ADDED: "新填",
    Kind.CHANGED: "改动",
    Kind.CLEARED: "清除",
    Kind.CORRECTED: "更正",
    Kind.CONFLICT: "冲突",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that is not what it is now. `then`: at the export; `now`, `new`: None where nothing is entered."""

    kind: Kind
    at: At
    place: Place
    then: str | None
    now: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands anywhere: at the export, and now; and whether the same slice has brought what stands there now.

    `outdated`: whether a later book of the slice has been taken already.
    """

    then: Callable[[At], str | None]
    now: Callable[[At], str | None]
    is_own: Callable[[At], bool]
    outdated: bool = False

    def difference(self, at: At, ask: Ask, new: str | None, place: Place) -> Difference | None:
        """What is new about a value; None where nothing is: it is as it was sent out, or as it is now."""
        then, now = self.then(at), self.now(at)
        if same(ask, then, new) or same(ask, now, new):
            return None
        return Difference(self._kind(at, ask, then, now, new), at, place, then, now, new)

    def _kind(self, at: At, ask: Ask, then: str | None, now: str | None, new: str | None) -> Kind:
        if same(ask, then, now):
            if now is None:
                return Kind.ADDED
            return Kind.CHANGED if new is not None else Kind.CLEARED
        return Kind.CORRECTED if self.is_own(at) and not self.outdated else Kind.CONFLICT


_FLAGS = {"true": "是", "有": "是", "false": "否"}


def same(ask: Ask, one: str | None, other: str | None) -> bool:
    """Whether two values are one, however they are written: 0.90 and 0.9, true and 是, blanks at the end of a line."""
    if one is None or other is None or one == other:
        return (one or None) == (other or None)
    if ask.kind == "number":
        try:
            return exact(one) == exact(other)
        except NotANumberError:
            return False
    if ask.kind == "choice":
        return _FLAGS.get(one, one) == _FLAGS.get(other, other)
    return _lines(one) == _lines(other)


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.replace("\r\n", "\n").strip().split("\n")]
