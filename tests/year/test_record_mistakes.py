"""What is wrong with lists of achievements and events, message by message."""

import pytest

from tests.scheme.small import unit_mistakes

UNITS = [
    (
        "facts: {A4: 教学成果奖}\n",
        [
            "u.yaml:1:13: 错误：“A4”的成果应为列表，没有的写“无”，这里写的是“教学成果奖”",
        ],
    ),
    (
        "facts: {A4: []}\n",
        [],
    ),
    (
        "facts: {A4: 无}\n",
        [],
    ),
    (
        "facts: {A4: {class: 专利, event: 授权}}\n",
        [
            "u.yaml:1:13: 错误：“A4 成果”应为列表：每一项前面加“- ”，或在两边加方括号[ ]",
        ],
    ),
    (
        "facts: {A4: [教学成果奖]}\n",
        [
            "u.yaml:1:14: 错误：“A4”的成果第1项应为“键: 值”的形式",
            "→ 例如 - {class: 教学成果奖, level: 国家级, title: …}",
        ],
    ),
    (
        "facts: {A4: [{title: 一, level: 国家级}]}\n",
        [
            "u.yaml:1:14: 错误：缺少“A4”的成果第1项的类别（class）",
            "→ 可用的有：教学成果奖、专利、教材",
        ],
    ),
    (
        "facts: {A4: [{class: 教学成果, level: 国家级}]}\n",
        [
            "u.yaml:1:22: 错误：“A4”的成果第1项的类别（class）没有“教学成果”这一项",
            "→ 是否想写：教学成果奖？",
        ],
    ),
    (
        "facts: {A4: [{class: 教学成果奖}]}\n",
        [
            "u.yaml:1:14: 错误：缺少“A4”的成果第1项的级别（level）",
            "→ 可用的有：国家级、省级",
        ],
    ),
    (
        "facts: {A4: [{class: 教学成果奖, level: 市级}]}\n",
        [
            "u.yaml:1:36: 错误：“A4”的成果第1项的级别（level）没有“市级”这一项",
            "→ 是否想写：省级？",
        ],
    ),
    (
        "facts: {A4: [{class: 专利, level: 国家级, event: 授权}]}\n",
        [
            "u.yaml:1:26: 错误：“A4”的成果第1项的类别不分级别",
            "→ 请删去级别（level）",
        ],
    ),
    (
        "facts: {A4: [{class: 专利}]}\n",
        [
            "u.yaml:1:14: 错误：缺少“A4”的成果第1项的环节（event）",
            "→ 可用的有：受理、授权",
        ],
    ),
    (
        "facts: {A4: [{class: 专利, event: 申请}]}\n",
        [
            "u.yaml:1:33: 错误：“A4”的成果第1项的环节（event）没有“申请”这一项",
            "→ 可用的有：受理、授权",
        ],
    ),
    (
        "facts: {A4: [{class: 教学成果奖, level: 省级, event: 授权}]}\n",
        [
            "u.yaml:1:40: 错误：“A4”的成果第1项的类别没有环节之分",
            "→ 请删去环节（event）",
        ],
    ),
    (
        "facts: {A4: [{class: 教材, event: 出 版}]}\n",
        [
            "u.yaml:1:33: 错误：“A4”的成果第1项的环节（event）没有“出 版”这一项",
            "→ 是否想写：出版？",
        ],
    ),
    (
        "facts: {A4: [{class: 教学成果奖, level: 省级, amount: 100}]}\n",
        [
            "u.yaml:1:40: 错误：“A4”的成果第1项不需要金额",
            "→ 请删去金额（amount）",
        ],
    ),
    (
        "facts: {A4: [{class: 教学成果奖, level: 省级, auther: 张三}]}\n",
        [
            "u.yaml:1:40: 错误：“A4”的成果第1项里没有“auther”这一项",
            "→ 是否想写：date、amount？",
        ],
    ),
    (
        "facts: {A4: [{class: 教学成果奖, level: 省级, first: 第二}]}\n",
        [
            "u.yaml:1:47: 错误：“A4”的成果第1项的是否第一作者（first）没有“第二”这一项",
            "→ 可用的有：true、是、false、否",
        ],
    ),
    (
        "facts: {A4: [{class: 教学成果奖, level: 省级, title: [甲]}]}\n",
        [
            "u.yaml:1:47: 错误：“A4”的成果第1项的名称应为文字",
        ],
    ),
    (
        "facts: {A4: [{class: 教学成果奖, level: 省级, date: 2019年3月1日}]}\n",
        [
            (
                "u.yaml:1:40: 错误：“A4”的成果第1项的日期（date）：应为日期，写成2019-03-01的形式，"
                "这里写的是“2019年3月1日”"
            ),
        ],
    ),
    (
        "facts: {A4: [{class: 教学成果奖, level: 省级, date: 2019-02-30}]}\n",
        [
            "u.yaml:1:40: 错误：“A4”的成果第1项的日期（date）：没有2019-02-30这一天",
        ],
    ),
    (
        "facts: {A4: [{class: 教学成果奖, level: 省级, date: 2019-W10-1}]}\n",
        [
            (
                "u.yaml:1:40: 错误：“A4”的成果第1项的日期（date）：应为日期，写成2019-03-01的形式，"
                "这里写的是“2019-W10-1”"
            ),
        ],
    ),
    (
        "facts: {A4: [{class: 教学成果奖, level: 省级, title: 甲}, {class: 教学成果奖, level: 省级, title: 甲}]}\n",
        [
            "u.yaml:1:51: 错误：“A4”的成果第2项与第1项完全相同",
            "→ 请删去重复的一项；确实是两件的，写明日期（date）或备注（note）以示区别",
        ],
    ),
    (
        "facts: {A4: [{class: 教学成果奖, level: 省级}, {class: 教学成果奖, level: 省级}]}\n",
        [
            "u.yaml:1:41: 错误：“A4”的成果第2项与第1项完全相同",
            "→ 请删去重复的一项；确实是两件的，写明日期（date）或备注（note）以示区别",
        ],
    ),
    (
        "facts: {A5: [{class: 社科}]}\n",
        [
            "u.yaml:1:14: 错误：缺少“A5”的项目第1项的到账经费（amount），单位为元",
        ],
    ),
    (
        "facts: {A5: [{class: 社科, amount: -1}, {class: 自科, amount: 五万}]}\n",
        [
            "u.yaml:1:34: 错误：“A5”的项目第1项的到账经费是-1元，允许≥0元",
            (
                "u.yaml:1:59: 错误：“A5”的项目第2项的到账经费：“五万”不是可用的数字（只接受普通小数，"
                "小数点前后各不超过15位）；允许≥0元"
            ),
        ],
    ),
    (
        "facts: {A6: [迟到, 迟到]}\n",
        [
            "u.yaml:1:18: 错误：“A6”的违规事件第2项与第1项完全相同",
            "→ 请删去重复的一项；确实是两件的，写明日期（date）或备注（note）以示区别",
        ],
    ),
    (
        "facts: {A6: 2}\n",
        [
            "u.yaml:1:13: 错误：“A6”的违规事件应为列表，没有的写“无”，这里写的是“2”",
        ],
    ),
    (
        "facts: {A6: [{title: 迟到, level: 国家级}]}\n",
        [
            "u.yaml:1:26: 错误：“A6”的违规事件第1项里没有“level”这一项",
            "→ 可用的有：title、person、date、document、note",
        ],
    ),
    (
        "facts: {A6: [[迟到]]}\n",
        [
            "u.yaml:1:14: 错误：“A6”的违规事件第1项应为“键: 值”的形式",
        ],
    ),
    # An entry that says that there is none, or says nothing.
    (
        "facts: {A6: [无]}\n",
        [
            "u.yaml:1:14: 错误：“A6”的违规事件第1项写的是“无”，列表里只写有的",
            "→ 没有的，写成 A6: 无（不加方括号）",
        ],
    ),
    (
        "facts: {A6: ['']}\n",
        [
            "u.yaml:1:14: 错误：“A6”的违规事件第1项是空的",
            "→ 请写明是什么，或删去这一项；都没有的，写成 A6: 无",
        ],
    ),
    (
        "facts: {A6: {violations: [无, {title: 迟到}, ~, {}, ' ']}}\n",
        [
            "u.yaml:1:26: 错误：“A6”的违规事件第3项是空的",
            "→ 请写明是什么，或删去这一项；都没有的，写成 A6: 无",
            "u.yaml:1:27: 错误：“A6”的违规事件第1项写的是“无”，列表里只写有的",
            "→ 请删去这一项；都没有的，写成 A6: 无",
            "u.yaml:1:46: 错误：“A6”的违规事件第4项是空的",
            "→ 请写明是什么，或删去这一项；都没有的，写成 A6: 无",
            "u.yaml:1:50: 错误：“A6”的违规事件第5项是空的",
            "→ 请写明是什么，或删去这一项；都没有的，写成 A6: 无",
        ],
    ),
    (
        "facts: {A6: [{title: 没有, date: 2019-03-01}]}\n",
        [
            "u.yaml:1:22: 错误：“A6”的违规事件第1项写的是“没有”，列表里只写有的",
            "→ 没有的，写成 A6: 无（不加方括号）",
        ],
    ),
    (
        "facts: {A6: [{title: '', date: 2019年}]}\n",
        [
            "u.yaml:1:22: 错误：“A6”的违规事件第1项的名称（title）是空的",
            "→ 请写明名称",
            "u.yaml:1:26: 错误：“A6”的违规事件第1项的日期（date）：应为日期，写成2019-03-01的形式，这里写的是“2019年”",
        ],
    ),
    (
        "facts: {A4: [无]}\n",
        [
            "u.yaml:1:14: 错误：“A4”的成果第1项写的是“无”，列表里只写有的",
            "→ 没有的，写成 A4: 无（不加方括号）",
        ],
    ),
    (
        "facts: {A4: ['', {class: 教学成果奖, level: 省级, title: ' '}]}\n",
        [
            "u.yaml:1:14: 错误：“A4”的成果第1项是空的",
            "→ 请写明是什么，或删去这一项；都没有的，写成 A4: 无",
            "u.yaml:1:51: 错误：“A4”的成果第2项的名称（title）是空的",
            "→ 请写明名称",
        ],
    ),
    (
        "facts: {A4: [{}]}\n",
        [
            "u.yaml:1:14: 错误：“A4”的成果第1项是空的",
            "→ 请写明是什么，或删去这一项；都没有的，写成 A4: 无",
        ],
    ),
    (
        "facts: {A7: {kind: 甲, works: 无}}\n",
        [],
    ),
]


@pytest.mark.parametrize(("text", "messages"), UNITS)
def test_a_record_is_refused(text: str, messages: list[str]) -> None:
    """A wrong entry is told with its place and number."""
    assert unit_mistakes(text) == messages
