"""Whose a value is on a day: the nearest item counts, and what is in force."""

from assess.year.duties import Duties, Duty, Responsible

ITEMS = ("K1", "K", "targets", "*")


def whose(*duties: Duty, day: str = "2026-10-01") -> Responsible:
    """Whose K1 is on a day."""
    return Duties(duties, day).of(ITEMS)


def test_the_nearest_item_counts() -> None:
    """The office has everything that nobody else has."""
    office, teaching = Duty("*", "2026-09-01", "目标办"), Duty("K", "2026-09-01", "教务处")
    assert whose(office).department == "目标办"
    assert whose(office, teaching).department == "教务处"
    assert whose(office, Duty("K2", "2026-09-01", "学工处")).department == "目标办"
    assert whose() == Responsible()


def test_a_new_duty_holds_from_its_day_on() -> None:
    """The last one whose day has come, in whatever order they were written."""
    duties = (Duty("K", "2026-11-01", "教发中心"), Duty("K", "2026-09-01", "教务处"))
    assert whose(*duties, day="2026-10-31").department == "教务处"
    assert whose(*duties, day="2026-11-01").department == "教发中心"


def test_who_is_named_for_later_counts_only_while_nobody_is_responsible() -> None:
    """A year's duties are settled before it begins; a later one of a nearer item waits."""
    assert whose(Duty("K", "2027-01-01", "教务处"), Duty("K", "2027-06-01", "学工处")).department == "教务处"
    assert whose(Duty("K", "2027-01-01", "教务处"), Duty("*", "2026-09-01", "目标办")).department == "目标办"


def test_what_a_duty_leaves_empty_stays_as_it_was() -> None:
    """A later day for everything moves no department; assessors go with their department."""
    first = Duty("K", "2026-09-01", "教务处", ("张三",), "2026-12-01")
    assert whose(first, Duty("K", "2026-09-20", due="2026-12-15")) == Responsible("教务处", ("张三",), "2026-12-15")
    assert whose(first, Duty("K", "2026-09-20", "学工处")) == Responsible("学工处", (), "2026-12-01")
    assert whose(first, Duty("K1", "2026-09-20", assessors=("李四",))) == Responsible("教务处", ("李四",), "2026-12-01")


def test_each_item_has_one_duty_in_force() -> None:
    """With what it leaves as it was."""
    first = Duty("K", "2026-09-01", "教务处", ("张三",), "2026-12-01", "年初")
    second = Duty("K", "2026-09-20", due="2026-12-15", reason="推迟")
    later = Duty("*", "2027-01-01", "目标办")
    assert list(Duties((first, second, later), "2026-10-01").in_force()) == [
        Duty("K", "2026-09-20", "教务处", ("张三",), "2026-12-15", "推迟"),
        later,
    ]
