"""One run finds every mistake: what is wrong in one place hides nothing in another."""

import pytest

from assess.files.yaml_reader import parse
from assess.ground.tree import Path, Table
from assess.scheme.declared import UnitType
from assess.scheme.reading.one_run import check, put
from tests.scheme.small import file_mistakes, scheme_mistakes


def test_all_mistakes_of_a_scheme() -> None:
    """Keys, values, names, expressions and repeated ids are told together, sorted by place."""
    text = """\
rounding: {digits: two}
targets:
- list: academic
  indicators:
  - {id: A1, labl: 党建, label: 党建, max: 2, rule: {judged: {}}}
  - {id: A2, label: 档案, max: 1, except: [colege], rule: {judged: {}}}
  - id: A3
    label: 人数
    max: 2
    inputs: {students: {label: 学生, unit: 人}}
    rule: {bands: {value: studnts, bands: [{above: 1, points: 1}]}}
  - {id: A2, label: 重复, max: 1, rule: {judged: {}}}
stated_totals: [{types: [college], node: A9, points: 10}]
"""
    assert scheme_mistakes(text) == [
        "t.yaml:1:20: 错误：“digits”应为整数，这里写的是“two”",
        "t.yaml:5:14: 错误：“A1”没有“labl”这个键",
        "→ 是否想写：label？",
        "t.yaml:6:42: 错误：没有“colege”这个单位类型",
        "→ 是否想写：college？",
        "t.yaml:11:27: 错误：分档计分规则用到的数据“studnts”没有在inputs中声明",
        "→ 是否想写：students？",
        "t.yaml:12:10: 错误：编号“A2”重复了，第一次在t.yaml第6行",
        "→ 每个指标的编号只能用一次",
        "t.yaml:13:42: 错误：没有“A9”这个指标或组成部分",
        "→ 是否想写：A3、A2、A1？",
    ]


#: An indicator after the mistake under test; it is found only when checking goes on.
LATER = "- list: academic\n  indicators: [{id: Z1, label: 后面, max: 1, except: [colege], rule: {judged: {}}}]\n"
FOUND = ["错误：没有“colege”这个单位类型", "→ 是否想写：college？"]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("id: X\n", ["t.yaml:1:5: 错误：“id”写成“X”不行：只能用小写英文字母、数字和“-”"]),
        ("period:\n", ["t.yaml:1:1: 错误：“period”应为“键: 值”的形式"]),
        (
            "selection: {labels: {excellent: 优秀}}\n",
            [
                "t.yaml:1:1: 错误：“selection”缺少“clause”",
                "→ 这一项必须写",
                "t.yaml:1:1: 错误：“selection”缺少“quota”",
                "→ 这一项必须写",
                "t.yaml:1:13: 错误：“labels”缺少“failed”",
                "→ 这一项必须写",
                "t.yaml:1:13: 错误：“labels”缺少“qualified”",
                "→ 这一项必须写",
            ],
        ),
        (
            "populations: {everyone: {label: 全校}}\n",
            ["t.yaml:1:15: 错误：“everyone”缺少“types”", "→ 这一项必须写"],
        ),
        ("parts: {votes: {label: 测评}}\n", ["t.yaml:1:9: 错误：“votes”缺少“full”", "→ 这一项必须写"]),
        (
            "readings: {U1: {clause: 一}}\n",
            [
                "t.yaml:1:12: 错误：“U1”缺少“choices”",
                "→ 这一项必须写",
                "t.yaml:1:12: 错误：“U1”缺少“default”",
                "→ 这一项必须写",
                "t.yaml:1:12: 错误：“U1”缺少“question”",
                "→ 这一项必须写",
            ],
        ),
        (
            "common: [{id: 1, label: 履职, max: 2, rule: {judged: {}}}]\n",
            [
                "t.yaml:1:15: 错误：“id”写成“1”不行：英文字母开头，只用英文字母、数字、“.”、“-”、“_”",
            ],
        ),
        ("common: [履职]\n", ["t.yaml:1:10: 错误：“common”第1项应为“键: 值”的形式"]),
    ],
)
def test_checking_goes_on_beside_a_mistake(text: str, messages: list[str]) -> None:
    """What nothing else rests on does not hide what is wrong behind it."""
    last = text.count("\n") + 3
    found = [f"t.yaml:{last}:53: {FOUND[0]}", FOUND[1]]
    assert scheme_mistakes(f"{text}targets:\n{LATER}") == [*messages, *found]


def test_a_group_with_a_mistake() -> None:
    """A group that is wrong hides what is below it, and nobody complains that what is below is not there."""
    text = """\
targets:
- list: academic
  indicators:
  - id: A1
    label: 党建
    max: 两分
    inpts: {}
    indicators:
    - {id: A1.1, label: 学习, max: 一分, rule: {judged: {}}}
    - {id: A1.2, label: 会议, max: 1, rule: {judged: {max: 一}}}
- table: dean
  use_common: true
  additions: {D2: 每学期抽查}
  indicators:
  - {id: D2, label: 排课, max: 1, indicators: [{id: D3, label: 课表, labl: 课, max: 1, rule: {judged: {}}}], lift: 1x}
overlaps: [{table: dean, ids: [D2, D3]}]
stated_totals: [{types: [college], node: A1.1, points: 10}]
"""
    assert scheme_mistakes(text) == [
        "t.yaml:6:10: 错误：“max”：“两分”不是可用的数字（只接受普通小数，小数点前后各不超过15位）",
        "t.yaml:7:5: 错误：“A1”没有“inpts”这个键",
        "→ 是否想写：inputs、indicators？",
        "t.yaml:9:34: 错误：“max”：“一分”不是可用的数字（只接受普通小数，小数点前后各不超过15位）",
        "t.yaml:10:58: 错误：“max”：“一”不是可用的数字（只接受普通小数，小数点前后各不超过15位）",
        "t.yaml:15:66: 错误：“D3”没有“labl”这个键",
        "→ 是否想写：label？",
        "t.yaml:15:111: 错误：“lift”应为true或false，这里写的是“1x”",
    ]


def test_a_mistake_in_a_child_does_not_hide_one_of_its_group() -> None:
    """A group is looked at again once its children have been."""
    text = """\
targets:
- list: academic
  indicators:
  - id: A1
    label: 党建
    except: [college]
    only: [college]
    max: 1
    indicators: [{id: A1.1, label: 学习, max: 一分, rule: {judged: {}}}]
"""
    assert scheme_mistakes(text) == [
        "t.yaml:4:5: 错误：“A1”：except（不参加的类型）和only（只适用的类型）只能写一个",
        "t.yaml:9:45: 错误：“max”：“一分”不是可用的数字（只接受普通小数，小数点前后各不超过15位）",
    ]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("lists: {}\n", ["t.yaml:1:1: 错误：“lists”至少要有1项"]),
        ("unit_types: {college: {label: 学院}}\n", ["t.yaml:1:14: 错误：“college”缺少“list”", "→ 这一项必须写"]),
        (
            "population: {}\n",
            ["t.yaml:1:1: 错误：没有“population”这个键", "→ 是否想写：populations、counting、selection？"],
        ),
        ("parts: {}\n", ["t.yaml:1:1: 错误：“parts”至少要有1项"]),
        (
            "attributes: {party: {label: 党组织}}\n",
            ["t.yaml:1:14: 错误：“party”缺少“choices”", "→ 这一项必须写"],
        ),
    ],
)
def test_checking_ends_where_too_much_rests_on_the_mistake(text: str, messages: list[str]) -> None:
    """Without lists, types or a key that others may name, what follows would only be noise."""
    assert scheme_mistakes(f"{text}targets:\n{LATER}") == messages


def test_parts_without_lists() -> None:
    """A part that is wrong is told beside lists that are wrong."""
    assert scheme_mistakes("parts: {votes: {label: 测评}}\npopulations: {a: {}}\nunit_types: 无\nlists: 无\n") == [
        "t.yaml:1:9: 错误：“votes”缺少“full”",
        "→ 这一项必须写",
        "t.yaml:2:15: 错误：“a”缺少“label”",
        "→ 这一项必须写",
        "t.yaml:2:15: 错误：“a”缺少“types”",
        "→ 这一项必须写",
        "t.yaml:3:13: 错误：“unit_types”应为“键: 值”的形式",
        "t.yaml:4:8: 错误：“lists”应为“键: 值”的形式",
    ]


def test_all_mistakes_of_an_evidence_file() -> None:
    """A wrong key of one unit hides neither its facts, nor another unit's, nor a decision."""
    text = """\
scheme: other
title: [年]
made_up: maybe
units:
- {id: a, name: 甲, type: colleg}
- {id: b, name: 乙, type: college, hed: 王, facts: {A1: 9}, order: 一, last_year: {rank: 1}}
- {id: b, type: college, facts: {A1: 8}}
- {id: d, name: 丁, type: [college], facts: {A1: 7}}
- {id: e, name: 戊, type: office, tabel: dean, facts: {D9: 7}}
- {id: f, name: 己, type: college, takes_part: {nos: 一}}
decisions:
- {unit: c, kind: bar, bar: acident, reason: 事故, by: , at: 九月}
- {unit: c, kinds: bar, reason: 事故, by: 组, at: 2019-09-20}
- {unit: c, kind: bar, bar: [accident], reason: 事故, by: 组, at: 2019-09-20}
- 不合格
assessors: {王五: [a]}
"""
    assert file_mistakes(text) == [
        "e.yaml:1:9: 错误：这份数据是给方案“other”的，现在用的方案是“small”",
        "→ 请换用对应的方案或数据文件",
        "e.yaml:2:8: 错误：“title”应为文字",
        "e.yaml:3:10: 错误：“made_up”应为true或false，这里写的是“maybe”",
        "e.yaml:5:26: 错误：没有“colleg”这个单位类型",
        "→ 是否想写：college？",
        "e.yaml:6:35: 错误：“b”没有“hed”这个键",
        "→ 是否想写：head？",
        "e.yaml:6:55: 错误：“A1”的考核分是9分，允许0至2分，步长0.1",
        "e.yaml:6:66: 错误：“order”应为整数，这里写的是“一”",
        "e.yaml:6:69: 错误：“last_year”缺少“last”",
        "→ 这一项必须写",
        "e.yaml:6:69: 错误：“last_year”缺少“list”",
        "→ 这一项必须写",
        "e.yaml:6:69: 错误：“last_year”缺少“of”",
        "→ 这一项必须写",
        "e.yaml:7:3: 错误：“b”缺少“name”",
        "→ 这一项必须写",
        "e.yaml:7:8: 错误：单位编号“b”重复了，第一次在第6行",
        "→ 每个单位只能写一次",
        "e.yaml:7:38: 错误：“A1”的考核分是8分，允许0至2分，步长0.1",
        "e.yaml:8:26: 错误：“type”应为文字",
        "e.yaml:9:34: 错误：“e”没有“tabel”这个键",
        "→ 是否想写：table？",
        "e.yaml:10:35: 错误：“takes_part”缺少“no”",
        "→ 这一项必须写",
        "e.yaml:10:48: 错误：“takes_part”没有“nos”这个键",
        "→ 是否想写：no？",
        "e.yaml:12:10: 错误：没有“c”这个单位",
        "→ 可用的有：a、b、d、e、f",
        "e.yaml:12:29: 错误：没有“acident”这条否决情形",
        "→ 是否想写：accident？",
        "e.yaml:12:50: 错误：“decisions”第1项缺少“by”",
        "→ 这一项必须写",
        "e.yaml:12:60: 错误：“at”应为日期，写成2019-03-01的形式，这里写的是“九月”",
        "e.yaml:13:3: 错误：“decisions”第2项缺少“kind”",
        "→ 这一项必须写",
        "e.yaml:13:13: 错误：“decisions”第2项没有“kinds”这个键",
        "→ 是否想写：kind？",
        "e.yaml:14:29: 错误：“bar”应为文字",
        "e.yaml:15:3: 错误：“decisions”第4项应为“键: 值”的形式",
        "e.yaml:16:17: 错误：“王五”应为文字",
    ]


def test_units_that_nobody_can_name() -> None:
    """Where a unit's id is wrong, nobody complains of those who name a unit."""
    text = """\
scheme: small
title: 年
units: [{id: 甲, name: 甲, type: college}, 乙, {name: 丙, type: college, facts: {A1: 5}}]
assessors: {王五: a}
decisions: [{unit: a, kind: bar, bar: accident, reason: 事故, by: 组, at: 2019-09-20}]
"""
    assert file_mistakes(text) == [
        "e.yaml:3:14: 错误：“id”写成“甲”不行：英文字母开头，只用英文字母、数字、“.”、“-”、“_”",
        "e.yaml:3:42: 错误：“units”第2项应为“键: 值”的形式",
        "e.yaml:3:45: 错误：“units”第3项缺少“id”",
        "→ 这一项必须写",
        "e.yaml:3:82: 错误：“A1”的考核分是5分，允许0至2分，步长0.1",
    ]


def test_a_mistake_that_no_stand_in_takes_away() -> None:
    """A stand-in that does not help ends the checking: it never goes round in circles, asking for the same again."""
    asked: list[Path] = []

    def helpless(tree: Table, path: Path, kind: str) -> Table:
        del kind
        asked.append(path)
        return tree

    found, _, problems = check(parse("id: X\n", "t.yaml"), UnitType, helpless)
    assert found is None
    assert {problem.code for problem in problems} == {"missing_key", "unknown_key"}
    assert sorted(asked) == [("id",), ("label",), ("list",)]


def test_a_mistake_that_comes_back_behind_another() -> None:
    """The same where one stand-in helps and another does not: the second round is the last."""
    asked: list[Path] = []

    def half_helpful(tree: Table, path: Path, kind: str) -> Table:
        del kind
        asked.append(path)
        return put(tree, path, None) if path == ("id",) else tree

    found, tree, _ = check(parse("{id: X, label: 甲}\n", "t.yaml"), UnitType, half_helpful)
    assert (found, tree) == (None, {"label": "甲"})
    assert sorted(asked) == [("id",), ("list",)]


def test_a_wrong_target_beside_a_wrong_group() -> None:
    """A target that is no table stands beside a group with a mistake."""
    assert scheme_mistakes("targets: [{list: academic, indicators: [{id: A1, max: x, indicators: []}]}, 院部]\n") == [
        "t.yaml:1:41: 错误：“A1”缺少“label”",
        "→ 这一项必须写",
        "t.yaml:1:55: 错误：“max”：“x”不是可用的数字（只接受普通小数，小数点前后各不超过15位）",
        "t.yaml:1:77: 错误：“targets”第2项应为“键: 值”的形式",
    ]
