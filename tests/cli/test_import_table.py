"""`assess scheme import-table` as a person types it."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from assess.ground.place import Place
from assess.services import scheme_import
from assess.services.cases import CaseResult
from tests.cli.conftest import Program

PLAIN = """\
单位名称,某某学院,,,
部门整体绩效目标表,,,,
2026年度,,,,
一级指标,二级指标,三级指标,半年指标值,全年指标值
履职,教学,公开课,≥4次,≥8次
,,教学制度,健全,健全
满意度,学生,学生满意度,推进,≥90%
"""

DOUBTFUL = """\
项目名称,安保经费,,
绩效目标,做好,,
一级指标,二级指标,三级指标,指标值
产出指标,成本指标,保安费用,≥100万元
产出指标,时效指标,响应时间,3小时
"""


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A table without doubts."""
    path = tmp_path / "目标表.csv"
    path.write_text(PLAIN, encoding="gb18030")
    return path


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """A table with two doubts and no year."""
    path = tmp_path / "项目.csv"
    path.write_text(DOUBTFUL, encoding="utf-8")
    return path


def test_a_table_becomes_a_scheme(run: Program, plain: Path, tmp_path: Path) -> None:
    """What was read; the new scheme is in the house form, agrees with its worked case, and scores."""
    answer = run("scheme", "import-table", plain, "--id", "my-college")
    assert (answer.code, answer.err) == (0, "")
    assert [line.rstrip() for line in answer.out.splitlines()] == [
        "已建立 my-college：某某学院2026年度绩效目标，考核期2026-01-01至2026-12-31。",
        "表        指标  由人评定  指标值的写法",
        "──────────────────────────────────────",
        "某某学院     3         1  ≥ 2、文字 1",
        "共1张表、3个指标，没有拿不准的。",
        "再用 assess scheme check my-college 查一遍；权重、等次线是默认的，可以改。",
    ]
    assert sorted(path.name for path in (tmp_path / "my-college").iterdir()) == [
        "README.md",
        "cases",
        "scheme.yaml",
        "targets.yaml",
    ]
    assert run("scheme", "fmt", "my-college", "--check").code == 0
    tested = run("scheme", "test", "my-college")
    assert (tested.code, tested.out) == (0, "1个算例全部相符。\n")
    assert run("scheme", "check", "my-college").code == 0
    assert run("scheme", "show", "my-college").code == 0


def test_what_is_doubtful(run: Program, doubtful: Path) -> None:
    """Each with its cell, how it was read, and what to do; --strict makes it an error, and the scheme is there."""
    answer = run("scheme", "import-table", doubtful, "--id", "one", "--year", "2026", "--quiet")
    assert (answer.code, answer.err) == (0, "")
    hint = "      → 不对的，在表里加一栏“读法”写明（如≤100万元），或改方案文件"
    assert answer.out.splitlines() == [
        "已建立 one：2026年度绩效目标，考核期2026-01-01至2026-12-31。",
        "共1张表、2个指标，2处拿不准，请核对（也写在README.md里）：",
        "  项目.csv:4:4: T1 保安费用：成本类指标印成“≥100万元”，成本应是越低越好；按≤100万元读",
        hint,
        "  项目.csv:5:4: T2 响应时间：“3小时”是一段时间，没有印出是越短越好还是越长越好；按≤3小时读",
        hint,
    ]
    strict = run("scheme", "import-table", doubtful, "--id", "two", "--year", "2026", "--strict")
    assert strict.code == 1
    assert Path("two/scheme.yaml").is_file()


def test_very_many_doubts(run: Program, tmp_path: Path) -> None:
    """A terminal shows the first; the README has them all."""
    rows = "".join(f"产出指标,成本指标,费用{number},≥1元\n" for number in range(120))
    (tmp_path / "表.csv").write_text(f"项目名称,甲,,\n一级指标,二级指标,三级指标,指标值\n{rows}", encoding="utf-8")
    answer = run("scheme", "import-table", "表.csv", "--id", "many", "--year", "2026")
    assert answer.out.count("成本应是越低越好") == 100
    assert "  其余20处见README.md。" in answer.out.splitlines()
    assert Path("many/README.md").read_text(encoding="utf-8").count("成本应是越低越好") == 120


def test_several_files(run: Program, doubtful: Path, tmp_path: Path) -> None:
    """A table each; title and folder as wanted."""
    book = Workbook()
    for row in (["项目名称", "乙项目"], ["一级指标", "二级指标", "三级指标", "指标值"], ["效益", "社会", "人数", 9]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "乙.xlsx")
    (tmp_path / "放这里").mkdir()
    options = ("--id", "both", "--year", "2026", "--title", "两个项目", "--out", "放这里", "--quiet")
    answer = run("scheme", "import-table", doubtful, "乙.xlsx", *options)
    assert answer.out.splitlines()[0] == "已建立 放这里/both：两个项目，考核期2026-01-01至2026-12-31。"
    assert sorted(path.name for path in Path("放这里/both/projects").iterdir()) == ["p1.yaml", "p2.yaml"]


def test_nothing_is_overwritten(run: Program, plain: Path) -> None:
    """A folder that is there stays as it is."""
    assert run("scheme", "import-table", plain, "--id", "mine").code == 0
    before = Path("mine/scheme.yaml").read_bytes()
    answer = run("scheme", "import-table", plain, "--id", "mine")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == "“mine”已经存在，没有覆盖；请换一个编号，或用 --out 放到别的文件夹。\n"
    assert Path("mine/scheme.yaml").read_bytes() == before


def test_all_or_nothing(run: Program, plain: Path, doubtful: Path, tmp_path: Path) -> None:
    """With a mistake in one file, nothing is written, and nothing is left lying about; mistakes of all files show."""
    (tmp_path / "别的.csv").write_text("姓名,分数\n", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    answer = run("scheme", "import-table", plain, "别的.csv", "旧.xls", doubtful, "--id", "mine")
    assert (answer.code, answer.out) == (3, "")
    (tmp_path / "旧.xls").write_bytes(b"x")
    answer = run("scheme", "import-table", plain, "别的.csv", "旧.xls", doubtful, "--id", "mine")
    assert (answer.code, answer.out) == (1, "")
    assert [line for line in answer.err.splitlines() if "错误" in line] == [
        "别的.csv: 错误：没有找到绩效目标表",
        "旧.xls: 错误：不能读.xls文件；可以读的有.xlsx、.docx、.csv",
        "共2处错误，没有写出任何结果。",
    ]
    assert sorted(tmp_path.iterdir()) == sorted([*before, tmp_path / "旧.xls"])


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--id", "one"), 1, "项目.csv: 错误：表上没有写年度"),
        (("--id", "Eins"), 2, "错误：“Eins”不能用作方案编号"),
        (("--id", "xuzhou-2022"), 2, "错误：编号“xuzhou-2022”已经是自带的方案"),
        (("--id", "one", "--out", "没有"), 3, "没有“没有”这个文件夹，新方案没有建立。"),
        ((), 2, "--id"),
        (("--id", "one", "--year", "26"), 2, "“26”不是年份，应写四位数字，如 2026。"),
    ],
)
def test_wrong_options(run: Program, doubtful: Path, options: tuple[str, ...], code: int, said: str) -> None:
    """One sentence, and the exit code of its kind."""
    answer = run("scheme", "import-table", doubtful, *options)
    assert answer.code == code
    assert said in answer.err


def test_cells_that_cannot_be_used(run: Program, tmp_path: Path) -> None:
    """They are listed like any mistake in a workbook."""
    book = Workbook()
    book.worksheets[0]["B2"] = date(2026, 12, 31)
    book.save(tmp_path / "表.xlsx")
    answer = run("scheme", "import-table", "表.xlsx", "--id", "one")
    assert answer.code == 1
    assert answer.err.startswith("表.xlsx Sheet!B2: 错误：这一格是日期或时间（2026-12-31）")


def test_a_fault_of_the_program_leaves_nothing(
    run: Program, plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should the worked case ever differ, no folder appears."""
    wrong = [CaseResult("算例", Place("x"), "", ("应为100，算得99",))]
    monkeypatch.setattr(scheme_import, "run_cases", lambda _: wrong)
    answer = run("scheme", "import-table", plain, "--id", "mine")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == "新方案的算例算出来不对（应为100，算得99），没有写出。这是程序的缺陷，请报告。\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["目标表.csv"]


def test_no_file(run: Program) -> None:
    """A missing file is something outside; none at all is wrong usage."""
    answer = run("scheme", "import-table", "没有.docx", "--id", "one")
    assert (answer.code, answer.err) == (3, "找不到文件“没有.docx”，请检查文件名和所在的文件夹。\n")
    assert run("scheme", "import-table", "--id", "one").code == 2
