"""One difference between two schemes: what it is about, and a sentence that a meeting can read."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

#: Most indicators that are named one by one; more would not be read.
MOST = 8
#: Most tables that are named one by one.
MOST_TABLES = 3


class Theme(StrEnum):
    """What a difference is about, in the order in which a meeting goes through them."""

    SCHEME = "scheme"
    PARTS = "parts"
    UNITS = "units"
    INDICATORS = "indicators"
    FULL_MARKS = "full_marks"
    EXEMPTIONS = "exemptions"
    RULES = "rules"
    INPUTS = "inputs"
    PLANS = "plans"
    STATED = "stated"
    SELECTION = "selection"
    PROCEDURE = "procedure"
    READINGS = "readings"


THEME_LABELS = {
    Theme.SCHEME: "方案本身",
    Theme.PARTS: "总分的组成",
    Theme.UNITS: "名单、单位类型和比较范围",
    Theme.INDICATORS: "指标",
    Theme.FULL_MARKS: "满分",
    Theme.EXEMPTIONS: "参加范围",
    Theme.RULES: "计分办法",
    Theme.INPUTS: "填报数据",
    Theme.PLANS: "目标表的表头和资金",
    Theme.STATED: "原文印出的满分和重复项目",
    Theme.SELECTION: "等次和评优",
    Theme.PROCEDURE: "步骤、分工和后果",
    Theme.READINGS: "对原文的理解",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """An indicator or group that a difference is about; `table` names the department table, if it is in one."""

    id: str
    label: str
    clause: str = ""
    tree: str = ""
    table: str = ""

    @property
    def full_id(self) -> str:
        """The id that no other indicator has: `academic_affairs/D5`."""
        return f"{self.tree}/{self.id}" if self.table else self.id

    def words(self) -> str:
        """`K5.1a 班主任配备（附件1 二(五)1）`."""
        clause = f"（{self.clause}）" if self.clause else ""
        return f"{self.id} {self.label}{clause}"


@dataclass(frozen=True, slots=True)
class Difference:
    """What is different; `text` says it about all of `subjects`, or about the scheme when there are none."""

    theme: Theme
    text: str
    subjects: tuple[Subject, ...] = ()

    def sentence(self) -> str:
        """The text with what it is about in front."""
        return f"{_named(self.subjects)}：{self.text}" if self.subjects else self.text


def _named(subjects: tuple[Subject, ...]) -> str:
    first = subjects[0]
    if len(subjects) == 1:
        return f"{first.table} {first.words()}" if first.table else first.words()
    if len({(one.id, one.label) for one in subjects}) == 1:
        return f"{first.id} {first.label}（{_tables(subjects)}）"
    by_table: dict[str, list[str]] = {}
    for one in subjects[:MOST]:
        by_table.setdefault(one.table, []).append(one.id)
    shown = "；".join(f"{table} {'、'.join(ids)}".strip() for table, ids in by_table.items())
    return f"{shown}等{len(subjects)}项" if len(subjects) > MOST else shown


def _tables(subjects: tuple[Subject, ...]) -> str:
    tables = [one.table or one.tree for one in subjects]
    shown = "、".join(tables[:MOST_TABLES])
    return f"{shown}等{len(tables)}张表" if len(tables) > MOST_TABLES else shown


def merged(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """By theme, in the order found; what is said alike about several indicators is said once."""
    order = list(Theme)
    found: dict[tuple[Theme, str, bool], Difference] = {}
    for one in differences:
        key = (one.theme, one.text, bool(one.subjects))
        before = found.get(key)
        found[key] = one if before is None else replace(before, subjects=_joined(before, one))
    return tuple(sorted(found.values(), key=lambda one: order.index(one.theme)))


def _joined(before: Difference, after: Difference) -> tuple[Subject, ...]:
    return tuple(dict.fromkeys((*before.subjects, *after.subjects)))
