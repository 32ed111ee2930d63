"""Reads days as people write them in a sheet."""

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal

from assess.ground.days import typed_day
from assess.workbooks.ask import Ask
from assess.workbooks.returned import Value
from assess.workbooks.understanding.understood import Understood, refused

_HINT = "写成2019-03-01"
_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
#: Digits that `int` takes, and no more of them than a day number has.
_DAY_NUMBER = re.compile(r"[0-9]{5}")
#: The day numbers of office programs, counted from the end of 1899: those of the years from 1990 to 2099.
_FIRST, _LAST = 32874, 73050
_BEGINNING = date(1899, 12, 30)


def read_day(value: Value, ask: Ask) -> Understood:
    """What a cell says that asks for a day."""
    if isinstance(value, date):
        return Understood(value.isoformat())
    if isinstance(value, bool):
        return refused("not_a_day", f"{ask.label}应为日期", _HINT)
    text = format(value, "f") if isinstance(value, Decimal) else unicodedata.normalize("NFKC", value).replace(" ", "")
    digits = _DIGITS.fullmatch(text)
    if digits is not None:
        text = "-".join(digits.groups())
    elif _DAY_NUMBER.fullmatch(text) and _FIRST <= int(text) <= _LAST:
        found = _BEGINNING + timedelta(days=int(text))
        return Understood(found.isoformat(), said=f"“{text}”是表格软件的日期序号，读作{found.isoformat()}")
    try:
        day = typed_day(text)
    except ValueError:
        return refused("not_a_day", f"{ask.label}应为日期，这里是“{text[:20]}”", _HINT)
    return Understood(day.isoformat())
