"""Ids and names: either may be typed, and what is shown is the name."""

import pytest

from assess.ground.labelled import Labelled
from assess.ground.place import Place, ProblemsError

UNITS = Labelled(
    "单位",
    {
        "a": ("二级学院甲", "甲院"),
        "b": ("二级学院乙", "乙院", "二级学院甲（旧）"),
        "c": ("图书馆", "馆"),
        "d": ("档案馆", "馆"),
        "e": ("", ""),
    },
)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("a", "a"),
        ("二级学院甲", "a"),
        ("乙院", "b"),
        ("二级学院甲（旧）", "b"),
        ("二级学院甲(旧)", "b"),
        (" 二级学院 甲", "a"),
        ("A", "a"),
        ("e", "e"),
    ],
)
def test_a_word_means_one_thing(word: str, meant: str) -> None:
    """The id, the label, another name; or one of them with other blanks, widths or capitals."""
    assert UNITS.id_of(word) == meant


def test_only_what_is_written_so_is_named() -> None:
    """In a file nothing is guessed: capitals and widths count."""
    assert (UNITS.named("A"), UNITS.named("二级学院甲(旧)"), UNITS.named("甲院")) == ((), (), ("a",))


def test_a_label_goes_before_another_name() -> None:
    """Who is called so now is meant, not who was."""
    assert Labelled("单位", {"a": ("甲", "乙"), "b": ("乙",)}).id_of("乙") == "b"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("馆", "错误：有2个单位叫“馆”\n    → 请写编号：c、d"),
        ("图书", "错误：没有单位“图书”\n    → 是否想写：图书馆？"),
        ("？？？", "错误：没有单位“？？？”\n    → 可用的有：二级学院甲、二级学院乙、图书馆、档案馆、e"),
        ("", "错误：没有单位“”\n    → 可用的有：二级学院甲、二级学院乙、图书馆、档案馆、e"),
    ],
)
def test_a_word_that_means_nothing_or_too_much(word: str, said: str) -> None:
    """It is said with what is near, or with all labels; of several things with their ids."""
    with pytest.raises(ProblemsError) as caught:
        UNITS.id_of(word)
    assert str(caught.value) == said
    with pytest.raises(ProblemsError) as placed:
        UNITS.id_of(word, Place("命令行"))
    assert str(placed.value) == f"命令行: {said}"


def test_what_has_no_name_goes_by_its_id() -> None:
    """And so does what nobody knows."""
    assert [UNITS.label(name) for name in ("a", "e", "x")] == ["二级学院甲", "e", "x"]
    assert ("a" in UNITS, "x" in UNITS, list(UNITS)) == (True, False, ["a", "b", "c", "d", "e"])
