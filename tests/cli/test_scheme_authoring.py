"""`assess scheme new`, `items`, `fmt` as a person types them."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Program

TINY = Path(__file__).parents[1] / "drafting" / "renewing" / "data" / "tiny"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny scheme in the folder where the program runs."""
    return shutil.copytree(TINY, tmp_path / "tiny")


def test_new(run: Program, tiny: Path) -> None:
    """What was moved, what is left to look at, what comes next."""
    answer = run("scheme", "new", "--from", tiny, "--id", "tiny-2025")
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[:3] == [
        "已建立 tiny-2025：小学院2025-2026学年考核，考核期2025-09-01至2026-08-31。",
        "移动了10处：",
        "  tiny-2025/scheme.yaml:2:5: tiny-2024 → tiny-2025",
    ]
    assert lines[12:] == [
        "这些地方还写着2024、2025，请核对：",
        "  tiny-2025/scheme.yaml:1:1: # 虚构的小方案，2024-2025学年。",
        "  tiny-2025/tables.yaml:16:11: # 2024年定的",
        "  tiny-2025/tables.yaml:29:13: label: 2025级培养方案",
        "  tiny-2025/README.md:3:1: 小学院2025-2026学年的方案，2024年9月起用。",
        "cases里的算例是照抄的，改了指标、分值或界限后请核对，再运行 assess scheme test 检验。",
        "sample里的虚构样例没有复制；README.md若提到它，请删去。",
        "部门主要工作可用Excel修改：assess scheme items export tiny-2025 主要工作.xlsx",
    ]
    again = run("scheme", "new", "--from", tiny, "--id", "tiny-2025")
    assert (again.code, again.out) == (3, "")
    assert again.err == "“tiny-2025”已经存在，没有覆盖；请换一个编号，或用 --out 放到别的文件夹。\n"


@pytest.mark.parametrize("scheme", ["xuzhou-2022", "changzhou-2026", "tianjin-projects", "guangzhou-2025"])
def test_target_tables(run: Program, scheme: str) -> None:
    """A new year of a target scheme: what to renew; there is no main work for a workbook, and that is said."""
    name = f"{scheme.partition('-')[0]}-2030"
    answer = run("scheme", "new", "--from", scheme, "--id", name)
    assert (answer.code, answer.err) == (0, "")
    assert "目标表的表头、指标和指标值是照抄的，请逐行改成新一年的。" in answer.out.splitlines()
    assert "items export" not in answer.out
    assert run("scheme", "fmt", name, "--check").code == 0
    assert run("scheme", "check", name).code == 0
    book = run("scheme", "items", "export", name, "book.xlsx")
    assert (book.code, book.out) == (1, "")
    assert f"方案{name}里没有部门主要工作、印出的总分和名额，没有可以导出的" in book.err


def test_new_quietly(run: Program, tiny: Path, tmp_path: Path) -> None:
    """Quietly, only what a person has to know; folders and days as asked for."""
    shutil.rmtree(tiny / "cases")
    shutil.rmtree(tiny / "sample")
    (tiny / "README.md").unlink()
    (tmp_path / "out").mkdir()
    options = ("--from-date", "2030-01-01", "--to-date", "2030-12-31", "--title", "新办法", "--out", "out", "--quiet")
    answer = run("scheme", "new", "--from", tiny, "--id", "next", *options)
    assert answer.code == 0
    assert answer.out.splitlines()[0] == "已建立 out/next：新办法，考核期2030-01-01至2030-12-31。"
    assert "移动了" not in answer.out
    assert "cases" not in answer.out


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--year", "25"), "--year 的值不对：“25”不是年份，应写四位数字，如 2019。"),
        (("--from-date", "2025年9月"), "--from-date 的值不对：“2025年9月”不是日期，应写成 2019-09-01 的样子。"),
    ],
)
def test_new_with_wrong_options(run: Program, tiny: Path, options: tuple[str, str], message: str) -> None:
    """What is no year and no day is wrong usage."""
    answer = run("scheme", "new", "--from", tiny, "--id", "x", *options)
    assert answer.code == 2
    assert message in answer.err.replace("'", "")


@pytest.mark.parametrize(
    ("name", "options"),
    [("连云港", ()), ("lianyungang-2018", ()), ("next", ("--from-date", "2027-01-01", "--to-date", "2026-01-01"))],
)
def test_new_with_what_cannot_be(run: Program, tiny: Path, name: str, options: tuple[str, ...]) -> None:
    """An id that cannot be used or is taken, a period that ends before it begins: typed wrong, no fault of the data."""
    answer = run("scheme", "new", "--from", tiny, "--id", name, *options)
    assert (answer.code, answer.out) == (2, "")


def test_new_by_year(run: Program, tiny: Path) -> None:
    """A year alone is enough."""
    answer = run("scheme", "new", "--from", tiny, "--id", "x", "--year", "2026", "--quiet")
    assert "考核期2026-09-01至2027-08-31" in answer.out


def test_items(run: Program, tiny: Path, tmp_path: Path) -> None:
    """Out, changed, looked at, in, and in again."""
    out = run("scheme", "items", "export", tiny, "b.xlsx")
    assert (out.code, out.err) == (0, "")
    assert out.out == "已写出 b.xlsx：2个部门的5条主要工作、2个印出的总分、2个名额。\n"
    assert run("scheme", "items", "import", tiny, "b.xlsx").out == "工作簿与方案相同，没有要改的。\n"
    book = load_workbook(tmp_path / "b.xlsx")
    book["部门主要工作"]["D2"] = "教学督导"
    book.save(tmp_path / "b.xlsx")
    sentence = "教务处：D2 指标由“教学检查”改为“教学督导”\n"
    trial = run("scheme", "items", "import", tiny, "b.xlsx", "--dry-run")
    assert (trial.code, trial.out) == (0, sentence + "共1处改动。这是试运行，没有改动任何文件。\n")
    done = run("scheme", "items", "import", tiny, "b.xlsx")
    assert done.out == (
        sentence + "共1处改动，已写入tiny/tables.yaml。\n"
        "请用 assess scheme test 检验算例；再要修改，请重新导出工作簿。\n"
    )
    outdated = run("scheme", "items", "import", tiny, "b.xlsx")
    assert (outdated.code, outdated.out) == (1, "")
    assert outdated.err.endswith("共1处错误，没有写出任何结果。\n")
    forced = run("scheme", "items", "import", tiny, "b.xlsx", "--force")
    assert forced.code == 0
    assert "提醒：工作簿导出之后，方案文件又改过" in forced.err
    assert run("scheme", "items", "import", tiny, "b.xlsx", "--force", "--quiet").err == ""


def test_items_endings(run: Program, tiny: Path, tmp_path: Path) -> None:
    """A file that is not there or in the way is outside; what is no workbook is an error of the data."""
    missing = run("scheme", "items", "import", tiny, "none.xlsx")
    assert (missing.code, missing.err) == (3, "找不到文件“none.xlsx”，请检查文件名和所在的文件夹。\n")
    (tmp_path / "b.xlsx").write_text("名称,分值\n", encoding="utf-8")
    wrong = run("scheme", "items", "import", tiny, "b.xlsx")
    assert wrong.code == 1
    assert "b.xlsx: 错误：这不是Excel工作簿，或文件已损坏" in wrong.err
    assert run("scheme", "items", "export", tiny, "b.xlsx").code == 3
    assert run("scheme", "items", "export", tiny, "b.xlsx", "--force", "--quiet") == (0, "", "")


def test_fmt(run: Program, tiny: Path) -> None:
    """Looking tells by exit code, writing changes, and then all is well."""
    path = tiny / "tables.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("shares: equal", "shares:   'equal'  "), encoding="utf-8")
    looked = run("scheme", "fmt", tiny, "--check")
    assert (looked.code, looked.out) == (1, "需要整理：tiny/tables.yaml\n共4个文件，1个需要整理。\n")
    done = run("scheme", "fmt", tiny)
    assert (done.code, done.out) == (0, "已整理：tiny/tables.yaml\n共4个文件，1个已整理。\n")
    assert run("scheme", "fmt", tiny, "--check") == (0, "4个文件都是统一的样子。\n", "")
    assert run("scheme", "fmt", tiny, "--quiet") == (0, "", "")


def test_fmt_leaves_what_it_cannot_do(run: Program, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is left as it is, is named."""
    monkeypatch.setattr("assess.services.scheme_fmt.house_form", lambda text, name: None if "tables" in name else text)
    answer = run("scheme", "fmt", tiny)
    assert answer.out == "写法特殊，没有改动：tiny/tables.yaml\n4个文件都是统一的样子。\n"
