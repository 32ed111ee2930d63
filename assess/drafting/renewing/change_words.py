"""Changes of a scheme in words that an office can check against its own list."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from assess.drafting.renewing.changes import (
    Change,
    FieldChanged,
    ItemAdded,
    ItemRemoved,
    OverlapChanged,
    QuotaChanged,
    Reordered,
    SharesChanged,
    StatedChanged,
    TableChange,
    TagsChanged,
)
from assess.drafting.renewing.items import Contents, Item, Names, Stated
from assess.ground.numbers import plain

_FIELDS = {"label": "指标", "clause": "条款", "content": "内容"}


def in_words(change: Change, scheme: Contents) -> str:
    """Return one sentence about one change."""
    if isinstance(change, StatedChanged):
        return f"印出的总分：{_stated(change, scheme.names)}"
    if isinstance(change, QuotaChanged):
        was = "没有写" if change.old is None else plain(change.old)
        label = scheme.names.lists[change.list]
        return f"名额：{label}由{was}改为{plain(change.new)}"
    name = next(table.name for table in scheme.tables if table.id == change.table)
    return f"{name}：{_in_table(change)}"


def _in_table(change: TableChange | OverlapChanged) -> str:
    if isinstance(change, FieldChanged | TagsChanged):
        return f"{change.item} {_field(change) if isinstance(change, FieldChanged) else _tags(change)}"
    if isinstance(change, ItemAdded):
        return f"新增{change.item.id} {_item(change.item)}{_where(change)}"
    if isinstance(change, ItemRemoved):
        return f"删去{change.item.id} {_item(change.item)}（编号{change.item.id}停用）"
    if isinstance(change, Reordered):
        return f"次序改为{'、'.join(change.ids)}"
    if isinstance(change, SharesChanged):
        return f"份额由{_shares(change.old)}改为{_shares(change.new)}"
    listed = "、".join(change.old)
    return f"重复条目{listed}的说明" + (f"只留{'、'.join(change.new)}" if change.new else "一并删去")


def _where(change: ItemAdded) -> str:
    """Where a new item stands, unless that is the end."""
    if change.after is None:
        return ""
    return f"，排在{change.after}之后" if change.after else "，排在最前"


def _field(change: FieldChanged) -> str:
    label = _FIELDS[change.field]
    if not change.old:
        return f"补写{label}“{change.new}”"
    return f"{label}由“{change.old}”改为“{change.new}”" if change.new else f"删去{label}“{change.old}”"


def _tags(change: TagsChanged) -> str:
    """Which tags went and which came; all of them where it is only their order."""
    gone = [tag for tag in change.old if tag not in change.new]
    added = [tag for tag in change.new if tag not in change.old]
    said = [f"{verb}标签{_quoted(tags)}" for verb, tags in (("去掉", gone), ("加上", added)) if tags]
    return "，".join(said) or f"标签改为{_quoted(change.new)}"


def _quoted(texts: Sequence[str]) -> str:
    return "、".join(f"“{text}”" for text in texts)


def _item(item: Item) -> str:
    tags = f"标签{_quoted(item.tags)}" if item.tags else ""
    details = [text for text in (item.content, item.clause, tags) if text]
    return f"“{item.label}”" + (f"（{'；'.join(details)}）" if details else "")


def _shares(shares: Mapping[str, Fraction] | None) -> str:
    if shares is None:
        return "平均分配"
    return "、".join(f"{name} {plain(share)}" for name, share in shares.items())


def _stated(change: StatedChanged, names: Names) -> str:
    was, now = change.old, change.new
    if was is None or now is None:
        one, verb = (was, "删去") if now is None else (now, "新增")
        return f"{verb}{_named(one, names)}{plain(one.points)}分（{one.clause or '没有条款'}）" if one else ""
    parts = []
    if was.points != now.points:
        parts.append(f"由{plain(was.points)}分改为{plain(now.points)}分")
    if was.clause != now.clause:
        parts.append(f"条款由“{was.clause}”改为“{now.clause}”")
    return _named(now, names) + "，".join(parts)


def _named(one: Stated, names: Names) -> str:
    types = "、".join(names.types.get(name, name) for name in one.types)
    return f"{types}的“{names.nodes.get(one.node, one.node)}”"
