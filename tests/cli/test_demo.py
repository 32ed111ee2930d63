"""`assess demo`: lists on the screen, result and sheets in a folder."""

import json
from pathlib import Path

from tests.cli.conftest import Program


def test_demo(run: Program, small: Path, tmp_path: Path) -> None:
    """Both lists, result.json, a sheet a unit and a table a list; a second run changes only its own files."""
    out = tmp_path / "out"
    first = run("demo", "--scheme", small, "--out", out)
    assert (first.code, first.err) == (0, "")
    assert "理学院" in first.out
    assert "教务处" in first.out
    assert f"已写出7个文件（其中PDF 6个）到 {out}" in first.out
    names = sorted(path.name for path in out.iterdir())
    assert len(names) == 7
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
