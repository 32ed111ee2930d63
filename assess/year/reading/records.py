"""Reads lists of achievements and events."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from assess.entered.inputs import Amount, RecordClass, RecordsSpec
from assess.entered.records import EVENT_KEYS, RECORD_WORDS, Record
from assess.entered.values import NOTHING
from assess.ground.days import day
from assess.ground.edges import Edges
from assess.ground.findings import Findings
from assess.ground.place import Place
from assess.ground.tree import Rows, Table, Text, Tree, place_of

#: Words by which an entry is known that somebody wrote without the list around it.
KEYS = frozenset(RECORD_WORDS)
#: What people write in a list when they mean that there is nothing to list.
_NOTHING = frozenset((NOTHING, "没有", "暂无", "未发生", "零", "0", "—", "-", "/"))
_YES = {"true": True, "是": True, "false": False, "否": False}


class RecordReader:
    """Reads the lists of one file. `nothing`: how it is written that there is nothing to list, as `B17: 无`."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings

    def achievements(
        self, spec: RecordsSpec, tree: Tree, what: str, place: Place, nothing: str
    ) -> tuple[Record, ...] | None:
        """Read achievements of the classes in `spec`; None when there is nothing usable."""
        rows = self.findings.rows(tree, what, place)
        read = [
            Record() if self._is_empty(row, one, rows, nothing) else self._achievement(spec, row, one, rows.place)
            for row, one in _numbered(rows, what)
        ]
        return self._without_repeats(rows, read, what)

    def events(self, tree: Tree, what: str, place: Place, nothing: str) -> tuple[Record, ...] | None:
        """Read happenings: each a table, or a bare sentence."""
        rows = self.findings.rows(tree, what, place)
        read = [
            Record() if self._is_empty(row, one, rows, nothing) else self._event(row, one, rows.place)
            for row, one in _numbered(rows, what)
        ]
        return self._without_repeats(rows, read, what)

    def _is_empty(self, row: Tree, what: str, rows: Rows, nothing: str) -> bool:
        """Whether the entry says that there is none, or says nothing: that is no entry, and an error."""
        title = row.get("title") if isinstance(row, Table) else row
        word = title.strip() if isinstance(title, Text) else ""
        said = any(row.values()) if isinstance(row, Table) else bool(word) or isinstance(row, Rows)
        if said and word not in _NOTHING:
            return False
        if said:
            text = f"{what}写的是“{word}”，列表里只写有的"
            alone = len(rows) == 1
            hint = f"没有的，写成 {nothing}（不加方括号）" if alone else f"请删去这一项；都没有的，写成 {nothing}"
        else:
            text, hint = f"{what}是空的", f"请写明是什么，或删去这一项；都没有的，写成 {nothing}"
        place = getattr(title, "place", getattr(row, "place", rows.place))
        self.findings.error(place, "empty_record", text, hint)
        return True

    def _without_repeats(self, rows: Rows, read: list[Record], what: str) -> tuple[Record, ...] | None:
        seen: dict[Record, int] = {}
        for index, record in enumerate(read):
            first = seen.setdefault(record, index)
            if first != index and record != Record():
                place = getattr(rows[index], "place", rows.place)
                text = f"{what}第{index + 1}项与第{first + 1}项完全相同"
                differs = f"写明日期{place.key('date')}或备注{place.key('note')}以示区别"
                self.findings.error(place, "duplicate_record", text, f"请删去重复的一项；确实是两件的，{differs}")
        return tuple(read) or None

    def _event(self, row: Tree, what: str, place: Place) -> Record:
        if isinstance(row, Text):
            return Record(title=str(row))
        table = self.findings.table(row, what, place)
        self.findings.unknown_keys(table, EVENT_KEYS, what)
        return Record(
            title=self._title(table, what),
            person=self._word(table, "person", what),
            date=self._date(table, what),
            document=self._word(table, "document", what),
            note=self._word(table, "note", what),
        )

    def _achievement(self, spec: RecordsSpec, row: Tree, what: str, place: Place) -> Record:
        if not isinstance(row, Table):
            self.findings.table(row, what, place, f"例如 {_example(spec)}")
            return Record()
        table = row
        self.findings.unknown_keys(table, RECORD_WORDS, what)
        name = self._required(table, "class", spec.classes, f"{what}的类别{place.key('class')}")
        record_class = spec.classes.get(name or "")
        return Record(
            title=self._title(table, what),
            class_name=name,
            level=self._level(table, record_class, what) if record_class else None,
            person=self._word(table, "person", what),
            date=self._date(table, what),
            document=self._word(table, "document", what),
            identity=self._word(table, "identity", what),
            first=self._is_first(table, what),
            event=self._event_of(table, record_class, what) if record_class else None,
            amount=self._amount(spec.amount, table, what),
            note=self._word(table, "note", what),
        )

    def _title(self, table: Table, what: str) -> str:
        title = self._word(table, "title", what)
        if isinstance(table.get("title"), Text) and not title.strip():
            place = place_of(table, ("title",))
            self.findings.error(place, "empty_record", f"{what}的名称{place.key('title')}是空的", "请写明名称")
        return title

    def _word(self, table: Table, key: str, what: str) -> str:
        given = table.get(key)
        return "" if given is None else self.findings.text(given, f"{what}的{RECORD_WORDS[key]}", table.key_place(key))

    def _required(self, table: Table, key: str, allowed: Iterable[str], what: str) -> str | None:
        given = table.get(key)
        if given is None:
            hint = "可用的有：" + "、".join(allowed)
            self.findings.error(table.place, "missing_key", f"缺少{what}", hint)
            return None
        return self.findings.one_of(given, allowed, what, table.key_place(key))

    def _is_first(self, table: Table, what: str) -> bool:
        given = table.get("first")
        if given is None:
            return True
        place = table.key_place("first")
        word = self.findings.one_of(given, _YES, f"{what}的是否第一作者{place.key('first')}", place)
        return word is None or _YES[word]

    def _level(self, table: Table, record_class: RecordClass, what: str) -> str | None:
        if record_class.levels:
            return self._required(table, "level", record_class.levels, f"{what}的级别{table.place.key('level')}")
        if table.get("level") is not None:
            place = table.key_place("level")
            hint = f"请删去级别{place.key('level')}"
            self.findings.error(place, "unknown_key", f"{what}的类别不分级别", hint)
        return None

    def _event_of(self, table: Table, record_class: RecordClass, what: str) -> str | None:
        if record_class.counted is not None:
            return self._required(table, "event", record_class.events, f"{what}的环节{table.place.key('event')}")
        given = table.get("event")
        if given is None:
            return None
        place = table.key_place("event")
        if not record_class.events:
            self.findings.error(place, "unknown_key", f"{what}的类别没有环节之分", f"请删去环节{place.key('event')}")
            return None
        return self.findings.one_of(given, record_class.events, f"{what}的环节{place.key('event')}", place)

    def _amount(self, amount: Amount | None, table: Table, what: str) -> Fraction | None:
        given = table.get("amount")
        if amount is None:
            if given is not None:
                place = table.key_place("amount")
                self.findings.error(place, "unknown_key", f"{what}不需要金额", f"请删去金额{place.key('amount')}")
            return None
        if given is None:
            text = f"缺少{what}的{amount.label}{table.place.key('amount')}，单位为{amount.unit}"
            self.findings.error(table.place, "missing_key", text)
            return None
        bounds = Edges(at_least=amount.at_least, above=amount.above, at_most=amount.at_most, below=amount.below)
        place = table.key_place("amount")
        return self.findings.number(given, bounds, f"{what}的{amount.label}", place, unit=amount.unit)

    def _date(self, table: Table, what: str) -> str:
        written = self._word(table, "date", what)
        if not written:
            return ""
        place = table.key_place("date")
        try:
            day(written)
        except ValueError as error:
            self.findings.error(place, "date", f"{what}的日期{place.key('date')}：{error}")
            return written
        return written


def _numbered(rows: Rows, what: str) -> Iterator[tuple[Tree, str]]:
    """The entries, and what messages call them."""
    return ((row, f"{what}第{number}项") for number, row in enumerate(rows, start=1))


def _example(spec: RecordsSpec) -> str:
    """A first entry as it could be written."""
    name, record_class = next(iter(spec.classes.items()))
    level = f", level: {next(iter(record_class.levels))}" if record_class.levels else ""
    return f"- {{class: {name}{level}, title: …}}"
