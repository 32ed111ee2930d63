"""What a workbook changes in a scheme, as data: found by comparing, told in words, carried out by the loader."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assess.drafting.renewing.items import Contents, Item, ItemTable, Stated


@dataclass(frozen=True, slots=True)
class FieldChanged:
    """An item's label, clause or content reads otherwise."""

    table: str
    item: str
    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class TagsChanged:
    """An item has other tags, or the same in another order."""

    table: str
    item: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemAdded:
    """A new item: behind the item `after` (empty: before all others), or at the end of its table (None)."""

    table: str
    item: Item
    after: str | None = None


@dataclass(frozen=True, slots=True)
class ItemRemoved:
    """An item is gone; its id is never given again."""

    table: str
    item: Item


@dataclass(frozen=True, slots=True)
class Reordered:
    """The items that stay stand in another order: their ids in the new one."""

    table: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharesChanged:
    """The weights of a table's items are others; None where all weigh the same."""

    table: str
    old: Mapping[str, Fraction] | None
    new: Mapping[str, Fraction] | None


@dataclass(frozen=True, slots=True)
class OverlapChanged:
    """A declared overlap lost an item; with fewer than two left it goes."""

    table: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatedChanged:
    """A printed total is new (no `old`), gone (no `new`) or another."""

    old: Stated | None
    new: Stated | None


@dataclass(frozen=True, slots=True)
class QuotaChanged:
    """A list has another number of places for the best grade."""

    list: str
    old: Fraction | None
    new: Fraction


#: What changes in one department's main work.
TableChange = FieldChanged | TagsChanged | ItemAdded | ItemRemoved | Reordered | SharesChanged

Change = TableChange | OverlapChanged | StatedChanged | QuotaChanged

_FIELDS = ("label", "clause", "content")


def compare(old: Contents, new: Contents) -> tuple[Change, ...]:
    """Return what leads from `old` to `new`: table by table, then printed totals and quotas."""
    wanted = {table.id: table for table in new.tables}
    changes: list[Change] = []
    for table in old.tables:
        changes += _in_table(table, wanted[table.id])
        changes += _in_overlaps(table, wanted[table.id], old)
    return (*changes, *_in_stated(old, new), *_in_quotas(old, new))


def _in_table(old: ItemTable, new: ItemTable) -> Iterator[Change]:
    before = {item.id: item for item in old.items}
    after = {item.id: item for item in new.items}
    for name, item in after.items():
        if name in before:
            yield from _in_item(old.id, before[name], item)
    yield from (ItemRemoved(old.id, item) for name, item in before.items() if name not in after)
    order = tuple(name for name in after if name in before)
    if order != tuple(name for name in before if name in after):
        yield Reordered(old.id, order)
    yield from _added(old.id, new.items, before)
    was, now = _shares(old), _shares(new)
    if was != now:
        yield SharesChanged(old.id, was, now)


def _added(table: str, items: Sequence[Item], before: Container[str]) -> Iterator[ItemAdded]:
    """The new items, first to last, so that each one's neighbour in front is there before it."""
    last_kept = max((place for place, item in enumerate(items) if item.id in before), default=-1)
    for place, item in enumerate(items):
        if item.id not in before:
            in_front = items[place - 1].id if place else ""
            yield ItemAdded(table, item, in_front if place < last_kept else None)


def _in_item(table: str, old: Item, new: Item) -> Iterator[Change]:
    for field in _FIELDS:
        was, now = getattr(old, field), getattr(new, field)
        if was != now:
            yield FieldChanged(table, old.id, field, was, now)
    if old.tags != new.tags:
        yield TagsChanged(table, old.id, old.tags, new.tags)


def _shares(table: ItemTable) -> dict[str, Fraction] | None:
    given = {item.id: item.share for item in table.items if item.share is not None}
    return given or None


def _in_overlaps(old: ItemTable, new: ItemTable, scheme: Contents) -> Iterator[Change]:
    gone = {item.id for item in old.items} - {item.id for item in new.items}
    for table, ids in scheme.overlaps:
        if table == old.id and gone.intersection(ids):
            left = tuple(name for name in ids if name not in gone)
            yield OverlapChanged(table, ids, left if len(left) > 1 else ())


def _in_stated(old: Contents, new: Contents) -> Iterator[Change]:
    before = {one.key: one for one in old.stated}
    after = {one.key: one for one in new.stated}
    for key, was in before.items():
        now = after.get(key)
        if now is None or (was.points, was.clause) != (now.points, now.clause):
            yield StatedChanged(was, now)
    for key, now in after.items():
        if key not in before:
            yield StatedChanged(None, now)


def _in_quotas(old: Contents, new: Contents) -> Iterator[Change]:
    for name, quota in new.quotas.items():
        if old.quotas.get(name) != quota:
            yield QuotaChanged(name, old.quotas.get(name), quota)
