"""Grades and awards, what the document prints and says twice, the steps of the procedure, readings."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from assess.drafting.comparing.finding import Difference, Theme
from assess.drafting.comparing.total import walker_of
from assess.drafting.comparing.values import NOTHING, changed
from assess.ground.numbers import plain
from assess.scheme.declared import Consequence, Step
from assess.scheme.nodes import all_nodes
from assess.scheme.scheme import Reading, Scheme


def selection_differences(old: Scheme, new: Scheme) -> Iterator[Difference]:
    """Quotas, conditions, bars, filling, awards."""
    if old.selection is not None and new.selection is not None:
        for text in walker_of(old, new).model(old.selection, new.selection):
            yield Difference(Theme.SELECTION, text)
    elif old.selection is not new.selection:
        yield Difference(Theme.SELECTION, "取消等次和评优" if new.selection is None else "新增等次和评优")


def stated_differences(old: Scheme, new: Scheme) -> Iterator[Difference]:
    """Totals that the document prints, and items that it states twice."""
    before, after = _stated(old), _stated(new)
    changes: dict[tuple[str, str, str], list[str]] = {}
    for kind, node in before | after:
        points = [f"{plain(one[kind, node])}分" if (kind, node) in one else NOTHING for one in (before, after)]
        if points[0] != points[1] and kind in new.unit_types:
            changes.setdefault((node, points[0], points[1]), []).append(new.unit_types[kind].label)
    labels = _labels(old) | _labels(new)
    for (node, was, now), kinds in changes.items():
        what = f"{'、'.join(kinds)}“{labels[node]}”印出的满分"
        yield Difference(Theme.STATED, changed(what, was, now))
    twice = [_overlaps(one) for one in (old, new)]
    for table, items in twice[0] | twice[1]:
        words = [one.get((table, items), NOTHING) for one in twice]
        if words[0] != words[1]:
            tree = new.trees.get(table) or old.trees[table]
            yield Difference(Theme.STATED, changed(f"{tree.label.partition('（')[0]} {items}", *words))


def _stated(scheme: Scheme) -> dict[tuple[str, str], Fraction]:
    return {(kind, one.node): one.points for one in scheme.stated_totals for kind in sorted(one.types)}


def _labels(scheme: Scheme) -> dict[str, str]:
    """What parts and indicators are called."""
    labels = {one.id: one.heading.label for tree in scheme.trees.values() for one in all_nodes(tree.nodes)}
    return labels | {part.id: part.label for part in scheme.parts}


def _overlaps(scheme: Scheme) -> dict[tuple[str, str], str]:
    relations = {"same": "内容重复", "contains": "一项包含另一项"}
    return {
        (one.table, "与".join(sorted(one.ids))): relations[one.relation] + (f"，{one.note}" if one.note else "")
        for one in scheme.overlaps
    }


#: Where it is written what is done, or what follows.
Clause = Step | Consequence


def procedure_differences(old: Scheme, new: Scheme) -> Iterator[Difference]:
    """Steps and consequences: by their words, then by their clause."""
    for what, before, after in (("步骤", old.steps, new.steps), ("后果", old.consequences, new.consequences)):
        for text in _clauses(what, before, after):
            yield Difference(Theme.PROCEDURE, text)


def _clauses(what: str, old: Sequence[Clause], new: Sequence[Clause]) -> Iterator[str]:
    gone = [one for one in old if one not in new]
    come = [one for one in new if one not in old]
    for one in gone:
        after = next((other for other in come if other.clause == one.clause), None)
        if after is None:
            yield f"取消{what}（{one.clause}）：{_said(one)}"
        else:
            come.remove(after)
            yield changed(f"{what}（{one.clause}）", _said(one), _said(after))
    for one in come:
        yield f"新增{what}（{one.clause}）：{_said(one)}"


def _said(one: Clause) -> str:
    return one.label if isinstance(one, Step) else f"{one.when}：{one.text}"


def reading_differences(old: Scheme, new: Scheme) -> Iterator[Difference]:
    """The register: questions, defaults, answers."""
    for name, one in old.readings.items():
        if name in new.readings:
            after = new.readings[name]
            about = f"{after.id}（{after.clause}）"
            yield from (Difference(Theme.READINGS, about + text) for text in _answers(one, after))
        else:
            text = f"取消{one.id}（{one.clause}）：{one.question}原默认：{one.choices[one.default].label}"
            yield Difference(Theme.READINGS, text)
    for name, one in new.readings.items():
        if name not in old.readings:
            text = f"新增{one.id}（{one.clause}）：{one.question}默认：{one.choices[one.default].label}"
            yield Difference(Theme.READINGS, text)


def _answers(old: Reading, new: Reading) -> Iterator[str]:
    for what, before, after in (("条款", old.clause, new.clause), ("问题", old.question, new.question)):
        if before != after:
            yield changed(f"的{what}", before, after)
    if old.default != new.default:
        yield changed("的默认理解", old.choices[old.default].label, new.choices[new.default].label)
    for name in [*old.choices, *(name for name in new.choices if name not in old.choices)]:
        before, after = (one.choices[name].label if name in one.choices else "" for one in (old, new))
        if not after:
            yield f"取消一种理解“{before}”"
        elif not before:
            yield f"增加一种理解“{after}”"
        elif before != after:
            yield changed("一种理解的说法", before, after)
