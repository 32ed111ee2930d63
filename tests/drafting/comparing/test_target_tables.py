"""What two schemes of target tables differ in beside their indicators."""

import pytest

from assess.drafting.comparing import differences
from assess.files.yaml_reader import parse
from assess.scheme.reading.building import build_scheme

SCHEME = """\
id: plan
title: 目标
source: {document: 目标表}
period: {from: 2026-01-01, to: 2026-12-31}
lists: {projects: {label: 项目}}
unit_types: {project: {label: 项目, list: projects}}
parts:
  money: {label: 预算执行率, full: {projects: 10}, execution: {}}
  targets: {label: 指标, full: {projects: 90}, indicators: {partial: raw}}
weights: {origin: 默认, sections: {output: 50, benefit: 30}}
grades:
  origin: 默认的线
  bands: [{label: 优, at_least: 90, at_most: 100}, {label: 差, at_least: 0, below: 90}]
monitoring: {at_risk_from: 80, origin: 默认的下限}
stated_budget: {amount: 100, clause: 合计}
targets:
- table: p1
  label: 项目一
  max: 90
  shares: weights
  plan:
    title: 绩效目标表
    holder: 某校
    units_printed: [万元]
    funds: [{label: 总计, amount: 100}, {label: 财政拨款, amount: 90, part_of: 总计}]
    spending: [{label: 项目支出, half: 40, full: 100}]
    purpose: 办学
    long_term: [办好学]
    goals: [开课, 招生]
    remarks: [{label: 职能, text: 教学}]
    layout: {period_values: [指标值], levels: [一级指标, 三级指标]}
  indicators:
  - {id: output, label: 产出, rule: {target: {full: {printed: ≥8次, at_least: 8, unit: 次}}}}
  - {id: benefit, label: 效益, rule: {attainment: {full: {printed: 健全}}}}
"""


def said(*replacements: tuple[str, str]) -> list[str]:
    """What the changed scheme differs in: `theme: sentence`, without full marks."""
    text = SCHEME
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new, 1)
    schemes = [build_scheme(parse(one, "s.yaml")) for one in (SCHEME, text)]
    found = differences(*schemes)
    assert bool(differences(*reversed(schemes))) == bool(found)
    return [f"{one.theme.value}: {one.sentence()}" for one in found if one.theme.value != "full_marks"]


def test_the_same() -> None:
    """Nothing is said."""
    assert said() == []


@pytest.mark.parametrize(
    ("old", "new", "sentences"),
    [
        ("output: 50", "output: 60", ["parts: 权重“产出”由50改为60"]),
        (
            "sections: {output: 50, benefit: 30}",
            "sections: {output: 50, benefit: 30, duty: 9}",
            ["parts: 新增权重“duty”：9"],
        ),
        ("origin: 默认, ", "", ["parts: 权重的来历由默认改为无"]),
        (
            "execution: {}",
            "execution: {reason_demanded: false}",
            ["parts: “预算执行率”的没有正好执行完时要写原因由是改为否"],
        ),
        ("at_risk_from: 80", "at_risk_from: 70", ["selection: 半年监控“有风险”的下限由80%改为70%"]),
        ("origin: 默认的下限", "origin: 第三条", ["selection: 半年监控线的来历由默认的下限改为第三条"]),
        ("origin: 默认的线", "origin: 第二条", ["selection: 等次线的来历由默认的线改为第二条"]),
        (
            "{label: 差",
            "{label: 不合格",
            ["selection: 取消等次“差”（原≥0%且<90%）", "selection: 新增等次“不合格”：≥0%且<90%"],
        ),
        (
            "stated_budget: {amount: 100,",
            "stated_budget: {amount: 101,",
            ["plans: 原文印出的各表金额合计由100万元改为101万元"],
        ),
        ("stated_budget: {amount: 100, clause: 合计}\n", "", ["plans: 原文印出的各表金额合计由100万元改为无"]),
        ("title: 绩效目标表", "title: 目标表", ["plans: “项目一”：表名由绩效目标表改为目标表"]),
        ("holder: 某校", "holder: 某学院", ["plans: “项目一”：部门（单位）名称由某校改为某学院"]),
        ("[万元]", "[元, 万元]", ["plans: “项目一”：原文印出的金额单位由“万元”改为“元、万元”"]),
        (
            "amount: 90,",
            "amount: 95,",
            ["plans: “项目一”：资金“财政拨款”由90万元（总计的其中数）改为95万元（总计的其中数）"],
        ),
        ("amount: 100}, ", "amount: null}, ", ["plans: “项目一”：资金“总计”由100万元改为空白"]),
        (
            "{label: 项目支出, half: 40",
            "{label: 项目支出, half: 45",
            ["plans: “项目一”：支出计划“项目支出”由“半年40万元、全年100万元”改为“半年45万元、全年100万元”"],
        ),
        (
            "[{label: 项目支出, half: 40, full: 100}]",
            "[]",
            ["plans: “项目一”：取消支出计划“项目支出”（原半年40万元、全年100万元）"],
        ),
        ("purpose: 办学", "purpose: 建设", ["plans: “项目一”：资金用途由办学改为建设"]),
        ("[办好学]", "[]", ["plans: “项目一”：取消中长期目标：办好学"]),
        ("招生]", "招新生]", ["plans: “项目一”：取消年度目标：招生", "plans: “项目一”：新增年度目标：招新生"]),
        ("text: 教学", "text: 科研", ["plans: “项目一”：表头一栏“职能”由教学改为科研"]),
        (
            "period_values: [指标值]",
            "period_values: [实施周期, 年度], cycle_first: true",
            [
                "plans: “项目一”：原表指标值的栏名由“指标值”改为“实施周期、年度”",
                "plans: “项目一”：原表第一栏是实施周期指标值由否改为是",
            ],
        ),
        ("levels: [一级", "points: 分值, levels: [一级", ["plans: “项目一”：原表分值的栏名由无改为分值"]),
        (
            "levels: [一级",
            "indicators_stand_in: 绩效目标, levels: [一级",
            ["plans: “项目一”：原表指标印在的栏由无改为绩效目标"],
        ),
        ("≥8次, at_least: 8", "≥9次, at_least: 9", ["rules: 项目一 output 产出：指标值由≥8次改为≥9次"]),
        ("printed: 健全", "printed: 完善", ["rules: 项目一 benefit 效益：指标值由“健全”改为“完善”"]),
        (
            "rule: {attainment: {full: {printed: 健全}}}",
            "rule: {target: {full: {printed: ≥1个, at_least: 1, unit: 个}}}",
            ["rules: 项目一 benefit 效益：由“指标值“健全”，按达成程度”改为“指标值≥1个；达不到按比例”"],
        ),
    ],
)
def test_one_change(old: str, new: str, sentences: list[str]) -> None:
    """Each is one sentence under its theme."""
    assert said((old, new)) == sentences


def test_what_is_new_or_gone() -> None:
    """Grades, monitoring, weights and the head of a table."""
    assert said((SCHEME[SCHEME.index("grades:") : SCHEME.index("stated_budget")], "")) == [
        "selection: 取消等次“优”（原≥90%且≤100%）",
        "selection: 取消等次“差”（原≥0%且<90%）",
        "selection: 等次线的来历由默认的线改为无",
        "selection: 半年监控“有风险”的下限由80%改为不设",
        "selection: 半年监控线的来历由默认的下限改为无",
    ]
    parts = ("  money: {label: 预算执行率, full: {projects: 10}, execution: {}}\n", "")
    head = SCHEME[SCHEME.index("  plan:") : SCHEME.index("  indicators:")]
    assert "plans: “项目一”：取消表头" in said(parts, (head, ""))
    weights = ("weights: {origin: 默认, sections: {output: 50, benefit: 30}}\n", "")
    assert said(weights, ("shares: weights", "shares: equal")) == [
        "parts: 取消权重“产出”（原50）",
        "parts: 取消权重“效益”（原30）",
        "parts: 权重的来历由默认改为无",
    ]


def test_another_way_to_score_a_part() -> None:
    """The money becomes a panel's marks."""
    panel = "panel: {groups: {heads: {label: 校领导, points: 10}}}"
    assert "parts: “预算执行率”的计分方式由预算执行率改为领导打分" in said(("execution: {}", panel))
