"""Who is responsible for what: on a terminal, in a sentence, as JSON."""

from collections.abc import Sequence
from typing import Any

from assess import __version__
from assess.cli.screen import Prose, new_table, say, screen, show_table
from assess.scheme.items import Items
from assess.services.cycles.duties.book import DutyBook
from assess.year.duties import Duty

_NONE = "还没有分工。请用 assess duty set 逐项定，或用 assess duty export 导出一张表，填好再导入。"


def show_duties(book: DutyBook, duties: Sequence[Duty]) -> None:
    """Write a table, a duty a row."""
    console = screen()
    say(console, f"{book.title}（{book.code}）的考核分工")
    if not duties:
        say(console, _NONE if not book.duties else "没有这样的分工。")
        return
    table = new_table()
    for name in ("指标", "牵头部门", "评分人"):
        table.add_column(name)
    for name in ("截止日期", "自…起"):
        table.add_column(name, no_wrap=True)
    with_reasons = any(one.reason for one in duties)
    if with_reasons:
        table.add_column("原因")
    for one in duties:
        words = (book.items.name(one.item), one.department, "、".join(one.assessors))
        reason = (Prose(one.reason),) if with_reasons else ()
        table.add_row(*map(Prose, words), one.due, one.valid_from, *reason)
    show_table(console, table)


def in_words(duty: Duty, items: Items) -> str:
    """`K3 师资队伍由人事处牵头，张三评分，2019-10-15前交，自2018-09-01起`."""
    said = [f"由{duty.department}牵头" if duty.department else "", f"自{duty.valid_from}起"]
    if duty.assessors:
        said.insert(1, f"{'、'.join(duty.assessors)}评分")
    if duty.due:
        said.insert(-1, f"{duty.due}前交")
    return items.name(duty.item) + "，".join(said)


def as_document(book: DutyBook, duties: Sequence[Duty]) -> dict[str, Any]:
    """Return the duties for other programs."""
    return {
        "assess": __version__,
        "cycle": {"code": book.code, "title": book.title},
        "duties": [
            {
                "item": {"id": one.item, "name": book.items.name(one.item)},
                "department": one.department or None,
                "assessors": list(one.assessors),
                "due": one.due or None,
                "valid_from": one.valid_from,
                "reason": one.reason,
            }
            for one in duties
        ],
    }
