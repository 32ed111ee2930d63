"""What is wrong with a unit's own keys, message by message."""

import pytest

from assess.ground.address import UNIT_KEYS
from assess.year.reading.evidence_file import UnitFile
from tests.scheme.small import unit_mistakes

UNITS = [
    (
        "type: colege\n",
        [
            "u.yaml:1:7: 错误：没有“colege”这个单位类型",
            "→ 是否想写：college？",
        ],
    ),
    (
        ("type: office\ntable: deen\n"),
        [
            "u.yaml:2:8: 错误：没有“deen”这张指标表",
            "→ 是否想写：dean？",
        ],
    ),
    (
        "type: office\n",
        [
            "e.yaml:4:3: 错误：甲学院要写table（用哪张指标表）",
            "→ 可用的有：教务处、财务处",
        ],
    ),
    (
        "table: dean\n",
        [
            "u.yaml:1:8: 错误：二级学院不分指标表，不能写指标表（table）",
            "→ 请删去",
        ],
    ),
    (
        "type: [college]\n",
        [
            "u.yaml:1:7: 错误：“type”应为文字",
        ],
    ),
    (
        "hed: 张三\n",
        [
            "u.yaml:1:1: 错误：“college_a”没有“hed”这个键",
            "→ 是否想写：head？",
        ],
    ),
    (
        "name:\n",
        [
            "u.yaml:1:1: 错误：“college_a”缺少“name”",
            "→ 这一项必须写",
        ],
    ),
    (
        "takes_part: false\n",
        [
            "u.yaml:1:13: 错误：“takes_part”应为true，或“键: 值”的形式；这里写的是“false”",
            "→ 不参加的写成 {no: 原因}",
        ],
    ),
    (
        "takes_part: no\n",
        [
            "u.yaml:1:13: 错误：“takes_part”应为true，或“键: 值”的形式；这里写的是“no”",
            "→ 不参加的写成 {no: 原因}",
        ],
    ),
    (
        "takes_part: {no: ''}\n",
        [
            "u.yaml:1:18: 错误：“no”不能为空",
        ],
    ),
    (
        "order: 第一\n",
        [
            "u.yaml:1:8: 错误：“order”应为整数，这里写的是“第一”",
        ],
    ),
    (
        "facts: [A1]\n",
        [
            "u.yaml:1:8: 错误：“facts”应为“键: 值”的形式",
        ],
    ),
    (
        (
            "facts:\n"
            "head:\n"
            "self_marks:\n"
            "ballots:\n"
            "leaders:\n"
            "attributes:\n"
            "application:\n"
            "last_year:\n"
            "short:\n"
            "order:\n"
            "takes_part:\n"
            "contact:\n"
            "table:\n"
        ),
        [],
    ),
    (
        "id: 甲 学院\n",
        [
            "u.yaml:1:5: 错误：“id”写成“甲 学院”不行：英文字母开头，只用英文字母、数字、“.”、“-”、“_”",
        ],
    ),
    (
        (
            "name: "
            "甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲"
            "甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲"
            "甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲\n"
        ),
        [
            "u.yaml:1:7: 错误：“name”太长（最多100个字符）",
        ],
    ),
]


@pytest.mark.parametrize(("text", "messages"), UNITS)
def test_a_unit_is_refused(text: str, messages: list[str]) -> None:
    """A wrong key, type, table or word of a unit is told with its place and what is allowed."""
    assert unit_mistakes(text) == messages


def test_the_keys_of_a_unit_are_those_that_no_attribute_may_have() -> None:
    """What an address calls a unit's own keys are the keys of the file."""
    assert frozenset(UnitFile.model_fields) == UNIT_KEYS
