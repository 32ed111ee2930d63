"""What becomes of units inside a year, as it is written; each mistake with its place and what to do."""

import pytest

from assess.year.evidence import Former, Unit, UnitHistory
from assess.year.unit_changes import with_former_names
from tests.scheme.small import evidence, file_mistakes, unit, unit_mistakes

HEAD = "scheme: small\ntitle: 虚构年度\nunits:\n"


def named(unit_id: str, name: str, keys: str = "") -> str:
    """A college of the small scheme."""
    return f"- {{id: {unit_id}, name: {name}, type: college, {keys}}}\n"


def year(*units: str) -> str:
    """A year of these units."""
    return HEAD + "".join(units)


def first(keys: str) -> Unit:
    """甲学院, with these keys, beside 乙学院 and 丙学院."""
    return evidence(year(named("a", "甲学院", keys), named("b", "乙学院"), named("c", "丙学院"))).units[0]


def test_everything_that_becomes_of_a_unit() -> None:
    """Former names and heads, first and last day, who continues it and whom it continues."""
    history = first(
        "formerly: [{name: 旧学院, short: 旧院, changed: 2018-10-01}, {head: 张三, changed: 2019-03-01}],"
        " since: 2018-09-10, until: 2019-05-31, successor: [b, c], previous: [x, y]"
    ).history
    assert history == UnitHistory(
        formerly=(Former("2018-10-01", "旧学院", "旧院"), Former("2019-03-01", head="张三")),
        since="2018-09-10",
        until="2019-05-31",
        successors=("b", "c"),
        previous=("x", "y"),
    )


def test_one_successor_may_stand_alone() -> None:
    """A merger has one successor, which needs no brackets."""
    assert first("until: 2019-05-31, successor: b").history.successors == ("b",)


@pytest.mark.parametrize(
    ("until", "takes_part"),
    [("2019-08-30", False), ("2019-08-31", True), ("2019-10-01", True)],
)
def test_a_unit_that_ended_in_the_period_takes_no_part(until: str, takes_part: bool) -> None:  # noqa: FBT001 a fact
    """One that was there to the last day of the period (2019-08-31) is assessed as any other."""
    assert first(f"until: {until}").takes_part is takes_part


def test_whoever_names_a_unit_may_use_its_former_names() -> None:
    """The present name comes first; a name that stands there twice counts once."""
    found = first("short: 甲, formerly: [{name: 旧学院, changed: 2018-10-01}, {name: 甲, changed: 2018-09-10}]")
    assert found.names == ("甲学院", "甲", "旧学院")


def test_why_a_unit_is_not_graded() -> None:
    """参加但不定等次 has a reason; `graded: true` says nothing."""
    assert first("graded: {no: 新设立不满半年}").ungraded == "新设立不满半年"
    assert first("graded: true").ungraded == ""


def test_what_a_unit_says_of_itself() -> None:
    """Of its year, and of single indicators; what is blank is not said."""
    found = unit("self_report: 完成了全部任务\nself_notes: {A1: 按时开会, A2: , A4: ''}\n")
    assert (found.self_report, found.self_notes) == ("完成了全部任务", {"A1": "按时开会"})


def test_a_paper_has_both_names() -> None:
    """All former names, oldest first, though they are written otherwise; a unit without any has its own."""
    found = first("formerly: [{name: 旧学院, changed: 2018-12-01}, {name: 老系, changed: 2018-10-01}]")
    assert with_former_names(found) == "甲学院（原老系、旧学院）"
    assert with_former_names(first("formerly: [{head: 张三, changed: 2018-12-01}]")) == "甲学院"


def test_a_unit_may_have_had_another_table() -> None:
    """One of its own list."""
    found = unit("type: office\ntable: dean\nformerly: [{table: finance, changed: 2019-03-01}]\n")
    assert found.history.formerly == (Former("2019-03-01", table="finance"),)


MISTAKES = [
    (
        "graded: false\n",
        ["“graded”应为true，或“键: 值”的形式；这里写的是“false”", "参加考核但不定等次的写成 {no: 原因}"],
    ),
    ("graded: {no: ''}\n", ["“no”不能为空", ""]),
    ("until: 2019-02-30\n", ["“until”：没有2019-02-30这一天", ""]),
    (
        "since: 2019-03-01\nuntil: 2019-02-28\n",
        ["甲学院的最后一天（until）2019-02-28早于第一天（since）2019-03-01", ""],
    ),
    (
        "successor: dean\n",
        [
            "甲学院写了并入或分设成的单位（successor），要写最后一天（until）",
            "例如 until: 2019-03-01；没有撤并的，删去承接的单位（successor）",
        ],
    ),
    ("until: 2019-03-01\nsuccessor: deen\n", ["没有“deen”这个单位，不能由它承接甲学院", "是否想写：dean？"]),
    (
        "until: 2019-03-01\nsuccessor: college_a\n",
        ["甲学院不能由自己承接", "请写并入或分设成的另一个单位（successor）"],
    ),
    ("until: 2019-03-01\nsuccessor: [dean, dean]\n", ["并入或分设成的单位（successor）里“dean”写了两次", "只写一次"]),
    (
        "previous: 旧学院\n",
        ["“previous”写成“旧学院”不行：英文字母开头，只用英文字母、数字、“.”、“-”、“_”", ""],
    ),
    (
        "previous: [x, college_a]\n",
        [
            "甲学院承接的上一年单位（previous）里写了自己的编号“college_a”",
            "编号相同的就是同一个单位，不用写；请只写编号不同的上一年单位",
        ],
    ),
    ("previous: [x, x]\n", ["承接的上一年单位（previous）里“x”写了两次", "只写一次"]),
    ("formerly: [{name: 旧学院}]\n", ["“formerly”第1项缺少“changed”", "这一项必须写"]),
    (
        "formerly: [{changed: 2019-03-01}]\n",
        [
            "“formerly”第1项：写明这一天改了什么：原来的name（名称）、short（简称）、head（负责人）、table（指标表），至少一项",
            "",
        ],
    ),
    (
        "formerly: [{name: 甲学院, changed: 2019-03-01}]\n",
        ["甲学院原来的名称“甲学院”与变更以后的相同", "变更以前（formerly）写原来的名称；没有变更的，请删去"],
    ),
    (
        "head: 李四\nformerly: [{head: 王五, changed: 2019-05-01}, {head: 王五, changed: 2019-03-01}]\n",
        ["甲学院原来的负责人“王五”与变更以后的相同", "变更以前（formerly）写原来的负责人；没有变更的，请删去"],
    ),
    (
        "formerly: [{name: 旧, changed: 2019-03-01}, {name: 更旧, changed: 2019-03-01}]\n",
        ["甲学院原来的名称“旧”和“更旧”都写在2019年3月1日变更", "同一天只能变更一次，请核对变更日期（changed）"],
    ),
    (
        "formerly: [{table: dean, changed: 2019-03-01}]\n",
        ["二级学院不分指标表，不能写指标表（table）", "请删去"],
    ),
    (
        "type: office\ntable: dean\nformerly: [{table: finanse, changed: 2019-03-01}]\n",
        ["没有“finanse”这张指标表", "是否想写：finance？"],
    ),
    ("self_notes: {A9: 好}\n", ["甲学院没有“A9”这个评分的指标", "是否想写：A7、A6、A5？"]),
    ("self_notes: {A1: [好]}\n", ["甲学院“A1”的自评说明应为文字", ""]),
    ("self_notes: 好\n", ["“self_notes”应为“键: 值”的形式", ""]),
]


@pytest.mark.parametrize(("text", "said"), MISTAKES)
def test_a_mistake_in_a_unit_s_year_is_told(text: str, said: list[str]) -> None:
    """What is wrong stands at its place in the file, with what to do."""
    first, *hint = unit_mistakes(text)
    place, _, sentence = first.partition(": 错误：")
    assert place.startswith("u.yaml:")
    assert [sentence, "".join(hint).removeprefix("→ ")] == said


def test_a_table_of_an_unknown_type_is_complained_of_once() -> None:
    """Which tables there are is not known where the type is not."""
    said = unit_mistakes("type: colege\nformerly: [{table: dean, changed: 2019-03-01}]\n")
    assert [one for one in said if "错误" in one] == ["u.yaml:1:7: 错误：没有“colege”这个单位类型"]


def test_who_ended_before_continues_nobody() -> None:
    """乙学院 had ended when 甲学院 was merged into it."""
    said = file_mistakes(
        year(
            named("a", "甲学院", "until: 2019-05-31, successor: b"),
            named("b", "乙学院", "until: 2019-03-31, successor: c"),
            named("c", "丙学院"),
        )
    )
    assert said == [
        "e.yaml:4:67: 错误：乙学院（b）到2019-03-31为止，不能承接2019-05-31才撤并的甲学院",
        "→ 请核对两个单位的最后一天（until），或写最后承接的单位",
    ]


def test_units_do_not_continue_each_other_in_a_circle() -> None:
    """Told once, where it is written first, though a split leads into it and out of it."""
    said = file_mistakes(
        year(
            named("d", "丁学院", "until: 2019-03-31, successor: [a, e]"),
            named("a", "甲学院", "until: 2019-03-31, successor: [e, b]"),
            named("b", "乙学院", "until: 2019-03-31, successor: c"),
            named("c", "丙学院", "until: 2019-03-31, successor: [x, a]"),
            named("e", "戊学院"),
        )
    )
    assert said == [
        "e.yaml:5:67: 错误：承接的单位绕成了一圈：甲学院→乙学院→丙学院→甲学院",
        "→ 最后总要有一个单位没有撤并，请核对并入或分设成的单位（successor）",
        "e.yaml:7:67: 错误：没有“x”这个单位，不能由它承接丙学院",
        "→ 可用的有：d、a、b、e",
    ]


def test_a_former_name_belongs_to_one_unit() -> None:
    """A paper under it could not be told; the second unit that claims it is asked."""
    said = file_mistakes(
        year(
            named("a", "甲学院", "formerly: [{name: 旧学院, changed: 2019-03-01}]"),
            named("b", "乙学院", "formerly: [{name: 旧学院, changed: 2019-04-01}]"),
        )
    )
    assert said == [
        "e.yaml:5:55: 错误：“旧学院”写成乙学院的原名，又是甲学院的原名",
        "→ 一个原名只能属于一个单位；分设的，写原单位的最后一天（until）和分设成的单位（successor）",
    ]


def test_a_unit_without_grade_is_not_graded_by_decision() -> None:
    """One of the two is wrong; other decisions may stand."""
    decisions = (
        "decisions:\n"
        "- {unit: a, kind: grade, grade: 合格, reason: 审议, by: 领导小组, at: 2019-09-20}\n"
        "- {unit: a, kind: award, award: outstanding, reason: 大赛, by: 领导小组, at: 2019-09-20}\n"
        "- {unit: b, kind: grade, grade: 合格, reason: 审议, by: 领导小组, at: 2019-09-20}\n"
    )
    said = file_mistakes(year(named("a", "甲学院", "graded: {no: 试运行}"), named("b", "乙学院")) + decisions)
    assert said == [
        "e.yaml:7:33: 错误：甲学院写了不定等次（试运行），又决定为“合格”",
        "→ 请删去其中一处",
    ]
