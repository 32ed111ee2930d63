"""What people call what becomes of a unit, and that a unit is found by the names that it had before."""

import pytest

from assess.files import yaml_reader
from assess.ground.address import parse
from assess.ground.place import ProblemsError
from assess.year.meant import meant, unit_meant
from assess.year.titles import Titles
from assess.year.unit_names import named_units
from tests import small

YEAR = """scheme: small
title: 一年
units:
- {id: a, name: 信息学院, type: college,
   formerly: [{name: 信息系, changed: 2018-10-01}, {head: 张三, changed: 2019-01-01}]}
- {id: b, name: 商学院, type: college, formerly: [{name: 信息学院, changed: 2018-10-01}, 旧]}
"""


def titles() -> Titles:
    """The titles of the year, which has a row that is none."""
    return Titles(small.scheme(), named_units(yaml_reader.parse(YEAR, "y.yaml")))


@pytest.mark.parametrize(
    ("address", "field", "title"),
    [
        ("a/unit/formerly#1", "name", "信息学院 单位情况 变更以前 第1项 原来的名称"),
        ("a/unit/formerly#2", "changed", "信息学院 单位情况 变更以前 第2项 变更日期"),
        ("a/unit/graded", "no", "信息学院 单位情况 评定等次 原因"),
        ("a/unit/since", "", "信息学院 单位情况 第一天"),
        ("a/unit/until", "", "信息学院 单位情况 最后一天"),
        ("a/unit/successor", "", "信息学院 单位情况 并入或分设成的单位"),
        ("a/unit/successor#2", "", "信息学院 单位情况 并入或分设成的单位 第2项"),
        ("a/unit/previous#1", "", "信息学院 单位情况 承接的上一年单位 第1项"),
        ("a/unit/self_report", "", "信息学院 单位情况 自评报告"),
        ("a/A/self_note", "", "信息学院 A 工作实绩 自评说明"),
    ],
)
def test_what_people_call_it_leads_back(address: str, field: str, title: str) -> None:
    """The title of a value, and the value that is meant by it."""
    of = titles()
    assert of.of(parse(address), field) == title
    assert meant(of, of.words(parse(address), field)) == (parse(address), field)


def test_a_unit_is_found_by_what_it_was_called_before() -> None:
    """The present name of one goes before the former name of another."""
    assert [unit_meant(titles(), word) for word in ("信息系", "信息学院", "商学院")] == ["a", "a", "b"]
    with pytest.raises(ProblemsError, match="没有单位“商贸系”"):
        unit_meant(titles(), "商贸系")
