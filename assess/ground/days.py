"""Days as files write them: `2019-03-01`, and nothing else that a library would also take for a date."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import WithJsonSchema

from assess.ground.model import ReadBy

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day(written: str) -> date:
    """Return the day; a `ValueError` with a sentence for anything else."""
    if _DAY.fullmatch(written) is None:
        message = f"应为日期，写成2019-03-01的形式，这里写的是“{written[:30]}”"
        raise ValueError(message)
    try:
        return date.fromisoformat(written)
    except ValueError:
        message = f"没有{written}这一天"
        raise ValueError(message) from None


#: A day as people write it in an office: 2019/3/1, 2019.3.1, 2019年3月1日; Excel adds the time of the day.
_TYPED = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)(?: 00:00:00)?")


def typed_day(written: str) -> date:
    """Return the day that a person typed in any usual form; a `ValueError` with a sentence for anything else."""
    found = _TYPED.fullmatch(written.strip())
    if found is None:
        return day(written.strip())
    year, month, of_month = (part for part in found.groups() if part is not None)
    return day(f"{year}-{int(month):02}-{int(of_month):02}")


def _parse(value: Any) -> date:  # noqa: ANN401 pydantic hands over whatever the file holds
    if isinstance(value, str):
        return day(value)
    message = "应为日期，写成2019-03-01的形式"
    raise ValueError(message)


def day_words(written: str) -> str:
    """`2018年9月1日`; a text that is no day stays as it is."""
    try:
        found = date.fromisoformat(written)
    except ValueError:
        return written
    return f"{found.year}年{found.month}月{found.day}日"


#: A day as a field of a model.
Day = Annotated[date, ReadBy(_parse, date.isoformat), WithJsonSchema({"type": "string", "format": "date"})]
