"""What a filled-in workbook says about printed totals and quotas, and the whole of what it wants."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

from assess.drafting.renewing.item_entries import item_tables
from assess.drafting.renewing.item_sheets import (
    ACTION,
    BETWEEN,
    CLAUSE,
    DELETE,
    LIST,
    LIST_LABEL,
    NODE,
    NODE_LABEL,
    NOTES,
    POINTS,
    QUOTA,
    QUOTA_COLUMNS,
    QUOTAS,
    SCHEME,
    SHA256,
    STATED,
    STATED_COLUMNS,
    TYPES,
)
from assess.drafting.renewing.items import Contents, Stated, seen
from assess.ground.edges import Edges
from assess.ground.findings import Findings
from assess.ground.headed import Record, records
from assess.ground.place import Place, Problem, did_you_mean
from assess.ground.tree import Rows, Table, Text

_FROM_0 = Edges(at_least=Fraction(0))


def wanted(book: Table, scheme: Contents, sha256: str, *, outdated: bool = False) -> tuple[Contents, list[Problem]]:
    """Return what the workbook wants the scheme to hold, and everything that is wrong with it.

    A workbook that was not made from the scheme as it is now is only taken where `outdated` ones are wanted.
    """
    findings = Findings()
    _check_origin(book, scheme, sha256, findings.warning if outdated else findings.error)
    tables = item_tables(book, scheme, findings)
    stated = _stated(book, scheme, findings)
    quotas = _quotas(book, scheme, findings)
    return replace(scheme, tables=tables, stated=stated, quotas=quotas), findings.problems


def _check_origin(book: Table, scheme: Contents, sha256: str, tell: Callable[[Place, str, str, str], None]) -> None:
    named: dict[str, Text] = {}
    rows = book.get(NOTES)
    for row in rows if isinstance(rows, Rows) else ():
        cells = [cell for cell in row if isinstance(cell, Text)] if isinstance(row, Rows) else []
        if len(cells) > 1:
            named.setdefault(cells[0].strip(), cells[1])
    nowhere = Text("", Place(book.place.source, sheet=NOTES, cell="A1") if rows is not None else book.place)
    origin, state = named.get(SCHEME, nowhere), named.get(SHA256, nowhere)
    again = "请重新导出后再改；确认要用这一本，可加 --force"
    if not origin.strip() or not state.strip():
        text = f"“{NOTES}”里没有{SCHEME}或{SHA256}，不能确认工作簿是从这个方案导出的"
        tell(nowhere.place, "no_origin", text, again)
    elif origin.strip() != scheme.scheme:
        text = f"这本工作簿是从方案“{origin.strip()}”导出的，不是“{scheme.scheme}”"
        tell(origin.place, "other_scheme", text, again)
    elif state.strip() != sha256:
        text = "工作簿导出之后，方案文件又改过；导入会把那些修改改回去"
        tell(state.place, "outdated", text, again)


def _stated(book: Table, scheme: Contents, findings: Findings) -> tuple[Stated, ...]:
    columns = tuple(column.title for column in STATED_COLUMNS)
    found: dict[tuple[frozenset[str], str], tuple[Stated, Place]] = {}
    for cells in records(book, STATED, columns, findings):
        if cells[ACTION].strip() == DELETE:
            continue
        if cells[ACTION].strip():
            text = f"“{ACTION}”这一列写的是“{cells[ACTION].strip()}”"
            findings.error(cells[ACTION].place, "action", text, f"只能写“{DELETE}”或留空")
        one = _stated_row(cells, scheme, findings)
        if one is None:
            continue
        place = cells[TYPES].place
        first = found.setdefault(one.key, (one, place))[1]
        if first != place:
            text = f"同样的单位类型和指标写了两次，第一次在{first.sheet}!{first.cell}"
            findings.error(place, "duplicate_total", text, "只留一行")
    return tuple(one for one, _ in found.values())


def _stated_row(cells: Record, scheme: Contents, findings: Findings) -> Stated | None:
    before = len(findings.problems)
    types = _types(cells[TYPES], scheme, findings)
    node = cells[NODE].strip()
    if node not in scheme.names.nodes:
        text = f"没有“{node}”这个指标或组成部分" if node else "没有写指标编号"
        findings.error(cells[NODE].place, "unknown_node", text, did_you_mean(node, scheme.names.nodes))
    else:
        _check_label(cells, NODE, NODE_LABEL, scheme.names.nodes, findings)
    points = _number(cells[POINTS], POINTS, findings)
    if points is None or len(findings.problems) > before:
        return None
    for old in scheme.stated:
        if old.key == (frozenset(types), node):
            clause = seen(cells[CLAUSE])
            return replace(old, points=points, clause=old.clause if seen(old.clause) == clause else clause)
    return Stated(types, node, points, seen(cells[CLAUSE]))


def _check_label(cells: Record, by: str, called: str, labels: Mapping[str, str], findings: Findings) -> None:
    """The name beside an id, where one is written, must be that of the id: else nobody knows which was meant."""
    name, label = cells[by].strip(), seen(cells[called])
    known = seen(labels[name])
    if label and label != known:
        text = f"“{by}”写的是{name}（{known}），“{called}”写的却是“{label}”"
        hint = f"“{called}”留空，或与“{by}”写成一致"
        findings.error(cells[called].place, "other_label", text, hint)


def _types(cell: Text, scheme: Contents, findings: Findings) -> tuple[str, ...]:
    by_label = {label: name for name, label in scheme.names.types.items()}
    words = [word for word in BETWEEN.split(cell.strip()) if word]
    if not words:
        findings.error(cell.place, "type_missing", "没有写单位类型", did_you_mean("", by_label))
    for word in words:
        if word not in by_label and word not in scheme.names.types:
            text = f"没有“{word}”这个单位类型"
            findings.error(cell.place, "unknown_type", text, did_you_mean(word, by_label))
    return tuple(by_label.get(word, word) for word in words)


def _number(cell: Text, what: str, findings: Findings) -> Fraction | None:
    return findings.number(Text(cell.strip(), cell.place), _FROM_0, what, cell.place)


def _quotas(book: Table, scheme: Contents, findings: Findings) -> dict[str, Fraction]:
    columns = tuple(column.title for column in QUOTA_COLUMNS)
    before = len(findings.problems)
    quotas: dict[str, Fraction] = {}
    for cells in records(book, QUOTAS, columns, findings):
        name = cells[LIST].strip()
        if name not in scheme.names.lists:
            text = f"没有“{name}”这个名单" if name else "没有写名单"
            findings.error(cells[LIST].place, "unknown_list", text, did_you_mean(name, scheme.names.lists))
        elif name in quotas:
            findings.error(cells[LIST].place, "duplicate_list", f"名单“{name}”写了两次", "只留一行")
        else:
            _check_label(cells, LIST, LIST_LABEL, scheme.names.lists, findings)
            count = findings.count(Text(cells[QUOTA].strip(), cells[QUOTA].place), QUOTA, cells[QUOTA].place)
            quotas[name] = Fraction(count or 0)
    if len(findings.problems) == before:
        _check_all_lists(book, scheme, quotas, findings)
    return quotas


def _check_all_lists(book: Table, scheme: Contents, quotas: dict[str, Fraction], findings: Findings) -> None:
    place = Place(book.place.source, sheet=QUOTAS, cell="A1")
    for name in scheme.quotas:
        if name not in quotas:
            text = f"少了名单“{scheme.names.lists[name]}”（{name}）的名额"
            findings.error(place, "quota_missing", text, "每个名单都要有一行，没有名额的写0")
    for name in quotas:
        if not scheme.quotas:
            text = f"这个方案没有评优规则，不能写名单“{name}”的名额"
            findings.error(place, "quota_unused", text, "请删去这一行，或先在方案文件里写selection")
