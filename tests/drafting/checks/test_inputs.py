"""What is asked for."""

from tests.drafting.checks.found import about, found


def test_an_input_that_only_an_alternative_uses() -> None:
    """It is used; a group's input may be used by any leaf below."""
    text = """
targets:
- list: units
  indicators:
  - id: G
    label: 组
    clause: 三
    max: 10
    inputs: {n: {label: 甲数, unit: 次}, m: {label: 乙数, unit: 次}, k: {label: 丙数, unit: 次}}
    indicators:
    - {id: A, label: 甲, clause: 三1, max: 10, rule: {per_amount: {value: n, every: 1, points: 1, cap: 10}}}
readings:
  R1:
    clause: 三1
    question: 按哪个数？
    default: n
    choices:
      n: {label: 甲数}
      m: {label: 乙数, overlay: [{at: [A, rule, per_amount, value], put: m}]}
"""
    assert found(text) == ["input_unused t.yaml:9:64 “G 组”（三）的数据“丙数”（k）没有规则用到"]


_PAIR = """
targets:
- list: units
  indicators:
  - id: A
    label: 甲
    clause: 三1
    max: 6
    inputs: {{n: {{label: 数, {first}}}}}
    rule: {{judged: {{}}}}
    {only}
  - id: B
    label: 乙
    clause: 三2
    max: 4
    inputs: {{m: {{label: 数, {second}}}}}
    rule: {{judged: {{}}}}
"""


def _pair(first: str, second: str, only: str = "except: []") -> list[str]:
    lines = found(_PAIR.format(first=first, second=second, only=only))
    return [line.split(" ", 2)[2] for line in lines if line.startswith("input_twice")]


def test_one_label_for_two_numbers() -> None:
    """Different in unit, time or kind: two meanings; else one number asked twice."""
    assert _pair("unit: 人", "unit: 人次") == ["“数”在“A 甲”（三1）和“B 乙”（三2）里含义不同：人；人次"]
    assert _pair("unit: 人, as_of: 年初", "unit: 人") == ["“数”在“A 甲”（三1）和“B 乙”（三2）里含义不同：人，年初；人"]
    assert _pair("events: {unit: 起}", "choices: [有, 无]") == [
        "“数”在“A 甲”（三1）和“B 乙”（三2）里含义不同：起；选项"
    ]
    assert _pair("flag: true", "records: {classes: {奖: {}}}") == [
        "“数”在“A 甲”（三1）和“B 乙”（三2）里含义不同：是否；成果清单",
    ]
    assert _pair("unit: 人", "unit: 人") == ["“数”（人）在“A 甲”（三1）和“B 乙”（三2）里要填两次，可能填得不一样"]


def test_two_units_may_be_asked_alike() -> None:
    """No unit type has both indicators."""
    text = _PAIR.format(first="unit: 人", second="unit: 人", only="only: [college]")
    assert not [line for line in found(text.replace("max: 4", "max: 4\n    only: [centre]")) if "input_twice" in line]


def test_one_indicator_that_asks_twice() -> None:
    """Under two names."""
    lines = about("inputs: {n: {label: 数, unit: 人}, m: {label: 数, unit: 人}}\nrule: {judged: {}}")
    assert [line.split(" ", 2)[2] for line in lines if "twice" in line] == [
        "“数”（人）在“A1 指标”（三）里要填两次，可能填得不一样",
    ]


def test_lines_of_one_measure() -> None:
    """An evidence line and an input with the same label are held against the same edges."""
    text = """
targets:
- list: units
  indicators:
  - id: A
    label: 甲
    clause: 三1
    max: 6
    evidence: {n: {label: 完好率, unit: "%%", line: {at_least: 90}}}
    rule: {judged: {}}
  - id: B
    label: 乙
    clause: 三2
    max: 4
    evidence: {m: {label: 完好率, unit: "%%", line: {at_least: %s}}}
    rule: {judged: {}}
"""
    assert found(text % 90) == []
    (line,) = found(text % 95)
    assert line.endswith("“完好率”有两条不同的线：“A 甲”（三1）是≥90%，“B 乙”（三2）是≥95%")


def test_numbers_without_a_unit() -> None:
    """Texts need none."""
    lines = about(
        "evidence: {n: {label: 次数}, t: {label: 说明, text: true}, m: {label: 人数, unit: 人}}\nrule: {judged: {}}"
    )
    assert [line.split(" ", 2)[2] for line in lines] == ["“A1 指标”（三）的参考数据“次数”没有写单位（unit）"]


def test_lines_by_attribute() -> None:
    """Every choice has a line, and every unit type the attribute."""
    attributes = "attributes: {party: {label: 党组织, choices: [总支, 支部]}}\n"

    def said(line_by: str) -> list[str]:
        evidence = f"evidence: {{n: {{label: 稿件, unit: 篇, line_by: {{{line_by}}}}}}}\nrule: {{judged: {{}}}}"
        return [line.split("“稿件”")[1] for line in about(evidence, attributes)]

    assert said("attribute: party, 总支: {at_least: 3}, 支部: {at_least: 2}") == []
    assert said("attribute: party, 总支: {at_least: 3}") == ["没有给“党组织”的“支部”定线"]
    attributes = attributes.replace("]}", "], types: [centre]}")
    assert said("attribute: party, 总支: {at_least: 3}") == [
        "没有给“党组织”的“支部”定线",
        "按“党组织”定线，而学院没有这项属性",
    ]
