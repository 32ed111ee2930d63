"""Days as people type and read them."""

from datetime import date

import pytest

from assess.ground.days import day_words, typed_day


@pytest.mark.parametrize(
    "written", ["2019-03-01", "2019-3-1", "2019/3/1", "2019.03.01", "2019年3月1日", " 2019-03-01 00:00:00 "]
)
def test_a_day_is_read_in_any_usual_form(written: str) -> None:
    """With or without zeros, also as Excel writes it."""
    assert typed_day(written) == date(2019, 3, 1)


@pytest.mark.parametrize(
    ("written", "said"),
    [("三月一日", "应为日期，写成2019-03-01的形式，这里写的是“三月一日”"), ("2019/2/30", "没有2019-02-30这一天")],
)
def test_what_is_no_day_is_said(written: str, said: str) -> None:
    """With the form that is right."""
    with pytest.raises(ValueError, match=said):
        typed_day(written)


def test_days_are_written_in_chinese() -> None:
    """A day is written out; what is no day stays as somebody wrote it."""
    assert day_words("2019-09-20") == "2019年9月20日"
    assert day_words("九月下旬") == "九月下旬"
