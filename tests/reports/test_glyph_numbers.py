"""Faces whose glyph numbers are not the places of their glyphs."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from assess.reports.glyph_numbers import renumbered, wrong_numbers
from assess.reports.pdf import OWN_FONTS
from assess.resources import fonts_dir
from tests.reports.test_engines import page_of, programs

EXTRA = (fonts_dir() / "AssessExtra-Regular.otf").read_bytes()


@pytest.fixture(scope="module")
def moved() -> bytes:
    """A face as the makers of a part of a larger face leave it: places from 1, numbers from 1001."""
    with TTFont(BytesIO(EXTRA), recalcBBoxes=False, recalcTimestamp=False) as font:
        top = font["CFF "].cff.topDictIndex[0]
        top.charset = [".notdef", *(f"cid{place + 1000:05}" for place in range(1, len(top.charset)))]
        top.CharStrings.charStrings = {name: place for place, name in enumerate(top.charset)}
        font.setGlyphOrder(top.charset)
        written = BytesIO()
        font.save(written)
    return written.getvalue()


def test_wrong_numbers_are_named(moved: bytes) -> None:
    """Each glyph whose number is not its place is told; the first one has no number."""
    assert wrong_numbers(EXTRA) == []
    assert len(wrong_numbers(moved)) == 2179
    assert wrong_numbers(moved)[:2] == ["cid01001 at 1", "cid01002 at 2"]


def test_only_the_numbers_change(moved: bytes) -> None:
    """A renumbered face is the right one byte for byte, and a right one stays what it is."""
    assert renumbered(moved) == EXTRA
    assert renumbered(EXTRA) is EXTRA


@pytest.mark.parametrize("name", ["AssessBox-Regular.otf", "AssessKai-Regular.ttf"])
def test_a_face_without_numbers_is_left_alone(name: str) -> None:
    """Every reader goes by the places where glyphs have names only, or outlines of another kind."""
    face = (fonts_dir() / name).read_bytes()
    assert wrong_numbers(face) == []
    assert renumbered(face) is face


def test_a_face_of_a_college_is_renumbered_in_its_documents(moved: bytes, tmp_path: Path) -> None:
    """A college's own face is embedded with places as numbers, whatever it came with."""
    (tmp_path / "own.otf").write_bytes(moved)
    conf = tmp_path / "fonts.conf"
    conf.write_text(f"<fontconfig><dir>{tmp_path}</dir></fontconfig>", encoding="utf-8")
    code = "import sys; from assess.reports import pdf; sys.stdout.buffer.write(pdf.draw(sys.stdin.read()).pdf)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        input=page_of("萬與專業", "12pt 'Assess Extra'").encode(),
        capture_output=True,
        env=os.environ | {OWN_FONTS: str(conf), "PYTHONUTF8": "1"},
    )
    ((name, program),) = programs(BytesIO(done.stdout))
    assert name == "Assess-Extra"
    assert wrong_numbers(program) == []
