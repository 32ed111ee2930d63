"""`assess unit`: the units of a cycle, which keep their ids for good."""

import json

import pytest

from tests.cli.conftest import Program


def test_a_unit_is_added_under_an_id_of_its_own(opened: Program) -> None:
    """By its Chinese name alone; type, table and attributes go by their labels."""
    done = opened("unit", "add", "文学院", "--type", "学院", "--short", "文院", "--head", "王五")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "已加入文学院，编号 u1，这个编号各年不变。",
        "下一步：assess entry show 文学院 看要填什么。",
    ]
    assert "编号 u2" in opened("unit", "add", "教务处", "--type", "处室", "--table", "教务处考核表").out
    assert "编号 lab" in opened("unit", "add", "研究所", "--type", "institute", "--id", "lab", "--absent", "新成立").out
    units = json.loads(opened("unit", "list", "--format", "json").out)["units"]
    assert [(one["id"], one["type"], one["table"], one["order"]) for one in units] == [
        ("u1", "college", None, 1),
        ("lab", "institute", None, 3),
        ("u2", "office", "registry", 2),
    ]
    listed = opened("unit", "list").out.splitlines()
    assert listed[2].split() == ["u1", "文学院", "文院", "学院", "王五"]
    assert listed[3].endswith("不参加：新成立")


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (["文学院", "--type", "系"], "没有单位类型“系”", 2),
        (["处", "--type", "处室", "--table", "财务"], "没有指标表“财务”", 2),
        (["文学院", "--type", "学院", "--attribute", "规模=大"], "没有单位属性“规模”", 2),
        (["文学院", "--type", "学院", "--attribute", "规模"], "应写成 名称=值", 2),
        (["新学院"], "没有写单位类型（--type）", 1),
        (["文学院", "--type", "学院", "--order", "一"], "应为整数", 1),
        (["文学院", "--type", "学院", "--id", "文"], "英文字母开头", 1),
        (["文学院", "--type", "学院", "--id", "-"], "不能再给别的单位", 1),
        (["文学院", "--type", "学院", "--table", "registry"], "不分指标表", 1),
        (["理学院", "--type", "学院", "--id", "arts"], "已经是“文学院”的", 1),
        (["文学院", "--type", "学院"], "单位名称“文学院”重复了，编号“arts”的单位已用", 1),
    ],
)
def test_a_unit_that_cannot_be_is_refused(imported: Program, words: list[str], said: str, code: int) -> None:
    """With what is allowed; nothing is added."""
    before = imported("unit", "list").out
    done = imported("unit", "add", *words)
    assert (done.code, said in done.err) == (code, True), done.err
    assert imported("unit", "list").out == before


def test_an_id_is_never_given_to_another_unit(opened: Program) -> None:
    """Not even when the unit that had it was removed."""
    for name in ("甲", "乙"):
        opened("unit", "add", name, "--type", "学院")
    assert opened("unit", "remove", "乙").code == 0
    assert "编号 u3" in opened("unit", "add", "丙", "--type", "学院").out


def test_a_unit_keeps_its_id_over_the_years(imported: Program, small: object) -> None:
    """A unit of the same name takes the id of the year before; another one under such an id is remarked."""
    assert imported("cycle", "open", "--scheme", str(small), "--code", "2026").code == 0
    assert "编号沿用考核周期 2025 的" in imported("unit", "add", "文学院", "--type", "学院", "--cycle", "2026").out
    other = imported("unit", "add", "新学院", "--type", "学院", "--id", "science", "--cycle", "2026")
    assert "考核周期 2025 里，编号 science 是“理学院”" in other.out


def test_a_unit_is_described(imported: Program) -> None:
    """What is written changes, the rest stays; an empty word clears."""
    done = imported("unit", "set", "文院", "--head", "王五", "--order", "4")
    assert done.out.splitlines()[:3] == ["文学院 单位情况", "  次序    1 → 4", "  负责人  未填 → 王五"]
    assert "简称  文院 → 清除" in imported("unit", "set", "文学院", "--short", "").out
    assert imported("unit", "set", "文学院").code == 2
    away = imported("unit", "set", "光学研究所", "--absent", "停办一年")
    assert "光学研究所不参加考核，不计总分" in away.out
    assert "不参加：停办一年" in imported("unit", "list").out
    assert imported("unit", "set", "光学研究所", "--absent", "").code == 0
    assert "停办一年" not in imported("unit", "list").out


def test_a_unit_that_moves_to_another_list_loses_its_table(opened: Program) -> None:
    """Where its new list has none."""
    opened("unit", "add", "招生办", "--type", "处室", "--table", "registry")
    assert "指标表    教务处考核表 → 清除" in opened("unit", "set", "招生办", "--type", "学院").out


def test_a_name_that_was_wrong_is_put_right(imported: Program) -> None:
    """Without a day the old name is no former name; what is entered stays."""
    done = imported("unit", "rename", "文院", "人文学院", "--short", "人文")
    assert "单位名称  文学院 → 人文学院" in done.out
    assert "就业率    85%" in imported("entry", "show", "人文", "T3").out
    assert imported("entry", "show", "文学院").code == 2


def test_a_unit_with_values_is_removed_only_with_force(imported: Program) -> None:
    """What goes is said, and stays in the history under its id and its last name."""
    imported("entry", "set", "文学院", "群众评议", "--group", "教职工", "满意=29")
    reminders = imported("entry", "confirm").out.splitlines()
    number = next(line.partition(".")[0] for line in reminders if "各项合计37张" in line)
    assert imported("entry", "confirm", number, "--reason", "撕毁一张").code == 0
    refused = imported("unit", "remove", "文学院")
    assert (refused.code, "还有" in refused.err, "--force" in refused.err) == (1, True, True)
    done = imported("unit", "remove", "文学院", "--force", "--reason", "误加")
    assert done.code == 0
    assert "还有关于它的决定、确认、评分人所在单位，共11个值。" in done.out
    assert imported("entry", "show", "文学院").code == 2
    assert "文学院（已去掉） T3 就业率 就业率：85 → 清除" in imported("entry", "history", "文学院").out
    assert imported("entry", "history", "arts", "T3").code == 0
    assert imported("score").code == 0


def test_the_last_unit_stays(opened: Program) -> None:
    """A cycle without any could not be read."""
    assert opened("unit", "list").code == 1
    opened("unit", "add", "文学院", "--type", "学院")
    assert "最后一个单位" in opened("unit", "remove", "文学院").err


def test_a_unit_is_renamed_from_a_day_on(imported: Program) -> None:
    """The former name is kept with the day, is found, and is printed; a second one as well."""
    done = imported(
        "unit", "rename", "文学院", "人文学院", "--short", "人文", "--from", "2025.03.01", "--reason", "改名"
    )
    assert done.code == 0
    assert "原来的名称 文学院" in done.out
    assert imported("unit", "rename", "文学院", "人文艺术学院", "--from", "2025-09-01").code == 0
    assert "就业率    85%" in imported("entry", "show", "人文学院", "T3").out
    (arts,) = (
        one for one in json.loads(imported("unit", "list", "--format", "json").out)["units"] if one["id"] == "arts"
    )
    assert (arts["name"], arts["former_names"]) == ("人文艺术学院", ["文学院", "人文学院"])
    assert imported("unit", "rename", "人文艺术学院", "人文艺术学院", "--from", "2025-10-01").code == 1
    assert imported("unit", "rename", "人文学院", "x", "--from", "三月").code == 2


def test_a_unit_that_is_not_graded(imported: Program) -> None:
    """With a reason, until that is cleared."""
    assert imported("unit", "set", "理学院", "--ungraded", "负责人空缺半年").code == 0
    assert "不定等次：负责人空缺半年" in imported("unit", "list").out
    assert imported("unit", "set", "理学院", "--ungraded", "").code == 0
    assert "不定等次" not in imported("unit", "list").out


def test_a_new_head_from_a_day_on(imported: Program) -> None:
    """The one before is kept; where there was none a day is a mistake."""
    imported("unit", "set", "文学院", "--head", "王五")
    done = imported("unit", "set", "文学院", "--head", "赵六", "--from", "2025-05-01")
    assert "原来的负责人 王五" in done.out
    refused = imported("unit", "set", "理学院", "--head", "赵六", "--from", "2025-05-01")
    assert (refused.code, "原来没有填" in refused.err) == (1, True)


def test_a_unit_is_merged_into_another(imported: Program) -> None:
    """Its last day is the one before; it takes no part any more, and what was entered stays."""
    done = imported("unit", "merge", "光学研究所", "--into", "理学院", "--from", "2025-07-01", "--reason", "撤并")
    assert (done.code, "2025-06-30" in done.out, "理学院" in done.out) == (0, True, True)
    assert "到2025-06-30为止" in imported("unit", "list").out
    assert "论文数    28篇" in imported("entry", "show", "光学研究所", "T4").out
    again = imported("unit", "merge", "光学研究所", "--into", "文学院", "--into", "理学院", "--from", "2025-08-01")
    assert again.code == 0
    assert imported("unit", "merge", "理学院", "--into", "理学院", "--from", "2025-07-01").code == 1
    assert imported("unit", "merge", "理学院", "--into", "工学院", "--from", "2025-07-01").code == 2


def test_a_unit_founded_within_the_year(imported: Program) -> None:
    """Its first day, and the unit of last year that it continues."""
    done = imported("unit", "add", "数据学院", "--type", "学院", "--first-day", "2025-09-01", "--previous", "old_maths")
    assert done.code == 0
    assert "从2025-09-01起" in imported("unit", "list").out
