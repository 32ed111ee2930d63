"""The signs and words by which a text says how its number is meant, in half-width characters without blanks."""

import re

from assess.rules.grammar.target_value import Operator

#: Before the number.
BEFORE: dict[str, Operator] = {
    "大于或等于": "at_least",
    "小于或等于": "at_most",
    "大于等于": "at_least",
    "小于等于": "at_most",
    "不得少于": "at_least",
    "不得低于": "at_least",
    "不得超过": "at_most",
    "不得高于": "at_most",
    "不小于": "at_least",
    "不少于": "at_least",
    "不低于": "at_least",
    "不短于": "at_least",
    "不超过": "at_most",
    "不高于": "at_most",
    "不大于": "at_most",
    "不多于": "at_most",
    "控制在": "at_most",
    "达到": "at_least",
    "至少": "at_least",
    "最少": "at_least",
    "至多": "at_most",
    "最多": "at_most",
    "大于": "above",
    "多于": "above",
    "高于": "above",
    "超过": "above",
    "小于": "below",
    "少于": "below",
    "低于": "below",
    "不足": "below",
    "不满": "below",
    "等于": "equal",
    ">=": "at_least",
    "=>": "at_least",
    "<=": "at_most",
    "=<": "at_most",
    "==": "equal",
    "≥": "at_least",
    "⩾": "at_least",
    "≧": "at_least",
    "≤": "at_most",
    "⩽": "at_most",
    "≦": "at_most",
    ">": "above",
    "<": "below",
    "=": "equal",
    "达": "at_least",
}
#: Behind it. 以上, 以内 and 以下 include the number itself, as in law (《民法典》第一千二百五十九条).
BEHIND: dict[str, Operator] = {
    "(含)以上": "at_least",
    "及以上": "at_least",
    "或以上": "at_least",
    "以上": "at_least",
    "(含)以下": "at_most",
    "及以下": "at_most",
    "或以下": "at_most",
    "以下": "at_most",
    "(含)以内": "at_most",
    "以内": "at_most",
    "之内": "at_most",
    "内": "at_most",
}

#: What says over what a number counts; it is no part of the number.
_OVER_WHAT = r"(?:平均|累计|全年|年度|人均|生均|每个?(?:学期|学年|年|季度|季|月|周|星期|天|日|次|人|班|生|校))+"
#: Fewer digits than an exact number may have: what is computed from it must be one too.
NUMBER = r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,13})(?:\.[0-9]{1,10})?(?![0-9])"


def _any(words: dict[str, Operator]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


#: A number with what may stand around it: words, over what it counts, sign, about, number, ratio, unit, word behind.
#: A unit is short and holds no further number.
WITH_NUMBER = re.compile(
    rf"(?P<words>[^0-9%±]{{0,16}}?)(?P<over>{_OVER_WHAT})?(?P<sign>{_any(BEFORE)})?(?P<over_too>{_OVER_WHAT})?"
    rf"(?P<about>大约|约)?(?P<number>{NUMBER})(?::(?P<per>{NUMBER}))?"
    rf"(?P<unit>[^0-9.,;:。、<>=≥≤]{{0,10}}?)(?P<also_about>左右|上下)?(?P<behind>{_any(BEHIND)})?(?:\(含\))?"
)
#: A span: its first number counts.
SPAN = re.compile(
    rf"(?P<first>{NUMBER})(?P<unit>[^-~—–至0-9]{{0,4}})(?:[-~—–至])(?P<last>{NUMBER})(?P<rest>[^0-9]{{0,10}})"
)
#: 6月底前, 2026年, 2026-06-30, 30日前: a date, though it begins with a number.
DATE = re.compile(
    r"[^0-9]*(?:(?:19|20)[0-9]{2}(?:年|[-./][01]?[0-9](?![0-9]))|[01]?[0-9]月(?![/每])|[0-3]?[0-9][日号](?:之?前|止))"
)
#: A number inside words, in digits or in characters.
INSIDE = re.compile(r"[0-9]|[一二两三四五六七八九十百千]+(?:次|个|项|场|人|篇|份|期|小时|天|周|月|年)")
#: A single numeral that stands where a number is expected.
NUMERAL = re.compile(
    rf"((?:{_any(BEFORE)})?)([一二两三四五六七八九十])(次|个|项|场|人|篇|份|期|家|门|套|件|本|台|处|届)((?:{_any(BEHIND)})?)"
)
NUMERALS = {sign: str(at) for at, sign in enumerate("一二三四五六七八九十", start=1)} | {"两": "2"}
