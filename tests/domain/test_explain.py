"""Points in sentences, for every place where a person reads why."""

import pytest

from assess.domain import explain
from assess.domain.evidence import Fact
from assess.domain.numbers import exact
from assess.domain.outcome import LeafResult, Outcome, UnitResult
from assess.domain.records import Record
from assess.domain.rules.base import Step
from tests.domain import small

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
    ballots: {staff: {issued: 12, 优秀: 6, 合格: 3, 不合格: 1, 弃权: 1, 无效: 1}}
    facts: {A: 4}
    leaders: {principal: {王五: 92, 李四: 88}, deputy: {王五: 90}}
assessors: {王五: a}
"""


def part(name: str, outcome: Outcome) -> list[str]:
    """How a part of 甲 came about."""
    return explain.part_lines(small.unit(outcome, "a").parts[name], outcome)


def test_ballots_in_sentences() -> None:
    """Counts, values of the levels, the exact mean and the one rounding."""
    outcome = small.assessed(YEAR, small.scheme(JUDGED, parts=PARTS))
    assert part("votes", outcome) == [
        "发出12张，收回12张，有效10张（弃权1、无效1）",
        "优秀6票、合格3票、不合格1票；按优秀90分、合格70分、不合格50分计，平均80分",
        "80 ÷ 100 × 20 = 16.00分",
        "依据：二(一)1",
    ]


def test_targets_in_sentences() -> None:
    """Raw points with the applicable full mark, and the conversion."""
    outcome = small.assessed(YEAR, small.scheme(JUDGED, parts=PARTS))
    assert part("targets", outcome) == [
        "指标得分4.00分（适用满分6分）",
        "折算：4.00 ÷ 6 × 10 = 6.67",
    ]


def test_leaders_in_sentences() -> None:
    """How many marked, their mean and the points; how many were recused; which group has no marks yet."""
    outcome = small.assessed(YEAR, small.scheme(JUDGED, parts=PARTS))
    assert part("leadership", outcome) == [
        "正职校领导：2人评价，平均90分，计18.00分（满分20分）",
        "副职校领导：1人评价，平均90分，计9.00分（满分10分）",
        "依据：二(一)3",
    ]
    recused = small.assessed(YEAR, small.scheme(JUDGED, parts=PARTS, recusal="recused"))
    assert part("leadership", recused)[:2] == [
        "正职校领导：1人评价，平均88分，计17.60分（满分20分）；回避1人",
        "副职校领导：还没有评价",
    ]


def test_parts_without_data_say_so() -> None:
    """Nothing is counted where nothing was entered."""
    outcome = small.assessed("  - {id: a, name: 甲, type: college}", small.scheme(JUDGED, parts=PARTS))
    assert part("votes", outcome) == ["还没有有效的测评票", "依据：二(一)1"]
    assert part("targets", outcome) == []


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
