"""What is entered for a unit as CSV for Excel and WPS: a line a value, or a question without one."""

from collections.abc import Iterator

from assess.cli.views.values import EMPTY, MISSING
from assess.reports.csv_table import as_text, csv_bytes
from assess.services.cycles.values.showing import Answer, ShownValue, UnitValues

_WHERE = ("单位编号", "单位", "指标", "数据", "评分人、群体或第几项", "内容")
_HEADINGS = (*_WHERE, "值", "计量单位", "允许", "状态", "地址")


def as_csv(values: UnitValues) -> bytes:
    """Write the questions in the order of the document, then what is not asked for."""
    return csv_bytes(_HEADINGS, (map(as_text, (values.id, values.name, *row)) for row in _rows(values)))


def _rows(values: UnitValues) -> Iterator[tuple[str, ...]]:
    for answer in values.answers:
        yield from _asked(answer)
    for one in values.others:
        yield ("", " ".join(one.title[1:]), *_whose(one), one.text, "", "", "", str(one.address))


def _asked(answer: Answer) -> Iterator[tuple[str, ...]]:
    question = answer.question
    what = (question.owner, question.label)
    asked = (question.measure, question.allowed)
    if not answer.values:
        yield (*what, "", "", "", *asked, MISSING if question.is_missing else "", str(question.address))
    for one in answer.values:
        state = EMPTY if one.is_empty_list else ""
        yield (*what, *_whose(one), one.text, *asked, state, str(one.address))


def _whose(value: ShownValue) -> tuple[str, str]:
    """Whose of several values, or which one; and of a row which field."""
    address = value.address
    whose = address.assessor or address.group or (f"第{address.record}项" if address.record else "")
    return whose, value.title[-1] if value.field else ""
