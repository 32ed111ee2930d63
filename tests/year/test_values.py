"""What a unit's facts become when nothing is wrong with them."""

import textwrap
from fractions import Fraction

import pytest

from assess.entered.records import Record
from assess.entered.values import BallotCount, Fact, Mark, Waived
from assess.ground.place import ProblemsError
from assess.year.evidence import LastYear
from tests import small
from tests.scheme.small import evidence, unit, unit_mistakes


def fact(text: str) -> Fact:
    """The only fact of the first unit."""
    (found,) = unit(text).facts.values()
    return found


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("facts: {A1: 1.5}", (Mark(Fraction(3, 2)),)),
        ("facts: {A1: ' 2 '}", (Mark(Fraction(2)),)),
        ("facts: {A1: [1, 2]}", (Mark(Fraction(1)), Mark(Fraction(2)))),
        ("facts: {A1: {王五: 1, 李四: 2}}", (Mark(Fraction(1), "王五"), Mark(Fraction(2), "李四"))),
        ("facts: {A1: {mark: {wang: 1}}}", (Mark(Fraction(1), "wang"),)),
        ("facts: {A1: {mark: 2, reason: 优}}", (Mark(Fraction(2)),)),
    ],
)
def test_marks(text: str, marks: tuple[Mark, ...]) -> None:
    """A mark is a bare value, a list of several assessors' marks, or marks by name."""
    assert fact(text).values == {"mark": marks}


@pytest.mark.parametrize("text", ["facts: {A1: }", "facts: {A1: ~}", "facts: {A1: {}}", "facts: {A1: []}"])
def test_nothing_entered(text: str) -> None:
    """An empty value is not entered yet: neither 0 nor a mistake."""
    assert fact(text).values == {}


def test_blank_keys() -> None:
    """A unit's key with nothing behind it is as if it were not there."""
    blank = unit("facts:\nhead:\norder:\ntakes_part:\nself_marks:\nballots:\nleaders:\napplication:\nlast_year:\n")
    assert blank == unit("order: 0")


def test_waived() -> None:
    """不适用 is a recorded choice where the rule allows it."""
    assert fact("facts: {A2: 不适用}").values == {"mark": Waived()}


def test_numbers_choices_and_yes() -> None:
    """A number is exact, a choice one of its words, yes or no a truth value."""
    assert fact("facts: {A3.2: {hours: 0.1, days: 3}}").values == {"hours": Fraction(1, 10), "days": Fraction(3)}
    assert fact("facts: {A7: {kind: 乙, works: 是}}").values == {"kind": "乙", "works": True}
    assert fact("facts: {A7: {works: 无}}").values == {"works": False}


def test_a_group_has_inputs_too() -> None:
    """What a group declares is entered under the group, bare where it is one value."""
    assert unit("facts: {A3: 50, A3.1: {students: 1200}}").facts == {
        "A3": Fact({"staff": Fraction(50)}),
        "A3.1": Fact({"students": Fraction(1200)}),
    }


def test_shown_evidence_and_words() -> None:
    """Lines of evidence and the office's words are kept beside the mark."""
    found = fact("facts: {A1: {mark: 1, meetings: 3, remark: 见附件, reason: 缺一次, basis: 档案, note: 复核}}")
    assert found.lines == {"meetings": Fraction(3), "remark": "见附件"}
    assert (found.reason, found.basis, found.note) == ("缺一次", "档案", "复核")


def test_a_note_beside_a_list_that_is_not_entered() -> None:
    """What is written on a list of achievements may come before the list; a title makes it an achievement."""
    assert fact("facts: {A4: {note: 证书在补办}}") == Fact({}, note="证书在补办")
    assert fact("facts: {A4: {note: 证书在补办, basis: 科研处台账}}") == Fact({}, note="证书在补办", basis="科研处台账")
    assert unit_mistakes("facts: {A4: {note: 证书在补办, title: 某课程}}") == [
        "u.yaml:1:13: 错误：“A4 成果”应为列表：每一项前面加“- ”，或在两边加方括号[ ]"
    ]


def test_an_empty_line_of_text_is_left_out() -> None:
    """A line of text that is empty is no line."""
    assert fact("facts: {A1: {mark: 1, remark: ''}}").lines == {}


def test_an_empty_list_waits_for_a_word() -> None:
    """[] is not entered until somebody writes 无, which is a list of nothing."""
    assert fact("facts: {A4: []}") == Fact(unconfirmed=frozenset({"works"}))
    assert fact("facts: {A4: 无}") == Fact({"works": ()})
    assert fact("facts: {A6: 无}") == Fact({"violations": ()})


def test_records() -> None:
    """An achievement keeps what the office wrote; first author unless it says otherwise."""
    text = """
        facts:
          A4:
          - {class: 教学成果奖, level: 国家级, title: 成果一, person: 王五, date: 2019-03-01, document: 教育部令,
             identity: P1, first: 否, note: 公示中}
          - {class: 专利, event: 授权}
          - {class: 教材, event: 出版}
          - {class: 教材}
          A5: [{class: 社科, amount: 20000.5}]
    """
    found = unit(text).facts
    assert found["A4"].values["works"] == (
        Record(
            title="成果一",
            class_name="教学成果奖",
            level="国家级",
            person="王五",
            date="2019-03-01",
            document="教育部令",
            identity="P1",
            first=False,
            note="公示中",
        ),
        Record(class_name="专利", event="授权"),
        Record(class_name="教材", event="出版"),
        Record(class_name="教材"),
    )
    assert found["A5"].values["projects"] == (Record(class_name="社科", amount=Fraction(40001, 2)),)


def test_events() -> None:
    """An event is a sentence, or a table."""
    text = "facts: {A6: [迟到, {title: 早退, person: 甲, date: 2019-05-01, document: 通报, note: 初次}]}"
    late = Record(title="迟到")
    early = Record(title="早退", person="甲", date="2019-05-01", document="通报", note="初次")
    assert fact(text).values == {"violations": (late, early)}


def test_self_marks() -> None:
    """A unit's marks on itself are exact; an empty one is none."""
    assert unit("self_marks: {A1: 1.9, A6: }").self_marks == {"A1": Fraction(19, 10)}


def test_a_self_mark_may_exceed_where_the_points_may() -> None:
    """An indicator without a full mark has no upper bound for the self-mark either."""
    assert unit("self_marks: {A5: 12}").self_marks == {"A5": Fraction(12)}


def test_ballots() -> None:
    """Ballots are counts by level, with those that the unit itself cast."""
    text = """
        ballots:
          staff: {issued: 60, returned: 58, 优秀: 40, 合格: 15, 不合格: 1, 弃权: 1, 无效: 1, own: {优秀: 3, 合格: }}
    """
    assert unit(text).opinions["votes"] == {
        "staff": BallotCount(60, 58, {"优秀": 40, "合格": 15, "不合格": 1}, 1, 1, {"优秀": 3}),
    }


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("{issued: 12, returned: 10, 优秀: 10}", BallotCount(12, 10, {"优秀": 10, "合格": 0, "不合格": 0}, 0, 0)),
        ("{issued: 10, 优秀: 10}", BallotCount(10, 10, {"优秀": 10, "合格": 0, "不合格": 0}, 0, 0)),
        ("{issued: 12, returned: 0}", BallotCount(12, 0, {"优秀": 0, "合格": 0, "不合格": 0}, 0, 0)),
        ("{returned: 3, 弃权: 1, 无效: 2}", BallotCount(None, 3, {"优秀": 0, "合格": 0, "不合格": 0}, 1, 2)),
        ("{优秀: 10}", BallotCount(None, None, {"优秀": 10})),
        ("{issued: 12}", BallotCount(12, None, {})),
        ("{issued: 12, returned: 11, 优秀: 10}", BallotCount(12, 11, {"优秀": 10})),
        ("{优秀: 4, 合格: 3, 不合格: 0}", BallotCount(None, None, {"优秀": 4, "合格": 3, "不合格": 0})),
        (
            "{优秀: 4, 合格: 3, 不合格: 0, 弃权: 1, 无效: 0}",
            BallotCount(None, 8, {"优秀": 4, "合格": 3, "不合格": 0}, 1, 0),
        ),
        ("{own: {优秀: 1}}", BallotCount(None, None, {}, own={"优秀": 1})),
    ],
)
def test_what_is_not_written_is_0_only_where_the_sum_says_so(written: str, count: BallotCount) -> None:
    """All that came back are accounted for, so there is no other; else it is not known."""
    assert unit(f"ballots: {{staff: {written}}}").opinions["votes"] == {"staff": count}


@pytest.mark.parametrize(
    "text", ["ballots: {}", "ballots: {staff: }", "ballots: {staff: {}}", "ballots: {staff: {优秀: }}"]
)
def test_no_ballots_yet(text: str) -> None:
    """Ballots of which nothing is entered are not there."""
    assert unit(text).opinions == {}


def test_leaders() -> None:
    """Leaders' marks are a list or stand by name; an empty place is no mark."""
    found = unit("leaders: {principal: [92, ~, 88.5], deputy: {张三: 90, 李四: }}").opinions["leadership"]
    assert found == {"principal": (Mark(Fraction(92)), Mark(Fraction(177, 2))), "deputy": (Mark(Fraction(90), "张三"),)}
    assert unit("leaders: {principal: [], deputy: }").opinions == {}
    assert unit("leaders: {principal: [~], deputy: {张三: }}").opinions == {}


def test_nobody_among_the_leaders_marked() -> None:
    """无 is an entry, an empty list is none."""
    assert unit("leaders: {principal: 无, deputy: []}").opinions["leadership"] == {"principal": ()}
    assert unit("leaders: {principal: 无}", {"U1": "voted"}).opinions["leadership"] == {"principal": ()}


def test_leaders_by_levels() -> None:
    """Where leaders choose levels, a mark is the level's value, and a number is refused."""
    assert unit("leaders: {principal: [好, 一般]}", {"U1": "voted"}).opinions["leadership"] == {
        "principal": (Mark(Fraction(90)), Mark(Fraction(60))),
    }
    assert unit_mistakes("leaders: {principal: [92]}", {"U1": "voted"}) == [
        "u.yaml:1:23: 错误：甲学院的正职评价不是方案里的等次，允许好、一般",
        "→ 单个评分保密，这里不显示，请到填写的地方核对",
    ]


def test_the_rest_of_a_unit() -> None:
    """Names, order, attributes, application and last year come as they are written."""
    text = """
        short: 甲院
        order: 3
        head: 王五
        contact: 李四
        takes_part: {no: 新设}
        attributes: {party: 党总支}
        application: {meets: [innovation], work: A4, statement: 见附件}
        last_year: {list: academic, rank: 11, of: 11, last: true}
    """
    found = unit(text)
    assert (found.short, found.order, found.head, found.contact, found.absent) == ("甲院", 3, "王五", "李四", "新设")
    assert found.attributes == {"party": "党总支"}
    assert found.application is not None
    assert (found.application.meets, found.application.work) == (("innovation",), "A4")
    assert found.last_year == LastYear("academic", 11, 11, last=True)
    assert not found.takes_part


def test_a_condition_is_not_needed() -> None:
    """An application may name no condition and no work."""
    found = unit("application: {}").application
    assert found is not None
    assert (found.meets, found.work) == ((), "")


def test_the_rest_of_a_file() -> None:
    """Assessors, decisions and the mark for made-up years come as they are written."""
    found = evidence("""\
scheme: small
title: 虚构年度
made_up: true
units: [{id: a, name: 甲, type: college}]
assessors: {王五: a}
decisions:
- {unit: a, kind: bar, bar: accident, reason: 事故, by: 领导小组, at: 2019-09-20}
- {unit: a, kind: grade, grade: 不合格, reason: 事故, by: 领导小组, at: 2019-09-21}
""")
    assert found.made_up
    assert found.assessors == {"王五": "a"}
    assert [(one.kind, one.value, one.at) for one in found.decisions] == [
        ("bar", "accident", "2019-09-20"),
        ("grade", "不合格", "2019-09-21"),
    ]


#: What the default reading asks for under A4: a list of achievements.
WORKS = "facts: {A4: {works: [{class: 专利, event: 授权}], note: 一项}, A7: {works: 有}}\nself_marks: {A4: 2, A7: 1}\n"


def test_what_only_the_default_reading_asks_for_is_passed_over() -> None:
    """Another reading asks for a mark instead of achievements; what is entered for the default may stay."""
    assert unit_mistakes(WORKS, {"U1": "judged"}) == []
    found = unit(WORKS, {"U1": "judged"})
    assert found.facts == {"A4": Fact(note="一项")}
    assert found.self_marks == {"A4": Fraction(2)}
    assert unit("facts: {A4: 7}", {"U1": "judged"}).facts == {"A4": Fact({"mark": (Mark(Fraction(7)),)})}


def test_another_reading_may_still_be_mistaken() -> None:
    """What no reading asks for is a mistake under every one."""
    assert unit_mistakes("facts: {A4: {marks: 7}}", {"U1": "judged"}) == [
        "u.yaml:1:14: 错误：“A4 成果”里没有“marks”这一项",
        "→ 是否想写：mark、works？",
    ]
    assert unit_mistakes("self_marks: {A77: 1}", {"U1": "judged"}) == [
        "u.yaml:1:14: 错误：甲学院没有“A77”这个评分的指标",
        "→ 可用的有：A1、A2、A3.1、A3.2、A4、A5、A6、A8",
    ]


def test_words_and_evidence_of_an_indicator_without_inputs_of_its_own() -> None:
    """It is scored by what is entered at its group; evidence that is shown and the office's words are its own."""
    indicators = """
    - id: K
      label: 师资
      max: 10
      inputs: {teachers: {label: 教师数, unit: 人}}
      indicators:
      - {id: K1, label: 教师, max: 10, evidence: {papers: {label: 论文, unit: 篇}},
         rule: {per_amount: {value: teachers, every: 1, points: 1, cap: 10}}}
    """
    of = small.scheme(small.tree(textwrap.dedent(indicators)))
    year = "- {id: a, name: 甲, type: college, facts: {K: 3, K1: {papers: 2, note: 另附名单}}}"
    (read,) = small.evidence(year, of).units
    assert read.facts["K1"] == Fact(lines={"papers": Fraction(2)}, note="另附名单")
    with pytest.raises(ProblemsError) as refused:
        small.evidence(year.replace("{papers: 2, note: 另附名单}", "2"), of)
    assert "“K1 教师”要分别填写：papers、reason、basis、note" in str(refused.value)
