"""YAML text with the span of everything in it, so that one value can be changed and no other byte is touched."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import yaml

# Without types: only places are wanted.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Step = str | int


@dataclass(frozen=True, slots=True)
class Span:
    """Where a value stands in a text, from `start` up to `end`, without the comments and blank lines after it.

    `flow` tells `{…}` and `[…]` from indented forms; `style` is a scalar's quote or block sign, empty when plain.
    """

    kind: Literal["scalar", "table", "rows"]
    start: int
    end: int
    flow: bool = False
    style: str = ""
    value: str = ""
    entries: tuple[tuple["Span", "Span"], ...] = ()
    rows: tuple["Span", ...] = ()

    @property
    def children(self) -> tuple["Span", ...]:
        """The values directly below."""
        return self.rows or tuple(value for _, value in self.entries)


def spans(text: str) -> Span:
    """Return the spans of a text that the YAML reader has already accepted."""
    return _span(yaml.compose(text, Loader=_Loader), text)


def find(span: Span, path: Sequence[Step]) -> Span | None:
    """Return what stands at `path`; None when nothing does."""
    for step in path:
        if isinstance(step, int):
            if step >= len(span.rows):
                return None
            span = span.rows[step]
        else:
            position = entry_index(span, step)
            if position is None:
                return None
            span = span.entries[position][1]
    return span


def entry_index(table: Span, key: str) -> int | None:
    """Return the position of `key` among the entries of a table."""
    for index, (name, _) in enumerate(table.entries):
        if name.value == key:
            return index
    return None


def _span(node: Any, text: str) -> Span:  # noqa: ANN401 nodes of PyYAML are untyped
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        style = node.style or ""
        if style in ("|", ">"):
            end = start + len(text[start:end].rstrip("\r\n"))
        return Span("scalar", start, end, style=style, value=node.value)
    flow = bool(node.flow_style)
    if isinstance(node, yaml.SequenceNode):
        rows = tuple(_span(row, text) for row in node.value)
        return Span("rows", start, end if flow else rows[-1].end, flow, rows=rows)
    entries = tuple(_entry(key, value, text) for key, value in node.value)
    return Span("table", start, end if flow else entries[-1][1].end, flow, entries=entries)


def _entry(key: Any, value: Any, text: str) -> tuple[Span, Span]:  # noqa: ANN401 the same
    name, content = _span(key, text), _span(value, text)
    if content.kind == "scalar" and content.start == content.end:
        # Nothing is written: it stands right behind the colon, wherever the parser noticed.
        behind = name.end + len(text[name.end :]) - len(text[name.end :].lstrip(" \t"))
        behind = behind + 1 if text[behind : behind + 1] == ":" else name.end
        content = Span("scalar", behind, behind)
    return name, content
