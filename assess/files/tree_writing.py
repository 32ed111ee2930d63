"""Plain content as a YAML file in the house form: short tables on one line, long ones over several."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from assess.files.yaml_writing import Number, Value, scalar, written
from assess.ground.numbers import plain
from assess.ground.plain import Plain

#: Longest line of a table or list that stands on one line.
WIDTH = 110
_STEP = 2
#: Lists of these keys have a block a row, however short.
_ALWAYS_BLOCKS = frozenset({"targets", "indicators", "cases", "plan", "facts", "parts", "weights"})


def document(tree: Mapping[str, Plain], *, comment: str = "") -> str:
    """The text of a file, below a comment of whole lines."""
    lines = [f"# {line}" for line in comment.splitlines()]
    return "\n".join([*lines, *_table(tree, 0)]) + "\n"


def _table(tree: Mapping[str, Plain], indent: int) -> Iterator[str]:
    for key, value in tree.items():
        yield from _entry(scalar(key, flow=True), value, indent, is_block=key in _ALWAYS_BLOCKS)


def _entry(key: str, value: Plain, indent: int, *, is_block: bool) -> Iterator[str]:
    margin = " " * indent
    if isinstance(value, str | Fraction | date | bool) or value is None or not value:
        yield f"{margin}{key}: {written(_value(value), flow=False)}"
        return
    line = None if is_block and not _is_short(value) else _line(f"{margin}{key}: ", value)
    if line is not None:
        yield line
    else:
        yield f"{margin}{key}:"
        yield from _inner(value, indent + _STEP, is_block=is_block)


def _is_short(value: Mapping[str, Plain] | Sequence[Plain]) -> bool:
    """Whether a table holds nothing but one plain value: `indicators: {partial: raw}` is no list of indicators."""
    return isinstance(value, Mapping) and len(value) == 1 and isinstance(next(iter(value.values())), str)


def _inner(value: Mapping[str, Plain] | Sequence[Plain], indent: int, *, is_block: bool) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _table(value, indent)
        return
    for row in value:
        yield from _row(row, indent, is_block=is_block)


def _row(row: Plain, indent: int, *, is_block: bool) -> Iterator[str]:
    margin = " " * indent
    if not isinstance(row, Mapping) or not row:
        flow = isinstance(row, Mapping | list | tuple)
        yield f"{margin}- {written(_value(row), flow=flow)}"
        return
    line = None if is_block else _line(f"{margin}- ", row)
    if line is not None:
        yield line
        return
    lines = list(_table(row, indent + _STEP))
    yield f"{margin}- {lines[0].lstrip()}"
    yield from lines[1:]


def _line(before: str, value: Plain) -> str | None:
    """A table or list on one line; None where it is too long for one."""
    if _least(value, WIDTH - len(before)) > WIDTH - len(before):
        return None
    line = before + written(_value(value), flow=True)
    return line if len(line) <= WIDTH else None


def _least(value: Plain, most: int) -> int:
    """How long a value is at least when it is written; beyond `most` nothing more is counted."""
    if isinstance(value, str):
        return len(value)
    if not isinstance(value, Mapping | list | tuple):
        return 1
    length = 0
    parts = value.items() if isinstance(value, Mapping) else (("", one) for one in value)
    for key, one in parts:
        length += len(key) + 2 + _least(one, most - length)
        if length > most:
            break
    return length


def _value(value: Plain) -> Value:
    """What the writer of values takes: texts, numbers as they are to be written, nothing."""
    if value is None:
        return None
    if isinstance(value, bool):
        return Number("true" if value else "false")
    if isinstance(value, Fraction | date):
        return Number(plain(value) if isinstance(value, Fraction) else value.isoformat())
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: _value(one) for key, one in value.items()}
    return [_value(one) for one in value]
