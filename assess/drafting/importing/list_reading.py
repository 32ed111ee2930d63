"""Goes down a list of projects: projects, their sum, whose money it is, and lines that repeat on every page."""

from assess.drafting.importing import head_words
from assess.drafting.importing.head_fields import Head
from assess.drafting.importing.project_lists import ListColumns, has_indicators, is_total, money_of, read_project
from assess.drafting.importing.tables_read import Found, TargetTableRead
from assess.drafting.target_text.printed import narrowed
from assess.ground.grid import Row, joined, own_cells
from assess.scheme.plan import Layout


class ListReader:
    """Reads row after row below the heading of a list; `head` is what stands above it."""

    def __init__(self, columns: ListColumns, head: Head, found: Found) -> None:
        self.columns = columns
        self.head = head
        self.found = found

    def takes(self, row: Row) -> bool:
        """Take a row of the list; False where it is none."""
        columns = self.columns
        if has_indicators(row):
            self._project(row)
            return True
        if is_total(row, columns):
            money = money_of(row, columns)
            amount = money[0].amounts[0] if money else None
            if amount is not None:
                self.found.stated = (joined(row[columns.project]), amount)
            return True
        cells = [cell for _, cell in own_cells(row) if cell.strip()]
        is_user = len(cells) > 1 and head_words.label_kind(cells[0]) is None
        if is_user and columns.project < len(row) and row[columns.project].strip():
            self.head.remarks = [(_user(columns.project_label), joined(row[columns.project]))]
            return True
        return all(self._repeats(joined(cell)) for cell in cells)

    def _project(self, row: Row) -> None:
        project = read_project(row, self.columns)
        self.found.doubts += project.doubts
        head, above = project.head, self.head
        head.title, head.holder, head.unit, head.year = above.title, above.holder, above.unit, above.year
        head.remarks = list(above.remarks)
        self.found.tables.append(
            TargetTableRead(
                head=head,
                rows=project.rows,
                level_names=Layout().levels,
                value_names=project.value_names,
                has_cycle=any(one.cycle is not None for one in project.rows),
                stand_in=project.stand_in,
                place=row[0].place,
            )
        )

    def _repeats(self, text: str) -> bool:
        """Whether a line only repeats the head, on a new page."""
        found = head_words.inline(text)
        value = found[1] if found else text
        return value in (self.head.title, self.head.holder, self.head.unit)


def _user(label: str) -> str:
    """项目名称（资金使用单位）: a row without indicators names the latter."""
    inner = narrowed(label).partition("(")[2].removesuffix(")")
    return inner or "单位"
