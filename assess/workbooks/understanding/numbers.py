"""Reads numbers as people write them in a sheet: full-width, with separators, in 万, in percent."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from fractions import Fraction

from assess.entered.values import NOTHING
from assess.ground.numbers import MONEY, NotANumberError, exact, plain
from assess.workbooks.ask import Ask
from assess.workbooks.returned import Value
from assess.workbooks.understanding.understood import Understood, refused

_PERCENT = "%"
_NUMBER = re.compile(r"([+-]?)([0-9]+(?:,[0-9]+)*)(\.[0-9]+)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_WITH_UNIT = re.compile(r"([+-]?[0-9][0-9,]*(?:\.[0-9]+)?)(.*)", re.DOTALL)
#: Ten thousands and the like before a unit, or alone; one that begins with another stands before it.
_SCALES = {"万": 10**4, "千万": 10**7, "千": 10**3, "百万": 10**6, "亿": 10**8}
#: Digits with blanks between them: thousands, or else two numbers.
_BLANKS = re.compile(r"[0-9.,][ \t]+(?=[0-9])")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?(?![0-9 .,]*[0-9])")
#: Digits that are written above the line, in a circle and the like: a footnote as well as a number.
_ODD_FORMS = ("<super>", "<sub>", "<circle>", "<compat>", "<fraction>")
_MINUS = str.maketrans("−–—", "---")


def plain_decimal(value: Decimal) -> str:
    """A number as it is kept."""
    return format(value.normalize() + 0, "f")


def read_number(value: Value, ask: Ask, *, percent: bool | None) -> Understood:
    """What a cell says that asks for a number. `percent`: whether it is shown as a percentage; None: nobody knows."""
    if isinstance(value, bool):
        return refused("not_a_number", f"{ask.label}应填数，这里是“{'是' if value else '否'}”", _allowed(ask))
    if isinstance(value, date):
        hint = f"大概是表格软件把数变成了日期，请把单元格格式改为“常规”，再填一次{_of(ask)}"
        return refused("date", f"{ask.label}应填数，这里是日期{value.isoformat()}", hint)
    if isinstance(value, Decimal) and value.is_finite():
        return _typed(value, ask, percent=percent)
    return _written(str(value), ask)


def _typed(value: Decimal, ask: Ask, *, percent: bool | None) -> Understood:
    """A number that the office program knows as one."""
    if not percent:
        if percent is None and _is_percent(ask) and 0 < value <= 1:
            shown = plain_decimal(value)
            hint = f"请写成{plain_decimal(value * 100)}%或{shown}%，或另存为“Excel工作簿（.xlsx）”再交"
            return refused(
                "which_percent", f"这种格式的表看不出{shown}是{shown}%还是{plain_decimal(value * 100)}%", hint
            )
        return _within(plain_decimal(value), ask)
    whole = plain_decimal(value * 100)
    if _is_percent(ask):
        return _within(whole, ask)
    hint = f"请把单元格格式改为“常规”，按{ask.measure or '数'}填写{_of(ask)}"
    return refused("percent", f"{ask.label}不是百分率，这里显示为{whole}%", hint)


def _written(text: str, ask: Ask) -> Understood:
    """A number that is written as a text."""
    spaced = unicodedata.normalize("NFKC", text).translate(_MINUS).strip()
    plain_text = spaced.replace(" ", "")
    for word in ask.others:
        if plain_text == word:
            return Understood(word)
    if plain_text == NOTHING:
        return refused(
            "nothing", f"{ask.label}应填数，这里是“{NOTHING}”", f"没有的填0，不适用的填“不适用”，不知道的空着{_of(ask)}"
        )
    found = _WITH_UNIT.fullmatch(plain_text)
    digits = _NUMBER.fullmatch(found[1]) if found is not None else None
    if found is None or digits is None:
        return refused("not_a_number", f"{ask.label}应填数，这里是“{_short(text)}”", _allowed(ask))
    doubt = _doubt(text, spaced, digits[2], ask)
    if doubt is not None:
        return doubt
    number = found[1].replace(",", "")
    return _in_unit(number, found[2], text, ask)


def _doubt(text: str, spaced: str, whole: str, ask: Ask) -> Understood | None:
    """What is asked where the signs may be several numbers, or a number and a footnote; None where they are one."""
    if _BLANKS.search(spaced) and not _THOUSANDS.match(spaced):
        hint = f"一格只填一个数，数字中间不要空格{_of(ask)}"
        return refused("blanks", f"“{_short(text)}”看不出是一个数还是几个数", hint)
    if any(map(_is_odd, text)):
        hint = f"请用普通数字重新输入{_of(ask)}"
        return refused("odd_digits", f"“{_short(text)}”里有角标或带圈的数字，看不出是不是数的一部分", hint)
    if "," in whole and _GROUPED.fullmatch(whole) is None:
        return refused("grouping", f"“{_short(text)}”里的逗号不在千分位上", f"请核对位数，不写逗号{_of(ask)}")
    return None


def _is_odd(sign: str) -> bool:
    return not sign.isdecimal() and sign.isnumeric() and unicodedata.decomposition(sign).startswith(_ODD_FORMS)


def _in_unit(number: str, unit: str, text: str, ask: Ask) -> Understood:
    asked = unicodedata.normalize("NFKC", ask.measure)
    if unit in ("", asked) or (unit and asked.startswith(f"{unit}/")):
        said = "" if text == number else f"“{_short(text)}”读作{number}"
        return _within(number, ask, said)
    scaled = _scaled(number, unit, asked)
    if scaled is not None:
        return _within(scaled, ask, f"“{_short(text)}”读作{scaled}{ask.measure}")
    if unit == _PERCENT:
        return refused(
            "percent", f"{ask.label}不是百分率，这里是“{_short(text)}”", f"请按{ask.measure or '数'}填写{_of(ask)}"
        )
    if unit in _SCALES:
        hint = f"请写明是多少{ask.measure}，只写数{_of(ask)}"
        return refused("scale", f"“{_short(text)}”看不出是多少{ask.measure}", hint)
    return refused("unit", f"{ask.label}应填数，这里是“{_short(text)}”", f"只写数，不写别的{_of(ask)}")


def _scaled(number: str, unit: str, asked: str) -> str | None:
    """The number in the unit that is asked for, where another one is written that is a multiple of it."""
    if unit in MONEY and asked in MONEY:
        return plain(exact(number) * MONEY[unit] / MONEY[asked])
    scale, rest = next(
        ((scale, unit.removeprefix(word)) for word, scale in _SCALES.items() if unit.startswith(word)), (0, "")
    )
    # 3.5万 for an input in 万元 may be 3.5万元 or 3.5万万元.
    if not scale or asked == _PERCENT or any(asked.startswith(word) for word in _SCALES):
        return None
    return plain(exact(number) * scale) if rest in ("", asked) else None


def _within(number: str, ask: Ask, said: str = "") -> Understood:
    """The number, if it is one that is kept and allowed."""
    try:
        value = exact(number)
    except NotANumberError as error:
        return refused("not_a_number", f"{ask.label}：{error}", _allowed(ask))
    if _is_outside(value, ask):
        return refused("out_of_bounds", f"{ask.label}是{number}{ask.measure}，超出了范围", _allowed(ask))
    return Understood(number, said)


def _is_outside(value: Fraction, ask: Ask) -> bool:
    return (ask.bounds is not None and not ask.bounds.holds(value)) or (ask.whole and value.denominator != 1)


def _is_percent(ask: Ask) -> bool:
    return unicodedata.normalize("NFKC", ask.measure) == _PERCENT


def _allowed(ask: Ask) -> str:
    others = (
        f"，或“{'”“'.join(ask.others)}”" if ask.others and not any(one in ask.allowed for one in ask.others) else ""
    )
    return f"允许{ask.allowed}{others}" if ask.allowed else "请只写数，不写单位和说明"


def _of(ask: Ask) -> str:
    return f"（允许{ask.allowed}）" if ask.allowed else ""


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:19]}…"  # noqa: PLR2004 a line of a terminal
