"""What became of units inside a year, in sentences that terminal and paper share; who continues whom."""

from collections.abc import Iterable, Iterator
from typing import Literal

from assess.ground.days import day_words
from assess.year.evidence import Unit

#: What of a unit may have been otherwise before a day.
Changing = Literal["name", "head", "table"]


def with_former_names(unit: Unit) -> str:
    """`信息工程学院（原计算机学院）`, as a paper calls it on which people look for either name."""
    former = [was for was, _, _ in changes_of(unit, "name")]
    return f"{unit.name}（原{'、'.join(former)}）" if former else unit.name


def changes_of(unit: Unit, what: Changing) -> Iterator[tuple[str, str, str]]:
    """What it was, what it became, and from which day on, oldest first."""
    rows = sorted((one.changed, getattr(one, what)) for one in unit.history.formerly if getattr(one, what))
    for number, (changed, was) in enumerate(rows, 1):
        became = rows[number][1] if number < len(rows) else getattr(unit, what)
        yield was, became or "", changed


class Succession:
    """The units of a year by who continues whom."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._units = {unit.id: unit for unit in units}
        self._before: dict[str, list[Unit]] = {}
        for unit in sorted(self._units.values(), key=lambda one: (one.order, one.id)):
            for name in unit.history.successors:
                self._before.setdefault(name, []).append(unit)

    def before(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that became a part of it, or from which it was split, in the office's order."""
        return tuple(self._before.get(unit.id, ()))

    def after(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that continue it."""
        return tuple(self._units[name] for name in unit.history.successors)

    def ending(self, unit: Unit) -> str:
        """`已并入信息工程学院（最后一天2019年3月31日）`, or what else became of a unit that has a last day."""
        last_day = f"（最后一天{day_words(unit.history.until)}）"
        after = self.after(unit)
        if not after:
            return f"已撤销{last_day}"
        return f"已{'并入' if len(after) == 1 else '分设为'}{named(after)}{last_day}"

    def beginnings(self, unit: Unit) -> Iterator[str]:
        """How it came into being in the year, and what became a part of it since."""
        before, since = self.before(unit), unit.history.since
        if since:
            yield f"{day_words(since)}{self._founded(before)}"
            return
        for one in before:
            # from a split a part only came to it
            part = "一部分" if len(one.history.successors) > 1 else ""
            yield f"{one.name}{part}已并入本单位（最后一天{day_words(one.history.until)}）"

    @staticmethod
    def _founded(before: tuple[Unit, ...]) -> str:
        if len(before) > 1:
            return f"由{named(before)}合并设立"
        if before:
            return f"由{named(before)}{'分设' if len(before[0].history.successors) > 1 else '改设'}"
        return "新设立"


def named(units: Iterable[Unit]) -> str:
    """Their full names."""
    return "、".join(unit.name for unit in units)


def renamings(unit: Unit) -> Iterator[str]:
    """`2019年1月15日由计算机学院更名为信息工程学院`, oldest first."""
    for was, became, changed in changes_of(unit, "name"):
        yield f"{day_words(changed)}由{was}更名为{became}"
