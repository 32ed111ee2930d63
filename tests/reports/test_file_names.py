"""Names of files on every desk."""

import pytest

from assess.reports.file_names import distinct, safe


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("二级学院甲", "二级学院甲"),
        ('a<b>c:d"e/f\\g|h?i*j', "a＜b＞c：d”e／f＼g｜h？i＊j"),
        ("教务处（挂\n牌子）\t", "教务处（挂 牌子）"),
        ("办公室. ", "办公室"),
        ("a\x00b\u200bc\u202ed", "abcd"),
        ("../../etc", "／..／etc"),
        ("...", "未命名"),
        ("", "未命名"),
    ],
)
def test_a_name_holds_nothing_that_a_desk_forbids(name: str, expected: str) -> None:
    """Forbidden signs become their full-width forms, invisible ones and dots at the ends go."""
    assert safe(name) == expected


def test_a_long_name_is_cut() -> None:
    """A name is never longer than a path of Windows bears."""
    assert safe("学" * 300) == "学" * 40


def test_equal_names_get_numbers() -> None:
    """Two units of one name, or of names that differ in case only, get two files."""
    names = ["甲", "甲", "A", "a", "甲-2", "甲"]
    assert distinct(names, ".pdf") == ["甲.pdf", "甲-2.pdf", "A.pdf", "a-2.pdf", "甲-2-2.pdf", "甲-3.pdf"]
