"""Line ends as three systems write them: LF, CR LF, and CR alone, which some old programs still export."""

import re

_LINE_END = re.compile(r"\r\n|\r|\n")


def newline_of(text: str) -> str:
    """The line end that the text uses: where it mixes them, the first; where it has none, LF."""
    found = _LINE_END.search(text)
    return found[0] if found is not None else "\n"


def with_lf(text: str) -> str:
    """The text with LF alone."""
    return _LINE_END.sub("\n", text)


def line_and_column(text: str, at: int) -> tuple[int, int]:
    """In which line and column the character at `at` stands, both counted from 1."""
    ends = [found.end() for found in _LINE_END.finditer(text, 0, at)]
    return len(ends) + 1, at - (ends[-1] if ends else 0) + 1
