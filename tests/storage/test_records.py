"""Rows of a list: a number for good in the database, a position in the year."""

from typing import Any, cast

from assess.services.cycles.entering import Edits, enter
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
    import pytest

    from assess.ground.place import ProblemsError

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
