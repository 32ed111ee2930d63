"""Top places and rank tables: overrides without effect, more places than units, gaps in the ranks."""

from collections.abc import Iterator
from typing import cast

from assess.drafting.checks.check import Check, Finding
from assess.drafting.checks.number_line import ladder_of
from assess.drafting.checks.subject import Applied, Subject
from assess.rules.grammar.bands import Banded
from assess.rules.grammar.wording import in_points
from assess.rules.rank_table import RankTable
from assess.rules.top import Top

THEME = "名次"


def _tops(subject: Subject) -> Iterator[tuple[Applied, Top]]:
    return ((applied, applied.rule) for applied in subject.rules if isinstance(applied.rule, Top))


def _tables(subject: Subject) -> Iterator[tuple[Applied, RankTable]]:
    return ((applied, applied.rule) for applied in subject.rules if isinstance(applied.rule, RankTable))


def _at(subject: Subject, applied: Applied, key: str, text: str, hint: str) -> Finding:
    return Finding(subject.place(*applied.spot.path, *applied.path, key), f"{applied.spot}：{text}", hint)


def top_without_effect(subject: Subject) -> Iterator[Finding]:
    """Wherever the precondition of a top-N override holds, its points are more than the bands give anyway."""
    for applied, rule in _tops(subject):
        inner = cast("Banded", rule.otherwise)
        ladder = ladder_of(inner, applied.frame, rule.when)
        if ladder is None:
            continue
        given = {rung.points for rung in ladder.rungs if rule.when.holds(rung.sample)}
        condition = inner.edges_text(rule.when, applied.frame)
        named = f"前{rule.ranks}名" + (f"且{condition}" if condition else "")
        if not given:
            text = f"“{named}”一档（{in_points(rule.points)}）永远用不到：数据的上下限不允许{condition}"
        elif max(given) > rule.points:
            text = f"“{named}”计{in_points(rule.points)}，比按分档可得的{in_points(max(given))}还少"
        elif given == {rule.points}:
            already = f"{condition}时按分档已得的" if condition else "按分档已得的"
            text = f"“{named}”计{in_points(rule.points)}，与{already}{in_points(rule.points)}相同，这一档不起作用"
        else:
            continue
        yield _at(subject, applied, "points", text, "请对照原文核对前几名的分值和下一档的分值")


def more_places_than_units(subject: Subject) -> Iterator[Finding]:
    """A top-N rule leaves somebody out, and a rank table has no place that nobody can take."""
    # How many units there are is known only where the unit types of the population declare their `count`.
    for applied, rule in _tops(subject):
        size = _size(subject, applied, rule.population)
        if size is not None and rule.ranks >= size:
            text = f"取前{rule.ranks}名，而“{_label(subject, rule.population)}”一共只有{size}个单位，人人都在其内"
            yield _at(subject, applied, "ranks", text, "请核对名次数和比较范围")
    for applied, table in _tables(subject):
        size, last = _size(subject, applied, table.population), max(table.points)
        if size is not None and last > size:
            text = f"名次写到第{last}名，而“{_label(subject, table.population)}”一共只有{size}个单位"
            yield _at(subject, applied, "points", text, "请核对名次表和比较范围")


def _size(subject: Subject, applied: Applied, population: str) -> int | None:
    """How many units are compared: the members of the population to whom the leaf applies."""
    return subject.units(frozenset(subject.scheme.populations[population].types) & applied.spot.node.heading.types)


def _label(subject: Subject, population: str) -> str:
    return subject.scheme.populations[population].label


def outside_the_ranking(subject: Subject) -> Iterator[Finding]:
    """Every unit type to which a top-N override applies is in the population that is ranked."""
    for applied, rule in _tops(subject):
        outside = applied.frame.types.difference(subject.scheme.populations[rule.population].types)
        if outside:
            label = _label(subject, rule.population)
            text = f"排名只在“{label}”内，{subject.type_names(outside)}永远进不了前{rule.ranks}名"
            yield _at(subject, applied, "population", text, "请核对比较范围，或用by_type给这些类型另写规则")


def rank_gaps(subject: Subject) -> Iterator[Finding]:
    """The ranks of a rank table run from 1 without a gap, and later ranks get no more than the last one named."""
    for applied, table in _tables(subject):
        ranks = sorted(table.points)
        absent = [rank for rank in range(1, ranks[-1]) if rank not in table.points]
        least = table.points[ranks[-1]]
        if absent:
            which = "、".join(f"第{rank}名" for rank in absent)
            text = f"名次表缺{which}，按其余计{in_points(table.otherwise)}，而第{ranks[-1]}名计{in_points(least)}"
        elif table.otherwise > least:
            text = f"第{ranks[-1]}名计{in_points(least)}，再往后的名次反而计{in_points(table.otherwise)}"
        else:
            continue
        yield _at(subject, applied, "points", text, "请把名次写连续，并核对otherwise（其余名次的分值）")


CHECKS = (
    Check(
        "top_no_effect",
        THEME,
        "前几名一档不起作用",
        "前几名得的分与按分档得的一样，这条激励等于没有写。",
        top_without_effect,
    ),
    Check("places_exceed_units", THEME, "名次多于单位数", "名次比单位还多，排名就分不出先后。", more_places_than_units),
    Check(
        "outside_ranking",
        THEME,
        "参加考核却不参加排名",
        "不在比较范围内的单位永远得不到前几名的分。",
        outside_the_ranking,
    ),
    Check("rank_gap", THEME, "名次表不连续", "缺一个名次，那一名会得“其余”的分，比后一名还少。", rank_gaps),
)
