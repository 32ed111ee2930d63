"""Rows of a list: a number for good in the database, a position in the year."""

from typing import Any, cast

import pytest

from assess.ground.place import ProblemsError
from assess.services.cycles.entering import Edits, enter
from assess.services.cycles.values.adding import add_row
from assess.services.cycles.values.named import Named
from assess.services.cycles.values.setting import Setting, set_values
from tests.storage.office import ACT, Office, cell, key, office

UNIT = (cell("a/unit/name", "甲学院"), cell("a/unit/type", "secondary_college"))
LIST = "a/K1.1a/achievements"


def _titles(of: Office) -> list[str]:
    return [text for one, text in of.held().items() if one.field == "title"]


def _with_three(url: str) -> Office:
    of = office(url)
    of.enter(*UNIT)
    for number, title in enumerate(("甲", "乙", "丙"), 1):
        of.enter(
            cell(f"{LIST}#{number}", "课程、教材、教学资源库", "class"),
            cell(f"{LIST}#{number}", "省级", "level"),
            cell(f"{LIST}#{number}", title, "title"),
        )
    return of


def _clear(of: Office, position: int) -> None:
    keys = [one for one in of.held() if one.address == key(f"{LIST}#{position}").address]
    enter(of.database, of.code, Edits(cleared=keys), ACT)


def test_a_record_that_goes_leaves_the_others_as_they_are(database_url: str) -> None:
    """The third becomes the second for people; a new one comes last."""
    of = _with_three(database_url)
    _clear(of, 2)
    assert _titles(of) == ["甲", "丙"]
    of.enter(cell(f"{LIST}#2", "丙（更正）", "title"))
    of.enter(
        cell(f"{LIST}#3", "课程、教材、教学资源库", "class"),
        cell(f"{LIST}#3", "国家级", "level"),
        cell(f"{LIST}#3", "丁", "title"),
    )
    assert _titles(of) == ["甲", "丙（更正）", "丁"]
    assert [str(one.address) for one in of.held() if one.field == "title"] == [f"{LIST}#1", f"{LIST}#2", f"{LIST}#3"]


def test_what_was_confirmed_follows_its_record(database_url: str) -> None:
    """A confirmation names the record, not the place in a list that others leave."""
    of = _with_three(database_url)
    words = {
        "code": "record_outside_period",
        "address": f"{LIST}#3/date",
        "value": "x",
        "by": "张三",
        "reason": "核对过",
    }
    del words["address"]
    of.enter(
        *(cell("-/confirmed/confirmation#1", text, field) for field, text in {**words, "code": _code()}.items()),
        cell("-/confirmed/confirmation#1", f"{LIST}#3", "address"),
    )
    _clear(of, 1)
    confirmed = {one.field: text for one, text in of.held().items() if one.address.node == "confirmed"}
    assert confirmed["address"] == f"{LIST}#2"
    assert of.source().evidence["confirmed"]


def _code() -> str:
    from assess.year.reminders import REMINDERS

    return REMINDERS[0].code


def test_nothing_becomes_a_list_and_a_list_nothing_only_when_it_is_said(database_url: str) -> None:
    """无 gives way to a record by itself; records give way to 无 only where that is asked for."""
    of = office(database_url)
    of.enter(*UNIT, cell(LIST, "无"))
    of.enter(cell(f"{LIST}#1", "课程、教材、教学资源库", "class"), cell(f"{LIST}#1", "省级", "level"))
    assert {one.address.record for one in of.held() if one.address.node == "K1.1a"} == {1}
    with pytest.raises(ProblemsError, match="另一种写法"):
        of.enter(cell(LIST, "无"))
    of.enter(cell(LIST, "无"), replaces=True)
    assert [text for one, text in of.held().items() if one.address.node == "K1.1a"] == ["无"]


def test_an_empty_list_is_not_the_text_of_one(database_url: str) -> None:
    """A list that nobody has confirmed stays missing; a note that reads [] stays a note."""
    from assess.year.cells import Cell

    of = office(database_url)
    address = key(LIST).address
    of.enter(*UNIT, Cell(address, "", "", is_empty_list=True), cell("a/K1.1a/note", "[]"))
    (unit,) = cast("Any", of.source().evidence["units"])
    assert unit["facts"]["K1.1a"] == {"achievements": [], "note": "[]"}


@pytest.mark.parametrize(("there", "comes"), [("", "title"), ("title", "")], ids=["words", "fields"])
def test_a_row_is_words_or_fields_and_becomes_the_other_only_when_it_is_said(
    database_url: str, there: str, comes: str
) -> None:
    """Never both, whichever came first; in one step they are refused too."""
    of = office(database_url)
    row = "a/B17/violations#1"
    of.enter(*UNIT, cell(row, "原来", there))
    with pytest.raises(ProblemsError, match="另一种写法"):
        of.enter(cell(row, "现在", comes))
    of.enter(cell(row, "现在", comes), replaces=True)
    assert [(one.field, text) for one, text in of.held().items() if one.address.node == "B17"] == [(comes, "现在")]
    new = row.replace("#1", "#2")
    with pytest.raises(ProblemsError, match="既写了一句话，又分栏写了"):
        of.enter(cell(new, "一", there), cell(new, "二", comes))


def test_a_value_that_is_named_twice_in_a_step_is_refused(database_url: str) -> None:
    """Whether a value is set or a row is added: the last one does not win silently."""
    of = office(database_url)
    of.enter(*UNIT)
    setting = Setting([("学生数", "1"), ("students", "2")])
    with pytest.raises(ProblemsError, match="学生数”写了两次"):
        set_values(of.database, of.code, Named("a", "K3.1"), setting, ACT)
    with pytest.raises(ProblemsError, match="名称”写了两次"):
        add_row(of.database, of.code, Named("a", "B17"), [("名称", "甲"), ("title", "乙")], ACT)
    assert {one.address.node for one in of.held()} == {"unit", "year"}
