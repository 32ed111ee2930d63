"""The cells of a sheet, with what stands in them."""

from collections.abc import Sequence
from fractions import Fraction

from assess.ground.address import Address
from assess.ground.numbers import NotANumberError, exact
from assess.ground.said import YES_NO
from assess.workbooks.ask import Ask
from assess.workbooks.book import FormCell
from assess.workbooks.laying_out.asks import FLAG
from assess.workbooks.laying_out.year_on_sheets import YearOnSheets

#: What stands in a cell whose value whoever makes the sheets may not know.
CONFIDENTIAL = "保密"
#: What stands between several words in one cell.
BETWEEN = "、"
#: An office program keeps no more digits of a number.
_MOST_DIGITS = 15
_YES = {**YES_NO, "有": "是", "无": "否"}


def label(text: str | Fraction | None) -> FormCell:
    """Words that name something."""
    return FormCell("label", text)


def closed(text: str | None = None) -> FormCell:
    """A cell that does not apply, or that nobody may fill in here."""
    return FormCell("closed", text)


def shown(ask: Ask, text: str | None) -> str | Fraction | None:
    """A kept value as it stands in a cell."""
    if text is None:
        return None
    if ask.kind == "number":
        return _number(text)
    if ask.kind == "choice":
        return ask.choices.get(text) or (_YES.get(text, text) if ask.choices == FLAG else text)
    return text


def _number(text: str) -> str | Fraction:
    if sum(sign.isdigit() for sign in text.lstrip("-0.")) > _MOST_DIGITS:
        return text
    try:
        return exact(text)
    except NotANumberError:
        return text  # 不适用


def input_cell(year: YearOnSheets, ask: Ask, address: Address, field: str = "", *, missing: bool = False) -> FormCell:
    """The cell of a value, with what is entered there; closed where whoever makes the sheets may not know it."""
    text = year.values.get((address, field))
    if text is not None and not year.shows(address, field):
        return closed(CONFIDENTIAL)
    return FormCell("input", shown(ask, text), ask, missing)


def list_cell(year: YearOnSheets, ask: Ask, address: Address) -> FormCell:
    """The cell of a list of words, one behind the other."""
    numbers = year.rows.get(address, ())
    words = [year.values.get((address._replace(record=one), ""), "") for one in numbers]
    return FormCell("input", BETWEEN.join(ask.choices.get(one, one) for one in words) or None, ask)


def total(values: Sequence[FormCell]) -> Fraction:
    """What the numbers among these cells come to."""
    return sum((one.value for one in values if isinstance(one.value, Fraction)), Fraction(0))
