"""Which values are confidential: leaders' marks by their part of the total, and confirmations that quote one."""

import pytest

from assess.ground.address import parse
from assess.year.confidential import Confidential, Secret
from tests import small

PANEL = """
  votes:
    label: 民主测评
    full: {academic: 10, other: 10}
    ballots: {levels: {好: 100, 差: 0}, divide_by: 100, groups: {staff: {label: 教职工, weight: 1}}}
  leadership:
    label: 领导评价
    full: {academic: 30, other: 30}
    panel: {keepers: giver, groups: {principal: {label: 正职, points: 30}}}
"""


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
    return Confidential(small.scheme(parts=PANEL.strip()), lambda: confirmed)


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
    votes = "{label: 领导评价, full: {academic: 30, other: 30}, ballots: {levels: {好: 100}, divide_by: 100,"
    put = f"{votes} groups: {{principal: {{label: 正职, weight: 1}}}}}}}}"
    readings = f"""
  R1:
    clause: x
    question: 怎样评？
    default: panel
    choices: {{panel: {{label: 打分}}, votes: {{label: 投票, overlay: [{{at: [parts, leadership], put: {put}}}]}}}}
"""
    scheme = small.scheme({"R1": "votes"}, parts=PANEL.strip(), readings=readings.strip())
    assert Confidential(scheme).secret(parse("a/leadership/principal@王五")) == Secret("giver", "王五")
