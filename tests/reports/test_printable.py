"""How single values are written."""

from dataclasses import replace
from fractions import Fraction

import pytest

from assess import __version__
from assess.engine.outcome import Outcome
from assess.reports.printable import amount, departures, mark, percentage, period, points, scored
from assess.rules.grammar.places import RoundAt


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Fraction(17, 2), "8.50"),
        (Fraction(-2), "-2.00"),
        (Fraction(0), "0.00"),
        (Fraction(1, 3), "0.333333"),
        (Fraction(1, 8), "0.125"),
        (None, "—"),
    ],
)
def test_points_are_never_rounded_silently(value: Fraction | None, expected: str) -> None:
    """Points have the scheme's places; a value that is not rounded there shows more of them."""
    assert points(value, 2) == expected


@pytest.mark.parametrize(
    ("at", "value", "expected"),
    [
        ("leaf", Fraction(17, 2), "8.50"),
        ("leaf", Fraction(17, 8), "2.125"),
        ("leaf", None, "未填"),
        ("total", Fraction(17, 8), "2.13"),
        ("total", Fraction(2, 3), "0.67"),
        ("total", None, "未填"),
    ],
)
def test_scored_points_have_the_places_of_the_scheme(
    year: Outcome, at: RoundAt, value: Fraction | None, expected: str
) -> None:
    """Rounded only at the total, points are shown with two places; a finer ceiling of rounded ones is shown whole."""
    assert scored(value, replace(year.scheme, round_at=at), "未填") == expected


def test_money_and_rates() -> None:
    """Money has two places, more only where it has them; a rate is rounded to two places, but not onto 100 %."""
    assert [amount(Fraction(text)) for text in ("500", "9366.24", "0.123456")] == ["500.00", "9366.24", "0.123456"]
    assert (amount(None), amount(None, "未填")) == ("", "未填")
    assert (percentage(Fraction(2, 3)), percentage(None)) == ("66.67%", "—")
    assert [percentage(Fraction(one)) for one in ("1", "0.99996", "1.00004")] == ["100.00%", "99.996%", "100.004%"]


def test_nothing_has_words_of_its_own() -> None:
    """What stands in place of a value is chosen where it is printed: 未填 is not 0."""
    assert points(None, 2, "未填") == "未填"


def test_days_are_written_in_chinese(year: Outcome) -> None:
    """The first and the last day of the year that is assessed."""
    assert period(year.scheme) == "2018年9月1日至2019年8月31日"


def test_a_page_is_matched_with_its_result(year: Outcome) -> None:
    """The mark holds the scheme, the evidence and the program's version."""
    words = mark(year.scheme, year.evidence_sha256)
    assert words.startswith(f"方案 lianyungang-2018 {year.scheme.sha256[:12]} · 数据 {year.evidence_sha256[:12]}")
    assert words.endswith(f"assess {__version__}")
    assert "数据" not in mark(year.scheme)


def test_a_departing_reading_names_the_default(year: Outcome, departing: Outcome) -> None:
    """Only readings that are not the default are said, with both answers and the question."""
    assert departures(year.scheme) == ()
    assert len(departures(departing.scheme)) == 2
    assert departures(departing.scheme)[0].startswith("理解U1采用“")
