"""The walker over parameters: every rule kind there is, and one that nobody has heard of."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal

import pytest
from pydantic import TypeAdapter

from assess.drafting.comparing.elements import paired, reordered
from assess.drafting.comparing.plain_words import PlainWords
from assess.drafting.comparing.values import changed
from assess.drafting.comparing.walker import Walker
from assess.entered.inputs import Amount, RecordClass
from assess.ground.edges import Edges
from assess.ground.model import Exact
from assess.ground.numbers import plain
from assess.ground.said import Said, Turn
from assess.rules.base import Rule
from assess.rules.grammar.bands import Band
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.rule_words import RuleWords
from assess.rules.judged import Judged
from assess.rules.registry import any_rule, kinds
from assess.scheme.selection import Publicity
from tests.rules.conftest import as_tree

FRAME = Frame("K1", "指标", Fraction(8), Fraction(1))
RULE: TypeAdapter[Rule] = TypeAdapter(any_rule())


class Unheard(Rule):
    """A rule kind that says nothing of its parameters."""

    kind: ClassVar[str] = ""
    title: ClassVar[str] = "新办法"

    boost: Exact
    mode: Literal["soft", "hard"] = "soft"
    slices: tuple[Band, ...] = ()


def said(old: Rule, new: Rule) -> list[str]:
    """What the walker says about two rules of the same leaf."""
    return list(Walker(RuleWords(FRAME, {}), RuleWords(FRAME, {})).rule(old, new))


def test_a_kind_without_words() -> None:
    """A parameter that has no word is called by its own name."""
    old = Unheard(boost=Fraction(1), slices=(Band(at_least=Fraction(5), points=Fraction(1)),))
    new = Unheard(boost=Fraction(2), mode="hard", slices=(Band(at_least=Fraction(6), points=Fraction(1)),))
    assert said(old, new) == ["boost由1改为2", "mode由soft改为hard", "第1项由≥5改为≥6"]


class Outspoken(Rule):
    """A rule kind that brings the words of its parameters, in whatever order they stand in its file."""

    kind: ClassVar[str] = ""
    title: ClassVar[str] = "另一种新办法"

    rest: Annotated[Exact, Said("剩下的", unit="分", turn=Turn.REST)]
    boost: Annotated[Exact, Said("加成", word="加", unit="倍")]
    mode: Annotated[Literal["soft", "hard"], Said("力度", choices={"soft": "从宽", "hard": "从严"})] = "soft"
    whose: Annotated[str | None, Said("谁的", word="", turn=Turn.SUBJECT, shown=lambda name, _: f"《{name}》")] = None
    slices: Annotated[tuple[Band, ...], Said("分段", word="", element="第{}段", between="；")] = ()
    by_type: Annotated[dict[str, Exact] | None, Said("各类的数", labelled=True)] = None
    secret: Annotated[Exact | None, Said("不说的", mention="never")] = None
    quirk: Annotated[bool, Said("怪癖", mention="unusual")] = False


def test_a_kind_that_brings_its_words() -> None:
    """What is said of parameters stands with them alone: nothing else names them."""
    old = Outspoken(boost=Fraction(1), rest=Fraction(3), slices=(band(1, at_least=5), band(2, below=9)))
    new = Outspoken(
        rest=Fraction(3),
        boost=Fraction(2),
        mode="hard",
        whose="甲",
        slices=(band(2, below=9), band(1, at_least=6)),
        by_type={"college": Fraction(7)},
        secret=Fraction(1),
        quirk=True,
    )
    words = RuleWords(FRAME, {"college": "学院"})
    assert words.rule(old) == "另一种新办法：加1倍，力度从宽，≥5计1分；<9计2分，剩下的3分"
    assert words.rule(new) == (
        "另一种新办法：《甲》，加2倍，力度从严，<9计2分；≥6计1分，各类的数学院7，怪癖是，剩下的3分"
    )
    assert list(Walker(words, words).rule(old, new)) == [
        "加成由1倍改为2倍",
        "力度由从宽改为从严",
        "谁的由不设改为《甲》",
        "第1段由≥5改为≥6",
        "各类的数由不设改为学院7",
        "不说的由不设改为1",
        "怪癖由否改为是",
    ]


def numbers(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:  # noqa: ANN401 a written tree
    """Every number in a rule as it is written, with the path to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from numbers(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from numbers(inner, (*path, index))
    elif isinstance(value, str) and value.replace(".", "", 1).lstrip("-").isdecimal():
        yield path, value


def with_number(value: Any, path: tuple[str | int, ...], number: str) -> Any:  # noqa: ANN401 a written tree
    """The same with `number` at `path`."""
    if not path:
        return number
    step, *rest = path
    if isinstance(value, dict):
        return {key: with_number(inner, tuple(rest), number) if key == step else inner for key, inner in value.items()}
    return [with_number(inner, tuple(rest), number) if index == step else inner for index, inner in enumerate(value)]


CHANGES = [
    pytest.param(rule.example.leaf["rule"], path, number, id=f"{kind}: {'.'.join(map(str, path))}")
    for kind, rule in kinds().items()
    for path, number in numbers(rule.example.leaf["rule"])
]


@pytest.mark.parametrize(("written", "path", "number"), CHANGES)
def test_every_number_of_every_kind(written: Any, path: tuple[str | int, ...], number: str) -> None:  # noqa: ANN401 a written tree
    """Each number in the worked case of each rule kind, changed alone, is one sentence that says old and new."""
    old = RULE.validate_python(as_tree(written))
    new = RULE.validate_python(as_tree(with_number(written, path, plain(Fraction(number) + 1))))
    sentences = said(old, new)
    assert len(sentences) == 1
    assert "改为" in sentences[0]


def test_numbers_that_readers_see_rounded() -> None:
    """Two numbers that look alike when rounded are said in full."""
    assert said(Unheard(boost=Fraction(1, 100000)), Unheard(boost=Fraction(1, 50000))) == [
        "boost由0.00001改为0.00002",
    ]


def test_another_kind() -> None:
    """Another kind is said with both rules whole."""
    assert said(Judged(), Unheard(boost=Fraction(1))) == ["由“评分”改为“新办法：boost1，modesoft”"]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("8分", "6分", "上限由8分改为6分"),
        ("8分", "不设", "上限由8分改为不设"),
        ("甲、乙", "不设", "上限由“甲、乙”改为不设"),
        ("一二三四五六七八九十一二三四五六七", "无", "上限由“一二三四五六七八九十一二三四五六七”改为无"),
    ],
)
def test_a_sentence(before: str, after: str, sentence: str) -> None:
    """What is long or has a comma stands in quotation marks, 不设 and 无 never do."""
    assert changed("上限", before, after) == sentence


def band(points: int, **edges: int) -> Band:
    """A band with whole edges."""
    return Band(points=Fraction(points), **{name: Fraction(edge) for name, edge in edges.items()})


@pytest.mark.parametrize(
    ("first", "second", "matters"),
    [
        (band(2, at_least=80), band(1, below=90), True),
        (band(2, at_least=80), band(1, below=80), False),
        (band(2, at_least=80), band(1, at_most=80), True),
        (band(2, above=80), band(1, at_most=80), False),
        (band(2, at_least=80), band(2, below=90), False),
        (band(2, at_least=80), band(1, at_least=90), True),
        (band(2, at_least=80, below=85), band(1, at_least=85), False),
        (band(2), band(1, at_least=85), True),
    ],
)
def test_bands_that_change_places(first: Band, second: Band, matters: bool) -> None:  # noqa: FBT001 a plain yes or no
    """Their order matters where both may hold and give different points."""
    assert reordered([first, second], [second, first]) is matters
    assert reordered([first, second], [first, second]) is False


def test_order_of_bands_is_said() -> None:
    """Bands that overlap and change places are said in their new order."""
    first, second = band(2, at_least=80), band(1, below=90)
    old, new = Unheard(boost=Fraction(1), slices=(first, second)), Unheard(boost=Fraction(1), slices=(second, first))
    assert said(old, new) == ["各项的先后改为：<90计1分；≥80计2分"]


def test_the_most_alike_belong_together() -> None:
    """Of what is left over, elements that share most are one changed element; the rest is gone or new."""
    assert paired([band(1, below=5), Judged()], [Judged(waivable=True)]) == ([(1, 0)], [0], [])
    assert paired([band(1)], [Judged()]) == ([(0, 0)], [], [])


def test_plain_words() -> None:
    """Words outside of rules: numbers with what follows them, yes and no, edges, tables, several."""
    words = PlainWords({"college": "学院"}, "元")
    plainly = Said("数")
    assert words.value(Said("名额", unit="个"), Fraction(2)) == "2个"
    assert words.value(plainly, value=True) == "是"
    assert words.value(plainly, Edges()) == "任何数"
    assert words.value(plainly, {"college": Fraction(2)}) == "college2"
    assert words.value(Said("名额", labelled=True), {"college": Fraction(2)}) == "学院2"
    assert words.value(plainly, ("a", "b")) == "a、b"
    assert words.value(Said("办法", choices={"a": "甲法"}), ("a", "b")) == "甲法、b"
    assert words.value(plainly, RecordClass(weight=Fraction(2))) == "2"
    assert words.value(plainly, RecordClass()) == ""
    assert words.value(plainly, Amount(label="经费", unit="元", at_least=Fraction(1))) == "≥1元"
    assert words.value(plainly, Publicity(working_days=7)) == "7天"
    assert words.rule(Judged()) == "评分"
    assert words.inside(Judged()) is words
