"""Walks two sets of checked parameters and says what changed: `第2档由≥70%改为≥75%`, `上限由8分改为6分`.

It knows fields, lists and tables, not rule kinds: a new kind needs no line here.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol, Self

from pydantic import BaseModel

from assess.drafting.comparing.elements import paired, reordered
from assess.drafting.comparing.nouns import element, noun
from assess.drafting.comparing.values import NONE, are_models, changed, in_full, is_compound, only_edges, same
from assess.ground.edges import SIGNS, Edges
from assess.ground.numbers import plain
from assess.rules.base import Rule
from assess.rules.grammar.bands import Band
from assess.rules.grammar.target_value import TargetValue


class Words(Protocol):
    """Puts one side's values into words."""

    def value(self, name: str, value: object, owner: BaseModel | None = None) -> str:
        """One parameter's value."""

    def key(self, name: str, key: object) -> str:
        """A key of a table of parameters."""

    def rule(self, rule: Rule) -> str:
        """A whole rule."""

    def test(self, edges: Edges) -> str:
        """What is asked of a value."""

    def inside(self, rule: Rule) -> Self:
        """The words for the parameters of `rule`."""


class Walker:
    """Compares parameters of an old and a new scheme, each in its own words."""

    def __init__(self, old: Words, new: Words) -> None:
        self.old = old
        self.new = new

    def rule(self, old: Rule, new: Rule, where: str = "") -> Iterator[str]:
        """What changed in a rule; another kind is said with both whole."""
        if type(old) is type(new):
            yield from Walker(self.old.inside(old), self.new.inside(new)).model(old, new, where)
            return
        yield f"{where}由“{self.old.rule(old)}”改为“{self.new.rule(new)}”"

    def model(self, old: BaseModel, new: BaseModel, where: str = "") -> Iterator[str]:
        """What changed in parameters of one kind."""
        if isinstance(old, Band) and isinstance(new, Band):
            yield from self._band(old, new, where)
            return
        skipped: set[str] = set()
        if isinstance(old, Edges) and isinstance(new, Edges):
            skipped = set(SIGNS)
            yield from self._atom("", only_edges(old), only_edges(new), f"{where}允许值")
        for name in type(new).model_fields:
            if name not in skipped:
                yield from self.field(name, old, new, where)

    def field(self, name: str, old: BaseModel, new: BaseModel, where: str = "") -> Iterator[str]:
        """What changed in one parameter."""
        before, after = getattr(old, name), getattr(new, name)
        if before == after:
            return
        what = where + noun(new, name)
        if isinstance(before, Rule) and isinstance(after, Rule):
            yield from self.rule(before, after, where if _is_only(after, new) else f"{what}：")
        elif isinstance(before, Mapping) and isinstance(after, Mapping):
            yield from self._mapping(name, before, after, (where, noun(new, name)))
        elif are_models(before) and are_models(after):
            yield from self._sequence(name, before, after, where)
        elif is_compound(before) and type(before) is type(after):
            yield from self.model(before, after, f"{what}的")
        else:
            yield from self._atom(name, before, after, what, (old, new))

    def _atom(
        self,
        name: str,
        before: object,
        after: object,
        what: str,
        owners: tuple[BaseModel | None, BaseModel | None] = (None, None),
    ) -> Iterator[str]:
        if same(before, after):
            return
        texts = [
            NONE if value in (None, ()) else words.value(name, value, owner)
            for words, value, owner in zip((self.old, self.new), (before, after), owners, strict=True)
        ]
        if texts[0] == texts[1] and isinstance(before, TargetValue) and isinstance(after, TargetValue):
            what, texts = f"{what}的印法", [before.printed, after.printed]
        elif texts[0] == texts[1]:
            texts = [in_full(value) for value in (before, after)]
        if texts[0] != texts[1]:
            yield changed(what, texts[0] or NONE, texts[1] or NONE)

    def _band(self, old: Band, new: Band, where: str) -> Iterator[str]:
        tests = [self.old.test(old), self.new.test(new)]
        what = where.removesuffix("的")
        points = [f"{plain(band.points)}分" for band in (old, new)]
        if old.points == new.points:
            yield from () if tests[0] == tests[1] else (changed(what, *tests),)
        elif tests[0] == tests[1]:
            yield changed(f"{what}（{tests[0]}）", *points)
        else:
            yield changed(what, *(f"{test}计{given}" for test, given in zip(tests, points, strict=True)))

    def _sequence(self, name: str, before: Any, after: Any, where: str) -> Iterator[str]:  # noqa: ANN401 of any models
        pairs, gone, come = paired(before, after)
        for index, other in pairs:
            yield from self._element(before[index], after[other], where + element(name, index))
        for index in gone:
            yield f"{where}取消{element(name, index)}：{_whole(self.old, name, before[index])}"
        for index in come:
            yield f"{where}增加{element(name, index)}：{_whole(self.new, name, after[index])}"
        if reordered(before, after):
            order = "；".join(self.new.value(name, one) for one in after)
            yield f"{where}{element(name, 0).replace('第1', '各')}的先后改为：{order}"

    def _element(self, old: BaseModel, new: BaseModel, what: str) -> Iterator[str]:
        if isinstance(old, Rule) and isinstance(new, Rule):
            yield from self.rule(old, new, f"{what}：")
        elif type(old) is type(new):
            yield from self.model(old, new, f"{what}的")
        else:
            yield changed(what, self.old.value("each", old), self.new.value("each", new))

    def _mapping(
        self,
        name: str,
        before: Mapping[Any, Any],
        after: Mapping[Any, Any],
        called: tuple[str, str],
    ) -> Iterator[str]:
        where, what = called
        for key in [*before, *(key for key in after if key not in before)]:
            if key not in after:
                yield f"{where.removesuffix('的')}取消{_shown(self.old, name, key, before, what)}"
            elif key not in before:
                yield f"{where.removesuffix('的')}增加{_shown(self.new, name, key, after, what)}"
            elif before[key] != after[key]:
                yield from self._entry(name, before[key], after[key], (where, what, _key(self.old, name, key, before)))

    def _entry(self, name: str, before: object, after: object, called: tuple[str, str, str]) -> Iterator[str]:
        where, what, key = called
        if isinstance(before, Rule) and isinstance(after, Rule):
            yield from self.rule(before, after, f"{where}{key.strip('“”')}：")
        elif isinstance(before, BaseModel) and isinstance(after, BaseModel) and is_compound(before):
            yield from self.model(before, after, f"{where}{key}的")
        else:
            yield from self._atom(name, before, after, f"{where}{key}的{what}")


def _key(words: Words, name: str, key: object, entries: Mapping[Any, Any]) -> str:
    """`“社会科学类”`, `第3名`; what has a label is called by it."""
    called = getattr(entries[key], "label", "") or words.key(name, key)
    return called if isinstance(key, int) else f"“{called}”"


def _shown(words: Words, name: str, key: object, entries: Mapping[Any, Any], what: str) -> str:
    """An entry that is new or gone: its key, and its value where the key does not say it."""
    text = "" if hasattr(entries[key], "label") else _whole(words, name, entries[key])
    called = _key(words, name, key, entries)
    called = f"{called}的{what}" if isinstance(key, int) else f"{what}{called}"
    return f"{called}：{text}" if text else called


def _whole(words: Words, name: str, value: object) -> str:
    return words.rule(value) if isinstance(value, Rule) else words.value(name, value)


def _is_only(inner: Rule, outer: BaseModel) -> bool:
    """Whether `inner` is the one rule inside, so that a reader need not be told which."""
    return isinstance(outer, Rule) and [rule for _, rule, _ in outer.nested()] == [inner]
