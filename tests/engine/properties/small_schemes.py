"""Small random schemes with a year for each: nested groups, ceilings that bite, floors, exemptions, most rule kinds."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from assess.ground.numbers import plain
from assess.ground.tree import Rows, Table, Text, Tree
from assess.scheme.nodes import leaves
from assess.scheme.reading.building import build_scheme
from assess.scheme.scheme import Scheme
from assess.year.evidence import Evidence, Unit
from tests.engine.properties.material import Year, values_of, with_values

TYPES = ("college", "foundation")

_TOP = {
    "id": "random",
    "title": "随机小方案",
    "source": {"document": "办法"},
    "period": {"from": "2018-09-01", "to": "2019-08-31"},
    "lists": {"academic": {"label": "院部"}},
    "unit_types": {name: {"label": name, "list": "academic"} for name in TYPES},
    "populations": {"everyone": {"label": "全校", "types": list(TYPES)}},
    "parts": {"targets": {"label": "目标考核", "full": {"academic": "150"}, "indicators": {"partial": "convert"}}},
}

_HALVES = st.integers(1, 20).map(lambda number: Fraction(number, 2))


def as_tree(value: Any) -> Tree:  # noqa: ANN401 whatever a file may hold
    """The value as the file reader hands it over."""
    if isinstance(value, dict):
        return Table({Text(key): as_tree(inner) for key, inner in value.items()})
    if isinstance(value, list):
        return Rows([as_tree(inner) for inner in value])
    return None if value is None else Text(value)


@st.composite
def _leaf(draw: st.DrawFn, name: str) -> dict[str, Any]:
    full = draw(_HALVES)
    kind = draw(
        st.sampled_from([_judged, _deduction, _per_amount, _bands, _relative, _checklist, _target, _attainment])
    )
    return {"id": name, "label": f"指标{name}", "max": plain(full), **draw(kind(full))}


@st.composite
def _judged(draw: st.DrawFn, full: Fraction) -> dict[str, Any]:
    del full
    return {"mark_step": draw(st.sampled_from(["0.01", "0.1", "0.5"])), "rule": {"judged": {}}}


@st.composite
def _deduction(draw: st.DrawFn, full: Fraction) -> dict[str, Any]:
    floor = draw(st.sampled_from(["0", None, plain(full / 2)]))
    each = [{"events": "events", "points": plain(draw(_HALVES) / 4)}]
    return {
        "inputs": {"events": {"label": "事件", "events": {"unit": "起"}}},
        "rule": {"deduction": {"start": draw(st.sampled_from(["full", "judged"])), "floor": floor, "each": each}},
    }


@st.composite
def _per_amount(draw: st.DrawFn, full: Fraction) -> dict[str, Any]:
    steps = draw(st.sampled_from(["whole", "started", "proportional"]))
    every, points = plain(draw(_HALVES)), plain(draw(_HALVES))
    return {
        "inputs": {"amount": {"label": "数额", "unit": "元"}},
        "rule": {
            "per_amount": {"value": "amount", "every": every, "points": points, "steps": steps, "cap": plain(full)}
        },
    }


@st.composite
def _bands(draw: st.DrawFn, full: Fraction) -> dict[str, Any]:
    edges = sorted(draw(st.sets(st.integers(1, 99), min_size=1, max_size=3)), reverse=True)
    points = [full * (len(edges) - index) / (len(edges) + 1) for index in range(len(edges))]
    bands = [
        {"at_least": str(edge), "points": plain(Fraction(round(100 * p), 100))}
        for edge, p in zip(edges, points, strict=True)
    ]
    return {
        "inputs": {"share": {"label": "占比", "unit": "%", "at_most": "100"}},
        "rule": {"bands": {"value": "share", "bands": bands, "otherwise": draw(st.sampled_from(["0", "-1"]))}},
    }


@st.composite
def _relative(draw: st.DrawFn, full: Fraction) -> dict[str, Any]:
    return {
        "inputs": {
            "part": {"label": "部分", "unit": "人"},
            "whole": {"label": "全体", "unit": "人", "above": "0"},
        },
        "rule": {
            "relative": {
                "value": "part / whole",
                "better": "higher",
                "reference": draw(st.sampled_from(["pooled", "mean"])),
                "population": "everyone",
                "bands": [{"at_least": "1", "points": plain(full)}, {"at_least": "0.7", "points": plain(full / 4)}],
                "otherwise": "0",
            }
        },
    }


@st.composite
def _checklist(draw: st.DrawFn, full: Fraction) -> dict[str, Any]:
    del full
    number = draw(st.integers(1, 4))
    return {
        "inputs": {f"done{index}": {"label": f"第{index}项", "flag": "true"} for index in range(number)},
        "rule": {
            "checklist": {
                "items": [{"label": f"第{i}项", "when": {f"done{i}": {"at_least": "1"}}} for i in range(number)],
                "shares": "equal",
            }
        },
    }


@st.composite
def _target(draw: st.DrawFn, full: Fraction) -> dict[str, Any]:
    del full
    operator = draw(st.sampled_from(["at_least", "above", "at_most", "below", "equal"]))
    value = {"printed": "原文", operator: str(draw(st.integers(1, 99))), "unit": "次"}
    over = draw(st.sampled_from(["ratio", "linear", "per_point", "none"]))
    return {"rule": {"target": {"full": value, "over": over, "more": draw(st.sampled_from(["harm", "harmless"]))}}}


def _attainment(full: Fraction) -> st.SearchStrategy[dict[str, Any]]:
    del full
    return st.just({"rule": {"attainment": {"full": {"printed": "健全"}}}})


@st.composite
def _node(draw: st.DrawFn, names: Iterator[int], depth: int) -> dict[str, Any]:
    name = f"N{next(names)}"
    if depth == 0 or draw(st.booleans()):
        node: dict[str, Any] = draw(_leaf(name))
    else:
        children = [draw(_node(names, depth - 1)) for _ in range(draw(st.integers(1, 4)))]
        full, floor = plain(draw(_HALVES) * 3), draw(st.sampled_from(["0", None]))
        node = {"id": name, "label": f"类{name}", "max": full, "floor": floor, "indicators": children}
    exempt = draw(st.sampled_from([[], [], [], ["foundation"]]))
    return node | {"except": exempt}


@st.composite
def small_years(draw: st.DrawFn) -> Year:
    """A random scheme of up to a dozen indicators and a full year of two to five units."""
    names = iter(range(1000))
    trees = [{"list": "academic", "indicators": [draw(_node(names, 2)) for _ in range(draw(st.integers(1, 3)))]}]
    tree = as_tree(_TOP | {"targets": trees})
    assert isinstance(tree, Table)
    scheme = build_scheme(tree)
    units = [draw(_unit(scheme, index)) for index in range(draw(st.integers(2, 5)))]
    return Year(scheme, Evidence("random", "一年", tuple(units)))


@st.composite
def _unit(draw: st.DrawFn, scheme: Scheme, index: int) -> Unit:
    unit = Unit(f"u{index}", f"单位{index}", draw(st.sampled_from(TYPES)), order=draw(st.integers(0, 2)))
    for leaf in leaves(scheme.trees["academic"].nodes):
        if leaf.applies(unit.type):
            values = {slot.name: draw(values_of(slot)) for slot in leaf.slots.values()}
            unit = with_values(unit, leaf.id, values)
    return unit
