"""Top places and rank tables."""

from tests.drafting.checks.found import about

_INPUTS = 'inputs: {n: {label: 比例, unit: "%", at_most: 100}, m: {label: 人数, unit: 人}}\n'


def _top(
    when: str, points: int, *, ranks: int = 3, population: str = "all", rest: str = "", bands: str = ""
) -> list[str]:
    bands = bands or "{at_least: 90, points: 8}, {at_least: 80, below: 90, points: 5}"
    inner = f"{{bands: {{value: n, bands: [{bands}]}}}}"
    keys = f"ranks: {ranks}, population: {population}, better: higher, when: {{{when}}}, points: {points}"
    return about(
        f"{_INPUTS.replace(', m: {label: 人数, unit: 人}', '')}rule: {{top: {{{keys}, otherwise: {inner}}}}}", rest
    )


def _first(lines: list[str]) -> str:
    """The first line about ranks, after the indicator's name."""
    return next(line.split("）：", 1)[1] for line in lines if "）：" in line)


def test_a_top_that_adds_nothing() -> None:
    """Its points are what the bands give there already, or less, or its precondition cannot hold."""
    assert _top("at_least: 90", 10) == []
    assert _first(_top("at_least: 90", 8)) == "“前3名且≥90%”计8分，与≥90%时按分档已得的8分相同，这一档不起作用"
    assert _first(_top("at_least: 80", 6)) == "“前3名且≥80%”计6分，比按分档可得的8分还少"
    assert _first(_top("above: 100", 10)) == "“前3名且>100%”一档（10分）永远用不到：数据的上下限不允许>100%"


def test_a_top_without_precondition() -> None:
    """It counts wherever the value lies."""
    assert (
        _first(_top("", 8, bands="{at_least: 0, points: 8}")) == "“前3名”计8分，与按分档已得的8分相同，这一档不起作用"
    )


def test_a_top_over_bands_with_conditions() -> None:
    """What the bands give cannot be told from the value alone."""
    inner = "{bands: {value: n, bands: [{at_least: 90, when: {m: {above: 5}}, points: 10}]}}"
    keys = "ranks: 3, population: all, better: higher, points: 10"
    assert about(f"{_INPUTS}rule: {{top: {{{keys}, otherwise: {inner}}}}}") == []


_COUNTED = "unit_types: {college: {label: 学院, list: units, count: 3}, centre: {label: 中心, list: units%s}}\n"


def test_more_places_than_units() -> None:
    """Known only where every unit type of the population says how many units there are."""
    assert _top("at_least: 90", 10, rest=_COUNTED % "") == []
    assert _top("at_least: 90", 10, rest=_COUNTED % ", count: 1") == []
    assert _first(_top("at_least: 90", 10, ranks=4, rest=_COUNTED % ", count: 1")) == (
        "取前4名，而“全部单位”一共只有4个单位，人人都在其内"
    )


def test_who_is_not_ranked() -> None:
    """A unit type outside the population can never be among the first."""
    assert _first(_top("at_least: 90", 10, population="colleges")) == "排名只在“各学院”内，中心永远进不了前3名"


def _table(points: str, otherwise: int = 0, rest: str = "") -> list[str]:
    keys = f"value: n, better: higher, population: all, points: {points}, otherwise: {otherwise}"
    return about(f"inputs: {{n: {{label: 获奖, unit: 项}}}}\nrule: {{rank_table: {{{keys}}}}}", rest)


def test_rank_tables() -> None:
    """Ranks without a gap, later ones with no more than the last; no rank beyond the units."""
    assert _table("{1: 10, 2: 10, 3: 5}") == []
    assert _first(_table("{1: 10, 3: 5, 5: 4}")) == "名次表缺第2名、第4名，按其余计0分，而第5名计4分"
    assert _first(_table("{1: 10, 2: 5}", otherwise=6)) == "第2名计5分，再往后的名次反而计6分"
    assert _table("{1: 10, 2: 9, 3: 8, 4: 7}", rest=_COUNTED % ", count: 1") == []
    assert _first(_table("{1: 10, 2: 9, 3: 8, 4: 7, 5: 6}", rest=_COUNTED % ", count: 1")) == (
        "名次写到第5名，而“全部单位”一共只有4个单位"
    )
