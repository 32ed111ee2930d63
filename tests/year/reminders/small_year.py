"""Small years in which nothing is odd but what a test writes: one list, one type of unit, indicators of its own."""

from collections.abc import Iterable, Mapping

from assess.scheme.scheme import Scheme
from assess.year.case import Facts
from assess.year.evidence import Evidence
from assess.year.reminders import REMINDERS, Year
from tests import small

NAMES = "甲乙丙丁戊己庚辛壬癸"

TOP = {
    "lists": "{academic: {label: 院部}}",
    "unit_types": "{college: {label: 学院, list: academic}}",
    "populations": "{everyone: {label: 全校, types: [college]}}",
    "parts": "{targets: {label: 目标考核, full: {academic: 10}, indicators: {}}}",
}

ONE_MARK = "- {id: A, label: 实绩, max: 10, rule: {judged: {}}}"

PARTS = """
votes:
  label: 民主测评
  full: {academic: 20}
  ballots:
    levels: {优秀: 90, 合格: 70}
    divide_by: 100
    groups: {staff: {label: 中层干部}, peers: {label: 职工代表}}
leadership:
  label: 领导评价
  full: {academic: 30}
  panel:
    levels: {好: 90, 差: 9}
    groups: {principal: {label: 正职, points: 20}, deputy: {label: 副职, points: 10}}
"""


def scheme(indicators: str = ONE_MARK, **keys: str) -> Scheme:
    """A scheme with these indicators; `keys` are other top-level keys."""
    return small.scheme(small.tree(indicators), None, **{**TOP, **keys})


def units(written: Iterable[str]) -> str:
    """Units 甲、乙、丙 … (ids a, b, c …), each with its keys as written; one that begins with `{` is whole."""
    named = zip("abcdefghij", NAMES, written, strict=False)
    return "\n".join(
        f"- {keys}" if keys.startswith("{") else f"- {{id: {one}, name: {name}, type: college, {keys}}}"
        for one, name, keys in named
    )


def noticed(of: Scheme, text: str) -> list[str]:
    """Everything that is noticed in a year that is given as its units: code, address, value, what is said."""
    return said(of, small.evidence(text, of))


def said(of: Scheme, evidence: Evidence) -> list[str]:
    """Everything that is noticed in a year, in the order of the reminders."""
    year = Year(of, evidence, Facts(of, evidence))
    return [
        f"{reminder.code} {one.address} [{one.value}] {one.text}"
        for reminder in REMINDERS
        for one in reminder.run(year)
    ]


def codes(of: Scheme, written: Iterable[str]) -> list[str]:
    """What is noticed among these units, as code and address."""
    return [" ".join(one.split(" ")[:2]) for one in noticed(of, units(written))]


def example_scheme(keys: Mapping[str, str]) -> Scheme:
    """The scheme of an example: its indicators, or whole targets, beside other keys."""
    if "targets" in keys:
        return small.scheme(keys["targets"], None, **{**TOP, **{key: keys[key] for key in keys if key != "targets"}})
    return scheme(keys.get("indicators", ONE_MARK), **{key: keys[key] for key in keys if key != "indicators"})
