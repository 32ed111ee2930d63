"""Main work out to a workbook and back: what comes back is what went out, and only what was changed changes."""

import difflib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assess.disk.refusals import OutsideError
from assess.drafting.renewing.items import contents
from assess.services.scheme_files import open_files
from assess.services.scheme_items import Imported, export_items, import_items
from tests.drafting.renewing.conftest import ITEMS, QUOTAS, STATED, filled, texts

Fill = Callable[..., Imported]


def changed_lines(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """The lines that went and came, with a sign in front."""
    lines: list[str] = []
    for name, content in before.items():
        old, new = content.decode().splitlines(), after[name].decode().splitlines()
        found = difflib.unified_diff(old, new, n=0, lineterm="")
        lines += [line for line in list(found)[2:] if line[0] in "+-"]
    return lines


def test_out_and_back_without_a_change(shipped: Path, tmp_path: Path) -> None:
    """Nothing was changed, so not one byte of any file differs."""
    before = texts(shipped)
    held = export_items(str(shipped), tmp_path / "book.xlsx")
    assert (len(held.tables), sum(len(table.items) for table in held.tables)) == (14, 128)
    done = import_items(str(shipped), tmp_path / "book.xlsx")
    assert (done.changes, done.files, done.problems) == ((), (), ())
    assert texts(shipped) == before


def test_one_label_changes_one_line(shipped: Path, tmp_path: Path) -> None:
    """A changed label changes its line and no other byte."""
    before = texts(shipped)
    export_items(str(shipped), tmp_path / "book.xlsx")
    filled(tmp_path / "book.xlsx", {(ITEMS, "D5"): "实训基地三期"})
    done = import_items(str(shipped), tmp_path / "book.xlsx")
    assert done.changes == ("教务处：D8 指标由“实训基地建设”改为“实训基地三期”",)
    assert done.files == ("lianyungang/departments/academic_affairs.yaml",)
    lines = changed_lines(before, texts(shipped))
    assert lines == ["-            label: 实训基地建设", "+            label: 实训基地三期"]


def test_all_kinds_of_changes_at_once(tiny: Path, fill: Fill) -> None:
    """Texts, tags, a new row, a deleted one, shares, totals and quotas: in words, and in the files."""
    before = texts(tiny)
    done = fill(
        {
            (ITEMS, "E2"): "每学期两次：全面检查",
            (ITEMS, "F2"): "创新性工作",
            (ITEMS, "E4"): "三年制",
            (ITEMS, "H4"): "教务处第4条",
            (ITEMS, "I3"): "删除",
            (ITEMS, "G5"): 40,
            (ITEMS, "G6"): "10.5",
            (ITEMS, "A7"): "财务处",
            (ITEMS, "D7"): "=收费: 统计",
            (ITEMS, "G7"): 0.1,
            (STATED, "D2"): 69.5,
            (STATED, "E2"): "附表一注2",
            (STATED, "F3"): "删除",
            (STATED, "A4"): "学院、研究所",
            (STATED, "B4"): "targets",
            (STATED, "D4"): 70,
            (QUOTAS, "C2"): 2,
        }
    )
    assert done.changes == (
        "教务处：D2 内容由“每学期一次: 全面检查”改为“每学期两次：全面检查”",
        "教务处：D2 加上标签“创新性工作”",
        "教务处：D4 条款由“教务处4”改为“教务处第4条”",
        "教务处：D4 补写内容“三年制”",
        "教务处：删去D3 “技能大赛”（教务处3；标签“创新性工作”）（编号D3停用）",
        "教务处：重复条目D2、D3、D4的说明只留D2、D4",
        "教务处：重复条目D3、D4的说明一并删去",
        "财务处：新增D4 “=收费: 统计”（财务处4）",
        "财务处：份额由D2 30、D3 20改为D2 40、D3 10.5、D4 0.1",
        "印出的总分：学院的“基础”由70分改为69.5分，条款由“附表一注”改为“附表一注2”",
        "印出的总分：删去研究所的“基础”66.5分（附表一注）",
        "印出的总分：新增学院、研究所的“目标任务”70分（没有条款）",
        "名额：院系由1改为2",
    )
    assert changed_lines(before, texts(tiny)) == [
        "-  - {types: [college], node: base, points: 70, clause: 附表一注}   # 印出的数",
        "-  - {types: [institute], node: base, points: 66.5, clause: 附表一注}",
        "+  - {types: [college], node: base, points: 69.5, clause: 附表一注2}   # 印出的数",
        "+  - {types: [college, institute], node: targets, points: 70}",
        "-  quota: {teaching: 1, service: 2}   # 名额",
        "+  quota: {teaching: 2, service: 2}   # 名额",
        "+    retired: [D3]",
        '-            content: "每学期一次: 全面检查"',
        "+            content: 每学期两次：全面检查",
        "+            tags: [创新性工作]",
        "-          - id: D3",
        "-            label: 技能大赛",
        "-            clause: 教务处3",
        "-            tags: [创新性工作]",
        "-            rule: {judged: {}}",
        "-            clause: 教务处4",
        "+            clause: 教务处第4条",
        "+            content: 三年制",
        "-        shares: {D2: 30, D3: 20}",
        "+        shares: {D2: 40, D3: 10.5, D4: 0.1}",
        '+          - {id: D4, label: "=收费: 统计", clause: 财务处4, rule: {judged: {}}}',
        "-  - {table: registry, ids: [D2, D3, D4], note: 都看教学}",
        "-  - {table: registry, ids: [D3, D4], note: 都看学生}",
        "+  - {table: registry, ids: [D2, D4], note: 都看教学}",
    ]


def test_removing_texts_and_tags(tiny: Path, fill: Fill) -> None:
    """An emptied cell takes the key away; equal shares come back when all are emptied."""
    before = texts(tiny)
    done = fill(
        {
            (ITEMS, "E2"): None,
            (ITEMS, "H2"): None,
            (ITEMS, "F3"): None,
            (ITEMS, "G5"): None,
            (ITEMS, "G6"): None,
        }
    )
    assert done.changes == (
        "教务处：D2 删去条款“教务处2”",
        "教务处：D2 删去内容“每学期一次: 全面检查”",
        "教务处：D3 去掉标签“创新性工作”",
        "财务处：份额由D2 30、D3 20改为平均分配",
    )
    assert changed_lines(before, texts(tiny)) == [
        "-            clause: 教务处2",
        '-            content: "每学期一次: 全面检查"',
        "-            tags: [创新性工作]",
        "-        shares: {D2: 30, D3: 20}",
        "+        shares: equal",
    ]


def test_another_order_keeps_the_ids(tiny: Path, book: Path) -> None:
    """Rows in another order: the items move with their comments, their ids and every byte of theirs."""
    filled(book, {(ITEMS, f"{column}{row}"): None for column in "ABCDEFGH" for row in (2, 4)})
    rows = {
        2: ("registry", "D4", "2025级培养方案", None, "教务处4"),
        4: ("registry", "D2", "教学检查", "每学期一次: 全面检查", "教务处2"),
    }
    for row, values in rows.items():
        filled(book, {(ITEMS, f"{column}{row}"): value for column, value in zip("BCDEH", values, strict=True)})
    before = texts(tiny)["tables.yaml"].decode().splitlines()
    done = import_items(str(tiny), book)
    after = texts(tiny)["tables.yaml"].decode().splitlines()
    assert done.changes == ("教务处：次序改为D4、D3、D2",)
    assert sorted(before) == sorted(after)
    first = after.index("        indicators:") + 1
    assert after[first : first + 4] == before[first + 12 : first + 16]
    assert after[first + 10 : first + 16] == before[first : first + 6]


def inserted(path: Path, row: int, cells: dict[str, str]) -> None:
    """Insert a row into the items, as somebody does in Excel."""
    book = load_workbook(path)
    book[ITEMS].insert_rows(row)
    for column, value in cells.items():
        book[ITEMS][f"{column}{row}"] = value
    book.save(path)


def order_of(folder: Path, table: str) -> list[str]:
    """The ids of a table's items in the order of the scheme's file."""
    (found,) = (one for one in contents(open_files(folder).tree).tables if one.id == table)
    return [item.id for item in found.items]


def test_a_row_inserted_second_stands_second(tiny: Path, book: Path) -> None:
    """It gets the next free id, every other item keeps its own; out again the workbook has the same order."""
    inserted(book, 3, {"A": "教务处", "D": "开放实验室"})
    before = (tiny / "tables.yaml").read_text(encoding="utf-8")
    done = import_items(str(tiny), book)
    assert done.changes == ("教务处：新增D5 “开放实验室”（教务处5），排在D2之后",)
    assert order_of(tiny, "registry") == ["D2", "D5", "D3", "D4"]
    lines = ["- id: D5", "  label: 开放实验室", "  clause: 教务处5", "  rule: {judged: {}}"]
    new = "".join(f"          {line}\n" for line in lines)
    assert (tiny / "tables.yaml").read_text(encoding="utf-8") == before.replace(
        "\n\n          - id: D3", f"\n{new}\n          - id: D3"
    )
    export_items(str(tiny), book, force=True)
    sheet = load_workbook(book)[ITEMS]
    assert [sheet[f"C{row}"].value for row in range(2, 6)] == ["D2", "D5", "D3", "D4"]
    assert import_items(str(tiny), book).changes == ()


def test_rows_inserted_first_between_and_last(tiny: Path, book: Path) -> None:
    """Several new rows, some of them neighbours, at the front with its comment, in the middle and at the end."""
    inserted(book, 5, {"B": "registry", "D": "丁"})
    inserted(book, 4, {"B": "registry", "D": "丙"})
    inserted(book, 4, {"B": "registry", "D": "乙"})
    inserted(book, 2, {"B": "registry", "D": "甲"})
    done = import_items(str(tiny), book)
    assert done.changes == (
        "教务处：新增D5 “甲”（教务处5），排在最前",
        "教务处：新增D6 “乙”（教务处6），排在D3之后",
        "教务处：新增D7 “丙”（教务处7），排在D6之后",
        "教务处：新增D8 “丁”（教务处8）",
    )
    assert order_of(tiny, "registry") == ["D5", "D2", "D3", "D6", "D7", "D4", "D8"]


def test_a_row_inserted_into_a_table_of_one_line_rows(tiny: Path, book: Path) -> None:
    """In a table whose shares are given the new item needs one too; it is written as its neighbours are."""
    inserted(book, 5, {"A": "财务处", "D": "收费", "G": "5"})
    before = texts(tiny)
    done = import_items(str(tiny), book)
    assert done.changes == (
        "财务处：新增D4 “收费”（财务处4），排在最前",
        "财务处：份额由D2 30、D3 20改为D4 5、D2 30、D3 20",
    )
    assert (
        changed_lines(before, texts(tiny))[-1]
        == "+          - {id: D4, label: 收费, clause: 财务处4, rule: {judged: {}}}"
    )


def test_inserting_while_others_go_and_move(tiny: Path, book: Path) -> None:
    """A deleted row, two rows exchanged and a new one between them: the order of the rows is the scheme's order."""
    filled(book, {(ITEMS, f"{column}{row}"): None for column in "ABCDEFGH" for row in (2, 3, 4)})
    rows = {
        2: ("registry", "D4", "2025级培养方案"),
        3: ("registry", None, "开放实验室"),
        4: ("registry", "D2", "教学检查"),
    }
    for row, values in rows.items():
        filled(book, {(ITEMS, f"{column}{row}"): value for column, value in zip("BCD", values, strict=True)})
    done = import_items(str(tiny), book)
    assert "教务处：次序改为D4、D2" in done.changes
    assert "教务处：新增D5 “开放实验室”（教务处5），排在D4之后" in done.changes
    assert order_of(tiny, "registry") == ["D4", "D5", "D2"]


def test_a_row_inserted_into_the_shipped_scheme(shipped: Path, tmp_path: Path) -> None:
    """教务处 has D5 to D15: an item inserted behind D5 becomes D16, and no other id moves."""
    book = tmp_path / "book.xlsx"
    held = export_items(str(shipped), book)
    ids = [item.id for table in held.tables if table.id == "academic_affairs" for item in table.items]
    sheet = load_workbook(book)[ITEMS]
    first = next(row for row in range(2, sheet.max_row) if sheet[f"B{row}"].value == "academic_affairs")
    inserted(book, first + 1, {"A": "教务处", "B": "academic_affairs", "D": "师生阅读推广"})
    (change,) = import_items(str(shipped), book).changes
    assert change.startswith("教务处：新增D16 “师生阅读推广”")
    assert change.endswith("，排在D5之后")
    assert order_of(shipped, "academic_affairs") == [ids[0], "D16", *ids[1:]]


def test_the_highest_number_is_never_given_again(tiny: Path, book: Path, fill: Fill) -> None:
    """The last item goes, and a new one in the same or a later workbook gets the number after it."""
    fill({(ITEMS, "4"): None})
    book.unlink()
    export_items(str(tiny), book)
    done = fill({(ITEMS, "B40"): "registry", (ITEMS, "D40"): "开放实验室", (ITEMS, "F40"): "创新性工作"})
    assert done.changes == ("教务处：新增D5 “开放实验室”（教务处5；标签“创新性工作”）",)
    assert "    retired: [D4]\n" in (tiny / "tables.yaml").read_text(encoding="utf-8")


def test_a_trial_run_changes_nothing(tiny: Path, fill: Fill) -> None:
    """With `dry_run` the same words, and no byte elsewhere."""
    before = texts(tiny)
    done = fill({(ITEMS, "D2"): "教学督导"}, dry_run=True)
    assert (done.changes, done.files) == (("教务处：D2 指标由“教学检查”改为“教学督导”",), ())
    assert texts(tiny) == before


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_and_the_line_ends_stay(tiny: Path, encoding: str, tmp_path: Path) -> None:
    """A file of a Windows editor keeps its encoding, its mark and its CRLF; new lines get them too."""
    path = tiny / "tables.yaml"
    text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
    path.write_bytes(text.encode(encoding))
    export_items(str(tiny), tmp_path / "b.xlsx")
    filled(tmp_path / "b.xlsx", {(ITEMS, "D2"): "教学督导", (ITEMS, "E3"): "省赛"})
    import_items(str(tiny), tmp_path / "b.xlsx")
    wanted = text.replace("教学检查", "教学督导").replace("教务处3\r\n", "教务处3\r\n            content: 省赛\r\n")
    assert path.read_bytes() == wanted.encode(encoding)


def test_a_workbook_is_not_overwritten(tiny: Path, book: Path) -> None:
    """An office's workbook stays unless somebody says otherwise; a missing folder and a wrong ending are named."""
    with pytest.raises(OutsideError, match="已经存在，没有覆盖"):
        export_items(str(tiny), book)
    export_items(str(tiny), book, force=True)
    with pytest.raises(OutsideError, match=r"没有“.*nowhere”这个文件夹"):
        export_items(str(tiny), book.parent / "nowhere" / "b.xlsx")


def test_a_scheme_named_by_where_it_lies(tiny: Path, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`.` is a scheme's folder as any other."""
    monkeypatch.chdir(tiny)
    filled(book, {(ITEMS, "D2"): "教学督导"})
    assert import_items(".", book).files == ("tables.yaml",)


def test_all_files_or_none(tiny: Path, fill: Fill, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the second file cannot be exchanged, the first one is what it was."""
    before = texts(tiny)
    real = Path.replace
    asked: list[Path] = []

    def replace(path: Path, target: Path) -> Path:
        if target.parent == tiny:
            asked.append(target)
            if len(asked) == 2:
                raise OSError(28, "No space left on device", str(target))
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OutsideError, match=r"不能写入 .*tables.yaml：磁盘已满；没有写出任何文件。请清理出空间"):
        fill({(ITEMS, "D2"): "教学督导", (QUOTAS, "C2"): 3})
    # The third is the first one going back.
    assert [path.name for path in asked] == ["scheme.yaml", "tables.yaml", "scheme.yaml"]
    assert texts(tiny) == before


def test_a_copy_of_the_scheme_is_not_touched(tiny: Path, fill: Fill, tmp_path: Path) -> None:
    """Only files that change are written."""
    shutil.copytree(tiny, tmp_path / "other")
    stamp = (tiny / "scheme.yaml").stat().st_mtime_ns
    fill({(ITEMS, "D2"): "教学督导"})
    assert (tiny / "scheme.yaml").stat().st_mtime_ns == stamp
