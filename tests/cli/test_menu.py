"""The numbered menu: a clerk's year without typing a command."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Program, Run


@pytest.fixture
def choose(run: Program, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The menu with what somebody types, line by line; the input ends after it."""

    def start(*lines: str | Path) -> Run:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return run("menu")

    return start


def test_a_year_is_begun_sent_taken_scored_printed_and_backed_up(
    choose: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every point says which command it is, and comes back to the menu."""
    monkeypatch.delenv("ASSESS_USER", raising=False)
    begun = choose("是", "1", "张三", "5", "是", "0")
    assert begun.code == 0
    assert "（assess cycle open --scheme xuzhou-2022）" in begun.out
    assert begun.out.endswith("已退出。\n")
    assert {path.name for path in Path().iterdir()} >= {
        "考核.db",
        "发出",
        "收回",
        "打印",
        "备份",
        "打开考核.bat",
        "打开考核.sh",
    }
    monkeypatch.setenv("ASSESS_USER", "张三")
    from assess.cli.main import main

    assert main(["unit", "add", "样例学院", "--type", "institution"]) == 0
    sent = choose("3", "3", "3", "3", "是", "5", "0")
    assert "（assess workbook export --force）" in sent.out
    assert "（assess cycle status --list）" in sent.out
    for path in Path("发出").iterdir():
        path.rename(Path("收回") / path.name)
    taken = choose("4", "是", "6", "7", "3", "", "8", "7", "0", "0")
    assert "（assess workbook import --apply）" in taken.out
    assert list(Path("打印").iterdir()), taken.out + taken.err
    assert list(Path("备份").iterdir())


def test_nothing_that_is_typed_ends_the_menu_but_leaving_it(choose: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrong numbers are asked again; a mistake returns to the menu; the end of the input leaves it."""
    monkeypatch.delenv("ASSESS_USER", raising=False)
    assert choose("否").out.endswith("在这里建立吗（是/否）：")
    first = choose("也许", "是", "九", "99", "4", "", "1", "", "6", "0")
    assert "请输入“是”或“否”。" in first.out
    assert "“九”不在上面，请输入0到8之间的数字。" in first.out
    assert "没有姓名不能写入。" in first.out
    assert first.code == 0
    monkeypatch.setenv("ASSESS_USER", "张三")
    again = choose("1", "0", "1", "5", "否", "3")
    assert again.out.endswith("已退出。\n")


def test_the_program_alone_shows_help_where_nobody_watches() -> None:
    """The menu is for a terminal."""
    done = subprocess.run([sys.executable, "-m", "assess"], capture_output=True, env=os.environ, check=False)
    assert "workbook" in done.stdout.decode() + done.stderr.decode()


def test_a_year_of_several_is_chosen(choose: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """An office has another year, or a half-year, beside the first: every point asks which one, and says it."""
    monkeypatch.setenv("ASSESS_USER", "张三")
    choose("是", "1", "5", "是", "0")
    two = choose("1", "2", "3", "1", "是", "0")
    assert "--from 2022" in two.out, two.out + two.err
    scored = choose("6", "2", "6", "0", "1", "1", "8", "0")
    assert "（assess score --cycle 2022）" in scored.out
    assert scored.out.count("（assess score") == 1
    assert "（assess cycle status --cycle " in scored.out
    assert "用 --cycle 写明" not in scored.err


def test_a_problem_of_the_folder_returns_to_the_menu(choose: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two databases, or a number that no machine reads: a sentence, then the menu again."""
    monkeypatch.setenv("ASSESS_USER", "张三")
    choose("是", "0")
    Path("另.db").write_bytes(Path("考核.db").read_bytes())
    done = choose("1", "9" * 5000, "0")
    assert "2个数据库" in done.err
    assert done.out.endswith("已退出。\n")
    assert done.code == 0


def test_sheets_are_only_replaced_where_some_lie(choose: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """An export that fails for another reason does not offer to replace files."""
    monkeypatch.setenv("ASSESS_USER", "张三")
    done = choose("是", "3", "3", "0")
    assert "还没有考核周期" in done.err
    assert "换掉" not in done.out


def test_the_start_file_of_windows_starts_the_menu_once(choose: Program) -> None:
    """Whichever way the menu ends: `a && b || c` would run c after a failing b."""
    choose("是", "0")
    lines = Path("打开考核.bat").read_bytes().decode("ascii").split("\r\n")
    assert "if errorlevel 1 (py -m assess menu) else (assess menu)" in lines
    assert not any("||" in line for line in lines)


def test_a_database_that_the_session_names_is_used(choose: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is made in the folder where the office's database stands elsewhere."""
    monkeypatch.setenv("ASSESS_USER", "张三")
    choose("是", "1", "5", "是", "0")
    Path("别处").mkdir()
    Path("考核.db").rename("别处/考核.db")
    monkeypatch.setenv("ASSESS_DATABASE", "别处/考核.db")
    done = choose("6", "0")
    assert "还没有考核数据库" not in done.out
    assert "（assess score）" in done.out
    assert not list(Path().glob("*.db"))


def test_a_list_of_units_is_looked_at_and_then_imported(choose: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its name may come in quotation marks, as a window writes it where a file is dragged into it."""
    monkeypatch.setenv("ASSESS_USER", "张三")
    Path("单位 名单.csv").write_text("单位名称\n样例学院\n", encoding="utf-8")
    choose("是", "1", "5", "是", "0")
    seen = choose("2", '"单位 名单.csv"', "否", "0")
    assert "--apply" not in seen.out.split("（assess unit import")[-1].split("）")[0]
    done = choose("2", "没有.csv", "2", "", "2", '"单位 名单.csv"', "是", "0")
    assert done.out.count("（assess unit import ") == 3, done.out + done.err
    assert '（assess unit import "单位 名单.csv" --apply）' in done.out
    from assess.cli.main import main

    assert main(["entry", "show", "样例学院"]) == 0
