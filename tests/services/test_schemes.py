"""Finding, opening and summarising schemes, and scoring a file."""

from pathlib import Path

import pytest

from assess.engine.assessment import assess
from assess.engine.outcome import Outcome
from assess.ground.place import Place, Problem, ProblemsError
from assess.services import scoring
from assess.services.schemes import find, open_scheme, shipped, summary
from assess.services.scoring import score
from assess.services.source import FileSource
from tests.scheme.small import EVIDENCE, READINGS, SCHEME


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small scheme as a folder."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "scheme.yaml").write_text(SCHEME + READINGS, encoding="utf-8")
    (folder / "year.yaml").write_text(EVIDENCE, encoding="utf-8")
    return folder


def test_a_scheme_is_an_id_or_a_folder(root: Path) -> None:
    """A shipped scheme is found by its id, any other by its folder."""
    assert find("lianyungang-2018") in shipped()
    assert find(str(root)) == root


def test_a_shipped_id_wins_over_a_folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of the same name in the working directory does not hide a shipped scheme."""
    root.rename(root.with_name("lianyungang-2018"))
    monkeypatch.chdir(root.parent)
    assert find("lianyungang-2018") in shipped()


@pytest.mark.parametrize("name", ["lianyungang-2108", "没有"])
def test_no_such_scheme(name: str) -> None:
    """What is neither an id nor a scheme's folder is refused, with the ids that there are."""
    with pytest.raises(ProblemsError) as raised:
        find(name)
    text, hint = str(raised.value).split("\n")
    assert text == f"错误：没有“{name}”这个方案：既不是自带方案的编号，也不是含有scheme.yaml的文件夹"
    assert "lianyungang-2018" in hint


def test_a_folder_without_a_scheme(tmp_path: Path) -> None:
    """A folder is a scheme's only with a scheme.yaml in it."""
    with pytest.raises(ProblemsError, match="这个方案"):
        find(str(tmp_path))


def test_opening_with_readings(root: Path) -> None:
    """A scheme is opened with the readings that are wanted; what is wrong with it comes with file and place."""
    assert open_scheme(str(root), {"U1": "scale"}).readings["U1"].chosen == "scale"
    (root / "scheme.yaml").write_text(SCHEME.replace("党建", ""), encoding="utf-8")
    with pytest.raises(ProblemsError) as raised:
        open_scheme(str(root))
    assert [str(problem) for problem in raised.value.problems] == [
        "small/scheme.yaml:33:5: 错误：“label”应为文字",
    ]


def test_a_summary(root: Path) -> None:
    """A summary counts the scored indicators over all lists and tables, tables and readings."""
    found = summary(str(root))
    assert (found.id, found.title, found.lists) == ("small", "小学院考核", ("院部", "部门"))
    assert (found.indicators, found.tables, found.readings, found.path) == (12, 2, 1, root)


def test_scoring(root: Path) -> None:
    """A file is scored with a scheme; what is not entered is reported and stops nothing."""
    outcome = score(FileSource(str(root), root / "year.yaml"), {"U1": "scale"})
    assert [unit.unit.name for one in outcome.lists for unit in one.units] == ["甲学院", "教务处"]
    assert outcome.scheme.readings["U1"].chosen == "scale"
    assert {problem.severity for problem in outcome.problems if not problem.is_reminder} == {"missing"}


def test_errors_that_only_computing_finds(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the engine, such as a division by zero, is raised as one of the file is."""
    found = Problem(Place("year.yaml", 1, 1), "undefined", "除数为0")

    def assessed(*arguments: object) -> Outcome:
        from dataclasses import replace

        outcome = assess(*arguments)  # type: ignore[arg-type]  # handed on as they came
        return replace(outcome, problems=(*outcome.problems, found))

    monkeypatch.setattr(scoring, "assess", assessed)
    with pytest.raises(ProblemsError) as raised:
        score(FileSource(str(root), root / "year.yaml"))
    assert raised.value.problems == (found,)
