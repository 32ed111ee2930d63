"""What tables do not print comes from the skeleton, which is data: another office's skeleton makes another scheme."""

from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from assess.drafting.importing.skeleton import Skeleton, skeleton_of
from assess.drafting.importing.target_scheme import Draft, Wanted, draft_of
from assess.files.tree_writing import document
from assess.files.yaml_reader import parse
from assess.ground.place import ProblemsError
from assess.resources import skeleton_file
from assess.scheme.reading.building import build_scheme
from tests.drafting.importing.table_grids import SKELETON, at, read

#: A school year, grades in letters, a part for leaders beside the indicators, sections of its own.
OTHER = """
sections: {投入: input, 成效: effect}
plan: {title: 任务书, unit: 元}
period: {from: 02-01, to: 11-30}
grades:
  origin: 学校规定
  bands: [{label: A, at_least: 75}, {label: B, at_least: 0, below: 75}]
monitoring: {at_risk_from: 70}
kinds:
  - list: faculties
    unit_type: faculty
    label: 学院
    recognised_by: {titles: [学院任务], first_levels: [投入]}
    named_by: holder
    folder: faculties
    prefix: f
    parts:
      leaders: {label: 领导评价, full: {faculties: 15}, panel: {groups: {all: {label: 校领导, points: 15}}}}
      money: {label: 经费执行, full: {faculties: 5}, execution: {}}
      tasks: {label: 任务, full: {faculties: 80}, indicators: {}}
    weights: {called: 学校去年用的, sections: {input: 30}, where_present: {effect: 60}, other: 7.5}
  - list: offices
    unit_type: office
    label: 机关
    named_by: holder
    folder: offices
    prefix: o
    alone: office.yaml
    parts:
      tasks: {label: 任务, full: {offices: 50}, indicators: {}}
    weights: {called: 学校去年用的, sections: {effect: 1}, where_present: {}, other: 1}
"""

HEADING = "一级指标|二级指标|三级指标|指标值"
FACULTY = f"""
单位名称|某学院|<|<
{HEADING}
投入|经费|投入率|≥80%
成效|就业|就业数|≥9人
其它|其它|讲座|1次
"""


def skeleton(text: str = OTHER) -> Skeleton:
    """What these texts say."""
    return skeleton_of(parse(text, "s.yaml"))


def drafted(*texts: str) -> Draft:
    """The scheme of tables, by the other skeleton."""
    own = skeleton()
    return draft_of(read(*texts, skeleton=own), Wanted("other", "", 2026), "表.csv", own)


SCHEME = """\
id: other
title: 某学院2026年度绩效目标
source: {document: 某学院2026年度绩效目标, issuer: 某学院}
period: {from: 2026-02-01, to: 2026-11-30}
include: [faculties/*.yaml]
lists: {faculties: {label: 学院}}
unit_types: {faculty: {label: 学院, list: faculties, count: 1}}
parts:
  leaders: {label: 领导评价, full: {faculties: 15}, panel: {groups: {all: {label: 校领导, points: 15}}}}
  money: {label: 经费执行, full: {faculties: 5}, execution: {}}
  tasks: {label: 任务, full: {faculties: 80}, indicators: {}}
weights:
  origin: 原文没有印出权重；这是学校去年用的，可以改
  sections: {input: 30, effect: 60, section_3: 7.5}
grades: {origin: 学校规定, bands: [{label: A, at_least: 75}, {label: B, at_least: 0, below: 75}]}
monitoring: {at_risk_from: 70}
"""


def test_everything_that_is_not_printed_is_the_skeletons() -> None:
    """List, types, parts, weights, grades, the line of monitoring, the period: no word of it stands in the code."""
    draft = drafted(FACULTY)
    assert document(draft.files["scheme.yaml"]) == SCHEME
    entry = at(draft.files["faculties/f1.yaml"], "targets", 0)
    assert isinstance(entry, Mapping)
    assert (entry["max"], entry["label"]) == (80, "某学院")
    assert entry["plan"] == {"title": "任务书", "holder": "某学院", "unit": "元"}
    assert at(draft.files["cases/full_marks.yaml"], "cases", 0, "expect") == {"tasks": 80}
    assert [(one.doubt.text, one.doubt.assumed) for one in draft.doubts] == [("“其它”没有通行的权重", "权重按7.5")]
    whole = dict(draft.files["scheme.yaml"]) | dict(draft.files["faculties/f1.yaml"])
    del whole["include"]
    assert [part.full["faculties"] for part in build_scheme(parse(document(whole), "x")).parts] == [15, 5, 80]


def test_weights_that_do_not_come_to_the_full_mark() -> None:
    """The other parts are named with what they count."""
    rows = "投入（90分）|a|经费|1元\n成效（5分）|a|就业|9人\n其它（4分）|a|讲座|1次"
    draft = drafted(f"学院任务绩效目标表|<|<|<\n{HEADING}\n{rows}")
    assert [one.doubt.text for one in draft.doubts] == [
        "印出的分值合计99分，这张表的满分是80分（另有领导评价15分、经费执行5分）"
    ]


def test_the_first_kind_that_fits_is_taken() -> None:
    """By the title, or by the first level; everything else is of the kind that asks for nothing."""
    assert list(drafted(FACULTY).files) == ["scheme.yaml", "faculties/f1.yaml", "cases/full_marks.yaml"]
    office = f"单位名称|人事处|<|<\n{HEADING}\n成效|a|培训|1次"
    assert list(drafted(office).files) == ["scheme.yaml", "office.yaml", "cases/full_marks.yaml"]
    assert list(drafted(office, office).files)[1:3] == ["offices/o1.yaml", "offices/o2.yaml"]
    titled = f"学院任务绩效目标表|<|<|<\n{HEADING}\n成效|a|培训|1次"
    assert "faculties/f1.yaml" in drafted(titled).files
    with pytest.raises(ProblemsError, match="文件里既有学院的表，又有机关的表"):
        drafted(office, FACULTY)


def test_a_line_that_heads_indicators() -> None:
    """It is known by the words of the skeleton's sections, as their ids are."""
    table = f"单位名称|某学院|<|<\n{HEADING}\n一、成效|||\n|a|培训|1次"
    (row,) = read(table, skeleton=skeleton()).tables[0].rows
    assert row.levels == ("一、成效", "a")
    (row,) = read(table).tables[0].rows
    assert row.levels != ("一、成效", "a")


def test_the_shipped_skeleton() -> None:
    """A table of no other kind is one of projects, whose indicators count 90 beside the 10 of their money."""
    assert skeleton_file().is_file()
    assert [kind.recognised_by is None for kind in SKELETON.kinds] == [False, True]
    assert [(kind.list, str(kind.points), str(kind.points_beside)) for kind in SKELETON.kinds] == [
        ("institution", "100", "0"),
        ("projects", "90", "10"),
    ]


def test_a_skeleton_with_a_mistake() -> None:
    """A key that nobody knows is refused, not passed over."""
    with pytest.raises(ValidationError, match="extra_forbidden"):
        skeleton(OTHER + "grade: {}\n")
