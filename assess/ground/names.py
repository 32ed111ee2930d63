"""Names that somebody gives, where they stand together: what they are called, and which of them are taken."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from assess.ground.tree import Path

OTHER_ID = "请换一个编号"


class Names(NamedTuple):
    """Names at `path`: the keys of a table, those of a list, or a single one.

    `reserved` ones mean something else already; `hint` says what to do with such a one.
    """

    path: Path
    names: Iterable[str]
    what: str
    reserved: Collection[str] = ()
    hint: str = OTHER_ID
    #: Whether they are ids; else they are words that people read, with signs of any kind.
    are_ids: bool = True
