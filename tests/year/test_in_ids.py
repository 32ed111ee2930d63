"""A year may be written with names in place of ids: it is the same year, to the hash."""

import textwrap
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from assess.entered.enterable import Enterable, EnterableNode
from assess.files import yaml_reader
from assess.ground.address import APPLICATION, LAST_YEAR, UNIT, YEAR
from assess.ground.place import ProblemsError
from assess.ground.tree import Rows, Table, Text, Tree
from assess.parts.registry import sections
from assess.resources import schemes_dir
from assess.scheme.scheme import Scheme
from assess.services.schemes import open_scheme
from assess.year.canonical import evidence_sha256
from assess.year.cells import cells_of
from assess.year.enterables import Enterables
from assess.year.reading.building import build_evidence
from assess.year.reading.in_ids import in_ids
from assess.year.titles import Titles
from assess.year.unit_names import named_units
from tests import small
from tests.engine.test_several_parts import scheme as two_votes

SAMPLES = sorted(schemes_dir().glob("*/sample/*.yaml"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_a_shipped_year_in_names_is_the_same_year(path: Path) -> None:
    """With every key and every choice written as people call it: the same evidence, values and hash."""
    scheme = open_scheme(path.parents[1].name)
    tree = yaml_reader.read(path)
    assert in_ids(tree, Enterables(scheme)) is tree  # nothing is copied where nothing is to be changed
    named = Names(scheme, tree).year()
    assert "units" not in named
    before, after = build_evidence(tree, scheme), build_evidence(named, scheme)
    assert after == before
    assert evidence_sha256(after) == evidence_sha256(before)
    kept = {(cell.address, cell.field): cell.text for cell in cells_of(named, scheme)}
    assert kept == {(cell.address, cell.field): cell.text for cell in cells_of(tree, scheme)}


Known = Mapping[str, Enterable] | Mapping[str, EnterableNode]


class Names:
    """Puts names in place of the ids of a year."""

    def __init__(self, scheme: Scheme, tree: Table) -> None:
        self._scheme = scheme
        self._tree = tree
        self._titles = Titles(scheme, named_units(tree))

    def year(self) -> Table:
        """The year with names."""
        nodes = self._titles.nodes_of(YEAR)
        lists = {key: nodes[key].inputs[nodes[key].primary or ""] for key in ("decisions", "confirmed")}
        keys = {**nodes["year"].inputs, "confirmed": Enterable("确认")}
        year = Table()
        for key, value in self._tree.items():
            if key == "units":
                assert isinstance(value, Rows)
                new: Tree = Rows([self._unit(unit) for unit in value if isinstance(unit, Table)])
            elif key == "assessors" and isinstance(value, Table):
                new = Table({name: Text(self._titles.units.label(str(unit))) for name, unit in value.items()})
            else:
                new = _value(value, lists.get(str(key), keys[str(key)]))
            year[Text(keys[str(key)].label)] = new
        return year

    def _unit(self, unit: Table) -> Table:
        nodes = self._titles.nodes_of(str(unit["id"]))
        about = nodes[UNIT].inputs
        named = Table()
        for key, value in unit.items():
            label = "单位属性" if key == "attributes" else about[str(key)].label
            if key == "facts":
                new: Tree = _keyed(value, nodes, lambda name, fact: _fact(fact, nodes[name]))
            elif key == "self_marks":
                new = _keyed(value, nodes)
            elif key == "attributes":
                new = _fields(value, about)
            elif key in (APPLICATION, LAST_YEAR):
                new = _fields(value, nodes[str(key)].inputs)
            elif key in sections():
                (part,) = self._scheme.parts_under(str(key))
                label, node = part.label, nodes[part.id]
                groups = {group: Enterable(called) for group, called in node.groups.items()}
                by_group = partial(_of_group, node)
                new = _keyed(value, groups, by_group) if groups else _fields(value, node.inputs)
            else:
                new = _value(value, about[str(key)])
            named[Text(label)] = new
        return named


def _keyed(given: Tree, known: Known, change: Callable[[str, Tree], Tree] = lambda _, one: one) -> Tree:
    if not isinstance(given, Table):
        return given
    labels = [one.label for one in known.values()]

    def name(key: str) -> str:
        one = known.get(key)
        if one is None:
            return key
        return one.label if labels.count(one.label) == 1 else getattr(one, "title", key)

    return Table({Text(name(str(key))): change(str(key), value) for key, value in given.items()})


def _of_group(node: EnterableNode, _: str, given: Tree) -> Tree:
    return _fields(given, node.inputs)


def _fields(given: Tree, fields: Mapping[str, Enterable]) -> Tree:
    return _keyed(given, fields, lambda key, value: _value(value, fields[key]) if key in fields else value)


def _fact(fact: Tree, node: EnterableNode) -> Tree:
    if isinstance(fact, Table) and set(fact) & set(node.inputs):
        return _fields(fact, node.inputs)
    return fact if isinstance(fact, Table) else _value(fact, node.inputs[node.primary or ""])


def _value(value: Tree, entered: Enterable) -> Tree:
    if isinstance(value, Text) and entered.values is not None:
        # Whether a person is first author may be kept in either word.
        return value if value in entered.values and entered.label == "第一作者" else Text(entered.values.label(value))
    if isinstance(value, Rows):
        return Rows([_value(row, entered) for row in value])
    return _fields(value, entered.fields) if entered.fields else value


INDICATORS = """
- {id: A, label: 党建, max: 10, mark_step: 1, rule: {judged: {}}}
- id: B
  label: 师资
  max: 10
  inputs: {teachers: {label: 教师数, unit: 人, above: 0}}
  indicators:
  - {id: B1, label: 生师比, max: 5, inputs: {students: {label: 学生数, unit: 人}},
     rule: {bands: {value: students / teachers, bands: [{at_least: 18, points: 5}], otherwise: 0}}}
  - {id: B2, label: 党建, max: 5, inputs: {done: {label: 完成, flag: true}, held: {label: 完成, flag: true}},
     rule: {bands: {value: done + held, bands: [{at_least: 2, points: 5}], otherwise: 0}}}
"""


def of_unit(written: str) -> object:
    """What a unit that is written so is with ids."""
    of = small.scheme(small.tree(INDICATORS), parts=f"{small.VOTES.strip()}\n{small.TARGETS.strip()}")
    tree = yaml_reader.parse(f"scheme: small\ntitle: 年\nunits:\n- {{id: a, {written}}}", "y.yaml")
    units = in_ids(tree, Enterables(of))["units"]
    assert isinstance(units, Rows)
    assert isinstance(units[0], Table)
    return {key: value for key, value in units[0].items() if key != "id"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("单位名称: 甲, 单位类型: 学院", {"name": "甲", "type": "college"}),
        ("type: college, 参加考核: 是", {"type": "college", "takes_part": "true"}),
        ("type: college, 参加考核: {原因: 新建}", {"type": "college", "takes_part": {"no": "新建"}}),
        ("type: college, 指标数据: {生师比: {学生数: 9}}", {"type": "college", "facts": {"B1": {"students": "9"}}}),
        ("type: college, facts: {B1 生师比: 9}", {"type": "college", "facts": {"B1": "9"}}),
        ("type: college, facts: {academic/B1: 9}", {"type": "college", "facts": {"B1": "9"}}),
        # Two indicators of one name, two inputs of one label: which one is meant nobody knows.
        ("type: college, facts: {党建: 9}", {"type": "college", "facts": {"党建": "9"}}),
        ("type: college, facts: {B2: {完成: 是}}", {"type": "college", "facts": {"B2": {"完成": "是"}}}),
        # People by name stay people, also one who is called as the mark is.
        ("type: college, facts: {A: {考核分: 9}}", {"type": "college", "facts": {"A": {"考核分": "9"}}}),
        (
            "type: college, facts: {A: {备注: 9, 王五: 8}}",
            {"type": "college", "facts": {"A": {"备注": "9", "王五": "8"}}},
        ),
        (
            "type: college, facts: {A: {考核分: {王五: 9}, 备注: 好}}",
            {"type": "college", "facts": {"A": {"mark": {"王五": "9"}, "note": "好"}}},
        ),
        # What cannot be read stays, for the reading to complain of.
        ("type: 院", {"type": "院"}),
        ("type: college, facts: 无", {"type": "college", "facts": "无"}),
        ("type: college, self_marks: 无", {"type": "college", "self_marks": "无"}),
        ("type: college, facts: {X: {学生数: 1}}", {"type": "college", "facts": {"X": {"学生数": "1"}}}),
        ("type: college, ballots: 无, leaders: 无", {"type": "college", "ballots": "无", "leaders": "无"}),
        ("type: college, ballots: {staff: 无}", {"type": "college", "ballots": {"staff": "无"}}),
        ("type: college, ballots: {votes: 无}", {"type": "college", "ballots": {"votes": "无"}}),
        ("type: college, 属性: 1", {"type": "college", "属性": "1"}),
    ],
)
def test_a_name_becomes_its_id(written: str, meant: object) -> None:
    """Keys and choices; what is no name, or the name of several, stays as it is written."""
    assert of_unit(written) == meant


def test_what_is_no_unit_stays() -> None:
    """A year without a list of units, and a unit that is none, are complained of as they stand."""
    for written in ("units: 无", "units: [无]", "units: [{name: 甲}]", "各单位: "):
        tree = yaml_reader.parse(f"scheme: small\ntitle: 年\n{written}", "y.yaml")
        with pytest.raises(ProblemsError):
            build_evidence(tree, small.scheme(small.tree(INDICATORS)))


def test_a_thing_is_written_once() -> None:
    """By its id or by its name: both are one too many; every such pair is told in one run with what else is wrong."""
    year = """
    scheme: small
    title: 年
    标题: 另一年
    units:
    - {id: a, name: 甲, type: college, 单位名称: 乙, facts: {B1: 9, 生师比: 8, A: 99}}
    """
    tree = yaml_reader.parse(textwrap.dedent(year).strip(), "y.yaml")
    with pytest.raises(ProblemsError) as caught:
        build_evidence(tree, small.scheme(small.tree(INDICATORS)))
    assert [str(one).split("\n")[0] for one in caught.value.problems] == [
        "y.yaml:3:1: 错误：“标题”和“title”是同一项，写了两次",
        "y.yaml:5:35: 错误：“单位名称”和“name”是同一项，写了两次",
        "y.yaml:5:59: 错误：“生师比”和“B1”是同一项，写了两次",
        "y.yaml:5:70: 错误：“A”的考核分是99分，允许0至10分，步长1",
    ]


def test_several_votes_by_name() -> None:
    """Where two parts are entered under one section, each goes by its name, and so do groups and numbers."""
    of = two_votes()
    unit = "- {id: a, name: 甲, type: college, ballots: {%s: {%s: {%s: 4, 优秀: 3, 合格: 1, %s: {优秀: 1}}}}}"
    years = [
        yaml_reader.parse(f"scheme: small\ntitle: 一年\nunits:\n{unit % words}", "y.yaml")
        for words in (
            ("votes", "staff", "returned", "own"),
            ("民主测评", "中层干部", "收回数", "本单位的票"),
        )
    ]
    assert build_evidence(years[0], of) == build_evidence(years[1], of)
    odd = yaml_reader.parse(
        "scheme: small\ntitle: 一年\nunits:\n- {id: a, name: 甲, type: college, ballots: {x: 1}}", "y"
    )
    assert in_ids(odd, Enterables(of)) == odd


def test_rounds_bundles_and_successors_by_name() -> None:
    """What names units, groups and parts of the total beside the units themselves."""
    of = small.scheme(small.tree(INDICATORS), parts=f"{small.VOTES.strip()}\n{small.TARGETS.strip()}")
    named = """
    scheme: small
    title: 年
    各单位:
    - {id: a, name: 甲学院, short: 甲, type: college, 最后一天: 2019-01-31,
       并入或分设成的单位: [乙学院], 自评说明: {生师比: 好}}
    - {id: b, name: 乙学院, type: college}
    评分人: {王五: 甲}
    测评场次:
      干部场: {部分: 民主测评, 测评群体: 中层以上干部, 名单: 院部, 收回: 2, 整票无效: 0}
    分捆点票:
      第1捆: {场次: 干部场, 张数: 2, 初点: {甲: {优秀: 2}, 乙学院: {优秀: 1, 合格: 1}}, 复点: {b: {优秀: 1, 合格: 1}}}
      第2捆: 无
    """
    with_ids = """
    scheme: small
    title: 年
    units:
    - {id: a, name: 甲学院, short: 甲, type: college, until: 2019-01-31, successor: [b], self_notes: {B1: 好}}
    - {id: b, name: 乙学院, type: college}
    assessors: {王五: a}
    rounds:
      干部场: {part: votes, group: staff, list: academic, returned: 2, spoilt: 0}
    bundles:
      第1捆: {round: 干部场, papers: 2,
        first_count: {a: {优秀: 2}, b: {优秀: 1, 合格: 1}}, second_count: {b: {优秀: 1, 合格: 1}}}
      第2捆: 无
    """
    trees = [yaml_reader.parse(textwrap.dedent(text).strip(), "y.yaml") for text in (named, with_ids)]
    assert in_ids(trees[0], Enterables(of)) == trees[1]
    assert in_ids(trees[1], Enterables(of)) is trees[1]
