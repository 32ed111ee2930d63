"""Reads the head of a target table: whose it is, its year, its money, what for, and its goals."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import dropwhile

from assess.drafting.importing import head_words
from assess.drafting.importing.head_fields import Head, Money, with_parts
from assess.drafting.importing.table_rows import PlacedDoubt, shortened
from assess.drafting.target_text import Doubt
from assess.drafting.target_text.printed import narrowed
from assess.ground.grid import Row, joined, lines_of, own_cells
from assess.ground.tree import Text

#: Longest name of a field that is not known.
_LONGEST_LABEL = 20


def read_head(rows: Iterable[Row]) -> Head:
    """Read the rows above a table's heading."""
    reader = _HeadReader()
    for row in rows:
        reader.add(row)
    head = reader.head
    head.funds = with_parts(list(dropwhile(lambda fund: fund.amounts == (None,), head.funds)))
    head.spending = with_parts(head.spending)
    head.goals, head.long_term = head_words.items_of(head.goals), head_words.items_of(head.long_term)
    return head


class _HeadReader:
    def __init__(self) -> None:
        self.head = Head()
        #: Columns of the spending plan, while its rows come: half, full.
        self._spending: tuple[int, int] | None = None
        #: Labels whose value stands below them: column → field.
        self._below: dict[int, str] = {}
        #: Lines of money whose amount may stand below them: column → position.
        self._amount_below: dict[int, int] = {}

    def add(self, row: Row) -> None:
        """Take one row."""
        cells = [(column, cell) for column, cell in own_cells(row) if cell.strip()]
        for _, cell in cells:
            if len(cell) <= _LONGEST_LABEL:
                self.head.units += [unit for unit in head_words.units_in(cell) if unit not in self.head.units]
        if self._is_spending_heading(cells) or self._is_spending(row) or self._is_amount_heading(cells):
            return
        at = 0
        while at < len(cells):
            column, cell = cells[at]
            following = cells[at + 1][1] if at + 1 < len(cells) else None
            blank = _blank_behind(row, column)
            at += self._cell(column, cell, following, is_blank=blank)

    def _cell(self, column: int, cell: Text, following: Text | None, *, is_blank: bool) -> int:
        """Take one cell, and with a label its value; return how many cells were taken."""
        text = joined(cell)
        if self._alone(text) or self._is_amount_below(column, cell):
            return 1
        kind = head_words.label_kind(text)
        if kind is not None:
            return self._labelled(kind, column, None if is_blank else following)
        amount = head_words.amount_of(following) if following is not None and not is_blank else None
        if amount is not None and head_words.amount_of(cell) is None:
            self._fund(text, amount[0], amount[1])
            return 2
        if column in self._below:
            self._put(self._below.pop(column), cell)
            return 1
        return self._unknown(column, cell, None if is_blank else following)

    def _is_amount_below(self, column: int, cell: Text) -> bool:
        """Take an amount that stands below its name."""
        amount, at = head_words.amount_of(cell), self._amount_below.get(column)
        if amount is None or at is None:
            return False
        del self._amount_below[column]
        self.head.funds[at] = replace(self.head.funds[at], amounts=(amount[0],))
        return True

    def _unknown(self, column: int, cell: Text, following: Text | None) -> int:
        """Take a cell that is no known label: money without an amount, a remark with its text, or nothing."""
        text, narrow = joined(cell), narrowed(joined(cell))
        is_short = len(text) <= _LONGEST_LABEL
        if head_words.ABOUT_MONEY.fullmatch(narrow):
            return 1
        if following is not None and is_short and not self._is_known(following):
            self.head.remarks.append((text, "；".join(lines_of(following))))
            return 2
        if is_short and head_words.MONEY.search(narrow) and head_words.amount_of(cell) is None:
            self._amount_below[column] = len(self.head.funds)
            self._fund(text, None, "")
        else:
            self._leftover(cell)
        return 1

    def _alone(self, text: str) -> bool:
        """Take a cell that says by itself what it is."""
        found = head_words.inline(text)
        if found is not None:
            self._put(*found)
        elif head_words.TITLE.search(text) and not self.head.title:
            self.head.title = head_words.title_of(text)
        elif head_words.only_year(text):
            self.head.year = self.head.year or head_words.only_year(text)
        elif head_words.is_office(text) and not self.head.holder:
            self.head.holder = text
        else:
            return head_words.NOTES.match(text) is not None
        return True

    def _labelled(self, kind: str, column: int, following: Text | None) -> int:
        # A project may be called 安保经费, which is a name of money elsewhere.
        known = head_words.label_kind if kind in ("project", "holder") else self._is_known
        if following is None or known(following) or (kind == "purpose" and _is_amount(following)):
            self._below[column] = kind
            return 1
        self._put(kind, following)
        return 2

    def _is_known(self, cell: Text) -> bool:
        """Whether a cell is a name itself, not a value."""
        narrow = narrowed(joined(cell))
        known = head_words.label_kind(cell) or head_words.ABOUT_MONEY.fullmatch(narrow)
        return bool(known) or (len(narrow) <= _LONGEST_LABEL and head_words.MONEY.search(narrow[-5:]) is not None)

    def _put(self, kind: str, value: str) -> None:
        head, text = self.head, joined(value)
        if kind in ("purpose", "goals", "long_term"):
            texts: list[str] = getattr(head, kind)
            texts += [line for line in lines_of(value) if line not in texts]
        elif kind == "year":
            found = head_words.YEARS.search(text)
            head.year = head.year or (found[1] if found else "")
        elif kind == "unit":
            head.unit = head.unit or head_words.money_unit(text)
        elif not getattr(head, kind):
            setattr(head, kind, text)

    def _fund(self, label: str, amount: Fraction | None, unit: str) -> None:
        self.head.funds.append(Money(label, (amount,)))
        self.head.unit = self.head.unit or unit

    def _leftover(self, cell: Text) -> None:
        said = f"表头的这一格没有读：“{shortened(cell)}”"
        doubt = Doubt("head_unread", said, "不用这一格", "要用的，请写进方案文件（plan）")
        self.head.doubts.append(PlacedDoubt(cell.place, doubt))

    def _is_amount_heading(self, cells: Sequence[tuple[int, Text]]) -> bool:
        """资金 | 金额（万元）: the heading of lines of money."""
        found = [one for _, cell in cells if (one := head_words.AMOUNT_HEADING.fullmatch(narrowed(joined(cell))))]
        for one in found:
            self.head.unit = self.head.unit or one[1] or one[2] or ""
        return bool(found)

    def _is_spending_heading(self, cells: Sequence[tuple[int, Text]]) -> bool:
        halves = [column for column, cell in cells if head_words.HALF_PLAN.fullmatch(narrowed(joined(cell)))]
        fulls = [column for column, cell in cells if head_words.FULL_PLAN.fullmatch(narrowed(joined(cell)))]
        if not halves or not fulls:
            return False
        self._spending = (halves[0], fulls[-1])
        return True

    def _is_spending(self, row: Row) -> bool:
        """Take a line of the spending plan; any other row ends it."""
        if self._spending is None:
            return False
        half, full = (row[column] if column < len(row) else Text("") for column in self._spending)
        name = next((cell for cell in reversed(row[: self._spending[0]]) if cell.strip()), "")
        amounts = [head_words.amount_of(cell) for cell in (half, full)]
        readable = all(
            amount is not None or not cell.strip() for amount, cell in zip(amounts, (half, full), strict=True)
        )
        if not name or not readable or (not any(amounts) and head_words.label_kind(name) is not None):
            self._spending = None
            return False
        self.head.spending.append(Money(joined(name), tuple(amount[0] if amount else None for amount in amounts)))
        return True


def _blank_behind(row: Row, column: int) -> bool:
    """Whether the cell behind the one that begins in `column` is blank."""
    begins = [at for at, _ in own_cells(row)]
    behind = begins[begins.index(column) + 1 :]
    return bool(behind) and not row[behind[0]].strip()


def _is_amount(cell: Text) -> bool:
    return head_words.amount_of(cell) is not None
