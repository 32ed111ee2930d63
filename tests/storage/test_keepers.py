"""Who keeps a cycle's single marks, on both databases: named and dismissed through the changes."""

from dataclasses import replace

import pytest

from assess.ground.place import ProblemsError
from assess.services.cycles.cycle_source import cycle_source
from assess.services.cycles.keeping import change_keepers, keepers_in
from assess.services.cycles.past import past_of
from assess.services.scoring import score
from assess.services.upkeep.checking import check
from assess.storage.acts import Act
from tests.storage.office import ACT, Office, cell, key, office


def act(by: str, reason: str = "分工") -> Act:
    """A step of somebody's."""
    return replace(ACT, by=by, reason=reason)


@pytest.fixture
def year(database_url: str) -> Office:
    """A cycle with a unit and a leader's mark."""
    made = office(database_url)
    made.enter(
        cell("a/unit/name", "甲学院"),
        cell("a/unit/type", "secondary_college"),
        cell("a/leadership/principal@王五", "83.37"),
        cell("a/leadership/principal@李四", "71.53"),
    )
    return made


def change(year: Office, added: list[str], removed: list[str], by: str) -> tuple[str, ...]:
    """The keepers afterwards."""
    return change_keepers(year.database, year.code, added, removed, act(by)).keepers


def test_keepers_are_named_and_dismissed(year: Office) -> None:
    """In the order of their naming; naming one twice changes nothing; the changes explain what is there."""
    assert keepers_in(year.database, year.code).keepers == ()
    assert change(year, ["王五", "李四"], [], "张三") == ("王五", "李四")
    assert change(year, ["王五"], [], "李四") == ("王五", "李四")
    assert change(year, ["赵六"], ["王五"], "王五") == ("李四", "赵六")
    found = [(one.old, one.new) for one in past_of(year.database, year.code) if one.change.command == "test"][:4]
    assert found == [("王五", None), (None, "赵六"), (None, "李四"), (None, "王五")]
    assert check(year.database).problems == ()


@pytest.mark.parametrize(
    ("added", "removed", "by", "codes"),
    [
        (["过客"], [], "过客", ["not_a_keeper"]),
        ([], ["王五"], "王五", ["last_keeper"]),
        ([], ["赵六"], "王五", ["unknown_keeper"]),
        (["王五"], ["王五"], "王五", ["unknown_keeper", "last_keeper"]),
    ],
)
def test_what_is_refused_changes_nothing(
    year: Office, added: list[str], removed: list[str], by: str, codes: list[str]
) -> None:
    """Somebody who is no keeper, the last one, one who is none, both at once: all is said, nothing is written."""
    change(year, ["王五"], [], "张三")
    with pytest.raises(ProblemsError) as refused:
        change(year, added, removed, by)
    assert [one.code for one in refused.value.problems] == codes
    assert keepers_in(year.database, year.code).keepers == ("王五",)


def test_naming_without_a_reason_is_refused(year: Office) -> None:
    """Who may see marks is never changed without one."""
    with pytest.raises(ProblemsError) as refused:
        change_keepers(year.database, year.code, ["王五"], [], act("张三", reason=""))
    assert [one.code for one in refused.value.problems] == ["no_reason"]


def test_who_looks_decides_what_is_seen(year: Office) -> None:
    """A keeper's source shows him the mark in the trace; nobody's, and another one's, do not."""
    change(year, ["王五"], [], "张三")
    found = {}
    for name in ("", "李四", "王五"):
        outcome = score(cycle_source(year.database, year.code, name))
        result = outcome.unit("a")
        assert result is not None
        found[name] = "83.37" in str(result.parts["leadership"].score.trace(str))
    assert found == {"": False, "李四": False, "王五": True}


def test_a_mark_that_was_confirmed_is_hidden_in_the_changes_also_when_the_confirmation_is_gone(year: Office) -> None:
    """The value that the confirmation quoted, and the mark itself; a keeper reads both."""
    change(year, ["王五"], [], "张三")
    said = {
        "code": "leader_mark_scale",
        "address": "a/leadership/principal@李四",
        "value": "71.53",
        "by": "王五",
        "reason": "核对过",
    }
    confirmed = "-/confirmed/confirmation#1"
    year.enter(*(cell(confirmed, text, field) for field, text in said.items()))
    year.enter(cleared=[key(confirmed, field) for field in said])
    seen = {
        name: {text for one in past_of(year.database, year.code, viewer=name) for text in (one.old, one.new)}
        for name in ("", "王五")
    }
    assert {"71.53", "83.37"} & seen[""] == set()
    assert {"核对过", "（保密）"} <= seen[""]
    assert {"71.53", "83.37"} <= seen["王五"]
    assert "（保密）" not in seen["王五"]
