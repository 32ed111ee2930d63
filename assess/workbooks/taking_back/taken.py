"""What becomes of a whole sheet: its values, its records, its new rows, as differences and as what is to be entered."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assess.entered.values import NOTHING
from assess.ground.address import YEAR, Address
from assess.ground.place import Problem, Severity
from assess.workbooks.book import NAME, WHAT, WHOSE
from assess.workbooks.laying_out.records import WORDS_IN
from assess.workbooks.laying_out.year_on_sheets import At
from assess.workbooks.pointer import Pointer
from assess.workbooks.taking_back.comparing import Difference, Kind, Standing
from assess.workbooks.taking_back.given import Given, NewRow, SheetGiven
from assess.workbooks.understanding.reading import understood
from assess.workbooks.understanding.understood import Understood


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A row that is to be added to a list. `row`: which row of which export it was written in, by which it is known."""

    list: Address
    fields: Mapping[str, Given]
    texts: Mapping[str, str]
    row: str


@dataclass
class Taken:
    """What becomes of a sheet."""

    differences: list[Difference] = field(default_factory=list)
    new_records: list[NewRecord] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    #: By list the cell in which it was said that there is nothing to list.
    nothing: dict[Address, Given] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lists:
    """What is known of lists. `rows`: by list the numbers of its records; `known`: by row of an export its record."""

    rows: Mapping[Address, tuple[int, ...]]
    known: Mapping[str, Address]
    #: What stands in a record now, by field.
    fields: Mapping[Address, Mapping[str, str]]


def taken_of(sheet: SheetGiven, standing: Standing, lists: Lists) -> Taken:
    """Hold everything that a sheet gives against what stands there."""
    return _Taking(sheet, standing, lists).taken


class _Taking:
    def __init__(self, sheet: SheetGiven, standing: Standing, lists: Lists) -> None:
        self._sheet = sheet
        self._standing = standing
        self._lists = lists
        self.taken = Taken(problems=list(sheet.problems), remarks=list(sheet.remarks))
        for one in sheet.values:
            self._value(one)
        for row in sheet.new_rows:
            self._row(row)

    def _understood(self, given: Given) -> Understood:
        found = understood(given.cell, given.ask)
        if found.wrong is not None:
            wrong = found.wrong
            address = given.pointer.address if given.pointer.node and given.pointer.record >= 0 else None
            self.taken.problems.append(Problem(given.place, wrong.code, wrong.text, wrong.hint, address=address))
        elif found.said:
            self.taken.remarks.append(Problem(given.place, "read_as", found.said, severity=Severity.WARNING))
        return found

    def _value(self, given: Given) -> None:
        found = self._understood(given)
        if found.wrong is not None:
            return
        at = self._at(given.pointer)
        if found.text is None and found.said and self._standing.now(at) is not None:
            self.taken.problems.append(
                Problem(given.place, "dash", f"这里原来有值，现在是“{given.cell.value}”", "要清除的，请把这一格清空")
            )
            return
        self._compare(given, at, found.text)

    def _compare(self, given: Given, at: At, new: str | None) -> None:
        one = self._standing.difference(at, given.ask, new, given.place)
        if one is not None:
            self.taken.differences.append(one)
        if given.ask.kind == "nothing" and new == NOTHING:
            self.taken.nothing[at[0]] = given

    def _at(self, pointer: Pointer) -> At:
        """Where a value is; a record that is nothing but words has them in no field."""
        address = pointer.address
        if address.record and pointer.field == WORDS_IN and "" in self._lists.fields.get(address, {}):
            return address, ""
        return address, pointer.field

    def _row(self, row: NewRow) -> None:
        given = {pointer.field or pointer.input: one for pointer, one in row.cells.items()}
        texts = {}
        before = len(self.taken.problems)
        for name, one in given.items():
            found = self._understood(one)
            if found.text is not None:
                texts[name] = found.text
        if len(self.taken.problems) > before or not texts:
            return
        if row.pointer.node and not row.pointer.input:
            self._named_row(row, given, texts)
            return
        where = self._list(row, texts)
        if where is None:
            return
        fields = {name: text for name, text in texts.items() if not name.startswith("@")}
        if not fields:
            return
        key = f"{self._sheet.stamp.export}:{self._sheet.stamp.sheet}:{row.spare}" if row.spare else ""
        known = self._lists.known.get(key)
        if known is not None:
            self._again(known, given, fields)
        elif not self._is_there(where, fields):
            self.taken.new_records.append(NewRecord(where, given, fields, key))

    def _again(self, known: Address, given: Mapping[str, Given], fields: Mapping[str, str]) -> None:
        """A row that came in before: what it says now corrects what it said."""
        there = self._lists.fields.get(known)
        place = next(iter(given.values())).place
        if there is None:
            text = "这一行上次收过，登记的那一项后来已去掉，没有再登记"
            self.taken.remarks.append(
                Problem(place, "record_gone", text, "要重新登记的，请写在新的空白行里", Severity.WARNING)
            )
            return
        for name, one in given.items():
            if name in fields:
                at = (known, "" if name == WORDS_IN and "" in there else name)
                self._compare(one, at, fields[name])
        for name in there:
            if name and name not in fields:
                at = (known, name)
                self.taken.differences.append(
                    Difference(Kind.CORRECTED, at, place, self._standing.then(at), self._standing.now(at), None)
                )

    def _is_there(self, where: Address, fields: Mapping[str, str]) -> bool:
        """Whether the very record is there, brought by an earlier book of the same slice."""
        for number in self._lists.rows.get(where, ()):
            address = where._replace(record=number)
            if self._lists.fields.get(address) == fields and all(
                self._standing.is_own((address, name)) for name in fields
            ):
                return True
        return False

    def _list(self, row: NewRow, texts: Mapping[str, str]) -> Address | None:
        """The list that a row belongs to: as its tag says, or as whoever filled it in has chosen."""
        pointer = row.pointer
        if pointer.node:
            return Address(pointer.unit, pointer.node, pointer.input)
        chosen = {**row.only, **texts}
        lacking = [words for name, words in ((WHOSE, "单位"), (WHAT, "指标")) if name not in chosen]
        if lacking:
            text = f"这一行没有选{'和'.join(lacking)}"
            self.taken.problems.append(Problem(row.place, "no_list", text, "请从下拉框里选；不是登记的内容请删去"))
            return None
        node, _, name = chosen[WHAT].rpartition("/")
        return Address(chosen[WHOSE], node, name)

    def _named_row(self, row: NewRow, given: Mapping[str, Given], texts: Mapping[str, str]) -> None:
        """A row that stands for nothing but a name and its value, such as an assessor and his or her unit."""
        if NAME not in texts:
            self.taken.problems.append(Problem(row.place, "no_name", "这一行没有写姓名", "请写姓名，或清空这一行"))
            return
        at = (Address(YEAR, row.pointer.node, texts[NAME]), "")
        for name, one in given.items():
            if name != NAME:
                self._compare(one, at, texts.get(name))
