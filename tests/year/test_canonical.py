"""The hash: the same content gives the same, a changed value another, wherever and however it was written."""

import json

import pytest

from assess.files.yaml_reader import parse
from assess.ground.hashing import sha256
from assess.scheme.scheme import Scheme
from assess.year.canonical import evidence_sha256
from assess.year.reading.building import build_evidence
from tests import small

TREES = """
- list: academic
  indicators:
    - {id: A, label: 工作实绩, max: 6, rule: {judged: {}}}
    - id: B
      label: 论文
      max: 4
      inputs: {papers: {label: 论文, records: {classes: {核心: {weight: 2}}}}}
      rule: {catalogue: {of: papers, cap: 4}}
"""

YEAR = """
scheme: small
title: 一年
units:
  - id: a
    name: 甲
    type: college
    order: 1
    facts:
      A: {mark: {王五: 5, 李四: 6}, reason: 缺一次}
      B: [{class: 核心, title: 论文一, date: 2019-03-01}, {class: 核心, title: 论文二}]
    self_marks: {A: 6, B: 4}
    leaders: {principal: [92, 88]}
    ballots: {staff: {issued: 10, 优秀: 6, 合格: 4}}
    application: {meets: [innovation, breakthrough]}
    last_year: {list: academic, rank: 2, of: 2, last: true}
  - {id: b, name: 乙, type: college, order: 2, takes_part: {no: 新设}}
assessors: {王五: a, 李四: b}
decisions:
  - {unit: a, kind: bar, bar: accident, reason: 事故, by: 领导小组, at: 2019-09-20}
  - {unit: a, kind: grade, grade: 合格, reason: 审议, by: 领导小组, at: 2019-09-21}
"""


#: As printed before a unit's year, rounds of votes and whatever came later could be entered.
OLD_HASH = "ee7cba2bc18927775a737aa670a882edb50e8678a419863da9b4ffabe9de15c5"


def full_scheme() -> Scheme:
    """All parts, so that everything can be entered."""
    return small.scheme(
        TREES,
        parts=small.VOTES.strip() + "\n" + small.TARGETS.strip() + "\n" + small.LEADERSHIP.strip(),
        selection=small.SELECTION.strip(),
    )


def digest(text: str) -> str:
    """The hash of a year that is written like this."""
    return evidence_sha256(build_evidence(parse(text, "y"), full_scheme()))


def changed(old: str, new: str) -> str:
    """The year with one thing written otherwise."""
    assert YEAR.count(old) == 1
    return YEAR.replace(old, new)


REORDERED = """
decisions:
  - {at: 2019-09-21, by: 领导小组, unit: a, kind: grade, grade: 合格, reason: 审议}
  - {unit: a, kind: bar, bar: accident, reason: 事故, by: 领导小组, at: 2019-09-20}
assessors: {李四: b, 王五: a}
title: 一年
units:
  - {order: 2, takes_part: {no: 新设}, type: college, name: 乙, id: b}
  - last_year: {last: true, of: 2, rank: 2, list: academic}
    application: {meets: [breakthrough, innovation]}
    ballots: {staff: {合格: 4, 优秀: 6, issued: 10}}
    leaders: {principal: [88, 92]}
    self_marks: {B: 4, A: 6}
    facts:
      B: [{title: 论文二, class: 核心}, {date: 2019-03-01, title: 论文一, class: 核心}]
      A: {reason: 缺一次, mark: {李四: 6, 王五: 5}}
    order: 1
    type: college
    name: 甲
    id: a
scheme: small
"""


def test_the_order_of_writing_changes_nothing() -> None:
    """Units, keys, records, marks, decisions and conditions in another order: the same hash."""
    assert digest(REORDERED) == digest(YEAR)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("王五: 5", "王五: 5.00"),
        ("    order: 1\n", "    order: 1\n    short: ''\n"),
        ("{principal: [92, 88]}", '{principal: ["92", 88.0]}'),
        ("order: 2,", "order: 2, facts: {A: , B: {}},"),
    ],
)
def test_another_way_to_write_the_same_changes_nothing(old: str, new: str) -> None:
    """Trailing zeros, quotes, empty texts and values left blank are no content."""
    assert digest(changed(old, new)) == digest(YEAR)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: 一年", "title: 另一年"),
        ("王五: 5", "王五: 4.99"),
        ("reason: 缺一次", "reason: 缺两次"),
        ("{王五: 5, 李四: 6}", "{王五: 6, 李四: 5}"),
        ("title: 论文二", "title: 论文三"),
        ("{class: 核心, title: 论文二}", "{class: 核心, title: 论文二, first: false}"),
        (", {class: 核心, title: 论文二}", ""),
        ("self_marks: {A: 6, B: 4}", "self_marks: {A: 6}"),
        ("[92, 88]", "[92, 88, 88]"),
        ("issued: 10", "issued: 11"),
        ("meets: [innovation, breakthrough]", "meets: [innovation]"),
        ("    application: {meets: [innovation, breakthrough]}\n", ""),
        ("last: true", "last: false"),
        ("takes_part: {no: 新设}", "takes_part: {no: 撤销}"),
        ("assessors: {王五: a, 李四: b}", "assessors: {王五: a}"),
        ("reason: 事故", "reason: 火灾"),
        ("at: 2019-09-21", "at: 2019-09-22"),
        ("order: 2", "order: 3"),
        ("title: 一年", "title: 一年\nmade_up: true"),
    ],
)
def test_a_changed_value_changes_the_hash(old: str, new: str) -> None:
    """Whatever was entered is in the hash."""
    assert digest(changed(old, new)) != digest(YEAR)


def test_the_three_kinds_of_nothing_are_three_contents() -> None:
    """Missing, zero, an unconfirmed list, a confirmed 无 and 不适用 all differ."""
    scheme = small.scheme(TREES.replace("{judged: {}}", "{judged: {waivable: true}}"))
    years = ["{}", "{A: 0}", "{A: 不适用}", "{B: []}", "{B: 无}"]
    digests = {
        evidence_sha256(small.evidence(f"  - {{id: a, name: 甲, type: college, facts: {facts}}}", scheme))
        for facts in years
    }
    assert len(digests) == len(years)


def as_json(value: object) -> object:
    """Plain JSON of a tree: numbers as numbers."""
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    if isinstance(value, str) and value.isdigit():
        return int(value)
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else None


def test_yaml_and_json_of_the_same_content_have_the_same_hash() -> None:
    """The year and the scheme, written as JSON."""
    assert digest(json.dumps(as_json(parse(YEAR, "y")), ensure_ascii=False, indent="\t")) == digest(YEAR)
    text = small.top_level({**small.TOP, "targets": TREES.strip()})
    assert sha256(parse(json.dumps(as_json(parse(text, "s"))), "s")) == sha256(parse(text, "s"))


def test_places_and_warnings_are_no_content() -> None:
    """The same year from another file, with a comment before it: the same hash."""
    scheme = full_scheme()
    one = build_evidence(parse(YEAR, "y"), scheme)
    other = build_evidence(parse("# 注\n\n" + YEAR, "other.yaml"), scheme)
    assert one.units[0].place != other.units[0].place
    assert evidence_sha256(one) == evidence_sha256(other)


def test_a_scheme_keeps_the_hash_of_its_text_whatever_reading_is_chosen() -> None:
    """The hash is of what is written; the readings in force stand beside it."""
    readings = """
U1:
  clause: 二(一)
  question: 如何排名
  default: convert
  choices:
    convert: {label: 折算}
    raw: {label: 原始分, overlay: [{at: [parts, targets, indicators, partial], put: raw}]}
"""
    parts = "{targets: {label: 目标考核, full: {academic: 10, administrative: 10}, indicators: {partial: convert}}}"
    default = small.scheme(parts=parts, readings=readings.strip())
    other = small.scheme(wanted={"U1": "raw"}, parts=parts, readings=readings.strip())
    assert other.departures
    assert other.sha256 == default.sha256


def test_only_exact_content_has_a_hash() -> None:
    """What is neither plain, nor exact, nor a value of ours is a programmer's mistake."""
    with pytest.raises(TypeError, match="no part of a hashed content"):
        sha256({"made": object()})


@pytest.mark.parametrize(
    "nothing", ["graded: true", "formerly: []", "previous: []", "self_report: ''", "self_notes: {A: }"]
)
def test_a_unit_of_which_nothing_more_is_said_has_its_old_hash(nothing: str) -> None:
    """As before anything could be said of its year."""
    assert digest(changed("order: 2,", f"order: 2, {nothing},")) == OLD_HASH


def test_a_year_keeps_the_hash_that_was_printed_on_its_papers() -> None:
    """What may be said since then counts only where it is said."""
    assert digest(YEAR) == OLD_HASH


@pytest.mark.parametrize(
    "said",
    [
        "graded: {no: 试运行}",
        "formerly: [{name: 旧, changed: 2019-03-01}]",
        "since: 2018-10-01",
        "until: 2019-09-30",
        "until: 2019-09-30, successor: a",
        "previous: [x]",
        "self_report: 好",
        "self_notes: {A: 好}",
    ],
)
def test_what_becomes_of_a_unit_is_content(said: str) -> None:
    """Each thing that is said of its year changes the hash."""
    assert digest(changed("order: 2,", f"order: 2, {said},")) != digest(YEAR)


def test_what_becomes_of_a_unit_has_no_order() -> None:
    """Former names, and the units that it became or continues."""
    name, head = "{changed: 2019-03-01, name: 旧}", "{head: 张三, changed: 2019-05-01}"
    one = f"formerly: [{name}, {head}], previous: [x, y], until: 2019-09-30, successor: [a, c]"
    other = f"successor: [c, a], until: 2019-09-30, previous: [y, x], formerly: [{head}, {name}]"
    third = "  - {id: c, name: 丙, type: college}\nassessors:"
    years = [changed("order: 2,", f"order: 2, {text},").replace("assessors:", third) for text in (one, other)]
    assert digest(years[0]) == digest(years[1])
