"""What a filled-in workbook says the scheme should hold; every mistake in it with its cell."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from assess.drafting.renewing.item_sheets import (
    ACTION,
    CLAUSE,
    CONTENT,
    DELETE,
    DEPARTMENT,
    ID,
    ITEM_COLUMNS,
    ITEMS,
    LABEL,
    SHARE,
    TABLE,
)
from assess.drafting.renewing.item_tags import TAGS, KnownTags
from assess.drafting.renewing.items import Contents, Item, ItemTable, seen
from assess.ground.edges import Edges
from assess.ground.findings import Findings
from assess.ground.headed import Record, records
from assess.ground.place import Place, did_you_mean
from assess.ground.tree import Table, Text

_ABOVE_0 = Edges(above=Fraction(0))
_COLUMNS = tuple(column.title for column in ITEM_COLUMNS)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that stays: the item as it is wanted (without an id when new), and its cells."""

    item: Item
    cells: Record


def item_tables(book: Table, scheme: Contents, findings: Findings) -> tuple[ItemTable, ...]:
    """Return the scheme's tables of main work as the workbook wants them."""
    before = len(findings.problems)
    known = KnownTags.of(scheme)
    known.refuse_columns(book, ITEMS, _COLUMNS, findings)
    rows = records(book, ITEMS, _COLUMNS, findings) if len(findings.problems) == before else []
    if len(findings.problems) > before:
        return scheme.tables
    reader = _Reader(scheme, known, findings)
    entries: dict[str, list[Entry]] = {table.id: [] for table in scheme.tables}
    for cells in rows:
        reader.take(cells, entries)
    place = Place(book.place.source, sheet=ITEMS, cell="A1")
    return tuple(reader.wanted(table, entries[table.id], place) for table in scheme.tables)


class _Reader:
    def __init__(self, scheme: Contents, known: KnownTags, findings: Findings) -> None:
        self.scheme = scheme
        self._known = known
        self.findings = findings
        self._tables = {table.id: table for table in scheme.tables}
        self._seen: dict[tuple[str, str], Place] = {}
        self._failed: set[str] = set()

    def take(self, cells: Record, entries: Mapping[str, list[Entry]]) -> None:
        """Read one row; one that is to be deleted only has to name what there is."""
        deleted = self._deleted(cells[ACTION])
        if deleted and not cells[ID].strip():
            return
        table = self._table(cells)
        if table is None:
            self._failed |= set(self._tables)
            return
        if deleted and cells[ID].strip() in table.retired:
            return
        known = {item.id: item for item in table.items}
        old = self._item(cells[ID], table, known)
        if old is None:
            self._failed.add(table.id)
        elif not deleted:
            entries[table.id].append(Entry(self._wanted(old, cells), cells))

    def _deleted(self, cell: Text) -> bool:
        word = cell.strip()
        if word not in ("", DELETE):
            text = f"“{ACTION}”这一列写的是“{word}”"
            self.findings.error(cell.place, "action", text, f"只能写“{DELETE}”或留空")
        return word == DELETE

    def _table(self, cells: Record) -> ItemTable | None:
        """The table that the row names by its id, by the department, or by both alike."""
        name, label = cells[TABLE].strip(), seen(cells[DEPARTMENT])
        by_id = self._tables.get(name)
        by_label = [table for table in self.scheme.tables if label in (seen(table.name), seen(table.label))]
        before = len(self.findings.problems)
        if name and by_id is None:
            hint = did_you_mean(name, self._tables)
            self.findings.error(cells[TABLE].place, "unknown_table", f"没有“{name}”这张部门表", hint)
        if label or not name:
            self._check_label(cells[DEPARTMENT].place, label, by_id, by_label)
        if len(self.findings.problems) > before:
            return None
        return by_id or by_label[0]

    def _check_label(self, place: Place, label: str, by_id: ItemTable | None, by_label: list[ItemTable]) -> None:
        """The department must be one of the scheme's, and that of the table where the row names both."""
        text = hint = ""
        if not by_label:
            text = f"没有“{label}”这个部门" if label else f"这一行没有写“{DEPARTMENT}”或“{TABLE}”"
            hint = did_you_mean(label, [table.name for table in self.scheme.tables]) or "照同部门其他行的样子写"
        elif by_id is not None and by_id not in by_label:
            text = f"“{DEPARTMENT}”写的是“{label}”，“{TABLE}”写的{by_id.id}却是“{by_id.name}”的表"
            hint = f"只留一个，或两个写成一致：“{by_label[0].name}”的表是{by_label[0].id}"
        elif by_id is None and len(by_label) > 1:
            text, hint = f"有{len(by_label)}张部门表都叫“{label}”", f"请在“{TABLE}”列写表的编号"
        if text:
            self.findings.error(place, "unknown_table", text, hint)

    def _item(self, cell: Text, table: ItemTable, known: Mapping[str, Item]) -> Item | None:
        """The item that the row is about; a row without an id is about a new one."""
        name = cell.strip()
        if not name:
            return Item("", "")
        if name not in known:
            text = f"{table.name}没有编号{name}的主要工作"
            if name in table.retired:
                text = f"{table.name}的编号{name}已经停用"
            self.findings.error(cell.place, "unknown_item", text, "新增的条目编号留空，由程序排下一个编号")
            return None
        first = self._seen.setdefault((table.id, name), cell.place)
        if first != cell.place:
            text = f"{table.name}的编号{name}写了两次，第一次在{first.sheet}!{first.cell}"
            self.findings.error(cell.place, "duplicate_item", text, "删去其中一行；要新增的条目编号留空")
            return None
        return known[name]

    def _wanted(self, old: Item, cells: Record) -> Item:
        label, content, clause = (seen(cells[name]) for name in (LABEL, CONTENT, CLAUSE))
        if not label:
            hint = f"写上指标；不要这一条就在“{ACTION}”列写“{DELETE}”"
            self.findings.error(cells[LABEL].place, "label_missing", "没有写指标", hint)
        return replace(
            old,
            label=_kept(old.label, label),
            content=_kept(old.content, content),
            clause=_kept(old.clause, clause),
            tags=self._known.told_apart(cells[TAGS], old.tags, self.findings),
            share=self._share(cells[SHARE]),
        )

    def _share(self, cell: Text) -> Fraction | None:
        return self.findings.number(Text(cell.strip(), cell.place), _ABOVE_0, SHARE, cell.place) if cell else None

    def wanted(self, table: ItemTable, entries: list[Entry], place: Place) -> ItemTable:
        """Return the table with the items that the rows name, in the order of the rows; new ones get the next ids."""
        if not entries and table.id not in self._failed:
            text = f"{table.name}（{table.id}）一条主要工作也没有留下"
            self.findings.error(place, "no_item", text, "每张表至少留一条；整张表不要了，请修改方案文件")
        self._check_shares(table, entries)
        self._check_labels(table, entries)
        return replace(table, items=tuple(_numbered(table, [entry.item for entry in entries])))

    def _check_shares(self, table: ItemTable, entries: list[Entry]) -> None:
        count = Counter(bool(entry.cells[SHARE].strip()) for entry in entries)
        if len(count) < 2:  # noqa: PLR2004 both with and without
            return
        empty = [entry.cells[SHARE].place for entry in entries if not entry.cells[SHARE].strip()]
        listed = "、".join(one.cell for one in empty)
        text = f"{table.name}的份额有{count[True]}条写了，{count[False]}条空着（{listed}）"
        self.findings.error(empty[0], "shares", text, "要么每一条都写，要么全部留空（平均分配）")

    def _check_labels(self, table: ItemTable, entries: list[Entry]) -> None:
        """A new row that says what is there already is most likely the same row, imported a second time."""
        present = {item.label: item.id for item in table.items}
        for entry in entries:
            label = entry.item.label
            if not entry.item.id and label:
                if label in present:
                    text = f"{table.name}已有同样的指标“{label}”（{present[label] or '新增'}）"
                    hint = "导入过的工作簿请重新导出后再改；确是另一条，请把指标写得不同"
                    self.findings.error(entry.cells[LABEL].place, "same_label", text, hint)
                present.setdefault(label, "")


def _kept(old: str, cell: str) -> str:
    """What the scheme says, unless the cell says something else."""
    return old if seen(old) == cell else cell


def _numbered(table: ItemTable, items: list[Item]) -> Iterator[Item]:
    """The items in their order; an id stays with its item wherever that stands, and a new one was never used."""
    fresh = table.next_ids()
    for item in items:
        if item.id:
            yield item
        else:
            name = next(fresh)
            yield replace(item, id=name, clause=item.clause or table.clause_for(name))
