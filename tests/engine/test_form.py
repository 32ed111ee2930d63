"""The form: what is asked of a unit, each value under its address, and nothing missing that it does not ask for."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from assess.engine.assessment import assess
from assess.engine.form import form, half_year_form
from assess.engine.monitoring import monitor
from assess.entered.questions import Question, lacks
from assess.entered.values import OWN
from assess.files import yaml_reader
from assess.ground.address import parse
from assess.ground.place import Severity
from assess.parts.money import FUNDS
from assess.resources import schemes_dir
from assess.scheme.scheme import Scheme
from assess.services.schemes import open_scheme
from assess.year.case import Facts
from assess.year.cells import cells_of
from assess.year.evidence import Evidence, Unit
from assess.year.reading.building import build_evidence
from tests import small

SAMPLES = [
    (path.parents[1].name, path.stem)
    for path in sorted(schemes_dir().glob("*/sample/*.yaml"))
    if path.stem in ("year", "incomplete")
]


def sample(name: str, year: str) -> tuple[Scheme, Evidence]:
    """A shipped scheme with one of its sample years."""
    scheme = open_scheme(name)
    return scheme, build_evidence(yaml_reader.read(schemes_dir() / name / "sample" / f"{year}.yaml"), scheme)


def asked(scheme: Scheme, evidence: Evidence) -> Iterator[tuple[Unit, list[Question]]]:
    """The form of every unit that takes part."""
    facts = Facts(scheme, evidence)
    return ((unit, list(form(facts, unit))) for unit in evidence.units if unit.takes_part)


@pytest.mark.parametrize(("name", "year"), SAMPLES)
def test_what_is_missing_is_what_the_form_asks_in_vain(name: str, year: str) -> None:
    """For every shipped year: the same problems, unit by unit, in the same order."""
    scheme, evidence = sample(name, year)
    missing = [one for one in assess(scheme, evidence).problems if one.severity is Severity.MISSING]
    for unit, questions in asked(scheme, evidence):
        of_unit = [one for one in missing if one.address is not None and one.address.unit == unit.id]
        assert of_unit == [evidence.placed(one) for one in lacks(questions)], unit.id


@pytest.mark.parametrize("name", ["changzhou-2026", "guangzhou-2025", "tianjin-projects", "xuzhou-2022"])
def test_what_is_missing_at_half_year_is_what_its_form_asks_in_vain(name: str) -> None:
    """With the sample as it is, and with nothing entered: the same problems, unit by unit."""
    scheme, sample_year = sample(name, "half_year")
    bare = replace(sample_year, units=tuple(replace(unit, facts={}) for unit in sample_year.units))
    for evidence in (sample_year, bare):
        facts = Facts(scheme, evidence)
        missing = {one for one in monitor(scheme, evidence).problems if one.severity is Severity.MISSING}
        asked_in_vain = {
            evidence.placed(one)
            for unit in evidence.units
            if unit.takes_part
            for one in lacks(half_year_form(facts, unit))
        }
        assert asked_in_vain == missing
    assert missing


@pytest.mark.parametrize(("name", "year"), SAMPLES)
def test_every_value_has_one_address_that_can_be_written(name: str, year: str) -> None:
    """The text of an address reads back to it; a value that several indicators share is asked for by each of them."""
    scheme, evidence = sample(name, year)
    for unit, questions in asked(scheme, evidence):
        for one in questions:
            assert parse(str(one.address)) == one.address
            assert one.address.unit == unit.id
            assert one.label
            assert one.owner
        shared = [one for one in questions if one.above]
        own = [one.address for one in questions if not one.above]
        assert len(own) == len(set(own))
        assert {one.address.node for one in shared if one.address in own} <= {FUNDS}


@pytest.mark.parametrize("name", dict.fromkeys(name for name, _ in SAMPLES))
def test_what_is_due_is_what_is_missing_once_nothing_is_entered(name: str) -> None:
    """In a whole year everything that is due is there; what is left out was never due."""
    scheme, evidence = sample(name, "year")
    for unit, questions in asked(scheme, evidence):
        due = {one.address for one in questions if one.is_due}
        assert due == {one.address for one in questions if one.is_due and one.answered}, unit.id
        assert due
        assert not any(one.is_missing for one in questions)


def test_everything_of_a_small_year() -> None:
    """About the unit, then part by part with what may be added to an indicator, then the application."""
    parts = f"{small.VOTES.strip()}\n{small.TARGETS.strip()}"
    indicators = """
    - id: K
      label: 师资
      max: 10
      inputs: {teachers: {label: 教师数, unit: 人, above: 0}}
      indicators:
      - {id: K1, label: 生师比, max: 10,
         inputs: {students: {label: 学生数, unit: 人}, rooms: {label: 教室数, unit: 间}},
         evidence: {papers: {label: 论文, unit: 篇}},
         rule: {bands: {value: students / teachers, bands: [{at_least: 18, points: 10}], otherwise: 0}}}
    """
    of = small.scheme(
        small.tree(indicators.replace("\n    ", "\n")),
        parts=parts,
        selection=small.SELECTION,
        attributes="{party: {label: 党组织, choices: [党委, 党总支]}}",
    )
    evidence = small.evidence("- {id: a, name: 甲, type: college, facts: {K1: {students: 90, papers: 3}}}", of)
    ((_, questions),) = asked(of, evidence)
    listed = [
        f"{one.address}｜{one.owner}｜{one.label}{one.spec.unit}｜{one.above}｜{_state(one)}" for one in questions
    ]
    ballots = [
        f"a/votes/{key}%{group}｜民主测评：{label}的测评票｜{said}张｜｜{state}"
        for group, label in GROUPS
        for key, said, state in NUMBERS
    ]
    assert listed == [
        "a/unit/name｜单位情况｜单位名称｜｜有",
        "a/unit/short｜单位情况｜简称｜｜可不填",
        "a/unit/head｜单位情况｜负责人｜｜可不填",
        "a/unit/contact｜单位情况｜联系人｜｜可不填",
        "a/unit/self_report｜单位情况｜自评报告｜｜可不填",
        "a/unit/order｜单位情况｜次序｜｜可不填",
        "a/unit/type｜单位情况｜单位类型｜｜有",
        "a/unit/party｜单位情况｜党组织｜｜可不填",
        *ballots,
        "a/K1/students｜K1 生师比｜学生数人｜｜有",
        "a/K/teachers｜K1 生师比｜教师数人｜K 师资｜缺",
        "a/K1/rooms｜K1 生师比｜教室数间｜｜可不填",
        "a/K1/papers｜K1 生师比｜论文篇｜｜有",
        "a/K1/self_mark｜K1 生师比｜自评分分｜｜可不填",
        "a/K1/self_note｜K1 生师比｜自评说明｜｜可不填",
        "a/K1/reason｜K1 生师比｜扣分说明｜｜可不填",
        "a/K1/basis｜K1 生师比｜依据｜｜可不填",
        "a/K1/note｜K1 生师比｜备注｜｜可不填",
        "a/application/meets｜申报优秀｜符合的条件｜｜可不填",
        "a/application/work｜申报优秀｜申报所凭的指标｜｜可不填",
        "a/application/statement｜申报优秀｜申报理由｜｜可不填",
        "a/last_year/list｜上一年的结果｜名单｜｜可不填",
        "a/last_year/rank｜上一年的结果｜名次名｜｜可不填",
        "a/last_year/of｜上一年的结果｜单位数个｜｜可不填",
        "a/last_year/last｜上一年的结果｜是不是末位｜｜可不填",
    ]


GROUPS = (("staff", "中层以上干部"), ("representatives", "教职工代表"))
NUMBERS = (
    *(("issued", "发出数", "可不填"), ("returned", "收回数", "可不填"), ("优秀", "优秀", "缺"), ("合格", "合格", "缺")),
    *(("不合格", "不合格", "缺"), ("弃权", "弃权", "可不填"), ("无效", "无效", "可不填")),
)


def _state(one: Question) -> str:
    if one.answered:
        return "有"
    return "可不填" if one.lack is None else "缺"


def test_levels_and_a_scheme_without_conditions() -> None:
    """Leaders choose among levels; where nobody has to apply nobody is asked to, but for last year's place."""
    panel = small.LEADERSHIP.replace("panel:", "panel:\n    instrument: levels\n    levels: {好: 90, 差: 60}")
    selection = small.SELECTION[: small.SELECTION.index("conditions:")].strip()
    of = small.scheme(small.BOTH_LISTS, parts=panel.strip(), selection=selection)
    ((_, questions),) = asked(of, small.evidence("- {id: a, name: 甲, type: college}", of))
    marks = [one for one in questions if one.address.node == "leadership"]
    assert [(one.label, getattr(one.spec, "choices", ())) for one in marks] == [
        ("正职校领导的评分", ("好", "差")),
        ("副职校领导的评分", ("好", "差")),
    ]
    assert [one.address.node for one in questions if one.address.node in ("application", "last_year")] == [
        "last_year"
    ] * 4


INDICATORS = """
- id: K
  label: 师资
  clause: 附件1 二
  max: 20
  inputs: {teachers: {label: 教师数, unit: 人, above: 0, whole: true}}
  indicators:
  - {id: K1, label: 生师比, clause: 附件1 二1, max: 5, inputs: {students: {label: 学生数, unit: 人}},
     rule: {bands: {value: students / teachers, bands: [{at_least: 18, points: 5}], otherwise: 0}}}
  - {id: K2, label: 制度, max: 5, mark_step: 0.5, rule: {judged: {}}}
  - {id: K3, label: 成果, max: 10, inputs: {works: {label: 成果清单, records: {classes: {论文: {weight: 1}}}}},
     rule: {catalogue: {of: works, cap: 10}}}
"""


def test_what_may_be_entered_is_said() -> None:
    """Clause, where it is entered, unit of measure, bounds, choices by the word that is kept, all of it in words."""
    of = small.scheme(
        small.tree(INDICATORS),
        parts=f"{small.VOTES.strip()}\n{small.TARGETS.strip()}",
        selection=small.SELECTION,
        attributes="{party: {label: 党组织, choices: [党委, 党总支]}}",
    )
    ((_, questions),) = asked(of, small.evidence("- {id: a, name: 甲, type: college}", of))
    said = {str(one.address): one for one in questions}
    listed = {
        address: f"{one.clause}｜{one.node}｜{one.measure}｜{one.allowed}｜{dict(one.choices)}"
        for address, one in said.items()
    }
    votes = of.parts[0].clause
    types = {name: one.label for name, one in of.unit_types.items()}
    conditions = {name: one.label for name, one in of.selection.conditions.items()} if of.selection else {}
    assert (
        listed.items()
        >= {
            "a/K1/students": "附件1 二1｜K1｜人｜≥0人｜{}",
            "a/K/teachers": "附件1 二1｜K｜人｜>0人，整数｜{}",
            "a/K2/mark": "｜K2｜分｜0至5分，步长0.5｜{}",
            "a/K2/note": "｜K2｜｜｜{}",
            "a/K3/works": "｜K3｜｜登记，没有的填“无”｜{}",
            "a/unit/type": f"｜unit｜｜学院、教学部、部门｜{types}",
            "a/unit/party": "｜unit｜｜党委、党总支｜{'党委': '党委', '党总支': '党总支'}",
            "a/votes/优秀%staff": f"{votes}｜votes｜张｜≥0张，整数｜{{}}",
            "a/last_year/list": f"｜last_year｜｜{'、'.join(of.lists.values())}｜{dict(of.lists)}",
            "a/last_year/rank": "｜last_year｜名｜≥1名，整数｜{}",
            "a/last_year/last": "｜last_year｜｜是或否｜{'是': '是', '否': '否'}",
        }.items()
    )
    assert dict(said["a/application/meets"].choices) == conditions
    bounds = {address: one.bounds.text() if one.bounds is not None else None for address, one in said.items()}
    assert (bounds["a/K/teachers"], bounds["a/K2/mark"], bounds["a/unit/type"]) == (">0", "≥0且≤5", None)


@pytest.mark.parametrize(("name", "year"), SAMPLES)
def test_what_is_entered_is_asked(name: str, year: str) -> None:
    """Every value of a shipped year has its question, but a unit's own ballots and reasons nobody asks for."""
    scheme, evidence = sample(name, year)
    tree = yaml_reader.read(schemes_dir() / name / "sample" / f"{year}.yaml")
    questions = {one.address[:3] for _, some in asked(scheme, evidence) for one in some}
    units = {unit.id for unit in evidence.units if unit.takes_part}
    entered = {cell.address[:3] for cell in cells_of(tree, scheme) if cell.address.unit in units}
    assert {name for _, _, name in entered - questions} <= {OWN, "deviation"}


def test_half_way_only_targets_are_asked_for() -> None:
    """Indicators without a target have no half-year."""
    of = small.scheme(small.BOTH_LISTS)
    evidence = small.evidence("- {id: a, name: 甲, type: college}", of)
    assert list(half_year_form(Facts(of, evidence), evidence.units[0])) == []
