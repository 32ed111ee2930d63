"""A scheme's folder as one tree: what may be included, and what is refused."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from assess.disk.refusals import OutsideError
from assess.files.scheme_folder import MAX_FILES, read_cases, read_folder
from assess.ground.place import ProblemsError


def folder(tmp_path: Path, files: Mapping[str, str]) -> Path:
    """A scheme's folder called `s` with these files."""
    root = tmp_path / "s"
    root.mkdir()
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def mistakes(root: Path) -> list[str]:
    """The messages about the folder, line by line."""
    with pytest.raises(ProblemsError) as raised:
        read_folder(root)
    return [line.strip() for problem in raised.value.problems for line in str(problem).split("\n")]


def test_lists_are_joined_and_everything_else_stands_once(tmp_path: Path) -> None:
    """Included files add to the whole: lists in the order of the includes, other keys once."""
    root = folder(
        tmp_path,
        {
            "scheme.yaml": "include: [a.yaml, 'more/*.yaml']\nid: s\ntargets: [零]\n",
            "a.yaml": "targets: [一]\nparts: {}\n",
            "more/c.yaml": "targets: [三]\n",
            "more/b.yaml": "targets: [二]\nsteps: [甲]\n",
        },
    )
    whole = read_folder(root)
    assert whole == {"id": "s", "targets": ["零", "一", "二", "三"], "parts": {}, "steps": ["甲"]}
    assert [str(whole.key_place(key)) for key in ("parts", "steps")] == ["s/a.yaml:2:1", "s/more/b.yaml:2:1"]
    assert str(whole.place) == "s/scheme.yaml:1:1"


def test_an_included_file_may_include(tmp_path: Path) -> None:
    """Includes are named from the scheme's folder on, wherever they stand; one file need not be a list."""
    root = folder(
        tmp_path,
        {"scheme.yaml": "include: more/a.yaml\n", "more/a.yaml": "include: [b.yaml]\nid: s\n", "b.yaml": "title: 题\n"},
    )
    assert read_folder(root) == {"id": "s", "title": "题"}


CHECK = "→ 请检查include里的文件名"


@pytest.mark.parametrize(
    ("files", "messages"),
    [
        (
            {"scheme.yaml": "id: s\ninclude: [bse.yaml]\n"},
            ["s/scheme.yaml:2:11: 错误：找不到要包含的文件“bse.yaml”", CHECK],
        ),
        (
            {"scheme.yaml": "include: ['none/*.yaml']\n"},
            ["s/scheme.yaml:1:11: 错误：找不到要包含的文件“none/*.yaml”", CHECK],
        ),
        (
            {"scheme.yaml": "include: [a.yaml]\n", "a.yaml": "include: [scheme.yaml]\n"},
            ["s/a.yaml:1:11: 错误：“scheme.yaml”会把正在读的文件再包含一次，成了循环", CHECK],
        ),
        (
            {"scheme.yaml": "include: ['*.yaml']\n"},
            ["s/scheme.yaml:1:11: 错误：“*.yaml”会把正在读的文件再包含一次，成了循环", CHECK],
        ),
        (
            {"scheme.yaml": "include: [a.yaml, a.yaml]\n", "a.yaml": "id: s\n"},
            ["s/scheme.yaml:1:19: 错误：“a.yaml”里的文件被包含了两次", CHECK],
        ),
        (
            {"scheme.yaml": "include: [../b.yaml, /etc/passwd, 'a\\b.yaml']\n"},
            [
                "s/scheme.yaml:1:11: 错误：不能包含方案文件夹以外的文件“../b.yaml”",
                CHECK,
                "s/scheme.yaml:1:22: 错误：不能包含方案文件夹以外的文件“/etc/passwd”",
                CHECK,
                "s/scheme.yaml:1:35: 错误：不能包含方案文件夹以外的文件“a\\b.yaml”",
                CHECK,
            ],
        ),
        (
            {"scheme.yaml": "include: ['', '.', 'a**b', \"a\\0\"]\n"},
            [
                "s/scheme.yaml:1:11: 错误：“”不是可用的文件名",
                CHECK,
                "s/scheme.yaml:1:15: 错误：“.”不是可用的文件名",
                CHECK,
                "s/scheme.yaml:1:20: 错误：“a**b”不是可用的文件名",
                CHECK,
                "s/scheme.yaml:1:28: 错误：“a\0”不是可用的文件名",
                CHECK,
            ],
        ),
        (
            {"scheme.yaml": "include: [[a.yaml], ~]\n"},
            [
                "s/scheme.yaml:1:10: 错误：include应为文件名的列表",
                "→ 例如 include: [base.yaml]",
                "s/scheme.yaml:1:10: 错误：include应为文件名的列表",
                "→ 例如 include: [base.yaml]",
            ],
        ),
        (
            {"scheme.yaml": "include: {a: b}\n"},
            ["s/scheme.yaml:1:10: 错误：include应为文件名的列表", "→ 例如 include: [base.yaml]"],
        ),
        (
            {"scheme.yaml": "include: [a.yaml]\nid: s\nparts: {}\ntargets: []\n", "a.yaml": "id: s\ntargets: 无\n"},
            [
                "s/a.yaml:1:1: 错误：“id”已经在s/scheme.yaml第2行写过",
                "→ 只有列表可以分写在几个文件里",
                "s/a.yaml:2:1: 错误：“targets”已经在s/scheme.yaml第4行写过",
                "→ 只有列表可以分写在几个文件里",
            ],
        ),
        (
            {
                "scheme.yaml": "include: [a.yaml, b.yaml, c.yaml]\n",
                "a.yaml": "a: [\n",
                "b.yaml": "",
                "c.yaml": "c: &x 1\n",
            },
            [
                "s/a.yaml:2:1: 错误：写法有误：这里缺少内容",
                "→ 请对照这一行和前后几行，检查缩进、冒号、引号和括号",
                "s/b.yaml: 错误：文件是空的",
                "→ 请确认选对了文件",
                "s/c.yaml:1:4: 错误：不支持锚点和引用（& 和 *），请把内容直接写出来",
            ],
        ),
    ],
)
def test_what_is_refused(tmp_path: Path, files: dict[str, str], messages: list[str]) -> None:
    """Everything wrong in all files comes in one run, each with its file and place."""
    assert mistakes(folder(tmp_path, files)) == messages


@pytest.mark.parametrize("name", ["b.yaml", "inner"])
def test_a_link_out_of_the_folder(tmp_path: Path, name: str) -> None:
    """A link that leads out of the scheme's folder is refused, to a file as to a folder."""
    root = folder(tmp_path, {"scheme.yaml": "include: [b.yaml, inner/c.yaml]\n", "b.yaml": "id: s\n"})
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "c.yaml").write_text("id: x\n", encoding="utf-8")
    if name == "inner":
        (root / "inner").symlink_to(outside)
        place = "s/scheme.yaml:1:19: 错误：不能包含方案文件夹以外的文件“inner/c.yaml”"
    else:
        (root / "b.yaml").unlink()
        (root / "b.yaml").symlink_to(outside / "c.yaml")
        (root / "inner").mkdir()
        (root / "inner" / "c.yaml").write_text("title: 题\n", encoding="utf-8")
        place = "s/scheme.yaml:1:11: 错误：不能包含方案文件夹以外的文件“b.yaml”"
    assert mistakes(root) == [place, CHECK]


def test_too_many_files(tmp_path: Path) -> None:
    """A scheme may include only so many files."""
    files = {f"t/{number}.yaml": f"steps: [{number}]\n" for number in range(MAX_FILES)}
    root = folder(tmp_path, {"scheme.yaml": "include: ['t/*.yaml']\n", **files})
    assert mistakes(root) == ["s/scheme.yaml:1:11: 错误：包含的文件太多（最多200个）", CHECK]


def test_a_scheme_that_was_half_written(tmp_path: Path) -> None:
    """When a writer was killed between two files of a scheme, its reader puts the old ones back before it reads."""
    root = folder(
        tmp_path,
        {
            "scheme.yaml": "id: new\ninclude: a.yaml\n",
            "a.yaml": "title: old\n",
            ".assess-00000000/new/a.yaml": "title: new\n",
            ".assess-00000000/old/a.yaml": "title: old\n",
            ".assess-00000000/old/scheme.yaml": "id: old\ninclude: a.yaml\n",
            ".assess-00000000/journal": '[["scheme.yaml", true], ["a.yaml", true]]',
        },
    )
    assert read_folder(root) == {"id": "old", "title": "old"}
    assert sorted(path.name for path in root.iterdir()) == ["a.yaml", "scheme.yaml"]


def test_files_that_wait_to_be_written_are_no_part_of_a_scheme(tmp_path: Path) -> None:
    """A pattern that takes in all folders does not take in what a writer has made so far."""
    root = folder(
        tmp_path,
        {
            "scheme.yaml": "id: s\ninclude: '**/t.yaml'\n",
            "more/t.yaml": "title: 题\n",
            ".assess-00000000/new/more/t.yaml": "title: 新题\n",
        },
    )
    assert read_folder(root) == {"id": "s", "title": "题"}


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A missing folder, or one without scheme.yaml, is one sentence."""
    with pytest.raises(OutsideError, match=f"^找不到方案文件夹“{tmp_path / 's'}”。$"):
        read_folder(tmp_path / "s")
    with pytest.raises(OutsideError, match=r"^找不到文件“"):
        read_folder(tmp_path)


def test_cases_are_read_by_name(tmp_path: Path) -> None:
    """The files of worked cases come sorted by name; a scheme may have none."""
    root = folder(tmp_path, {"cases/b.yaml": "cases: [二]\n", "cases/a.yaml": "cases: [一]\n"})
    assert read_cases(root) == [("s/cases/a.yaml", {"cases": ["一"]}), ("s/cases/b.yaml", {"cases": ["二"]})]
    assert read_cases(tmp_path) == []


def test_all_cases_that_cannot_be_read(tmp_path: Path) -> None:
    """Files of cases that cannot be read are told together."""
    root = folder(tmp_path, {"cases/b.yaml": "- 1\n", "cases/a.yaml": "", "cases/c.yaml": "cases: []\n"})
    with pytest.raises(ProblemsError) as raised:
        read_cases(root)
    assert [str(problem.place) for problem in raised.value.problems] == ["s/cases/a.yaml", "s/cases/b.yaml:1:1"]
