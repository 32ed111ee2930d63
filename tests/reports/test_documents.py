"""The documents of a result as a reader finds them on disk."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL.Image import Image
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from assess.engine.outcome import Outcome
from assess.ground.place import Severity
from assess.reports import delivery
from assess.reports.delivery import Written, deliver, with_distinct_names
from assess.reports.documents import outcome_papers
from assess.reports.drawing import Done
from assess.reports.pdf import ReportError

COLLEGE, DEPARTMENT = "院部-01-二级学院甲-评分表.pdf", "部门-01-教务处-评分表.pdf"
LISTS = ["院部-考核结果汇总表.pdf", "部门-考核结果汇总表.pdf"]

Small = Callable[..., Outcome]


def pages(path: Path) -> list[str]:
    """The text of each page, without the spaces and line ends that a layout brings."""
    return [re.sub(r"\s", "", page.extract_text()) for page in PdfReader(path).pages]


def pictures(path: Path) -> list[Image]:
    """Each page in grey, two dots a millimetre."""
    return [page.render(scale=2 * 25.4 / 72, grayscale=True).to_pil() for page in PdfDocument(path)]


def darkest(picture: Image) -> int:
    """The value of the darkest dot: 0 is black, 255 white."""
    return next(value for value, dots in enumerate(picture.histogram()) if dots)


def page_numbers(texts: list[str]) -> list[int]:
    """The number printed on each page."""
    return [int(found[1]) for text in texts if (found := re.search(r"—(\d+)—", text))]


def names_of(outcome: Outcome) -> list[str]:
    """The names of all documents of a result, as PDF."""
    return [f"{paper.name}.pdf" for paper in with_distinct_names(outcome_papers(outcome))]


def file(written: Written, name: str) -> Path:
    """One of the written files."""
    return next(path for path in written.files if path.name == name)


def test_the_files_are_a_sheet_per_unit_and_a_table_per_list(printed: Written) -> None:
    """Sheets stand before the table of their list; all exist and nothing was wrong."""
    assert [path.name for path in printed.files] == [COLLEGE, LISTS[0], DEPARTMENT, LISTS[1]]
    assert all(path.read_bytes().startswith(b"%PDF-") for path in printed.files)
    assert printed.problems == ()
    assert {path.name for path in printed.files[0].parent.iterdir()} == {path.name for path in printed.files}


def test_a_whole_year_has_twenty_seven_documents(year: Outcome) -> None:
    """Every unit and both lists have a file; the numbers are the office's order, not the ranks."""
    names = names_of(year)
    assert len(names) == len(set(names)) == 27
    assert names[:2] == ["院部-01-二级学院甲-评分表.pdf", "院部-02-二级学院乙-评分表.pdf"]
    assert names[-1] == LISTS[1]


@pytest.mark.parametrize("name", [COLLEGE, DEPARTMENT, *LISTS])
def test_every_page_says_what_it_belongs_to(printed: Written, year: Outcome, name: str) -> None:
    """Every page has its number, the mark of made-up data, and what matches it with the result."""
    texts = pages(file(printed, name))
    assert page_numbers(texts) == list(range(1, len(texts) + 1))
    for text in texts:
        assert "样例数据（虚构）" in text
        assert f"方案lianyungang-2018{year.scheme.sha256[:12]}" in text
        assert f"数据{year.evidence_sha256[:12]}" in text
        assert f"共{len(texts)}页" in text


@pytest.mark.parametrize("name", [COLLEGE, DEPARTMENT])
def test_the_head_of_the_table_is_on_every_page(printed: Written, name: str) -> None:
    """The table's head comes again on each page."""
    for text in pages(file(printed, name)):
        assert "序号指标内涵条款满分依据/数据自评分考核分得分说明备注" in text


def test_a_sheet_is_whole(printed: Written, year: Outcome) -> None:
    """A sheet has title, unit, parts, total, every indicator with its clause, and the lines to sign."""
    text = "".join(pages(file(printed, COLLEGE)))
    result = year.unit("college_a")
    assert result is not None
    for words in ("单位目标考核评分表", "二级学院甲", "第1名（院部", "民主测评", "领导班子评价", "单位负责人（签字）"):
        assert words in text
    for leaf in result.leaves.values():
        assert leaf.leaf.id in text
        assert leaf.leaf.heading.clause.replace(" ", "") in text
    assert "189.69" in text


def test_documents_have_a_title_and_a_language(printed: Written) -> None:
    """A viewer shows the unit and the kind of document, not a file name."""
    reader = PdfReader(file(printed, COLLEGE))
    assert reader.metadata is not None
    assert reader.metadata.title == "二级学院甲 单位目标考核评分表"
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"  # type: ignore[index]


@pytest.mark.parametrize("name", [COLLEGE, DEPARTMENT, *LISTS])
def test_nothing_is_drawn_into_the_margins(printed: Written, name: str) -> None:
    """Every page is A4 across with something on it, and no table is wider than the paper."""
    for page in PdfReader(file(printed, name)).pages:
        assert [round(float(side) * 25.4 / 72) for side in page.mediabox[2:]] == [297, 210]
    for picture in pictures(file(printed, name)):
        width, height = picture.size
        assert darkest(picture) < 50
        assert darkest(picture.crop((0, 0, 22, height))) > 250
        assert darkest(picture.crop((width - 22, 0, width, height))) > 250


def test_names_are_printed_as_they_are(small: Small, tmp_path: Path) -> None:
    """A name that looks like HTML is printed, not obeyed, and makes a file name that Windows takes."""
    outcome = small("  - {id: a, name: '<b>甲</b><script>alert(1)</script>', type: office, facts: {A1: 5, A2: 6}}")
    written = deliver(outcome_papers(outcome), tmp_path / "out")
    assert written.files[0].name == "单位-01-＜b＞甲＜／b＞＜script＞alert(1)＜／script＞-评分表.pdf"
    assert "<b>甲</b><script>alert(1)</script>" in pages(written.files[0])[0]
    assert "样例数据" not in pages(written.files[0])[0]


def test_long_texts_stay_inside_their_cells(small: Small, tmp_path: Path) -> None:
    """Words without a break and a remark longer than a page are printed in full, within the paper."""
    remark, name = "备" * 3000, "Z" * 100
    units = f"  - {{id: a, name: {name}, type: office, facts: {{A1: {{mark: 5, note: {remark}}}, A2: 6}}}}"
    written = deliver(outcome_papers(small(units)), tmp_path / "out")
    text = "".join(pages(written.files[0]))
    assert text.count("备") >= 3000
    assert name in text
    for path in written.files:
        for picture in pictures(path):
            assert darkest(picture.crop((picture.width - 22, 0, picture.width, picture.height))) > 250


def test_names_that_look_alike_have_files_of_their_own(small: Small) -> None:
    """Two units differ in their numbers whatever their names; two lists of one label get different names, too."""
    facts = "type: office, facts: {A1: 5, A2: 6}"
    outcome = small(f"  - {{id: a, name: 甲/乙, {facts}}}\n  - {{id: b, name: 甲／乙, {facts}}}\n")
    assert names_of(outcome)[:2] == ["单位-01-甲／乙-评分表.pdf", "单位-02-甲／乙-评分表.pdf"]
    twice = replace(outcome, lists=outcome.lists * 2)
    assert names_of(twice)[-1] == "单位-考核结果汇总表-2.pdf"


def test_a_unit_that_takes_no_part_has_no_sheet(small: Small, tmp_path: Path) -> None:
    """It stands on the list with its reason."""
    units = (
        "  - {id: a, name: 甲, type: office, facts: {A1: 5, A2: 6}}\n"
        "  - {id: b, name: 乙, type: office, takes_part: {no: 新设单位}}\n"
    )
    written = deliver(outcome_papers(small(units)), tmp_path / "out")
    assert [path.name for path in written.files] == ["单位-01-甲-评分表.pdf", "单位-考核结果汇总表.pdf"]
    assert "新设单位" in pages(written.files[1])[0]


def test_a_character_without_a_glyph_is_a_warning(small: Small, tmp_path: Path) -> None:
    """A name with a character that no face has is printed with a box and reported with the file's name."""
    written = deliver(
        outcome_papers(small("  - {id: a, name: 㐂甲, type: office, facts: {A1: 5, A2: 6}}")), tmp_path / "out"
    )
    assert {problem.severity for problem in written.problems} == {Severity.WARNING}
    assert {problem.code for problem in written.problems} == {"missing_glyph"}
    assert written.problems[0].text == "单位-01-㐂甲-评分表.pdf：字体里没有“㐂”（U+3402），印成了方框"


def test_complaints_of_the_layout_are_warnings(small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the layout program warns of is passed on."""
    done = Done("a.pdf", 1, (), ("Ignored `x`",))
    monkeypatch.setattr(delivery, "draw_all", lambda *_: [done])
    written = deliver(outcome_papers(small("  - {id: a, name: 甲, type: office}")), tmp_path / "out")
    assert [problem.text for problem in written.problems] == ["a.pdf：排版时有提示：Ignored `x`"]


def test_nothing_is_written_when_drawing_fails(small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure half way leaves nothing, not even the folder that was made for the documents."""

    def fail(*_: object) -> None:
        raise ReportError("不行")

    monkeypatch.setattr(delivery, "draw_all", fail)
    with pytest.raises(ReportError, match="不行"):
        deliver(
            outcome_papers(small("  - {id: a, name: 甲, type: office}")),
            tmp_path / "out",
            beside={"result.json": b"{}"},
        )
    assert not (tmp_path / "out").exists()


def test_files_beside_the_documents_share_their_fate(small: Small, tmp_path: Path) -> None:
    """The result as data arrives together with the documents that show it."""
    outcome = small("  - {id: a, name: 甲, type: office, facts: {A1: 5, A2: 6}}")
    deliver(outcome_papers(outcome), tmp_path / "out", beside={"result.json": "甲\n".encode()})
    assert (tmp_path / "out" / "result.json").read_bytes() == "甲\n".encode()


def test_progress_counts_the_documents(small: Small, tmp_path: Path) -> None:
    """The progress says how many are done of how many, and ends with all."""
    seen: list[tuple[int, int, str]] = []
    outcome = small("  - {id: a, name: 甲, type: office, facts: {A1: 5, A2: 6}}")
    deliver(outcome_papers(outcome), tmp_path / "out", progress=lambda *call: seen.append(call), workers=1)
    assert [call[:2] for call in seen] == [(0, 2), (1, 2), (2, 2)]
