"""Make the bundled faces in `templates/fonts/` from Debian's font packages.

The faces get names of their own, so that a page can never take a system font for a bundled one, and
the reserved names of the originals are not used. The same packages give the same bytes.
"""

import bz2
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.basePen import BasePen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from assess.reports.glyph_numbers import renumbered, wrong_numbers

TARGET = Path(__file__).resolve().parent.parent / "templates" / "fonts"
PACKAGES = "fonts-noto-cjk fonts-lxgw-wenkai unicode-data"
NOTO = Path("/usr/share/fonts/opentype/noto")
WENKAI = Path("/usr/share/fonts/truetype/lxgw-wenkai")
UNIHAN = Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2")
SIMPLIFIED_CHINESE = 2  # the third face of Noto's collections

OFL = (
    "This Font Software is licensed under the SIL Open Font License, Version 1.1. "
    "This license is available with a FAQ at: https://scripts.sil.org/OFL"
)

# Characters that people's names need and no standard list has.
NAMES = "㛃𠮷"
SYMBOLS = "‐‑‒–—―‖‘’‚“”„†‡•‥…‧‰′″‵‹›※‼⁇⁈⁉€№℃℉≥≤≠≈≡±×÷−∞√∑∏∵∴∠⊥∥∈∩∪∝∫←↑→↓↔↕⇐⇒⇔■□▲△▼▽●○◆◇◎★☆✓㎡㎏㎜㎝㎞㏄"
BLANKS = {0x0020, 0x00A0, 0x3000}
RANGES = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x00FF),  # Latin-1
    (0x2160, 0x216B),  # Roman numerals
    (0x2170, 0x217B),
    (0x2460, 0x249B),  # ① … ⑳, ⑴ … ⒇, ⒈ … ⒛
    (0x3000, 0x3029),  # CJK punctuation
    (0x3220, 0x3229),  # ㈠ … ㈩
    (0x3251, 0x325F),  # ㉑ … ㉟
    (0xFF01, 0xFF5E),  # full-width forms
    (0xFFE0, 0xFFE5),
)
# Only what horizontal Chinese text uses. `locl` would look up a language on every run of text.
FEATURES = ["ccmp", "halt", "kern", "liga", "lnum", "mark", "mkmk", "palt", "pnum", "tnum"]


@dataclass(frozen=True)
class Face:
    """One face to make: what it is called here, and where it comes from."""

    family: str
    style: str
    source: Path
    number: int  # the place in a collection, -1 for a single face
    extra: bool = False  # not the main characters, but those that a rare name may need besides

    @property
    def postscript_name(self) -> str:
        """The name without blanks, which is also the name of the file."""
        return f"{self.family.replace(' ', '')}-{self.style}"


FACES = (
    Face("Assess Song", "Regular", NOTO / "NotoSerifCJK-Regular.ttc", SIMPLIFIED_CHINESE),
    Face("Assess Song", "Bold", NOTO / "NotoSerifCJK-Bold.ttc", SIMPLIFIED_CHINESE),
    Face("Assess Hei", "Regular", NOTO / "NotoSansCJK-Regular.ttc", SIMPLIFIED_CHINESE),
    Face("Assess Hei", "Bold", NOTO / "NotoSansCJK-Bold.ttc", SIMPLIFIED_CHINESE),
    Face("Assess Kai", "Regular", WENKAI / "LXGWWenKai-Regular.ttf", -1),
    Face("Assess Extra", "Regular", NOTO / "NotoSerifCJK-Regular.ttc", SIMPLIFIED_CHINESE, extra=True),
)


def unihan(source: str) -> set[int]:
    """The characters that Unicode's Unihan data gives a place in a national list."""
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        fields = (line.split("\t") for line in lines if line.startswith("U+"))
        return {int(field[0].removeprefix("U+"), base=16) for field in fields if field[1] == source}


def general_standard() -> set[int]:
    """The 8,105 characters of 通用规范汉字表."""
    return unihan("kTGH")


def traditional() -> set[int]:
    """The characters of GB/T 12345, the traditional forms of GB 2312."""
    return unihan("kGB1")


def gb2312() -> set[int]:
    """All characters of GB 2312, symbols, kana, Greek and Cyrillic included."""
    rows = range(0xA1, 0xF8)
    cells = range(0xA1, 0xFF)
    text = "".join(bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in cells)
    return set(map(ord, text))


def characters() -> set[int]:
    """Every character that the main faces should have."""
    ranges = {code for first, last in RANGES for code in range(first, last + 1)}
    return gb2312() | general_standard() | ranges | set(map(ord, SYMBOLS + NAMES))


def rename(font: TTFont, face: Face) -> None:
    """Give the font its own names; the makers' copyright and the licence stay."""
    old = font["name"]
    copyright_line = old.getDebugName(0)
    old.names = []
    full = face.family if face.style == "Regular" else f"{face.family} {face.style}"
    values = {
        0: f"{copyright_line} Subset and renamed for assess.",
        1: face.family,
        2: face.style,
        3: f"assess:{face.postscript_name}",
        4: full,
        5: "Version 1.000",
        6: face.postscript_name,
        13: OFL,
        14: "https://scripts.sil.org/OFL",
    }
    for number, value in values.items():
        old.setName(value, number, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames[0] = face.postscript_name
        top = cff.topDictIndex[0]
        top.FullName = full
        top.FamilyName = face.family


def make(face: Face, wanted: set[int]) -> None:
    """Write one subset."""
    options = subset.Options()
    options.font_number = face.number
    options.recalc_timestamp = False
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    options.name_IDs = [0]
    options.drop_tables += ["BASE", "DSIG", "GDEF", "VORG", "vhea", "vmtx", "meta", "STAT"]
    font = subset.load_font(str(face.source), options, lazy=True)
    missing = wanted - font.getBestCmap().keys()
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    rename(font, face)
    path = TARGET / f"{face.postscript_name}.{'otf' if 'CFF ' in font else 'ttf'}"
    subset.save_font(font, str(path), options)
    path.write_bytes(renumbered(path.read_bytes()))
    lacks = "".join(map(chr, sorted(missing))) or "nothing"
    print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB, lacks {lacks}")


# --- the boxes to tick, which none of the sources has --------------------------------------------------

EM = 1000
LOW, HIGH, LINE = -40, 760, 60  # the square of a box, and how thick its line is


def _square(pen: BasePen, low: int, high: int, *, hole: bool) -> None:
    left = (EM - (HIGH - LOW)) // 2 + low - LOW
    right = left + high - low
    corners = [(left, low), (right, low), (right, high), (left, high)]
    if hole:
        corners.reverse()
    _polygon(pen, corners)


def _polygon(pen: BasePen, corners: list[tuple[int, int]]) -> None:
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()


def _box(pen: BasePen) -> None:
    _square(pen, LOW, HIGH, hole=False)
    _square(pen, LOW + LINE, HIGH - LINE, hole=True)


def _ticked_box(pen: BasePen) -> None:
    _box(pen)
    _polygon(pen, [(240, 360), (430, 120), (770, 560), (705, 612), (428, 254), (305, 410)])


def _crossed_box(pen: BasePen) -> None:
    _box(pen)
    _polygon(pen, [(255, 165), (305, 115), (745, 555), (695, 605)])
    _polygon(pen, [(695, 115), (745, 165), (305, 605), (255, 555)])


def make_boxes() -> None:
    """Write the small face that draws ☐, ☑ and ☒ a full square wide."""
    draw: dict[str, Callable[[BasePen], None]] = {
        ".notdef": _box,
        "space": lambda _pen: None,
        "box": _box,
        "ticked": _ticked_box,
        "crossed": _crossed_box,
    }
    shapes = {}
    for name, shape in draw.items():
        pen = T2CharStringPen(EM, None)
        shape(pen)
        shapes[name] = pen.getCharString()
    face = Face("Assess Box", "Regular", Path(), -1)
    builder = FontBuilder(EM, isTTF=False)
    builder.setupGlyphOrder(list(draw))
    builder.setupCharacterMap(dict.fromkeys(BLANKS, "space") | {0x2610: "box", 0x2611: "ticked", 0x2612: "crossed"})
    builder.setupCFF(face.postscript_name, {"FullName": face.family}, shapes, {})
    builder.setupHorizontalMetrics(dict.fromkeys(draw, (EM, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"copyright": "Drawn for assess, Apache License 2.0."})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    rename(builder.font, face)
    builder.font["name"].removeNames(nameID=13)
    builder.font["name"].removeNames(nameID=14)
    path = TARGET / f"{face.postscript_name}.otf"
    builder.save(path)
    print(f"{path.name}: {path.stat().st_size} bytes")


def prove_numbers() -> int:
    """Say which face has glyph numbers that are not places, for which some printers draw boxes."""
    status = 0
    for path in sorted(TARGET.glob("*.?tf")):
        if wrong := wrong_numbers(path.read_bytes()):
            print(f"{path.name}: {len(wrong)} glyph numbers are not places, the first is {wrong[0]}", file=sys.stderr)
            status = 1
    return status


def main() -> int:
    """Make all faces and prove them, or say what is missing or wrong."""
    sources = [*(face.source for face in FACES), UNIHAN]
    if not all(source.exists() for source in sources):
        print(f"missing sources; type: apt-get install {PACKAGES}", file=sys.stderr)
        return 3
    main_characters = characters()
    extra_characters = traditional() - main_characters
    print(f"{len(main_characters)} characters, {len(extra_characters)} extra")
    for face in FACES:
        # A rare name may have a blank after it, which must not fall to a face without one.
        make(face, extra_characters | BLANKS if face.extra else main_characters)
    make_boxes()
    return prove_numbers()


if __name__ == "__main__":
    sys.exit(main())
