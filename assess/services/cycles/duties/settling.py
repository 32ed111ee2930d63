"""Settling who is responsible for what, and taking it back: all that is ordered in one step, or nothing of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assess.ground.days import typed_day
from assess.ground.place import Problem, raise_errors
from assess.ground.tree import Text
from assess.scheme.items import items_of
from assess.scheme.scheme import Scheme
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.duties.book import address_of, cells_of_duties, duties_of, fields_of
from assess.services.cycles.entering import refuse_unkeepable
from assess.storage.acts import Act
from assess.storage.cycles import stored_year
from assess.storage.database import Database
from assess.storage.ledger import Changed
from assess.storage.shelves import Key
from assess.year.duties import Duties, Duty

#: Longest name of a department or person, and most assessors of one item.
LONGEST_NAME, MOST_ASSESSORS = 60, 50


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be settled, as it was typed; None: stays as it is. No `valid_from`: as `settle` says."""

    item: Text
    department: Text | None = None
    assessors: Sequence[Text] | None = None
    due: Text | None = None
    valid_from: Text | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of it: the duties as they were ordered, and the changes."""

    duties: tuple[Duty, ...]
    changed: Sequence[Changed]


def settle(database: Database, code: str, orders: Sequence[Order], act: Act) -> Settled:
    """Settle duties, all of them or none. Raises `ProblemsError` with every mistake.

    Without a first day the first duty of an item holds from the beginning of the period, a later one from today
    (the day of `act`), unless it says what holds anyway. Whoever changes what was settled says why, with the order or
    with `act`.
    """
    with database.writing() as session:
        stored = stored_year(session, code, to_write=True)
        source = StoredSource(stored)
        desk = _Desk(source.built(), duties_of(stored))
        duties = desk.duties(orders, act)
        cells = cells_of_duties(duties)
        refuse_unkeepable(source, cells)
        kept = {Key(cell.address, cell.field) for cell in cells}
        gone = [key for one in duties for key in _keys(one) if key not in kept]
        return Settled(tuple(duties), stored.write(cells, gone, act))


def take_back(database: Database, code: str, item: Text, valid_from: Text | None, act: Act) -> Settled:
    """Remove the duty of an item, with several the one from that day on; the one before holds again.

    Raises `ProblemsError` where there is none, or it is not clear which one is meant.
    """
    with database.writing() as session:
        stored = stored_year(session, code, to_write=True)
        source = StoredSource(stored)
        desk = _Desk(source.built(), duties_of(stored))
        duty = desk.the_one(item, valid_from)
        return Settled((duty,), stored.write((), _keys(duty), act))


def _keys(duty: Duty) -> list[Key]:
    return [Key(address_of(duty.item, duty.valid_from), field) for field in fields_of(duty)]


class _Desk:
    """Where orders are read, and what is wrong with them is collected."""

    def __init__(self, scheme: Scheme, there: Iterable[Duty]) -> None:
        self._first_day = scheme.period[0]
        self._items = items_of(scheme)
        self._there = {(one.item, one.valid_from): one for one in there}
        self._problems: list[Problem] = []

    def duties(self, orders: Iterable[Order], act: Act) -> list[Duty]:
        """What the orders make of the duties that are there."""
        found: dict[tuple[str, str], Duty] = {}
        for order in orders:
            before = len(self._problems)
            duty = self._duty(order, act)
            if len(self._problems) > before:
                continue
            if (duty.item, duty.valid_from) in found:
                text = f"“{self._items.name(duty.item)}”自{duty.valid_from}起的分工写了两次"
                self._wrong(order.item, "duplicate", text, "只留一行，或写不同的起始日期")
            found[duty.item, duty.valid_from] = duty
        raise_errors(self._problems)
        return list(found.values())

    def _duty(self, order: Order, act: Act) -> Duty:
        word = self._item(order.item)
        given = self._given(order)
        today = act.at.astimezone().date().isoformat()
        in_force = {one.item: one for one in Duties(self._there.values(), today).in_force()}.get(word)
        if order.valid_from is not None:
            valid_from = self._day(order.valid_from, "起始日期")
        elif in_force is None:
            valid_from = self._first_day
        elif replace(in_force, **given) == in_force:
            return self._there[word, in_force.valid_from]
        else:
            valid_from = today
        before = self._there.get((word, valid_from), Duty(word, valid_from))
        duty = replace(before, **given)
        own_reason = (order.reason or "").strip()
        if duty in self._there.values() and not own_reason:
            return duty
        reason = own_reason or act.reason
        if not (duty.department or duty.assessors or duty.due):
            self._wrong(order.item, "empty_duty", "没有写牵头部门、评分人或截止日期", "至少写一项")
        elif in_force is not None and duty != before and not reason:
            text = f"“{self._items.name(word)}”已经有分工，改动要写明原因"
            self._wrong(order.item, "no_reason", text, "请写原因（命令行上用 --reason）")
        return replace(duty, reason=reason or before.reason)

    def _given(self, order: Order) -> dict[str, Any]:
        """What the order says, by the fields of a duty."""
        given: dict[str, Any] = {}
        if order.department is not None:
            given["department"] = self._name(order.department, "牵头部门")
        if order.assessors is not None:
            given["assessors"] = self._names(order.assessors)
        if order.due is not None:
            given["due"] = self._day(order.due, "截止日期") if order.due.strip() else ""
        return given

    def the_one(self, item: Text, valid_from: Text | None) -> Duty:
        """The duty that is meant."""
        word = self._item(item)
        day = None if valid_from is None else self._day(valid_from, "起始日期")
        raise_errors(self._problems)
        found = [one for one in self._there.values() if one.item == word and day in (None, one.valid_from)]
        if len(found) != 1:
            name = self._items.name(word)
            days = "、".join(one.valid_from for one in found)
            if found:
                text = f"“{name}”有{len(found)}条分工，分别自{days}起"
                self._wrong(item, "which_duty", text, "请用 --from 写明去掉哪一天起的")
            else:
                text = f"“{name}”没有" + (f"自{day}起的分工" if day else "自己的分工")
                self._wrong(item, "no_duty", text, "用 assess duty list --all 查看全部分工")
        raise_errors(self._problems)
        return found[0]

    def _wrong(self, where: Text, code: str, text: str, hint: str = "") -> None:
        self._problems.append(Problem(where.place, code, text, hint))

    def _item(self, text: Text) -> str:
        words = self._items.read(text)
        if len(words) == 1:
            return words[0]
        said = text.strip()
        if words:
            self._wrong(text, "ambiguous_name", f"“{said}”有{len(words)}个", f"请写编号：{'、'.join(words)}")
        elif said:
            self._wrong(text, "unknown_name", f"没有“{said}”这个指标或组成部分", self._items.near(said))
        else:
            hint = "写指标、指标组、组成部分或指标表的编号或名称；全部写“全部”"
            self._wrong(text, "no_item", "没有写指标", hint)
        return ""

    def _day(self, text: Text, what: str) -> str:
        try:
            return typed_day(text).isoformat()
        except ValueError as error:
            self._wrong(text, "day", f"{what}{error}")
            return ""

    def _name(self, text: Text, what: str) -> str:
        name = " ".join(text.split())
        if len(name) > LONGEST_NAME:
            self._wrong(text, "too_long", f"{what}太长（最多{LONGEST_NAME}个字）", "请写简称")
        return name

    def _names(self, texts: Sequence[Text]) -> tuple[str, ...]:
        names = tuple(dict.fromkeys(name for text in texts if (name := self._name(text, "评分人"))))
        if len(names) > MOST_ASSESSORS:
            self._wrong(texts[0], "too_many", f"评分人太多（最多{MOST_ASSESSORS}人）")
        return names
