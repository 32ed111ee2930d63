"""Reads lists of achievements and events."""

from datetime import date

from assess.domain.build.findings import Findings
from assess.domain.edges import Edges
from assess.domain.inputs import RecordClass, RecordsSpec
from assess.domain.place import Place
from assess.domain.records import Record
from assess.domain.tree import Rows, Table, Text, Tree

_WORDS = {
    "title": "名称",
    "person": "人员",
    "date": "日期",
    "document": "文件",
    "identity": "成果编号",
    "note": "备注",
}
_RECORD_KEYS = (
    "class",
    "level",
    "title",
    "person",
    "date",
    "document",
    "identity",
    "first",
    "event",
    "amount",
    "note",
)
_EVENT_KEYS = ("title", "person", "date", "document", "note")
_YES = {"true": True, "是": True, "false": False, "否": False}


def read_records(
    findings: Findings, spec: RecordsSpec, tree: Tree, what: str, place: Place, period: tuple[str, str]
) -> tuple[Record, ...] | None:
    """Read achievements of the classes in `spec`."""
    rows = findings.rows(tree, what, place)
    read = [
        _record(findings, spec, row, f"{what}第{number}项", rows.place, period)
        for number, row in enumerate(rows, 1)
    ]
    return _without_repeats(findings, rows, read, what)


def read_events(
    findings: Findings, tree: Tree, what: str, place: Place, period: tuple[str, str]
) -> tuple[Record, ...] | None:
    """Read happenings: each a table, or a bare sentence."""
    rows = findings.rows(tree, what, place)
    read = [
        _event(findings, row, f"{what}第{number}项", rows.place, period) for number, row in enumerate(rows, 1)
    ]
    return _without_repeats(findings, rows, read, what)


def _without_repeats(
    findings: Findings, rows: Rows, read: list[Record], what: str
) -> tuple[Record, ...] | None:
    seen: dict[Record, int] = {}
    for index, record in enumerate(read):
        first = seen.setdefault(record, index)
        if first != index and record != Record():
            place = getattr(rows[index], "place", rows.place)
            findings.error(
                place,
                "duplicate_record",
                f"{what}第{index + 1}项与第{first + 1}项完全相同",
                "请删去重复的一项",
            )
    return tuple(read) or None


def _event(findings: Findings, row: Tree, what: str, place: Place, period: tuple[str, str]) -> Record:
    if isinstance(row, Text):
        return Record(title=str(row))
    table = findings.table(row, what, place)
    findings.unknown_keys(table, _EVENT_KEYS, what)
    words = _words(findings, table, what)
    _check_date(findings, table, what, period)
    return Record(**words)


def _record(
    findings: Findings, spec: RecordsSpec, row: Tree, what: str, place: Place, period: tuple[str, str]
) -> Record:
    table = findings.table(row, what, place)
    if not table:
        return Record()
    findings.unknown_keys(table, _RECORD_KEYS, what)
    words = _words(findings, table, what)
    _check_date(findings, table, what, period)
    name = _required(findings, table, "class", spec.classes, f"{what}的类别（class）")
    record_class = spec.classes.get(name or "")
    level = event = None
    if record_class is not None:
        level = _level(findings, table, record_class, what)
        event = _event_of(findings, table, record_class, what)
    first = table.get("first")
    is_first = True
    if first is not None:
        word = findings.one_of(first, _YES, f"{what}的是否第一作者（first）", table.key_place("first"))
        is_first = word is None or _YES[word]
    return Record(
        **words,
        class_name=name,
        level=level,
        event=event,
        first=is_first,
        amount=_amount(findings, spec, table, what),
    )


def _words(findings: Findings, table: Table, what: str) -> dict[str, str]:
    return {
        key: findings.text(table[key], f"{what}的{label}（{key}）", table.key_place(key))
        if table.get(key)
        else ""
        for key, label in _WORDS.items()
    }


def _required(findings: Findings, table: Table, key: str, allowed: object, what: str) -> str | None:
    given = table.get(key)
    if given is None:
        findings.error(table.place, "missing_key", f"缺少{what}", "可用的有：" + "、".join(allowed))  # type: ignore[call-overload]
        return None
    return findings.one_of(given, allowed, what, table.key_place(key))  # type: ignore[arg-type]


def _level(findings: Findings, table: Table, record_class: RecordClass, what: str) -> str | None:
    if record_class.levels:
        return _required(findings, table, "level", record_class.levels, f"{what}的级别（level）")
    if table.get("level") is not None:
        findings.error(table.key_place("level"), "unknown_key", f"{what}的类别不分级别", "请删去level")
    return None


def _event_of(findings: Findings, table: Table, record_class: RecordClass, what: str) -> str | None:
    if record_class.counted is not None:
        return _required(findings, table, "event", record_class.events, f"{what}的环节（event）")
    given = table.get("event")
    if given is None:
        return None
    if not record_class.events:
        findings.error(table.key_place("event"), "unknown_key", f"{what}的类别没有环节之分", "请删去event")
        return None
    return findings.one_of(given, record_class.events, f"{what}的环节（event）", table.key_place("event"))


def _amount(findings: Findings, spec: RecordsSpec, table: Table, what: str) -> object:
    given = table.get("amount")
    if spec.amount is None:
        if given is not None:
            findings.error(table.key_place("amount"), "unknown_key", f"{what}不需要金额", "请删去amount")
        return None
    if given is None:
        findings.error(
            table.place, "missing_key", f"缺少{what}的{spec.amount.label}（amount，单位{spec.amount.unit}）"
        )
        return None
    bounds = Edges.model_validate({name: getattr(spec.amount, name) for name in Edges.model_fields})
    return findings.number(
        given, bounds, f"{what}的{spec.amount.label}", table.key_place("amount"), unit=spec.amount.unit
    )


def _check_date(findings: Findings, table: Table, what: str, period: tuple[str, str]) -> None:
    given = table.get("date")
    if not isinstance(given, Text):
        return
    try:
        day = date.fromisoformat(given).isoformat()
    except ValueError:
        findings.error(given.place, "date", f"{what}的日期“{given}”不对", "写成 2019-03-01 的形式")
        return
    if not period[0] <= day <= period[1]:
        text = f"{what}的日期{day}不在考核期（{period[0]}至{period[1]}）内"
        findings.warning(given.place, "out_of_period", text, "请核对；确应计入的可以保留")
