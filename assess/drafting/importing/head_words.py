"""The words by which the head of a target table says what stands where, in half-width signs without blanks."""

import re
from collections.abc import Sequence
from fractions import Fraction

from assess.drafting.target_text.printed import narrowed
from assess.ground.grid import joined, lines_of
from assess.ground.numbers import NotANumberError, exact

TITLE = re.compile("绩效(?:目标)?(?:申报|自评)?表")
#: `2.安全稳定专项经费（2024年）绩效目标表`: the number is that of the table in its file.
_NUMBER_OF_TITLE = re.compile(r"\A[0-9]{1,3}[.、]\s*")

_HOLDER = "(?:预算)?(?:单位|部门)(?:\\(单位\\))?名称|预算单位|主管部门|实施单位|项目单位|填报单位"
_PROJECT = "项目(?:支出)?名称|项目"
_YEAR_LABEL = "(?:预算|所属)?年度"
_UNIT_LABEL = "(?:金额)?单位"
LABELS: dict[str, re.Pattern[str]] = {
    "holder": re.compile(_HOLDER),
    "project": re.compile(_PROJECT),
    "year": re.compile(_YEAR_LABEL),
    "unit": re.compile(_UNIT_LABEL),
    "purpose": re.compile("(?:预算规模及)?资金用途|用途"),
    "long_term": re.compile("中长期(?:绩效)?目标|总体(?:绩效)?目标|实施周期(?:绩效)?目标|长期目标"),
    "goals": re.compile("(?:年度)?(?:绩效)?目标|年度(?:总体|绩效总体)目标"),
}
#: `部门名称：…`: label and value in one cell.
_INLINE = re.compile(f"({_HOLDER}|{_PROJECT}|{_YEAR_LABEL}|{_UNIT_LABEL})[:：](.+)", re.DOTALL)
_ONLY_YEAR = re.compile("((?:19|20)[0-9]{2})(?:年度?)?")
YEARS = re.compile("(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_OFFICE = re.compile(
    "(?:[0-9]+ ?)?[^0-9,，。;；]{2,30}(?:学院|学校|大学|中学|小学|幼儿园|局|厅|委员会|办公室|中心|医院|馆|所|院)"
)

#: A name that stands with an amount, and one that only heads others.
MONEY = re.compile("预算数|资金|资本金|总计|合计|拨款|预算|收入|经费|基金|支出|贷款|债券")
ABOUT_MONEY = re.compile(
    "(?:收入|支出|资金|支出计划|资金来源|资金情况)(?:\\(.*\\))?|(?:全年|年初)预算数|预算规模及资金用途|部门整体资金.*|绩效指标"
)
AMOUNT_HEADING = re.compile("金额(?:\\((.*)\\))?|预算金额(?:\\((.*)\\))?")
HALF_PLAN = re.compile("(?:上)?半年.*(?:执行|支出|计划).*")
FULL_PLAN = re.compile("全年.*(?:预算|支出|计划).*|预算数")
_MONEY_UNIT = re.compile("\\(?(亿元|万元|千元|元)\\)?")
_UNIT_IN_BRACKETS = re.compile("\\((亿元|万元|千元|元)\\)")
_AMOUNT = re.compile("([-+]?[0-9][0-9,]*(?:\\.[0-9]+)?)(亿元|万元|千元|元)?")
_ITEM = re.compile("[(（]?([0-9]{1,3})[)）.、．]\\s*(.+)", re.DOTALL)

#: Below a table, and nothing of it.
NOTES = re.compile("注[:：]|备注|说明[:：]|填表|填报人|制表|审核|经办|联系|第[0-9]+页|[-—][0-9]+[-—]|\\(?续表")


def label_kind(text: str) -> str | None:
    """Which field a cell names; None for any other text."""
    narrow = narrowed(text)
    return next((kind for kind, pattern in LABELS.items() if pattern.fullmatch(narrow)), None)


def inline(text: str) -> tuple[str, str] | None:
    """The field and its value, where one cell holds both."""
    found = _INLINE.fullmatch(text.strip())
    kind = label_kind(found[1]) if found else None
    return (kind, joined(found[2])) if found and kind else None


def money_unit(text: str) -> str:
    """万元, 元 …; "" for any other text."""
    found = _MONEY_UNIT.fullmatch(narrowed(text))
    return found[1] if found else ""


def units_in(text: str) -> list[str]:
    """The money units that a name has in brackets: 资金（万元）."""
    return _UNIT_IN_BRACKETS.findall(narrowed(text))


def title_of(text: str) -> str:
    """The title without its number."""
    return _NUMBER_OF_TITLE.sub("", joined(text))


def only_year(text: str) -> str:
    """The year, where a cell says nothing else: 2026年度."""
    found = _ONLY_YEAR.fullmatch(narrowed(text))
    return found[1] if found else ""


def is_office(text: str) -> bool:
    """Whether a text without a label looks like the name of whoever has the table: 704201 某某学院."""
    return _OFFICE.fullmatch(joined(text)) is not None


def amount_of(text: str) -> tuple[Fraction, str] | None:
    """The amount in a cell and its unit, where one is printed; None for anything else."""
    found = _AMOUNT.fullmatch(narrowed(text))
    if found is None:
        return None
    try:
        return exact(found[1].replace(",", "")), found[2] or ""
    except NotANumberError:
        return None


def items_of(texts: Sequence[str]) -> list[str]:
    """The lines of goals; numbers that count them from 1 are left away, since they are counted again."""
    lines = [line for text in texts for line in lines_of(text)]
    found = [_ITEM.fullmatch(line) for line in lines]
    if lines and all(one is not None and int(one[1]) == at for at, one in enumerate(found, start=1)):
        return [one[2].strip() for one in found if one is not None]
    return lines
