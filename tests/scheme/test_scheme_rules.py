"""What is wrong with an indicator's rule and inputs, message by message."""

import pytest

from tests.scheme.small import indicator_mistakes

INDICATORS = [
    (
        "{id: A1, label: 党建, max: 1, rule: }",
        [
            "t.yaml:1:1: 错误：“A1”应写rule（一个指标）或indicators（一组指标），二者写且只写一个",
        ],
    ),
    (
        "{id: A1, label: 党建, max: 2, indicators: []}",
        [
            "t.yaml:1:1: 错误：“A1”应写rule（一个指标）或indicators（一组指标），二者写且只写一个",
        ],
    ),
    (
        ("id: A1\nlabel: 党建\nmax: 1\nrule:\n  sum: {of: [{judged: {alowed: [0, 1]}}], ceiling: 1}\n"),
        [
            "t.yaml:5:24: 错误：“judged”没有“alowed”这个键",
            "→ 是否想写：allowed？",
        ],
    ),
    (
        ("id: A1\nlabel: 党建\nmax: 1\nrule:\n  sum: {of: [{judgd: {}}], ceiling: 1}\n"),
        [
            "t.yaml:5:15: 错误：没有“judgd”这种规则",
            "→ 是否想写：judged？",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 1, inputs: {a: {label: 次, unit: 次}}, rule: {deduction: {start: full, "
            "each: [{events: a, point: 1}]}}}"
        ),
        [
            "t.yaml:1:102: 错误：“each”第1项缺少“points”",
            "→ 这一项必须写",
            "t.yaml:1:114: 错误：“each”第1项没有“point”这个键",
            "→ 是否想写：points？",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 1, inputs: {a: {label: 次, unit: 次}}, rule: {deduction: {start: half, "
            "each: [{events: a, points: 1}]}}}"
        ),
        [
            "t.yaml:1:89: 错误：“start”应为full、judged，或数字；这里写的是“half”",
        ],
    ),
    (
        "{id: A1, label: 党建, max: 1, rule: {deduction: {start: full, each: []}}}",
        [
            "t.yaml:1:67: 错误：“each”至少要有1项",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 1, inputs: {a: {label: 学生, unit: 人}}, rule: {bands: {value: [a], bands: "
            "[{above: 1, points: 1}]}}}"
        ),
        [
            "t.yaml:1:86: 错误：“value”应为算式，例如 students / teachers",
        ],
    ),
    (
        "{id: A1, label: 党建, max: 1, inputs: {a: {label: 学生, unit: 人}}, rule: {all_of: {when: {}, points: 1}}}",
        [
            "t.yaml:1:80: 错误：“when”至少要有1项",
        ],
    ),
    (
        "{id: A1, label: 党建, max: 2, rule: {judged: {allowed: [{from: 2, to: 1}]}}}",
        [
            "t.yaml:1:55: 错误：“allowed”第1项：from（2）不能大于to（1）",
        ],
    ),
    (
        "{id: A1, label: 党建, max: 2, rule: {judged: {allowed: [零, {from: 1, to: 2}]}}}",
        [
            "t.yaml:1:55: 错误：“allowed”第1项应为数字，或“键: 值”的形式；这里写的是“零”",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 2, inputs: {a: {label: 学生, unit: 人}}, rule: {relative: {value: a, "
            "better: lower, reference: sum, population: everyone, bands: [{below: 1, points: 1}]}}}"
        ),
        [
            "t.yaml:1:118: 错误：“reference”应为pooled、mean，或“键: 值”的形式；这里写的是“sum”",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 2, inputs: {a: {label: 学生, unit: 人}}, rule: {relative: {value: a, "
            "reference: pooled, population: everyone, bands: [{below: 1, points: 1}]}}}"
        ),
        [
            "t.yaml:1:71: 错误：“relative”缺少“better”",
            "→ 这一项必须写",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 2, inputs: {a: {label: 学生, unit: 人}}, rule: {rank_table: {value: a, "
            "better: higher, population: everyone, points: {一: 2}}}}"
        ),
        [
            "t.yaml:1:141: 错误：“points”的键“一”应为整数，这里写的是“一”",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 2, inputs: {a: {label: 学生, unit: 人}}, rule: {checklist: {items: "
            "[{label: 一, when: {a: {above: 1}}}], shares: same}}}"
        ),
        [
            "t.yaml:1:135: 错误：“shares”应为equal，或列表；这里写的是“same”",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 2, inputs: {a: {label: 学生, unit: 人}}, rule: {top: {ranks: 三, "
            "population: everyone, better: higher, points: 2, otherwise: {bands: {value: a, bands: [{above: 1, "
            "points: 1}]}}}}}"
        ),
        [
            "t.yaml:1:84: 错误：“ranks”应为整数，这里写的是“三”",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 2, inputs: {a: {label: 成果, records: {classes: {奖: {weight: 2, events: "
            "[授权], counted: [受理]}}}}}, rule: {catalogue: {of: a, cap: 2}}}"
        ),
        [
            "t.yaml:1:73: 错误：“奖”：counted里的“受理”不在events里",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 2, inputs: {a: {label: 成果, records: {classes: {}}}}, rule: {catalogue: "
            "{of: a, cap: 2}}}"
        ),
        [
            "t.yaml:1:63: 错误：“classes”至少要有1项",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 2, evidence: {m: {label: 会, unit: 次, line_by: {attribute: partyy, "
            "党总支: {at_least: 3}, 支部: 3}}}, rule: {judged: {}}}"
        ),
        [
            "t.yaml:1:84: 错误：没有“partyy”这项单位属性",
            "→ 是否想写：party？",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 1, inputs: {a: {label: 次, unit: 次}}, rule: {deduction: {start: , each: "
            "[{events: a, points: 1}]}}}"
        ),
        [
            "t.yaml:1:82: 错误：“start”应为full、judged，或数字；这里写的是空的",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 1, inputs: {a: {label: 次, unit: 次}}, rule: {deduction: {start: {a: 1}, "
            "each: [{events: a, points: 1}]}}}"
        ),
        [
            "t.yaml:1:82: 错误：“start”应为full、judged，或数字；这里写的是“键: 值”",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 2, evidence: {m: {label: 会, unit: 次, line_by: {attribute: party, 党总支: "
            "{at_least: 3}, 支部: {at_least: 3}, 直属党支部: 3}}}, rule: {judged: {}}}"
        ),
        [
            "t.yaml:1:111: 错误：没有“支部”这个党组织类型",
            "→ 是否想写：直属党支部？",
            "t.yaml:1:137: 错误：“直属党支部”应写界限",
            "→ 例如 {at_least: 3}",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 2, inputs: {m: {label: 会, unit: 次, line_by: {党总支: {at_least: 3}}}}, "
            "rule: {judged: {}}}"
        ),
        [
            "t.yaml:1:61: 错误：line_by要写attribute（单位属性的名称）",
            "→ 可用的有：party",
        ],
    ),
    (
        (
            "{id: A1, label: 党建, max: 2, inputs: {m: {label: 会, unit: 次, line_by: {attribute: {at_least: "
            "3}}}}, rule: {judged: {}}}"
        ),
        [
            "t.yaml:1:71: 错误：line_by要写attribute（单位属性的名称）",
            "→ 可用的有：party",
        ],
    ),
    (
        "{id: A1, label: 党建, max: 2, rule: {judged: {allowed: [{form: 0, to: 1}]}}}",
        [
            "t.yaml:1:55: 错误：“allowed”第1项缺少“from”",
            "→ 这一项必须写",
            "t.yaml:1:56: 错误：“allowed”第1项没有“form”这个键",
            "→ 是否想写：from？",
        ],
    ),
    (
        (
            "id: A1\n"
            "label: 党建\n"
            "max: 1\n"
            "inputs: {a: {label: 次, unit: 次}}\n"
            "rule:\n"
            "  conditional:\n"
            "    when: {a: {abov: 1}}\n"
            "    then: {bands: {value: a, bands: [{at_leest: 1, points: 1}]}}\n"
            "    otherwise: {judged: {alowed: [0]}}\n"
        ),
        [
            "t.yaml:7:16: 错误：“a”没有“abov”这个键",
            "→ 是否想写：above？",
            "t.yaml:8:39: 错误：“bands”第1项没有“at_leest”这个键",
            "→ 是否想写：at_least、at_most？",
            "t.yaml:9:26: 错误：“judged”没有“alowed”这个键",
            "→ 是否想写：allowed？",
        ],
    ),
]


@pytest.mark.parametrize(("text", "messages"), INDICATORS)
def test_an_indicator_is_refused(text: str, messages: list[str]) -> None:
    """A wrong rule or input is told with its place and what is allowed."""
    assert indicator_mistakes(text) == messages
