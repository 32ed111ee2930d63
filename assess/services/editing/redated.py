"""The text of one file moved to a new period: values by their meaning, comments and everything else as they are."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assess.drafting.renewing.redating import Move, Redating, applied
from assess.files.line_ends import line_and_column, newline_of
from assess.files.yaml_spans import Span, spans
from assess.files.yaml_writing import scalar
from assess.ground.place import Place
from assess.ground.tree import Path

#: A line that still names a year of the old period: where, what it says, which years.
Left = tuple[Place, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Moved:
    """Something that was moved to the new period."""

    place: Place
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Redated:
    """A file's new text, what was moved in it, and the lines that a person has to look at."""

    text: str
    moved: tuple[Moved, ...]
    left: tuple[Left, ...]


def redated(text: str, name: str, redating: Redating) -> Redated:
    """Move a scheme's file; `name` is how messages will call it."""
    moves: list[Move] = []
    for path, span in _scalars(spans(text), ()):
        if span.start == span.end:
            continue
        whole = redating.whole(path, span.value)
        if whole is not None:
            moves.append((span.start, span.end, scalar(whole, flow=False, number=True)))
        else:
            raw = text[span.start : span.end]
            moves += [(span.start + start, span.start + end, new) for start, end, new in redating.moves(path, raw)]
    return _result(text, name, redating, moves)


def redated_prose(text: str, name: str, redating: Redating) -> Redated:
    """Move a text that is no part of the scheme: only the period's name and the scheme's id."""
    return _result(text, name, redating, redating.in_prose(text))


def with_note(text: str, name: str, redating: Redating, note: str) -> Redated:
    """Move nothing, but write `note` above the text as a comment."""
    result = _result(text, name, redating, [])
    left = tuple((place._replace(line=place.line + 1), line, years) for place, line, years in result.left)
    return replace(result, text=f"# {note}{newline_of(text)}{text}", left=left)


def _result(text: str, name: str, redating: Redating, moves: list[Move]) -> Redated:
    moved = tuple(
        Moved(Place(name, *line_and_column(text, start)), text[start:end], new)
        for start, end, new in moves
        if text[start:end] != new
    )
    new = applied(text, moves)
    stays = applied(text, [(start, end, " " * len(put)) for start, end, put in moves])
    lines = zip(stays.splitlines(), new.splitlines(), strict=True)
    left = tuple(
        (Place(name, number, len(line) - len(line.lstrip()) + 1), line.strip(), years)
        for number, (rest, line) in enumerate(lines, start=1)
        if (years := redating.years_in(rest))
    )
    return Redated(new, moved, left)


def _scalars(span: Span, path: Path) -> Iterator[tuple[Path, Span]]:
    if span.kind == "scalar":
        yield path, span
    for index, row in enumerate(span.rows):
        yield from _scalars(row, (*path, index))
    for key, value in span.entries:
        yield from _scalars(value, (*path, key.value))
