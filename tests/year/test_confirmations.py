"""Confirmations in a year's file: what belongs to one, and which addresses there are."""

import pytest

from assess.files.yaml_reader import parse
from assess.ground.place import ProblemsError
from assess.scheme.reading.building import build_scheme
from assess.year.evidence import Confirmation
from assess.year.reading.building import build_evidence
from tests.scheme.small import READINGS, SCHEME, file_mistakes, scheme

YEAR = """\
scheme: small
title: 虚构年度
units:
- {id: college_a, name: 甲学院, type: college}
- {id: dean, name: 教务处, type: office, table: dean}
assessors: {王五: dean}
"""
NONE = "不是地址，地址写成 单位/指标/数据，例如 college_a/K3.1/students"


def entry(address: str, code: str = "ballots") -> str:
    """One confirmation on a line."""
    return f"- {{code: {code}, address: '{address}', value: 1, by: 王五, reason: 已核对}}\n"


def mistakes(*entries: str, readings: dict[str, str] | None = None) -> list[str]:
    """The messages about a year with these confirmations, from line 8 on."""
    return file_mistakes(f"{YEAR}confirmed:\n{''.join(entries)}", readings)


def test_a_confirmation_is_read() -> None:
    """Code, address, value as it is written, who and why, and where it stands."""
    evidence = build_evidence(parse(f"{YEAR}confirmed:\n{entry('dean/votes/issued%staff')}", "e.yaml"), scheme())
    (one,) = evidence.confirmed
    assert one == Confirmation("ballots", one.address, "1", "王五", "已核对")
    assert (str(one.address), str(one.place)) == ("dean/votes/issued%staff", "e.yaml:8:3")
    assert build_evidence(parse(YEAR, "e.yaml"), scheme()).confirmed == ()


@pytest.mark.parametrize(
    "address",
    [
        "-/year/made_up",
        "-/year/stage",
        "-/assessors/王五",
        "-/unit_types/college",
        "-/tables/dean",
        "college_a/unit/type",
        "college_a/unit/table",
        "college_a/unit/name",
        "college_a/unit/facts",
        "college_a/unit/party",
        "college_a/A1/mark",
        "college_a/A1/mark@谁都行",
        "college_a/A1/meetings",
        "college_a/A1/reason",
        "college_a/A2/note",
        "college_a/A3/staff",
        "college_a/A3.1/students",
        "college_a/A4/works",
        "college_a/A4/works#9",
        "college_a/A6/violations#1",
        "college_a/A7/kind",
        "college_a/votes/returned",
        "college_a/votes/优秀%staff",
        "college_a/votes/弃权%peers",
        "college_a/leadership/principal",
        "college_a/leadership/deputy@张三",
        "dean/D1/mark",
        "dean/D2/mark@王五",
    ],
)
def test_what_has_an_address(address: str) -> None:
    """Everything that is entered, entered yet or not."""
    assert mistakes(entry(address)) == []


@pytest.mark.parametrize(
    ("address", "said", "hint"),
    [
        ("college_a", "“college_a”不是地址，地址写成 单位/指标/数据，例如 college_a/K3.1/students", ""),
        (
            "college_a/A1/mark#0",
            "“college_a/A1/mark#0”不是地址，地址写成 单位/指标/数据，例如 college_a/K3.1/students",
            "",
        ),
        ("college_b/A1/mark", "没有“college_b”这个单位", "是否想写：college_a？"),
        ("-/yaer/title", "没有“yaer”这个可填写的指标", "是否想写：year？"),
        ("-/year/made", "“year”没有“made”这项数据", "是否想写：made_up？"),
        ("-/assessors/王六", "“assessors”没有“王六”这项数据", "是否想写：王五？"),
        ("college_a/A11/mark", "没有“A11”这个可填写的指标", "是否想写：A1、A3.1？"),
        ("college_a/D1/mark", "没有“D1”这个可填写的指标", "是否想写：A1？"),
        ("college_a/funds/budget", "没有“funds”这个可填写的指标", ""),
        ("college_a/targets/full", "没有“targets”这个可填写的指标", "是否想写：votes？"),
        ("college_a/A3.1/studens", "“A3.1”没有“studens”这项数据", "是否想写：students？"),
        ("college_a/unit/attributes", "“unit”没有“attributes”这项数据", ""),
        ("college_a/A3.1/students@王五", "“college_a/A3.1/students@王五”里不能有“@”", "写到数据名为止"),
        ("college_a/A1/mark#1", "“college_a/A1/mark#1”里不能有“#”", "评分人写在@后面"),
        ("college_a/A4/works%staff", "“college_a/A4/works%staff”里不能有“%”", "第几项写在#后面"),
        ("college_a/votes/issued@staff", "“college_a/votes/issued@staff”里不能有“@”", "测评群体写在%后面"),
        ("college_a/votes/issued%stuff", "没有“stuff”这个测评群体", "是否想写：staff？"),
        (
            "college_a/votes/良%staff",
            "“votes”没有“良”这项数据",
            "可用的有：issued、returned、优秀、合格、不合格、弃权、无效、own",
        ),
        ("college_a/leadership/deputy%staff", "“college_a/leadership/deputy%staff”里不能有“%”", "评分人写在@后面"),
        ("-/year/title#1", "“-/year/title#1”里不能有“#”", "写到数据名为止"),
    ],
)
def test_what_has_none(address: str, said: str, hint: str) -> None:
    """A unit, an indicator or an input that is not there, or what cannot follow it: with what was meant."""
    first, *rest = mistakes(entry(address))
    about = "" if "不是地址" in said else f"地址“{address}”："
    assert first == f"e.yaml:8:28: 错误：{about}{said}"
    assert rest == ([f"→ {hint}"] if hint else [])


def test_other_mistakes_all_at_once() -> None:
    """An unknown code, keys that lack or are not known, the same confirmation twice, a row that is none."""
    assert mistakes(
        entry("college_a/A1/mark", "balots"),
        entry("college_a/A4/works#1"),
        "- {code: ballots, address: college_a/A1/mark, value: , by: '', reson: 对}\n",
        entry("college_a/A4/works#1"),
        "- 已核对\n",
    ) == [
        "e.yaml:8:10: 错误：没有“balots”这种提醒",
        "→ 是否想写：ballots、ballots_issued、ballots_returned？",
        "e.yaml:10:3: 错误：“confirmed”第3项缺少“reason”",
        "→ 这一项必须写",
        "e.yaml:10:47: 错误：“confirmed”第3项缺少“value”",
        "→ 这一项必须写",
        "e.yaml:10:60: 错误：“by”不能为空",
        "e.yaml:10:64: 错误：“confirmed”第3项没有“reson”这个键",
        "→ 是否想写：reason、address？",
        "e.yaml:11:3: 错误：college_a/A4/works#1的提醒“ballots”确认了两次，第一次在第9行",
        "→ 只留一条",
        "e.yaml:12:3: 错误：“confirmed”第5项应为“键: 值”的形式",
    ]


@pytest.mark.parametrize("written", ["confirmed: 已核对\n", "confirmed: {code: ballots}\n"])
def test_the_rest_is_checked_beside_confirmations_that_are_no_list(written: str) -> None:
    """What is wrong with a unit is said in the same run."""
    text = YEAR.replace("type: college", "type: collage") + written
    with pytest.raises(ProblemsError) as caught:
        build_evidence(parse(text, "e.yaml"), scheme())
    assert [(one.place.line if one.place else 0) for one in caught.value.problems] == [4, 7]


@pytest.mark.parametrize(
    ("old", "new"), [("type: college", "type: collage"), ("type: college", "typ: college"), ("id: college_a", "id: 一")]
)
def test_confirmations_of_units_that_cannot_be_read_are_let_be(old: str, new: str) -> None:
    """Nobody knows what addresses a unit of an unknown type has, nor which units there are when an id is wrong."""
    assert YEAR.count(old) == 1
    said = file_mistakes(YEAR.replace(old, new) + "confirmed:\n" + entry("college_a/Z/z"))
    assert not [line for line in said if "地址" in line or "“Z”" in line]
    assert said


def test_what_only_the_default_readings_ask_may_stay_confirmed() -> None:
    """A7 is there by default only, A4 is a mark under the other reading; whatever follows its inputs is let be."""
    wanted = {"U1": "judged"}
    assert mistakes(entry("college_a/A7/kind"), entry("college_a/A4/works#1"), readings=wanted) == []
    assert mistakes(entry("college_a/A8/mark"), readings=wanted) == []
    assert mistakes(entry("college_a/A8/mark")) != []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: A7", "id: unit", "“unit”是单位情况的编号，不能用作指标编号"),
        ("id: A7", "id: votes", "“votes”是民主测评的编号，不能用作指标编号"),
        ("id: A7", "id: leadership", "“leadership”是领导评价的编号，不能用作指标编号"),
        ("id: A7", "id: funds", "“funds”是预算资金的编号，不能用作指标编号"),
    ],
)
def test_no_two_things_have_one_address(old: str, new: str, said: str) -> None:
    """An indicator is not called like what stands in its place in addresses."""
    with pytest.raises(ProblemsError, match=said):
        build_scheme(parse(SCHEME.replace(old, new) + READINGS.replace("A7", new[4:]), "s.yaml"))
