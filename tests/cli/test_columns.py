"""Text in columns, where a Chinese character takes two."""

import pytest

from assess.cli.columns import narrowest, padded, width, wrap


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("abc", 3), ("考核", 4), ("１", 2), ("①≥", 2), ("e\u0301", 1)])
def test_width(text: str, columns: int) -> None:
    """Wide characters take two columns, combining ones none."""
    assert width(text) == columns
    assert width(padded(text, 8)) == 8


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, []),
        ("考核结果", 4, ["考核", "结果"]),
        ("考核，结果", 4, ["考", "核，", "结果"]),
        ("满分143.98分", 8, ["满分", "143.98分"]),
        ("（二级）学院", 6, ["（二", "级）学", "院"]),
        ("one two", 3, ["one", "two"]),
        ("得分≥85%", 6, ["得分", "≥85%"]),
        ("abcdefgh", 4, ["abcdefgh"]),
    ],
)
def test_wrap(text: str, columns: int, lines: list[str]) -> None:
    """Words and numbers stay whole, punctuation stays with what it belongs to."""
    assert wrap(text, columns) == lines
    assert all(width(line) <= max(columns, narrowest(text)) for line in lines)
