"""The files of a new scheme out of the target tables of a file: scheme, tables, a worked case, what is not sure."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assess.drafting.importing import head_words
from assess.drafting.importing.full_marks import full_marks_case
from assess.drafting.importing.head_words import YEARS
from assess.drafting.importing.indicator_nodes import Section, nodes, sections_of
from assess.drafting.importing.plan_tree import plan_tree
from assess.drafting.importing.scheme_tree import TableOutline, scheme_tree
from assess.drafting.importing.skeleton import Skeleton, TableKind, UsualWeights
from assess.drafting.importing.table_rows import PlacedDoubt
from assess.drafting.importing.table_weights import TableWeights, table_weights
from assess.drafting.importing.tables_read import FileRead, TargetTableRead
from assess.drafting.target_text import Doubt
from assess.drafting.target_text.printed import Form
from assess.ground.numbers import short
from assess.ground.place import Place, Problem, ProblemsError
from assess.ground.plain import Plain

#: 704201 某某学院: the number of an office in its budget.
_CODE = re.compile(r"\A[0-9]+ ?")


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
    #: Whether the weights are those that the table prints; whether it prints some that cannot be used.
    has_printed_weights: bool
    has_refused_weights: bool


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
    weights: TableWeights
    doubts: tuple[PlacedDoubt, ...]

    @property
    def outline(self) -> TableOutline:
        """What the main file says of it."""
        sections = [section.id for section in self.sections]
        return TableOutline(self.read.head, sections, self.weights.sections, self.weights.are_refused)


def draft_of(read: FileRead, wanted: Wanted, source: str, skeleton: Skeleton) -> Draft:
    """Return the scheme that the tables declare; `source` names the file in messages."""
    kind = _kind(read, source, skeleton)
    count = len(read.tables)
    width = len(str(count))
    names = [f"{kind.prefix}{at:0{width}}" for at in range(1, count + 1)]
    tables = [_table(one, name, skeleton, kind) for one, name in zip(read.tables, names, strict=True)]
    year, year_doubts = _year(read, wanted, source)
    doubts = [*read.doubts, *(doubt for table in tables for doubt in _named(table, len(tables))), *year_doubts]
    doubts += _weight_doubts(tables, kind.weights)
    title = wanted.title or _title(tables, year)
    main = dict(scheme_tree(wanted.id, title, year, skeleton, kind, [table.outline for table in tables]))
    if read.stated is not None:
        clause, amount = read.stated
        main["stated_budget"] = {
            "amount": amount,
            "unit": tables[0].read.head.unit or skeleton.plan.unit,
            "clause": clause,
        }
    files: dict[str, Mapping[str, Plain]] = {"scheme.yaml": main}
    for table in tables:
        files[kind.file(table.id, count)] = {"targets": [_entry(table, skeleton, kind, count)]}
    named = [("" if kind.is_single(count) else table.id, table.sections) for table in tables]
    if cases := full_marks_case(named, {kind.part: kind.points}):
        files["cases/full_marks.yaml"] = cases
    return Draft(title, year, files, tuple(_counts(table, kind) for table in tables), tuple(doubts))


def _kind(read: FileRead, source: str, skeleton: Skeleton) -> TableKind:
    """The one kind that all tables of the file are of."""
    found = {skeleton.kind_of(table).list for table in read.tables}
    kinds = [kind for kind in skeleton.kinds if kind.list in found]
    if len(kinds) > 1:
        text = f"文件里既有{'，又有'.join(f'{kind.label}的表' for kind in kinds)}"
        raise ProblemsError([Problem(Place(source), "mixed_tables", text, "请分成两个文件，各导入成一个方案")])
    return kinds[0]


def _named(table: _Table, count: int) -> Iterator[PlacedDoubt]:
    """The doubts of a table; one of several is named before the indicator."""
    for doubt in table.doubts:
        yield replace(doubt, subject=f"{table.id}/{doubt.subject}") if count > 1 and doubt.subject else doubt


def _table(read: TargetTableRead, name: str, skeleton: Skeleton, kind: TableKind) -> _Table:
    sections, doubts = sections_of(read.rows, skeleton.sections)
    weights = table_weights(read, sections, kind)
    doubts += weights.doubts
    label = read.head.project if kind.named_by == "project" else read.head.holder
    if not label and kind.named_by == "project":
        bare = head_words.TITLE.sub("", read.head.title)
        label = bare or read.sheet or name
        doubt = Doubt("no_project", "没有找到项目名称", f"叫作“{label}”", "请在方案文件里改label")
        doubts.append(PlacedDoubt(read.place, doubt))
    return _Table(read, name, label, tuple(sections), weights, tuple(doubts))


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


def _weight_doubts(tables: Sequence[_Table], usual: UsualWeights) -> Iterator[PlacedDoubt]:
    for table in tables:
        for section in () if table.weights.sections else table.sections:
            if not usual.is_usual(section.id):
                said = f"“{section.label}”没有通行的权重"
                assumed = f"权重按{short(usual.other)}"
                hint = f"请在方案文件的weights里改{section.id}"
                yield PlacedDoubt(section.indicators[0].row.place, Doubt("weight", said, assumed, hint))


def _entry(table: _Table, skeleton: Skeleton, kind: TableKind, count: int) -> Mapping[str, Plain]:
    name: dict[str, Plain] = {"list": kind.list} if kind.is_single(count) else {"table": table.id}
    if table.label:
        name["label"] = table.label
    return name | {
        "max": kind.points,
        "shares": table.weights.sections or "weights",
        "plan": plan_tree(table.read, skeleton.plan, has_printed_weights=bool(table.weights.sections)),
        "indicators": [nodes(section, table.weights.leaves) for section in table.sections],
    }


def _counts(table: _Table, kind: TableKind) -> TableCounts:
    indicators = [one for section in table.sections for one in section.indicators]
    return TableCounts(
        label=table.label or kind.label,
        indicators=len(indicators),
        judged=sum(one.reading.rule.kind == "attainment" for one in indicators),
        forms=Counter(one.reading.form for one in indicators),
        doubts=len(table.doubts),
        has_printed_weights=bool(table.weights.sections),
        has_refused_weights=table.weights.are_refused,
    )
