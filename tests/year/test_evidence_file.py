"""What is wrong with an evidence file outside its units, message by message."""

import pytest

from tests.scheme.small import file_mistakes

FILES = [
    (
        ("scheme: other\ntitle: 年\nunits:\n- {id: a, name: 甲, type: college}\n"),
        [
            "e.yaml:1:9: 错误：这份数据是给方案“other”的，现在用的方案是“small”",
            "→ 请换用对应的方案或数据文件",
        ],
    ),
    (
        ("scheme: small\ntitle: 年\n"),
        [
            "e.yaml:1:1: 错误：缺少“units”",
            "→ 这一项必须写",
        ],
    ),
    (
        ("scheme: small\ntitle: 年\nunits: []\n"),
        [
            "e.yaml:3:8: 错误：“units”至少要有1项",
        ],
    ),
    (
        ("scheme: small\ntitle: 年\nunits:\n"),
        [
            "e.yaml:3:1: 错误：缺少“units”",
            "→ 这一项必须写",
        ],
    ),
    (
        ("scheme: small\ntitle: 年\nunits: {a: {name: 甲}}\n"),
        [
            "e.yaml:3:1: 错误：“units”应为列表",
            "→ 列表写成 [甲, 乙]；也可以每项写一行，前面加“- ”",
        ],
    ),
    (
        ("scheme: small\ntitle: 年\nunits: [甲, 乙]\n"),
        [
            "e.yaml:3:9: 错误：“units”第1项应为“键: 值”的形式",
            "e.yaml:3:12: 错误：“units”第2项应为“键: 值”的形式",
        ],
    ),
    (
        ("scheme: small\ntitle: 年\nunits:\n- {id: a, name: 甲, type: college}\ndecision: []\n"),
        [
            "e.yaml:5:1: 错误：没有“decision”这个键",
            "→ 是否想写：decisions？",
        ],
    ),
    (
        ("scheme: small\ntitle: 年\nunits:\n- {id: a, type: college}\n- {name: 乙}\n"),
        [
            "e.yaml:4:3: 错误：“a”缺少“name”",
            "→ 这一项必须写",
            "e.yaml:5:3: 错误：“units”第2项缺少“id”",
            "→ 这一项必须写",
            "e.yaml:5:3: 错误：“units”第2项缺少“type”",
            "→ 这一项必须写",
        ],
    ),
    (
        ("scheme: small\ntitle: 年\nunits:\n- {id: a, name: 甲, type: college}\n- {id: a, name: 乙, type: college}\n"),
        [
            "e.yaml:5:8: 错误：单位编号“a”重复了，第一次在第4行",
            "→ 每个单位只能写一次",
        ],
    ),
    (
        ("scheme: small\ntitle: 年\nunits:\n- {id: a, name: 甲, type: college}\n- {id: b, name: 甲, type: college}\n"),
        [
            "e.yaml:5:17: 错误：单位名称“甲”重复了，第一次在第4行",
            "→ 每个单位只能写一次",
        ],
    ),
    (
        (
            "scheme: small\n"
            "title: 年\n"
            "units:\n"
            "- {id: a, name: 甲, type: college}\n"
            "- {id: a, name: 甲, type: college}\n"
            "- {id: a, name: 甲, type: college}\n"
        ),
        [
            "e.yaml:5:8: 错误：单位编号“a”重复了，第一次在第4行",
            "→ 每个单位只能写一次",
            "e.yaml:5:17: 错误：单位名称“甲”重复了，第一次在第4行",
            "→ 每个单位只能写一次",
            "e.yaml:6:8: 错误：单位编号“a”重复了，第一次在第4行",
            "→ 每个单位只能写一次",
            "e.yaml:6:17: 错误：单位名称“甲”重复了，第一次在第4行",
            "→ 每个单位只能写一次",
        ],
    ),
    (
        ("scheme: small\ntitle: 年\nunits:\n- {id: a, name: 甲, type: college}\nmade_up: 对\n"),
        [
            "e.yaml:5:10: 错误：“made_up”应为true或false，这里写的是“对”",
        ],
    ),
    (
        ("scheme: small\ntitle: 年\nunits:\n- {id: a, name: 甲, type: college}\nassessors: {王五: b}\n"),
        [
            "e.yaml:5:17: 错误：没有“b”这个单位",
            "→ 可用的有：a",
        ],
    ),
    (
        (
            "scheme: small\n"
            "title: 年\n"
            "units:\n"
            "- {id: a, name: 甲, type: college}\n"
            "decisions:\n"
            "- {unit: b, kind: bar, bar: accident, reason: 事故, by: 领导小组, at: 2019-09-20}\n"
        ),
        [
            "e.yaml:6:10: 错误：没有“b”这个单位",
            "→ 可用的有：a",
        ],
    ),
    (
        (
            "scheme: small\n"
            "title: 年\n"
            "units:\n"
            "- {id: a, name: 甲, type: college}\n"
            "decisions:\n"
            "- {unit: a, kind: bars, bar: accident, reason: 事故, by: 领导小组, at: 2019-09-20}\n"
        ),
        [
            "e.yaml:6:19: 错误：“kind”应为bar、grade、award之一，这里写的是“bars”",
        ],
    ),
    (
        (
            "scheme: small\n"
            "title: 年\n"
            "units:\n"
            "- {id: a, name: 甲, type: college}\n"
            "decisions:\n"
            "- {unit: a, kind: bar, bar: acident, reason: 事故, by: 领导小组, at: 2019-09-20}\n"
        ),
        [
            "e.yaml:6:29: 错误：没有“acident”这条否决情形",
            "→ 是否想写：accident？",
        ],
    ),
    (
        (
            "scheme: small\n"
            "title: 年\n"
            "units:\n"
            "- {id: a, name: 甲, type: college}\n"
            "decisions:\n"
            "- {unit: a, kind: bar, reason: 事故, by: 领导小组, at: 2019-09-20}\n"
        ),
        [
            "e.yaml:6:3: 错误：kind是bar时要写bar",
            "→ 可用的有：安全事故",
        ],
    ),
    (
        (
            "scheme: small\n"
            "title: 年\n"
            "units:\n"
            "- {id: a, name: 甲, type: college}\n"
            "decisions:\n"
            "- {unit: a, kind: grade, grade: 不及格, reason: 事故, by: 领导小组, at: 2019-09-20}\n"
        ),
        [
            "e.yaml:6:33: 错误：没有“不及格”这个等次",
            "→ 是否想写：不合格？",
        ],
    ),
    (
        (
            "scheme: small\n"
            "title: 年\n"
            "units:\n"
            "- {id: a, name: 甲, type: college}\n"
            "decisions:\n"
            "- {unit: a, kind: award, award: outstandin, reason: 事故, by: 领导小组, at: 2019-09-20}\n"
        ),
        [
            "e.yaml:6:33: 错误：没有“outstandin”这个奖项",
            "→ 是否想写：outstanding？",
        ],
    ),
    (
        (
            "scheme: small\n"
            "title: 年\n"
            "units:\n"
            "- {id: a, name: 甲, type: college}\n"
            "decisions:\n"
            "- {unit: a, kind: award, award: outstanding, bar: accident, reason: 事故, by: 领导小组, at: "
            "2019-09-20}\n"
        ),
        [
            "e.yaml:6:51: 错误：kind是award时不能写bar",
        ],
    ),
    (
        (
            "scheme: small\n"
            "title: 年\n"
            "units:\n"
            "- {id: a, name: 甲, type: college}\n"
            "decisions:\n"
            "- {unit: a, kind: award, award: outstanding, reason: '', by: , at: 2019年9月}\n"
        ),
        [
            "e.yaml:6:54: 错误：“reason”不能为空",
            "e.yaml:6:58: 错误：“decisions”第1项缺少“by”",
            "→ 这一项必须写",
            "e.yaml:6:68: 错误：“at”应为日期，写成2019-03-01的形式，这里写的是“2019年9月”",
        ],
    ),
    (
        (
            "scheme: small\n"
            "title: 年\n"
            "units:\n"
            "- {id: a, name: 甲, type: college}\n"
            "decisions:\n"
            "- {unit: a, kind: award, award: outstanding, reason: 好, by: 组, at: 20190920}\n"
        ),
        [
            "e.yaml:6:68: 错误：“at”应为日期，写成2019-03-01的形式，这里写的是“20190920”",
        ],
    ),
    (
        (
            "scheme: small\n"
            "title: 年\n"
            "units:\n"
            "- {id: a, name: 甲, type: college}\n"
            "decisions:\n"
            "- {unit: a, kind: award, award: outstanding, reason: 好, by: 组, at: 2019-09-20 10:00}\n"
        ),
        [
            "e.yaml:6:68: 错误：“at”应为日期，写成2019-03-01的形式，这里写的是“2019-09-20 10:00”",
        ],
    ),
    (
        (
            "scheme: other\n"
            "title: 年\n"
            "units:\n"
            "- {id: a, name: 甲, type: colleg}\n"
            "- {id: b, name: 乙, type: college, facts: {A1: 9}, hed: 王}\n"
            "- {id: b, type: college, facts: {A1: 8}}\n"
            "decisions:\n"
            "- {unit: c, kind: bar, bar: acident, reason: 事故, by: 领导小组, at: 2019-09-20}\n"
        ),
        [
            "e.yaml:1:9: 错误：这份数据是给方案“other”的，现在用的方案是“small”",
            "→ 请换用对应的方案或数据文件",
            "e.yaml:4:26: 错误：没有“colleg”这个单位类型",
            "→ 是否想写：college？",
            "e.yaml:5:47: 错误：“A1”的考核分是9分，允许0至2分，步长0.1",
            "e.yaml:5:51: 错误：“b”没有“hed”这个键",
            "→ 是否想写：head？",
            "e.yaml:6:3: 错误：“b”缺少“name”",
            "→ 这一项必须写",
            "e.yaml:6:8: 错误：单位编号“b”重复了，第一次在第5行",
            "→ 每个单位只能写一次",
            "e.yaml:6:38: 错误：“A1”的考核分是8分，允许0至2分，步长0.1",
            "e.yaml:8:10: 错误：没有“c”这个单位",
            "→ 可用的有：a、b",
            "e.yaml:8:29: 错误：没有“acident”这条否决情形",
            "→ 是否想写：accident？",
        ],
    ),
    (
        (
            "scheme: small\n"
            "title: 年\n"
            "units:\n"
            "- {id: a, name: 甲, type: college}\n"
            "decisions:\n"
            "- {unit: a, kind: grade, grade: 优秀, award: outstanding, reason: 好, by: 组, at: 2019-09-20}\n"
        ),
        [
            "e.yaml:6:44: 错误：kind是grade时不能写award",
        ],
    ),
    (
        (
            "scheme: small\n"
            "title: 年\n"
            "units:\n"
            "- {id: a, name: 甲, type: college}\n"
            "decisions:\n"
            "- {unit: a, kind: grade, grade: 合格, reason: 好, by: 组, at: 2019-09-20}\n"
            "- {unit: a, kind: grade, grade: 不合格, reason: 差, by: 组, at: 2019-09-20}\n"
            "- {unit: a, kind: grade, grade: 不合格, reason: 差, by: 组, at: 2019-09-21}\n"
        ),
        [
            "e.yaml:7:33: 错误：a在2019-09-20已决定为“合格”，同一天又写“不合格”",
            "→ 只留一个；后来改的，at写改的那天",
        ],
    ),
]


@pytest.mark.parametrize(("text", "messages"), FILES)
def test_a_file_is_refused(text: str, messages: list[str]) -> None:
    """Everything wrong in a file comes in one run, sorted by place."""
    assert file_mistakes(text) == messages
