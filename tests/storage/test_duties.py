"""Who is responsible for what: settled with date and reason, kept with every change, and no part of the evidence."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assess.ground.place import Place, ProblemsError
from assess.ground.tree import Text
from assess.services.cycles.duties.book import duty_book
from assess.services.cycles.duties.settling import Order, Settled, settle, take_back
from assess.services.cycles.opening import Opening, open_new
from assess.storage.history import Wanted, past_changes
from assess.year.duties import Duties, Duty
from tests import small
from tests.storage.office import ACT, Office, cell, office

HERE = Place("命令行")


def text(words: str | None) -> Text | None:
    """A word as it was typed."""
    return None if words is None else Text(words, HERE)


def order(item: str, department: str | None = None, **more: str | list[str]) -> Order:
    """An order as it was typed."""
    typed = {
        name: [Text(one, HERE) for one in given] if isinstance(given, list) else text(given)
        for name, given in more.items()
    }
    return Order(Text(item, HERE), text(department), **typed)  # type: ignore[arg-type]  # the fields of Order


def settled(of: Office, *orders: Order, reason: str = "") -> Settled:
    """Settle in one step."""
    return settle(of.database, of.code, orders, replace(ACT, reason=reason))


def there(of: Office) -> list[Duty]:
    """What stands in the database."""
    return list(duty_book(of.database, of.code).duties)


def mistakes(of: Office, *orders: Order) -> list[str]:
    """What is said of orders that are refused."""
    with pytest.raises(ProblemsError) as caught:
        settled(of, *orders)
    return [f"{one.text}→{one.hint}" if one.hint else one.text for one in caught.value.problems]


def test_duties_stand_in_the_order_of_the_document(database_url: str) -> None:
    """Named by id or label; the first one holds from the beginning of the period."""
    of = office(database_url)
    settled(of, order("K3.1", "人事处", assessors=["张三", "李四"], due="2019年12月1日"), order("民主测评", "组织部"))
    settled(of, order("全部", "目标办"))
    assert there(of) == [
        Duty("*", "2018-09-01", "目标办"),
        Duty("K3.1", "2018-09-01", "人事处", ("张三", "李四"), "2019-12-01"),
        Duty("votes", "2018-09-01", "组织部"),
    ]


def test_a_change_in_the_year_has_its_day_and_its_reason(database_url: str) -> None:
    """Without a day it holds from today; the changes say who, when, old and new."""
    of = office(database_url)
    settled(of, order("K3", "人事处"))
    assert mistakes(of, order("K3", "教发中心")) == [
        "“K3 师资队伍”已经有分工，改动要写明原因→请写原因（命令行上用 --reason）"
    ]
    settled(of, order("K3", "教发中心"), reason="机构调整")
    settled(of, order("K3", "教师发展中心", valid_from="2026.11.27", reason="名称写全"))
    assert there(of) == [
        Duty("K3", "2018-09-01", "人事处"),
        Duty("K3", "2026-11-27", "教师发展中心", reason="名称写全"),
    ]
    with of.database.reading() as session:
        found = [
            (one.address, one.field, one.old, one.new, one.typed_by)
            for one in past_changes(session, of.code, Wanted(starts=("-/duties/",)))
        ]
    assert found == [
        ("-/duties/K3%2026-11-27", "reason", "机构调整", "名称写全", "张三"),
        ("-/duties/K3%2026-11-27", "department", "教发中心", "教师发展中心", "张三"),
        ("-/duties/K3%2026-11-27", "reason", None, "机构调整", "张三"),
        ("-/duties/K3%2026-11-27", "department", None, "教发中心", "张三"),
        ("-/duties/K3%2018-09-01", "department", None, "人事处", "张三"),
    ]


def test_what_is_not_ordered_stays(database_url: str) -> None:
    """A new day for handing in takes nothing else away; an empty word does."""
    of = office(database_url)
    settled(of, order("K3", "人事处", assessors=["张三"], due="2019-12-01"))
    settled(of, order("K3", due="2019-12-15", valid_from="2018-09-01"), reason="推迟")
    assert there(of) == [Duty("K3", "2018-09-01", "人事处", ("张三",), "2019-12-15", "推迟")]
    assert settled(of, order("K3", due="2019-12-15", valid_from="2018-09-01")).changed == []
    settled(of, order("K3", due="", assessors=[], valid_from="2018-09-01"), reason="不定日期")
    assert there(of) == [Duty("K3", "2018-09-01", "人事处", reason="不定日期")]


def test_every_mistake_is_named_and_nothing_is_settled(database_url: str) -> None:
    """All at once, each with what is allowed."""
    of = office(database_url)
    assert mistakes(
        of,
        order("K3.1", "人事处"),
        order("K3.1", "教务处"),
        order("生师彼", "人事处"),
        order("D5", "教务处", due="明天"),
        order("", "教务处"),
        order("K4"),
        order("K5", "很长的部门" * 20, valid_from="2019-02-30"),
        order("K6", "学工处", assessors=[f"第{number}人" for number in range(51)]),
    ) == [
        "“K3.1 专业教师生师比”自2018-09-01起的分工写了两次→只留一行，或写不同的起始日期",
        "没有“生师彼”这个指标或组成部分",
        _TABLES,
        "截止日期应为日期，写成2019-03-01的形式，这里写的是“明天”",
        "没有写指标→写指标、指标组、组成部分或指标表的编号或名称；全部写“全部”",
        "没有写牵头部门、评分人或截止日期→至少写一项",
        "牵头部门太长（最多60个字）→请写简称",
        "起始日期没有2019-02-30这一天",
        "评分人太多（最多50人）",
    ]
    assert there(of) == []


_TABLES = (
    "“D5”有14个→请写编号：academic_affairs/D5、finance/D5、library/D5、logistics/D5、organization/D5、party_office/D5、"
    "publicity/D5、quality/D5、research/D5、security/D5、service_company/D5、student_affairs/D5、supervision/D5、union/D5"
)


def test_a_sign_that_no_database_keeps_is_refused(database_url: str) -> None:
    """It is said, and nothing is written."""
    assert mistakes(office(database_url), order("K3", "人\0事处")) == ["这里有不能保存的字符→请重新输入这一项"]


def test_a_duty_is_taken_back(database_url: str) -> None:
    """The one before holds again; which one is meant has to be clear."""
    of = office(database_url)
    settled(of, order("K3", "人事处"))
    settled(of, order("K3", "教发中心"), reason="机构调整")
    for item, day, said in (
        ("K3", None, "“K3 师资队伍”有2条分工，分别自2018-09-01、2026-11-27起"),
        ("K3", "2026-11-28", "“K3 师资队伍”没有自2026-11-28起的分工"),
        ("K4", None, "“K4 招生工作”没有自己的分工"),
    ):
        with pytest.raises(ProblemsError, match=said):
            take_back(of.database, of.code, Text(item, HERE), text(day), ACT)
    take_back(of.database, of.code, Text("K3", HERE), text("2026-11-27"), ACT)
    assert there(of) == [Duty("K3", "2018-09-01", "人事处")]
    assert Duties(there(of), "2026-12-01").of(["K3"]).department == "人事处"


def test_duties_are_no_evidence(database_url: str) -> None:
    """The year that is read, exported and hashed knows nothing of them."""
    of = office(database_url)
    of.enter(cell("a/unit/name", "甲学院"), cell("a/unit/type", "secondary_college"))
    before = of.held()
    settled(of, order("K3", "人事处"))
    assert of.held() == before
    assert set(of.source().evidence) == {"title", "scheme", "stage", "units"} & set(of.source().evidence)


def test_a_new_cycle_begins_with_the_duties_of_the_last_one(database_url: str) -> None:
    """As they are today, from the new period's first day on, without last year's days for handing in."""
    of = office(database_url)
    settled(of, order("K3", "人事处", assessors=["张三"], due="2019-12-01"), order("K4", due="2019-12-01"))
    settled(of, order("K3", "教发中心"), reason="机构调整")
    open_new(of.database, Opening("lianyungang-2018", code="下一年", previous=of.code), ACT)
    assert list(duty_book(of.database, "下一年").duties) == [Duty("K3", "2018-09-01", "教发中心")]


def _small_scheme(folder: Path, **keys: str) -> Path:
    """A scheme with one mark, in a folder of its own."""
    path = folder / "small"
    path.mkdir()
    written = small.top_level({**small.TOP, "targets": small.ONE_MARK, **keys})
    (path / "scheme.yaml").write_text(written, encoding="utf-8")
    return path


def test_a_new_cycle_takes_what_the_scheme_proposes(database_url: str, tmp_path: Path) -> None:
    """Where the last cycle says who it is, that counts."""
    duties = "{A: {department: 教务处, assessors: [张三], due: 2018-12-01}, 全部: {department: 目标办}}"
    folder = _small_scheme(tmp_path, duties=duties)
    of = office(database_url, folder, "第一年")
    assert there(of) == [
        Duty("*", "2018-09-01", "目标办"),
        Duty("A", "2018-09-01", "教务处", ("张三",), "2018-12-01"),
    ]
    settle(of.database, of.code, [order("A", "科研处", valid_from="2018-10-01")], replace(ACT, reason="调整"))
    later = replace(ACT, at=datetime(2026, 12, 1, tzinfo=UTC))
    opened = open_new(of.database, Opening(str(folder), code="第二年", previous="第一年"), later)
    assert (opened.duties, opened.unplaced) == (2, ())
    assert [one.department for one in duty_book(of.database, "第二年").duties] == ["目标办", "科研处"]


def test_a_duty_for_what_the_new_scheme_has_not_is_named(database_url: str, tmp_path: Path) -> None:
    """It is not carried over, and whoever opens the cycle is told."""
    of = office(database_url)
    settled(of, order("K3", "人事处"), order("民主测评", "组织部"))
    opening = Opening(str(_small_scheme(tmp_path)), code="下一年", previous=of.code)
    opened = open_new(of.database, opening, ACT)
    assert (opened.duties, opened.unplaced) == (0, ("K3 师资队伍", "民主测评"))
