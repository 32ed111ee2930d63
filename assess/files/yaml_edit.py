"""Changes single values in the text of a YAML file and leaves every other byte as it is.

Each function takes a whole text and returns the new one; comments, order, quotes and line ends of the rest stay.
A comment directly above a row of a list, at the row's own indentation, belongs to that row.
"""

from collections.abc import Iterable, Mapping, Sequence

from assess.files.line_ends import newline_of
from assess.files.yaml_spans import Span, entry_index, find, spans
from assess.files.yaml_writing import Value, scalar, written
from assess.ground.tree import Path


def put(text: str, path: Path, value: Value, after: Iterable[str] = ()) -> str:
    """Write `value` at `path`: in place of what stands there, or as a new key behind the last one of `after`."""
    root = spans(text)
    present = find(root, path)
    parent = _found(root, path[:-1])
    if present is not None:
        space = " " if present.start == present.end else ""
        return text[: present.start] + space + written(value, flow=parent.flow) + text[present.end :]
    key = str(path[-1])
    names = [name.value for name, _ in parent.entries]
    position = max((names.index(name) for name in after if name in names), default=len(names) - 1)
    if parent.flow:
        return _into_braces(text, parent, position, f"{scalar(key, flow=True)}: {written(value, flow=True)}")
    line = f"{scalar(key, flow=False)}: {written(value, flow=False)}"
    at = _line_end(text, parent.entries[position][1].end)
    return _with_line(text, at, " " * _column(text, parent.start) + line)


def drop(text: str, path: Path) -> str:
    """Take away the key or the row at `path`, with the comment that belongs to a row.

    A list that loses its only row goes too.
    """
    root = spans(text)
    parent = _found(root, path[:-1])
    last = path[-1]
    index = last if isinstance(last, int) else entry_index(parent, last)
    if index is None:
        return text
    if len(parent.children) == 1 and not parent.flow and len(path) > 1:
        return drop(text, path[:-1])
    if not parent.flow:
        start, end = _row_lines(text, parent, index) if parent.rows else _entry_lines(text, parent, index)
        return text[:start] + text[end:]
    pieces = _pieces(parent)
    if index > 0:
        start, end = pieces[index - 1][1], pieces[index][1]
    else:
        start, end = pieces[0][0], pieces[1][0] if len(pieces) > 1 else pieces[0][1]
    return text[:start] + text[end:]


def append(text: str, path: Path, row: Mapping[str, Value]) -> str:
    """Add `row` at the end of the list at `path`, in the form of the last row."""
    return insert(text, path, len(_found(spans(text), path).rows), row)


def insert(text: str, path: Path, index: int, row: Mapping[str, Value]) -> str:
    """Add `row` to the list at `path` so that it stands at `index`, in the form of the row in front of it.

    At the very front it goes before the first row's own comment, in that row's form.
    """
    rows = _found(spans(text), path)
    if rows.flow:
        return _into_braces(text, rows, index - 1, written(row, flow=True))
    pattern = max(index - 1, 0)
    block = newline_of(text).join(_row_text(text, rows, pattern, row))
    start, end = _row_lines(text, rows, pattern)
    return _with_line(text, end if index else start, block)


def _row_text(text: str, rows: Span, pattern: int, row: Mapping[str, Value]) -> list[str]:
    """The lines of a new row in the form of the one at `pattern`: a line, or a line for each key."""
    like = rows.rows[pattern]
    start = _dash(text, rows, pattern)
    margin = " " * _column(text, start)
    if like.flow or like.kind == "scalar":
        return [f"{margin}- {written(row, flow=False)}"]
    inner = " " * (_column(text, like.start) - len(margin) - 1)
    keys = [f"{scalar(key, flow=False)}: {written(value, flow=False)}" for key, value in row.items()]
    return [f"{margin}-{inner}{keys[0]}", *(f"{margin} {inner}{key}" for key in keys[1:])]


def reorder(text: str, path: Path, order: Sequence[int]) -> str:
    """Put the rows of the list at `path` into another order; what stands between two rows keeps its place."""
    rows = _found(spans(text), path)
    places = _pieces(rows) if rows.flow else [_row_lines(text, rows, index) for index in range(len(rows.rows))]
    blocks = [text[start:end] for start, end in places]
    if not rows.flow and not blocks[-1].endswith(("\n", "\r")):
        blocks[-1] += newline_of(text)
    parts, done = [], 0
    for (start, end), index in zip(places, order, strict=True):
        parts += [text[done:start], blocks[index]]
        done = end
    return "".join(parts) + text[done:]


def _found(root: Span, path: Path) -> Span:
    span = find(root, path)
    if span is None:
        message = f"nothing stands at {path}"
        raise KeyError(message)
    return span


def _into_braces(text: str, container: Span, position: int, piece: str) -> str:
    """Behind the piece at `position`; -1: before all."""
    pieces = _pieces(container)
    if not pieces:
        return text[: container.start + 1] + piece + text[container.end - 1 :]
    if position < 0:
        at = pieces[0][0]
        return f"{text[:at]}{piece}, {text[at:]}"
    at = pieces[position][1]
    return f"{text[:at]}, {piece}{text[at:]}"


def _pieces(container: Span) -> list[tuple[int, int]]:
    """From where to where each entry or row of a container in braces or brackets is written."""
    if container.entries:
        return [(name.start, value.end) for name, value in container.entries]
    return [(row.start, row.end) for row in container.rows]


def _entry_lines(text: str, table: Span, index: int) -> tuple[int, int]:
    """The lines of one entry; the first entry of a row shares its line with the row's dash, which stays."""
    name, value = table.entries[index]
    start, end = _line_start(text, name.start), _line_end(text, value.end)
    if text[start : name.start].strip() and index + 1 < len(table.entries):
        return name.start, table.entries[index + 1][0].start
    return start, end


def _row_lines(text: str, rows: Span, index: int) -> tuple[int, int]:
    """The lines of one row, with the comment lines directly above it."""
    dash = _dash(text, rows, index)
    start, column = _line_start(text, dash), _column(text, dash)
    while start > 0:
        above = _line_start(text, start - 1)
        line = text[above:start]
        if line.strip()[:1] != "#" or len(line) - len(line.lstrip(" ")) != column:
            break
        start = above
    return start, _line_end(text, rows.rows[index].end)


def _dash(text: str, rows: Span, index: int) -> int:
    """Where the dash of a row stands: in the column of the list, at or above the row's first line."""
    column = _column(text, rows.start)
    start = _line_start(text, rows.rows[index].start)
    while text[start + column : start + column + 1] != "-" or text[start:].lstrip(" ")[:1] == "#":
        start = _line_start(text, start - 1)
    return start + column


def _line_start(text: str, at: int) -> int:
    if text[at - 1 : at + 1] == "\r\n":  # `at` is the second half of a line end: its own line is before it
        at -= 1
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1 if at else 0


def _line_end(text: str, at: int) -> int:
    """Behind the line end that follows `at`."""
    while at < len(text) and text[at] not in "\r\n":
        at += 1
    return at + 2 if text[at : at + 2] == "\r\n" else min(at + 1, len(text))


def _column(text: str, at: int) -> int:
    return at - _line_start(text, at)


def _with_line(text: str, at: int, line: str) -> str:
    newline = newline_of(text)
    before = text[:at]
    if before and not before.endswith(("\n", "\r")):
        before += newline
    return f"{before}{line}{newline}{text[at:]}"
