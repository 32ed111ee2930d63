"""Reads one cell for what it asks.

Blank is not entered, 0 is zero, 无 confirms an empty list, a dash says that nothing is entered, and a stroke is asked.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from assess.entered.values import NOTHING
from assess.ground.place import did_you_mean
from assess.workbooks.ask import Ask, Kind
from assess.workbooks.returned import ReturnedCell, Value
from assess.workbooks.understanding.days import read_day
from assess.workbooks.understanding.numbers import plain_decimal, read_number
from assess.workbooks.understanding.understood import Understood, refused

#: Longest text that is kept, as in any other file.
_MOST_TEXT = 20_000
#: Signs that nobody sees and that come along when text is pasted from a web page or another program.
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), None)
_STROKES = frozenset(("/", "\\", "|"))
_DASHES = frozenset("-—–−―─")
_BETWEEN = re.compile(r"[、，,；;\n]+")
_YES = {"√": "是", "✓": "是", "✔": "是", "y": "是", "yes": "是", "true": "是", "有": "是"}
_NO = {"×": "否", "✗": "否", "x": "否", "n": "否", "no": "否", "false": "否", "没有": "否"}


def understood(cell: ReturnedCell, ask: Ask) -> Understood:
    """What a cell says under what it asks for."""
    if cell.uncomputed:
        hint = "请在Excel或WPS里打开一次再存盘，或把公式换成它的值（选择性粘贴→数值）"
        return refused("formula", "这一格是公式，文件里没有算好的值", hint)
    if cell.error:
        return refused("error_value", f"这一格是错误值{cell.error}", f"请改成应填的值{_allowed(ask)}")
    value = cleaned(cell.value) if isinstance(cell.value, str) else cell.value
    if value is None or value == "":
        return Understood()
    return _sign(value) or _READERS[ask.kind](value, cell, ask)


def _sign(value: Value) -> Understood | None:
    """What a cell says in which nothing stands but a stroke or a dash; None where something else does."""
    sign = unicodedata.normalize("NFKC", value).strip() if isinstance(value, str) else "x"
    if sign in _STROKES:
        hint = f"没有填的空着；不适用的写“不适用”；确实没有的，清单写“{NOTHING}”，数写0"
        return refused("stroke", f"“{value}”看不出是没有、不适用还是零", hint)
    if set(sign) <= _DASHES:
        return Understood(said=f"“{value}”读作没有填") if sign else Understood()
    return None


def cleaned(text: str) -> str:
    """A text without signs that nobody sees, and without blanks around it."""
    return (
        text.translate(_INVISIBLE)
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("_x000D_", "")
        .strip("\u3000\xa0 \t\n\v\f")
    )


def _number(value: Value, cell: ReturnedCell, ask: Ask) -> Understood:
    return read_number(value, ask, percent=cell.percent)


def _day(value: Value, cell: ReturnedCell, ask: Ask) -> Understood:
    del cell
    return read_day(value, ask)


def _words(value: Value) -> str:
    """A value as somebody would have typed it as a text."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return plain_decimal(value)
    return value.isoformat() if isinstance(value, date) else value


def _text(value: Value, cell: ReturnedCell, ask: Ask) -> Understood:
    words = _words(value)
    if isinstance(value, Decimal) and cell.percent:
        words = f"{plain_decimal(value * 100)}%"
    if len(words) > _MOST_TEXT:
        return refused("too_long", f"文字太长（{len(words)}个字，最多{_MOST_TEXT}个字）", "请缩短，详细内容另附文件")
    if "\0" in words or any("\ud800" <= sign <= "\udfff" for sign in words):
        return refused("unkeepable", f"{ask.label}里有不能保存的字符", "请重新输入这一格")
    return Understood(words)


def _choice(value: Value, cell: ReturnedCell, ask: Ask) -> Understood:
    del cell
    words = _words(value)
    found = _meant(words, ask.choices)
    if found is None and tuple(ask.choices.values()) == ("是", "否"):
        found = {**_YES, **_NO, "1": "是", "0": "否"}.get(_plain(words))
        if found is not None:
            return Understood(found, said=f"“{words}”读作{found}")
    if found is not None:
        return Understood(found)
    hint = did_you_mean(words, ask.choices.values(), ask.choices.values())
    return refused("unknown_choice", f"{ask.label}没有“{_short(words)}”这一项", hint)


def _meant(words: str, choices: Mapping[str, str]) -> str | None:
    """The kept word that is meant by a kept or a shown one."""
    if words in choices:
        return words
    plain = _plain(words)
    found = [kept for kept, shown in choices.items() if plain in (_plain(shown), _plain(kept))]
    return found[0] if len(found) == 1 else None


def _plain(words: str) -> str:
    return "".join(unicodedata.normalize("NFKC", words).split()).casefold()


def _several(value: Value, cell: ReturnedCell, ask: Ask) -> Understood:
    """Words behind each other, each one of the choices if there are any; kept a line each."""
    whole = _meant(_words(value), ask.choices)
    if whole is not None:
        return Understood(whole)
    kept = []
    for word in filter(None, map(str.strip, _BETWEEN.split(_words(value)))):
        found = _choice(word, cell, ask) if ask.choices else Understood(word)
        if found.wrong is not None:
            return found
        kept.append(found.text or "")
    return Understood("\n".join(dict.fromkeys(kept)))


def _nothing(value: Value, cell: ReturnedCell, ask: Ask) -> Understood:
    del cell
    words = _words(value)
    if _plain(words) in (NOTHING, "没有", "none", "无。"):
        return Understood(NOTHING, said="" if words == NOTHING else f"“{words}”读作{NOTHING}")
    text = f"{ask.label}是逐项登记的，这一格只能填“{NOTHING}”，这里是“{_short(words)}”"
    return refused("not_nothing", text, f"有的，一行一项写在“成果”或“事项”表里；确实没有的填“{NOTHING}”")


def _allowed(ask: Ask) -> str:
    return f"：{ask.allowed}" if ask.allowed else ""


def _short(words: str) -> str:
    return words if len(words) <= 20 else f"{words[:19]}…"  # noqa: PLR2004 a line of a terminal


_READERS: Mapping[Kind, Callable[[Value, ReturnedCell, Ask], Understood]] = {
    "number": _number,
    "text": _text,
    "choice": _choice,
    "day": _day,
    "several": _several,
    "nothing": _nothing,
}
