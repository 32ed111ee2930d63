"""Walks two sets of checked parameters and says what changed: `第2档由≥70%改为≥75%`, `上限由8分改为6分`.

It knows fields, lists and tables, not rule kinds: what a field is called stands with it (`Said`). A new kind needs no
line here.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol, Self

from pydantic import BaseModel

from assess.drafting.comparing.elements import paired, reordered
from assess.drafting.comparing.values import NONE, are_models, changed, in_full, is_compound, only_edges, same
from assess.ground.edges import SIGNS, Edges
from assess.ground.numbers import plain
from assess.ground.said import Said, said
from assess.rules.base import Rule
from assess.rules.grammar.bands import Band
from assess.rules.grammar.target_value import TargetValue

#: What is said of the edges of something that has more.
_BOUNDS = Said("允许值")


class Words(Protocol):
    """Puts one side's values into words."""

    def value(self, about: Said, value: object, owner: BaseModel | None = None) -> str:
        """One parameter's value."""

    def key(self, about: Said, key: object) -> str:
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
            yield from self._atom(_BOUNDS, only_edges(old), only_edges(new), where + _BOUNDS.noun)
        for name in type(new).model_fields:
            if name not in skipped:
                yield from self.field(name, old, new, where)

    def field(self, name: str, old: BaseModel, new: BaseModel, where: str = "") -> Iterator[str]:
        """What changed in one parameter."""
        before, after = getattr(old, name), getattr(new, name)
        if before == after:
            return
        about = said(type(new), name)
        what = where + about.noun
        if isinstance(before, Rule) and isinstance(after, Rule):
            yield from self.rule(before, after, where if _is_only(after, new) else f"{what}：")
        elif isinstance(before, Mapping) and isinstance(after, Mapping):
            yield from self._mapping(about, before, after, where)
        elif are_models(before) and are_models(after):
            yield from self._sequence(about, before, after, where)
        elif is_compound(before) and type(before) is type(after):
            yield from self.model(before, after, f"{what}的")
        else:
            yield from self._atom(about, before, after, what, (old, new))

    def _atom(
        self,
        about: Said,
        before: object,
        after: object,
        what: str,
        owners: tuple[BaseModel | None, BaseModel | None] = (None, None),
    ) -> Iterator[str]:
        if same(before, after):
            return
        texts = [
            NONE if value in (None, ()) else words.value(about, value, owner)
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

    def _sequence(self, about: Said, before: Any, after: Any, where: str) -> Iterator[str]:  # noqa: ANN401 of any models
        pairs, gone, come = paired(before, after)
        for index, other in pairs:
            yield from self._element(about, before[index], after[other], where + about.element_at(index))
        for index in gone:
            yield f"{where}取消{about.element_at(index)}：{_whole(self.old, about, before[index])}"
        for index in come:
            yield f"{where}增加{about.element_at(index)}：{_whole(self.new, about, after[index])}"
        if reordered(before, after):
            order = "；".join(self.new.value(about, one) for one in after)
            yield f"{where}{about.elements}的先后改为：{order}"

    def _element(self, about: Said, old: BaseModel, new: BaseModel, what: str) -> Iterator[str]:
        if isinstance(old, Rule) and isinstance(new, Rule):
            yield from self.rule(old, new, f"{what}：")
        elif type(old) is type(new):
            yield from self.model(old, new, f"{what}的")
        else:
            yield changed(what, self.old.value(about, old), self.new.value(about, new))

    def _mapping(self, about: Said, before: Mapping[Any, Any], after: Mapping[Any, Any], where: str) -> Iterator[str]:
        for key in [*before, *(key for key in after if key not in before)]:
            if key not in after:
                yield f"{where.removesuffix('的')}取消{_shown(self.old, about, key, before)}"
            elif key not in before:
                yield f"{where.removesuffix('的')}增加{_shown(self.new, about, key, after)}"
            elif before[key] != after[key]:
                yield from self._entry(about, before[key], after[key], (where, _key(self.old, about, key, before)))

    def _entry(self, about: Said, before: object, after: object, called: tuple[str, str]) -> Iterator[str]:
        where, key = called
        if isinstance(before, Rule) and isinstance(after, Rule):
            yield from self.rule(before, after, f"{where}{key.strip('“”')}：")
        elif isinstance(before, BaseModel) and isinstance(after, BaseModel) and is_compound(before):
            yield from self.model(before, after, f"{where}{key}的")
        else:
            yield from self._atom(about, before, after, f"{where}{key}的{about.noun}")


def _key(words: Words, about: Said, key: object, entries: Mapping[Any, Any]) -> str:
    """`“社会科学类”`, `第3名`; what has a label is called by it."""
    called = getattr(entries[key], "label", "") or words.key(about, key)
    return called if isinstance(key, int) else f"“{called}”"


def _shown(words: Words, about: Said, key: object, entries: Mapping[Any, Any]) -> str:
    """An entry that is new or gone: its key, and its value where the key does not say it."""
    text = "" if hasattr(entries[key], "label") else _whole(words, about, entries[key])
    called = _key(words, about, key, entries)
    called = f"{called}的{about.noun}" if isinstance(key, int) else f"{about.noun}{called}"
    return f"{called}：{text}" if text else called


def _whole(words: Words, about: Said, value: object) -> str:
    return words.rule(value) if isinstance(value, Rule) else words.value(about, value)


def _is_only(inner: Rule, outer: BaseModel) -> bool:
    """Whether `inner` is the one rule inside, so that a reader need not be told which."""
    return isinstance(outer, Rule) and [rule for _, rule, _ in outer.nested()] == [inner]
