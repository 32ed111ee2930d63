"""Texts to plain trees: nothing is typed, everything knows its place, and what is wrong is said in one sentence."""

import json
from typing import Any

import pytest
import yaml

from assess.files import yaml_reader
from assess.files.syntax import syntax_problem
from assess.files.yaml_reader import MAX_DEPTH, MAX_NODES, MAX_PROBLEMS, MAX_TEXT, parse
from assess.ground.place import ProblemsError
from assess.ground.tree import Rows, Table, Tree


def plain(tree: Tree) -> Any:  # noqa: ANN401 whatever the tree holds
    """The tree without places."""
    if isinstance(tree, Table):
        return {str(key): plain(value) for key, value in tree.items()}
    if isinstance(tree, Rows):
        return [plain(value) for value in tree]
    return None if tree is None else str(tree)


def placed(tree: Tree) -> Any:  # noqa: ANN401 whatever the tree holds
    """The tree with `line:column` behind every key and text."""
    if isinstance(tree, Table):
        return {f"{key} {_at(key)}": placed(value) for key, value in tree.items()}
    if isinstance(tree, Rows):
        return [placed(value) for value in tree]
    return None if tree is None else f"{tree} {_at(tree)}"


def _at(text: Any) -> str:  # noqa: ANN401 anything with a place
    return f"{text.place.line}:{text.place.column}"


def mistakes(text: str) -> list[str]:
    """The messages about the file `t.yaml`, line by line."""
    with pytest.raises(ProblemsError) as raised:
        parse(text, "t.yaml")
    return [line.strip() for problem in raised.value.problems for line in str(problem).split("\n")]


LOOK = "→ 请对照这一行和前后几行，检查缩进、冒号、引号和括号"
SURE = "→ 请确认选对了文件"


@pytest.mark.parametrize(
    "written",
    [
        "12:30",
        "no",
        "yes",
        "010",
        "0.1",
        "1e3",
        "0x1F",
        "1_000",
        "2019-01-01",
        "Null",
        "NULL",
        "true",
        ".inf",
        "=",
        "!",
    ],
)
def test_a_text_stays_as_it_is_written(written: str) -> None:
    """YAML's own types are never applied: whoever asks for a value decides what it means."""
    assert plain(parse(f"a: '{written}'\n", "t.yaml")) == {"a": written}
    if written not in {"=", "!"}:
        assert plain(parse(f"a: {written}\n", "t.yaml")) == {"a": written}


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_nothing(written: str) -> None:
    """An empty value, ~ and null are nothing; in quotation marks they are texts."""
    assert plain(parse(f"a: {written}\n", "t.yaml")) == {"a": None}
    assert plain(parse(f"a: '{written}'\n", "t.yaml")) == {"a": written}


def test_places_count_characters() -> None:
    """Lines and columns count from 1, and a Chinese character is one column."""
    text = "甲: 一\n单位:\n- {名称: 二级学院, 分: 0.5}\n- 𠮷: 〇\n"
    assert placed(parse(text, "t.yaml")) == {
        "甲 1:1": "一 1:4",
        "单位 2:1": [{"名称 3:4": "二级学院 3:8", "分 3:14": "0.5 3:17"}, {"𠮷 4:3": "〇 4:6"}],
    }


def test_json_is_the_same_tree() -> None:
    """The same content as JSON, indented or not, is the same tree."""
    content = {"甲": [{"a": "1"}, None, ["2"]], "b": {"c": "x\ty\n“z”"}, "𠮷": "㛃𠮷"}
    for indent in (None, 2, "\t"):
        for ascii_only in (False, True):
            assert plain(parse(json.dumps(content, indent=indent, ensure_ascii=ascii_only), "t.json")) == content


def test_json_numbers_and_words_are_texts() -> None:
    """A number of JSON keeps its digits; true is a word, null is nothing."""
    text = '{\n\t"a":\t[1.50, true, null, -0],\n\t"路径": "C:\\\\ud842\\\\udfb7"\n}'
    tree = parse(text, "t.json")
    assert plain(tree) == {"a": ["1.50", "true", None, "-0"], "路径": "C:\\ud842\\udfb7"}
    assert placed(tree)["a 2:2"][0] == "1.50 2:8"


def test_a_bang_alone_is_no_tag() -> None:
    """YAML's `!` only says: this is a text."""
    assert plain(parse("a: ! 1\n", "t.yaml")) == {"a": "1"}


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            "a: 1\nb: {甲: 1, 甲: 2}\na: 3\n",
            [
                "t.yaml:2:11: 错误：“甲”重复了，第一次在第2行",
                "→ 同一处每个键只能写一次，请删去或改名",
                "t.yaml:3:1: 错误：“a”重复了，第一次在第1行",
                "→ 同一处每个键只能写一次，请删去或改名",
            ],
        ),
        ("a: &x 1\n", ["t.yaml:1:4: 错误：不支持锚点和引用（& 和 *），请把内容直接写出来"]),
        ("a: &x [1]\n", ["t.yaml:1:4: 错误：不支持锚点和引用（& 和 *），请把内容直接写出来"]),
        ("a: *x\n", ["t.yaml:1:4: 错误：不支持锚点和引用（& 和 *），请把内容直接写出来"]),
        (
            "a: !!python/name:os.system x\nb: !foo [1]\n",
            [
                "t.yaml:1:4: 错误：不支持标签“!!python/name:os.system”",
                "→ 去掉以“!”开头的标签；文字以“!”开头时请加英文引号",
                "t.yaml:2:4: 错误：不支持标签“!foo”",
                "→ 去掉以“!”开头的标签；文字以“!”开头时请加英文引号",
            ],
        ),
        ("a: {<<: {b: 1}}\n", ["t.yaml:1:5: 错误：不支持合并键“<<”", "→ 请把内容直接写出来"]),
        ("a: 1\n---\nb: 2\n", ["t.yaml:2:1: 错误：一个文件里只能有一份内容（去掉“---”分隔线）"]),
        ("- 1\n", ["t.yaml:1:1: 错误：文件最外层应为“键: 值”的形式", SURE]),
        ("只有文字\n", ["t.yaml:1:1: 错误：文件最外层应为“键: 值”的形式", SURE]),
        ("# 只有注释\n", ["t.yaml:1:1: 错误：文件里没有内容", SURE]),
        ("? [a, b]\n: 1\n", ["t.yaml:1:3: 错误：键必须是文字，不能是列表、表或空的"]),
        ("{~: 2}\n", ["t.yaml:1:2: 错误：键必须是文字，不能是列表、表或空的"]),
        (
            f"a: {'字' * (MAX_TEXT + 1)}\n",
            ["t.yaml:1:4: 错误：文字太长（最多20000个字）", "→ 请删减，或另存为附件"],
        ),
        ("a: b: c\n", ["t.yaml:1:5: 错误：写法有误：这里不能再有冒号；文字里含冒号时请加英文引号", LOOK]),
        ("a：1\nb: 2\n", ["t.yaml:1:2: 错误：写法有误：这里是中文冒号“：”，应写英文冒号“:”，后面加一个空格"]),
        ("a:\n\tb: 1\n", ["t.yaml:2:1: 错误：写法有误：缩进请用空格，不要用Tab键", LOOK]),
        ('a: "没有结束\nb: 1\n', ["t.yaml:1:4: 错误：写法有误：引号没有成对", LOOK]),
        ("a: {b: 1\nc: 2\n", ["t.yaml:2:2: 错误：写法有误：第1行开始的花括号里缺少逗号，或没有用“}”结束", LOOK]),
        ("a: [1 2\n", ["t.yaml:2:1: 错误：写法有误：第1行开始的方括号里缺少逗号，或没有用“]”结束", LOOK]),
        ("a:\n  b: 1\n c: 2\n", ["t.yaml:3:2: 错误：写法有误：缩进不一致，或少写了键", LOOK]),
        (
            "a: - 1\n",
            [
                "t.yaml:1:4: 错误：写法有误：这里不能写列表项“- ”；同一处或者全是“键: 值”，或者全是列表项",
                LOOK,
            ],
        ),
        (
            "a: 一\nb: 二\x07\n",
            [
                "t.yaml:2:5: 错误：写法有误：含有不能用的控制字符，这可能不是文本文件",
                "→ 请删去这个字符，或确认选对了文件",
            ],
        ),
        ("%a: 1\n", ["t.yaml:1:3: 错误：写法有误：行首的“%”不能用；文字以“%”开头时请加英文引号", LOOK]),
        ("a: |x\n  b\n", ["t.yaml:1:5: 错误：写法有误：“|”或“>”后面应换行再写内容", LOOK]),
        (
            'a: "D:\\校办"\n',
            [
                "t.yaml:1:7: 错误：写法有误：双引号里的“\\”后面不能是这个字符；改用单引号，或把“\\”写成“\\\\”",
                LOOK,
            ],
        ),
        ('{"a": 1}{"b": 2}\n', ["t.yaml:1:9: 错误：写法有误：内容结束后还有多余的文字", LOOK]),
        ('{"a": 1,, "b": 2}\n', ["t.yaml:1:9: 错误：写法有误：这里缺少内容", LOOK]),
        ("a: !<tag:x,2002:b c\n", ["t.yaml:1:18: 错误：写法有误：不支持标签；文字以“!”开头时请加英文引号", LOOK]),
        (
            "a: & 1\n",
            ["t.yaml:1:5: 错误：写法有误：不支持锚点和引用（& 和 *）；文字以“&”或“*”开头时请加英文引号", LOOK],
        ),
    ],
)
def test_what_cannot_be_read(text: str, messages: list[str]) -> None:
    """What is wrong with a text is told in one Chinese sentence, at the place."""
    assert mistakes(text) == messages


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[" * 50 + "]" * 50, "t.yaml:1:41"),
        ("a: " + "[" * 100_000, "t.yaml:1:43"),
        ("\n".join(" " * depth + "a:" for depth in range(60)), "t.yaml:41:41"),
        ("{a: " * 100_000, "t.yaml:1:161"),
    ],
)
def test_deep_nesting(text: str, place: str) -> None:
    """A file is read only to a stated depth, however deep it goes."""
    assert mistakes(text) == [f"{place}: 错误：嵌套太深（最多{MAX_DEPTH}层）"]


def test_too_many_values(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file may hold only so many values."""
    assert MAX_NODES == 400_000
    monkeypatch.setattr(yaml_reader, "MAX_NODES", 10)
    assert mistakes("a: [" + "1," * 20 + "]\n") == ["t.yaml:1:19: 错误：内容太多（最多10个值）"]


def test_not_all_of_very_many_problems() -> None:
    """Reading stops after so many problems that nobody would read more."""
    with pytest.raises(ProblemsError) as raised:
        parse("a: 1\n" * 1000, "t.yaml")
    assert len(raised.value.problems) == MAX_PROBLEMS


def test_problems_before_a_syntax_error_are_kept() -> None:
    """What was found before the text ends to be readable is told too."""
    assert mistakes("a: 1\na: 2\nb: [\n")[0::2] == [
        "t.yaml:2:1: 错误：“a”重复了，第一次在第1行",
        "t.yaml:4:1: 错误：写法有误：这里缺少内容",
    ]


def test_a_list_with_other_problems_is_told_once() -> None:
    """A file that is no table and has other problems is told the other problems."""
    assert mistakes("[{a: 1, a: 2}]")[0] == "t.yaml:1:9: 错误：“a”重复了，第一次在第1行"


def test_an_error_that_nobody_has_met() -> None:
    """A complaint of the parser without a translation does not leak its English."""
    problem = syntax_problem(yaml.YAMLError("something new"), "a: 1\n", "t.yaml")
    assert str(problem).startswith("t.yaml:1:1: 错误：写法有误：这里的内容认不出来\n")
