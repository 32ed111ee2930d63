"""Random trees of indicators with and without full marks, with exemptions and with marks that people waive."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from assess.entered.values import Mark, Waived
from assess.ground.numbers import ZERO, plain
from assess.ground.tree import Table
from assess.scheme.reading.building import build_scheme
from assess.scheme.scheme import Scheme
from assess.year.evidence import Evidence, Unit
from tests.engine.properties.material import Year, with_values
from tests.engine.properties.small_schemes import TYPES, as_tree

Tree = dict[str, Any]

_TOP = {
    "id": "random",
    "title": "随机小方案",
    "source": {"document": "办法"},
    "period": {"from": "2018-09-01", "to": "2019-08-31"},
    "lists": {"academic": {"label": "院部"}},
    "unit_types": {name: {"label": name, "list": "academic"} for name in TYPES},
}
_HALVES = st.integers(1, 20).map(lambda number: Fraction(number, 2))
_EXEMPT = st.sampled_from([[], [], ["foundation"]])


def _per_amount(points: Fraction, cap: Fraction | None, value: str = "n") -> Tree:
    bound = {} if cap is None else {"cap": plain(cap)}
    return {"per_amount": {"value": value, "every": "1", "points": plain(points), **bound}}


def _inputs(*names: str) -> Tree:
    return {name: {"label": name, "unit": "项", "whole": "true"} for name in names}


@st.composite
def _marked(draw: st.DrawFn) -> Tree:
    return {"max": plain(draw(_HALVES)), "rule": {"judged": {"waivable": "true"}}}


@st.composite
def _summed(draw: st.DrawFn) -> Tree:
    """A sum with a mark that may be waived, something counted and, now and then, something uncapped."""
    judged, counted = draw(_HALVES), draw(_HALVES)
    uncapped = draw(st.sampled_from([[], [_per_amount(Fraction(1, 2), None, "m")]]))
    of = [{"judged": {"max": plain(judged), "waivable": "true"}}, _per_amount(draw(_HALVES), counted)]
    whole = plain(judged + counted)
    rule = {"sum": {"of": of, "ceiling": whole, "uncapped": uncapped}}
    return {"max": whole, "inputs": _inputs("n", "m"), "rule": rule}


@st.composite
def _bonus(draw: st.DrawFn) -> Tree:
    cap = draw(st.sampled_from([None, Fraction(1), Fraction(5)]))
    return {"inputs": _inputs("n"), "rule": _per_amount(draw(_HALVES), cap)}


def mark_of(tree: Tree) -> Fraction | None:
    """The full mark that is written for an indicator, or made up of those below a group; None for a bonus."""
    if "indicators" not in tree:
        return Fraction(tree["max"]) if "max" in tree else None
    marks = [mark for child in tree["indicators"] if (mark := mark_of(child)) is not None]
    return sum(marks, ZERO) if marks else None


@st.composite
def _node(draw: st.DrawFn, names: Iterator[int], depth: int, *, tidy: bool) -> Tree:
    head: Tree = {"id": f"N{next(names)}", "label": "指标", "except": draw(_EXEMPT)}
    if depth == 0 or draw(st.booleans()):
        leaf: Tree = draw(st.one_of(_marked(), _summed(), _bonus(), _bonus()))
        return head | leaf
    return draw(_group(names, depth, tidy=tidy, head=head))


@st.composite
def _group(draw: st.DrawFn, names: Iterator[int], depth: int, *, tidy: bool, head: Tree) -> Tree:
    children = [draw(_node(names, depth - 1, tidy=tidy)) for _ in range(draw(st.integers(1, 4)))]
    summed = mark_of({"indicators": children})
    written = summed if tidy and summed is not None else draw(_HALVES) * 3
    return head | {"max": plain(written), "indicators": children}


def built(indicators: list[Tree], full: Fraction, partial: str = "convert", at: str = "leaf") -> Scheme:
    """The scheme with these indicators."""
    part = {"label": "目标考核", "full": {"academic": plain(full)}, "indicators": {"partial": partial}}
    trees = [{"list": "academic", "indicators": indicators}]
    keys = {"parts": {"targets": part}, "targets": trees, "rounding": {"digits": "2", "at": at}}
    tree = as_tree(_TOP | keys)
    assert isinstance(tree, Table)
    return build_scheme(tree)


@st.composite
def trees(draw: st.DrawFn, *, tidy: bool = True) -> Tree:
    """One group around everything; `tidy`: each group's `max` is the sum of the full marks in it."""
    names = iter(range(1000))
    head: Tree = {"id": f"N{next(names)}", "label": "指标"}
    return draw(_group(names, 3, tidy=tidy, head=head).filter(lambda one: mark_of(one) is not None))


@st.composite
def units(draw: st.DrawFn, tree: Tree, number: int) -> tuple[Unit, ...]:
    """Units with something entered for every indicator; a third of the marks are waived."""
    return tuple(draw(_unit(tree, index)) for index in range(number))


@st.composite
def _unit(draw: st.DrawFn, tree: Tree, index: int) -> Unit:
    unit = Unit(f"u{index}", f"单位{index}", draw(st.sampled_from(TYPES)))
    for leaf in indicators_of(tree):
        values: dict[str, Any] = {name: Fraction(draw(st.integers(0, 12))) for name in leaf.get("inputs", {})}
        most = judged_most(leaf)
        if most is not None:
            mark = Mark(Fraction(draw(st.integers(0, int(most * 2))), 2), "")
            values["mark"] = draw(st.sampled_from([Waived(), (mark,), (mark,)]))
        unit = with_values(unit, leaf["id"], values)
    return unit


def indicators_of(tree: Tree) -> list[Tree]:
    """Everything scored, in document order."""
    if "indicators" not in tree:
        return [tree]
    return [leaf for child in tree["indicators"] for leaf in indicators_of(child)]


def judged_most(leaf: Tree) -> Fraction | None:
    """The highest mark that people may give; None where they give none."""
    (rule,) = leaf["rule"]
    if rule == "judged":
        return Fraction(leaf["max"])
    return Fraction(leaf["rule"]["sum"]["of"][0]["judged"]["max"]) if rule == "sum" else None


def year_of(scheme: Scheme, assessed: tuple[Unit, ...]) -> Year:
    """The units' year."""
    return Year(scheme, Evidence("random", "一年", assessed))
