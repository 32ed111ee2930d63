"""Points in sentences, for every place where a person reads why."""

import pytest

from assess.engine.outcome import LeafResult, Outcome, UnitResult
from assess.entered.records import Record
from assess.entered.values import Fact
from assess.ground.numbers import exact
from assess.rules.grammar.step import Step
from assess.words import explanation as explain
from tests import small

PARTS = f"{small.VOTES.strip()}\n{small.TARGETS.strip()}\n{small.LEADERSHIP.strip()}"


def of(outcome: Outcome, leaf: str = "A") -> tuple[LeafResult, UnitResult]:
    """A leaf of 甲."""
    result = small.unit(outcome, "a")
    return result.leaves[leaf], result


def lines(outcome: Outcome, leaf: str = "A") -> list[str]:
    """Why the leaf has its points."""
    return explain.leaf_lines(of(outcome, leaf)[0], outcome)


def note(outcome: Outcome, leaf: str = "A") -> str:
    """The reason on the sheet."""
    result, unit = of(outcome, leaf)
    return explain.leaf_note(result, unit.unit, outcome)


def shown(outcome: Outcome, leaf: str = "A") -> str:
    """The evidence on the sheet."""
    result, unit = of(outcome, leaf)
    return explain.leaf_evidence(result, unit.unit)


JUDGED = small.tree("""
- {id: A, label: 工作实绩, clause: 一1, max: 6, rule: {judged: {waivable: true}}}
- {id: B, label: 团学, clause: 一2, max: 4, except: [foundation], rule: {judged: {}}}
""")


def judged(facts: str, kind: str = "college") -> Outcome:
    """甲 with these facts."""
    return small.assessed(f"  - {{id: a, name: 甲, type: {kind}, facts: {{{facts}}}}}", small.scheme(JUDGED))


def test_a_mark_and_what_was_lost() -> None:
    """The sheet's reason begins with the deduction, then the office's own words."""
    outcome = judged("A: {mark: 5.5, reason: 缺一次会议记录}, B: 4")
    assert lines(outcome) == ["考核评分5.5分，扣0.5分", "依据：一1"]
    assert note(outcome) == "扣0.50分：缺一次会议记录"
    assert note(outcome, "B") == ""


def test_the_mean_of_several_marks_is_rounded_and_said() -> None:
    """The marks are shown without the names of who gave them; a single one stands in its own column already."""
    outcome = judged("A: {王五: 5, 李四: 5, 赵六: 6}, B: [4]")
    assert lines(outcome)[:2] == ["考核评分5.3333分，扣0.6667分", "四舍五入到2位小数：5.33分"]
    assert note(outcome) == "扣0.67分"
    assert shown(outcome) == "3人评分：5、5、6"
    assert shown(outcome, "B") == ""


def test_what_does_not_apply_and_what_is_missing_say_so() -> None:
    """Exempt, waived and missing read differently, and each differently from 0."""
    exempt = judged("A: 6", "foundation")
    assert lines(exempt, "B") == ["该类单位不参加这一指标的考核", "依据：一2"]
    assert note(exempt, "B") == ""
    waived = judged("A: {mark: 不适用, reason: 本年停办}, B: 4")
    assert lines(waived) == ["经认定不适用，不计入满分", "依据：一1"]
    assert note(waived) == "本年停办"
    assert shown(waived) == "认定不适用"
    missing = judged("B: 4")
    assert lines(missing) == ["还有数据没有填写，暂不计分", "依据：一1"]
    assert note(missing) == shown(missing) == ""
    zero = judged("A: 0, B: 4")
    assert lines(zero) == ["考核评分0分，扣6分", "依据：一1"]


MEASURED = """
- list: academic
  indicators:
    - id: K
      label: 师资
      max: 10
      inputs: {staff: {label: 教职工, unit: 人}}
      indicators:
        - id: A
          label: 生师比
          max: 6
          readings: [U1, U2]
          inputs:
            students: {label: 学生数, unit: 人, line: {at_most: 1000}}
            other: {label: 其他数, unit: 人}
          evidence:
            meetings: {label: 会议, unit: 次, line: {at_least: 2}}
            place: {label: 地点, text: true}
            reports:
              label: 报道
              unit: 篇
              line_by: {attribute: party, 党总支: {at_least: 3}}
          rule:
            relative:
              value: students / staff
              better: lower
              reference: pooled
              population: everyone
              bands: [{below: 1, points: 6}]
              otherwise: 1
        - id: B
          label: 成果
          max: 2
          inputs:
            works: {label: 成果, records: {classes: {论文: {weight: 1}}, amount: {label: 字数, unit: 字}}}
            events: {label: 违规, events: {}}
          rule:
            sum:
              of:
                - catalogue: {of: works, cap: 2}
                - bands: {value: events, bands: [{above: 1, points: -1}]}
        - id: C
          label: 落实
          max: 2
          inputs:
            done: {label: 落实, flag: true}
            kind: {label: 类别, choices: [甲类, 乙类]}
            more: {label: 补充, flag: true}
          rule: {bands: {bands: [{when: {done: {at_least: 1}}, points: 2}]}}
"""

READINGS = """
U1:
  clause: 一
  question: 参照值
  default: pooled
  choices:
    pooled: {label: 合计比值}
    mean: {label: 平均值, overlay: [{at: [A, rule, relative, reference], put: mean}]}
U2: {clause: 一, question: 只有一种, default: x, choices: {x: {label: 甲}}}
"""

MEASURED_YEAR = """
  - id: a
    name: 甲
    type: college
    attributes: {party: 党总支}
    facts:
      K: 10
      A: {students: 1100, other: 7, meetings: 2, reports: 2, place: 会议室, basis: 学籍系统, reason: 核实后填}
      B:
        works:
          - {class: 论文, title: 论文一, person: 王五, date: 2019-03-01, amount: 300}
          - {class: 论文, first: false, amount: 5}
        events: 无
      C: {done: 否, kind: 甲类, more: 是}
  - id: b
    name: 乙
    type: college
    facts: {K: 20, A: {students: 400}, B: {works: 无, events: [{title: 一}]}, C: {done: 是}}
"""


def measured(year: str = MEASURED_YEAR, wanted: dict[str, str] | None = None) -> Outcome:
    """甲 and 乙 on inputs of all kinds."""
    scheme = small.scheme(
        MEASURED.strip(),
        wanted,
        readings=READINGS.strip(),
        attributes="{party: {label: 党组织类型, choices: [党总支, 直属党支部]}}",
    )
    return small.assessed(year, scheme)


def test_a_measured_leaf_tells_rule_figure_and_reading() -> None:
    """Only a reading with alternatives is told, and whether it is the default."""
    assert lines(measured()) == [
        "学生数1100人、教职工10人：学生数 ÷ 教职工 = 110",
        "全校院部合计比值50，为其220%",
        "各档条件均不符合，计1分",
        "理解U1：合计比值",
    ]
    assert lines(measured(wanted={"U1": "mean"}))[-1] == "理解U1：平均值（不是默认）"


def test_a_provisional_leaf_says_what_may_change() -> None:
    """The sentence stands behind the rule's."""
    year = MEASURED_YEAR.replace("A: {students: 400}, ", "")
    assert "暂定：参照值还缺其他单位的数据，补齐后可能变化" in lines(measured(year))


def test_the_note_of_a_measured_leaf_is_one_line() -> None:
    """The office's own reason first, then the rule's sentences."""
    assert note(measured()) == (
        "核实后填；学生数1100人、教职工10人：学生数 ÷ 教职工 = 110；"
        "全校院部合计比值50，为其220%；各档条件均不符合，计1分"
    )
    assert note(measured(), "C") == "落实：否；各档条件均不符合，计0分"


def test_everything_entered_is_shown_with_its_line() -> None:
    """Inputs of the group above, inputs that no rule reads, shown evidence with its line, and the basis."""
    assert shown(measured()) == (
        "学生数1100人（≤1000，未达到）；教职工10人；其他数7人；会议2次（≥2，达到）；地点：会议室；报道2篇（≥3，未达到）；学籍系统"
    )


def test_what_is_entered_is_shown_as_it_was_entered() -> None:
    """A number just short of its line is not rounded onto it."""
    year = MEASURED_YEAR.replace("meetings: 2,", "meetings: 1.99999999,").replace("other: 7", "other: 7.123456")
    assert "其他数7.123456人；会议1.99999999次（≥2，未达到）" in shown(measured(year))


def test_evidence_that_the_office_left_out_is_not_shown() -> None:
    """Shown evidence is optional: nothing stands in its place."""
    year = MEASURED_YEAR.replace("meetings: 2, reports: 2, place: 会议室, basis: 学籍系统, ", "")
    assert shown(measured(year)) == "学生数1100人（≤1000，未达到）；教职工10人；其他数7人"


def test_records_events_choices_and_flags_in_words() -> None:
    """Each kind of entry reads as a person would write it."""
    assert shown(measured(), "B") == "成果：论文一（300字，王五，2019-03-01），论文（5字，非第一作者）；违规：无"
    assert shown(measured(), "C") == "落实：否；类别：甲类；补充：是"


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (Record(title="课题", level="省级", event="立项", amount=exact("20000.5")), "课题（省级，立项，20000.5元）"),
        (Record(class_name="论文"), "论文"),
        (Record(), "未写名称"),
    ],
)
def test_a_record_in_words(record: Record, text: str) -> None:
    """Title (or class), then what is known of it."""
    assert explain.record_text(record, "元") == text


def test_a_group_tells_what_bit() -> None:
    """A ceiling on the sum, and what lies on top of it."""
    trees = small.tree("""
- id: K
  label: 获奖
  max: 2
  lift: true
  indicators:
    - {id: A, label: 评分, max: 3, rule: {judged: {}}}
    - id: B
      label: 竞赛
      max: 1
      inputs: {prizes: {label: 省级奖, unit: 项}}
      rule:
        sum:
          of: [{judged: {max: 1}}]
          uncapped: [{per_amount: {value: prizes, every: 1, points: 0.5, steps: whole}}]
""")
    year = "  - {id: a, name: 甲, type: college, facts: {A: 3, B: {mark: 1, prizes: 3}}}"
    group = small.unit(small.assessed(year, small.scheme(trees)), "a").groups["K"]
    assert explain.group_lines(group) == ["合计4分，超过上限2分，按2分计", "其中1.5分不受上限限制"]
    below = small.assessed(
        year.replace("A: 3, B: {mark: 1, prizes: 3}", "A: 1, B: {mark: 1, prizes: 0}"), small.scheme(trees)
    )
    assert explain.group_lines(small.unit(below, "a").groups["K"]) == []


YEAR = """
  - id: a
    name: 甲
    type: foundation
    ballots:
      staff: {issued: 9, returned: 8, 优秀: 5, 合格: 2, 不合格: 1}
      representatives: {issued: 6, returned: 4, 优秀: 1, 合格: 1, 弃权: 1, 无效: 1}
    facts: {A: 4}
    leaders: {principal: {王五: 92, 李四: 88}, deputy: {王五: 90}}
assessors: {王五: a}
"""


def part(name: str, outcome: Outcome) -> list[str]:
    """How a part of 甲 came about."""
    return explain.part_lines(small.unit(outcome, "a").parts[name], outcome)


def voted(ballots: str, **rules: str) -> list[str]:
    """How the ballots on 甲 became points, under these rules."""
    keys = "".join(f"    {name}: {value}\n" for name, value in rules.items())
    year = f"  - {{id: a, name: 甲, type: college, ballots: {{{ballots}}}, facts: {{A: 4, B: 4}}}}"
    parts = f"{small.VOTES.strip()}\n{keys}{small.TARGETS.strip()}"
    lines = part("votes", small.assessed(year, small.scheme(JUDGED, parts=parts)))
    assert lines[-1] == "依据：二(一)1"
    return lines[:-1]


LEVELS = "按优秀90分、合格70分、不合格50分计"


def test_ballots_in_sentences() -> None:
    """Counts, values of the levels, the exact mean and the one rounding."""
    outcome = small.assessed(YEAR, small.scheme(JUDGED, parts=PARTS))
    assert part("votes", outcome) == [
        "发出15张，收回12张，有效10张（弃权1、无效1）",
        "优秀6票、合格3票、不合格1票；按优秀90分、合格70分、不合格50分计，平均80分",
        "80 ÷ 100 × 20 = 16.00分",
        "依据：二(一)1",
    ]


def test_a_mean_that_no_four_places_hold_is_written_with_its_terms() -> None:
    """970 ÷ 11 ÷ 100 × 20 = 17.636…: whoever goes on from the printed line gets the printed points."""
    assert voted("staff: {issued: 12, returned: 9, 优秀: 8, 合格: 1}, representatives: {issued: 2, 优秀: 2}") == [
        "发出14张，收回11张，有效11张（弃权0、无效0）",
        f"优秀10票、合格1票、不合格0票；{LEVELS}，平均970 ÷ 11 = 88.1818分",
        "970 ÷ 11 ÷ 100 × 20 = 17.64分",
    ]


def test_weighted_groups_show_their_counts_means_and_weights() -> None:
    """Where groups are weighted, the pooled counts would give another mean than the one that counts."""
    groups = "{staff: {label: 干部, weight: 3}, representatives: {label: 代表, weight: 1}}"
    given = "staff: {returned: 10, 优秀: 10}, representatives: {returned: 31, 合格: 30, 弃权: 1}"
    keys = small.VOTES.strip()
    assert "groups: {staff: {label: 中层以上干部}, representatives: {label: 教职工代表}}" in keys
    parts = keys.replace(
        "groups: {staff: {label: 中层以上干部}, representatives: {label: 教职工代表}}", f"groups: {groups}"
    )
    year = f"  - {{id: a, name: 甲, type: college, ballots: {{{given}}}, facts: {{A: 4, B: 4}}}}"
    scheme = small.scheme(JUDGED, parts=f"{parts}\n    pooling: weighted\n{small.TARGETS.strip()}")
    assert part("votes", small.assessed(year, scheme)) == [
        f"{LEVELS}，各群体的平均分再按权重合成",
        "干部（权重3）：收回10张，有效10张（弃权0、无效0）；优秀10票、合格0票、不合格0票，平均90分",
        "代表（权重1）：收回31张，有效30张（弃权1、无效0）；优秀0票、合格30票、不合格0票，平均70分",
        "加权平均：(3 × 90 + 1 × 70) ÷ (3 + 1) = 85分",
        "85 ÷ 100 × 20 = 17.00分",
        "依据：二(一)1",
    ]


THREE_GROUPS = """
votes:
  label: 民主测评
  full: {academic: 100, administrative: 100}
  ballots:
    levels: {好: 100, 较好: 80, 一般: 60}
    divide_by: 100
    pooling: weighted
    empty_group: left_out
    groups:
      leaders: {label: 校领导, weight: 0.3}
      heads: {label: 部门负责人, weight: 0.3}
      staff: {label: 教职工, weight: 0.4}
"""


def test_an_absent_group_is_left_out_and_said() -> None:
    """Leaders 30 %, heads 30 %, staff 40 %; no head voted; 90, –, 85 → (27 + 34) ÷ 0.7 = 87.14."""
    year = """
  - id: a
    name: 甲
    type: college
    ballots:
      leaders: {issued: 4, 好: 2, 较好: 2, 一般: 0}
      heads: {issued: 20, returned: 3, 弃权: 2, 无效: 1}
      staff: {issued: 40, returned: 40, 好: 15, 较好: 20, 一般: 5}
    facts: {A: 9}
"""
    scheme = small.scheme(parts=f"{THREE_GROUPS.strip()}\n{small.TARGETS.strip()}")
    outcome = small.assessed(year, scheme)
    assert part("votes", outcome) == [
        "按好100分、较好80分、一般60分计，各群体的平均分再按权重合成",
        "校领导（权重0.3）：发出4张，收回4张，有效4张（弃权0、无效0）；好2票、较好2票、一般0票，平均90分",
        "教职工（权重0.4）：发出40张，收回40张，有效40张（弃权0、无效0）；好15票、较好20票、一般5票，平均85分",
        "加权平均：(0.3 × 90 + 0.4 × 85) ÷ (0.3 + 0.4) = 87.1429分",
        "部门负责人没有有效票，按其余群体计算（权重0.3不计）；发出20张，收回3张，有效0张（弃权2、无效1）",
        "(0.3 × 90 + 0.4 × 85) ÷ (0.3 + 0.4) ÷ 100 × 100 = 87.14分",
    ]
    assert [flag.text for flag in small.unit(outcome, "a").flags] == ["部门负责人没有有效票，按其余群体计算"]
    nobody = year.replace("staff: {issued: 40, returned: 40, 好: 15, 较好: 20, 一般: 5}", "staff: {returned: 0}")
    assert part("votes", small.assessed(nobody, scheme))[-2:] == [
        "教职工没有有效票，按其余群体计算（权重0.4不计）；收回0张，有效0张（弃权0、无效0）",
        "90 ÷ 100 × 100 = 90.00分",
    ]
    assert "加权平均：0.3 × 90 ÷ 0.3 = 90分" in part("votes", small.assessed(nobody, scheme))


def test_abstentions_that_count_and_own_ballots_that_do_not() -> None:
    """The ballots that came back add up from those that count and those that do not, and the levels to these."""
    given = (
        "staff: {returned: 10, 优秀: 6, 合格: 1, 不合格: 0, 弃权: 2, 无效: 1, own: {优秀: 1}},"
        "representatives: {returned: 4, 优秀: 4, own: {优秀: 4}}"
    )
    assert voted(given, abstentions="合格", own_ballots="left_out", empty_group="left_out") == [
        "收回14张，计入8张（弃权2张按合格计、无效1、本单位5张不计）",
        f"优秀5票、合格3票（含弃权2票）、不合格0票；{LEVELS}，平均82.5分",
        "教职工代表除本单位的票外没有有效票，按其余群体计算；收回4张，计入0张（弃权0、无效0、本单位4张不计）",
        "82.5 ÷ 100 × 20 = 16.50分",
    ]


def test_numbers_that_were_not_entered_are_not_printed() -> None:
    """Neither as 0 nor as what they probably are."""
    assert voted("staff: {优秀: 1, 合格: 0, 不合格: 0}, representatives: {优秀: 1, 合格: 0, 不合格: 0}")[0] == "有效2张"


def test_targets_in_sentences() -> None:
    """Raw points with the applicable full mark, and the conversion."""
    outcome = small.assessed(YEAR, small.scheme(JUDGED, parts=PARTS))
    assert part("targets", outcome) == [
        "指标得分4.00分（适用满分6分）",
        "折算：4.00 ÷ 6 × 10 = 6.67",
    ]


def marked(leaders: str, recusal: str = "allowed", **rules: str) -> list[str]:
    """How the leaders' marks on 甲 became points, under these rules; 王五 belongs to 甲."""
    keys = "".join(f"    {name}: {value}\n" for name, value in rules.items())
    year = (
        f"  - {{id: a, name: 甲, type: college, leaders: {{{leaders}}}, facts: {{A: 4, B: 4}}}}\nassessors: {{王五: a}}"
    )
    parts = f"{small.LEADERSHIP.strip()}\n{keys}{small.TARGETS.strip()}"
    lines = part("leadership", small.assessed(year, small.scheme(JUDGED, parts=parts, recusal=recusal)))
    assert lines[-1] == "依据：二(一)3"
    return lines[:-1]


def test_leaders_in_sentences() -> None:
    """How many marked, their mean, the points and their sum; how many were recused; which group has no marks yet."""
    assert marked("principal: {王五: 92, 李四: 88}, deputy: {王五: 90}") == [
        "正职校领导：2人评价，平均90分；90 ÷ 100 × 20 = 18.00分",
        "副职校领导：1人评价，平均90分；90 ÷ 100 × 10 = 9.00分",
        "18.00 + 9.00 = 27.00分",
    ]
    assert marked("principal: {王五: 92, 李四: 88}, deputy: {王五: 90}", "recused") == [
        "正职校领导：1人评价（另有1人回避），平均88分；88 ÷ 100 × 20 = 17.60分",
        "副职校领导的评分人都已回避",
    ]
    assert marked("principal: [92, 88, 85]") == [
        "正职校领导：3人评价，平均265 ÷ 3 = 88.3333分；265 ÷ 3 ÷ 100 × 20 = 17.67分",
        "副职校领导的评分还没有填",
    ]


def test_leaders_whose_marks_were_dropped_are_told_without_the_marks() -> None:
    """How many were dropped and how many count: a single mark is confidential."""
    given = "principal: [90], deputy: {张三: 50, 李四: 80, 赵六: 81, 钱一: 80, 孙二: 80, 周三: 95}"
    assert marked(given, trim="{when_more_than: 5, drop: 1}")[1:] == [
        "副职校领导：6人评价，去掉1个最高分和1个最低分，其余4人平均80.25分；80.25 ÷ 100 × 10 = 8.03分",
        "18.00 + 8.03 = 26.03分",
    ]
    assert marked(given, trim="{when_more_than: 5, drop: 2}")[1] == (
        "副职校领导：6人评价，去掉2个最高分和2个最低分，其余2人平均80分；80 ÷ 100 × 10 = 8.00分"
    )


def test_other_instruments_in_sentences() -> None:
    """Marks of the group's own points, and levels with their values."""
    assert marked("principal: [18, 19], deputy: [9, 8, 9]", instrument="direct") == [
        "正职校领导：2人评价，平均18.5分；计18.50分（满分20分）",
        "副职校领导：3人评价，平均26 ÷ 3 = 8.6667分；计8.67分（满分10分）",
        "18.50 + 8.67 = 27.17分",
    ]
    assert marked("principal: [好, 中], deputy: [中]", instrument="levels", levels="{好: 90, 中: 70}")[0] == (
        "正职校领导：2人评价，按好90分、中70分计，平均80分；80 ÷ 100 × 20 = 16.00分"
    )


def test_leaders_of_whom_a_group_is_left_out() -> None:
    """The others' points are shown with what they are scaled by, so that the part keeps its full mark."""
    assert marked("principal: [92, 88], deputy: 无", empty_group="left_out") == [
        "正职校领导：2人评价，平均90分；90 ÷ 100 × 20 × 30 ÷ 20 = 27.00分",
        "副职校领导没有人评分，按其余各组计算",
    ]
    assert marked("principal: [18, 19], deputy: 无", empty_group="left_out", instrument="direct")[0] == (
        "正职校领导：2人评价，平均18.5分；18.5 × 30 ÷ 20 = 27.75分"
    )
    assert marked("principal: [90], deputy: 无")[1] == "副职校领导没有人评分"
    worthless = "{principal: {label: 正职, points: 30}, guests: {label: 列席人员, points: 0}}"
    parts = small.LEADERSHIP.replace(
        "{principal: {label: 正职校领导, points: 20}, deputy: {label: 副职校领导, points: 10}}", worthless
    )
    scheme = small.scheme(JUDGED, parts=f"{parts.strip()}\n    empty_group: left_out\n{small.TARGETS.strip()}")
    year = "  - {id: a, name: 甲, type: college, leaders: {principal: 无, guests: [90]}, facts: {A: 4, B: 4}}"
    assert part("leadership", small.assessed(year, scheme))[:2] == ["正职没有人评分", "列席人员：1人评价，平均90分"]


def test_points_have_two_places_where_only_totals_are_rounded() -> None:
    """The terms lead to them exactly (U15); the sheet says why a sum of them may differ in the last place."""
    year = "  - {id: a, name: 甲, type: college, leaders: {principal: [80, 80, 90], deputy: [80]}, facts: {A: 4, B: 4}}"
    parts = f"{small.LEADERSHIP.strip()}\n{small.TARGETS.strip()}"
    scheme = small.scheme(JUDGED, parts=parts, rounding="{digits: 2, at: total}")
    assert part("leadership", small.assessed(year, scheme))[:3] == [
        "正职校领导：3人评价，平均250 ÷ 3 = 83.3333分；250 ÷ 3 ÷ 100 × 20 = 16.67分",
        "副职校领导：1人评价，平均80分；80 ÷ 100 × 10 = 8.00分",
        "16.67 + 8.00 = 24.67分",
    ]


TRIMMED = small.tree("""
- id: A
  label: 工作实绩
  max: 10
  mark_step: 0.5
  rule: {judged: {assessors: {trim: {when_more_than: 2}}}}
""")


def test_dropped_and_recused_marks_stand_beside_the_marks() -> None:
    """The sheet names the marks that were dropped, and of a recused assessor only that there was one."""

    def facts(marks: str, recusal: str) -> str:
        year = f"  - {{id: a, name: 甲, type: college, facts: {{A: {marks}}}}}\nassessors: {{王五: a}}"
        return shown(small.assessed(year, small.scheme(TRIMMED, recusal=recusal)))

    marks = "{王五: 1.5, 李四: 9, 赵六: 7, 钱一: 8.5}"
    assert facts(marks, "allowed") == "4人评分：1.5、9、7、8.5，去掉最高9分、最低1.5分，其余2人平均7.75分"
    assert facts(marks, "recused") == "3人评分：9、7、8.5，去掉最高9分、最低7分，其余1人平均8.5分，另有1人回避，不计"
    assert facts("{王五: 1.5, 李四: 9}", "recused") == "1人评分：9，另有1人回避，不计"
    assert facts("{王五: 1.5, 李四: 9}", "allowed") == "2人评分：1.5、9"


def test_marks_that_a_deduction_starts_from_are_told_alike() -> None:
    """Recused assessors are left out there too, and where a deduction is at discretion."""
    trees = small.tree("""
- id: A
  label: 工作
  max: 6
  inputs: {late: {label: 迟报, unit: 次}}
  rule:
    deduction:
      start: judged
      each: [{when: {late: {at_least: 1}}, discretion: {input: less, allowed: [{from: 0, to: 2}]}}]
""")
    year = """
  - {id: a, name: 甲, type: college, facts: {A: {late: LATE, mark: {王五: 2, 李四: 5}, less: {王五: 2, 李四: 1}}}}
assessors: {王五: a}
"""
    scheme = small.scheme(trees, recusal="recused")
    late = small.assessed(year.replace("LATE", "1"), scheme)
    assert shown(late) == "迟报1次；1人评分：5，另有1人回避，不计；1人评分：1，另有1人回避，不计"
    assert of(late)[0].points == 4
    assert of(small.assessed(year.replace("LATE", "0"), scheme))[0].points == 5


def test_parts_without_data_say_so() -> None:
    """Nothing is counted where nothing was entered, and every group that lacks is named."""
    outcome = small.assessed("  - {id: a, name: 甲, type: college}", small.scheme(JUDGED, parts=PARTS))
    assert part("votes", outcome) == [
        "中层以上干部的测评票还没有填",
        "教职工代表的测评票还没有填",
        "依据：二(一)1",
    ]
    assert part("targets", outcome) == []


def test_what_is_entered_of_an_unfinished_part_is_shown() -> None:
    """Groups that are there with their ballots, the others with what they lack."""
    assert voted("staff: {issued: 2, 优秀: 1, 合格: 1}, representatives: {returned: 3, 弃权: 3}") == [
        "中层以上干部：发出2张，收回2张，有效2张（弃权0、无效0）；优秀1票、合格1票、不合格0票，平均80分",
        "教职工代表没有有效票；收回3张，有效0张（弃权3、无效0）",
    ]


def test_the_figures_of_a_step_and_of_the_steps_inside() -> None:
    """Outer before inner."""
    inner = Step("relative", exact("1"), figures=("二", "三"))
    assert list(explain.step_figures(Step("top", exact("1"), figures=("一",), parts=(inner,)))) == ["一", "二", "三"]


def test_a_fact_without_words_has_none() -> None:
    """Reason, basis and note are empty texts by default."""
    assert (Fact().reason, Fact().basis, Fact().note) == ("", "", "")


TABLE = """
- list: academic
  plan: {title: 目标表}
  indicators: [{id: A, label: 指标, max: 10, rule: {judged: {}}}]
"""


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (
            "funds: {budget: 1000, spent: 892, deviation: 招标节约}",
            ["执行数892 ÷ 全年预算数1000 = 89.2%", "满分10分 × 89.2%", "偏差原因：招标节约"],
        ),
        (
            "funds: {budget: 100, spent: 110, deviation: 追加}",
            ["执行数110 ÷ 全年预算数100 = 110%", "满分10分 × 110%，不超过满分", "偏差原因：追加"],
        ),
        ("funds: {budget: 100, spent: 100}", ["执行数100 ÷ 全年预算数100 = 100%", "满分10分 × 100%"]),
        ("funds: {budget: 100}", ["预算资金还没有填全"]),
    ],
)
def test_the_money(facts: str, said: list[str]) -> None:
    """What was spent of how much, the full mark times the rate, and the unit's own reason."""
    money = "money: {label: 预算执行率, full: {academic: 10, administrative: 0}, execution: {}}"
    of_lists = "{academic: 10, administrative: 0}"
    targets = f"targets: {{label: 指标, full: {of_lists}, indicators: {{}}}}"
    scheme = small.scheme(TABLE, parts=f"{money}\n{targets}")
    outcome = small.assessed(f"  - {{id: a, name: 甲, type: college, facts: {{{facts}}}}}", scheme)
    assert explain.part_lines(small.unit(outcome, "a").parts["money"], outcome) == said


OWN_MARKS = small.tree("""
- {id: A, label: 实绩, max: 100, rule: {judged: {max: 30}}}
- {id: B, label: 两项, max: 100, rule: {sum: {of: [{judged: {input: one, max: 30}}, {judged: {input: two, max: 70}}]}}}
- id: C
  label: 按类型
  max: 100
  rule: {by_type: {types: {college: {judged: {input: own, max: 40}}}, otherwise: {judged: {}}}}
- id: E
  label: 均分
  max: 60
  shares: equal
  indicators:
    - {id: E1, label: 一, rule: {judged: {}}}
    - {id: E2, label: 二, rule: {judged: {}}}
- {id: F, label: 奖分, rule: {judged: {max: 5}}}
""")


def own_marks(facts: str) -> Outcome:
    """甲 on marks whose full mark is not that of the thing around them."""
    year = f"  - {{id: a, name: 甲, type: college, facts: {{{facts}}}}}"
    return small.assessed(year, small.scheme(OWN_MARKS))


def test_each_mark_is_explained_against_its_own_full_mark() -> None:
    """30 of 30 in an indicator of 100 lost nothing; what comes from shares is the mark's own; a bonus has none."""
    full = own_marks("A: 30, B: {one: 30, two: 70}, C: {own: 40}, E1: 30, E2: 30, F: 5")
    assert [note(full, leaf) for leaf in "ABC"] == [
        "评分满分30分",
        "考核评分30分（满分30分）；考核评分70分（满分70分）；30 + 70 = 100分",
        "考核评分40分（满分40分）",
    ]
    assert [note(full, leaf) for leaf in ("E1", "E2", "F")] == ["", "", ""]
    less = own_marks("A: {mark: 29.5, reason: 迟报}, B: {one: 0, two: 70}, C: {own: 39}, E1: 29, E2: 0, F: 1")
    assert note(less) == "评分满分30分，扣0.50分：迟报"
    assert note(less, "B").startswith("考核评分0分（满分30分），扣30分；考核评分70分（满分70分）；")
    assert note(less, "C") == "考核评分39分（满分40分），扣1分"
    assert [note(less, leaf) for leaf in ("E1", "E2", "F")] == ["扣1.00分", "扣30.00分", ""]


UNROUNDED = small.tree("""
- id: K
  label: 实绩
  max: 6
  indicators:
    - {id: A, label: 评分, max: 6, rule: {judged: {}}}
    - {id: B, label: 纪律, max: 1, rule: {deduction: {start: judged, each: [{events: late, points: 0.1}]}},
       inputs: {late: {label: 迟到, events: {}}}}
- id: C
  label: 经费
  max: 4
  inputs: {funds: {label: 经费, unit: 万元}}
  rule: {per_amount: {value: funds, every: 3, points: 1, steps: proportional, cap: 4}}
""")


def unrounded(digits: int = 2) -> Outcome:
    """甲 with thirds everywhere, rounded only in the total."""
    year = "  - {id: a, name: 甲, type: college, facts: {A: [5, 5, 6], B: {mark: [1, 1, 0.9], late: 无}, C: 4}}"
    return small.assessed(year, small.scheme(UNROUNDED, rounding=f"{{digits: {digits}, at: total}}"))


def test_a_whole_share_that_no_decimal_writes_has_lost_nothing() -> None:
    """8.33 and 8.34 are all of 25 ÷ 3; 8.32 is a cent less."""
    thirds = small.tree("""
- id: K
  label: 组
  max: 25
  shares: equal
  indicators:
    - {id: A, label: 甲, rule: {judged: {}}}
    - {id: B, label: 乙, rule: {judged: {}}}
    - {id: C, label: 丙, rule: {judged: {}}}
""")
    year = "  - {id: a, name: 甲, type: college, facts: {A: 8.33, B: 8.34, C: 8.32}}"
    outcome = small.assessed(year, small.scheme(thirds, rounding="{digits: 2, at: total}"))
    assert [note(outcome, leaf) for leaf in "ABC"] == ["", "", "扣0.01分"]


def test_points_that_are_not_rounded_are_written_as_on_paper() -> None:
    """With rounding at the total no sentence has more places of points than the paper, and none says 四舍五入."""
    outcome = unrounded()
    assert lines(outcome) == ["考核评分5.33分，扣0.67分"]
    assert note(outcome) == "扣0.67分"
    assert lines(outcome, "B") == ["考核评分0.97分", "迟到0次，每次扣0.1分，扣0分", "扣后计0.97分"]
    assert lines(outcome, "C") == ["经费4万元", "每3万元计1分（按比例），折合1.3333个，计1.33分"]
    group = small.unit(outcome, "a").groups["K"]
    assert explain.group_lines(group, outcome.scheme.places) == ["合计6.3分，超过上限6分，按6分计"]


@pytest.mark.parametrize(
    ("digits", "places", "least"), [(0, "整数", "1"), (1, "1位小数", "0.1"), (2, "2位小数", "0.01")]
)
def test_why_printed_points_need_not_add_up(digits: int, places: str, least: str) -> None:
    """Said where only the total is rounded, and nowhere else."""
    assert explain.rounding_lines(unrounded(digits).scheme) == (
        f"得分只写到{places}，小计、折算和总分都按没有舍入的得分计算；照写出的得分相加，末位可能有出入（如差{least}分）",
    )
    assert explain.rounding_lines(small.scheme(UNROUNDED)) == ()
