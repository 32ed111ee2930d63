"""Adds up and multiplies again the points in sentences, as a reader with a pencil does.

Points are shown with a number of places, and rounding to them moves a number by no more than half of the last one.
Without `≈` an addition comes out to the last place and a product as it is written; with it rounding explains the rest.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import prod
from typing import NamedTuple

from assess.ground.numbers import half_up

N = r"(-?[0-9]+(?:\.[0-9]+)?)"
#: A result that may be said not to follow to the last place from the numbers before it.
_ABOUT = rf"(≈?){N}"
#: The places of counts of steps, of full marks and of percentages in a computation, whatever points have.
_VALUE_PLACES = 4
_ZERO, _ONE = Fraction(0), Fraction(1)


class Addition(NamedTuple):
    """Terms and their sum, as they are written; `about` is `≈` or nothing."""

    name: str
    terms: Sequence[str]
    about: str
    result: str

    def holds(self, places: int) -> bool:
        """Whether the terms make the result, or with `≈` nearly so."""
        off = abs(Fraction(self.result) - sum(map(Fraction, self.terms), _ZERO))
        if not self.about:
            return off == 0
        return 0 < off <= sum((rounding(one, places) for one in (*self.terms, self.result)), _ZERO)


class Product(NamedTuple):
    """Factors that may be rounded, an exact one, and the points that they make."""

    name: str
    factors: Sequence[str]
    exact: Fraction
    about: str
    result: str

    def holds(self, places: int) -> bool:
        """Whether the product, written with as many places, is the result, or with `≈` nearly so."""
        product = prod(map(Fraction, self.factors), start=self.exact)
        result = Fraction(self.result)
        as_written = half_up(product, max(places, _places(self.result))) == result
        if not self.about:
            return as_written
        most = prod((abs(Fraction(one)) + rounding(one, _VALUE_PLACES) for one in self.factors), start=self.exact)
        return not as_written and abs(product - result) <= most - abs(product) + rounding(self.result, places)


def rounding(said: str, places: int) -> Fraction:
    """The most by which rounding to `places` moves a number that is shown so.

    One with fewer places is exact, and so is one that ends in 0: a rounded number never looks like a shorter one.
    """
    shown = _places(said)
    return _ZERO if shown < places or said.endswith("0") else Fraction(1, 2 * 10**shown)


def points_in(line: str) -> list[str]:
    """The points that a sentence speaks of, as they are written."""
    return re.findall(rf"{N}分", line)


def miscounted(line: str, before: Sequence[str], places: int) -> Iterator[str]:
    """What does not come out in this sentence, which stands behind the others."""
    for check in (_terms, _items, _weights, _left, _mark):
        yield from (f"{one}: {[*before, line]}" for one in check(line, before) if not one.holds(places))
    for product in _products(line):
        if not product.holds(places):
            yield f"{product}: {line}"
    yield from _scaled(line, places)


def _places(said: str) -> int:
    return len(said.partition(".")[2])


def _terms(line: str, before: Sequence[str]) -> Iterator[Addition]:
    """`1.5 + (-0.5) = 1分`, also behind a colon."""
    del before
    found = re.search(rf"(?:^|：)((?:\(?{N}\)? \+ )+\(?{N}\)?) ([=≈]) {N}分$", line)
    if found:
        yield Addition("sum", re.findall(N, found[1]), found[4].strip("="), found[5])


def _items(line: str, before: Sequence[str]) -> Iterator[Addition]:
    """`2项合计1分` of a checklist."""
    found = re.fullmatch(rf"([0-9]+)项合计{_ABOUT}分", line)
    if found:
        yield Addition("items", [points_in(one)[-1] for one in before[-int(found[1]) :]], found[2], found[3])


def _weights(line: str, before: Sequence[str]) -> Iterator[Addition]:
    """`权重合计5分`, or the sum that is over its cap, of achievements that are listed right before."""
    found = re.match(rf"(权重)?合计{_ABOUT}分", line)
    listed = []
    for one in reversed(before if found else ()):
        parts = re.fullmatch(rf"[^，（]*(?:（[^，）]*）)?([0-9]+)项，(?:每项{N}分|[^0-9]*)", one)
        if not parts:
            break
        listed += [parts[2] or "0"] * int(parts[1])
    if found and (found[1] or listed):
        yield Addition("weights", listed, found[2], found[3])


def _left(line: str, before: Sequence[str]) -> Iterator[Addition]:
    """`扣后计1分`, or the sum that is under its floor, of a start and what is taken off behind it."""
    found = re.match(rf"(?:扣后计|合计(?=[^，]*，)){_ABOUT}分", line)
    start = next((at for at in reversed(range(len(before))) if re.match("满分|起始分|考核评分", before[at])), None)
    if not found or start is None:
        return
    losses = before[start + 1 :]
    if losses and all(re.search(rf"扣{_ABOUT}分$|不扣分$", one) for one in losses):
        taken = [f"-{points_in(one)[-1]}" for one in losses if not one.endswith("不扣分")]
        yield Addition("left", [points_in(before[start])[0], *taken], found[1], found[2])


def _mark(line: str, before: Sequence[str]) -> Iterator[Addition]:
    """`考核评分3分（满分5分），扣2分`."""
    del before
    found = re.fullmatch(rf"考核评分{N}分（满分{N}分），扣{N}分", line)
    if found:
        yield Addition("mark", [found[1], found[3]], "", found[2])


def _products(line: str) -> Iterator[Product]:
    """`2起，每起扣0.5分，扣1分`; `每满10%扣2分，满1个，扣2分`; `达线2项，每项1分，计2分`; `2分×70%，计1.4分`."""
    found = re.search(rf"{N}[^0-9，]*，每[^0-9，]*扣{N}分，扣{_ABOUT}分$", line)
    if found:
        yield Product("events", [found[1]], Fraction(found[2]), found[3], found[4])
    found = re.search(rf"每满?{N}[^0-9计扣]*[计扣]{N}分(?:（[^）]*）)?，(?:满|共|折合){N}个，[计扣]{_ABOUT}分", line)
    if found:
        yield Product("steps", [found[3]], Fraction(found[2]), found[4], found[5])
    found = re.fullmatch(rf"达线{N}项，每项{N}分，计{_ABOUT}分", line)
    if found:
        yield Product("lines", [found[1]], Fraction(found[2]), found[3], found[4])
    found = re.search(rf"：{N}分×{N}%，计{_ABOUT}分$", line)
    if found:
        yield Product("share", [found[1], found[2]], Fraction(1, 100), found[3], found[4])


def _scaled(line: str, places: int) -> Iterator[str]:
    """`权重合计5分，全校最高7分，最高的计8分，其余按比例，计5.71分`; nothing where the best has nothing."""
    found = re.fullmatch(rf"权重合计{N}分，[^，]*最高{N}分，最高的计{N}分，其余按比例，计{N}分", line)
    if found:
        own, best, cap, points = map(Fraction, found.groups())
        if abs((own / best * cap if best else best) - points) > rounding(found[4], places):
            yield f"scaled: {line}"
