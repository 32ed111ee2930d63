"""Which column of a list of units says what, by the words that offices write above them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assess.ground.grid import Grid, Row, own_cells
from assess.ground.labelled import Labelled
from assess.ground.place import Problem
from assess.ground.tree import Text

NAME, FORMER, ORDER, NUMBER = "name", "former", "order", "number"
#: What stands above a column, the plainest words first: where two columns may be meant, the first of them is.
WORDS: Mapping[str, tuple[str, ...]] = {
    NAME: (
        *("单位名称", "单位全称", "部门名称", "院系名称", "院部名称", "学院名称", "处室名称", "科室名称", "机构名称"),
        *("项目名称", "考核单位", "被考核单位", "全称", "单位", "部门", "院系", "院部", "学院", "处室", "科室", "机构"),
        *("部门单位", "单位部门", "名称"),
    ),
    "short": ("简称", "单位简称", "部门简称"),
    FORMER: ("原名", "原名称", "原单位名称", "曾用名"),
    "type": ("单位类型", "单位类别", "部门类型", "部门类别", "类型", "类别", "单位性质", "性质"),
    "table": ("指标表", "考核指标表", "部门指标表", "考核表", "用表"),
    ORDER: ("次序", "排序", "顺序", "排列顺序"),
    NUMBER: ("序号", "序", "编号", "NO", "NO."),
    "head": ("负责人", "主要负责人", "单位负责人", "部门负责人", "负责人姓名", "第一责任人"),
    "contact": ("联系人", "联络员", "联系人姓名", "考核联系人", "填报人", "经办人"),
}
#: What numbers the rows and says nothing of a unit.
_SAYS_NOTHING = (NUMBER,)
#: Rows among which the headings are looked for.
_MOST_ROWS = 30
_BRACKETS = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")


@dataclass(frozen=True, slots=True)
class Heading:
    """The headings of a sheet: the row, and the column of each thing that is said, and of each attribute."""

    row: int
    columns: Mapping[str, int]
    attributes: Mapping[str, int]
    #: Headings that are nobody's.
    unused: tuple[Text, ...]

    @property
    def used(self) -> tuple[int, ...]:
        """The columns that say something."""
        said = [column for name, column in self.columns.items() if name not in _SAYS_NOTHING]
        return (*said, *self.attributes.values())


def plain(text: str) -> str:
    """A heading without blanks, brackets, widths and the sign at its end."""
    return _BRACKETS.sub("", "".join(unicodedata.normalize("NFKC", text).split())).strip(":：*").upper()


def heading_of(grid: Grid, attributes: Labelled, problems: list[Problem]) -> Heading | None:
    """The headings of a sheet: the row of the first ones in which most is said, a column of names in any case."""
    found = [
        one for row in range(min(len(grid.rows), _MOST_ROWS)) if (one := _heading(grid.rows[row], row, attributes))
    ]
    best = max(found, key=lambda one: len(one.used), default=None)
    if best is not None:
        problems.extend(_twice(grid.rows[best.row], best))
    return best


def _heading(row: Row, number: int, attributes: Labelled) -> Heading | None:
    cells = [(column, cell, plain(cell)) for column, cell in own_cells(row) if cell.strip()]
    columns: dict[str, int] = {}
    for name, words in WORDS.items():
        places = [(words.index(word), column) for column, _, word in cells if word in words]
        if places:
            columns[name] = min(places)[1]
    if NAME not in columns:
        return None
    taken = set(columns.values())
    of = {
        ids[0]: column
        for column, cell, _ in cells
        if column not in taken and len(ids := attributes.meant(_BRACKETS.sub("", cell))) == 1
    }
    unused = tuple(cell for column, cell, _ in cells if column not in taken and column not in of.values())
    return Heading(number, columns, of, unused)


def _twice(row: Sequence[Text], heading: Heading) -> list[Problem]:
    """Columns under the same words, of which only one could be read."""
    cells = [cell for _, cell in own_cells(row)]
    count = Counter(map(plain, cells))
    known = {plain(row[column]) for column in heading.used}
    found = [cell for cell in heading.unused if plain(cell) in known and count[plain(cell)] > 1]
    hint = "同一个列名只留一列；左右并排的两栏，请接成上下一栏"
    return [Problem(cell.place, "column_twice", f"有重复的列名“{cell.strip()}”", hint) for cell in found]
