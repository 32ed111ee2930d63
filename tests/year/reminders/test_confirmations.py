"""What people have confirmed: it holds while the value is the one they saw, and is said where it holds no more."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.engine.assessment import assess
from assess.engine.outcome import Outcome
from assess.ground.address import Address
from assess.ground.place import Confirmed, Place, Problem, Severity
from assess.year.canonical import evidence_sha256
from assess.year.case import Facts
from assess.year.evidence import Confirmation, Evidence
from assess.year.reminders import Noticed, Reminder, Year
from assess.year.reminders.reminding import UNUSED, reminders_of
from tests import small
from tests.year.reminders.small_year import ONE_MARK, TOP, scheme

BALLOTS = """
votes:
  label: 民主测评
  full: {academic: 20}
  ballots: {levels: {优秀: 90, 合格: 70}, divide_by: 100, groups: {staff: {label: 中层干部}}}
"""
READINGS = """
R1:
  clause: 一
  question: 甲
  default: few
  choices: {few: {label: 少}, many: {label: 多, overlay: [{at: [parts, votes, label], put: 民主评议}]}}
"""


def outcome(returned: int, confirmed: str = "", wanted: dict[str, str] | None = None) -> Outcome:
    """A unit on which 50 ballots are counted, of so many that were returned."""
    count = f"{{issued: 60, returned: {returned}, 优秀: 50, 合格: 0}}"
    year = f"- {{id: a, name: 甲, type: college, ballots: {{staff: {count}}}}}"
    keys = {**TOP, "parts": BALLOTS.strip(), "readings": READINGS.strip()}
    of = small.scheme(small.tree(ONE_MARK), wanted, **keys)
    return assess(of, small.evidence(f"{year}\n{confirmed}", of))


def said(value: str) -> str:
    """The confirmation of the ballots, with what stood there."""
    entry = f"{{code: ballots, address: a/votes/returned%staff, value: '{value}', by: 李四, reason: 撕毁}}"
    return f"confirmed:\n- {entry}"


SEEN = "收回58张，各项合计50张"


def test_an_open_reminder() -> None:
    """It is a warning with place, address and value, that counts as unconfirmed."""
    result = outcome(58)
    (one,) = result.reminders
    assert result.unconfirmed == result.open_problems[:1] == (one,)
    assert (str(one.place), str(one.address), one.value) == ("year.yaml:4:75", "a/votes/returned%staff", SEEN)
    assert (one.code, one.severity, one.confirmed) == ("ballots", "warning", None)


def test_a_confirmed_reminder() -> None:
    """It stays among the problems, with who and why, and is no longer open; points are what they were."""
    result = outcome(58, said(SEEN))
    (one,) = result.reminders
    assert one.confirmed == Confirmed("李四", "撕毁")
    assert result.unconfirmed == ()
    assert result.open_problems == ()
    assert one.hint == "差额请计入弃权或无效"
    assert result.lists == outcome(58).lists


def test_a_changed_value_ends_it() -> None:
    """The reminder says what was confirmed and what stands there now."""
    (one,) = outcome(57, said(SEEN)).unconfirmed
    assert one.hint == f"曾确认为“{SEEN}”，现在是“收回57张，各项合计50张”，请重新确认；差额请计入弃权或无效"


def test_a_confirmation_that_nothing_asks_for() -> None:
    """It is said at its own place, and is nothing that anybody would have to confirm."""
    result = outcome(50, said(SEEN))
    (one,) = result.reminders
    assert (one.code, str(one.place)) == (UNUSED, "year.yaml:6:3")
    assert one.text == "确认过的提醒“ballots”（a/votes/returned%staff）现在没有了，可以从confirmed里删去这一条"
    assert (one.value, one.confirmed) == (SEEN, Confirmed("李四", "撕毁"))
    assert result.unconfirmed == ()


def test_a_kept_confirmation_that_nothing_asks_for() -> None:
    """A database keeps it, and nobody is told to delete anything; neither code nor address is said."""
    keys = {**TOP, "parts": BALLOTS.strip()}
    of = small.scheme(small.tree(ONE_MARK), None, **keys)
    entered = small.evidence(f"- {{id: a, name: 甲, type: college}}\n{said(SEEN)}", of)
    (one,) = entered.confirmed
    kept = replace(entered, confirmed=(replace(one, place=Place("数据库", title="本年度 确认 第1项")),))
    (left,) = (problem for problem in assess(of, kept).reminders if problem.code == UNUSED)
    assert left.text == "这里确认过的提醒现在没有了，不用再处理"


def test_under_another_reading_nothing_is_left_over() -> None:
    """What the default readings ask about may stay confirmed in the file."""
    assert outcome(50, said(SEEN), {"R1": "many"}).reminders == ()
    assert outcome(50, said(SEEN), {"R1": "few"}).reminders != ()


def test_confirmations_are_content_but_no_points() -> None:
    """The hash is another with a confirmation or another one, whatever their order; without any it is as before."""
    plain, one, other = outcome(58), outcome(58, said(SEEN)), outcome(58, said("x"))
    assert len({evidence_sha256(result.evidence) for result in (plain, one, other)}) == 3
    both = [
        f"- {{code: {code}, address: a/unit/name, value: 甲, by: 李四, reason: 对}}" for code in ("ballots", "made_up")
    ]
    first, second = (outcome(58, "confirmed:\n" + "\n".join(order)) for order in (both, both[::-1]))
    assert first.evidence_sha256 == second.evidence_sha256
    assert outcome(58, "confirmed: []").evidence_sha256 == plain.evidence_sha256


PLACE = Address("a", "A", "n")


def year_of(confirmed: Sequence[Confirmation] = ()) -> Year:
    """An empty year with these confirmations."""
    evidence = Evidence("small", "一年", (), confirmed=tuple(confirmed))
    of = scheme()
    return Year(of, evidence, Facts(of, evidence))


def reminder(value: str, code: str = "odd", times: int = 1) -> Reminder:
    """A reminder that notices one value, so many times."""

    def run(_: Year) -> Iterator[Noticed]:
        yield from [Noticed(PLACE, value, "怪")] * times

    return Reminder(code, "怪", "怪。", run)


@given(st.text(), st.text())
def test_a_confirmation_ends_with_its_value_and_begins_again_with_it(seen: str, now: str) -> None:
    """Confirmed is one value: with any other the reminder is open, and when the old one is back it is not."""
    year = year_of([Confirmation("odd", PLACE, seen, "李四", "对")])
    for value in (seen, now, seen):
        (one,) = reminders_of(year, [reminder(value)])
        assert (one.confirmed is not None) == (value == seen)
        assert one.is_open == (value != seen)
        assert ("请重新确认" in one.hint) == (value != seen)


@pytest.mark.parametrize(("code", "address"), [("even", PLACE), ("odd", PLACE._replace(record=1))])
def test_a_confirmation_is_of_one_reminder_at_one_address(code: str, address: Address) -> None:
    """The same value elsewhere, or under another code, is not confirmed by it."""
    found = reminders_of(year_of([Confirmation(code, address, "1", "李四", "对")]), [reminder("1")])
    assert [(one.code, one.confirmed is None) for one in found] == [("odd", True), (UNUSED, False)]


def test_what_is_noticed_twice_is_said_once() -> None:
    """Two rules of one reminder may come to the same."""
    assert len(reminders_of(year_of(), [reminder("1", times=2)])) == 1


def test_what_is_a_reminder_and_what_is_open() -> None:
    """A note without an address asks nobody to confirm it; an error is neither."""
    notes = [Problem(None, "page", "提示", severity=Severity.WARNING), Problem(None, "x", "错", address=PLACE)]
    assert [(one.is_reminder, one.is_open) for one in notes] == [(False, False), (False, False)]
