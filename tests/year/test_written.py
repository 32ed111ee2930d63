"""From an address to the place where the value is written."""

import pytest

from assess.files.yaml_reader import parse as parse_yaml
from assess.ground.address import parse
from assess.ground.place import Place
from assess.ground.tree import Rows, Table, Text
from assess.year.written import Written
from tests import small

YEAR = """\
scheme: small
made_up: true
units:
- id: a
  name: 甲
  type: college
  attributes: {party: 党总支}
  facts:
    B1: 0.9
    B2:
      mark: 0.8
      reason: 缺一次
    B3: {王五: 0.9, 李四: 1}
    B4: {mark: {王五: 0.9}}
    W1: [迟到, {title: 早退}]
    W2:
      works:
      - title: 一
      - title: 二
    K1: {students: 12}
    K2:
    K3: {}
  ballots:
    staff: {issued: 10, 优秀: 8}
  leaders:
    principal: [92, 88]
    deputy: {张三: 90}
- id: b
  name: 乙
assessors:
  王五: a
"""

SCHEME = small.scheme(small.BOTH_LISTS, parts=small.VOTES + small.LEADERSHIP + small.TARGETS)


@pytest.mark.parametrize(
    ("address", "line", "column"),
    [
        ("-/year/made_up", 2, 10),
        ("-/year/stage", 1, 1),
        ("-/assessors/王五", 31, 7),
        ("-/assessors/李四", 30, 1),
        ("-/unit_types/college", 4, 1),
        ("-/tables/x", 4, 1),
        ("a/unit/name", 5, 9),
        ("a/unit/party", 7, 23),
        ("a/unit/facts", 8, 3),
        ("a/unit/table", 4, 3),
        ("a/B1/mark", 9, 9),
        ("a/B1/self_mark", 4, 3),
        ("a/application/work", 4, 3),
        ("a/B2/mark", 11, 13),
        ("a/B2/basis", 10, 5),
        ("a/B3/mark@李四", 13, 23),
        ("a/B3/mark@赵六", 13, 5),
        ("a/B4/mark@王五", 14, 21),
        ("a/W1/events#1", 15, 10),
        ("a/W1/events#2", 15, 14),
        ("a/W1/events#3", 15, 9),
        ("a/W2/works#2", 19, 9),
        ("a/K1/students", 20, 20),
        ("a/K1/teachers", 20, 5),
        ("a/K2/n", 4, 3),
        ("a/K3/n", 4, 3),
        ("a/K9/n", 4, 3),
        ("a/votes/issued%staff", 24, 21),
        ("a/votes/不合格%staff", 24, 5),
        ("a/votes/returned", 4, 3),
        ("a/votes/issued%peers", 4, 3),
        ("a/leadership/deputy@张三", 27, 18),
        ("a/leadership/principal", 26, 16),
        ("a/leadership/other", 4, 3),
        ("b/B1/mark", 28, 3),
        ("b/votes/issued%staff", 28, 3),
    ],
)
def test_the_place_of_an_address(address: str, line: int, column: int) -> None:
    """The value's own place; of what is not written, the nearest thing around it that is; bare values included."""
    year = parse_yaml(YEAR, "y.yaml")
    place = Written(year, SCHEME).place_of(parse(address))
    assert place is not None
    assert (place.line, place.column) == (line, column), str(place)


@pytest.mark.parametrize("address", ["c/B1/mark", "a/B1/mark"])
def test_nothing_is_written(address: str) -> None:
    """Without a file there are no places, nor for a unit that no file has."""
    assert Written().place_of(parse(address)) is None
    year = Table({Text("units"): Rows([Text("a"), Table({Text("id"): Text("x")})])})
    assert Written(year).place_of(parse(address)) is None


def test_whoever_keeps_a_year_may_say_where_its_values_are() -> None:
    """Then what is not written has a place of its own too."""
    address = parse("college_a/K9/nothing")
    assert Written(where=lambda one: Place(f"数据库 {one}")).place_of(address) == Place(f"数据库 {address}")
