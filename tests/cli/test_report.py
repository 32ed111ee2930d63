"""`assess report` and the demo of target schemes."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from assess.resources import schemes_dir
from tests.cli.conftest import Program, Run

XUZHOU = "xuzhou-2022"
SAMPLE = schemes_dir() / XUZHOU / "sample"
YEAR, HALF_YEAR = SAMPLE / "year.yaml", SAMPLE / "half_year.yaml"


def names(folder: Path) -> list[str]:
    """The files of a folder."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("command", "evidence", "written"),
    [
        ("targets", None, ["部门整体-绩效目标表"]),
        ("evaluation", YEAR, ["部门整体-01-徐州机电技师学院-绩效自评表"]),
        ("monitoring", HALF_YEAR, ["部门整体-01-徐州机电技师学院-半年监控表"]),
        ("summary", YEAR, ["部门整体-绩效自评汇总表"]),
        ("summary", HALF_YEAR, ["部门整体-半年监控汇总表"]),
    ],
)
def test_each_document_in_both_forms(
    run: Program, tmp_path: Path, command: str, evidence: Path | None, written: list[str]
) -> None:
    """Each command writes its documents as PDF and as workbook, and says so."""
    out = tmp_path / "out"
    answer = run("report", command, XUZHOU, *([evidence] if evidence else []), "--out", out)
    assert answer.code == 0
    assert answer.out == f"已写出2个文件（PDF 1个、Excel 1个）到 {out}/\n"
    assert names(out) == sorted(f"{name}.{kind}" for name in written for kind in ("pdf", "xlsx"))
    assert PdfReader(out / f"{written[0]}.pdf").pages
    assert load_workbook(out / f"{written[0]}.xlsx").worksheets


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_one_form_alone(run: Program, tmp_path: Path, kind: str) -> None:
    """`--format` names one form."""
    answer = run("report", "summary", XUZHOU, YEAR, "--out", tmp_path / "out", "--format", kind)
    assert (answer.code, answer.err) == (0, "")
    assert names(tmp_path / "out") == [f"部门整体-绩效自评汇总表.{kind}"]


def test_quiet_says_nothing(run: Program, tmp_path: Path) -> None:
    """With `--quiet` only the files come."""
    answer = run("report", "summary", XUZHOU, YEAR, "--out", tmp_path / "out", "--format", "xlsx", "--quiet")
    assert answer == (0, "", "")
    assert len(names(tmp_path / "out")) == 1


def test_missing_values_are_said(run: Program, tmp_path: Path) -> None:
    """A year with gaps is printed, and the gaps are listed on standard error."""
    year = tmp_path / "gaps.yaml"
    kept = [line for line in YEAR.read_text(encoding="utf-8").splitlines() if not line.strip().startswith("T5:")]
    year.write_text("\n".join(kept) + "\n", encoding="utf-8")
    answer = run("report", "evaluation", XUZHOU, year, "--out", tmp_path / "out", "--format", "xlsx")
    assert answer.code == 0
    assert "缺项共1处" in answer.err
    assert "T5" in answer.err


def test_score_sheets_of_other_schemes(run: Program, small: Path, year: Path, tmp_path: Path) -> None:
    """The sheets and lists that the demo writes, without its database and its result as data."""
    answer = run("report", "sheets", small, year, "--out", tmp_path / "out")
    assert answer.code == 0
    assert answer.out.startswith("已写出6个文件（PDF 6个）到 ")
    assert run("demo", "--scheme", small, "--out", tmp_path / "demo").code == 0
    assert names(tmp_path / "out") == sorted(set(names(tmp_path / "demo")) - {"result.json", "说明.txt", "演示.db"})


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("targets", "small"), "方案small没有绩效目标表（指标里没有写plan），没有这种表可以打印"),
        (("evaluation", "small", "year"), "方案small没有绩效目标表"),
        (("summary", "small", "year"), "方案small没有绩效目标表"),
        (("monitoring", "small", "year"), "方案small没有写半年监控"),
        (("sheets", XUZHOU, YEAR), "方案xuzhou-2022按绩效目标表考核，没有评分表可以打印"),
        (("evaluation", XUZHOU, HALF_YEAR), "这是半年监控的数据（stage: half_year），不能计分"),
        (("monitoring", XUZHOU, YEAR), "这是全年的数据，不能作半年监控"),
    ],
)
def test_what_does_not_fit_is_one_sentence(
    run: Program, small: Path, year: Path, tmp_path: Path, arguments: tuple[str | Path, ...], said: str
) -> None:
    """The wrong scheme or the wrong evidence: one sentence with what to do, exit 1, no folder."""
    given = {"small": small, "year": year}
    answer = run("report", *(given.get(str(one), one) for one in arguments), "--out", tmp_path / "out")
    assert (answer.code, answer.out) == (1, "")
    assert said in answer.err
    assert "    → " in answer.err
    assert "共1处错误，没有写出任何结果。" in answer.err
    assert not (tmp_path / "out").exists()


def test_another_reading_is_printed(run: Program, tmp_path: Path) -> None:
    """A reading that departs changes the sheet and is named on it; one that does not exist is an error."""
    given = ("report", "evaluation", XUZHOU, YEAR, "--out", tmp_path / "out", "--format", "xlsx")
    assert run(*given, "--reading", "W1=rows").code == 0
    (sheet,) = load_workbook(next((tmp_path / "out").iterdir())).worksheets
    texts = [str(row[0].value) for row in sheet.iter_rows()]
    assert any(text.startswith("※ 理解W1采用“不分部分，88个指标平均分”，不是默认的") for text in texts)
    answer = run(*given, "--reading", "W1=nothing")
    assert answer.code == 2
    assert "W1" in answer.err


def test_the_folder_is_a_file(run: Program, tmp_path: Path) -> None:
    """A file in the place of the folder is left alone: one sentence and exit 3."""
    path = tmp_path / "out"
    path.write_text("keep", encoding="utf-8")
    answer = run("report", "summary", XUZHOU, YEAR, "--out", path, "--format", "xlsx")
    assert (answer.code, answer.out) == (3, "")
    assert path.read_text(encoding="utf-8") == "keep"


def test_a_document_has_the_name_of_a_folder(run: Program, tmp_path: Path) -> None:
    """What the file system refuses ends with 3: which file, why, and what to do; nothing else is written."""
    name = "部门整体-绩效目标表.xlsx"
    (tmp_path / "out" / name).mkdir(parents=True)
    answer = run("report", "targets", XUZHOU, "--out", "out", "--format", "xlsx")
    assert answer == Run(
        3, "", f"不能写入 out/{name}：已有同名的文件夹；没有写出任何文件。请把它移开，或换一个名称。\n"
    )
    assert names(tmp_path / "out") == [name]


def test_the_demo_of_a_target_scheme(run: Program, tmp_path: Path) -> None:
    """The list on the screen; result.json, table, self-evaluation, half-year sheet and both summaries in one folder."""
    out = tmp_path / "out"
    answer = run("demo", "--scheme", XUZHOU, "--out", out)
    assert answer.code == 0
    assert "98.60" in answer.out
    assert f"已写出13个文件（其中PDF 5个、Excel 5个）到 {out}" in answer.out
    assert json.loads((out / "result.json").read_text(encoding="utf-8"))["scheme"]["id"] == XUZHOU
    assert sorted({path.stem.split("-")[-1] for path in out.glob("*.pdf")}) == sorted(
        ["绩效目标表", "绩效自评表", "绩效自评汇总表", "半年监控表", "半年监控汇总表"]
    )
    assert sorted(path.stem for path in out.glob("*.pdf")) == sorted(path.stem for path in out.glob("*.xlsx"))
