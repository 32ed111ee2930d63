"""Rules and inputs of target tables as a scheme file writes them: what is as usual is left away."""

from collections.abc import Iterator, Mapping

from assess.entered.inputs import Input
from assess.ground.edges import SIGNS, Edges
from assess.ground.plain import Plain
from assess.rules.attainment import Attainment
from assess.rules.grammar.target_value import OPERATORS, TargetValue
from assess.rules.target import Target


def rule_tree(rule: Target | Attainment) -> Mapping[str, Plain]:
    """`{target: {…}}` or `{attainment: {…}}`."""
    return {rule.kind: dict(_parameters(rule))}


def _parameters(rule: Target | Attainment) -> Iterator[tuple[str, Plain]]:
    if isinstance(rule, Target) and rule.value is not None:
        yield "value", rule.value.text
    if rule.half is not None:
        yield "half", value_tree(rule.half)
    yield "full", value_tree(rule.full)
    if rule.cycle:
        yield "cycle", rule.cycle
    if isinstance(rule, Target):
        yield from _of_target(rule)


def _of_target(rule: Target) -> Iterator[tuple[str, Plain]]:
    if not rule.possible.is_open:
        yield "possible", _edges_tree(rule.possible)
    for name in ("over", "per_point", "more", "on_line", "reason_from"):
        value = getattr(rule, name)
        if value != Target.model_fields[name].default:
            yield name, value


def _edges_tree(edges: Edges) -> Mapping[str, Plain]:
    return {name: edge for name in SIGNS if (edge := getattr(edges, name)) is not None}


def value_tree(value: TargetValue) -> Mapping[str, Plain]:
    """A printed value with how it is read."""
    tree: dict[str, Plain] = {"printed": value.printed}
    for name in (*OPERATORS, "per"):
        if (number := getattr(value, name)) is not None:
            tree[name] = number
    if value.unit:
        tree["unit"] = value.unit
    if value.no_requirement:
        tree["no_requirement"] = True
    return tree


def input_tree(spec: Input) -> Mapping[str, Plain]:
    """An input of a formula: a number without a unit, with its label and bounds."""
    tree: dict[str, Plain] = {"label": spec.label, "unitless": True}
    return tree | {name: edge for name in SIGNS if (edge := getattr(spec, name)) is not None}
