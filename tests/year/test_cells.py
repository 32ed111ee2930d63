"""A year as single values: each under an address of its own, and back to the same evidence."""

import textwrap
from pathlib import Path
from random import Random

import pytest

from assess.files import yaml_reader
from assess.ground.address import parse
from assess.ground.place import ProblemsError
from assess.resources import schemes_dir
from assess.scheme.reading.building import build_scheme
from assess.services.schemes import open_scheme
from assess.year.assembling import tree_of
from assess.year.canonical import evidence_sha256
from assess.year.cells import Cell, cells_of
from assess.year.reading.building import build_evidence
from tests import votes
from tests.engine.test_several_parts import scheme

SAMPLES = sorted(schemes_dir().glob("*/sample/*.yaml"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_a_shipped_year_comes_back(path: Path) -> None:
    """Taken apart and put together it is the same evidence, to the hash; every address is written and read back."""
    scheme = open_scheme(path.parents[1].name)
    tree = yaml_reader.read(path)
    cells = list(cells_of(tree, scheme))
    keys = [(cell.address, cell.field) for cell in cells]
    assert len(keys) == len(set(keys))
    assert all(parse(str(cell.address)) == cell.address for cell in cells)
    back = build_evidence(tree_of(cells, scheme), scheme)
    before = build_evidence(tree, scheme)
    assert back == before
    assert evidence_sha256(back) == evidence_sha256(before)


def test_every_shorthand_comes_back() -> None:
    """Bare marks, named marks, events as words, 无, an empty list, two votes, own ballots, a unit that is out."""
    year = """
    - {id: a, name: 甲, type: college, facts: {A: {王五: 18, 李四: 20}, B: {mark: [9, 10], reason: 缺一次}, C: 3},
       self_marks: {A: 20, B: }, attributes: {}, head: , last_year: {list: academic, rank: 2, of: 2, last: true},
       ballots: {votes: {staff: {returned: 4, 优秀: 3, 合格: 1, own: {优秀: 1}}},
                 peers: {staff: {好: 1, 中: 0, 差: 0}}},
       leaders: {leadership: {principal: 无, deputy: {张三: 100}}, experts: {experts: [4, 5]}}}
    - {id: f, name: 部, type: foundation, takes_part: {no: 新建}}
    assessors: {王五: a}
    note: 第一次
    """
    of = scheme()
    tree = yaml_reader.parse(f"scheme: small\ntitle: 一年\nunits:{textwrap.dedent(year)}", "y.yaml")
    back = tree_of(cells_of(tree, of), of)
    assert build_evidence(back, of) == build_evidence(tree, of)
    assert evidence_sha256(build_evidence(back, of)) == evidence_sha256(build_evidence(tree, of))
    assert [str(cell.address) for cell in cells_of(tree, of)][:6] == [
        "-/year/scheme",
        "-/year/title",
        "a/unit/name",
        "a/unit/type",
        "a/A/mark@王五",
        "a/A/mark@李四",
    ]


def test_votes_that_are_counted_in_bundles_come_back() -> None:
    """A round's numbers, and of each bundle both counts of every unit's row."""
    of = build_scheme(yaml_reader.parse(votes.SCHEME, "scheme.yaml"))
    some = votes.papers(Random(7), 5)  # noqa: S311 a test's own chance
    rounds = {"会场": {"group": "staff", "issued": 6, "returned": 5, "spoilt": 0}}
    text = votes.year({unit: {} for unit in votes.UNITS}, rounds=rounds, bundles=votes.bundles("会场", some, 3))
    tree = yaml_reader.parse(text, "y.yaml")
    before = build_evidence(tree, of)
    (one,) = before.rounds
    assert (one.returned, len(one.bundles)) == (5, 2)
    back = build_evidence(tree_of(cells_of(tree, of), of), of)
    assert back == before
    assert evidence_sha256(back) == evidence_sha256(before)


def test_what_becomes_of_a_unit_comes_back() -> None:
    """Former names, days, successors alone and listed, why it is not graded, what it says of itself."""
    year = """
    - {id: a, name: 甲, type: college, graded: {no: 试运行}, since: 2018-09-10, previous: [x, y],
       formerly: [{name: 旧, short: 老, changed: 2018-10-01}, {head: 张三, changed: 2019-03-01}],
       self_report: 一年总结, self_notes: {A: 按时完成, B: 基本完成}, self_marks: {A: 20}}
    - {id: b, name: 乙, type: college, graded: true, until: 2019-03-31, successor: a}
    - {id: c, name: 丙, type: college, until: 2019-03-31, successor: [a, d]}
    - {id: d, name: 丁, type: college}
    """
    of = scheme()
    tree = yaml_reader.parse(f"scheme: small\ntitle: 一年\nunits:{textwrap.dedent(year)}", "y.yaml")
    cells = list(cells_of(tree, of))
    before = build_evidence(tree, of)
    for arranged in (cells, cells[::-1]):
        back = build_evidence(tree_of(arranged, of), of)
        assert {unit.id: unit for unit in back.units} == {unit.id: unit for unit in before.units}
        assert evidence_sha256(back) == evidence_sha256(before)
    assert [f"{cell.address} {cell.field}={cell.text}" for cell in cells if cell.address.unit == "a"][2:] == [
        "a/unit/graded no=试运行",
        "a/unit/since =2018-09-10",
        "a/unit/previous#1 =x",
        "a/unit/previous#2 =y",
        "a/unit/formerly#1 name=旧",
        "a/unit/formerly#1 short=老",
        "a/unit/formerly#1 changed=2018-10-01",
        "a/unit/formerly#2 head=张三",
        "a/unit/formerly#2 changed=2019-03-01",
        "a/unit/self_report =一年总结",
        "a/A/self_note =按时完成",
        "a/B/self_note =基本完成",
        "a/A/self_mark =20",
    ]


@pytest.mark.parametrize("order", [1, -1])
def test_a_row_is_words_or_fields_and_never_both(order: int) -> None:
    """Whichever comes first: neither is lost without a word."""
    row = parse("a/A/events#1")
    both = [Cell(row, "", "迟交成绩"), Cell(row, "title", "缺勤")]
    with pytest.raises(ProblemsError, match="同一项既写了一句话，又分栏写了"):
        tree_of(both[::order], scheme())
