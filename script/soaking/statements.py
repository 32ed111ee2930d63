"""Reads sentences about points as a careful reader does, and finds what cannot be true.

It knows the sentences but neither the rule nor its inputs: a statement is held against the numbers beside it. Points
have the places of the scheme where only totals are rounded; all other numbers have the same places everywhere.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from assess.ground.numbers import half_up
from script.soaking.arithmetic import N, miscounted, points_in, rounding

#: Half of the last place to which values and counts are rounded that have more; points have places of their own.
HALF = Fraction(1, 20_000)
#: The same of percentages.
HALF_PERCENT = Fraction(1, 200)

_NUMBER = re.compile(N)
_EDGE = re.compile(rf"([≥>≤<＝]){N}")
_HOLDS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "≥": lambda value, edge: value >= edge,
    ">": lambda value, edge: value > edge,
    "≤": lambda value, edge: value <= edge,
    "<": lambda value, edge: value < edge,
    "＝": lambda value, edge: value == edge,
}


def untrue(lines: Sequence[str], places: int) -> Iterator[str]:
    """What cannot be true in these sentences, which stand in their order and show points with at most `places`."""
    for number, line in enumerate(lines):
        for check in (_quotients, _rounded_to_look_exact, _conditions, _limits, _rank):
            yield from check(line)
        for beside in (_band, _steps, _target, _ratio, _reached, _last_rounding):
            yield from beside(line, lines[:number])
        yield from miscounted(line, lines[:number], places)


def points_missing(last: str, points: Fraction | None, places: int) -> Iterator[str]:
    """The last sentence of a rule ends with the points, or says that they do not apply."""
    if points is None:
        if "不适用" not in last:
            yield f"不适用 is not said: {last}"
    elif not any(abs(Fraction(said) - points) <= rounding(said, places) for said in points_in(last)):
        yield f"the points {points} are not said: {last}"


def standing_untrue(text: str, *, met: bool) -> Iterator[str]:
    """`6次，半年值≥8次`: a value that is on course meets the half-year value, any other does not."""
    found = re.fullmatch(rf"{N}[^0-9，:]*，半年值([≥>≤<＝]){N}[^:]*", text)
    if found and _HOLDS[found[2]](Fraction(found[1]), Fraction(found[3])) != met:
        more_is_harmless = found[2] == "＝" and met and Fraction(found[1]) > Fraction(found[3])
        if not more_is_harmless:
            yield f"standing: {text}, {'met' if met else 'not met'}"


def _last_number(text: str) -> Fraction | None:
    """The result of a formula, or the last number."""
    found = _NUMBER.findall(text.rpartition(" = ")[2]) or _NUMBER.findall(text)
    return Fraction(found[-1]) if found else None


def _quotients(line: str) -> Iterator[str]:
    if re.search(r"[0-9] ?/ ?[0-9]", line):
        yield f"a quotient: {line}"


def _rounded_to_look_exact(line: str) -> Iterator[str]:
    """`20.00` is 19.999: a reader takes it for 20."""
    for found in re.findall(r"[0-9]+\.[0-9]+", line):
        if found.endswith("0") and "四舍五入到" not in line:
            yield f"looks exact: {found} in {line}"


def _inside(edges: str, value: Fraction) -> bool:
    return all(_HOLDS[sign](value, Fraction(edge)) for sign, edge in _EDGE.findall(edges))


def _conditions(line: str) -> Iterator[str]:
    """`参与率65%（<70%，符合）`."""
    for value, edges, said in re.findall(rf"{N}[^0-9（），。：]*（([≥>≤<][^，）]*)，(符合|不符合)）", line):
        if _inside(edges, Fraction(value)) != (said == "符合"):
            yield f"condition: {value} and {edges} in {line}"
    for word, asked, said in re.findall(r"：([是否])（为“([是否])”，(符合|不符合)）", line):
        if (word == asked) != (said == "符合"):
            yield f"condition: {line}"


def _limits(line: str) -> Iterator[str]:
    found = re.fullmatch(rf"合计≈?{N}分，(超过上限|低于下限){N}分，按{N}分计", line)
    if found:
        before, bound, after = Fraction(found[1]), Fraction(found[3]), Fraction(found[4])
        if bound != after or (before <= bound if found[2] == "超过上限" else before >= bound):
            yield f"limit: {line}"


def _band(line: str, before: Sequence[str]) -> Iterator[str]:
    """`符合“≥80%且<85%、合作企业≥3家”一档`."""
    found = re.match(r"符合“(.*)”一档", line)
    for part in found[1].split("、") if found else ():
        label, edges = re.split(r"(?=[≥>≤<])", part, maxsplit=1) if re.search("[≥>≤<]", part) else (part, "")
        if label:
            numbers = [
                one
                for text in before[-3:]
                for one in re.findall(rf"(?:^|[、：]){re.escape(label)}[^0-9、（ -]*{N}", text)
            ][-1:]
        else:
            numbers = [one for text in before[-2:] for one in re.findall(rf"(?:为其| = |^[^0-9-]*){N}", text)]
        said_in_words = any(re.search("：[是否]", text) for text in before[-2:])
        if edges and not said_in_words and not any(_inside(edges, Fraction(one)) for one in numbers):
            yield f"band: {part} of {numbers} in {[*before[-3:], line]}"


def _steps(line: str, before: Sequence[str]) -> Iterator[str]:
    """`每满10%扣2分，满1个，扣2分`."""
    found = re.search(rf"每满?{N}[^0-9计扣]*[计扣]{N}分(?:（[^）]*）)?，(满|共|折合){N}个，", line)
    if not found:
        return
    every, count = Fraction(found[1]), Fraction(found[4])
    value = _last_number(line[: found.start()] or before[-1])
    if value is not None and not _counted(max(value, Fraction(0)), every, found[3], count):
        yield f"steps: {count} of {every} are not in {value}: {line}"


def _counted(value: Fraction, every: Fraction, how: str, count: Fraction) -> bool:
    """Whether that many steps may lie in the value, which may be rounded."""
    low, high = (max(value + by, Fraction(0)) / every for by in (-HALF, HALF))
    if (value * 1000).denominator == 1:
        low = high = value / every
    if how == "折合":
        return low - HALF <= count <= high + HALF
    whole = [edge.__floor__() if how == "满" else edge.__ceil__() for edge in (low, high)]
    return whole[0] <= count <= whole[1]


def _target(line: str, before: Sequence[str]) -> Iterator[str]:
    found = re.match(rf"(没有达到|达到|超过|正好是)指标值([≥>≤<＝]){N}[^:，]*，", line)
    value = _last_number(before[-1]) if before else None
    if not found or value is None:
        return
    wanted = Fraction(found[3])
    true = {
        "达到": _HOLDS[found[2]](value, wanted) or (found[2] == "＝" and value > wanted),
        "没有达到": value < wanted or (value == wanted and found[2] == ">"),
        "超过": value > wanted,
        "正好是": value == wanted,
    }
    if not true[found[1]]:
        yield f"target: {value} in {line}"
    share = re.search(rf"(?:完成|按指标值÷实际值＝){N}%", line)
    if share and wanted > 0 and value > 0:
        nearest = min(max(wanted, value - HALF), value + HALF)
        ends = [sorted((one, wanted)) for one in (value - HALF, nearest, value + HALF)]
        shares = [100 * one / other for one, other in ends]
        if not min(shares) - HALF_PERCENT <= Fraction(share[1]) <= max(shares) + HALF_PERCENT:
            yield f"target: the share of {value} in {line}"


def _ratio(line: str, before: Sequence[str]) -> Iterator[str]:
    """`全校平均值20，为其108.11%`."""
    found = re.search(rf"{N}[^0-9，]*，为其{N}%", line)
    value = _last_number(before[-1]) if before else None
    if found and value is not None:
        reference, ratio = Fraction(found[1]), Fraction(found[2]) / 100
        allowed = HALF * (1 + abs(ratio)) + abs(reference) * HALF_PERCENT / 100
        if abs(value - ratio * reference) > allowed + HALF * HALF_PERCENT:
            yield f"ratio: {value} in {line}"


def _reached(line: str, before: Sequence[str]) -> Iterator[str]:
    """`课题20000元，达到20000元，计1分`, and how many there are."""
    found = re.search(rf"”{N}[^0-9，]*，(达到|未达到){N}", line)
    if found and (Fraction(found[1]) >= Fraction(found[3])) != (found[2] == "达到"):
        yield f"line: {line}"
    found = re.match(r"达线([0-9]+)项", line)
    if found and int(found[1]) > sum(1 for one in before if re.search("”[^”]*，达到", one)):
        yield f"lines: {line} of {before}"


def _rank(line: str) -> Iterator[str]:
    found = re.search(r"排名第([0-9]+)（共([0-9]+)个单位）", line)
    if not found:
        return
    rank, of = int(found[1]), int(found[2])
    first = re.search("(不在)?前([0-9]+)名", line)
    if not 1 <= rank <= of or (first and (rank > int(first[2])) != bool(first[1])):
        yield f"rank: {line}"


def _last_rounding(line: str, before: Sequence[str]) -> Iterator[str]:
    found = re.fullmatch(rf"(?:{N}分)?四舍五入到([0-9]+)位小数：{N}分", line)
    if not found:
        return
    mark = re.match(rf"考核评分{N}分", before[-1])
    exact = Fraction(found[1] or (mark[1] if mark else points_in(before[-1])[-1]))
    if half_up(exact, int(found[2])) != Fraction(found[3]):
        yield f"rounding: {[before[-1], line]}"
