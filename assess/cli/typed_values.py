"""Values as they are typed behind an indicator: `2345`, `学生数 2345`, or several as `学生数=2345 教师数=60`."""

from collections.abc import Sequence
from dataclasses import dataclass

import click

#: Between a name and its value; the wide sign comes from a Chinese keyboard.
_SIGNS = ("=", "＝")


@dataclass(frozen=True, slots=True)
class TypedValues:
    """The input that was named before them, if any, and the values by name; an empty name: the only input."""

    input: str
    values: tuple[tuple[str, str], ...]


def typed_values(words: Sequence[str]) -> TypedValues:
    """Read the words behind an indicator. Raises `click.UsageError` for what is in no form."""
    pairs = [_pair(word) for word in words]
    first, *rest = pairs or [None]
    if first is not None:
        if None in rest:
            raise _unclear(words)
        return TypedValues("", tuple(pair for pair in pairs if pair is not None))
    if len(words) == 1:
        return TypedValues("", (("", words[0]),))
    if len(words) == 2 and rest[0] is None:  # noqa: PLR2004 a name and a value
        return TypedValues("", ((words[0], words[1]),))
    if not words or None in rest:
        raise _unclear(words)
    return TypedValues(words[0], tuple(pair for pair in rest if pair is not None))


def _pair(word: str) -> tuple[str, str] | None:
    places = [place for sign in _SIGNS if (place := word.find(sign)) > 0]
    if not places:
        return None
    place = min(places)
    return word[:place].strip(), word[place + 1 :].strip()


def _unclear(words: Sequence[str]) -> click.UsageError:
    what = f"“{' '.join(words)}”看不出是什么值" if words else "没有写值"
    how = "写一个值（如 2345）、名称和值（如 学生数 2345），或几个“名称=值”（如 学生数=2345 教师数=60）"
    return click.UsageError(f"{what}。{how}；值里有空格的，两边加引号。", click.get_current_context(silent=True))
