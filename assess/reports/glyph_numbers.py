"""Glyph numbers of CFF faces: in a face that readers agree on, each number (CID) is the place of its glyph.

A PDF names the glyphs of a CID-keyed CFF face by number, and WeasyPrint writes their places. A face that is a part of
a larger one has its glyphs at new places and keeps their numbers: then Ghostscript draws boxes and MuPDF nothing;
PDFium goes by the places and shows no fault. A face without such numbers, as one with TrueType outlines, is read by
places everywhere.
"""

from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont


def wrong_numbers(face: bytes) -> list[str]:
    """Every number of a face that is not the place of its glyph, as “cid00007 at 3”."""
    with TTFont(BytesIO(face), lazy=True) as font:
        top = _numbered(font)
        names = [] if top is None else list(enumerate(zip(top.charset, _places(font), strict=True)))
    return [f"{number} at {place}" for place, (number, wanted) in names if number != wanted]


def renumbered(face: bytes) -> bytes:
    """The face with places as numbers and all else as it was; the same bytes when nothing is wrong."""
    if not wrong_numbers(face):
        return face
    with TTFont(BytesIO(face), recalcBBoxes=False, recalcTimestamp=False) as font:
        top = _numbered(font)
        top.charset = _places(font)
        top.CharStrings.charStrings = {name: place for place, name in enumerate(top.charset)}
        font.setGlyphOrder(top.charset)
        written = BytesIO()
        font.save(written)
    return written.getvalue()


def renumber_embedded(document: object, pdf: Any) -> None:  # noqa: ANN401 WeasyPrint ships no types
    """Renumber the faces inside a PDF; WeasyPrint calls it before it writes the file."""
    del document
    for part in pdf.objects:
        if getattr(part, "extra", {}).get("Subtype") == "/OpenType":
            part.stream = [renumbered(part.stream[0])]


def _numbered(font: TTFont) -> Any:  # noqa: ANN401 fontTools ships no types
    """The top of the CFF table, when its glyphs have numbers."""
    top = font["CFF "].cff.topDictIndex[0] if "CFF " in font else None
    return top if hasattr(top, "ROS") else None


def _places(font: TTFont) -> list[str]:
    """Numbers that are places, as fontTools writes them."""
    return [".notdef", *(f"cid{place:05}" for place in range(1, font["maxp"].numGlyphs))]
