"""What one part of a scheme names and another does not declare, message by message."""

import pytest

from tests.scheme.small import indicator_mistakes, scheme_mistakes

INDICATORS = [
    (
        "{id: A1, label: 党建, max: 1, only: [student], rule: {judged: {}}}",
        [
            "t.yaml:1:36: 错误：没有“student”这个单位类型",
            "→ 可用的有：college、foundation、office",
        ],
    ),
    (
        "{id: A1, label: 党建, max: 1, texts: {colege: 字}, rule: {judged: {}}}",
        [
            "t.yaml:1:37: 错误：没有“colege”这个单位类型",
            "→ 是否想写：college？",
        ],
    ),
    (
        "{id: A1, label: 党建, max: 0, rule: {judged: {}}}",
        [
            "t.yaml:1:26: 错误：满分应大于0，这里是0",
        ],
    ),
    (
        "{id: A1, label: 党建, max: 1, evidence: {note: {label: 人, unit: 人}}, rule: {judged: {}}}",
        [
            "t.yaml:1:40: 错误：“note”是保留的名字，不能用作数据名",
            "→ 请换一个名字",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 1, inputs: {a: {label: 人, unit: 人}}, evidence: {a: {label: 人, unit: "
            "人}}, rule: {judged: {}}}"
        ),
        [
            "t.yaml:1:74: 错误：“a”在inputs里已经有了",
            "→ 请换一个名字",
        ],
    ),
    (
        "{id: A1, label: 党建, max: 1, evidence: {mark: {label: 人, unit: 人}}, rule: {judged: {}}}",
        [
            "t.yaml:1:68: 错误：评分的名字“mark”与evidence里的重名",
            "→ 请换一个名字",
        ],
    ),
    (
        "{id: A1, label: 党建, max: 1, rule: {judged: {input: note}}}",
        [
            "t.yaml:1:29: 错误：“note”是保留的名字，不能用作评分的名字",
            "→ 请换一个名字",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 10, shares: {A2: 4, A9: 6}, indicators: [{id: A2, label: 甲, rule: "
            "{judged: {}}}, {id: A3, label: 乙, rule: {judged: {}}}]}"
        ),
        [
            "t.yaml:1:30: 错误：shares里没有写“A3”的份额",
            "→ 每个下级指标写一个份额",
            "t.yaml:1:46: 错误：shares里的“A9”不是下级指标",
            "→ 下级指标是：A2、A3",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 0.001, shares: equal, indicators: [{id: A2, label: 甲, rule: {judged: "
            "{}}}, {id: A3, label: 乙, rule: {judged: {}}}]}"
        ),
        [
            "t.yaml:1:26: 错误：满分0.001分的小数多于2位（rounding的digits），不能按shares分给下级指标",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 10, shares: {A2: 10, A3: 0}, indicators: [{id: A2, label: 甲, rule: "
            "{judged: {}}}, {id: A3, label: 乙, rule: {judged: {}}}]}"
        ),
        [
            "t.yaml:1:51: 错误：shares里“A3”的份额应大于0",
            "→ 每个下级指标写一个份额",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 10, shares: {A2: 5, A3: 4}, indicators: [{id: A2, label: 甲, rule: "
            "{judged: {}}}, {id: A3, label: 乙, rule: {judged: {}}}]}"
        ),
        [],
    ),
]

SCHEMES = [
    (
        (
            "targets: [{table: dean, use_common: true, indicators: [{id: D1, label: 教务, max: 1, rule: {judged: "
            "{}}}]}]\n"
        ),
        [
            "t.yaml:1:61: 错误：编号“D1”重复了，第一次在small.yaml第96行",
            "→ 每个指标的编号只能用一次",
        ],
    ),
    (
        "targets: [{table: dean, use_common: true, additions: {D3: 每学期抽查}, indicators: []}]\n",
        [
            "t.yaml:1:59: 错误：没有“D3”这个指标",
            "→ 是否想写：D1？",
        ],
    ),
    (
        "targets: [{label: 教务, indicators: []}]\n",
        [
            "t.yaml:1:11: 错误：“targets”第1项应写list（名单）或table（部门指标表），二者写且只写一个",
        ],
    ),
    (
        "targets: [{list: academics, indicators: []}]\n",
        [
            "t.yaml:1:18: 错误：没有“academics”这个名单",
            "→ 是否想写：academic？",
        ],
    ),
    (
        (
            "targets: [{table: dean, indicators: []}, {table: dean, indicators: []}, {table: academic, indicators: "
            "[]}]\n"
        ),
        [
            "t.yaml:1:50: 错误：部门指标表“dean”写了两次，或与名单同名",
            "→ 请换一个名字",
            "t.yaml:1:81: 错误：部门指标表“academic”写了两次，或与名单同名",
            "→ 请换一个名字",
        ],
    ),
    (
        "parts: {votes: {label: 测评, full: {academic: -1, administrativ: 2}, indicators: {}}}\n",
        [
            "t.yaml:1:28: 错误：“测评”没有写名单“administrative”的满分",
            "→ 每个名单都要写满分，不计的写0",
            "t.yaml:1:45: 错误：满分不能小于0",
            "t.yaml:1:49: 错误：没有“administrativ”这个名单",
            "→ 是否想写：administrative？",
        ],
    ),
    (
        "parts: {votes: {label: 测评, full: {academic: 1, administrative: 2}}}\n",
        [
            (
                "t.yaml:1:9: 错误：“votes”：ballots（民主测评票）、execution（预算执行率）、indicators（指标）、"
                "panel（领导打分）写且只写一种"
            ),
        ],
    ),
    (
        # Of what stands in for an unreadable part nobody knows what it counts.
        (
            "parts: {votes: {label: 测评, ful: 20}, "
            "targets: {label: 考核, full: {academic: 1, administrative: 1}, indicators: {}}, "
            "more: {label: 创新, full: {academic: 1, administrative: 0}, indicators: {partial: raw}}, "
            "extra: {label: 特色, full: {academic: 0, administrative: 1}, indicators: {}}}\n"
        ),
        [
            "t.yaml:1:9: 错误：“votes”缺少“full”",
            "→ 这一项必须写",
            "t.yaml:1:28: 错误：“votes”没有“ful”这个键",
            "→ 是否想写：full？",
        ],
    ),
    (
        (
            "parts: {targets: {label: 考核, full: {academic: 1, administrative: 1}, indicators: {}}, "
            "more: {label: 创新, full: {academic: 1, administrative: 0}, indicators: {nodes: [A2]}}}\n"
        ),
        [
            "t.yaml:1:145: 错误：最上一级的A2在“考核”、“创新”里都计分",
            "→ 由指标算分的部分有几个时，每个都写nodes（由哪些指标算分），一个指标只写在一个部分里",
        ],
    ),
    (
        "parts: {targets: {label: 考核, full: {academic: 1, administrative: 1}, indicators: {nodes: [A1, A22]}}}\n",
        [
            "t.yaml:1:70: 错误：最上一级的A2、A3、A4、A5、A6等8个不在哪个部分里计分",
            "→ 写进一个部分的nodes",
            "t.yaml:1:95: 错误：最上一级没有“A22”这个指标",
            "→ 是否想写：A2？",
        ],
    ),
    (
        (
            "selection: {labels: {excellent: 优秀, qualified: 合格, failed: 不合格}, clause: 三, quota: {academic: "
            "-1, office: 2}}\n"
        ),
        [
            "t.yaml:1:95: 错误：名额不能小于0",
            "t.yaml:1:99: 错误：没有“office”这个名单",
            "→ 可用的有：academic、administrative",
        ],
    ),
    (
        (
            "selection: {labels: {excellent: 优秀, qualified: 合格, failed: 不合格}, clause: 三, quota: {academic: "
            "两个}}\n"
        ),
        [
            "t.yaml:1:95: 错误：“academic”应为整数，这里写的是“两个”",
        ],
    ),
    (
        "overlaps: [{table: deen, ids: [D1, D2]}]\n",
        [
            "t.yaml:1:20: 错误：没有“deen”这个部门指标表",
            "→ 是否想写：dean？",
        ],
    ),
    (
        "stated_totals: [{types: [colege], node: A3, points: 10}]\n",
        [
            "t.yaml:1:26: 错误：没有“colege”这个单位类型",
            "→ 是否想写：college？",
        ],
    ),
]


@pytest.mark.parametrize(("text", "messages"), INDICATORS)
def test_an_indicator_is_refused(text: str, messages: list[str]) -> None:
    """An indicator that names what is not declared, or contradicts itself, is told with its place."""
    assert indicator_mistakes(text) == messages


@pytest.mark.parametrize(("text", "messages"), SCHEMES)
def test_a_scheme_is_refused(text: str, messages: list[str]) -> None:
    """A name that nothing declares is told with its place and the nearest one that is."""
    assert scheme_mistakes(text) == messages
