"""What is wrong with the alternatives of a reading, message by message."""

import pytest

from tests.scheme.small import scheme_mistakes

READINGS = [
    (
        (
            "readings:\n"
            "  U1:\n"
            "    clause: 一\n"
            "    question: 问\n"
            "    default: a\n"
            "    choices:\n"
            "      a: {label: 甲}\n"
            "      b: {label: 乙, overlay: [{at: [A1, maxx], put: 3}]}\n"
        ),
        [
            "t.yaml:8:41: 错误：overlay指向的“maxx”不存在；overlay只能替换已经写出的内容，不能新增",
            "→ 是否想写：max？",
        ],
    ),
    (
        (
            "readings:\n"
            "  U1:\n"
            "    clause: 一\n"
            "    question: 问\n"
            "    default: a\n"
            "    choices:\n"
            "      a: {label: 甲}\n"
            "      b: {label: 乙, overlay: [{at: [A1, label, zh], put: 1}]}\n"
        ),
        [
            "t.yaml:8:48: 错误：overlay指向的“zh”不存在；overlay只能替换已经写出的内容，不能新增",
            "→ 请先在方案里把这一项的默认值写出来",
        ],
    ),
    (
        (
            "readings:\n"
            "  U1:\n"
            "    clause: 一\n"
            "    question: 问\n"
            "    default: a\n"
            "    choices:\n"
            "      a: {label: 甲}\n"
            "      b: {label: 乙, overlay: [{at: [], put: 1}]}\n"
        ),
        [
            "t.yaml:8:36: 错误：“at”至少要有1项",
        ],
    ),
    (
        (
            "readings:\n"
            "  U1:\n"
            "    clause: 一\n"
            "    question: 问\n"
            "    default: a\n"
            "    choices:\n"
            "      a: {label: 甲}\n"
            "      b: {label: 乙, overlay: [{at: A1, put: 1}]}\n"
        ),
        [
            "t.yaml:8:36: 错误：“at”应为列表",
            "→ 列表写成 [甲, 乙]；也可以每项写一行，前面加“- ”",
        ],
    ),
    (
        (
            "readings:\n"
            "  U1:\n"
            "    clause: 一\n"
            "    question: 问\n"
            "    default: a\n"
            "    choices:\n"
            "      a: {label: 甲}\n"
            "      b: {label: 乙, overlay: [{at: [A1, max]}]}\n"
        ),
        [
            "t.yaml:8:31: 错误：“overlay”第1项缺少“put”",
            "→ 这一项必须写",
        ],
    ),
    (
        (
            "readings:\n"
            "  U1:\n"
            "    clause: 一\n"
            "    question: 问\n"
            "    default: a\n"
            "    choices:\n"
            "      a: {label: 甲}\n"
            "      b: {label: 乙, overlay: [{at: [A1, max], put: 1, because: 条文}]}\n"
        ),
        [
            "t.yaml:8:55: 错误：“overlay”第1项没有“because”这个键",
            "→ 可用的有：at、put",
        ],
    ),
    (
        (
            "readings:\n"
            "  U1:\n"
            "    clause: 一\n"
            "    question: 问\n"
            "    default: a\n"
            "    choices:\n"
            "      a: {label: 甲}\n"
            "      b: {label: 乙, overlay: [{at: ['*/D9', max], put: 3}]}\n"
        ),
        [
            "t.yaml:8:37: 错误：overlay指向的“*/D9”不存在：既不是指标、指标表的编号，也不是方案最外层的键",
        ],
    ),
    (
        (
            "targets: [表]\n"
            "readings:\n"
            "  U1:\n"
            "    clause: 一\n"
            "    question: 问\n"
            "    default: a\n"
            "    choices:\n"
            "      a: {label: 甲}\n"
            "      b: {label: 乙, overlay: [{at: ['*', shares], put: equal}]}\n"
        ),
        [
            "t.yaml:1:11: 错误：“targets”第1项应为“键: 值”的形式",
            "t.yaml:9:37: 错误：overlay指向的“*”不存在：既不是指标、指标表的编号，也不是方案最外层的键",
        ],
    ),
    (
        (
            "readings:\n"
            "  U1:\n"
            "    clause: 一\n"
            "    question: 问\n"
            "    default: a\n"
            "    choices:\n"
            "      a: {label: 甲}\n"
            "      b: {label: 乙, overlay: [{at: [[A1], max], put: 3}]}\n"
        ),
        [
            "t.yaml:8:37: 错误：“at”第1项应为文字",
        ],
    ),
    (
        (
            "readings: {U1: {clause: 一, question: 问, default: a, choices: {a: {label: 甲}, b: {label: 乙, "
            "overlay: {at: [A1], put: 1}}}}}\n"
        ),
        [
            "t.yaml:1:92: 错误：“overlay”应为列表",
            "→ 列表写成 [甲, 乙]；也可以每项写一行，前面加“- ”",
        ],
    ),
    (
        (
            "readings:\n"
            "  U1:\n"
            "    clause: 一\n"
            "    question: 问\n"
            "    default: a\n"
            "    choices:\n"
            "      a: {label: 甲}\n"
            "      b: {label: 乙, overlay: [{at: [A1, rule], put: {judgd: {}}}]}\n"
        ),
        [],
    ),
]


@pytest.mark.parametrize(("text", "messages"), READINGS)
def test_an_alternative_is_refused(text: str, messages: list[str]) -> None:
    """An alternative may only replace what is written out, whether it is chosen or not."""
    assert scheme_mistakes(text) == messages
