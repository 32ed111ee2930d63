"""The files of a new scheme out of the target tables of a file: scheme, tables, a worked case, what is not sure."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from assess.domain.authoring import head_words
from assess.domain.authoring.full_marks import full_marks_case
from assess.domain.authoring.head_words import YEARS
from assess.domain.authoring.indicator_nodes import Section, nodes, sections_of
from assess.domain.authoring.plan_tree import plan_tree
from assess.domain.authoring.rule_tree import Plain
from assess.domain.authoring.table_rows import PlacedDoubt
from assess.domain.authoring.target_import import FileRead, TargetTableRead
from assess.domain.place import Place, Problem, ProblemsError
from assess.domain.target_text import Doubt
from assess.domain.target_text.printed import Form

#: 704201 某某学院: the number of an office in its budget.
_CODE = re.compile(r"\A[0-9]+ ?")
NOT_PRINTED = "原文没有印出{what}；这是本项目的默认{usual}，可以改"
_WEIGHTS = {
    "projects": {"output": 50, "benefit": 30, "satisfaction": 10},
    "institution": {"decision": 10, "process": 20, "duty": 40, "benefit": 20, "satisfaction": 10},
}
#: Sections that no usual form has; where there are any, their weight is only a beginning.
_OTHER_WEIGHT = 10
_INSTITUTION_OUTPUT = 40
_WHOLE = ("部门整体", "单位整体", "整体支出", "整体绩效")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the new scheme shall be called, and for which year; where nothing is said, the file says it."""

    id: str
    title: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class TableCounts:
    """What was read of one table: how many indicators by how they are printed, and how many people judge."""

    label: str
    indicators: int
    judged: int
    forms: Mapping[Form, int]
    doubts: int


@dataclass(frozen=True, slots=True)
class Draft:
    """The files by name, as plain content; title, period, counts and doubts for whoever reports them."""

    title: str
    year: int
    files: Mapping[str, Mapping[str, Plain]]
    tables: tuple[TableCounts, ...]
    doubts: tuple[PlacedDoubt, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    read: TargetTableRead
    id: str
    label: str
    sections: tuple[Section, ...]
    doubts: tuple[PlacedDoubt, ...]


def draft_of(read: FileRead, wanted: Wanted, source: str) -> Draft:
    """Return the scheme that the tables declare; `source` names the file in messages."""
    kinds = {_is_institution(table) for table in read.tables}
    if len(kinds) > 1:
        text = "文件里既有部门整体的表，又有项目的表"
        raise ProblemsError([Problem(Place(source), "mixed_tables", text, "请分成两个文件，各导入成一个方案")])
    is_institution = kinds == {True}
    width = len(str(len(read.tables)))
    prefix = "u" if is_institution else "p"
    tables = [
        _table(one, f"{prefix}{at:0{width}}", is_institution=is_institution)
        for at, one in enumerate(read.tables, start=1)
    ]
    year, year_doubts = _year(read, wanted, source)
    doubts = [*read.doubts, *(doubt for table in tables for doubt in _named(table, len(tables))), *year_doubts]
    doubts += _weight_doubts(tables)
    title = wanted.title or _title(tables, year)
    kind = _Kind("institution" if is_institution else "projects", len(tables))
    files: dict[str, Mapping[str, Plain]] = {"scheme.yaml": _scheme(wanted.id, title, year, kind, tables, read)}
    for table in tables:
        files[kind.file(table.id)] = {"targets": [_entry(table, kind)]}
    named = [("" if kind.is_single else table.id, table.sections) for table in tables]
    if cases := full_marks_case(named, Fraction(kind.points)):
        files["cases/full_marks.yaml"] = cases
    return Draft(title, year, files, tuple(map(_counts, tables)), tuple(doubts))


@dataclass(frozen=True, slots=True)
class _Kind:
    """Whether the tables are those of projects or of whole institutions, and how many there are."""

    list: str
    count: int

    @property
    def is_single(self) -> bool:
        """Whether there is one table for the list, not a table a unit."""
        return self.list == "institution" and self.count == 1

    @property
    def label(self) -> str:
        """What the list is called."""
        return "部门整体" if self.list == "institution" else "项目"

    @property
    def unit_type(self) -> str:
        """The id of the units' type."""
        return "institution" if self.list == "institution" else "project"

    @property
    def points(self) -> int:
        """The full mark of the indicators: an execution rate counts 10 for projects."""
        return 100 if self.list == "institution" else 90

    def file(self, table: str) -> str:
        """Where a table stands."""
        return "targets.yaml" if self.is_single else f"{_FOLDER[self.list]}/{table}.yaml"


_FOLDER = {"institution": "units", "projects": "projects"}


def _is_institution(table: TargetTableRead) -> bool:
    if any(word in table.head.title for word in _WHOLE):
        return True
    return not table.head.project and any(row.levels[:1] in (("履职",), ("决策",), ("过程",)) for row in table.rows)


def _named(table: _Table, count: int) -> Iterator[PlacedDoubt]:
    """The doubts of a table; one of several is named before the indicator."""
    for doubt in table.doubts:
        yield replace(doubt, subject=f"{table.id}/{doubt.subject}") if count > 1 and doubt.subject else doubt


def _table(read: TargetTableRead, name: str, *, is_institution: bool) -> _Table:
    sections, doubts = sections_of(read.rows)
    label = read.head.holder if is_institution else read.head.project
    if not label and not is_institution:
        bare = head_words.TITLE.sub("", read.head.title)
        label = bare or read.sheet or name
        doubt = Doubt("no_project", "没有找到项目名称", f"叫作“{label}”", "请在方案文件里改label")
        doubts.append(PlacedDoubt(read.place, doubt))
    return _Table(read, name, label, tuple(sections), tuple(doubts))


def _title(tables: Sequence[_Table], year: int) -> str:
    holder = next((table.read.head.holder for table in tables if table.read.head.holder), "")
    return f"{_CODE.sub('', holder)}{year}年度绩效目标"


def _year(read: FileRead, wanted: Wanted, source: str) -> tuple[int, list[PlacedDoubt]]:
    """The year asked for, or printed, or the one that titles and names give most often."""
    printed = Counter(table.head.year for table in read.tables if table.head.year)
    if wanted.year is not None:
        return wanted.year, []
    if printed:
        return int(printed.most_common(1)[0][0]), []
    named = [
        year for table in read.tables for text in (table.head.title, table.head.project) for year in YEARS.findall(text)
    ]
    named = named or [year for table in read.tables for text in table.head.goals for year in YEARS.findall(text)]
    if not named:
        text = "表上没有写年度"
        raise ProblemsError([Problem(Place(source), "year", text, "请用 --year 写明，例如 --year 2026")])
    year = Counter(named).most_common(1)[0][0]
    doubt = Doubt("year", "表上没有单独写年度", f"按名称里的{year}年", "不对的，请用 --year 写明后重新导入")
    return int(year), [PlacedDoubt(Place(source), doubt)]


def _weight_doubts(tables: Sequence[_Table]) -> Iterator[PlacedDoubt]:
    known = {name for weights in _WEIGHTS.values() for name in weights} | {"output"}
    for table in tables:
        for section in table.sections:
            if section.id not in known:
                said = f"“{section.label}”没有通行的权重"
                assumed = f"权重按{_OTHER_WEIGHT}"
                hint = f"请在方案文件的weights里改{section.id}"
                yield PlacedDoubt(section.indicators[0].row.place, Doubt("weight", said, assumed, hint))


def _scheme(
    name: str, title: str, year: int, kind: _Kind, tables: Sequence[_Table], read: FileRead
) -> Mapping[str, Plain]:
    head = tables[0].read.head
    present = list(dict.fromkeys(section.id for table in tables for section in table.sections))
    tree: dict[str, Plain] = {
        "id": name,
        "title": title,
        "source": {"document": head.title or title} | ({"issuer": head.holder} if head.holder else {}),
        "period": {"from": date(year, 1, 1), "to": date(year, 12, 31)},
        "include": [kind.file("*")],
        "lists": {kind.list: {"label": kind.label}},
        "unit_types": {kind.unit_type: {"label": kind.label, "list": kind.list, "count": Fraction(kind.count)}},
        "parts": dict(_parts(kind)),
        "weights": {
            "origin": NOT_PRINTED.format(what="权重", usual="（常见的自评表）"),
            "sections": _weights(kind, present),
        },
        "grades": {"origin": NOT_PRINTED.format(what="等次线", usual=""), "bands": _bands()},
        "monitoring": {"at_risk_from": Fraction(80), "origin": NOT_PRINTED.format(what="这条线", usual="")},
    }
    if read.stated is not None:
        clause, amount = read.stated
        tree["stated_budget"] = {"amount": amount, "unit": head.unit or "万元", "clause": clause}
    return tree


def _parts(kind: _Kind) -> Iterator[tuple[str, Plain]]:
    if kind.points < 100:  # noqa: PLR2004 the rest is the execution rate
        rest = Fraction(100 - kind.points)
        yield "execution", {"label": "预算执行率", "full": {kind.list: rest}, "execution": {}}
    full = {kind.list: Fraction(kind.points)}
    yield "targets", {"label": "绩效指标", "full": full, "indicators": {"partial": "raw"}}


def _weights(kind: _Kind, present: Sequence[str]) -> Mapping[str, Plain]:
    """The usual weights, and one for every other section that there is."""
    weights = dict(_WEIGHTS[kind.list])
    for name in present:
        other = _INSTITUTION_OUTPUT if name == "output" else _OTHER_WEIGHT
        weights.setdefault(name, other)
    return {name: Fraction(weight) for name, weight in weights.items()}


def _bands() -> list[Plain]:
    lines = ((100, 90, "优"), (90, 80, "良"), (80, 60, "中"), (60, 0, "差"))
    return [
        {"label": label, "at_least": Fraction(low), ("at_most" if label == "优" else "below"): Fraction(high)}
        for high, low, label in lines
    ]


def _entry(table: _Table, kind: _Kind) -> Mapping[str, Plain]:
    name: dict[str, Plain] = {"list": kind.list} if kind.is_single else {"table": table.id}
    if table.label:
        name["label"] = table.label
    return name | {
        "max": Fraction(kind.points),
        "shares": "weights",
        "plan": plan_tree(table.read),
        "indicators": [nodes(section) for section in table.sections],
    }


def _counts(table: _Table) -> TableCounts:
    indicators = [one for section in table.sections for one in section.indicators]
    return TableCounts(
        label=table.label or "部门整体",
        indicators=len(indicators),
        judged=sum(one.reading.rule.kind == "attainment" for one in indicators),
        forms=Counter(one.reading.form for one in indicators),
        doubts=len(table.doubts),
    )
