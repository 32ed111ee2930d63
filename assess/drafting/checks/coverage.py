"""Who is assessed on what: unit types without indicators, indicators for nobody, populations of nobody."""

from collections.abc import Iterator

from assess.drafting.checks.attainable import assessed
from assess.drafting.checks.check import Check, Finding
from assess.drafting.checks.subject import Subject
from assess.scheme.nodes import Group

THEME = "适用范围"


def types_without_indicators(subject: Subject) -> Iterator[Finding]:
    """A unit type whose list counts indicators has at least one."""
    covered = {unit_type for _, unit_type in assessed(subject)}
    counting = {
        list_id
        for part in subject.scheme.parts
        if part.rules.sums_indicators
        for list_id, full in part.full.items()
        if full
    }
    for name, one in subject.scheme.unit_types.items():
        if one.list in counting and name not in covered:
            text = f"单位类型“{one.label}”没有一个指标，它在{subject.scheme.lists[one.list]}里永远算不出总分"
            place = subject.place("unit_types", name)
            yield Finding(place, text, "请核对各指标的except、only，或删去这个类型")


def nodes_for_nobody(subject: Subject) -> Iterator[Finding]:
    """Every indicator and group applies to some unit type."""
    inside: set[tuple[str, str]] = set()
    for spot in subject.spots:
        empty = not spot.node.heading.types
        if isinstance(spot.node, Group) and empty:
            # One line for the group says it for everything below.
            inside |= {(spot.indicators.id, child.id) for child in spot.node.children}
        if empty and (spot.indicators.id, spot.node.id) not in inside:
            text = f"{spot}对任何单位类型都不适用"
            yield Finding(subject.place(*spot.path), text, "请核对本级和上级的except、only")


def populations_of_nobody(subject: Subject) -> Iterator[Finding]:
    """Some unit type of a rule's population is assessed on the indicator, so that there is somebody to compare with."""
    for applied in subject.rules:
        population = getattr(applied.rule, "population", None)
        if not any(True for _ in applied.rule.figures()) or population is None:
            continue
        one = subject.scheme.populations[population]
        if not frozenset(one.types) & applied.spot.node.heading.types:
            text = f"{applied.spot}与“{one.label}”比较，而其中没有一类单位参加这一指标"
            yield Finding(subject.place(*applied.spot.path, *applied.path, "population"), text, "请核对比较范围")


CHECKS = (
    Check(
        "type_without_indicators",
        THEME,
        "没有指标的单位类型",
        "这类单位永远是“未完成”，排不出名次。",
        types_without_indicators,
    ),
    Check(
        "node_for_nobody",
        THEME,
        "没有单位适用的指标",
        "谁都不适用的指标等于没有写，满分却可能算了它。",
        nodes_for_nobody,
    ),
    Check(
        "population_empty", THEME, "没有可比的单位", "比较范围里没有参加的单位，人人都得0分。", populations_of_nobody
    ),
)
