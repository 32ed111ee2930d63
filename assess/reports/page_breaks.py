"""Tables with merged cells over several pages: a merged cell ends with its page and begins again on the next.

Where a page ends is known only after the layout. So such a document is laid out once to find the rows that begin a
page, then again with the merged cells divided there.
"""

from collections.abc import Iterable
from typing import Protocol, Self, runtime_checkable

from assess.reports import pages, pdf

#: Dividing a cell may move a later page by a row, seldom twice.
_MOST_LAYOUTS = 5


@runtime_checkable
class Divisible(Protocol):
    """A context whose rows have ids and whose merged cells can be divided."""

    def divided(self, rows: Iterable[str]) -> Self:
        """The same document with every merged cell divided before the rows with these ids."""


def draw(context: pages.Context) -> pdf.Drawn:
    """Draw a document; no merged cell crosses a page."""
    layout = pdf.lay_out(pages.page(context))
    if not isinstance(context, Divisible):
        return layout.finished()
    all_begun: dict[str, None] = {}
    begun: list[str] = []
    for number in range(_MOST_LAYOUTS):
        if set(layout.tops) <= set(begun):
            break
        all_begun |= dict.fromkeys(layout.tops)
        # Where the pages never come to rest, a name too many is better than one too few.
        begun = layout.tops if number < _MOST_LAYOUTS - 1 else list(all_begun)
        layout = pdf.lay_out(pages.page(context.divided(begun)))
    return layout.finished()
