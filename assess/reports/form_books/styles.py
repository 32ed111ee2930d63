"""How the cells of a sheet look, and which of them may be filled in."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

_FONT = "宋体"
_LINE, _GREY, _HEADING, _SECTION, YELLOW = "#BFBFBF", "#E4E4E4", "#D9E2F3", "#EEF2F9", "#FFF2B3"
_TEXT, _NUMBER = "@", "General"


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def _format(self, **properties: Any) -> "Format":  # noqa: ANN401 names of the library
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            plain = {"font_name": _FONT, "font_size": 10, "valign": "vcenter", "text_wrap": True}
            self._made[key] = self._book.add_format(plain | properties)
        return self._made[key]

    @property
    def hidden(self) -> "Format":
        """Cells that nobody sees."""
        return self._format(num_format=_TEXT, text_wrap=False)

    @property
    def title(self) -> "Format":
        """What stands above a table."""
        return self._format(bold=True, font_size=14, text_wrap=False)

    @property
    def line(self) -> "Format":
        """What is to be minded."""
        return self._format(font_color="#595959", text_wrap=False)

    def heading(self, *, open_to_fill: bool) -> "Format":
        """The heading of a column."""
        return self._format(
            bold=True, bg_color=_HEADING, align="center", border=1, border_color=_LINE, locked=not open_to_fill
        )

    @property
    def section(self) -> "Format":
        """The heading of some rows."""
        return self._format(bold=True, bg_color=_SECTION, border=1, border_color=_LINE, text_wrap=False)

    def label(self, *, number: bool) -> "Format":
        """Words that name something."""
        properties: dict[str, Any] = {"border": 1, "border_color": _LINE, "num_format": _NUMBER if number else _TEXT}
        return self._format(**properties, **({"align": "center"} if number else {}))

    @property
    def closed(self) -> "Format":
        """A cell that does not apply."""
        return self._format(bg_color=_GREY, font_color="#7F7F7F", align="center", border=1, border_color=_LINE)

    @property
    def total(self) -> "Format":
        """A live sum."""
        return self._format(bold=True, bg_color=_SECTION, align="right", border=1, border_color=_LINE)

    def input(self, *, number: bool, like_a_formula: bool = False) -> "Format":
        """A cell to be filled in; a text that begins like a formula stays a text when somebody edits it."""
        properties: dict[str, Any] = {"border": 1, "border_color": _LINE, "locked": False}
        properties |= {"num_format": _NUMBER, "align": "right"} if number else {"num_format": _TEXT, "align": "left"}
        return self._format(**properties, **({"quote_prefix": True} if like_a_formula else {}))

    @property
    def missing(self) -> "Format":
        """The colour of an input in which nothing stands."""
        return self._book.add_format({"bg_color": YELLOW})
