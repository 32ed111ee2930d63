"""Whatever is done to a line, reading ends with a scheme, with evidence, or with problems that have a place."""

import random
import re
from collections.abc import Callable, Sequence

import pytest

from assess.files.yaml_reader import parse
from assess.ground.place import ProblemsError
from assess.scheme.reading.building import build_scheme
from assess.year.reading.building import build_evidence
from tests.scheme.small import READINGS, SCHEME, scheme

YEAR = """\
scheme: small
title: 虚构年度
units:
- id: college_a
  name: 甲学院
  type: college
  attributes: {party: 党总支}
  facts:
    A1: {mark: 1.5, meetings: 3, reason: 缺一次会议}
    A2: 不适用
    A3: {staff: 50}
    A3.1: 1200
    A3.2: {hours: 4, days: 3}
    A4: [{class: 教学成果奖, level: 国家级, title: 一, date: 2019-03-01}, {class: 专利, event: 授权}]
    A5: [{class: 社科, amount: 20000}]
    A6: 无
    A7: {kind: 甲, works: 是}
  self_marks: {A1: 2}
  ballots: {staff: {issued: 60, returned: 58, 优秀: 40, 合格: 15, 不合格: 1, 弃权: 1, 无效: 1, own: {优秀: 3}}}
  leaders: {principal: [92, 88], deputy: {张三: 90}}
  application: {meets: [innovation], work: A4}
  last_year: {list: academic, rank: 1, of: 2, last: false}
- {id: dean, name: 教务处, type: office, table: dean, takes_part: {no: 新设}, facts: {D1: [0, 2]}}
assessors: {王五: college_a}
decisions:
- {unit: dean, kind: bar, bar: accident, reason: 事故, by: 领导小组, at: 2019-09-20}
confirmed:
- {code: ballots, address: college_a/votes/returned%staff, value: 收回58张, by: 王五, reason: 已核对}
- {code: out_of_period, address: college_a/A4/works#1, value: 一, by: 王五, reason: 已核对}
"""

VALUES = ("", "[]", "{}", "~", "''", "x", "0", "-1", "[~]", "[[]]", "{a: 1}", "NaN", "1e999999", "不适用", "无", "１")
SIGNS = "{}[]:,#&*!|>'\"%@-?\t\x07零9 "
WORD = re.compile(r"[\w.]+")


def _another_value(line: str, rng: random.Random) -> str:
    words = list(WORD.finditer(line))
    if not words:
        return line
    word = rng.choice(words)
    return line[: word.start()] + rng.choice(VALUES) + line[word.end() :]


def _a_letter_less(line: str, rng: random.Random) -> str:
    position = rng.randrange(len(line))
    return line[:position] + line[position + 1 :]


def _a_sign_more(line: str, rng: random.Random) -> str:
    position = rng.randrange(len(line) + 1)
    return line[:position] + rng.choice(SIGNS) + line[position:]


def _nothing(line: str, rng: random.Random) -> str:
    del line, rng
    return ""


def _twice(line: str, rng: random.Random) -> str:
    del rng
    return f"{line}\n{line}"


def _another_depth(line: str, rng: random.Random) -> str:
    return " " * rng.randrange(9) + line.strip()


CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    _another_value,
    _another_value,
    _a_letter_less,
    _a_sign_more,
    _nothing,
    _twice,
    _another_depth,
)


def changed(text: str, rng: random.Random) -> str:
    """The text with one or two lines changed."""
    lines = text.rstrip("\n").split("\n")
    for _ in range(rng.choice((1, 2))):
        index = rng.randrange(len(lines))
        lines[index] = rng.choice(CHANGES)(lines[index] or " ", rng)
    return "\n".join(lines) + "\n"


def _places(error: ProblemsError) -> Sequence[int]:
    return [problem.place.line if problem.place else 0 for problem in error.problems]


@pytest.mark.parametrize("seed", range(50))
def test_a_changed_scheme(seed: int) -> None:
    """A scheme with changed lines is built, or refused with places; nothing else is ever raised."""
    text = changed(SCHEME + READINGS, random.Random(seed))  # noqa: S311 not for secrets
    try:
        build_scheme(parse(text, "t.yaml"))
    except ProblemsError as error:
        assert all(_places(error)), f"{text}\n{error}"  # noqa: PT017 both ends are fine


@pytest.mark.parametrize("seed", range(50))
def test_changed_evidence(seed: int) -> None:
    """Evidence with changed lines is built, or refused with places; nothing else is ever raised."""
    text = changed(YEAR, random.Random(seed))  # noqa: S311 not for secrets
    try:
        build_evidence(parse(text, "t.yaml"), scheme())
    except ProblemsError as error:
        assert all(_places(error)), f"{text}\n{error}"  # noqa: PT017 both ends are fine


def test_nothing_is_wrong_before_the_change() -> None:
    """The unchanged year is built, with all that it holds."""
    assert len(build_evidence(parse(YEAR, "t.yaml"), scheme()).confirmed) == 2
