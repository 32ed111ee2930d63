"""The contract of `--format json`."""

import json
from dataclasses import replace
from typing import Any

from assess import __version__
from assess.engine.assessment import assess
from assess.words.document import as_document
from assess.year.written import Written
from tests import small

TREES = """
- list: academic
  indicators:
    - id: K
      label: 重点
      max: 10
      indicators:
        - id: K1
          label: 就业数
          clause: 一1
          max: 4
          readings: [U2, U1]
          inputs: {employed: {label: 就业数, unit: 人}}
          rule:
            relative:
              value: employed / 3
              better: higher
              reference: mean
              population: everyone
              bands: [{at_least: 1, points: 4}]
              otherwise: 1
        - {id: K2, label: 团学, max: 3, except: [foundation], rule: {judged: {}}}
        - {id: K3, label: 思政, max: 3, rule: {judged: {waivable: true}}}
- table: office
  label: 办公室
  indicators:
    - id: D1
      label: 走访
      max: 10
      inputs: {visits: {label: 走访, unit: 次}}
      rule: {rank_table: {value: visits, better: lower, population: offices, points: {1: 10}, otherwise: 4}}
"""

READINGS = """
U1: {clause: 一, question: 甲, default: x, choices: {x: {label: 甲}}}
U2: {clause: 一, question: 乙, default: y, choices: {y: {label: 乙}}}
"""

YEAR = """
  - id: a
    name: 甲学院
    type: college
    ballots:
      staff: {issued: 12, returned: 11, 优秀: 6, 合格: 3, 不合格: 1, 弃权: 1}
      representatives: {issued: 1, returned: 1, 优秀: 1}
    facts: {K1: 20, K2: 2.5, K3: {mark: {王五: 2, 李四: 3}}}
    leaders: {principal: [92, 88], deputy: {张三: 90}}
  - id: b
    name: 乙部
    type: foundation
    ballots: {staff: {issued: 1, 优秀: 1}, representatives: {issued: 2, returned: 1, 无效: 1}}
    facts: {K1: 10, K3: 不适用}
    leaders: {principal: [92], deputy: [90]}
  - id: c
    name: 丙学院
    type: college
    facts: {K1: 30, K2: 3}
    leaders: {principal: [92]}
  - id: d
    name: 丁办
    type: department
    table: office
    ballots: {staff: {issued: 1, 优秀: 1}, representatives: {issued: 2, returned: 0}}
    facts: {D1: 5}
    leaders: {principal: [92], deputy: [90]}
  - {id: e, name: 戊学院, type: college, takes_part: {no: 新设}}
decisions:
  - {unit: d, kind: grade, grade: 优秀, reason: 审议, by: 领导小组, at: 2019-09-20}
"""


def document(*, trace: bool = False, year: str = YEAR) -> dict[str, Any]:
    """The document of the year, by way of JSON text."""
    scheme = small.scheme(
        TREES.strip(),
        parts=f"{small.VOTES.strip()}\n    empty_group: left_out\n{small.TARGETS.strip()}\n{small.LEADERSHIP.strip()}",
        populations=(
            "{everyone: {label: 全校院部, types: [college, foundation]}, offices: {label: 各办, types: [department]}}"
        ),
        readings=READINGS.strip(),
        selection=small.SELECTION.strip(),
    )
    read: dict[str, Any] = json.loads(json.dumps(as_document(small.assessed(year, scheme), trace=trace)))
    return read


def unit(name: str, *, trace: bool = False) -> dict[str, Any]:
    """One unit of the document."""
    return next(one for ranked in document(trace=trace)["lists"] for one in ranked["units"] if one["id"] == name)


def test_the_head_says_what_was_computed_with_what() -> None:
    """Version, scheme and evidence with their hashes, all readings in force, in this order."""
    head = document()
    assert list(head) == ["assess", "scheme", "evidence", "readings", "lists", "problems"]
    assert head["assess"] == __version__
    assert head["readings"] == {"U1": "x", "U2": "y"}
    assert (head["scheme"]["id"], head["scheme"]["title"], head["evidence"]["title"]) == ("small", "小方案", "一年")
    for hashed in ("scheme", "evidence"):
        assert len(head[hashed]["sha256"]) == 64
    assert "made_up" not in head["evidence"]


def test_a_made_up_year_says_so() -> None:
    """A sample can never be taken for a result."""
    assert document(year=YEAR + "made_up: true\n")["evidence"]["made_up"] is True


def test_a_list_with_its_full_mark_and_quota() -> None:
    """The list's own facts beside its units; decimals are strings, counts are numbers."""
    academic, administrative = document()["lists"]
    assert list(academic) == ["id", "label", "full", "quota", "open", "units"]
    assert {key: academic[key] for key in list(academic)[:-1]} == {
        "id": "academic",
        "label": "院部",
        "full": "60.00",
        "quota": 2,
        "open": True,
    }
    assert [one["id"] for one in academic["units"]] == ["a", "b", "c", "e"]
    assert administrative["open"] is False


def test_a_complete_unit() -> None:
    """Every key of the contract, every decimal a string of two places."""
    assert unit("d") == {
        "id": "d",
        "name": "丁办",
        "type": "department",
        "table": "office",
        "status": "complete",
        "rank": 1,
        "total": "100.40",
        "grade": {"proposed": "合格", "decided": "优秀"},
        "flags": [{"id": "empty_group", "text": "教职工代表没有有效票，按其余群体计算"}],
        "parts": {
            "votes": {"points": "63.00", "full": "70.00"},
            "targets": {"raw": "10.00", "applicable_full": "10.00", "points": "10.00", "full": "10.00"},
            "leadership": {"points": "27.40", "full": "30.00"},
        },
        "nodes": {},
        "leaves": {"D1": "10.00"},
    }


def test_what_does_not_apply_is_null_and_what_is_missing_is_absent() -> None:
    """乙 is exempt from K2 and waived K3: null. 丙 has not entered K3: no such key."""
    assert unit("b")["leaves"] == {"K1": "1.00", "K2": None, "K3": None}
    assert unit("c")["leaves"] == {"K1": "4.00", "K2": "3.00"}
    assert unit("a")["leaves"] == {"K1": "4.00", "K2": "2.50", "K3": "2.50"}


def test_a_converted_unit() -> None:
    """1 of an applicable 4 is 2.50 of 10; only nodes that apply are listed."""
    assert unit("b")["parts"]["targets"] == {
        "raw": "1.00",
        "applicable_full": "4.00",
        "points": "2.50",
        "full": "10.00",
    }
    assert unit("b")["nodes"] == {"K": "1.00"}


def test_nodes_that_do_not_apply_are_not_listed() -> None:
    """An exempt group has no points to show: it is no 0 and no null."""
    trees = """
- list: academic
  indicators:
    - {id: A, label: 指标, max: 6, rule: {judged: {}}}
    - id: K
      label: 招生
      max: 4
      indicators: [{id: K1, label: 报到, max: 4, except: [foundation], rule: {judged: {}}}]
"""
    outcome = small.assessed("  - {id: a, name: 甲, type: foundation, facts: {A: 6}}", small.scheme(trees.strip()))
    found = as_document(outcome)["lists"][0]["units"][0]
    assert found["nodes"] == {}
    assert found["leaves"] == {"A": "6.00", "K1": None}


def test_an_incomplete_unit_has_rank_and_total_null() -> None:
    """The parts that are known stay, the others are null; nothing is proposed."""
    found = unit("c")
    assert (found["status"], found["rank"], found["total"]) == ("incomplete", None, None)
    assert found["grade"] == {"proposed": None, "decided": None}
    assert found["parts"] == {
        "votes": {"points": None, "full": "20.00"},
        "targets": {"raw": None, "applicable_full": "10.00", "points": None, "full": "10.00"},
        "leadership": {"points": None, "full": "30.00"},
    }
    assert found["nodes"] == {"K": None}


def test_an_absent_unit_has_no_parts() -> None:
    """It is listed with its reason and nothing else."""
    found = unit("e")
    assert (found["status"], found["rank"], found["parts"], found["leaves"]) == ("absent", None, {}, {})
    assert found["flags"] == [{"id": "absent", "text": "本年度不参加考核：新设"}]


def test_problems_have_places_and_nothing_else_has() -> None:
    """What is missing stands under problems with its place in the file."""
    whole = document(trace=True)
    assert whole["problems"] == [
        {
            "place": "year.yaml:19:5",
            "severity": "missing",
            "code": "missing",
            "text": "丙学院的民主测评：中层以上干部的测评票还没有填",
            "hint": "没有收到有效票的，也要填发出、收回、弃权、无效的票数",
            "address": "c/votes/returned%staff",
            "unit": "c",
            "indicator": None,
        },
        {
            "place": "year.yaml:19:5",
            "severity": "missing",
            "code": "missing",
            "text": "丙学院的民主测评：教职工代表的测评票还没有填",
            "hint": "没有收到有效票的，也要填发出、收回、弃权、无效的票数",
            "address": "c/votes/returned%representatives",
            "unit": "c",
            "indicator": None,
        },
        {
            "place": "year.yaml:19:5",
            "severity": "missing",
            "code": "missing",
            "text": "丙学院“K3 思政”缺“考核分”",
            "hint": "",
            "address": "c/K3/mark",
            "unit": "c",
            "indicator": "K3",
        },
        {
            "place": "year.yaml:19:5",
            "severity": "missing",
            "code": "missing",
            "text": "丙学院的领导班子评价：副职校领导的评分还没有填",
            "hint": "没有人评分的，写“无”",
            "address": "c/leadership/deputy",
            "unit": "c",
            "indicator": None,
        },
    ]
    del whole["problems"]
    assert "year.yaml" not in json.dumps(whole)


def test_a_problem_may_have_no_place() -> None:
    """Evidence that did not come from a file gives null."""
    scheme = small.scheme()
    evidence = small.evidence("  - {id: a, name: 甲, type: college}", scheme)
    made = replace(evidence, written=Written())
    assert as_document(assess(scheme, made))["problems"][0]["place"] is None


def test_without_trace_there_is_none() -> None:
    """Neither figures nor traces, tallies or groups."""
    assert "figures" not in document()
    assert "trace" not in unit("a")
    assert "tally" not in unit("a")["parts"]["votes"]
    assert "groups" not in unit("a")["parts"]["leadership"]


def test_figures_come_once_with_their_members() -> None:
    """Exact values; a table's figure is named with the table; a ranking has ranks; who lacks data is named."""
    assert document(trace=True)["figures"] == {
        "K1 mean everyone [employed / 3]": {
            "kind": "mean",
            "population": "everyone",
            "label": "全校院部",
            "expression": "employed / 3",
            "value": "20/3",
            "members": {"a": "20/3", "b": "10/3", "c": "10"},
        },
        "office/D1 ranking offices [visits]": {
            "kind": "ranking",
            "population": "offices",
            "label": "各办",
            "expression": "visits",
            "value": None,
            "members": {"d": "5"},
            "better": "lower",
            "ranks": {"d": 1},
        },
    }
    lacking = document(trace=True, year=YEAR.replace("K1: 30, ", ""))
    assert lacking["figures"]["K1 mean everyone [employed / 3]"]["missing"] == ["c"]


def test_the_trace_of_a_leaf() -> None:
    """Rule, inputs by evidence key, figure, band, readings, clause: all of it data."""
    assert unit("a", trace=True)["trace"]["K1"] == {
        "clause": "一1",
        "inputs": {"K1.employed": "20"},
        "addresses": {"K1.employed": "a/K1/employed"},
        "readings": {"U1": "x", "U2": "y"},
        "step": {
            "rule": "relative",
            "points": "4",
            "values": {"input_employed": "20", "value": "20/3", "reference": "20/3", "ratio": "1"},
            "band": "≥100%",
            "figures": ["K1 mean everyone [employed / 3]"],
        },
    }
    assert unit("a", trace=True)["trace"]["K3"]["inputs"] == {
        "K3.mark": [{"assessor": "王五", "mark": "2"}, {"assessor": "李四", "mark": "3"}],
    }


def test_traces_of_nothing() -> None:
    """What a person waived has a trace without points; what is exempt or missing has none."""
    assert unit("b", trace=True)["trace"]["K3"] == {
        "clause": "",
        "inputs": {"K3.mark": "不适用"},
        "addresses": {"K3.mark": "b/K3/mark"},
        "step": {"rule": "judged", "points": None},
    }
    assert list(unit("b", trace=True)["trace"]) == ["K1", "K3"]
    assert list(unit("c", trace=True)["trace"]) == ["K1", "K2"]


def test_a_leaf_cites_its_tables_figure() -> None:
    """The id in the trace is the key under figures."""
    assert unit("d", trace=True)["trace"]["D1"]["step"]["figures"] == ["office/D1 ranking offices [visits]"]


def test_a_provisional_leaf_says_so_in_its_trace() -> None:
    """While 丙 lacks its number, the others' traces carry the flag."""
    whole = document(trace=True, year=YEAR.replace("K1: 30, ", ""))
    assert whole["lists"][0]["units"][0]["trace"]["K1"]["provisional"] is True
    assert "provisional" not in unit("a", trace=True)["trace"]["K1"]


def test_the_trace_of_ballots_and_leaders() -> None:
    """Counts as numbers, means exact."""
    parts = unit("a", trace=True)["parts"]
    assert parts["votes"]["tally"] == {
        "issued": 13,
        "returned": 12,
        "valid": 11,
        "abstained": 1,
        "invalid": 0,
        "levels": {"优秀": 7, "合格": 3, "不合格": 1},
        "mean": "890/11",
        "groups": {
            "staff": {
                "status": "counted",
                "issued": 12,
                "returned": 11,
                "valid": 10,
                "abstained": 1,
                "invalid": 0,
                "levels": {"优秀": 6, "合格": 3, "不合格": 1},
                "mean": "80",
            },
            "representatives": {
                "status": "counted",
                "issued": 1,
                "returned": 1,
                "valid": 1,
                "abstained": 0,
                "invalid": 0,
                "levels": {"优秀": 1, "合格": 0, "不合格": 0},
                "mean": "90",
            },
        },
    }
    assert parts["leadership"]["groups"] == {
        "principal": {
            "status": "counted",
            "count": 2,
            "marks": [{"mark": "92"}, {"mark": "88"}],
            "mean": "90",
            "full": "20",
            "points": "18.00",
        },
        "deputy": {
            "status": "counted",
            "count": 1,
            "marks": [{"assessor": "张三", "mark": "90"}],
            "mean": "90",
            "full": "10",
            "points": "9.00",
        },
    }


def test_the_trace_of_groups_that_do_not_count() -> None:
    """What is missing has no numbers and says what lacks; what is empty has them, and no mean."""
    lacking = unit("c", trace=True)["parts"]
    assert lacking["votes"]["tally"] == {
        "mean": None,
        "groups": {
            "staff": {"status": "missing", "mean": None},
            "representatives": {"status": "missing", "mean": None},
        },
    }
    assert lacking["leadership"]["groups"]["deputy"] == {
        "status": "missing",
        "count": 0,
        "marks": [],
        "mean": None,
        "full": "10",
        "points": None,
    }
    empty = unit("d", trace=True)["parts"]["votes"]["tally"]["groups"]["representatives"]
    assert (empty["status"], empty["issued"], empty["valid"], empty["mean"]) == ("empty", 2, 0, None)
    year = YEAR.replace("staff: {issued: 1, 优秀: 1}", "staff: {issued: 2, 优秀: 1}")
    given = document(trace=True, year=year)["lists"][1]["units"][0]["parts"]["votes"]["tally"]["groups"]["staff"]
    assert given == {"status": "missing", "mean": None, "missing": ["合格", "不合格"]}


def test_the_trace_of_weighted_groups_and_of_ballots_that_are_left_out() -> None:
    """The weight stands where it is used, and how many of the unit's own ballots do not count."""
    parts = f"{small.VOTES.strip()}\n    pooling: weighted\n    own_ballots: left_out\n{small.TARGETS.strip()}"
    year = """
  - id: a
    name: 甲
    type: college
    ballots: {staff: {issued: 3, 优秀: 3, own: {优秀: 1}}, representatives: {issued: 1, 合格: 1}}
    facts: {A: 9}
"""
    (found,) = as_document(small.assessed(year, small.scheme(parts=parts)), trace=True)["lists"][0]["units"]
    tally = found["parts"]["votes"]["tally"]
    assert (tally["mean"], tally["own_left_out"]) == ("80", 1)
    assert {name: group["weight"] for name, group in tally["groups"].items()} == {"staff": "1", "representatives": "1"}
    assert (tally["groups"]["staff"]["valid"], tally["groups"]["staff"]["own_left_out"]) == (2, 1)


def test_the_trace_names_what_was_dropped_and_who_was_recused() -> None:
    """Marks by value at both ends, how many count, and whose marks count for nothing."""
    parts = small.LEADERSHIP.strip() + "\n    trim: {when_more_than: 2}\n" + small.TARGETS.strip()
    tree = small.ONE_MARK.replace("judged: {}", "judged: {assessors: {trim: {when_more_than: 2}}}")
    year = """
  - id: a
    name: 甲
    type: college
    facts: {A: {王五: 1, 李四: 9, 赵六: 7, 钱一: 8}}
    leaders: {principal: {王五: 50, 李四: 90, 赵六: 70, 钱一: 80}, deputy: [90, 80]}
assessors: {王五: a}
"""
    scheme = small.scheme(tree, parts=parts, recusal="recused")
    (found,) = as_document(small.assessed(year, scheme), trace=True)["lists"][0]["units"]
    assert found["trace"]["A"]["step"] == {
        "rule": "judged",
        "points": "8",
        "counted": 1,
        "dropped": {"lowest": ["7"], "highest": ["9"]},
        "recused": 1,
    }
    principal = found["parts"]["leadership"]["groups"]["principal"]
    assert (principal["counted"], principal["mean"]) == (1, "80")
    assert principal["dropped"] == {"lowest": ["70"], "highest": ["90"]}
    assert principal["recused"] == [{"assessor": "王五", "mark": "50"}]
    assert "dropped" not in found["parts"]["leadership"]["groups"]["deputy"]


RECORDS = """
- list: academic
  indicators:
    - id: K1
      label: 成果
      max: 6
      inputs:
        works:
          label: 成果
          records:
            classes: {课题: {levels: {国家级: 4, 省级: 3}}}
            amount: {label: 经费, unit: 元}
      rule: {sum: {of: [{catalogue: {of: works, cap: 9}}], ceiling: 3}}
    - id: K2
      label: 违规
      max: 2
      inputs: {events: {label: 事件, events: {}}}
      rule: {deduction: {start: full, each: [{events: events, points: 0.5}]}}
    - id: K3
      label: 落实
      max: 2
      inputs: {done: {label: 落实, flag: true}, kind: {label: 类别, choices: [甲, 乙]}}
      rule: {bands: {bands: [{when: {done: {at_least: 1}}, points: 2}]}}
"""

RECORDS_YEAR = """
  - id: a
    name: 甲
    type: college
    facts:
      K1:
        - {class: 课题, level: 国家级, title: 课题一, person: 王五, date: 2019-03-01, identity: P1, amount: 20000}
        - {class: 课题, level: 省级, title: 课题一, identity: P1, amount: 0}
        - {class: 课题, level: 省级, title: 课题二, document: 文号, note: 合作, amount: 0, first: false}
      K2: [{title: 一次}]
      K3: {done: 是}
"""


def test_records_stand_with_their_weights_and_why_they_do_not_count() -> None:
    """Each achievement as entered, with what it brought; a limit that bit is part of the step."""
    outcome = small.assessed(RECORDS_YEAR, small.scheme(RECORDS.strip()))
    trace = as_document(outcome, trace=True)["lists"][0]["units"][0]["trace"]
    assert trace["K1"]["inputs"]["K1.works"] == [
        {
            "class": "课题",
            "level": "国家级",
            "title": "课题一",
            "person": "王五",
            "date": "2019-03-01",
            "identity": "P1",
            "amount": "20000",
            "weight": "4",
        },
        {
            "class": "课题",
            "level": "省级",
            "title": "课题一",
            "identity": "P1",
            "amount": "0",
            "weight": "0",
            "not_counted": "同一成果已按最高级别计一次",
        },
        {
            "class": "课题",
            "level": "省级",
            "title": "课题二",
            "document": "文号",
            "amount": "0",
            "note": "合作",
            "first": False,
            "weight": "0",
            "not_counted": "非第一作者（主持人、获奖人），不计",
        },
    ]
    step = trace["K1"]["step"]
    assert step["limits"] == [{"kind": "ceiling", "bound": "3", "before": "4"}]
    assert [part["rule"] for part in step["parts"]] == ["catalogue"]
    assert trace["K2"]["inputs"] == {"K2.events": [{"title": "一次"}]}
    assert trace["K3"]["inputs"] == {"K3.done": True}


def test_the_same_year_gives_the_same_text() -> None:
    """No clock and no chance: twice the same, byte for byte."""
    assert json.dumps(document(trace=True)) == json.dumps(document(trace=True))


def test_what_became_of_a_unit_stands_beside_it_where_it_is_given() -> None:
    """Former things in the order of their days; a unit of which nothing is said has none of these keys."""
    units = """
  - id: a
    name: 甲
    type: college
    facts: {A: 9}
    graded: {no: 试运行}
    since: 2018-09-10
    previous: [x]
    self_report: 一年总结
    self_notes: {A: 按时完成}
    formerly: [{head: 张三, changed: 2019-03-01}, {name: 旧, short: 老, changed: 2018-10-01}]
  - {id: b, name: 乙, type: college, until: 2019-01-31, successor: [a, c]}
  - {id: c, name: 丙, type: college, facts: {A: 8}}
"""
    document = as_document(small.assessed(units, small.scheme()))
    listed = {unit["id"]: unit for unit in document["lists"][0]["units"]}
    usual = set(listed["c"])
    said = {name: {key: value for key, value in unit.items() if key not in usual} for name, unit in listed.items()}
    assert said == {
        "a": {
            "ungraded": "试运行",
            "formerly": [
                {"changed": "2018-10-01", "name": "旧", "short": "老"},
                {"changed": "2019-03-01", "head": "张三"},
            ],
            "since": "2018-09-10",
            "previous": ["x"],
            "self_report": "一年总结",
            "self_notes": {"A": "按时完成"},
        },
        "b": {"until": "2019-01-31", "successor": ["a", "c"]},
        "c": {},
    }
    assert [flag["id"] for flag in listed["a"]["flags"]] == ["ungraded", "renamed", "succession"]
