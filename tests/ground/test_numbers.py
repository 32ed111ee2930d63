"""Exact numbers: what is taken, how it is rounded, split and written."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from assess.ground.numbers import (
    NotANumberError,
    decimal_multiple,
    decimals_around,
    exact,
    fixed,
    fixed_beside,
    half_up,
    meant_number,
    plain,
    shares,
    short,
    steps,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", Fraction(12)),
        ("-0.5", Fraction(-1, 2)),
        ("+0.25", Fraction(1, 4)),
        ("007.10", Fraction(71, 10)),
        ("0.1", Fraction(1, 10)),
        ("999999999999999", Fraction(999999999999999)),
        ("0.000000000000001", Fraction(1, 10**15)),
        ("1e3", Fraction(1000)),
        ("1.5E-3", Fraction(3, 2000)),
        ("-2e+1", Fraction(-20)),
        ("1e14", Fraction(10**14)),
        ("1e-15", Fraction(1, 10**15)),
    ],
)
def test_plain_decimals_are_taken_exactly(text: str, number: Fraction) -> None:
    """A plain decimal, or the short exponent of a spreadsheet, becomes the number that is written."""
    assert exact(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 1",
        "1 ",
        "1\n",
        "NaN",
        "inf",
        "-Infinity",
        "1e999999",
        "1e16",
        "0e16",
        "1e-16",
        "10e14",
        "1.5e-15",
        "6.5536e-12",  # a denominator of 5^16 is below 10^15, but the number has 16 places
        "１２",
        "1,000",
        "1_000",
        "12元",
        ".5",
        "5.",
        "0x10",
        "--1",
        "²",
        "1234567890123456",
        "0.1234567890123456",
        "1234567890123456e1",
    ],
)
def test_everything_else_is_refused(text: str) -> None:
    """What is no plain decimal of at most 15 digits a side is an error that says what is allowed."""
    with pytest.raises(NotANumberError, match="只接受普通小数，小数点前后各不超过15位"):
        exact(text)


def test_a_long_text_is_cut_in_the_message() -> None:
    """A message stays one line whatever was written."""
    with pytest.raises(NotANumberError, match=r"^“x{27}…”不是"):
        exact("x" * 31)
    with pytest.raises(NotANumberError, match=r"^“x{30}”不是"):
        exact("x" * 30)


def test_numbers_of_the_program_are_taken() -> None:
    """Integers, decimals and fractions are exact already; a decimal obeys the limits of text."""
    assert (exact(3), exact(Decimal("0.10")), exact(Fraction(1, 3))) == (Fraction(3), Fraction(1, 10), Fraction(1, 3))
    with pytest.raises(NotANumberError):
        exact(Decimal("NaN"))


@pytest.mark.parametrize("value", [0.1, True, False, None])
def test_floats_and_booleans_are_a_programmers_mistake(value: Any) -> None:  # noqa: ANN401 wrong on purpose
    """A float never enters a calculation, and yes is not 1."""
    with pytest.raises(TypeError, match="not an exact number"):
        exact(value)


@pytest.mark.parametrize(
    ("value", "digits", "rounded"),
    [
        ("0.005", 2, "0.01"),
        ("0.004999999999999", 2, "0"),
        ("0.125", 2, "0.13"),
        ("-0.125", 2, "-0.13"),
        ("-0.005", 2, "-0.01"),
        ("-0.004", 2, "0"),
        ("2.675", 2, "2.68"),
        ("1.005", 2, "1.01"),
        ("7", 2, "7"),
        ("0.5", 0, "1"),
        ("-0.5", 0, "-1"),
        ("1.25", 1, "1.3"),
    ],
)
def test_a_half_is_rounded_away_from_zero(value: str, digits: int, rounded: str) -> None:
    """Rounding is that of a spreadsheet: half up, below zero mirrored."""
    assert half_up(exact(value), digits) == exact(rounded)


def test_rounding_a_quotient() -> None:
    """80 of 94 converted to 150 is 127.66, as the regulation's test figure says; thirds are no trouble."""
    assert half_up(Fraction(80) / 94 * 150) == exact("127.66")
    assert half_up(Fraction(2, 3)) == exact("0.67")


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (11, ["5.46"] * 5 + ["5.45"] * 6),
        (9, ["6.67"] * 6 + ["6.66"] * 3),
        (7, ["8.58"] + ["8.57"] * 6),
        (6, ["10.00"] * 6),
    ],
)
def test_sixty_points_are_split_to_the_cent(items: int, expected: list[str]) -> None:
    """Equal shares sum to 60.00 exactly; the spare cents go to the first items (U49)."""
    parts = shares(Fraction(60), [Fraction(1)] * items)
    assert [fixed(part) for part in parts] == expected
    assert sum(parts) == 60


def test_exact_shares() -> None:
    """Without places nothing is rounded; any total can be split."""
    assert shares(Fraction(25), [Fraction(1)] * 3, None) == (Fraction(25, 3),) * 3
    assert shares(exact("0.001"), [Fraction(3), Fraction(1)], None) == (Fraction(3, 4000), Fraction(1, 4000))


@pytest.mark.parametrize(
    ("value", "digits", "around"),
    [
        (Fraction(25, 3), 2, ("8.33", "8.34")),
        (Fraction(50, 3), 2, ("16.66", "16.67")),
        (Fraction(25, 3), 0, ("8", "9")),
        (exact("8.345"), 2, ("8.345", "8.345")),
    ],
)
def test_decimals_around_a_number_that_none_writes(value: Fraction, digits: int, around: tuple[str, str]) -> None:
    """What has a finite decimal has no others around it, however long it is."""
    below, above = decimals_around(value, digits)
    assert (plain(below), plain(above)) == around


@pytest.mark.parametrize(
    ("value", "multiple"),
    [
        (Fraction(2, 3), "2"),
        (Fraction(25, 3), "25"),
        (Fraction(1, 6), "0.5"),
        (exact("0.5"), "0.5"),
        (exact("10"), "10"),
    ],
)
def test_the_smallest_multiple_that_a_decimal_writes(value: Fraction, multiple: str) -> None:
    """Three times 1/6 is 0.5; what is a decimal is its own."""
    assert plain(decimal_multiple(value)) == multiple


def test_weighted_shares_give_spare_cents_to_the_largest_remainders() -> None:
    """10 by 1 : 1 : 4 is 1.666…, 1.666… and 6.666…: two cents are spare, the first of equal remainders get them."""
    assert [fixed(part) for part in shares(Fraction(10), [Fraction(1), Fraction(1), Fraction(4)])] == [
        "1.67",
        "1.67",
        "6.66",
    ]
    assert [fixed(part, 0) for part in shares(Fraction(10), [Fraction(1), Fraction(8), Fraction(3)], 0)] == [
        "1",
        "7",
        "2",
    ]


def test_a_total_that_has_no_such_places_cannot_be_split() -> None:
    """A third of a cent cannot be given to anybody."""
    with pytest.raises(ValueError, match="1/3 has more than 2 places"):
        shares(Fraction(1, 3), [Fraction(1)])


@pytest.mark.parametrize(
    ("value", "whole", "started", "proportional"),
    [
        ("0", 0, 0, Fraction(0)),
        ("-5", 0, 0, Fraction(0)),
        ("9.99", 0, 1, Fraction(999, 1000)),
        ("10", 1, 1, Fraction(1)),
        ("14", 1, 2, Fraction(7, 5)),
    ],
)
def test_steps_of_ten(value: str, whole: int, started: int, proportional: Fraction) -> None:
    """A shortfall of 14 % is one full step, two started ones, or 1.4 in proportion (U39)."""
    ten = Fraction(10)
    assert steps(exact(value), ten, "whole") == whole
    assert steps(exact(value), ten, "started") == started
    assert steps(exact(value), ten, "proportional") == proportional


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(12), "12"),
        (Fraction(-1, 2), "-0.5"),
        (Fraction(1, 8), "0.125"),
        (Fraction(1, 1024), "0.0009765625"),
        (Fraction(3, 25), "0.12"),
        (Fraction(11, 15), "11/15"),
        (Fraction(-1, 3), "-1/3"),
        (Fraction(0), "0"),
    ],
)
def test_plain_is_exact(value: Fraction, text: str) -> None:
    """Exact text: a finite decimal without trailing zeros, anything else as a quotient."""
    assert plain(value) == text


def test_fixed_has_all_its_places() -> None:
    """Printed points have exactly the places that were asked for; there is no minus before zero."""
    assert fixed(Fraction(8)) == "8.00"
    assert fixed(Fraction(1, 3)) == "0.33"
    assert fixed(Fraction(-1, 8)) == "-0.13"
    assert fixed(Fraction(-1, 1000)) == "0.00"
    assert fixed(Fraction(5, 2), 0) == "3"
    assert fixed(Fraction(-5, 2), 0) == "-3"


def test_short_is_exact_where_that_is_short() -> None:
    """At most four places: exact when that is enough, else rounded to four."""
    assert short(Fraction(1, 2)) == "0.5"
    assert short(Fraction(1, 10000)) == "0.0001"
    assert short(Fraction(2, 3)) == "0.6667"
    assert short(Fraction(2, 3), 2) == "0.67"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("69.99999", "69.99999"),
        ("0.00001", "0.00001"),
        ("-0.00001", "-0.00001"),
        ("0.124991", "0.12499"),  # 0.1250 would be rounded to 0.13
        ("19.9999999999", "19.9999999999"),
        ("12.30004", "12.30004"),
    ],
)
def test_a_rounded_number_does_not_look_exact(value: str, text: str) -> None:
    """Four places that end in 0 would look like a shorter number, which it is not: it gets more."""
    assert short(exact(value)) == text


@pytest.mark.parametrize(
    ("value", "line", "text"),
    [
        ("0.07516", "0.075165", "0.07516"),  # 0.0752 would lie above the line
        ("0.07517", "0.075165", "0.0752"),
        ("0.07512", "0.075165", "0.0751"),
        ("0.123449", "0.1234", "0.12345"),  # 0.1234 would lie on it
        ("0.075165", "0.075165", "0.075165"),
        ("0.5", "0.5", "0.5"),
    ],
)
def test_a_number_stays_on_its_side_of_a_line(value: str, line: str, text: str) -> None:
    """What is held against a line is shown with as many places as tell on which side of it."""
    assert short(exact(value), beside=[exact(line)]) == text


@pytest.mark.parametrize(
    ("value", "line", "text"),
    [
        ("99.994", "100", "99.99"),
        ("99.996", "100", "99.996"),
        ("100.004", "100", "100.004"),
        ("100", "100", "100.00"),
        ("40.07001", "40.07", "40.07001"),
        ("12.5", "12", "12.50"),
    ],
)
def test_fixed_places_are_more_where_a_line_is_near(value: str, line: str, text: str) -> None:
    """A percentage of two places that is not 100 does not become 100."""
    assert fixed_beside(exact(value), 2, [exact(line)]) == text


def test_a_line_that_no_decimal_writes() -> None:
    """A third on the line of a third is written as any third; just above it, with as many places as that takes."""
    third = Fraction(1, 3)
    assert (short(third, beside=[third]), fixed_beside(third, 2, [third])) == ("0.3333", "0.33")
    assert fixed_beside(exact("0.3334"), 2, [third]) == "0.3334"


@pytest.mark.parametrize(
    ("written", "unit", "hint"),
    [
        ("6次", "次", "单位不用写，只填数字：6"),
        ("6次", "", "单位不用写，只填数字：6"),
        ("95％", "%", "单位不用写，只填数字：95"),
        ("6人", "次", "这里写的单位是“人”，应按“次”填，只填数字"),
        ("95%", "次", "这里写的单位是“%”，应按“次”填，只填数字"),
        ("6000元", "万元", "应按“万元”填：6000元是0.6万元，只填数字"),
        ("0.5亿元", "万元", "应按“万元”填：0.5亿元是5000万元，只填数字"),
        ("3万元", "元", "应按“元”填：3万元是30000元，只填数字"),
        ("六次", "次", ""),
    ],
)
def test_a_number_with_a_unit_is_never_taken_for_another_unit(written: str, unit: str, hint: str) -> None:
    """The unit asked for is named and money converted; only a number in that very unit is suggested as it stands."""
    assert meant_number(written, unit) == hint
