"""What an office does in single steps, on both databases: units, values, rows, what was changed."""

import pytest

from assess.ground.place import ProblemsError
from assess.services.cycles.confirming import confirm, numbered_reminders
from assess.services.cycles.effects import effects_of
from assess.services.cycles.past import past_of
from assess.services.cycles.units.adding import add_unit
from assess.services.cycles.units.describing import describe_unit
from assess.services.cycles.units.merging import merge_unit
from assess.services.cycles.units.removing import remove_unit
from assess.services.cycles.units.words import UnitWords
from assess.services.cycles.values.adding import add_row
from assess.services.cycles.values.clearing import clear_values
from assess.services.cycles.values.named import Named
from assess.services.cycles.values.setting import Setting, set_values
from assess.services.cycles.values.showing import values_of
from assess.storage.acts import Act
from assess.storage.cycles import stored_year
from assess.storage.ledger import broken_links
from tests.storage.office import ACT, Office, key, office

REASON = Act("李四", "entry confirm", ACT.at, "核对过")


@pytest.fixture
def college(database_url: str) -> Office:
    """A cycle with two colleges."""
    of = office(database_url)
    for name in ("甲学院", "乙学院"):
        words = UnitWords(name=name, type="二级学院", attributes={"党组织类型": "党总支"})
        add_unit(of.database, of.code, words, ACT)
    return of


def _is_whole(of: Office) -> bool:
    with of.database.reading() as session:
        return not list(broken_links(session, stored_year(session, of.code)._cycle))


def test_units_come_change_and_go(college: Office) -> None:
    """Their ids are never given again; what was said of them stays in the history."""
    where = (college.database, college.code)
    describe_unit(*where, "乙学院", UnitWords(name="丙学院", short="丙"), ACT, "2019-03-01")
    merge_unit(*where, "乙学院", ["甲学院"], "2019-05-01", ACT)
    held = college.held()
    assert held[key("u2/unit/formerly#1", "name")] == "乙学院"
    assert (held[key("u2/unit/until")], held[key("u2/unit/successor#1")]) == ("2019-04-30", "u1")
    removed = remove_unit(*where, "丙", ACT)
    assert (removed.id, removed.entered, removed.elsewhere) == ("u2", 0, 0)
    assert add_unit(*where, UnitWords(name="丁学院", type="secondary_college"), ACT).id == "u3"
    assert past_of(*where, "u2")[0].title[0] == "丙学院（已去掉）"
    assert _is_whole(college)


def test_values_are_set_added_and_cleared(college: Office) -> None:
    """Each step is one state of the year and the next; records keep their own history."""
    where = (college.database, college.code)
    before = values_of(*where, "甲学院").missing
    done = set_values(*where, Named("甲学院", "K3.1"), Setting([("学生数", "1200"), ("专业教师数", "60")]), ACT)
    assert [one.missing for one in effects_of(done)] == [before - 2]
    for name in ("第一", "第二"):
        add_row(*where, Named("甲学院", "B17"), [("名称", name)], ACT)
    clear_values(*where, Named("甲学院", "B17", record=1), [], ACT)
    assert college.held()[key("u1/B17/violations#1", "title")] == "第二"
    assert [(one.old, one.new, one.title[-1]) for one in past_of(*where, "甲学院", "B17", most=2)] == [
        ("第一", None, "名称"),
        (None, "第二", "名称"),
    ]
    shown = values_of(*where, "甲学院", "K3.1")
    assert [one.text for answer in shown.answers for one in answer.values] == ["1200", "60"]
    assert _is_whole(college)


def test_not_applicable_is_a_value_of_its_own(college: Office) -> None:
    """Where the reading allows it; it is neither a mark nor missing."""
    where = (college.database, college.code)
    set_values(*where, Named("甲学院", "K4.2"), Setting([("考核分", "不适用")]), ACT)
    with pytest.raises(ProblemsError, match="不能写“不适用”"):
        set_values(*where, Named("甲学院", "B1"), Setting([("", "不适用")]), ACT)


def test_a_reminder_is_confirmed(college: Office) -> None:
    """The confirmation holds while the value is the same."""
    where = (college.database, college.code)
    first = numbered_reminders(*where)[0]
    assert [one.number for one in confirm(*where, [first.number, first.number], REASON)] == [first.number]
    confirmed = numbered_reminders(*where)[first.number - 1].problem.confirmed
    assert confirmed is not None
    assert (confirmed.by, confirmed.reason) == ("李四", "核对过")
    assert _is_whole(college)
