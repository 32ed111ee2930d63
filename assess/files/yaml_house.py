"""The house form of YAML: one way to indent, to quote and to space; what a file says stays the same.

1. quotes only where a YAML reader would take the text for something else, and then double ones;
2. one space behind colons; behind commas too, and none inside braces and brackets that stand on one line;
3. two spaces an indentation, rows of a list two further in than their key, one space behind a dash;
4. no blanks at the end of a line, one blank line at most, none at the ends of a file, LF, a final line end.

Texts over several lines keep their line breaks, comments their words and their distance from what they follow.
A file that would say anything else afterwards is left as it is.

Not by ruamel.yaml: reading and writing a file with it changes what nobody asked for (`~` to `null`, `[{a: b}]` to
`[a: b]`), in 14 of the 121 files that are shipped.
"""

import json
import re
from itertools import pairwise

from assess.files import yaml_reader
from assess.files.line_ends import with_lf
from assess.files.yaml_indentation import indented
from assess.files.yaml_spans import Span, spans
from assess.files.yaml_writing import scalar
from assess.ground.tree import Table

Splice = tuple[int, int, str]

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)


def house_form(text: str, name: str) -> str | None:
    """Return `text` in the house form; None where that cannot be done without changing what it says."""
    old = yaml_reader.parse(text, name)
    new = lines = with_lf(text)
    for step in (_quoted, indented, _trimmed):
        new = step(new)
    if new == text:
        return new
    same = _content(yaml_reader.parse(new, name)) == _content(old) and _comments(new) == _comments(lines)
    return new if same else None


def _content(tree: Table) -> str:
    """What a file says, in its order."""
    return json.dumps(tree, ensure_ascii=False)


def _comments(text: str) -> list[str]:
    kept = list(text)
    for span in _scalars(spans(text)):
        kept[span.start : span.end] = ["\n" if sign == "\n" else "x" for sign in text[span.start : span.end]]
    return [found.rstrip() for found in _COMMENT.findall("".join(kept))]


def _quoted(text: str) -> str:
    root = spans(text)
    changes = [*_requoted(root, text, flow=False), *_spaced(root, text)]
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _requoted(span: Span, text: str, *, flow: bool) -> list[Splice]:
    if span.kind == "scalar":
        written = text[span.start : span.end]
        if span.style not in ("'", '"') or "\n" in written:
            return []
        new = scalar(span.value, flow=flow)
        # Escapes that somebody chose are kept where quotes are.
        return [] if new == written or (new[:1] == '"' and span.style == '"') else [(span.start, span.end, new)]
    inner = flow or span.flow
    found = [change for row in span.rows for change in _requoted(row, text, flow=inner)]
    for key, value in span.entries:
        found += _requoted(key, text, flow=True) + _requoted(value, text, flow=inner)
    return found


def _spaced(span: Span, text: str) -> list[Splice]:
    """The gaps around colons, and those in braces and brackets that stand on one line."""
    gaps = [_around_colon(key, value, text) for key, value in span.entries]
    if span.flow and "\n" not in text[span.start : span.end]:
        pieces = [(key.start, value.end) for key, value in span.entries] or [(row.start, row.end) for row in span.rows]
        edges = [(span.start + 1, span.start + 1), *pieces, (span.end - 1, span.end - 1)]
        inner = range(1, len(edges) - 2)
        gaps += [(one[1], two[0], ", " if at in inner else "") for at, (one, two) in enumerate(pairwise(edges))]
    found = [gap for gap in gaps if text[gap[0] : gap[1]] != gap[2]]
    return found + [gap for child in span.children for gap in _spaced(child, text)]


def _around_colon(key: Span, value: Span, text: str) -> Splice:
    """None before it; one behind it where the value is on the same line."""
    gap = text[key.end : value.start]
    if value.end > value.start and gap.strip(" ") == ":":
        return key.end, value.start, ": "
    before = len(gap) - len(gap.lstrip(" ")) if gap.lstrip(" ").startswith(":") else 0
    return key.end, key.end + before, ""


def _trimmed(text: str) -> str:
    """Blanks at line ends and more than one blank line go, except inside texts over several lines."""
    kept: set[int] = set()
    for span in _scalars(spans(text)):
        lines_inside = text.count("\n", span.start, span.end)
        if lines_inside:
            first = text.count("\n", 0, span.start)
            kept.update(range(first, first + lines_inside))
    lines: list[str] = []
    for number, line in enumerate(text.split("\n")):
        if number in kept:
            lines.append(line)
        elif line.strip() or (lines and lines[-1].strip()):
            lines.append(line.rstrip())
    return "\n".join(lines).strip("\n") + "\n"


def _scalars(span: Span) -> list[Span]:
    if span.kind == "scalar":
        return [span]
    found = [key for key, _ in span.entries]
    for child in span.children:
        found += _scalars(child)
    return found
