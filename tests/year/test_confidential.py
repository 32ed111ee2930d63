"""Which values are confidential: leaders' marks by their part of the total, and confirmations that quote one."""

import pytest

from assess.ground.address import parse
from assess.year.confidential import Confidential, Secret
from tests import small

GIVER = small.LEADERSHIP.replace("panel:", "panel:\n    keepers: giver")
PARTS = f"{small.VOTES.strip()}\n{GIVER.strip()}\n{small.TARGETS.strip()}"


@pytest.fixture
def confidential() -> Confidential:
    """A scheme with votes and a panel; five confirmations, of which one is about a mark."""
    confirmed = [
        (1, "a/votes/returned%staff"),
        (2, "a/leadership/principal@王五"),
        (3, "没有写对的地址"),
        (4, "a/unit/name"),
        (5, "-/year/title"),
    ]
    return Confidential(small.scheme(parts=PARTS), lambda: confirmed)


@pytest.mark.parametrize(
    ("address", "field", "secret"),
    [
        ("a/leadership/principal@王五", "", Secret("giver", "王五")),
        ("a/leadership/principal#2", "", Secret("giver", "")),
        ("a/votes/returned%staff", "", None),
        ("a/unit/name", "", None),
        ("-/confirmed/confirmation#2", "value", Secret("giver", "王五")),
        ("-/confirmed/confirmation#2", "by", None),
        ("-/confirmed/confirmation#1", "value", None),
        ("-/confirmed/confirmation#3", "value", None),
        ("-/confirmed/confirmation#5", "value", None),
        ("-/year/title", "value", None),
    ],
)
def test_whose_secret_a_value_is(confidential: Confidential, address: str, field: str, secret: Secret | None) -> None:
    """The giver's or the office's, as the scheme says; of a confirmation only the value that it quotes."""
    assert confidential.secret(parse(address), field) == secret


def test_a_row_that_quotes_a_secret_is_known_as_a_whole(confidential: Confidential) -> None:
    """By any of its fields; values of units are no such rows."""
    rows = ("-/confirmed/confirmation#2", "-/confirmed/confirmation#1", "a/leadership/principal@王五")
    assert [confidential.quotes(parse(row)) for row in rows] == [Secret("giver", "王五"), None, None]


def test_what_the_default_reading_asks_for_stays_a_secret() -> None:
    """Where another reading has votes in place of the panel, the marks that are entered already are still marks."""
    ballots = "{levels: {好: 9}, divide_by: 9, groups: {x: {label: 人}}}"
    votes = f"{{label: 评, full: {{academic: 30, administrative: 30}}, ballots: {ballots}}}"
    readings = f"""
R1:
  clause: 二
  question: 怎样评？
  default: marks
  choices: {{marks: {{label: 打分}}, votes: {{label: 投票, overlay: [{{at: [parts, leadership], put: {votes}}}]}}}}
"""
    scheme = small.scheme(wanted={"R1": "votes"}, parts=PARTS, readings=readings.strip())
    assert Confidential(scheme).secret(parse("a/leadership/principal@王五")) == Secret("giver", "王五")
