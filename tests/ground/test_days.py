"""Days as people write and read them."""

from assess.ground.days import day_words


def test_days_are_written_in_chinese() -> None:
    """A day is written out; what is no day stays as somebody wrote it."""
    assert day_words("2019-09-20") == "2019年9月20日"
    assert day_words("九月下旬") == "九月下旬"
