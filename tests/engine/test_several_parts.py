"""Several parts of one kind in one total: two votes, two panels, two groups of indicators, each with its own points."""

import pytest

from assess.engine.form import form
from assess.engine.outcome import Outcome
from assess.ground.place import ProblemsError
from assess.scheme.scheme import Scheme
from assess.words.document import as_document
from assess.words.explanation import part_lines
from assess.year.canonical import evidence_sha256
from assess.year.case import Facts
from tests import small

#: The total is 20 + 10 + 15 + 5 + 30 + 20 = 100.
PARTS = """
votes:
  label: 民主测评
  full: {academic: 20}
  ballots: {levels: {优秀: 100, 合格: 60}, divide_by: 100, groups: {staff: {label: 中层干部}}}
peers:
  label: 部门互评
  full: {academic: 10}
  ballots: {levels: {好: 100, 中: 80, 差: 50}, divide_by: 100, groups: {staff: {label: 各部门}}}
leadership:
  label: 领导评价
  full: {academic: 15}
  panel: {groups: {principal: {label: 正职, points: 10}, deputy: {label: 副职, points: 5}}}
experts:
  label: 专家评价
  full: {academic: 5}
  panel: {instrument: direct, groups: {experts: {label: 专家, points: 5}}}
work:
  label: 日常工作
  full: {academic: 30}
  indicators: {nodes: [A, B]}
results:
  label: 工作实绩
  full: {academic: 20}
  indicators: {nodes: [C], partial: raw}
"""
TARGETS = """
- {id: A, label: 计划, max: 20, rule: {judged: {}}}
- {id: C, label: 成果, max: 20, inputs: {works: {label: 成果, unit: 项}},
   rule: {per_amount: {value: works, every: 1, points: 5, cap: 20}}}
- {id: B, label: 总结, max: 10, except: [foundation], rule: {judged: {}}}
"""
TOP = {
    "lists": "{academic: {label: 院部}}",
    "unit_types": "{college: {label: 学院, list: academic}, foundation: {label: 教学部, list: academic}}",
    "populations": "{everyone: {label: 全校, types: [college]}}",
}
#: Two colleges that differ in every part; 教学部 is not assessed on B.
YEAR = """
- id: a
  name: 甲
  type: college
  ballots:
    votes: {staff: {returned: 4, 优秀: 3, 合格: 1}}
    peers: {staff: {returned: 2, 好: 1, 差: 1}}
  leaders:
    leadership: {principal: [90, 80], deputy: [100]}
    experts: {experts: {张三: 4, 李四: 5}}
  facts: {A: 18, B: 9, C: 3}
- id: f
  name: 部
  type: foundation
  ballots:
    votes: {staff: {returned: 2, 优秀: 2}}
    peers: {staff: {returned: 1, 中: 1}}
  leaders:
    leadership: {principal: [60], deputy: [60]}
    experts: {experts: [5]}
  facts: {A: 18, C: 5}
"""


def scheme(parts: str = PARTS) -> Scheme:
    """The scheme; `parts` are those of its total."""
    return small.scheme(small.tree(TARGETS), None, parts=parts.strip(), **TOP)


def points(outcome: Outcome, unit: str) -> dict[str, str]:
    """What a unit got for each part of the total."""
    return {name: str(part.points) for name, part in small.unit(outcome, unit).parts.items()}


def test_each_part_has_points_of_its_own() -> None:
    """Ballots and marks by part, indicators by the nodes that a part names; worked out by hand.

    甲: (3 × 100 + 60) ÷ 4 = 90, of 20: 18; (100 + 50) ÷ 2 = 75, of 10: 7.5; 85 of 10 and 100 of 5: 13.5; 4.5; 27; 15.
    部: 20; 8; 6 + 3; 5; 18 of 20 that apply are 27 of 30; 5 works would be 25, at most 20.
    """
    outcome = small.assessed(YEAR, scheme())
    assert points(outcome, "a") == {
        "votes": "18",
        "peers": "15/2",
        "leadership": "27/2",
        "experts": "9/2",
        "work": "27",
        "results": "15",
    }
    assert points(outcome, "f") == {
        "votes": "20",
        "peers": "8",
        "leadership": "9",
        "experts": "5",
        "work": "27",
        "results": "20",
    }
    ranked = [(one.unit.id, str(one.total), one.rank) for one in outcome.lists[0].units]
    assert ranked == [("f", "89", 1), ("a", "171/2", 2)]
    assert outcome.problems == ()


def test_each_part_explains_its_own() -> None:
    """Levels, groups and sums are those of the part."""
    outcome = small.assessed(YEAR, scheme())
    unit = small.unit(outcome, "f")
    said = {name: part_lines(part, outcome) for name, part in unit.parts.items()}
    assert said["peers"][-1] == "80 ÷ 100 × 10 = 8.00分"
    assert said["experts"][0].startswith("专家：1人评价")
    assert said["work"] == ["指标得分18.00分（适用满分20分）", "折算：18.00 ÷ 20 × 30 = 27.00"]
    assert said["results"] == ["指标得分20.00分（适用满分20分）"]


def test_the_document_has_every_part() -> None:
    """Raw sums and full marks of each group of indicators stand with it, ballots and marks in the trace."""
    parts = as_document(small.assessed(YEAR, scheme()), trace=True)["lists"][0]["units"][0]["parts"]
    assert parts["work"] == {"raw": "18.00", "applicable_full": "20.00", "points": "27.00", "full": "30.00"}
    assert parts["results"] == {"raw": "20.00", "applicable_full": "20.00", "points": "20.00", "full": "20.00"}
    assert parts["peers"]["tally"]["groups"]["staff"]["levels"] == {"好": 0, "中": 1, "差": 0}
    assert parts["experts"]["groups"]["experts"]["marks"] == [{"mark": "5"}]


def test_what_lacks_is_said_by_part() -> None:
    """Each with the address of its own part; the points of the other parts stand."""
    lacking = YEAR.replace("    peers: {staff: {returned: 2, 好: 1, 差: 1}}\n", "").replace(", deputy: [100]", "")
    outcome = small.assessed(lacking.replace("C: 3", "C: "), scheme())
    assert [(str(one.address), one.text) for one in outcome.problems] == [
        ("a/peers/returned%staff", "甲的部门互评：各部门的测评票还没有填"),
        ("a/leadership/deputy", "甲的领导评价：副职的评分还没有填"),
        ("a/C/works", "甲“C 成果”缺“成果”"),
    ]
    unit = small.unit(outcome, "a")
    assert {name: part.points is None for name, part in unit.parts.items()} == {
        "votes": False,
        "peers": True,
        "leadership": True,
        "experts": False,
        "work": False,
        "results": True,
    }


def test_the_form_asks_part_by_part() -> None:
    """Every value has an address of its own, in the order of the total; each part asks for its own levels and marks."""
    of = scheme()
    evidence = small.evidence(YEAR, of)
    asked = [str(one.address) for one in form(Facts(of, evidence), evidence.units[0]) if one.lack or not one.answered]
    whole = [str(one.address) for one in form(Facts(of, evidence), evidence.units[0])]
    assert len(whole) == len(set(whole))
    assert [one for one in whole if "/peers/" in one] == [
        "a/peers/issued%staff",
        "a/peers/returned%staff",
        "a/peers/好%staff",
        "a/peers/中%staff",
        "a/peers/差%staff",
        "a/peers/弃权%staff",
        "a/peers/无效%staff",
    ]
    assert [one for one in whole if "/experts/" in one] == ["a/experts/experts@张三", "a/experts/experts@李四"]
    nodes = list(dict.fromkeys(one.split("/")[1] for one in whole))
    assert nodes == ["unit", "votes", "peers", "leadership", "experts", "A", "B", "C"]
    assert "a/peers/issued%staff" in asked


def test_evidence_of_one_part_may_be_written_with_or_without_its_id() -> None:
    """Where a section has one part its groups may stand alone: both ways are the same evidence, with the same hash."""
    alone = "\n".join(line for line in PARTS.splitlines() if line)
    alone = alone[: alone.index("peers:")] + alone[alone.index("leadership:") : alone.index("experts:")]
    of = scheme(alone + "all: {label: 指标, full: {academic: 50}, indicators: {}}")
    short = "- {id: a, name: 甲, type: college, ballots: {staff: {优秀: 1, 合格: 0}}, leaders: {principal: [90]}}"
    long = short.replace("ballots: {staff: {优秀: 1, 合格: 0}}", "ballots: {votes: {staff: {优秀: 1, 合格: 0}}}")
    long = long.replace("leaders: {principal: [90]}", "leaders: {leadership: {principal: [90]}}")
    assert small.evidence(short, of) == small.evidence(long, of)
    assert evidence_sha256(small.evidence(short, of)) == evidence_sha256(small.evidence(long, of))


def test_groups_without_the_part_are_refused_where_there_are_several() -> None:
    """Nobody can tell whose ballots they are: place, what is wrong, what to write."""
    year = "- {id: a, name: 甲, type: college, ballots: {staff: {优秀: 1}}, leaders: {experts: {staff: [1]}}}"
    with pytest.raises(ProblemsError) as refused:
        small.evidence(year, scheme())
    assert str(refused.value).splitlines() == [
        "year.yaml:4:45: 错误：甲的ballots里没有“staff”这一项",
        "    → 可用的有：votes、peers",
        "year.yaml:4:82: 错误：甲（专家评价）的领导评价里没有“staff”这一项",
        "    → 可用的有：experts",
    ]


def test_slips_are_noticed_in_every_part() -> None:
    """Two parts have a group 中层干部: a reminder says of which part it speaks."""
    of = scheme(PARTS.replace("各部门", "中层干部"))
    short = YEAR.replace("returned: 2, 好: 1, 差: 1", "returned: 9, 好: 1, 中: 1, 差: 1")
    (one,) = [problem for problem in small.assessed(short, of).problems if problem.code == "ballots"]
    assert str(one.address) == "a/peers/returned%staff"
    assert one.text == "甲部门互评的中层干部的测评票各项合计3张，少于收回的9张"


def test_ballots_that_no_part_counts_are_refused() -> None:
    """They would be lost without a word."""
    year = "- {id: a, name: 甲, type: college, ballots: {staff: {优秀: 1}}}"
    of = scheme("all: {label: 指标, full: {academic: 50}, indicators: {}}")
    with pytest.raises(ProblemsError) as refused:
        small.evidence(year, of)
    assert str(refused.value).splitlines() == [
        "year.yaml:4:35: 错误：甲不能填ballots：方案里没有由它计分的部分",
        "    → 请删去ballots，或核对方案的parts",
    ]


def test_a_reading_may_leave_one_of_two_votes() -> None:
    """The year that names both parts is scored under it; what only the default counts stays in the file."""
    readings = """
R1:
  clause: 二
  question: 部门互评
  default: both
  choices:
    both: {label: 计}
    without:
      label: 改为打分
      overlay:
      - at: [parts, peers]
        put: {label: 互评, full: {academic: 10}, panel: {groups: {all: {label: 各部门, points: 10}}}}
    less: {label: 减半, overlay: [{at: [parts, peers, ballots, divide_by], put: 50}]}
"""
    of = small.scheme(small.tree(TARGETS), {"R1": "without"}, parts=PARTS.strip(), readings=readings.strip(), **TOP)
    outcome = small.assessed(YEAR, of)
    assert str(small.unit(outcome, "a").parts["votes"].points) == "18"
    assert [one.text for one in outcome.problems] == [
        "甲的互评：各部门的评分还没有填",
        "部的互评：各部门的评分还没有填",
    ]


def test_flags_say_of_which_part_they_speak() -> None:
    """Two votes have a group of one name; where a part names its indicators, only these are said not to apply."""
    parts = PARTS.replace("各部门", "中层干部").replace("{nodes: [A, B]}", "{nodes: [A]}")
    parts = parts.replace("results:", "extra: {label: 附加, full: {academic: 5}, indicators: {nodes: [B]}}\nresults:")
    none = YEAR.replace("{returned: 1, 中: 1}", "{returned: 1, 无效: 1}").replace(
        "{returned: 2, 优秀: 2}", "{returned: 0}"
    )
    result = small.unit(small.assessed(none, scheme(parts)), "f")
    assert [flag.text for flag in result.flags] == [
        "未完成：民主测评：中层干部没有有效票、部门互评：中层干部没有有效票",
        "“附加”里没有一个指标适用于本单位，附加算不出来，不能排名",
    ]


def test_a_reading_may_leave_all_votes() -> None:
    """What only the default readings count stays in the file, and nothing is said of it."""
    panel = "{label: 评价, full: {academic: 10}, panel: {groups: {all: {label: 各部门, points: 10}}}}"
    readings = f"""
R1:
  clause: 二
  question: 怎样评
  default: votes
  choices:
    votes: {{label: 投票}}
    marks: {{label: 打分, overlay: [{{at: [parts, votes], put: {panel}}}, {{at: [parts, peers], put: {panel}}}]}}
"""
    of = small.scheme(small.tree(TARGETS), {"R1": "marks"}, parts=PARTS.strip(), readings=readings.strip(), **TOP)
    result = small.unit(small.assessed(YEAR, of), "a")
    assert str(result.parts["experts"].points) == "9/2"
    assert list(small.evidence(YEAR, of).units[0].opinions) == ["leadership", "experts"]
