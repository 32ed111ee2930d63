"""Votes that are counted once for all units: what is read, what does not add up, what is asked of whom."""

from collections.abc import Iterator

import pytest

from assess.engine.assessment import assess
from assess.engine.form import form, year_form
from assess.entered.questions import Question
from assess.files import yaml_reader
from assess.ground.address import parse
from assess.ground.place import ProblemsError, Severity
from assess.scheme.scheme import Scheme
from assess.words.problem_document import problem_document
from assess.year.canonical import evidence_sha256
from assess.year.case import Facts
from assess.year.cells import cells_of
from assess.year.evidence import Evidence
from assess.year.meant import meant
from assess.year.reading.building import build_evidence
from assess.year.titles import Titles
from assess.year.unit_names import named_units
from tests import small

PARTS = """
votes:
  label: 民主测评
  full: {academic: 20, administrative: 20}
  ballots:
    levels: {优秀: 90, 合格: 70}
    divide_by: 100
    groups: {staff: {label: 中层干部}}
    %s
"""

#: 收回9张，整票无效1张：每个单位的一行合计8张。
ROUND = "rounds: {场: {group: staff, issued: 10, returned: 9, spoilt: 1}}"


def scheme(more: str = "", parts: str = PARTS) -> Scheme:
    """Two lists on which one group votes; `more` parameters of the vote."""
    return small.scheme("[]", parts=parts % more if "%s" in parts else parts)


def year(ballots: str = "", rest: str = ROUND, other: str = "") -> str:
    """甲 is a college, 乙 a department; both with a row of eight papers unless something else is written."""
    row = "ballots: {staff: {优秀: 5, 合格: 3}}"
    return f"""
- {{id: a, name: 甲, type: college, {ballots or row}}}
- {{id: b, name: 乙, type: department, {other or row}}}
{rest}
"""


def said(text: str, of: Scheme | None = None) -> list[str]:
    """What is wrong with the votes of a year: mistakes of reading, or what does not add up or lacks."""
    of = of or scheme()
    try:
        problems = assess(of, small.evidence(text, of)).problems
    except ProblemsError as error:
        problems = error.problems
    return [
        f"{one.place} {one.text}" + (f" → {one.hint}" if one.hint else "")
        for one in problems
        if one.severity is not Severity.WARNING
    ]


def test_what_adds_up_counts() -> None:
    """Issued and returned are those of the round; a paper that is void as a whole is invalid for every unit."""
    of = scheme()
    outcome = assess(of, small.evidence(year(), of))
    result = small.unit(outcome, "a")
    assert list(result.parts["votes"].score.lines(2))[:2] == [
        "发出10张，收回9张，有效8张（弃权0、无效1（含整票无效1））",
        "优秀5票、合格3票；按优秀90分、合格70分计，平均82.5分",
    ]
    assert said(year()) == []


NUMBERS = [
    (
        "rounds: {场: {group: staff, due: 8, present: 9, issued: 10, returned: 9, spoilt: 1}}",
        ["year.yaml:7:45 民主测评场次“场”实到9人，多于应到的8人，多1人 → 请核对实到和应到"],
    ),
    (
        "rounds: {场: {group: staff, issued: 10, returned: 11, spoilt: 3}}",
        ["year.yaml:7:50 民主测评场次“场”收回11张，多于发出的10张，多1张 → 请核对收回和发出"],
    ),
    (
        "rounds: {场: {group: staff, issued: 10, returned: 9}}",
        ["year.yaml:7:10 民主测评场次“场”缺整票无效 → 没有整票无效的写0"],
    ),
    (
        "rounds: {场: {group: staff}}",
        [
            "year.yaml:7:10 民主测评场次“场”缺发出",
            "year.yaml:7:10 民主测评场次“场”缺收回",
            "year.yaml:7:10 民主测评场次“场”缺整票无效 → 没有整票无效的写0",
        ],
    ),
    (
        "rounds: {场: {group: staff, issued: 10, returned: 9, spoilt: 10}}",
        ["year.yaml:7:61 民主测评场次“场”整票无效10张，多于收回的9张，多1张 → 请核对整票无效和收回"],
    ),
]


@pytest.mark.parametrize(("rounds", "sentences"), NUMBERS)
def test_numbers_of_a_round(rounds: str, sentences: list[str]) -> None:
    """Each is said once, not unit by unit, and no unit has points."""
    assert said(year(rest=rounds)) == sentences
    of = scheme()
    assert [
        one.total for listed in assess(of, small.evidence(year(rest=rounds), of)).lists for one in listed.units
    ] == [
        None,
        None,
    ]


ROWS = [
    (
        "ballots: {staff: {优秀: 5, 合格: 4}}",
        (
            "year.yaml:5:57 甲中层干部的民主测评各项合计9张，应为8张（收回9张减去整票无效1张），多1张"
            " → 正好多出整票无效的1张：整票无效的不计入各单位的一行"
        ),
    ),
    (
        "ballots: {staff: {优秀: 5, 合格: 6}}",
        (
            "year.yaml:5:57 甲中层干部的民主测评各项合计11张，应为8张（收回9张减去整票无效1张），多3张"
            " → 请核对各等次、弃权和无效的票数"
        ),
    ),
    (
        "ballots: {staff: {优秀: 5, 合格: 1, 弃权: 1, 无效: 0}}",
        (
            "year.yaml:5:57 甲中层干部的民主测评各项合计7张，应为8张（收回9张减去整票无效1张），少1张"
            " → 请核对各等次、弃权和无效的票数"
        ),
    ),
    (
        "ballots: {staff: {issued: 11, 优秀: 5, 合格: 3}}",
        (
            "year.yaml:5:61 甲中层干部的民主测评发出11张，场次“场”发出10张，差1张"
            " → 发出的票数填在场次里，单位这里可以不填"
        ),
    ),
    (
        "ballots: {staff: {returned: 12, 优秀: 5, 合格: 3}}",
        (
            "year.yaml:5:63 甲中层干部的民主测评收回12张，场次“场”收回9张，差3张"
            " → 收回的票数填在场次里，单位这里可以不填"
        ),
    ),
]


@pytest.mark.parametrize(("row", "sentence"), ROWS)
def test_a_row_that_does_not_add_up(row: str, sentence: str) -> None:
    """It names the unit, the group, both numbers and the difference; only this unit has no points."""
    assert said(year(row)) == [sentence]
    of = scheme()
    outcome = assess(of, small.evidence(year(row), of))
    assert (small.unit(outcome, "a").total, small.unit(outcome, "b").total is None) == (None, False)


@pytest.mark.parametrize(
    "row",
    [
        "ballots: {staff: {issued: 10, returned: 9, 优秀: 5, 合格: 3}}",
        "ballots: {staff: {returned: 8, 优秀: 5, 合格: 3}}",
        "ballots: {staff: {优秀: 5, 合格: 3, 弃权: 0, 无效: 0, own: {优秀: 1}}}",
        "ballots: {staff: {returned: 9, 优秀: 5, 合格: 3, 弃权: 0, 无效: 0}}",
    ],
)
def test_what_the_unit_repeats_may_stay(row: str) -> None:
    """What is entered beside the round and says the same is no mistake, and nothing to be asked about."""
    of = scheme()
    assert said(year(row)) == []
    assert "ballots" not in [one.code for one in assess(of, small.evidence(year(row), of)).problems]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("head: 张三", "甲中层干部的民主测评还没有填各等次的票数"),
        (
            "ballots: {staff: {优秀: 5, 合格: 1}}",
            (
                "甲中层干部的民主测评各项合计6张，应为8张（收回9张减去整票无效1张），少2张"
                " → 请核对各等次、弃权和无效的票数"
            ),
        ),
    ],
)
def test_a_row_that_lacks_something_is_missing(row: str, sentence: str) -> None:
    """While something may be to come it is no mistake: the unit is 未完成."""
    of = scheme()
    outcome = assess(of, small.evidence(year(row), of))
    assert [one.split(" ", 1)[1] for one in said(year(row))] == [sentence]
    assert small.unit(outcome, "a").total is None
    assert [flag.text for flag in small.unit(outcome, "a").flags] == ["未完成：还有没填的数据"]
    assert not [one for one in outcome.problems if one.severity is Severity.ERROR]


BUNDLES = """
rounds: {场: {group: staff, issued: 10, returned: 9, spoilt: 1}}
bundles:
  一捆:
    round: 场
    papers: 5
    first_count: {a: {优秀: 3, 合格: 2}, b: {优秀: 5}}
    second_count: {a: {优秀: 3, 合格: 2}, b: {优秀: 5}}
  二捆:
    round: 场
    papers: 3
    first_count: {a: {优秀: 2, 弃权: 1}, b: {无效: 3}}
    second_count: {a: {优秀: 2, 弃权: 1}, b: {无效: 3}}
"""
NO_ROW = "head: 张三"


def test_bundles_add_up_to_the_rows() -> None:
    """No unit needs a row of its own."""
    of = scheme()
    outcome = assess(of, small.evidence(year(NO_ROW, BUNDLES, NO_ROW), of))
    assert [next(small.unit(outcome, unit).parts["votes"].score.lines(2)) for unit in "ab"] == [
        "发出10张，收回9张，有效7张（弃权1、无效1（含整票无效1））",
        "发出10张，收回9张，有效5张（弃权0、无效4（含整票无效1））",
    ]
    beside = "ballots: {staff: {优秀: 5, 合格: 2, 弃权: 1}}"
    assert said(year(beside, BUNDLES, NO_ROW)) == []


IN_BUNDLES = [
    (
        "papers: 3",
        "papers: 2",
        [
            (
                "民主测评场次“场”各捆共7张，应为8张（收回9张减去整票无效1张），少1张"
                " → 是不是还有一捆没有录入，或少数了一张？"
            ),
            "“二捆”（中层干部）甲的初点各项合计3张，这一捆有2张，多1张 → 请再点一次",
            "“二捆”（中层干部）甲的复点各项合计3张，这一捆有2张，多1张 → 请再点一次",
            "“二捆”（中层干部）乙的初点各项合计3张，这一捆有2张，多1张 → 请再点一次",
            "“二捆”（中层干部）乙的复点各项合计3张，这一捆有2张，多1张 → 请再点一次",
        ],
    ),
    (
        "spoilt: 1",
        "spoilt: 2",
        [
            (
                "民主测评场次“场”各捆共8张，应为7张（收回9张减去整票无效2张），多1张"
                " → 各捆里不放整票无效的票；请核对各捆的张数"
            )
        ],
    ),
    ("papers: 3", "papers:", ["民主测评场次“场”的“二捆”缺张数"]),
    (
        "first_count: {a: {优秀: 3, 合格: 2}",
        "first_count: {a: {优秀: 2, 合格: 3}",
        [
            "“一捆”（中层干部）甲的优秀：初点2张，复点3张，差1张 → 请把这一捆再点一次，改正点错的一次",
            "“一捆”（中层干部）甲的合格：初点3张，复点2张，差1张 → 请把这一捆再点一次，改正点错的一次",
        ],
    ),
    (
        "first_count: {a: {优秀: 3, 合格: 2}",
        "first_count: {a: {优秀: 3, 合格: 1}",
        [
            "“一捆”（中层干部）甲的初点各项合计4张，这一捆有5张，少1张 → 请再点一次",
            "“一捆”（中层干部）甲的合格：初点1张，复点2张，差1张 → 请把这一捆再点一次，改正点错的一次",
        ],
    ),
    (
        "second_count: {a: {优秀: 3, 合格: 2}, ",
        "second_count: {a: , ",
        ["“一捆”（中层干部）甲缺复点"],
    ),
    (
        "second_count: {a: {优秀: 3, 合格: 2}, b: {优秀: 5}}",
        "second_count:",
        ["“一捆”（中层干部）甲缺复点", "“一捆”（中层干部）乙缺复点"],
    ),
]


@pytest.mark.parametrize(("right", "wrong", "sentences"), IN_BUNDLES)
def test_a_bundle_that_does_not_add_up(right: str, wrong: str, sentences: list[str]) -> None:
    """It names the bundle, the group, the unit, both numbers and the difference."""
    assert BUNDLES.count(right) == 1
    text = year(NO_ROW, BUNDLES.replace(right, wrong), NO_ROW)
    assert [one.split(" ", 1)[1] for one in said(text)] == sentences


def test_a_row_beside_the_bundles_is_their_sum() -> None:
    """The summary of a unit and its bundles are held against each other."""
    text = year("ballots: {staff: {优秀: 6, 合格: 1, 弃权: 1}}", BUNDLES, NO_ROW)
    assert said(text) == [
        "year.yaml:5:57 甲中层干部的民主测评的优秀填6张，各捆合计5张，差1张 → 请核对；各捆都录入的，单位的一行可以不填",
        "year.yaml:5:64 甲中层干部的民主测评的合格填1张，各捆合计2张，差1张 → 请核对；各捆都录入的，单位的一行可以不填",
    ]


READING = [
    (
        "rounds: {场: {grup: staff, issued: 1}}",
        [
            "year.yaml:7:13 缺少场次“场”的测评群体（group） → 可用的有：中层干部",
            "year.yaml:7:14 场次“场”里没有“grup”这一项 → 是否想写：group？",
        ],
    ),
    ("rounds: {场: {group: staf}}", ["year.yaml:7:21 场次“场”的测评群体（group）没有“staf”这一项 → 是否想写：staff？"]),
    (
        "rounds: {场: {group: staff, list: academics, issued: 一百}}",
        [
            "year.yaml:7:34 场次“场”的名单（list）没有“academics”这一项 → 是否想写：academic？",
            "year.yaml:7:53 场次“场”的发出：“一百”不是可用的数字（只接受普通小数，小数点前后各不超过15位）；允许≥0",
        ],
    ),
    (
        "rounds: {场: 10}",
        [
            (
                "year.yaml:7:13 场次“场”应为“键: 值”的形式 → 写成 {group: 测评群体, due: 应到, present: 实到,"
                " issued: 发出, returned: 收回, spoilt: 整票无效}"
            )
        ],
    ),
    (
        "rounds: {场: {group: staff}, 又一场: {group: staff}}",
        [
            (
                "year.yaml:7:29 场次“又一场”和“场”是同一个测评群体对同一张名单的测评"
                " → 分两场测评不同名单的，各用list写明名单；同一场只写一次"
            )
        ],
    ),
    ("rounds: [场]", ["year.yaml:7:9 “rounds”应为“键: 值”的形式"]),
    ("bundles: 3", ["year.yaml:7:10 “bundles”应为“键: 值”的形式"]),
    ("bundles: {一捆: {papers: 3}}", ["year.yaml:7:15 缺少“一捆”属于的场次（round）"]),
    (
        f"{ROUND}\nbundles: {{一捆: {{round: 厂, papers: 3}}}}",
        ["year.yaml:8:23 “一捆”属于的场次（round）没有“厂”这一项 → 可用的有：场"],
    ),
    (
        f"{ROUND}\nbundles: {{一捆: {{round: 场, paper: 3, first_count: {{c: {{优秀: 3}}, a: {{优: 3}}, b: }}}}}}",
        [
            "year.yaml:8:26 “一捆”里没有“paper”这一项 → 是否想写：papers？",
            "year.yaml:8:50 “一捆”的初点：没有“c”这个单位 → 可用的有：a、b",
            "year.yaml:8:66 “一捆”的初点中甲的一行里没有“优”这一项 → 是否想写：优秀？",
        ],
    ),
    (
        "rounds: {场: {group: staff, list: academic}}\nbundles: {一捆: {round: 场, second_count: {b: {优秀: 3}}}}",
        ["year.yaml:8:41 “一捆”的复点：乙不在场次“场”的名单里 → 请核对单位，或场次的名单（list）"],
    ),
]


@pytest.mark.parametrize(("rest", "sentences"), READING)
def test_mistakes_of_writing(rest: str, sentences: list[str]) -> None:
    """Each with its place and what to write instead."""
    assert said(year(rest=rest)) == sentences


def test_a_list_each() -> None:
    """A group may vote on the lists in two rounds; whoever is in none is entered as before."""
    rounds = "rounds: {院部场: {group: staff, list: academic, issued: 10, returned: 9, spoilt: 1}}"
    other = "ballots: {staff: {issued: 4, returned: 4, 优秀: 3, 合格: 1}}"
    assert said(year(rest=rounds, other=other)) == []
    both = f"{rounds[:-1]}, 部门场: {{group: staff, list: administrative, issued: 8, returned: 8, spoilt: 0}}}}"
    assert said(year(rest=both)) == []


PEERS = """
peers:
  label: 互评
  full: {academic: 10, administrative: 0}
  ballots: {levels: {好: 1}, divide_by: 1, groups: {peers: {label: 同行}}}
"""
TWO_PARTS = f"{(PARTS % '').rstrip()}{PEERS}"


def test_where_there_are_two_votes_a_round_names_its_part() -> None:
    """Else nobody could tell which groups there are; a list that the part does not score is none."""
    of = scheme(parts=TWO_PARTS)
    rows = "ballots: {votes: {staff: {优秀: 5, 合格: 3}}, peers: {peers: {好: 4}}}"
    other = "ballots: {votes: {staff: {优秀: 5, 合格: 3}}}"
    numbers = "issued: 9, returned: 9, spoilt: 1"
    peers = "{part: peers, group: peers, issued: 4, returned: 4, spoilt: 0}"
    right = f"rounds: {{甲场: {{part: votes, group: staff, {numbers}}}, 乙场: {peers}}}"
    assert said(year(rows, right, other), of) == []
    assert [
        one.split(" ", 1)[1] for one in said(year(rows, f"rounds: {{场: {{group: staff, {numbers}}}}}", other), of)
    ] == ["缺少场次“场”的部分（part） → 可用的有：民主测评、互评"]
    wrong = "rounds: {场: {part: peers, group: peers, list: administrative}}"
    assert [one.split(" ", 1)[1] for one in said(year(rows, wrong, other), of)] == [
        "场次“场”的名单（list）没有“administrative”这一项 → 可用的有：院部、academic"
    ]


def test_labels_are_as_good_as_ids() -> None:
    """Part, group and list by their names: the same year, to the hash; what is left blank is not there."""
    ids = "rounds: {场: {part: votes, group: staff, list: academic, issued: 10, returned: 9, spoilt: 1}, 空: , 无: {}}"
    names = "rounds: {场: {part: 民主测评, group: 中层干部, list: 院部, issued: 10, returned: 9, spoilt: 1}}"
    of = scheme()
    one, other = (evidence_sha256(small.evidence(year(rest=rest, other=NO_ROW), of)) for rest in (ids, names))
    assert one == other


def test_a_scheme_without_a_vote_has_no_rounds() -> None:
    """That is said at the round."""
    of = small.scheme()
    text = f"- {{id: a, name: 甲, type: college}}\n{ROUND}"
    assert (
        said(text, of)
        == [
            "year.yaml:5:13 场次“场”：方案里没有按测评票计分的部分 → 请删去rounds，或核对方案的parts",
            "year.yaml:4:3 甲“A 工作实绩”缺“评分”",
        ][:1]
    )


def test_what_only_the_default_reading_asks_for_may_stay() -> None:
    """Rounds and bundles of a vote that another reading does without are passed over."""
    readings = """
    R:
      question: 测评还是评价
      clause: 一
      default: votes
      choices:
        votes: {label: 测评}
        panel:
          label: 评价
          overlay:
          - at: [parts, votes]
            put: {label: 评价, full: {academic: 9, administrative: 9}, panel: {groups: {x: {label: 人, points: 9}}}}
    """
    of = small.scheme("[]", {"R": "panel"}, parts=PARTS % "", readings=readings)
    assert of.departures
    evidence = small.evidence(year(NO_ROW, BUNDLES, NO_ROW), of)
    assert evidence.rounds == ()


QUORUM = "quorum: {of: returned, at_least: 2, out_of: 3, clause: 第8条%s}"


def reminded(text: str, of: Scheme) -> list[str]:
    """The reminders of a year that are about a quorum."""
    return [one.text for one in assess(of, small.evidence(text, of)).problems if one.code == "quorum"]


def test_a_quorum() -> None:
    """On the line is enough; below it a person has to confirm, or nothing is scored."""
    two_thirds = "rounds: {场: {group: staff, issued: 12, returned: 8, spoilt: 0}}"
    below = "rounds: {场: {group: staff, issued: 13, returned: 8, spoilt: 0}}"
    of = scheme(QUORUM % "")
    sentence = "民主测评场次“场”发出13张，收回8张，没有达到收回不少于发出的2/3（第8条）"
    assert reminded(year(rest=two_thirds), of) == []
    assert reminded(year(rest=below), of) == [sentence]
    refusing = scheme(QUORUM % ", below: refuse")
    assert reminded(year(rest=below), refusing) == []
    assert said(year(rest=two_thirds), refusing) == []
    assert said(year(rest=below), refusing) == [f"year.yaml:7:50 {sentence} → 这一场不能计分；请核对票数，或重新测评"]


def test_a_quorum_of_people() -> None:
    """More than half of those on the list: half of them is not enough; both numbers are needed then."""
    of = scheme("quorum: {of: present, above: 50, out_of: 100}")
    rounds = "rounds: {{场: {{group: staff, due: 20, present: {}, issued: 10, returned: 9, spoilt: 1}}}}"
    assert reminded(year(rest=rounds.format(11)), of) == []
    assert reminded(year(rest=rounds.format(10)), of) == [
        "民主测评场次“场”应到20人，实到10人，没有达到实到多于应到的50%"
    ]
    assert said(year(), of) == ["year.yaml:7:10 民主测评场次“场”缺应到", "year.yaml:7:10 民主测评场次“场”缺实到"]


def test_a_quorum_without_a_round() -> None:
    """The papers of each unit are held against it; of people in the room nothing is known, and that is said once."""
    row = "ballots: {staff: {issued: 12, returned: 7, 优秀: 4, 合格: 3}}"
    clause = "没有达到收回不少于发出的2/3（第8条）"
    assert reminded(year(row, "", NO_ROW), scheme(QUORUM % "")) == [f"甲中层干部的民主测评发出12张，收回7张，{clause}"]
    of = scheme("quorum: {of: present, at_least: 2, out_of: 3}")
    assert reminded(year(row, "", row), of) == [
        "民主测评的方案要求实到不少于应到的2/3，中层干部没有填场次的应到、实到，核对不了"
    ]


def asked(text: str, of: Scheme) -> Iterator[Question]:
    """What is asked of the votes: of the year, then of 甲."""
    evidence = small.evidence(text, of)
    yield from year_form(of, evidence)
    yield from (one for one in form(Facts(of, evidence), evidence.units[0]) if one.address.group)


def _listed(questions: Iterator[Question]) -> list[str]:
    return [f"{one.address} {one.owner} {one.label}{one.spec.unit} {_state(one)}" for one in questions]


def _state(one: Question) -> str:
    if one.answered:
        return "有"
    return "缺" if one.is_missing else "可不填"


def test_what_is_asked_of_a_round() -> None:
    """Its numbers are asked of the year, once; of a unit its row alone."""
    text = year("ballots: {staff: {优秀: 5}}", "rounds: {场: {group: staff, issued: 10, returned: 9}}")
    assert _listed(asked(text, scheme())) == [
        "-/rounds/group%场 民主测评：场次“场” 测评群体 有",
        "-/rounds/list%场 民主测评：场次“场” 名单 可不填",
        "-/rounds/due%场 民主测评：场次“场” 应到人 可不填",
        "-/rounds/present%场 民主测评：场次“场” 实到人 可不填",
        "-/rounds/issued%场 民主测评：场次“场” 发出张 有",
        "-/rounds/returned%场 民主测评：场次“场” 收回张 有",
        "-/rounds/spoilt%场 民主测评：场次“场” 整票无效张 缺",
        "a/votes/优秀%staff 民主测评：中层干部的测评票 优秀张 有",
        "a/votes/合格%staff 民主测评：中层干部的测评票 合格张 可不填",
        "a/votes/弃权%staff 民主测评：中层干部的测评票 弃权张 可不填",
        "a/votes/无效%staff 民主测评：中层干部的测评票 无效张 可不填",
    ]
    lacking = [one for one in asked(year("ballots: {staff: {优秀: 5}}"), scheme()) if one.is_missing]
    assert [str(one.address) for one in lacking] == [f"a/votes/{kind}%staff" for kind in ("合格", "弃权", "无效")]


def test_what_is_asked_of_bundles() -> None:
    """Papers of the year, and of a unit its row in each count of each bundle."""
    text = year(NO_ROW, BUNDLES.replace("second_count: {a: {优秀: 2, 弃权: 1}, ", "second_count: {"), NO_ROW)
    listed = _listed(asked(text, scheme()))
    assert listed[7:11] == [
        "-/bundles/round%一捆 民主测评：场次“场”的一捆 场次 有",
        "-/bundles/papers%一捆 民主测评：场次“场”的一捆 张数张 有",
        "-/bundles/round%二捆 民主测评：场次“场”的二捆 场次 有",
        "-/bundles/papers%二捆 民主测评：场次“场”的二捆 张数张 有",
    ]
    assert listed[11] == "a/first_count/优秀%一捆 民主测评：中层干部的一捆，初点 优秀张 有"
    assert listed[-4:] == [
        f"a/second_count/{kind}%二捆 民主测评：中层干部的二捆，复点 {kind}张 缺"
        for kind in ("优秀", "合格", "弃权", "无效")
    ]
    assert len(listed) == 11 + 16


def test_every_question_has_an_address_that_the_year_knows() -> None:
    """A confirmation may name it; a round or bundle may be called anything."""
    of = scheme()
    rest = f"{BUNDLES}\nconfirmed:\n"
    for address in ("-/rounds/issued%场", "-/bundles/papers%一捆", "a/first_count/优秀%一捆"):
        assert str(parse(address)) == address
        rest += f"- {{code: ballots, address: {address}, value: x, by: 李四, reason: 核对过}}\n"
    evidence = small.evidence(year(NO_ROW, rest, NO_ROW), of)
    assert len(evidence.confirmed) == 3
    places = [str(evidence.written.place_of(one.address)) for one in evidence.confirmed]
    assert places == ["year.yaml:8:36", "year.yaml:12:13", "year.yaml:13:27"]


def test_titles_of_votes_lead_back_to_them() -> None:
    """By the words that people have for rounds, bundles and counts, and by the ids among them."""
    of = scheme()
    text = f"scheme: small\ntitle: 一年\nunits:{year(NO_ROW, BUNDLES, NO_ROW)}"
    tree = yaml_reader.parse(text, "year.yaml")
    titles = Titles(of, named_units(tree))
    cells = [cell for cell in cells_of(tree, of) if cell.address.group]
    for cell in cells:
        assert meant(titles, titles.words(cell.address)) == (cell.address, ""), cell
    said = [titles.of(cell.address) for cell in cells]
    assert said[:3] == ["本年度 测评场次 场 测评群体", "本年度 测评场次 场 发出", "本年度 测评场次 场 收回"]
    assert {"本年度 分捆点票 一捆 张数", "甲 初点 一捆 优秀", "乙 复点 二捆 无效"} <= set(said)
    assert meant(titles, ["-", "rounds", "场", "returned"])[0] == parse("-/rounds/returned%场")
    assert titles.kept(parse("-/rounds/group%场"), "", "中层干部") == "staff"
    assert titles.shown(parse("-/rounds/list%场"), "", "academic") == "院部"


def test_a_round_is_named_before_its_numbers() -> None:
    """Else its name would be taken for what is missing."""
    titles = Titles(scheme(), ())
    with pytest.raises(ProblemsError) as refused:
        meant(titles, ["本年度", "分捆点票", "张数"])
    assert str(refused.value).endswith("分捆点票要写明名称和数据\n    → 名称后面写：场次、张数")


def test_a_vote_that_does_not_add_up_is_explained_so() -> None:
    """Where others are scored the unit's explanation says why it is not; as JSON the problem is of no indicator."""
    of = scheme()
    text = year(NO_ROW, BUNDLES.replace("second_count: {a: {优秀: 2, 弃权: 1}, ", "second_count: {"), NO_ROW)
    outcome = assess(of, small.evidence(text, of))
    lacking = "“二捆”（中层干部）甲缺复点"
    assert list(small.unit(outcome, "a").parts["votes"].score.lines(2)) == [f"中层干部的测评票还不能计：{lacking}"]
    document = next(problem_document(one, of) for one in outcome.problems if one.text == lacking)
    assert (document["address"], document["unit"], document["indicator"]) == ("a/second_count/优秀%二捆", "a", None)


def _evidence(text: str) -> Evidence:
    return build_evidence(yaml_reader.parse(text, "y.yaml"), scheme())


def test_the_hash_counts_rounds_only_where_they_are_given() -> None:
    """Their order does not matter; a number of theirs does; a year without rounds has the hash that it always had."""
    head = "scheme: small\ntitle: 一年\nunits:"
    of = small.scheme()
    plain = small.evidence("- {id: a, name: 甲, type: college, facts: {A: 9}}", of)
    assert evidence_sha256(plain) == "427c71392d5a7673eb450898a6c2157cb8abd4a8db98698151435b55a7176422"
    bundles = BUNDLES.strip().splitlines()
    swapped = "\n".join([*bundles[:2], *bundles[7:], *bundles[2:7]])
    one, other = (evidence_sha256(_evidence(head + year(NO_ROW, rest, NO_ROW))) for rest in (BUNDLES, swapped))
    assert one == other
    assert evidence_sha256(_evidence(head + year(NO_ROW, BUNDLES.replace("issued: 10", "issued: 11"), NO_ROW))) != one
    assert evidence_sha256(_evidence(head + year(NO_ROW, "", NO_ROW))) != one
