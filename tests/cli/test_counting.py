"""A vote of 100 papers that was counted twice, with one mistake of every kind in it: all are named, and no points."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests import votes
from tests.cli.conftest import Program

#: Every sentence about the vote below, with its hint.
SAID = (
    "错误：“干部场第1捆”（中层干部）甲学院的优秀：初点{0}张，复点{1}张，差1张",
    "错误：“干部场第1捆”（中层干部）甲学院的合格：初点{2}张，复点{3}张，差1张",
    "错误：“干部场第2捆”（中层干部）乙学院的初点各项合计19张，这一捆有20张，少1张",
    "错误：“干部场第2捆”（中层干部）乙学院的复点各项合计19张，这一捆有20张，少1张",
    "缺项：“干部场第3捆”（中层干部）丙学院缺复点",
    "错误：丁学院中层干部的民主测评的优秀填{4}张，各捆合计{5}张，差1张",
    "错误：甲学院教师代表的民主测评各项合计78张，应为77张（收回80张减去整票无效3张），多1张",
    "错误：乙学院教师代表的民主测评各项合计80张，应为77张（收回80张减去整票无效3张），多3张",
    "→ 正好多出整票无效的3张：整票无效的不计入各单位的一行",
    "错误：民主测评场次“学生场”收回31张，多于发出的30张，多1张",
    "错误：民主测评场次“学生场”实到33人，多于应到的32人，多1人",
    "缺项：民主测评场次“学生场”各捆共30张，应为31张（收回31张减去整票无效0张），少1张",
    "错误：民主测评场次“服务场”发出40张，收回20张，没有达到收回不少于发出的2/3（第8条）",
)


def _vote() -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Ballots by unit and group, rounds, bundles: without a mistake."""
    random = Random(100)  # noqa: S311 a test's own chance
    staff, teachers, students, partners = (votes.papers(random, number) for number in (99, 77, 31, 20))
    bundles = {**votes.bundles("干部场", staff, 20), **votes.bundles("学生场", students, 16)}
    rows: dict[str, Any] = {unit: {} for unit in votes.UNITS}
    for group, some in (("teachers", teachers), ("partners", partners)):
        for unit, row in votes.counted(some).items():
            rows[unit][group] = row
    rounds = {
        "干部场": {"group": "staff", "due": 110, "present": 104, "issued": 104, "returned": 100, "spoilt": 1},
        "教师场": {"group": "teachers", "issued": 90, "returned": 80, "spoilt": 3},
        "学生场": {"group": "students", "issued": 32, "returned": 31, "spoilt": 0},
        "服务场": {"group": "partners", "issued": 30, "returned": 20, "spoilt": 0},
    }
    return rows, rounds, bundles


def _files(folder: Path, rows: dict[str, Any], rounds: dict[str, Any], bundles: dict[str, Any]) -> tuple[Path, Path]:
    scheme, year = folder / "voted", folder / "year.yaml"
    scheme.mkdir(exist_ok=True)
    (scheme / "scheme.yaml").write_text(votes.SCHEME, encoding="utf-8")
    year.write_text(votes.year(rows, rounds=rounds, bundles=bundles), encoding="utf-8")
    return scheme, year


def test_a_vote_without_a_mistake_is_scored(run: Program, tmp_path: Path) -> None:
    """Nothing is said, and every unit has a total."""
    answer = run("score", *_files(tmp_path, *_vote()))
    assert (answer.code, answer.err) == (0, "")
    assert "未完成" not in answer.out


def test_every_mistake_is_named_before_points_appear(run: Program, tmp_path: Path) -> None:
    """A level miscounted once, a paper lost in a bundle, a row lost, sums off by one, void papers counted.

    Also more papers back than out, more people than on the list, a bundle too small, and too few papers back.
    """
    rows, rounds, bundles = _vote()
    first, second = (bundles["干部场第1捆"][count]["a"] for count in ("first_count", "second_count"))
    second["优秀"] -= 1
    second["合格"] += 1
    for count in ("first_count", "second_count"):
        bundles["干部场第2捆"][count]["b"]["无效"] -= 1
    del bundles["干部场第3捆"]["second_count"]["c"]
    staff = [bundles[name]["first_count"]["d"] for name in bundles if name.startswith("干部场")]
    whole = {kind: sum(row[kind] for row in staff) for kind in votes.KINDS}
    rows["d"]["staff"] = {**whole, "优秀": whole["优秀"] + 1}
    rows["a"]["teachers"]["合格"] += 1
    rows["b"]["teachers"]["优秀"] += 3
    rounds["学生场"] |= {"due": 32, "present": 33, "issued": 30}
    bundles["学生场第2捆"]["papers"] -= 1
    for row in (*bundles["学生场第2捆"]["first_count"].values(), *bundles["学生场第2捆"]["second_count"].values()):
        row[next(kind for kind in votes.KINDS if row[kind])] -= 1
    rounds["服务场"]["issued"] = 40

    answer = run("score", *_files(tmp_path, rows, rounds, bundles))
    assert (answer.code, answer.out) == (1, "")
    numbers = (first["优秀"], second["优秀"], first["合格"], second["合格"], whole["优秀"] + 1, whole["优秀"])
    for sentence in SAID:
        assert sentence.format(*numbers) in answer.err
    problems = [line for line in answer.err.splitlines() if "错误：" in line or "缺项：" in line]
    assert len(problems) == len([one for one in SAID if not one.startswith("→")])
    assert answer.err.splitlines()[-1] == "共10处错误，没有写出任何结果。"


def test_an_office_enters_a_vote_step_by_step(run: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not add up is kept and said at once, of round and units; while it stands nothing is scored."""
    monkeypatch.setenv("ASSESS_USER", "张三")
    scheme, _ = _files(tmp_path, *_vote())

    def said(*arguments: str) -> list[str]:
        answer = run(*arguments)
        assert (answer.code, answer.err) == (0, ""), arguments
        return [line for line in answer.out.splitlines() if not line.startswith("下一步")]

    said("init")
    said("cycle", "open", "--scheme", str(scheme), "--code", "2025")
    said("unit", "add", "甲学院", "--type", "二级学院")
    assert said(*_SET, "本年度", "测评场次", "--group", "干部场", "测评群体=中层干部", "发出=62", "收回=60") == [
        "本年度 测评场次",
        "  干部场 测评群体  未填 → 中层干部",
        "  干部场 发出      未填 → 62",
        "  干部场 收回      未填 → 60",
    ]
    assert "  整票无效  缺（≥0张，整数）" in said("entry", "show", "本年度")
    said(*_SET, "本年度", "测评场次", "--group", "干部场", "整票无效=1")
    assert said("entry", "show", "本年度")[0] == "本年度：要填的都填了"
    row = said(*_SET, "甲学院", "民主测评", "--group", "中层干部", "优秀=40", "合格=19")
    assert not [line for line in row if line.startswith("错误")]
    wrong = said(*_SET, "本年度", "测评场次", "--group", "干部场", "收回=63")
    assert "".join(line.strip() for line in wrong[2:]) == (
        "错误：数据库 本年度 测评场次 干部场 收回: "
        "民主测评场次“干部场”收回63张，多于发出的62张，多1张（请核对收回和发出）"
    )
    refused = run("score")
    assert (refused.code, refused.out) == (1, "")
    assert "收回63张，多于发出的62张" in refused.err
    assert said("entry", "clear", "本年度", "测评场次", "--group", "干部场", "--all")[1:] == [
        "  干部场 测评群体  中层干部 → 清除",
        "  干部场 发出      62 → 清除",
        "  干部场 收回      63 → 清除",
        "  干部场 整票无效  1 → 清除",
    ]
    assert "数据库 甲学院 民主测评 教师代表 收回数: 甲学院的民主测评：教师代表的测评票还没有填" in run("score").err


_SET = ("entry", "set")
