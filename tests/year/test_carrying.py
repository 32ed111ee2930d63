"""What a new year takes over from the last one: who goes on, who continues whom, and what was for one year only."""

import textwrap

from assess.files import yaml_reader
from assess.ground.address import UNIT
from assess.year.carrying import Carried, carried
from assess.year.cells import cells_of
from tests import small

NEXT = "{from: 2019-09-01, to: 2020-08-31}"


def taken_over(units: str, rest: str = "", **keys: str) -> Carried:
    """From a year of these units into the same scheme's next period."""
    tree = yaml_reader.parse(f"scheme: small\ntitle: 一年\nunits:{textwrap.dedent(units)}\n{rest}", "y.yaml")
    return carried(list(cells_of(tree, small.scheme())), small.scheme(small.ONE_MARK, None, **{"period": NEXT, **keys}))


def words(found: Carried, unit: str) -> list[str]:
    """What is said of a unit."""
    return [
        f"{cell.address.input}{f'#{cell.address.record}' if cell.address.record else ''}"
        f"{f'.{cell.field}' if cell.field else ''}={cell.text}"
        for cell in found.cells
        if cell.address[:2] == (unit, UNIT)
    ]


def test_what_was_said_for_one_year_stays_there() -> None:
    """Name, type, order and head go on; why it was not graded, former names, its report and its values do not."""
    found = taken_over("""
    - {id: a, name: 甲, type: college, order: 2, head: 张三, graded: {no: 试运行}, takes_part: {no: 新建},
       since: 2018-10-01, previous: [x], formerly: [{name: 旧, changed: 2018-10-01}], self_report: 好,
       facts: {A: 9}, self_marks: {A: 9}, self_notes: {A: 好}}
    """)
    assert words(found, "a") == ["name=甲", "type=college", "order=2", "head=张三"]
    assert {cell.address.node for cell in found.cells} == {UNIT}
    assert found.ended == ()


def test_what_lies_in_the_new_period_already_is_said_again() -> None:
    """A unit that is founded, renamed or closed after the last period."""
    found = taken_over(
        """
    - {id: a, name: 甲, type: college, since: 2019-09-01, until: 2019-10-31, successor: [b],
       formerly: [{name: 旧, changed: 2018-10-01}, {name: 新, changed: 2019-09-20}]}
    - {id: b, name: 乙, type: college}
    """
    )
    assert words(found, "a") == [
        "name=甲",
        "type=college",
        "since=2019-09-01",
        "until=2019-10-31",
        "successor#1=b",
        "formerly#1.name=新",
        "formerly#1.changed=2019-09-20",
    ]
    assert words(found, "b") == ["name=乙", "type=college"]


def test_whoever_continues_a_unit_that_ended_names_it() -> None:
    """甲 became a part of 乙, 乙 was split into 丙 and 丁: these two continue both, and people of 甲 stay behind."""
    found = taken_over(
        """
    - {id: a, name: 甲, type: college, until: 2018-11-30, successor: b}
    - {id: b, name: 乙, type: college, until: 2019-03-31, successor: [c, d]}
    - {id: c, name: 丙, type: college}
    - {id: d, name: 丁, type: college, since: 2019-04-01}
    """,
        "assessors: {王五: a, 李四: c}",
    )
    assert found.ended == ("甲", "乙")
    assert words(found, "c") == ["name=丙", "type=college", "previous#1=a", "previous#2=b"]
    assert words(found, "d") == ["name=丁", "type=college", "previous#1=a", "previous#2=b"]
    assert [str(cell.address) for cell in found.cells if cell.address.node == "assessors"] == ["-/assessors/李四"]


def test_two_ways_to_one_successor_are_one() -> None:
    """甲 was split into 乙 and 丙, both of which became a part of 丁, which nobody has a place for any more."""
    found = taken_over(
        """
    - {id: a, name: 甲, type: college, until: 2018-11-30, successor: [b, c, f]}
    - {id: b, name: 乙, type: college, until: 2019-03-31, successor: d}
    - {id: c, name: 丙, type: college, until: 2019-03-31, successor: d}
    - {id: d, name: 丁, type: college}
    - {id: f, name: 部, type: foundation}
    """,
        unit_types="{college: {label: 学院, list: academic}}",
        populations="{}",
    )
    assert words(found, "d") == ["name=丁", "type=college", "previous#1=a", "previous#2=b", "previous#3=c"]
    assert words(found, "f") == []
    assert (found.units, found.ended, found.left) == (1, ("甲", "乙", "丙"), ("部",))


def test_a_successor_that_has_no_place_is_not_named() -> None:
    """A unit that ends in the new period, into one of a type that the new scheme does not know."""
    found = taken_over(
        """
    - {id: a, name: 甲, type: college, until: 2019-10-31, successor: f}
    - {id: f, name: 部, type: foundation}
    """,
        unit_types="{college: {label: 学院, list: academic}}",
        populations="{}",
    )
    assert words(found, "a") == ["name=甲", "type=college", "until=2019-10-31"]


def test_a_unit_that_ends_on_the_first_day_goes_on() -> None:
    """It was there for a day of the new period, and is listed as ended there."""
    found = taken_over("\n- {id: a, name: 甲, type: college, until: 2019-09-01}\n- {id: b, name: 乙, type: college}\n")
    assert words(found, "a") == ["name=甲", "type=college", "until=2019-09-01"]
    assert found.ended == ()
