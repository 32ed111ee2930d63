"""The one place that touches WeasyPrint."""

import builtins
import os
import sys
from io import BytesIO
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from assess.reports import pdf

PAGE = "<!DOCTYPE html><html lang='zh-CN'><head><title>表</title></head><body data-mark='m'>{}</body></html>"


def test_a_missing_library_is_one_sentence_with_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Pango is missing, the message names the packages to install and WeasyPrint's own noise is kept back."""
    real = builtins.__import__

    def without_pango(name: str, *args: object) -> ModuleType:
        if name == "weasyprint":
            print("WeasyPrint could not import some external libraries.")  # noqa: T201 as WeasyPrint does
            raise OSError("cannot load library 'libpango-1.0-0': not found. Additionally, …")
        return real(name, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(pdf.ReportError) as caught:
        pdf.load()
    assert str(caught.value) == (
        "不能生成PDF：系统缺少排版用的共享库（cannot load library 'libpango-1.0-0'），"
        "Debian/Ubuntu上请执行 apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    )


def test_a_missing_library_is_silent_otherwise(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the library that makes subsets of fonts nothing is drawn, since each file would take seconds."""
    weasyprint = pdf.load()
    monkeypatch.setattr(weasyprint.text.ffi, "harfbuzz_subset", None)
    with pytest.raises(pdf.NoLibraryError, match="libharfbuzz-subset"):
        pdf.load()
    assert capsys.readouterr().out == ""


def test_missing_fonts_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A font configuration that is not there is one sentence."""
    monkeypatch.setenv(pdf.OWN_FONTS, "/nowhere/fonts.conf")
    with pytest.raises(pdf.NoFontsError, match=r"找不到字体配置文件 /nowhere/fonts\.conf"):
        pdf.load()


def test_a_college_may_name_its_own_fonts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The variable ASSESS_FONTS names another configuration."""
    conf = tmp_path / "fonts.conf"
    conf.write_text("<fontconfig/>", encoding="utf-8")
    monkeypatch.setenv(pdf.OWN_FONTS, str(conf))
    monkeypatch.setenv("FONTCONFIG_FILE", "")
    monkeypatch.setitem(sys.modules, "weasyprint.text.fonts", ModuleType("weasyprint.text.fonts"))
    stand_in = SimpleNamespace(text=SimpleNamespace(ffi=SimpleNamespace(harfbuzz_subset=object())))
    monkeypatch.setitem(sys.modules, "weasyprint", stand_in)
    pdf.load()
    assert os.environ["FONTCONFIG_FILE"] == str(conf)


def test_a_character_without_a_glyph_is_named() -> None:
    """A character that no face has is reported once, and what is known is printed."""
    drawn = pdf.draw(PAGE.format("<p>㐂甲𪚥㐂</p>"))
    assert drawn.boxes == ("㐂", "𪚥")
    assert drawn.complaints == ()
    assert "甲" in PdfDocument(drawn.pdf)[0].get_textpage().get_text_bounded()


def test_other_complaints_are_kept() -> None:
    """What WeasyPrint warns of otherwise is not lost."""
    drawn = pdf.draw(PAGE.format("<p style='colour: red'>甲</p>"))
    assert len(drawn.complaints) == 1
    assert "colour" in drawn.complaints[0]


def test_a_document_says_its_language_and_no_date() -> None:
    """A PDF has title and language, and nothing of the time when it was made."""
    reader = PdfReader(BytesIO(pdf.draw(PAGE.format("甲")).pdf))
    assert reader.metadata is not None
    assert reader.metadata.title == "表"
    assert not [key for key in reader.metadata if "Date" in key]
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"  # type: ignore[index]


def test_the_same_page_gives_the_same_bytes() -> None:
    """What was drawn before leaves no trace in a document."""
    first = pdf.draw(PAGE.format("<p>甲乙丙</p>")).pdf
    pdf.draw(PAGE.format("<p>丁戊己<b>庚</b></p>"))
    assert pdf.draw(PAGE.format("<p>甲乙丙</p>")).pdf == first
