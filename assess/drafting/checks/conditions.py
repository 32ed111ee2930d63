"""Conditions on inputs that always hold, or never, whatever is entered."""

from collections.abc import Iterator

from assess.drafting.checks.check import Check, Finding
from assess.drafting.checks.number_line import domain_of_input, ladder_of
from assess.drafting.checks.subject import Applied, Subject
from assess.ground.tree import Path
from assess.rules.all_of import AllOf
from assess.rules.checklist import Checklist
from assess.rules.conditional import Conditional
from assess.rules.deduction import Deduction
from assess.rules.grammar.bands import Banded
from assess.rules.grammar.conditions import Conditions
from assess.rules.grammar.wording import label, requirement

THEME = "条件"


def fixed_conditions(subject: Subject) -> Iterator[Finding]:
    """Of the values that may be entered, some meet a condition and some do not."""
    for applied in subject.rules:
        for path, conditions in _conditions(applied):
            for name, edges in conditions.root.items():
                cuts = [edge for edge in (edges.low, edges.high) if edge is not None]
                cells = domain_of_input(applied.frame.inputs[name]).cells(cuts)
                met = {edges.holds(sample) for _, sample in cells}
                if len(met) == 1:
                    wording = label(name, applied.frame) + requirement(name, edges, applied.frame)
                    text = f"{applied.spot}的条件“{wording}”{'恒成立' if True in met else '永远不成立'}"
                    place = subject.place(*applied.spot.path, *applied.path, *path, name)
                    yield Finding(place, text, "请核对条件的界限，或数据的上下限")


def _conditions(applied: Applied) -> Iterator[tuple[Path, Conditions]]:
    """Every condition of a rule; bands that lie on one line are looked at as such."""
    rule = applied.rule
    if isinstance(rule, AllOf | Conditional):
        yield ("when",), rule.when
    elif isinstance(rule, Checklist):
        yield from ((("items", index, "when"), item.when) for index, item in enumerate(rule.items))
    elif isinstance(rule, Deduction):
        forms = ((index, getattr(form, "when", None)) for index, form in enumerate(rule.each))
        yield from ((("each", index, "when"), when) for index, when in forms if when is not None)
    elif isinstance(rule, Banded) and ladder_of(rule, applied.frame) is None:
        bands = ((index, band.when) for index, band in enumerate(rule.bands))
        yield from ((("bands", index, "when"), when) for index, when in bands if when is not None)


CHECKS = (
    Check(
        "fixed_condition",
        THEME,
        "条件恒成立或永不成立",
        "数据的上下限已经决定了条件的结果，这一条件不起作用。",
        fixed_conditions,
    ),
)
