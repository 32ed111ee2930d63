"""Exact numbers: one constructor, named roundings and the way numbers are written.

Everything that is counted here is a `fractions.Fraction`; a float never enters. Points are rounded only by
`half_up`, at the places which a scheme names.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import Literal

#: Most digits before the point; enough for any amount of money in fen, too few to exhaust a machine.
MAX_WHOLE_DIGITS = 15
#: Most digits after the point.
MAX_FRACTION_DIGITS = 15

#: Places that unrounded points are shown with.
_UNROUNDED = 6

#: How a started step counts: only whole steps, every started one, or in proportion.
Steps = Literal["whole", "started", "proportional"]

_DECIMAL = re.compile(r"([+-]?)([0-9]+)(?:\.([0-9]+))?\Z")
_EXPONENT = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?)[eE]([+-]?[0-9]{1,3})\Z")
_NUMBER_AND_UNIT = re.compile(r"([+-]?[0-9]{1,15}(?:\.[0-9]{1,15})?)\s*([^\s0-9.eE]*)")

ZERO = Fraction(0)


class NotANumberError(ValueError):
    """A text that is not a plain decimal within the limits; the sentence says what is allowed."""

    def __init__(self, text: str) -> None:
        shown = text if len(text) <= 30 else text[:27] + "…"  # noqa: PLR2004 a line of a terminal
        super().__init__(
            f"“{shown}”不是可用的数字（只接受普通小数，小数点前后各不超过{MAX_WHOLE_DIGITS}位）",
        )


def exact(value: str | int | Decimal | Fraction) -> Fraction:
    """Return `value` as an exact number.

    Text must be a plain decimal (`12`, `-0.5`; a short exponent as spreadsheets write it is taken too) with at most
    15 digits on each side of the point. Floats and booleans are refused: a `TypeError`, since that is a
    programmer's mistake. Text that is no number is a `NotANumberError`.
    """
    if isinstance(value, str):
        return _from_text(str(value))
    if isinstance(value, Fraction):
        return value
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        message = f"not an exact number: {value!r}"
        raise TypeError(message)
    if isinstance(value, Decimal):
        return _from_text(str(value))
    return Fraction(value)


@lru_cache(maxsize=1000)  # most numbers of a year are a few marks and full marks
def _from_text(text: str) -> Fraction:
    found = _DECIMAL.match(text)
    if found is None:
        return _from_exponent(text)
    sign, whole, decimals = found.groups()
    if len(whole) > MAX_WHOLE_DIGITS or (decimals is not None and len(decimals) > MAX_FRACTION_DIGITS):
        raise NotANumberError(text)
    number = Fraction(int(whole + (decimals or "")), 10 ** len(decimals or ""))
    return -number if sign == "-" else number


def _from_exponent(text: str) -> Fraction:
    found = _EXPONENT.match(text)
    if found is None or abs(int(found[2])) > MAX_WHOLE_DIGITS:
        raise NotANumberError(text)
    number = exact(found[1]) * Fraction(10) ** int(found[2])
    if abs(number) >= 10**MAX_WHOLE_DIGITS or (number * 10**MAX_FRACTION_DIGITS).denominator != 1:
        raise NotANumberError(text)
    return number


#: Units of money, by how many yuan they are.
MONEY = {"元": 1, "千元": 10**3, "万元": 10**4, "亿元": 10**8}
#: Units of the same kind, by how many of the smallest one they are.
_SCALES = (MONEY, {"人": 1, "万人": 10**4}, {"次": 1, "万次": 10**4})


def meant_number(written: str, unit: str = "") -> str:
    """What a text that is no number was probably meant to be, as a hint; empty when nobody can tell.

    `unit` is the unit asked for. A number in another one is never suggested as it stands.
    """
    narrow = unicodedata.normalize("NFKC", written).strip().replace(",", "")
    found = _NUMBER_AND_UNIT.fullmatch(narrow)
    if found is None:
        return ""
    if found[2] and unit and found[2] != unicodedata.normalize("NFKC", unit):
        return _in_unit(found[1], found[2], unit)
    if found[2]:
        return f"单位不用写，只填数字：{found[1]}"
    return "" if narrow == written.strip() else f"用半角数字，不写千分位逗号：{found[1]}"


def _in_unit(number: str, written: str, unit: str) -> str:
    scale = next((scale for scale in _SCALES if written in scale and unit in scale), None)
    if scale is None:
        return f"这里写的单位是“{written}”，应按“{unit}”填，只填数字"
    return f"应按“{unit}”填：{number}{written}是{plain(exact(number) * scale[written] / scale[unit])}{unit}，只填数字"


def half_up(value: Fraction, digits: int = 2) -> Fraction:
    """Round to `digits` places, a half away from zero: 0.125 → 0.13, −0.125 → −0.13 (as a spreadsheet's ROUND)."""
    scale = 10**digits
    if scale % value.denominator == 0:
        return value  # it has no more places than that
    return Fraction(_units(value, scale), scale)


def _units(value: Fraction, scale: int) -> int:
    """How many whole 1 / `scale` are in `value`, a half away from zero."""
    numerator, denominator = value.numerator * scale, value.denominator
    magnitude = (2 * abs(numerator) + denominator) // (2 * denominator)
    return magnitude if numerator >= 0 else -magnitude


def total(values: Iterable[Fraction]) -> Fraction:
    """Add up; over one denominator, where `sum` would reduce the fraction at every step."""
    numerator, denominator = 0, 1
    for value in values:
        top, bottom = value.as_integer_ratio()
        common = lcm(denominator, bottom)
        numerator = numerator * (common // denominator) + top * (common // bottom)
        denominator = common
    return Fraction(numerator, denominator)


def steps(value: Fraction, every: Fraction, mode: Steps) -> Fraction:
    """How many steps of `every` (> 0) lie in `value` (a negative value has none)."""
    if value <= 0:
        return ZERO
    count = value / every
    if mode == "whole":
        return Fraction(count.numerator // count.denominator)
    if mode == "started":
        return Fraction(-(-count.numerator // count.denominator))
    return count


def shares(total: Fraction, weights: Sequence[Fraction], digits: int | None = 2) -> tuple[Fraction, ...]:
    """Split `total` by `weights` (> 0) into parts of `digits` places that sum to it exactly; None: exact parts.

    Largest remainder; the spare hundredths go to the largest remainders and, among equal ones, to the first.
    """
    if digits is None:
        each = total / sum(weights, ZERO)
        return tuple(each * weight for weight in weights)
    scale = 10**digits
    units = total * scale
    if units.denominator != 1:
        message = f"{total} has more than {digits} places"
        raise ValueError(message)
    whole = sum(weights, ZERO)
    quotas = [units * weight / whole for weight in weights]
    floors = [quota.numerator // quota.denominator for quota in quotas]
    spare = int(units) - sum(floors)
    order = sorted(range(len(weights)), key=lambda index: (floors[index] - quotas[index], index))
    for index in order[:spare]:
        floors[index] += 1
    return tuple(Fraction(part, scale) for part in floors)


def plain(value: Fraction) -> str:
    """Write `value` exactly: `12`, `-0.5`; a value without a finite decimal as a quotient, `11/15`."""
    if value.denominator == 1:
        return str(value.numerator)
    digits = _decimal_places(value.denominator)
    if digits is None:
        return f"{value.numerator}/{value.denominator}"
    return fixed(value, digits)


def bracketed(value: Fraction) -> str:
    """The same as a factor or divisor: `(150/7)` where it is a quotient."""
    written = plain(value)
    return f"({written})" if "/" in written else written


def plain_or_none(value: Fraction | None) -> str | None:
    """The same for a number that may lack."""
    return None if value is None else plain(value)


def fixed(value: Fraction, digits: int = 2) -> str:
    """Write `value` with exactly `digits` places, rounded half up."""
    number = _units(value, 10**digits)
    sign = "-" if number < 0 else ""
    if digits == 0:
        return f"{sign}{abs(number)}"
    written = str(abs(number)).zfill(digits + 1)
    return f"{sign}{written[:-digits]}.{written[-digits:]}"


def short(value: Fraction, digits: int = 4, beside: Collection[Fraction] = ()) -> str:
    """Write `value` for a reader: exactly when it has at most `digits` places, else rounded to them.

    A rounded number never looks like a shorter one, as 69.99999 would in `70.0000`, and stays on its own side of the
    lines `beside` it that it is held against: it gets as many places as that takes.
    """
    places = _decimal_places(value.denominator)
    if places is not None and places <= digits:
        return plain(value)
    while True:
        written = fixed(value, digits)
        if not written.endswith("0") and _reads_true(written, value, beside):
            return written
        digits += 1


def fixed_beside(value: Fraction, digits: int, beside: Collection[Fraction]) -> str:
    """Write `value` as `fixed` does, with more places only where it takes them to stay on its side of those lines."""
    while not _reads_true(fixed(value, digits), value, beside):
        digits += 1
    return fixed(value, digits)


def _reads_true(written: str, value: Fraction, beside: Collection[Fraction]) -> bool:
    """Whether what is written lies on the value's side of the lines; on one that no decimal writes none can lie."""
    lines = [line for line in beside if line != value or _decimal_places(line.denominator) is not None]
    return all(_side(Fraction(written), line) == _side(value, line) for line in lines)


def _side(value: Fraction, line: Fraction) -> int:
    return (value > line) - (value < line)


def printed(points: Fraction, digits: int) -> str:
    """Write points as they stand on paper: with `digits` places; those that are not rounded (U15) with up to six."""
    return fixed(points, digits) if half_up(points, digits) == points else short(points, _UNROUNDED)


def decimals_around(value: Fraction, digits: int) -> tuple[Fraction, Fraction]:
    """The two decimals of `digits` places between which a value lies that no decimal writes; else itself, twice."""
    if _decimal_places(value.denominator) is not None:
        return value, value
    below = value.numerator * 10**digits // value.denominator
    return Fraction(below, 10**digits), Fraction(below + 1, 10**digits)


def decimal_multiple(value: Fraction) -> Fraction:
    """The smallest multiple of a value that a decimal writes: 2 of 2/3, and 0.5 of 0.5."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return value * rest


@lru_cache(maxsize=1000)
def _decimal_places(denominator: int) -> int | None:
    twos = (denominator & -denominator).bit_length() - 1
    rest = denominator >> twos
    fives = 0
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    return max(twos, fives) if rest == 1 else None
