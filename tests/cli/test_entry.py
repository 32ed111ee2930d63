"""`assess entry`: values one by one, in the words that an office has for them."""

import csv
import io
import json
import re

import pytest

from assess.resources import schemes_dir
from tests.cli.conftest import Program


def test_a_value_is_set_and_its_effect_is_said(imported: Program) -> None:
    """Old and new, the points of the indicator, the total, and how much is missing."""
    done = imported("entry", "set", "文院", "就业率", "92")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "文学院 T3 就业率",
        "  就业率  85 → 92",
        "T3 就业率：5.00分 → 10.00分（满分10分）",
        "文学院总分：66.18分 → 71.18分（已填全）",
    ]


@pytest.mark.parametrize("words", [["论文数=15", "教师数=30"], ["论文数＝15", "教师数 = 30"], ["论文数", "15"]])
def test_values_are_named_in_several_ways(imported: Program, words: list[str]) -> None:
    """One by name, or several as pairs, with either sign between them."""
    assert imported("entry", "set", "文学院", "T4", *words).code == 0
    assert "论文数    15篇" in imported("entry", "show", "文学院", "T4").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["文学员", "T3", "92"], "没有单位“文学员”"),
        (["文学院", "就业", "92"], "没有指标“就业”"),
        (["文学院", "T4", "论文", "92"], "的数据“论文”"),
        (["文学院", "T4", "论文=1", "教师=2"], "的数据“教师”"),
        (["文学院", "D1", "1"], "“D1”是“教务处考核表”的指标，文学院没有这一项"),
        (["文学院", "T1", "18", "--assessor", "王五", "--group", "x"], "没有"),
        (["文学院", "T3", "92", "--assessor", "王五"], "不是评分，不分评分人"),
        (["文学院", "T3"], "没有写值"),
        (["文学院", "T4", "论文数=3", "4"], "看不出是什么值"),
        (["文学院", "T4", "论文数", "3", "4"], "看不出是什么值"),
        (["文学院", "T4", "论文数=3", "教师数=4", "--expect", "2"], "--expect 只用于一次填一个值"),
        (["文学院", "T2", "x", "y", "--nothing"], "最多写一个名称"),
        (["文学院", "T5", "--record", "0", "级别=省级"], "“0”应为整数，从1数起"),
    ],
)
def test_a_word_that_means_nothing_is_wrong_usage(imported: Program, words: list[str], said: str) -> None:
    """Exit code 2 for words on the command line that name nothing; nothing is written."""
    before = imported("entry", "history").out
    done = imported("entry", "set", *words)
    assert said in done.err
    assert done.code == (1 if "不分评分人" in said else 2)
    assert imported("entry", "history").out == before


def test_a_wrong_value_is_an_error_and_all_of_them_are_said(imported: Program) -> None:
    """Exit code 1 with what is allowed for each; the right one of the three is not written either."""
    done = imported("entry", "set", "文学院", "T4", "论文数=1.5", "教师数=0", "备注=核对过")
    assert done.code == 1
    assert "论文数应为整数" in done.err
    assert "教师数是0人，允许>0人" in done.err
    assert "共2处错误，没有写出任何结果。" in done.err
    assert "核对过" not in imported("entry", "show", "文学院", "T4").out


def test_nothing_is_no_zero(imported: Program) -> None:
    """无 goes as soon as something is registered, and something goes for 无 only when that is said."""
    assert "无 → 清除" in imported("entry", "add", "理学院", "T2", "迟交试卷").out
    refused = imported("entry", "set", "理学院", "T2", "--nothing")
    assert (refused.code, "--replace" in refused.err) == (1, True)
    done = imported("entry", "set", "理学院", "违规扣分", "--nothing", "--replace", "--reason", "不是本院的")
    assert "违规事件        未填 → 无" in done.out
    assert "违规事件 第1项  迟交试卷 → 清除" in done.out


def test_an_achievement_is_added_changed_and_cleared(imported: Program) -> None:
    """By its position and the names of its fields; the ones behind it move up."""
    added = imported("entry", "add", "理学院", "T5", "类别=发明专利", "名称=透镜", "人员=王五")
    assert "获奖 第3项  未填 → 类别 发明专利；名称 透镜；人员 王五" in added.out
    assert imported("entry", "set", "理学院", "T5", "--record", "3", "名称", "凸透镜").code == 0
    gone = imported("entry", "clear", "理学院", "T5", "--record", "1")
    assert "获奖 第1项  类别 教学奖；级别 国家级；名称 实验课 → 清除" in gone.out
    shown = imported("entry", "show", "理学院", "T5").out
    assert "获奖 第2项  类别 发明专利；名称 凸透镜；人员 王五" in shown
    beyond = imported("entry", "set", "理学院", "T5", "--record", "3", "名称", "棱镜")
    assert (beyond.code, "没有第3项，现有2项" in beyond.err) == (1, True)


def test_a_row_is_right_as_a_whole(imported: Program) -> None:
    """A class that needs a level, a field that there is not, a value that is blank."""
    lacking = imported("entry", "add", "理学院", "T5", "类别=教学奖")
    assert (lacking.code, "级别" in lacking.err) == (1, True)
    unknown = imported("entry", "add", "理学院", "T5", "类别=教学奖", "等级=省级")
    assert (unknown.code, "没有栏“等级”" in unknown.err) == (2, True)
    blank = imported("entry", "add", "理学院", "T5", "类别=发明专利", "名称=")
    assert (blank.code, "名称”没有写值" in blank.err) == (1, True)


def test_only_lists_have_rows(imported: Program) -> None:
    """What is no list is said to be none; a list of words alone takes words."""
    refused = imported("entry", "add", "文学院", "T1", "5")
    assert (refused.code, "不是清单，不能登记一项" in refused.err) == (1, True)
    assert imported("entry", "add", "文学院", "申报先进", "符合的条件", "有明显进步").code == 0
    assert "符合的条件 第1项  有明显进步" in imported("entry", "show", "文学院", "申报先进").out


def test_what_belongs_to_the_year_is_entered_as_well(imported: Program) -> None:
    """A decision is a row of the year's own; it is shown with the rest of what nobody is asked for."""
    words = ("单位=理学院", "决定什么=等次", "等次=先进", "理由=讨论决定", "决定人=考核组", "日期=2026-01-10")
    assert imported("entry", "add", "本年度", "决定", *words).code == 0
    shown = imported("entry", "show", "本年度").out
    assert "决定 第2项         单位 理学院；决定什么 等次；等次 先进；理由 讨论决定" in shown
    assert imported("entry", "clear", "本年度", "决定", "--record", "2").code == 0


def test_a_unit_without_total_says_so(imported: Program) -> None:
    """A group that is entered as empty lacks nothing, and yet there is no total."""
    done = imported("entry", "set", "文学院", "领导评价", "校领导", "--nothing", "--replace")
    assert "文学院总分：66.18分 → 未完成（要填的都填了，但算不出总分，原因见 assess score）" in done.out


def test_marks_by_name(imported: Program) -> None:
    """One mark becomes marks by name only when that is said; then each person has one."""
    refused = imported("entry", "set", "文学院", "T1", "18", "--assessor", "王五")
    assert (refused.code, "已经用另一种写法填了“18.5”" in refused.err) == (1, True)
    assert imported("entry", "set", "文学院", "T1", "18", "--assessor", "王五", "--replace").code == 0
    second = imported("entry", "set", "文学院", "教学质量", "19", "--assessor", "李四")
    assert "T1 教学质量：18.00分 → 18.50分（满分20分）" in second.out
    assert "考核分（王五）  18分" in imported("entry", "show", "文学院", "T1").out
    cleared = imported("entry", "clear", "文学院", "T1", "--assessor", "王五")
    assert "考核分 王五  18 → 清除" in cleared.out


def test_ballots_are_set_by_group(imported: Program) -> None:
    """Several numbers of one group in one step: the sums are right before and after, not between."""
    done = imported("entry", "set", "文学院", "群众评议", "--group", "教职工", "满意=31", "一般=5")
    assert done.code == 0
    assert "教职工 满意  30 → 31" in done.out
    too_many = imported("entry", "set", "文学院", "群众评议", "--group", "教职工", "满意=39")
    assert (too_many.code, "多于收回的38张" in too_many.err) == (1, True)
    gone = imported("entry", "clear", "文学院", "群众评议", "--group", "教职工", "--all")
    assert "群众评议：17.89分 → 未完成（满分20分）" in gone.out
    assert "还缺3项" in gone.out


def test_what_somebody_else_changed_is_not_overwritten(imported: Program) -> None:
    """With the value that was seen: a conflict says what stands there now."""
    assert imported("entry", "set", "文学院", "T3", "86", "--expect", "85").code == 0
    late = imported("entry", "set", "文学院", "T3", "84", "--expect", "85")
    assert (late.code, "看到的是“85”，现在是“86”" in late.err) == (1, True)
    assert imported("entry", "set", "文学院", "T3", "84", "--expect", "").code == 1
    assert imported("entry", "set", "文学院", "T3", "备注", "核对过", "--expect", "").code == 0


def test_clearing_needs_something_to_clear(imported: Program) -> None:
    """A single value goes without its name; of several one is named, or all are meant."""
    assert "就业率  85 → 清除" in imported("entry", "clear", "文学院", "T3").out
    again = imported("entry", "clear", "文学院", "T3")
    assert (again.code, "没有填过，没有可清除的" in again.err) == (1, True)
    several = imported("entry", "clear", "文学院", "T4")
    assert (several.code, "这里填了2项：论文数、教师数" in several.err) == (1, True)
    assert imported("entry", "clear", "文学院", "T4", "论文数").code == 0
    assert "没有填过" in imported("entry", "clear", "文学院", "T4", "论文数", "教师数").err
    assert imported("entry", "clear", "文学院", "T4", "--all").code == 0
    assert imported("entry", "clear", "文学院", "T9").code == 2
    assert imported("entry", "clear", "文学院", "T4", "论文").code == 2


def test_setting_the_same_again_is_no_change(imported: Program) -> None:
    """It is said, and nothing is written down."""
    assert imported("entry", "set", "文学院", "T3", "85").out == "没有改动：原来就是这样填的。\n"


def test_a_unit_is_shown_in_the_order_of_the_document(imported: Program) -> None:
    """What is entered with its unit of measure; what lacks stands out, and can be listed alone."""
    imported("entry", "clear", "文学院", "T3")
    lines = imported("entry", "show", "文院").out.splitlines()
    assert lines[0] == "文学院（院系，学院）：缺1项"
    owners = [line for line in lines if not line.startswith(" ")]
    assert owners.index("群众评议：教职工的测评票") < owners.index("T1 教学质量") < owners.index("领导评价")
    assert "  就业率  缺（≥0%且≤100%）" in lines
    assert "  获奖 第1项  类别 教学奖；级别 省级；名称 读写课" in lines
    missing = imported("entry", "show", "文院", "--missing").out.splitlines()
    assert missing[1:] == ["T3 就业率", "  就业率  缺（≥0%且≤100%）"]
    assert "  备注" in imported("entry", "show", "文院", "T3").out
    assert "  备注" not in imported("entry", "show", "文院").out
    assert all(len(line) <= 80 for line in lines)


def test_a_unit_is_shown_for_other_programs(imported: Program) -> None:
    """JSON and CSV have every question with its address."""
    document = json.loads(imported("entry", "show", "文院", "T4", "--format", "json").out)
    first = document["questions"][0]
    assert (first["address"], first["label"], first["measure"]) == ("arts/T4/papers", "论文数", "篇")
    assert first["values"] == [
        {"address": "arts/T4/papers", "field": "", "title": "文学院 T4 生均成果 论文数", "text": "12"}
    ]
    rows = list(csv.DictReader(io.StringIO(imported("entry", "show", "文院", "--format", "csv").out.lstrip("\ufeff"))))
    assert [row["值"] for row in rows if row["地址"] == "arts/T4/papers"] == ["12"]
    assert [(row["内容"], row["值"]) for row in rows if row["地址"] == "arts/T5/awards#1"] == [
        ("类别", "教学奖"),
        ("级别", "省级"),
        ("名称", "读写课"),
    ]


def test_history_says_who_when_what_and_why(imported: Program) -> None:
    """The newest first, what one step changed together; with people, paper and reason."""
    people = ("--given-by", "人事处赵六", "--checked-by", "李四", "--reason", "更正")
    paper = ("--from", "人事处", "--number", "人〔2025〕3号", "--signed", "--received-on", "2025-12-01")
    imported("entry", "set", "文学院", "T4", "论文数=15", "教师数=31", *people, *paper)
    lines = imported("entry", "history", "文学院", "T4", "--most", "2").out.splitlines()
    said = "（entry set）；提供人：人事处赵六；审核人：李四；来自：人事处，人〔2025〕3号，2025-12-01收到，已签字"
    assert lines[0].partition(" 张三")[2] == f"{said}；理由：更正"
    assert lines[1:] == [
        "  文学院 T4 生均成果 论文数：12 → 15",
        "  文学院 T4 生均成果 教师数：30 → 31",
        "还有更早的，没有列出；加 --most 条数 可以多列。",
    ]
    document = json.loads(imported("entry", "history", "文学院", "T4", "--format", "json").out)
    assert [(one["title"], one["old"], one["new"]) for one in document["changes"]][:2] == [
        ("文学院 T4 生均成果 教师数", "30", "31"),
        ("文学院 T4 生均成果 论文数", "12", "15"),
    ]
    assert document["changes"][0]["paper"]["signed"] is True
    sheet = imported("entry", "history", "--format", "csv").out
    assert "文学院 T4 生均成果 教师数,30,31,更正,人事处" in sheet
    assert imported("entry", "history", "文学员").code == 2


def test_the_history_of_a_record_that_went_is_not_that_of_another(imported: Program) -> None:
    """A record keeps its own history when those before it go."""
    imported("entry", "clear", "理学院", "T5", "--record", "1")
    text = imported("entry", "history", "理学院", "T5").out
    assert "获奖 已去掉的一项：类别 教学奖；级别 国家级；名称 实验课 → 清除" in text
    assert "获奖 第1项：未填 → 类别 发明专利；名称 光栅" in text


def test_reminders_are_listed_and_confirmed_by_number(imported: Program) -> None:
    """With a reason and by name; the numbers of the others stay."""
    listed = imported("entry", "confirm").out
    assert "1. 这份数据写着made_up: true（虚构）" in listed
    assert imported("entry", "confirm", "1").code == 2
    done = imported("entry", "confirm", "1", "--reason", "演示用", "--checked-by", "李四")
    assert (done.code, "确认人：李四" in done.out) == (0, True)
    assert "1. 这份数据" not in imported("entry", "confirm").out
    assert "（已确认：李四，演示用）" in imported("entry", "confirm", "--all").out
    again = imported("entry", "confirm", "1", "99", "--reason", "x")
    assert again.code == 1
    assert "第1条提醒已经确认过（李四：演示用）" in again.err
    assert "没有第99条提醒" in again.err


def test_a_confirmation_needs_a_name(imported: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking needs none."""
    monkeypatch.delenv("ASSESS_USER")
    assert imported("entry", "confirm").code == 0
    assert imported("entry", "confirm", "1", "--reason", "x").code == 2


def test_a_confirmation_takes_the_place_of_the_one_before(imported: Program) -> None:
    """When the value has changed and is confirmed again there is one confirmation, not two."""
    imported("entry", "set", "文学院", "群众评议", "--group", "教职工", "满意=29")
    number = _number_of("各项合计37张", imported("entry", "confirm").out)
    assert imported("entry", "confirm", number, "--reason", "撕毁一张").code == 0
    imported("entry", "set", "文学院", "群众评议", "--group", "教职工", "满意=28")
    number = _number_of("各项合计36张", imported("entry", "confirm").out)
    assert imported("entry", "confirm", number, "--reason", "撕毁两张").code == 0
    assert "各项合计" not in imported("entry", "confirm").out
    assert imported("cycle", "export", "--out", "年.yaml").code == 0


def test_a_half_year_has_no_points(run: Program, clerk: None) -> None:
    """Old and new are said, and nothing of a total that there is not."""
    del clerk
    run("init")
    assert run("cycle", "open", "--scheme", "xuzhou-2022", "--stage", "半年").code == 0
    sample = schemes_dir() / "xuzhou-2022" / "sample" / "half_year.yaml"
    assert run("cycle", "import", sample).code == 0
    unit = json.loads(run("unit", "list", "--format", "json").out)["units"][0]["id"]
    done = run("entry", "set", unit, "预算资金", "备注", "已核对")
    assert done.code == 0, done.err
    assert "未填 → 已核对" in done.out
    assert "总分" not in done.out


def _number_of(words: str, listed: str) -> str:
    return next(line.partition(".")[0] for line in listed.splitlines() if words in line)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("unit", "add", "文学院", "--type", "学院", "--order", "３"), "应为整数，这里写的是“３”\n    → 用半角数字"),
        (("unit", "add", "文学院", "--type", "学院", "--order", "三"), "单位情况 次序: 错误：应为整数，这里写的是“三”"),
        (("unit", "add", "人事处", "--type", "处室"), "人事处 单位情况 单位名称: 错误：人事处要写指标表\n"),
        (
            ("entry", "set", "理学院", "领导评价", "校领导", "95", "--replace"),
            "没有写明是谁评的分\n    → 每位的评分各填一次",
        ),
        (("entry", "add", "理学院", "T5", "日期=2019年"), "第3项的日期：应为日期"),
    ],
)
def test_no_key_of_a_file_is_said_to_a_clerk(imported: Program, words: tuple[str, ...], said: str) -> None:
    """Whoever fills in a database is told of a mistake in the words on the screen, never by the key of a file."""
    answer = imported(*words)
    assert answer.code == 1
    assert said in answer.err
    assert not re.search("order|table|unit name|列表|[{}]|（[a-z]+）", answer.err)
