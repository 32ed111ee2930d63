"""Indents YAML in the house form: two spaces a level, a list two further in than its key."""

from bisect import bisect_right

from assess.files.yaml_spans import Span, spans

STEP = 2


def indented(text: str) -> str:
    """Return `text` (with LF line ends) newly indented; comments go with the lines around them."""
    layout = _Layout(text)
    layout.place(spans(text), 0)
    layout.place_comments()
    return layout.applied()


class _Layout:
    """Collects, line by line, how far in the line begins, and the gaps behind dashes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        #: Line → how far in it shall begin. Lines that begin with a key or a dash, then all others.
        self.wanted: dict[int, int] = {}
        self.gaps: list[tuple[int, int]] = []
        self.inside: set[int] = set()

    def place(self, span: Span, column: int) -> None:
        """Place a value whose first sign shall stand in `column`."""
        if span.kind == "table" and not span.flow:
            for key, value in span.entries:
                self._begin(key.start, column)
                self._below(value, column + STEP, key.start, column)
        elif span.kind == "rows" and not span.flow:
            dashes = self._dashes(span)
            for dash, row in zip(dashes, span.rows, strict=True):
                self._begin(dash, column)
                if self._line(dash) == self._line(row.start):
                    self.gaps.append((dash + 1, row.start))
                self._below(row, column + STEP, row.start, column + STEP)
        else:
            self._carry(span, column - self._column(span.start))

    def _below(self, value: Span, column: int, owner: int, owner_column: int) -> None:
        """Place a value under its key or dash; what is no list or table of lines moves as far as its owner did."""
        if value.kind == "scalar" or value.flow:
            if self._line(value.start) == self._line(owner):
                self._carry(value, owner_column - self._column(owner))
            else:
                self._begin(value.start, column)
                self._carry(value, column - self._column(value.start))
        else:
            self.place(value, column)

    def _begin(self, at: int, column: int) -> None:
        line = self._line(at)
        if not self.text[self.starts[line] : at].strip(" "):
            self.wanted[line] = column

    def _carry(self, value: Span, shift: int) -> None:
        first, last = self._line(value.start), self._line(max(value.start, value.end - 1))
        for line in range(first + 1, last + 1):
            self.wanted[line] = max(0, self._indent(line) + shift)
            self.inside.add(line)

    def place_comments(self) -> None:
        """A comment line goes with the line below it, or with one above that begins where it does."""
        known = sorted(line for line in self.wanted if line not in self.inside)
        for line, words in enumerate(self.lines):
            if line in self.wanted or not words.strip().startswith("#"):
                continue
            below = next((one for one in known if one > line), None)
            above = [one for one in reversed(known) if one < line]
            indent = self._indent(line)
            like = [one for one in ([below] if below is not None else []) + above if self._indent(one) == indent]
            near = like or ([below] if below is not None else above[:1])
            shift = self.wanted[near[0]] - self._indent(near[0]) if near else 0
            self.wanted[line] = max(0, indent + shift)

    def applied(self) -> str:
        """Return the text with every line where it shall begin."""
        text = self.text
        changes = [(start, end, " ") for start, end in self.gaps]
        for line, column in self.wanted.items():
            start = self.starts[line]
            if self.lines[line].strip():
                changes.append((start, start + self._indent(line), " " * column))
        for start, end, new in sorted(changes, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def _dashes(self, rows: Span) -> list[int]:
        """Where the dashes of a list are: all in the column of the first."""
        column = self._column(rows.start)
        found = []
        for row in rows.rows:
            line = self._line(row.start)
            while self.lines[line][column : column + 1] != "-" or self.lines[line].lstrip(" ").startswith("#"):
                line -= 1
            found.append(self.starts[line] + column)
        return found

    def _line(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1

    def _column(self, at: int) -> int:
        return at - self.starts[self._line(at)]

    def _indent(self, line: int) -> int:
        return len(self.lines[line]) - len(self.lines[line].lstrip(" "))
