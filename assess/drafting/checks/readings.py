"""Readings: alternatives that cannot be used, and alternatives that change nothing."""

from collections.abc import Iterator

from assess.drafting.checks.check import Check, Finding
from assess.drafting.checks.subject import Subject
from assess.ground.numbers import NotANumberError, exact
from assess.ground.tree import Rows, Table, Tree, at, place_of
from assess.scheme.reading.overlays import locate, written_overlays
from assess.scheme.scheme import Scheme

THEME = "理解"


def unusable_alternatives(subject: Subject) -> Iterator[Finding]:
    """The scheme can be built under every alternative of every reading."""
    # Otherwise the mistake shows only in the meeting that wants to see the other result.
    for (reading, choice), built in subject.alternatives.items():
        if isinstance(built, Scheme):
            continue
        first = built[0]
        more = f"（共{len(built)}处）" if len(built) > 1 else ""
        text = f"{_named(subject, reading, choice)}后方案用不了{more}：{first.text}"
        place = first.place or subject.place("readings", reading, "choices", choice)
        yield Finding(place, text, first.hint or "请修改这个选择的overlay")


def idle_alternatives(subject: Subject) -> Iterator[Finding]:
    """Every alternative changes something, and so does each of its overlays."""
    scheme, nodes = subject.scheme, subject.paths
    written = list(written_overlays(subject.tree))
    for (reading, choice), built in subject.alternatives.items():
        own = [(target, put) for name, which, target, put in written if (name, which) == (reading, choice)]
        if not own and choice != scheme.readings[reading].default and isinstance(built, Scheme):
            text = f"{_named(subject, reading, choice)}时没有写要改什么（overlay），与默认相同"
            yield Finding(subject.place("readings", reading, "choices", choice), text, "请写出overlay，或删去这个选择")
        for target, put in own:
            paths = locate(subject.tree, target, nodes)
            if isinstance(paths, list) and all(_same(at(subject.tree, path), put) for path in paths):
                where = "/".join(map(str, target))
                text = f"{_named(subject, reading, choice)}时，{where}与原来相同，没有改动"
                yield Finding(place_of(target), text, "请核对put的内容")


def _named(subject: Subject, reading: str, choice: str) -> str:
    one = subject.scheme.readings[reading]
    return f"理解{reading}（{one.clause}）换成“{one.choices[choice].label}”（{choice}）"


def _same(one: Tree, other: Tree) -> bool:
    """Whether both mean the same: alike in every scalar, numbers by value."""
    if isinstance(one, Table) and isinstance(other, Table):
        return one.keys() == other.keys() and all(_same(value, other[key]) for key, value in one.items())
    if isinstance(one, Rows) and isinstance(other, Rows):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, str) and isinstance(other, str):
        try:
            return exact(str(one)) == exact(str(other))
        except NotANumberError:
            return one == other
    return one is None and other is None


CHECKS = (
    Check(
        "reading_unusable", THEME, "换了就用不了的理解", "想在会上看另一种结果时，方案却打不开。", unusable_alternatives
    ),
    Check("reading_idle", THEME, "换了也没有变化的理解", "以为改了，其实与原来相同。", idle_alternatives),
)
