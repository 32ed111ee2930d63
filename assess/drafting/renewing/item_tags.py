"""The tags of an item in one cell of a workbook: joined, and told apart again."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from assess.drafting.renewing.items import Contents, seen
from assess.ground.findings import Findings
from assess.ground.tree import Rows, Table, Text

#: What the column of tags is called.
TAGS = "标签"

_JOINT = "、"
#: What may stand between several tags in one cell, besides the end of a line.
_BETWEEN = "、，,；;"
_JOINED_ITSELF = re.compile(f"[{_BETWEEN}]")

#: What older workbooks said in a column of one tag.
_ANSWERS = ("是", "否")
_AGAIN = "旧版导出的工作簿请重新导出后再改"


def one_cell(tags: Sequence[str]) -> str:
    """What the cell shows of an item with these tags."""
    return _JOINT.join(map(seen, tags))


@dataclass(frozen=True, slots=True)
class KnownTags:
    """The tags that a scheme has, by what a cell shows of each."""

    by_sight: Mapping[str, str]

    @classmethod
    def of(cls, scheme: Contents) -> "KnownTags":
        """Those of all its main work."""
        tags = [tag for table in scheme.tables for item in table.items for tag in item.tags]
        return cls({seen(tag): tag for tag in tags})

    def told_apart(self, cell: Text, old: Sequence[str], findings: Findings) -> tuple[str, ...]:
        """The tags that a cell names, for an item that had the `old` ones: in their order, none twice."""
        text = seen(_JOINT.join(cell.splitlines()))
        if text == one_cell(old):
            return tuple(old)
        words = [word.strip() for word in self._pattern().findall(text)]
        for word in words:
            if word in _ANSWERS and word not in self.by_sight:
                said = f"标签写的是“{word}”，不知道是哪个标签"
                findings.error(cell.place, "tag", said, f"写标签的文字，几个标签用顿号隔开；{_AGAIN}")
        names = {**self.by_sight, **{seen(tag): tag for tag in old}}
        return tuple(dict.fromkeys(names.get(word, word) for word in words if word))

    def _pattern(self) -> re.Pattern[str]:
        """A tag that has such a sign itself, up to the next sign or the end; or what stands between two signs."""
        whole = sorted((tag for tag in self.by_sight if _JOINED_ITSELF.search(tag)), key=len, reverse=True)
        found = [rf"\s*{re.escape(tag)}\s*(?![^{_BETWEEN}])" for tag in whole]
        return re.compile("|".join([*found, f"[^{_BETWEEN}]+"]))

    def refuse_columns(self, book: Table, sheet: str, columns: Container[str], findings: Findings) -> None:
        """A column that is called like a tag is one of an older workbook: what it says must not get lost unread."""
        rows = book.get(sheet)
        heading = rows[0] if isinstance(rows, Rows) and rows else None
        for cell in heading if isinstance(heading, Rows) else ():
            title = seen(cell) if isinstance(cell, Text) else ""
            if title in self.by_sight and title not in columns:
                text = f"“{title}”是一个标签，不能作列名"
                hint = f"标签写在“{TAGS}”这一列，几个标签用顿号隔开；{_AGAIN}"
                findings.error(getattr(cell, "place", book.place), "tag_column", text, hint)
