"""What a printed unit measures: time, money, a share."""

import re
from fractions import Fraction

_TIME = re.compile("个?(?:秒钟?|分钟|小时|天|日|工作日|周|星期|旬|月|季度?|学期|学年|周年|年度?)(?:以?内)?\\Z")
#: Counted like heads: more is better.
_LESSONS = re.compile("个?(?:学时|课时)\\Z")
#: `元/人`, `小时/天`: what stands first is measured.
_PER = re.compile("[/／每]")

#: How many yuan one unit of money is.
YUAN = {
    "元": Fraction(1),
    "百元": Fraction(100),
    "千元": Fraction(1000),
    "万元": Fraction(10_000),
    "百万元": Fraction(1_000_000),
    "千万元": Fraction(10_000_000),
    "亿元": Fraction(100_000_000),
}
_SCALES = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_MONEY = re.compile("(?:美|欧|港|日)?元|人民币|RMB", re.IGNORECASE)


def is_time(unit: str) -> bool:
    """Whether `unit` is one of time: 小时, 个月, 小时/天; lessons are none."""
    return bool(_TIME.fullmatch(_first(unit)))


def is_duration(unit: str) -> bool:
    """Whether something that is called a time may have this unit: also 学时."""
    return is_time(unit) or bool(_LESSONS.fullmatch(_first(unit)))


def is_money(unit: str) -> bool:
    """Whether `unit` is one of money: 万元, 元/人, 美元."""
    return _first(unit) in YUAN or bool(_MONEY.search(_first(unit)))


def scale(unit: str) -> int:
    """By how much a unit multiplies: 万 in 3.5万 and 万元, 1 for most."""
    return _SCALES.get(unit[:1], 1)


def _first(unit: str) -> str:
    return _PER.split(unit)[0]


def is_share(unit: str) -> bool:
    """Whether `unit` is a percentage or a per mille."""
    return unit in ("%", "‰")
