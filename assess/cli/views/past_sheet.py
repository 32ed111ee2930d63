"""The history of a cycle as CSV for Excel and WPS: a line a change."""

import csv
import io
from collections.abc import Sequence

from assess.cli.views.past import local_time, paper_words
from assess.reports.csv_table import as_text
from assess.services.cycles.past import PastValue

_PEOPLE = ("录入人", "提供人", "审核人")
_HEADINGS = ("序号", "时间", *_PEOPLE, "项目", "原值", "新值", "理由", "来自", "命令", "地址", "内容")


def as_csv(changes: Sequence[PastValue]) -> bytes:
    """Write the changes, the newest first."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_HEADINGS)
    for one in changes:
        change = one.change
        people = (change.typed_by, change.given_by, change.checked_by)
        values = (" ".join(one.title), one.old or "", one.new or "")
        paper = "" if change.paper is None else paper_words(change.paper)
        rest = (change.reason, paper, change.command, change.address, change.field)
        writer.writerow((change.number, local_time(change.at), *map(as_text, (*people, *values, *rest))))
    return text.getvalue().encode("utf-8-sig")
