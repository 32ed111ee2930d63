"""Bars as shapes: their lengths are the numbers."""

from fractions import Fraction

import pytest

from assess.reports.targets.charts import Chart, Field, Mark, Segment, bar, legend, percent_marks, scale, shares

FIELD = Field(Fraction(112), Fraction(8))  # a scale of 100 mm


def widths(chart: Chart) -> list[Fraction]:
    """The lengths of the bars."""
    return [Fraction(one.width) for one in chart.rectangles]


@pytest.mark.parametrize(
    ("share", "length"), [(Fraction(1, 2), 50), (Fraction(1), 100), (Fraction(3, 2), 100), (Fraction(1, 3), "33.33")]
)
def test_a_bar_is_as_long_as_its_share(share: Fraction, length: int | str) -> None:
    """A share above 1 fills the scale; its number says how much it is."""
    chart = bar(share, "数", FIELD)
    assert widths(chart) == [Fraction(length)]
    assert chart.words[-1].text == "数"


@pytest.mark.parametrize("share", [None, Fraction(0), Fraction(-1, 2)])
def test_nothing_has_no_bar(share: Fraction | None) -> None:
    """A value that is not known, 0, or below has no bar, only its words."""
    chart = bar(share, "未完成", FIELD)
    assert chart.rectangles == ()
    assert [words.text for words in chart.words] == ["未完成"]


def test_marks_cross_the_scale() -> None:
    """A grade line stands at its share of the scale, over the whole height, and its label above it."""
    marks = (Mark(Fraction(60, 100), "60"), Mark(Fraction(90, 100), "90"))
    lines = [line for line in bar(Fraction(1, 2), "", FIELD, marks).strokes if line.dashes != "none"]
    assert [(line.x1, line.y1, line.x2, line.y2) for line in lines] == [("60", "0", "60", "8"), ("90", "0", "90", "8")]
    assert [(one.x, one.text) for one in scale(FIELD, marks).words] == [("60", "60"), ("90", "90")]


def test_shares_fill_the_scale() -> None:
    """Segments are as long as their numbers, one behind the other; those with none are left out."""
    chart = shares([Segment(3, "#ddd"), Segment(0, "#999"), Segment(1, "#111", "#fff")], "4项", FIELD)
    assert [(one.x, one.width, one.fill) for one in chart.rectangles] == [("0", "75", "#ddd"), ("75", "25", "#111")]
    assert [(one.text, one.fill) for one in chart.words] == [("3", "#000"), ("1", "#fff"), ("4项", "#000")]


def test_a_small_share_keeps_room_for_its_number() -> None:
    """One of a thousand is wide enough to be read, and together they are as long as the scale."""
    lengths = widths(shares([Segment(999, "#ddd"), Segment(1, "#111")], "", FIELD))
    assert lengths[1] == Fraction("3.2")
    assert sum(lengths) == 100


def test_nothing_to_share() -> None:
    """Without any indicator there is no bar."""
    assert shares([Segment(0, "#ddd")], "0项", FIELD).rectangles == ()


def test_greys_too_near_are_crossed() -> None:
    """A crossed segment has two lines from corner to corner, in the legend, too."""
    (chart, named) = (
        shares([Segment(1, "#fff", crossed=True)], "", FIELD),
        legend([("未填", Segment(0, "#fff", crossed=True))], Fraction(30), Fraction(5)),
    )
    assert len(chart.strokes) == len(named.strokes) == 2
    assert [one.text for one in named.words] == ["未填"]


def test_percentages_label_themselves() -> None:
    """50 % stands in the middle."""
    assert percent_marks((50, 100)) == (Mark(Fraction(1, 2), "50%"), Mark(Fraction(1), "100%"))
