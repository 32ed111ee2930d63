"""What an office program offers and minds while somebody types: drop-downs, bounds, a word about the cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assess.ground.edges import Edges
from assess.workbooks.ask import Ask

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

#: What the format allows: words in a drop-down that stands in the cell itself, a title and a text beside it.
_MOST_WORDS, _MOST_TITLE, _MOST_TEXT = 255, 32, 255
_CHOICES = "选项"


@dataclass(frozen=True, slots=True)
class Area:
    """Cells that ask for the same: first and last row, first and last column, from 0."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class Offers:
    """The drop-downs of a workbook. Long ones stand on a hidden sheet of their own."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._sheet: Worksheet | None = None
        self._known: dict[tuple[str, ...], str] = {}

    def put(self, page: "Worksheet", area: Area, ask: Ask) -> None:
        """Offer and mind what may stand in some cells. It warns and forbids nothing: the import judges."""
        options = dict(self._options(ask))
        if not options:
            return
        options |= {"ignore_blank": True, "error_type": "warning", "error_title": _cut(ask.label, _MOST_TITLE)}
        allowed = ask.said
        options["error_message"] = _cut(f"{ask.label}：允许{ask.allowed or '按说明填写'}。", _MOST_TEXT)
        if allowed:
            options |= {"input_title": _cut(ask.label, _MOST_TITLE), "input_message": _cut(allowed, _MOST_TEXT)}
        page.data_validation(area.first_row, area.first_column, area.last_row, area.last_column, options)

    def _options(self, ask: Ask) -> Iterator[tuple[str, Any]]:
        words = tuple(dict.fromkeys(ask.choices.values()))
        if ask.kind in ("choice", "nothing") and (words or ask.others):
            yield "validate", "list"
            yield "source", self._source(words or ask.others)
        elif ask.kind == "number" and not ask.others and ask.bounds is not None:
            yield from _bounded(ask.bounds, whole=ask.whole).items()
        elif ask.note or ask.allowed:
            yield "validate", "any"

    def _source(self, words: tuple[str, ...]) -> list[str] | str:
        if len(",".join(words)) <= _MOST_WORDS and not any("," in word for word in words):
            return list(words)
        if words not in self._known:
            if self._sheet is None:
                self._sheet = self._book.add_worksheet(_CHOICES)
                self._sheet.very_hidden()
            column = len(self._known)
            for row, word in enumerate(words):
                self._sheet.write_string(row, column, word)
            letters = _letters(column)
            self._known[words] = f"={_CHOICES}!${letters}$1:${letters}${len(words)}"
        return self._known[words]


def _letters(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))


def _bounded(bounds: Edges, *, whole: bool) -> Mapping[str, Any]:
    """The bounds as the format says them; it knows no interval of which one end is open, so that one is left out."""
    kind = "integer" if whole else "decimal"
    closed = bounds.at_least, bounds.at_most
    if closed[0] is not None and closed[1] is not None:
        return {"validate": kind, "criteria": "between", "minimum": float(closed[0]), "maximum": float(closed[1])}
    signs = {"at_least": ">=", "above": ">", "at_most": "<=", "below": "<"}
    for name, sign in signs.items():
        edge = getattr(bounds, name)
        if edge is not None:
            return {"validate": kind, "criteria": sign, "value": float(edge)}
    return {}


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
