"""Bands: gaps, overlaps, order, effect, reach, on lines of every kind."""

import pytest

from tests.drafting.checks.found import about


def _bands(bands: str, value: str = "n", inputs: str = "n: {label: 次数, unit: 次}", rest: str = "") -> list[str]:
    return about(f"inputs: {{{inputs}}}\nrule: {{bands: {{value: {value}, bands: [{bands}]{rest}}}}}")


def test_a_hole_of_one_value() -> None:
    """Above and below leave the edge itself out; whole numbers may jump."""
    assert _bands("{above: 5, points: 10}, {below: 5, points: 4}") == [
        ("band_gap t.yaml:9:62 “A1 指标”（三）：“<5次”与“>5次”两档之间有空档：恰为5次时哪一档都不符合，按其余计0分"),
    ]
    jumping = "{at_least: 5, points: 10}, {at_most: 4, points: 4}"
    assert _bands(jumping, inputs="n: {label: 次数, unit: 次, whole: true}") == []
    assert "空档：>4次且<5次时" in _bands(jumping)[0]


def test_a_value_in_two_bands() -> None:
    """A crossing is said with its values; a ladder of bands one inside the other is the usual way to write."""
    (line,) = _bands("{at_least: 5, points: 10}, {at_least: 3, at_most: 5, points: 4}")
    assert line.endswith("：“≥5次”与“≥3次且≤5次”两档重叠：恰为5次时两档都符合，按写在前面的计10分，不是4分")
    assert _bands("{at_least: 5, points: 10}, {at_least: 3, points: 4}") == []


@pytest.mark.parametrize(
    ("bands", "line"),
    [
        (
            "{at_least: 5, at_most: 9, points: 10}, {below: 5, points: 4}",
            "“A1 指标”（三）：各档分值忽高忽低：“<5次”4分、“≥5次且≤9次”10分、其余0分",
        ),
        (
            "{at_least: 5, points: 10}, {at_least: 3, below: 5, points: 2}, {below: 3, points: 4}",
            "“A1 指标”（三）：各档分值忽高忽低：“<3次”4分、“≥3次且<5次”2分、“≥5次”10分",
        ),
    ],
)
def test_points_up_and_down(bands: str, line: str) -> None:
    """With a rising value points only rise or only fall; what is outside all bands counts too."""
    assert _bands(bands)[0].endswith(line)


def _relative(better: str, bands: str, value: str = "n / m", reference: str = "pooled") -> list[str]:
    inputs = "inputs: {n: {label: 甲, unit: 人}, m: {label: 乙, unit: 人, above: 0}}\n"
    rest = f"better: {better}, reference: {reference}, population: all, bands: [{bands}]"
    return about(f"{inputs}rule: {{relative: {{value: {value}, {rest}}}}}")


def test_the_direction_that_is_named() -> None:
    """Higher is better: points may not fall, and the other way round."""
    rising = "{at_least: 1, points: 10}, {below: 1, points: 4}"
    falling = "{below: 1, points: 10}, {at_least: 1, points: 4}"
    assert _relative("higher", rising) == []
    assert _relative("lower", falling) == []
    assert "写明越低越好（better: lower），各档分值却相反：“<100%”4分、“≥100%”10分" in _relative("lower", rising)[0]
    assert "写明越高越好（better: higher），各档分值却相反" in _relative("higher", falling)[0]


def test_a_ratio_that_may_be_negative() -> None:
    """Growth can fall below 0, and a reference too: then a band below 0 can be met."""
    bands = "{at_least: 1, points: 10}, {at_least: 0, below: 1, points: 4}, {below: 0, points: 1}"
    assert _relative("higher", bands, value="(n - m) / m") == []
    assert _relative("higher", bands, reference="{given: n - m}") == []
    (line,) = _relative("higher", bands, reference="{given: m}")
    assert line.endswith("：“<0%”一档（1分）永远用不到：能填报的只有≥0%")


def test_neighbours_with_the_same_points() -> None:
    """Two bands of one size are one; the rest may be written out for clearness."""
    (line,) = _bands("{at_least: 5, points: 10}, {at_least: 3, below: 5, points: 10}, {below: 3, points: 0}")
    assert line.endswith("：“≥5次”与“≥3次且<5次”两档同为10分，分成两档不起作用")


def test_bands_that_nothing_falls_into() -> None:
    """Outside what can be entered, or wholly taken by several earlier bands."""
    percent = 'n: {label: 比例, unit: "%", at_most: 100}'
    (line,) = _bands("{above: 100, points: 10}, {at_least: 90, points: 10}", inputs=percent)
    assert line.endswith("：“>100%”一档（10分）永远用不到：能填报的只有≥0%且≤100%")
    lines = _bands("{at_least: 5, points: 10}, {below: 5, points: 4}, {at_least: 3, at_most: 8, points: 2}")
    assert any(line.endswith("“≥3次且≤8次”一档（2分）永远用不到：它的情形都已落在写在前面的各档里") for line in lines)


def test_whole_numbers() -> None:
    """Between 4 and 5 there is no number of pieces, nor is 4.5 one."""
    lines = _bands(
        "{at_least: 5, points: 10}, {above: 4, below: 5, points: 6}, {at_most: 4, points: 4}",
        inputs="n: {label: 次数, unit: 次, whole: true}",
    )
    assert [line.split("：", 1)[1] for line in lines] == ["“>4次且<5次”一档（6分）永远用不到：能填报的只有≥0次"]
    assert (
        _bands("{at_least: 4.5, points: 10}, {below: 4.5, points: 4}", inputs="n: {label: 次, events: {unit: 次}}")
        == []
    )
    signed = "n: {label: 增减, unit: 人, at_least: -9, whole: true}"
    assert _bands("{above: 0, points: 10}, {at_most: 0, points: 4}", inputs=signed) == []


def test_conditions_on_one_input_are_a_line_too() -> None:
    """Bands written as conditions on the same single input."""
    inputs = "inputs: {n: {label: 次数, unit: 次}, m: {label: 人数, unit: 人}, f: {label: 有制度, flag: true}}\n"
    (line,) = about(
        inputs.replace(", m: {label: 人数, unit: 人}, f: {label: 有制度, flag: true}", "")
        + "rule: {bands: {bands: [{when: {n: {above: 5}}, points: 10}, {when: {n: {below: 5}}, points: 4}]}}"
    )
    assert "“次数<5次”与“次数>5次”两档之间有空档：恰为次数5次时" in line
    same = (
        "rule: {bands: {bands: [{when: {n: {at_least: 5}, m: {at_least: 2}, f: {at_least: 1}}, points: 10},"
        " {when: {n: {at_least: 3}}, points: 10}, {when: {m: {at_least: 1}}, points: 5}]}}"
    )
    (line,) = about(inputs + same)
    assert line.endswith("：第1档与第2档同为10分，而且第2档已包括第1档")


def test_a_value_and_conditions() -> None:
    """Bands on a value that ask for more besides are not laid on a line."""
    inputs = "inputs: {n: {label: 次数, unit: 次}, m: {label: 人数, unit: 人}}\n"
    rule = "rule: {bands: {value: n, bands: [{at_least: 5, when: {m: {above: 1}}, points: 10}, {below: 5, points: 4}]}}"
    assert about(inputs + rule) == []


def test_bands_on_what_is_not_known() -> None:
    """A difference can have any value, from below all numbers to above them."""
    inputs = "n: {label: 甲, unit: 人}, m: {label: 乙, unit: 人}"
    assert _bands("{at_least: 0, points: 10}, {below: 0, points: 4}", "n - m", inputs) == []
    weights = "n: {label: 成果, records: {classes: {奖: {weight: 2}}}}"
    assert _bands("{at_least: 4, points: 10}, {below: 4, points: 4}", inputs=weights) == []
