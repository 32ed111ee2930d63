"""Places, problems and hints: how every mistake is told."""

import pytest

from assess.ground.place import Place, Problem, ProblemsError, Severity, did_you_mean, listed, place_order


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("year.yaml", 12, 5), "year.yaml:12:5"),
        (Place("year.yaml"), "year.yaml"),
        (Place("book.xlsx", sheet="表", cell="B12"), "book.xlsx 表!B12"),
        (Place("file.docx", 3, 2, sheet="表1"), "file.docx 表1 第3行第2列"),
        (Place("file.docx", sheet="第5段"), "file.docx 第5段"),
    ],
)
def test_a_place_is_written_so_that_it_can_be_found(place: Place, text: str) -> None:
    """A file has line and column, a workbook sheet and cell, a document table, row and column, or a paragraph."""
    assert str(place) == text


def test_a_problem_says_where_how_bad_what_and_what_to_do() -> None:
    """The one formatter: place, severity, sentence, and the hint on a line of its own."""
    problem = Problem(Place("year.yaml", 3, 1), "mark", "B1是2分", "改成0至1分")
    assert str(problem) == "year.yaml:3:1: 错误：B1是2分\n    → 改成0至1分"
    assert str(Problem(None, "missing", "缺票", severity=Severity.MISSING)) == "缺项：缺票"
    assert str(Problem(None, "note", "再看看", severity=Severity.WARNING)) == "提醒：再看看"


def test_all_problems_travel_together() -> None:
    """One exception carries everything that was found, a line each."""
    error = ProblemsError(iter([Problem(None, "a", "甲"), Problem(None, "b", "乙")]))
    assert [problem.code for problem in error.problems] == ["a", "b"]
    assert str(error) == "错误：甲\n错误：乙"


def test_a_misspelt_word_is_answered_with_the_nearest() -> None:
    """The nearest allowed words are named even among many."""
    many = [f"K{number}.{part}" for number in range(1, 9) for part in (1, 2)]
    assert did_you_mean("student", ["students", "teachers"]) == "是否想写：students？"
    assert did_you_mean("K3.11", many).startswith("是否想写：K3.1、")


def test_without_a_near_word_a_short_list_is_shown() -> None:
    """Up to twelve allowed words are listed; of more, or of none, nothing is said."""
    assert did_you_mean("甲", ["x", "y"]) == "可用的有：x、y"
    assert did_you_mean("甲", [f"{number}" for number in range(12)]).endswith("、11")
    assert did_you_mean("甲", [f"{number}" for number in range(13)]) == ""
    assert did_you_mean("甲", []) == ""


def test_words_with_a_comma_of_lists_in_them_are_told_apart() -> None:
    """In quotes, all of them; others stand as they are."""
    assert did_you_mean("x", ["教学、科研", "党建"]) == "可用的有：“教学、科研”、“党建”"
    assert did_you_mean("教学科研", ["教学、科研", "党建"]) == "是否想写：“教学、科研”？"


def test_problems_are_read_in_the_order_of_the_files() -> None:
    """By file, line (as a number) and column; what has no place comes first."""
    problems = [
        Problem(Place("b.yaml", 1, 1), "e", "戊"),
        Problem(Place("a.yaml", 10, 1), "d", "丁"),
        Problem(Place("a.yaml", 2, 9), "c", "丙"),
        Problem(Place("a.yaml", 2, 3), "b", "乙"),
        Problem(None, "a", "甲"),
    ]
    assert [problem.code for problem in sorted(problems, key=place_order)] == ["a", "b", "c", "d", "e"]


def test_a_short_word_is_not_mistaken_for_another() -> None:
    """Two letters of three must fit."""
    assert did_you_mean("min", ["line", "unit"]) == "可用的有：line、unit"
    assert did_you_mean("mx", ["max"]) == "是否想写：max？"


def test_nobody_looks_for_a_near_word_without_end() -> None:
    """Among thousands of words, or for a word of hundreds of letters, nothing is suggested."""
    assert did_you_mean("K9", [f"K{number}" for number in range(1001)]) == ""
    assert did_you_mean("K" * 101, ["K" * 100]).startswith("可用的有：K")


def test_of_very_many_problems_the_first_are_listed() -> None:
    """Each once, in order; a last one says that there are more, even when none has a place."""
    problems = [Problem(Place("a.yaml", number), "a", "甲") for number in (2, 1, 2)]
    assert listed(problems) == (problems[1], problems[0])
    many = listed(Problem(None, "a", f"{number:03}") for number in range(501))
    assert len(many) == 501
    assert many[499].text == "499"
    assert str(many[500]) == "提醒：错误太多，只列出500处，其余没有列出，请先改正以上各处"


def test_a_place_for_whoever_knows_the_file() -> None:
    """The line alone; a cell or a value in a database has none."""
    assert Place("year.yaml", 12, 3).in_file == "第12行"
    assert Place("book.xlsx", sheet="表", cell="B12").in_file == "book.xlsx 表!B12"
    assert Place("数据库", title="二级学院甲 单位名称").in_file == "数据库 二级学院甲 单位名称"
