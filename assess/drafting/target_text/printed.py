"""One printed text: its sign, number, ratio and unit, before anything is known of the indicator."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from assess.drafting.target_text.signs import BEFORE, BEHIND, DATE, INSIDE, NUMERAL, NUMERALS, SPAN, WITH_NUMBER
from assess.ground.numbers import exact
from assess.rules.grammar.target_value import Operator

Form = Literal["≥", "≤", "＝", ">", "<", "以上", "bare", "zero", "ratio", "text", "blank"]
"""How a value is printed.

≥ ≤ ＝ > <  a sign of whatever shape (⩾ ≧ >= ＞ …), or words that mean it before the number (不少于, 不超过, 达到) or
            behind it (以内, 以下)
以上        以上, 及以上, 或以上 behind the number
bare        a number without any sign: the section gives the direction
zero        a bare 0, with or without unit
ratio       one number to another, 1:200, with or without sign
text        words; also words that hold a number, and 无安全事故, 零差错
blank       nothing, or a dash
"""

_FORMS: dict[Operator, Form] = {"at_least": "≥", "at_most": "≤", "equal": "＝", "above": ">", "below": "<"}

#: What is left of a cell that says nothing.
_BLANKS = frozenset("-—–―/\\~_·.、")
_NOTHING = ("无", "没有", "暂无")
_PERCENT = re.compile(r"(?:个?百分(?:比|号|点)|%)\Z")
_PERCENT_BEFORE = re.compile(r"百分之([0-9.]+)")
#: What is written in several ways, and means the same.
_ONE_WAY = {"人/次": "人次", "人·次": "人次"}
#: Of a number that stands at the end of words.
_LONGEST_UNIT = 4
_BRACKETED = re.compile(r"\(([^()]*)\)")

_NARROW = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    ord("∶"): ":",
    ord("﹕"): ":",
    ord("﹪"): "%",
    ord("﹥"): ">",
    ord("﹤"): "<",
    ord("﹦"): "=",
    ord("−"): "-",
}


@dataclass(frozen=True, slots=True)
class Printed:
    """What a text says by itself. `number` is None for words; `operator` is None where no sign or word gives one."""

    text: str
    form: Form
    operator: Operator | None = None
    number: Fraction | None = None
    #: The second number of a ratio, above 0.
    per: Fraction | None = None
    unit: str = ""
    #: Codes of what is unclear by itself; `values` turns them into sentences.
    doubts: tuple[str, ...] = ()

    @property
    def says_none(self) -> bool:
        """Whether it says 无 and nothing else."""
        return self.form == "text" and self.text in _NOTHING


def read_printed(text: str) -> Printed:
    """Read one cell; line breaks and doubled blanks are no part of it."""
    literal = " ".join(text.split())
    narrow = narrowed(literal).rstrip("。.;,")
    if not narrow or set(narrow) <= _BLANKS:
        return Printed(literal, "blank")
    if DATE.match(narrow):
        return Printed(literal, "text", doubts=("date",))
    span = SPAN.fullmatch(narrow)
    if span is not None and (found := _span(literal, span)) is not None:
        return found
    whole = WITH_NUMBER.fullmatch(_PERCENT_BEFORE.sub(r"\1%", NUMERAL.sub(_as_digit, narrow)))
    if whole is not None and (found := _with_number(literal, whole)) is not None:
        return found
    return Printed(literal, "text", doubts=("number_inside",) if INSIDE.search(narrow) else ())


def narrowed(text: str) -> str:
    """Half-width signs and digits, no blanks."""
    return "".join(text.translate(_NARROW).split())


def _as_digit(found: re.Match[str]) -> str:
    """三次以上 → 3次以上; only where nothing else stands in the text."""
    whole = found[0] == found.string
    return f"{found[1]}{NUMERALS[found[2]]}{found[3]}{found[4]}" if whole else found[0]


def _number(digits: str) -> Fraction:
    return exact(digits.replace(",", ""))


def _span(literal: str, found: re.Match[str]) -> Printed | None:
    """80%-90%: the first number is the least that is asked for."""
    first, last = _number(found["first"]), _number(found["last"])
    if first < 0 or last <= first:
        return None
    unit = _unit(found["rest"] or found["unit"])
    return Printed(literal, "≥", "at_least", first, unit=unit, doubts=("span",))


def _with_number(literal: str, found: re.Match[str]) -> Printed | None:
    per = None if found["per"] is None else _number(found["per"])
    if per is not None and per <= 0:
        return None
    number, unit = _number(found["number"]), _unit(found["unit"])
    if "内" in unit or (found["words"] and len(unit) > _LONGEST_UNIT):
        # A sentence that goes on behind its number.
        return None
    before = BEFORE[found["sign"]] if found["sign"] else None
    behind = BEHIND[found["behind"]] if found["behind"] else None
    operator = before or behind
    printed = Printed(literal, _form(before, behind, number), operator, number, per, unit, _doubts(found))
    if per is not None:
        printed = replace(printed, form="ratio")
    return replace(printed, form="text") if found["words"] else printed


def _form(before: Operator | None, behind: Operator | None, number: Fraction) -> Form:
    if before is not None:
        return _FORMS[before]
    if behind is not None:
        return "以上" if behind == "at_least" else _FORMS[behind]
    return "bare" if number else "zero"


def _doubts(found: re.Match[str]) -> tuple[str, ...]:
    before, behind = BEFORE.get(found["sign"] or ""), BEHIND.get(found["behind"] or "")
    given = {
        "inside_words": found["words"],
        "over_what": found["over"] or found["over_too"],
        "about": found["about"] or found["also_about"],
        "two_signs": before and behind and _rises(before) != _rises(behind),
        "inclusive": found["behind"] == "以下",
        "percentage_points": "百分点" in found["unit"],
    }
    return tuple(code for code, present in given.items() if present)


def _rises(operator: Operator) -> bool:
    return operator in ("at_least", "above")


def _unit(written: str) -> str:
    """The unit without brackets; 百分比, 百分号, 百分点 are %."""
    outside = _BRACKETED.sub("", written)
    bracketed = _BRACKETED.search(written)
    unit = outside or (bracketed[1] if bracketed else "")
    return _ONE_WAY.get(unit) or ("%" if _PERCENT.fullmatch(unit) else unit.strip("()"))
