"""Single leaders' marks: whatever the program says or writes, only their keepers find one in it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from assess.cli.main import main
from tests.cli.conftest import HERE, Program
from tests.cli.planted import CORRECTED, NAMED, NAMELESS, OTHER, PLANTED, TYPED, found_in, plant, text_of
from tests.cli.test_help import ALL

KEEPER = "王五"
MARK = ["文学院", "领导评价", "校领导"]

#: What stands for a word that a command asks for; for any other one, a unit.
UNIT = "文学院"
WORDS = {
    "item": "领导评价",
    "indicator": "领导评价",
    "name": "新名称",
    "into": "理学院",
    "since": "2025-06-01",
    "directory": "out",
    "scheme": "small",
    "file": "small/other.yaml",
    "path": "out.xlsx",
}
#: How commands are called that say more than what their words alone bring about.
BESIDES: dict[str, list[list[str]]] = {
    "cycle import": [["small/other.yaml", "--overwrite"]],
    "cycle keepers": [["--add", "过客", "--reason", "想看"], ["--remove", KEEPER, "--reason", "想看"]],
    "cycle export": [["--out", "out.yaml"]],
    "entry set": [
        [*MARK, TYPED, "--assessor", KEEPER],
        [*MARK, TYPED, "--assessor", KEEPER, "--expect", "1"],
        [*MARK, TYPED],
        [*MARK, TYPED, "--replace"],
        [*MARK, "830", "--assessor", KEEPER],
    ],
    "entry add": [[*MARK, TYPED]],
    "entry clear": [["文学院", "领导评价", "--all"], [*MARK, "--assessor", KEEPER]],
    "entry show": [["本年度"]],
    "entry history": [["--most", "500"]],
    "entry confirm": [["--all"], ["1", "--reason", "核对过"]],
    "entry move": [[*MARK, "--record", "1", "--to", "理学院"]],
    "cycle status": [["--list"]],
    "workbook import": [["out"]],
    "unit remove": [["文学院", "--force"]],
    "score": [["--format", "json", "--trace"], ["small", "small/sample/year.yaml", "--format", "json", "--trace"]],
    "explain": [["文学院"], ["small", "small/sample/year.yaml", "文学院", "领导评价"]],
    "readings": [["small", "small/sample/year.yaml"]],
    "report sheets": [["small", "small/sample/year.yaml", "--out", "out"]],
}
#: What concerns no year, or makes one of its own.
ELSEWHERE = ("scheme", "demo", "init", "cycle open", "restore", "report targets")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office's folder: a year with planted marks, one of which was corrected, and a keeper."""
    made = tmp_path_factory.mktemp("office")
    plant(shutil.copytree(HERE / "data" / "small", made / "small"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(made)
        patch.setenv("ASSESS_USER", "张三")
        for arguments in (
            ["init"],
            ["cycle", "open", "--scheme", "small"],
            ["cycle", "import", "small/sample/year.yaml"],
            ["entry", "set", *MARK, NAMED[KEEPER], "--assessor", KEEPER, "--reason", "看错了"],
            ["cycle", "keepers", "--add", KEEPER, "--reason", "目标办分工"],
        ):
            assert main(arguments) == 0
    return made


@pytest.fixture
def office(run: Program, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Program:
    """The program in a copy of it; whoever looks and types is no keeper."""
    here = shutil.copytree(folder, tmp_path / "office")
    monkeypatch.chdir(here)
    monkeypatch.setenv("ASSESS_USER", "过客")
    return run


def calls(name: str, command: click.Command) -> Iterator[list[str]]:
    """How a command is called: with every word that it needs, in each of its forms; then in the ways of `BESIDES`."""
    words: list[str] = []
    forms: list[list[str]] = [[]]
    for one in command.params:
        if isinstance(one, click.Argument):
            # A year's command has words of its own, which need not be files.
            wanted = one.required or one.name in ("unit", "item", "indicator")
            words += [WORDS.get(one.name or "", UNIT)] if wanted else []
        elif one.required:
            words += [one.opts[0], WORDS.get(one.name or "", UNIT)]
        elif isinstance(one.type, click.Choice):
            forms = [[one.opts[0], form] for form in one.type.choices]
    yield from ([*words, *form] for form in forms)
    yield from BESIDES.get(name, [])


CALLED = [
    pytest.param([*path, *call], id=" ".join([*path, *call]))
    for path, _, command in ALL
    if not hasattr(command, "lazy") and not " ".join(path).startswith(ELSEWHERE)
    for call in calls(" ".join(path), command)
]


def leaks(folder: Path, before: frozenset[Path]) -> dict[str, list[str]]:
    """The planted marks in every file that was not there before; a database and its copies hold them, and show none."""
    new = (path for path in folder.rglob("*") if path.is_file() and path not in before and ".db" not in path.name)
    return {path.name: marks for path in new if (marks := found_in(text_of(path)))}


@pytest.mark.parametrize("arguments", CALLED)
def test_nobody_but_a_keeper_finds_a_single_mark(office: Program, arguments: list[str]) -> None:
    """In nothing that any command prints or writes, whether it does what is asked or refuses it."""
    before = frozenset(Path().rglob("*"))
    answer = office(*arguments)
    assert answer.out + answer.err
    assert found_in(answer.out + answer.err) == []
    assert leaks(Path(), before) == {}


@pytest.mark.parametrize("kind", ["history", "show", "export", "trace"])
def test_a_keeper_finds_what_he_keeps(office: Program, kind: str) -> None:
    """Where a single mark belongs: among the changes, the values, in the exported file, in the trace."""
    shown = {
        "history": (["entry", "history", "--most", "500"], (CORRECTED, *NAMED.values(), *NAMELESS)),
        "show": (["entry", "show", "文学院"], tuple(NAMED.values())),
        "export": (["cycle", "export"], (*NAMED.values(), *NAMELESS)),
        "trace": (["score", "--format", "json", "--trace"], (*NAMED.values(), *NAMELESS)),
    }
    arguments, wanted = shown[kind]
    answer = office(*arguments, "--by", KEEPER)
    assert answer.code == 0
    assert set(found_in(answer.out)) == set(wanted)


def test_what_a_keeper_types_is_said_back(office: Program) -> None:
    """Old and new of his own change, and what stands there where somebody else was faster."""
    refused = office("entry", "set", *MARK, TYPED, "--assessor", KEEPER, "--expect", OTHER, "--by", KEEPER)
    assert f"看到的是“{OTHER}”，现在是“{NAMED[KEEPER]}”" in refused.err
    done = office("entry", "set", *MARK, TYPED, "--assessor", KEEPER, "--by", KEEPER)
    assert f"{NAMED[KEEPER]} → {TYPED}" in done.out
    assert "（保密） → （保密）" in office("entry", "set", *MARK, OTHER, "--assessor", KEEPER).out


def test_an_export_without_marks_says_so(office: Program) -> None:
    """On the screen, and in the file itself; a keeper's is whole and gives the same hash."""
    answer = office("cycle", "export", "--out", "without.yaml")
    assert "单个评分保密，有15个值没有导出" in answer.err
    assert "有15个值因单个评分保密没有写出" in Path("without.yaml").read_text(encoding="utf-8")
    whole = office("cycle", "export", "--out", "whole.yaml", "--by", KEEPER)
    assert (whole.code, whole.err) == (0, "")
    hashes = [
        json.loads(office(*words, "--format", "json").out)["evidence"]["sha256"]
        for words in (["score"], ["score", "small", "whole.yaml"], ["score", "small", "without.yaml"])
    ]
    assert hashes[0] == hashes[1] != hashes[2]


def test_every_reader_can_follow_the_computation(office: Program) -> None:
    """How many marks, how many were dropped, and the mean of the others."""
    said = office("explain", "文学院", "领导评价").out
    assert "校领导：4人评价，去掉1个最高分和1个最低分，其余2人平均77.45分；77.45 ÷ 100 × 10 = 7.75分" in said
    (arts,) = (
        unit
        for listed in json.loads(office("score", "--format", "json", "--trace").out)["lists"]
        for unit in listed["units"]
        if unit["id"] == "arts"
    )
    assert arts["parts"]["leadership"]["groups"]["heads"] == {
        "status": "counted",
        "count": 4,
        "counted": 2,
        "mean": "77.45",
        "full": "10",
        "points": "7.75",
    }


def test_only_keepers_decide_who_is_one(office: Program) -> None:
    """Whoever is none, or would leave nobody, is refused; a new one sees, and the changes tell of it."""
    assert (
        "只有现在的保管人能指定或撤销保管人，过客不是"
        in office("cycle", "keepers", "--add", "过客", "--reason", "x").err
    )
    last = office("cycle", "keepers", "--remove", KEEPER, "--reason", "退休", "--by", KEEPER)
    assert (last.code, "至少要留一位保管人" in last.err) == (1, True)
    wrong = office("cycle", "keepers", "--remove", "王六", "--reason", "x", "--by", KEEPER)
    assert (wrong.code, "“王六”不是保管人" in wrong.err) == (2, True)
    changed = office("cycle", "keepers", "--add", "孙八", "--remove", KEEPER, "--reason", "退休", "--by", KEEPER)
    assert changed.out.startswith("评分保管人：孙八。")
    assert found_in(office("cycle", "export", "--by", KEEPER).out) == []
    assert NAMED[KEEPER] in office("cycle", "export", "--by", "孙八").out
    assert "评分保管人：王五 → 清除" in office("entry", "history", "--most", "3").out


@pytest.mark.parametrize("missing", ["--by", "--reason"])
def test_naming_a_keeper_needs_a_name_and_a_reason(
    office: Program, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    """Nothing is written anonymously or without a reason: wrong usage."""
    monkeypatch.delenv("ASSESS_USER")
    said = {"--by": "张三", "--reason": "分工"}
    options = [word for name, value in said.items() if name != missing for word in (name, value)]
    answer = office("cycle", "keepers", "--add", "张三", *options)
    assert (answer.code, missing in answer.err) == (2, True)


def test_with_giver_everybody_sees_his_own_marks_alone(
    run: Program, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even a keeper sees another's; marks without a name nobody sees."""
    plant(small, keepers="giver")
    monkeypatch.setenv("ASSESS_USER", "张三")
    run("init")
    run("cycle", "open", "--scheme", small)
    run("cycle", "import", small / "sample" / "year.yaml")
    run("cycle", "keepers", "--add", "张三", "--reason", "分工")
    assert "没有由保管人看的单个评分" in run("cycle", "keepers").out
    for words in (["entry", "history", "--most", "500"], ["cycle", "export"], ["score", "--format", "json", "--trace"]):
        assert found_in(run(*words).out) == []
        assert found_in(run(*words, "--by", "李四").out) == [NAMED["李四"]]


def test_what_is_planted_stands_nowhere_else() -> None:
    """A mark is found by its value: no two are alike."""
    assert len(set(PLANTED)) == len(PLANTED)
