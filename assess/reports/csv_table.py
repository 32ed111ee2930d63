"""Tables as CSV for Excel and WPS: a byte order mark, and no cell that a spreadsheet runs as a formula."""

import csv
import io
from collections.abc import Iterable

#: A cell that begins so would be run as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """A line of headings, then the rows, as they stand; words go through `as_text` before."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(headings)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def as_text(text: str) -> str:
    """A cell of words that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
