"""What is printed about votes and marks can be repeated: every computation gives what stands behind its sign."""

import re
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from assess.entered.values import BallotCount, Mark
from assess.ground.numbers import fixed, half_up, plain
from assess.parts.ballots import BallotRules
from assess.parts.opinions.ballot_words import ballot_lines
from assess.parts.opinions.mark_scores import GroupScore, score_groups, total_of
from assess.parts.opinions.panel_words import panel_lines
from assess.parts.opinions.tally import points_of, tally
from assess.parts.panel import PanelRules
from assess.rules.grammar.mark_words import marks_text
from assess.rules.grammar.trimming import Trim, used_marks
from tests.engine.properties.material import QUICK, hundredths

LEVELS = ("优", "良", "差")
GROUPS = {"leaders": "校领导", "heads": "负责人", "staff": "教职工"}

_COMPUTED = re.compile(r"((?:[0-9.()]+|[+×÷]| )+) = ([0-9.]+)")
_NUMBER = re.compile(r"[0-9.]+")


def value_of(terms: str) -> Fraction:
    """What the printed terms give."""
    python = _NUMBER.sub(lambda number: f"Fraction('{number[0]}')", terms).replace("×", "*").replace("÷", "/")
    return Fraction(eval(python.strip(), {"Fraction": Fraction, "__builtins__": {}}))  # noqa: S307 digits and signs


def computed(line: str) -> list[tuple[Fraction, Fraction, int]]:
    """Every computation in a line: what its terms give, what is written behind it, and with how many places."""
    return [
        (value_of(terms), Fraction(written), len(written.partition(".")[2]))
        for terms, written in _COMPUTED.findall(line)
    ]


def check(lines: list[str]) -> None:
    """Rounded to the places that are printed, every computation in the lines holds."""
    for line in lines:
        for value, written, places in computed(line):
            assert half_up(value, places) == written, line


def number(line: str, pattern: str) -> int:
    """The one number that the line gives for a word; 0 where it is silent."""
    found = re.search(pattern, line)
    return int(found[1]) if found else 0


values = hundredths(Fraction(0), Fraction(100))


@st.composite
def ballots(draw: st.DrawFn) -> BallotCount:
    """A group's ballots, often few or none."""
    levels = {level: draw(st.integers(0, 9)) for level in LEVELS}
    own = {level: draw(st.integers(0, number)) for level, number in levels.items()}
    abstained, invalid = draw(st.integers(0, 2)), draw(st.integers(0, 2))
    returned = sum(levels.values()) + abstained + invalid
    return BallotCount(returned + draw(st.integers(0, 3)), returned, levels, abstained, invalid, own)


@st.composite
def ballot_rules(draw: st.DrawFn) -> BallotRules:
    """Any rules for three groups."""
    weights = {name: draw(st.sampled_from(["0", "1", "0.3", "30", "0.35"])) for name in GROUPS}
    weights["staff"] = "0.4"
    return BallotRules.model_validate(
        {
            "levels": {level: draw(values) for level in LEVELS},
            "divide_by": draw(st.sampled_from(["100", "90", "7"])),
            "groups": {name: {"label": label, "weight": weights[name]} for name, label in GROUPS.items()},
            "pooling": draw(st.sampled_from(["pool", "weighted"])),
            "own_ballots": draw(st.sampled_from(["counted", "left_out"])),
            "empty_group": draw(st.sampled_from(["left_out", "missing"])),
            "abstentions": draw(st.sampled_from(["ignored", "良"])),
        }
    )


def votes_add_up(line: str, rules: BallotRules) -> None:
    """In a line with ballots: those that came back are those that count and the others; the mean is of the levels."""
    if "票" not in line or "收回" not in line:
        return
    counts = {level: number(line, rf"{level}([0-9]+)票") for level in LEVELS}
    counting = number(line, r"(?:有效|计入)([0-9]+)张")
    abstained = 0 if "按良计" in line else number(line, r"弃权([0-9]+)")
    assert counting == sum(counts.values())
    besides = abstained + number(line, r"无效([0-9]+)") + number(line, r"本单位([0-9]+)张不计")
    assert number(line, r"收回([0-9]+)张") == counting + besides
    if not counting:  # a group that is left out
        assert "平均" not in line
        return
    mean = sum((rules.levels[level] * many for level, many in counts.items()), Fraction(0)) / counting
    told = re.search(r"平均([0-9.÷ ]+)", line)
    assert told is not None
    assert value_of(told[1]) == mean


@QUICK
@given(ballot_rules(), st.lists(ballots(), min_size=3, max_size=3), st.integers(0, 200).map(Fraction))
def test_votes_can_be_repeated(rules: BallotRules, given_ballots: list[BallotCount], full: Fraction) -> None:
    """From the printed counts to the means, from the means to the points, and nothing is printed that is not so."""
    found = tally(rules, dict(zip(GROUPS, given_ballots, strict=True)))
    exact = None if found.mean is None else points_of(rules, found.mean, full)
    rounded = None if exact is None else half_up(exact, 2)
    lines = list(ballot_lines(rules, found, full, rounded, 2))
    check(lines)
    if rounded is None:
        assert not any("×" in line for line in lines)
        return
    for line in lines if rules.pooling == "weighted" else ["；".join(lines[:2])]:
        votes_add_up(line, rules)
    ((value, written, _),) = computed(lines[-1])
    assert (value, written) == (exact, rounded)


@st.composite
def panels(draw: st.DrawFn) -> tuple[PanelRules, dict[str, tuple[Mark, ...]]]:
    """Rules for three groups, and what the leaders gave."""
    rules = PanelRules.model_validate(
        {
            "instrument": draw(st.sampled_from(["percent", "direct"])),
            "groups": {
                name: {"label": label, "points": draw(st.sampled_from(["0", "10", "20", "33"]))}
                for name, label in GROUPS.items()
            },
            "trim": {"when_more_than": draw(st.sampled_from([None, 2, 3])), "drop": draw(st.integers(0, 2))},
            "empty_group": draw(st.sampled_from(["left_out", "missing"])),
        }
    )
    marks: dict[str, Any] = {
        name: tuple(
            Mark(mark, draw(st.sampled_from(["", "王五"])))
            for mark in draw(st.lists(hundredths(Fraction(0), rules.highest(name)), max_size=6))
        )
        for name in GROUPS
        if draw(st.integers(0, 9))
    }
    return rules, marks


def exact_points(rules: PanelRules, one: GroupScore) -> Fraction:
    """A group's points before they are rounded."""
    highest = rules.highest(one.group)
    return one.marks.mean.value / highest * one.full if highest else Fraction(0)


@QUICK
@given(panels())
def test_leaders_marks_can_be_repeated(panel: tuple[PanelRules, dict[str, tuple[Mark, ...]]]) -> None:
    """From the mean of each group to its points, with what is scaled; and from these to the sum."""
    rules, marks = panel
    scores = score_groups(rules, marks, lambda value: half_up(value, 2), frozenset({"王五"}))
    points_of_all = total_of(scores, rules.empty_group)
    lines = list(panel_lines(rules, scores, points_of_all, 2))
    check(lines)
    for one, line in zip(scores, lines, strict=False):
        if one.points is None:
            assert "×" not in line
            continue
        assert one.marks.given == number(line, r"([0-9]+)人评价")
        assert one.marks.counted == (number(line, r"其余([0-9]+)人") or one.marks.given)
        steps = computed(line.rpartition("；")[2])
        if steps:
            assert [(value, written) for value, written, _ in steps] == [(exact_points(rules, one), one.points)]
        else:
            assert f"计{fixed(one.points)}分（满分{plain(one.full)}分）" in line
        if one.full != one.own_full:
            assert "÷" in line.rpartition("×")[2]
    if points_of_all is not None:
        shown = [written for line in lines[len(scores) :] for _, written, _ in computed(line)]
        assert shown in ([], [points_of_all])
        assert sum((one.full for one in scores if one.points is not None), Fraction(0)) == sum(
            (one.own_full for one in scores), Fraction(0)
        )


@QUICK
@given(st.lists(values, min_size=1, max_size=8), st.integers(0, 3), st.sampled_from([None, 1, 3]))
def test_assessors_marks_can_be_repeated(given_marks: list[Fraction], drop: int, line: int | None) -> None:
    """The marks without those that are named as dropped have the printed mean, which is the one that counts."""
    used = used_marks("mark", given_marks, Trim(when_more_than=line, drop=drop))
    text = marks_text(used)
    check([text])
    listed, _, rest = text.partition("，去掉")
    marks = [Fraction(one) for one in _NUMBER.findall(listed.partition("：")[2])]
    assert marks == (given_marks if len(given_marks) > 1 else [])
    if rest:
        for one in _NUMBER.findall(rest.partition("其余")[0]):
            marks.remove(Fraction(one))
        assert sum(marks, Fraction(0)) / len(marks) == used.mean
        assert number(rest, r"其余([0-9]+)人") == len(marks)
