"""The history of a cycle as CSV for Excel and WPS: a line a change."""

from collections.abc import Iterator, Sequence

from assess.cli.views.past import local_time, paper_words
from assess.reports.csv_table import as_text, csv_bytes
from assess.services.cycles.past import PastValue

_PEOPLE = ("录入人", "提供人", "审核人")
_HEADINGS = ("序号", "时间", *_PEOPLE, "项目", "原值", "新值", "理由", "来自", "命令", "地址", "内容")


def as_csv(changes: Sequence[PastValue]) -> bytes:
    """Write the changes, the newest first."""
    return csv_bytes(_HEADINGS, map(_row, changes))


def _row(one: PastValue) -> Iterator[str]:
    change = one.change
    yield from (str(change.number), local_time(change.at))
    paper = "" if change.paper is None else paper_words(change.paper)
    people = (change.typed_by, change.given_by, change.checked_by)
    values = (" ".join(one.title), one.old or "", one.new or "")
    yield from map(as_text, (*people, *values, change.reason, paper, change.command, change.address, change.field))
