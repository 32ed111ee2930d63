"""The bundled faces."""

import os
import subprocess
import sys
import unicodedata
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import PdfObject

from assess.reports.glyph_numbers import wrong_numbers
from assess.resources import fonts_dir, schemes_dir, templates_dir

FACES = sorted(path.name for path in fonts_dir().iterdir() if path.suffix in {".otf", ".ttf"})
MAIN = [name for name in FACES if name.startswith(("AssessSong", "AssessHei", "AssessKai"))]
TEXT = {".yaml", ".yml", ".json", ".md", ".html", ".css", ".jinja", ".txt", ".csv", ".svg"}


@cache
def covered(name: str) -> frozenset[int]:
    """The characters of one face."""
    with TTFont(fonts_dir() / name, lazy=True) as font:
        return frozenset(font.getBestCmap())


def printed_characters() -> dict[str, Path]:
    """Every visible character of the shipped texts, with one file that has it."""
    found: dict[str, Path] = {}
    for folder in (schemes_dir(), templates_dir()):
        for path in sorted(folder.rglob("*")):
            if path.suffix in TEXT and path.is_file():
                found |= dict.fromkeys(path.read_text(encoding="utf-8"), path)
    return {char: path for char, path in found.items() if unicodedata.category(char) not in {"Cc", "Cf", "Zl", "Zp"}}


def gb2312_hanzi() -> set[int]:
    """The 6,763 hanzi of GB 2312."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return {ord(char) for code in codes for char in code.decode("gb2312", "ignore")}


def test_every_shipped_character_can_be_printed() -> None:
    """No character of the shipped schemes and templates lacks a glyph in the bundled faces."""
    glyphs = frozenset().union(
        *map(covered, ("AssessSong-Regular.otf", "AssessBox-Regular.otf", "AssessExtra-Regular.otf"))
    )
    assert {char: str(path) for char, path in printed_characters().items() if ord(char) not in glyphs} == {}


@pytest.mark.parametrize("name", MAIN)
def test_a_main_face_has_what_a_college_writes(name: str) -> None:
    """A main face has all hanzi of GB 2312, the usual signs, and the rare characters of names."""
    wanted = gb2312_hanzi() | set(map(ord, "㛃𠮷≥≤≠×÷−±‰№①⑳㈠→✓「」《》（），。；：？！％"))
    assert len(gb2312_hanzi()) == 6763
    assert wanted - covered(name) == set()


def test_boxes_to_tick_are_there() -> None:
    """The empty, the ticked and the crossed box come from the project's own face."""
    assert set(map(ord, "☐☑☒")) <= covered("AssessBox-Regular.otf")


@pytest.mark.parametrize("name", FACES)
def test_a_face_is_static_plain_and_named_by_us(name: str) -> None:
    """A face is not variable, looks up no language, and can be taken for no system font."""
    with TTFont(fonts_dir() / name, lazy=True) as font:
        assert "fvar" not in font
        if "GSUB" in font:
            assert "locl" not in {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
        family, style = font["name"].getDebugName(1), font["name"].getDebugName(2)
        assert family.startswith("Assess ")
        assert name.partition(".")[0] == f"{family}-{style}".replace(" ", "")
        assert font["OS/2"].usWeightClass == {"Regular": 400, "Bold": 700}[style]


@pytest.mark.parametrize("name", FACES)
def test_the_numbers_of_a_face_are_places(name: str) -> None:
    """Each glyph of a CFF face has its place as its number, which is what a PDF names it by."""
    assert wrong_numbers((fonts_dir() / name).read_bytes()) == []


def test_the_faces_stay_small() -> None:
    """All faces together have at most twenty megabytes."""
    assert sum((fonts_dir() / name).stat().st_size for name in FACES) <= 20_000_000


def test_the_licences_are_beside_the_faces() -> None:
    """Each maker's licence text lies in the folder."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(fonts_dir().glob("OFL-*.txt"))]
    assert len(texts) == 2
    assert all("SIL OPEN FONT LICENSE Version 1.1" in text for text in texts)


def test_pages_are_set_in_the_bundled_faces_only() -> None:
    """With the bundled configuration each role has its face, and an unknown family gets no system font."""
    roles = ["宋体", "仿宋_GB2312", "黑体", "楷体", "Noto Sans CJK SC"]
    text = "考核㛃𠮷☑☐≥0.7"
    lines = [f"<p style=\"font-family: '{role}'\">{text}<br><b>{text}</b></p>" for role in roles]
    code = "import sys, weasyprint\nsys.stdout.buffer.write(weasyprint.HTML(string=sys.stdin.read()).write_pdf())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        input="".join(lines).encode(),
        capture_output=True,
        env=os.environ | {"FONTCONFIG_FILE": str(fonts_dir() / "fonts.conf"), "PYTHONUTF8": "1"},
    )
    page = PdfReader(BytesIO(done.stdout)).pages[0]
    resources = cast("dict[str, dict[str, PdfObject]]", page["/Resources"])
    fonts = (cast("dict[str, object]", font.get_object()) for font in resources["/Font"].values())
    used = {str(font["/BaseFont"]).partition("+")[2] for font in fonts}
    assert used == {
        "Assess-Song",
        "Assess-Song-Bold",
        "Assess-Hei",
        "Assess-Hei-Bold",
        "Assess-Kai",
        "Assess-Box",
    }
    assert page.extract_text().count(text) == 2 * len(roles)
