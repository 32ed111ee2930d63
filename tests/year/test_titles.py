"""What people call an entered value, and which one they mean by such words."""

from pathlib import Path

import pytest

from assess.engine.form import form
from assess.files import yaml_reader
from assess.ground.address import YEAR, Address, parse
from assess.ground.place import ProblemsError
from assess.resources import schemes_dir
from assess.services.schemes import open_scheme
from assess.year.case import Facts
from assess.year.cells import Cell, cells_of
from assess.year.enterables import NamedUnit
from assess.year.evidence import Evidence
from assess.year.meant import meant, unit_meant
from assess.year.reading.building import build_evidence
from assess.year.titles import Titles, titles_of
from assess.year.unit_names import named_units
from tests import small

SAMPLES = sorted(schemes_dir().glob("*/sample/*.yaml"))


def of_sample(path: Path) -> Titles:
    """The titles of a shipped year."""
    tree = yaml_reader.read(path)
    return Titles(open_scheme(path.parents[1].name), named_units(tree))


def _kind(address: Address, evidence: Evidence) -> tuple[str, str | None]:
    """What decides what may be entered of the unit."""
    return next(((one.type, one.table) for one in evidence.units if one.id == address.unit), ("", None))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_a_title_leads_back_to_its_value(path: Path) -> None:
    """Of every value that is asked, and of every one that is entered: by its words, and by the ids among them."""
    scheme = open_scheme(path.parents[1].name)
    tree = yaml_reader.read(path)
    evidence = build_evidence(tree, scheme)
    titles = Titles(scheme, named_units(tree), evidence.assessors)
    facts = Facts(scheme, evidence)
    asked = [(one.address, "") for unit in evidence.units for one in form(facts, unit) if unit.takes_part]
    entered = [(cell.address, cell.field) for cell in cells_of(tree, scheme)]
    alike = {(_kind(address, evidence), address[1:5], field): (address, field) for address, field in (*asked, *entered)}
    for address, field in alike.values():
        for words in (titles.words(address, field), titles.words(address, field, short=True)):
            assert meant(titles, words) == (address, field), words
            assert not any(word in titles.of(address, field) for word in ("unit/", "self_mark"))
    assert any(address.unit == YEAR for address, _ in entered)


INDICATORS = """
- {id: A, label: 党建, max: 10, rule: {judged: {}}}
- id: B
  label: 师资
  max: 20
  inputs: {teachers: {label: 教师数, unit: 人, above: 0}}
  indicators:
  - {id: B1, label: 生师比, max: 5, inputs: {students: {label: 学生数, unit: 人}, rooms: {label: 教室, unit: 间}},
     rule: {bands: {value: students / teachers, bands: [{at_least: 18, points: 5}], otherwise: 0}}}
  - {id: B2, label: 党建, max: 5, inputs: {done: {label: 完成, flag: true}, held: {label: 完成, flag: true}},
     rule: {bands: {value: done + held, bands: [{at_least: 2, points: 5}], otherwise: 0}}}
  - {id: B3, label: 成果, max: 10, inputs: {works: {label: 成果清单, records: {classes: {论文: {weight: 1}}}}},
     rule: {catalogue: {of: works, cap: 10}}}
"""
OTHER = """
- list: administrative
  indicators: [{id: D5, label: 服务, max: 10, rule: {judged: {}}}]
"""


def small_titles() -> Titles:
    """Two units of a small scheme, one of them of a kind that is not known."""
    of = small.scheme(
        f"{small.tree(INDICATORS)}\n{OTHER.strip()}",
        parts=f"{small.VOTES.strip()}\n{small.TARGETS.strip()}\n{small.LEADERSHIP.strip()}",
        attributes="{party: {label: 党组织, choices: [党委, 党总支]}}",
        selection=small.SELECTION,
    )
    return Titles(of, [NamedUnit("a", "甲学院", "college", short="甲"), NamedUnit("x", "", "未知")], ["王五"])


@pytest.mark.parametrize(
    ("words", "address", "field"),
    [
        ("甲学院 B1 学生数", "a/B1/students", ""),
        ("甲 生师比 学生数", "a/B1/students", ""),
        ("a academic/B1 students", "a/B1/students", ""),
        ("甲 B1 教师数", "a/B/teachers", ""),  # it is entered at the group
        ("甲 b1 备注", "a/B1/note", ""),
        ("甲 A", "a/A/mark", ""),
        ("甲 A 王五", "a/A/mark@王五", ""),
        ("甲 A 考核分 赵六", "a/A/mark@赵六", ""),  # a new assessor, behind the name of the input
        ("甲 B3", "a/B3/works", ""),
        ("甲 B3 第2项 类别", "a/B3/works#2", "class"),
        ("甲 B3 成果清单 2 title", "a/B3/works#2", "title"),
        ("甲 B3 #12", "a/B3/works#12", ""),
        ("甲 民主测评 教职工代表 优秀", "a/votes/优秀%representatives", ""),
        ("甲 民主测评 优秀 教职工代表", "a/votes/优秀%representatives", ""),
        ("甲 votes 教职工代表 本单位的票 合格", "a/votes/own%representatives", "合格"),
        ("甲 领导班子评价 副职校领导", "a/leadership/deputy", ""),
        ("甲 领导班子评价 副职校领导 张三", "a/leadership/deputy@张三", ""),
        ("甲 简称", "a/unit/short", ""),
        ("甲 单位情况 党组织", "a/unit/party", ""),
        ("甲 参加考核 原因", "a/unit/takes_part", "no"),
        ("甲 申报 申报理由", "a/application/statement", ""),
        ("本年度 标题", "-/year/title", ""),
        ("本年度 测评场次 干部场 收回", "-/rounds/returned%干部场", ""),
        ("甲 初点 第1捆 优秀", "a/first_count/优秀%第1捆", ""),
        ("本年度 评分人 赵六", "-/assessors/赵六", ""),
        ("本年度 决定 第1项 理由", "-/decisions/decision#1", "reason"),
    ],
)
def test_words_lead_to_a_value(words: str, address: str, field: str) -> None:
    """Ids, labels, short names; an input that is the only one, or the node of what is known of a unit, may lack."""
    assert meant(small_titles(), words.split()) == (parse(address), field)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "还要写单位｜写成 单位 指标 数据，例如 二级学院甲 K3.1 学生数"),
        ("甲", "“甲”后面还要写指标｜写成 单位 指标 数据，例如 二级学院甲 K3.1 学生数"),
        ("乙 B1", "没有单位“乙”｜可用的有：甲学院、x、本年度"),
        ("甲 B9", "没有指标“B9”｜是否想写：B、B3、B2？"),
        ("甲 党建", "有2个指标叫“党建”｜请写编号：A、B2"),
        ("甲 D5", "“D5”是“部门”的指标，甲学院没有这一项｜"),
        ("甲 申报", "申报优秀还要写是哪一项数据｜可用的有：符合的条件、申报所凭的指标、申报理由"),
        ("甲 B1 学生人数", "没有“B1 生师比”的数据“学生人数”｜是否想写：学生数？"),
        ("甲 B2 完成", "有2个“B2 党建”的数据叫“完成”｜请写编号：done、held"),
        ("甲 A 赵六", "没有“A 党建”的数据“赵六”｜可用的有：考核分、自评分、自评说明、扣分说明、依据、备注"),
        ("甲 B1 学生数 12", "“12”多余：甲学院 B1 生师比 学生数 已经写全｜请删去"),
        ("甲 B3 成果清单 类别", "甲学院 B3 成果 成果清单还要写是第几项｜例如 第1项 类别"),
        ("甲 B3 第1项 人名", "没有栏“人名”｜是否想写：名称、人员？"),
        ("甲 民主测评", "民主测评还要写是哪个群体｜可用的有：中层以上干部、教职工代表"),
        ("甲 民主测评 优秀", "没有测评群体“优秀”｜可用的有：中层以上干部、教职工代表"),
        ("甲 初点 优秀", "初点要写明名称和数据｜名称后面写：优秀、合格、不合格、弃权、无效"),
        ("x 单位名称", "没有指标“单位名称”｜"),
    ],
)
def test_words_that_lead_nowhere(words: str, said: str) -> None:
    """What is missing, unknown, meant in two ways or too much is said, with what is allowed."""
    with pytest.raises(ProblemsError) as caught:
        meant(small_titles(), words.split())
    (problem,) = caught.value.problems
    assert f"{problem.text}｜{problem.hint}" == said
    assert problem.place is None


def test_a_group_is_entered_below() -> None:
    """A group of indicators without inputs of its own is refused with those that have some."""
    titles = Titles(small.scheme(small.BOTH_LISTS), [NamedUnit("a", "甲学院", "college")])
    with pytest.raises(ProblemsError):
        meant(titles, ["甲学院", "Z"])
    of = small.scheme(
        small.tree(
            INDICATORS.replace("  inputs: {teachers: {label: 教师数, unit: 人, above: 0}}\n", "").replace(
                "/ teachers", "/ 2"
            )
        )
    )
    with pytest.raises(ProblemsError) as caught:
        meant(Titles(of, [NamedUnit("a", "甲学院", "college")]), ["甲学院", "B"])
    assert str(caught.value) == "错误：“B 师资”不在这一级填写\n    → 请写它下面的指标：B1、B2、B3"


@pytest.mark.parametrize(
    ("address", "field", "kept", "shown"),
    [
        ("a/unit/type", "", "college", "学院"),
        ("a/unit/takes_part", "", "true", "是"),
        ("a/last_year/list", "", "academic", "院部"),
        ("a/last_year/last", "", "false", "否"),
        ("a/B3/works#1", "first", "true", "是"),
        ("-/year/stage", "", "half_year", "半年"),
        ("-/decisions/decision#1", "unit", "a", "甲学院"),
        ("-/decisions/decision#1", "kind", "bar", "一票否决情形"),
        ("-/assessors/王五", "", "a", "甲学院"),
        ("-/confirmed/confirmation#1", "code", "made_up", "虚构数据"),
        ("a/B1/students", "", "90", "90"),
        ("a/unit/type", "", "沙龙", "沙龙"),  # no word for anything: the reading of the year says so
        ("a/不在/这里", "", "1", "1"),
    ],
)
def test_a_value_is_shown_as_people_say_it(address: str, field: str, kept: str, shown: str) -> None:
    """And read back as it is kept."""
    titles = small_titles()
    assert titles.shown(parse(address), field, kept) == shown
    typed = titles.kept(parse(address), field, shown)
    assert typed == kept or titles.shown(parse(address), field, typed) == shown


def test_two_units_of_one_name_are_told_apart() -> None:
    """It is a mistake, and to put it right one has to know which is which."""
    of = small.scheme(small.BOTH_LISTS)
    titles = Titles(of, [NamedUnit("a", "甲", "college"), NamedUnit("b", "甲", "college"), NamedUnit("c", "乙", "")])
    assert [titles.units.label(unit) for unit in ("a", "b", "c")] == ["甲（a）", "甲（b）", "乙"]
    assert unit_meant(titles, "甲（b）") == "b"
    with pytest.raises(ProblemsError, match="有2个单位叫“甲”"):
        unit_meant(titles, "甲")


def test_what_nobody_knows_goes_by_its_id() -> None:
    """A unit, an indicator, an input or a field that is not there has no other name."""
    titles = small_titles()
    assert titles.of(parse("z/Q/q#2"), "x") == "z Q q 第2项 x"
    assert titles.of(parse("a/B1/q")) == "甲学院 B1 生师比 q"
    assert titles.of(parse("x/B1/q")) == "x B1 q"


def test_a_unit_of_an_unknown_kind_has_names_for_what_is_known_of_it() -> None:
    """A clerk who mistyped the kind of a unit reads of its name, not of `unit name`."""
    assert small_titles().of(parse("x/unit/name")) == "x 单位情况 单位名称"


def test_titles_come_of_single_values_as_of_a_file() -> None:
    """What a database keeps says the same of units and assessors, also where a unit has no more than a value."""
    path = schemes_dir() / "lianyungang-2018" / "sample" / "year.yaml"
    scheme, tree = open_scheme("lianyungang-2018"), yaml_reader.read(path)
    cells = [*cells_of(tree, scheme), Cell(parse("new/B1/mark"), "", "1")]
    kept, written = titles_of(cells, scheme), of_sample(path)
    assert [kept.of(cell.address) for cell in cells[:-1]] == [written.of(cell.address) for cell in cells[:-1]]
    assert kept.of(cells[-1].address) == "new B1 mark"
    assert kept.assessors == set(build_evidence(tree, scheme).assessors)


def test_a_former_name_still_means_its_unit() -> None:
    """In a file and in what a database keeps of it."""
    of = small.scheme(small.BOTH_LISTS)
    unit = "- {id: a, name: 甲学院, type: college, formerly: [{changed: 2019-03-01, name: 老学院, short: 老院}]}"
    tree = yaml_reader.parse(f"scheme: small\ntitle: 年\nunits:\n{unit}", "y.yaml")
    for titles in (Titles(of, named_units(tree)), titles_of(cells_of(tree, of), of)):
        assert [unit_meant(titles, name) for name in ("老学院", "老院", "甲学院")] == ["a", "a", "a"]
        assert titles.units.label("a") == "甲学院"
