"""`assess demo`: lists on the screen, result and sheets in a folder."""

import contextlib
import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Program


def test_demo(run: Program, small: Path, tmp_path: Path) -> None:
    """Both lists, database, result.json, sheets and tables; a second run changes only its own files."""
    out = tmp_path / "out"
    first = run("demo", "--scheme", small, "--out", out)
    assert (first.code, first.err) == (0, "")
    assert "理学院" in first.out
    assert "教务处" in first.out
    assert f"已写出9个文件（其中PDF 6个）到 {out}" in first.out
    names = sorted(path.name for path in out.iterdir())
    assert len(names) == 9
    assert json.loads((out / "result.json").read_text(encoding="utf-8"))["scheme"]["id"] == "small"
    (out / "mine.txt").write_text("keep", encoding="utf-8")
    again = run("demo", "--scheme", small, "--out", out)
    assert again == first
    assert sorted(path.name for path in out.iterdir()) == sorted([*names, "mine.txt"])


def test_the_folder_is_a_file(run: Program, small: Path, tmp_path: Path) -> None:
    """A file in the place of the folder is left alone: one sentence and exit 3."""
    path = tmp_path / "out"
    path.write_text("keep", encoding="utf-8")
    for target in (path, path / "below"):
        answer = run("demo", "--scheme", small, "--out", target)
        assert (answer.code, answer.out) == (3, "")
        assert str(target) in answer.err
        assert answer.err.count("\n") == 1
    assert path.read_text(encoding="utf-8") == "keep"


def test_a_scheme_without_a_sample(run: Program, small: Path, year: Path, tmp_path: Path) -> None:
    """Without a sample year there is nothing to show: one sentence, and no folder is made."""
    year.unlink()
    answer = run("demo", "--scheme", small, "--out", tmp_path / "out")
    assert answer.code == 3
    assert "year.yaml" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_what_the_demo_says_can_be_tried(
    run: Program, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command that the page and the screen show does something in the folder, and nothing there is a draft."""
    out = tmp_path / "out"
    shown = run("demo", "--scheme", small, "--out", out).out
    page = (out / "说明.txt").read_text(encoding="utf-8")
    assert "全是虚构的" in page
    assert "演示.db：考核数据库" in page
    commands = [line.partition("：")[2].split() for line in page.splitlines() if "：assess " in line]
    assert len(commands) == 6
    monkeypatch.chdir(out)
    for command in commands:
        assert " ".join(command) in shown
        answer = run(*command[1:])
        assert answer.code == 0
        assert answer.err == "" or answer.err.startswith("单个评分保密")
    assert run("score", "--format", "json", "--trace").out == (out / "result.json").read_text(encoding="utf-8")


def test_a_half_year_is_a_cycle_too(run: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a scheme has one, each command names its cycle."""
    assert run("demo", "--scheme", "xuzhou-2022", "--out", tmp_path / "out").code == 0
    monkeypatch.chdir(tmp_path / "out")
    page = Path("说明.txt").read_text(encoding="utf-8")
    assert "assess monitor --cycle 2022半年" in page
    assert "assess score --cycle 2022\n" in page
    assert run("monitor", "--cycle", "2022半年", "--strict").code == 0


def test_what_was_tried_in_the_demo_is_gone_when_it_runs_again(
    run: Program, small: Path, year: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The demo's own database is made anew, with the sample and nothing else in it."""
    out = tmp_path / "out"
    monkeypatch.setenv("ASSESS_USER", "张三")
    first = run("demo", "--scheme", small, "--out", out)
    year.write_text(year.read_text(encoding="utf-8").replace("理学院", "数理学院"), encoding="utf-8")
    assert run("cycle", "import", year, "--overwrite", "--database", out / "演示.db").code == 0
    year.write_text(year.read_text(encoding="utf-8").replace("数理学院", "理学院"), encoding="utf-8")
    assert run("demo", "--scheme", small, "--out", out) == first
    assert "数理学院" not in run("score", "--database", out / "演示.db").out


def test_an_offices_database_is_left_alone(
    run: Program, small: Path, year: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it is called: the demo writes nothing beside it, and nothing into it."""
    monkeypatch.setenv("ASSESS_USER", "张三")
    for name in ("考核.db", "演示.db"):
        folder = Path(name).stem
        Path(folder).mkdir()
        database = Path(folder) / name
        assert run("init", "--database", database).code == 0
        assert run("cycle", "open", "--scheme", small, "--database", database).code == 0
        assert run("cycle", "import", year, "--database", database).code == 0
        before = database.read_bytes()
        refused = run("demo", "--scheme", small, "--out", folder)
        assert (refused.code, refused.out) == (3, "")
        assert f"“{database}”不是演示用的数据库，没有动它。" in refused.err
        assert [path.name for path in Path(folder).iterdir()] == [name]
        assert database.read_bytes() == before


def test_a_database_that_is_in_use_is_left_alone(run: Program, small: Path, tmp_path: Path) -> None:
    """A new file under the feet of another program would be spoilt by what that one has still to write."""
    out = tmp_path / "out"
    assert run("demo", "--scheme", small, "--out", out).code == 0
    before = (out / "演示.db").read_bytes()
    with contextlib.closing(sqlite3.connect(out / "演示.db")) as other:
        other.execute("SELECT * FROM cycle").fetchall()
        refused = run("demo", "--scheme", small, "--out", out)
    assert refused.code == 3
    assert "正被其他程序使用" in refused.err
    assert (out / "演示.db").read_bytes() == before
