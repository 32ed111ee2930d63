"""Carries changes of one department's main work out in the text of the file that holds its table."""

from assess.drafting.renewing.changes import FieldChanged, ItemAdded, ItemRemoved, Reordered, TableChange, TagsChanged
from assess.drafting.renewing.items import Item, group_path
from assess.files import yaml_edit, yaml_reader
from assess.files.yaml_writing import Number, Value
from assess.ground.numbers import plain
from assess.ground.tree import Path, Rows, Table, Tree, at

#: The order of keys in the house form; a new key goes behind the last of those before it.
_ITEM_KEYS = ("id", "label", "clause", "content", "max", "tags")
_TABLE_KEYS = ("table", "label", "clause", "use_common", "additions")


def in_table(text: str, name: str, target: Path, change: TableChange) -> str:
    """Return the text of the file `name` after one change in the table at `target`."""
    table = at(yaml_reader.parse(text, name), target)
    inside = group_path(table) if isinstance(table, Table) else None
    if not isinstance(table, Table) or inside is None:
        raise KeyError(change.table)
    group = (*target, *inside)
    items = at(table, (*inside, "indicators"))
    rows = [row for row in items if isinstance(row, Table)] if isinstance(items, Rows) else []
    ids = [str(row["id"]) for row in rows]
    path = (*group, "indicators")
    if isinstance(change, FieldChanged):
        return _put(text, (*path, ids.index(change.item)), change.field, change.new)
    if isinstance(change, TagsChanged):
        return _put(text, (*path, ids.index(change.item)), "tags", change.new)
    if isinstance(change, ItemRemoved):
        text = yaml_edit.drop(text, (*path, ids.index(change.item.id)))
        retired = [*_texts(table.get("retired")), change.item.id]
        return yaml_edit.put(text, (*target, "retired"), retired, after=_TABLE_KEYS)
    if isinstance(change, Reordered):
        return yaml_edit.reorder(text, path, [ids.index(one) for one in change.ids])
    if isinstance(change, ItemAdded):
        index = len(ids) if change.after is None else ids.index(change.after) + 1 if change.after else 0
        return yaml_edit.insert(text, path, index, _new(change.item, rows))
    shares: Value = "equal"
    if change.new is not None:
        shares = {item: Number(plain(share)) for item, share in change.new.items()}
    return yaml_edit.put(text, (*group, "shares"), shares)


def _put(text: str, path: Path, key: str, value: str | tuple[str, ...]) -> str:
    """Write a value of an item; an empty one takes the key away."""
    if not value:
        return yaml_edit.drop(text, (*path, key))
    return yaml_edit.put(text, (*path, key), value, after=_ITEM_KEYS[: _ITEM_KEYS.index(key)])


def _new(item: Item, neighbours: list[Table]) -> dict[str, Value]:
    """A new item as its neighbours with the same tags are written (as all are, where none has them).

    One mark from 0 to its share, under the readings that they all have.
    """
    tags = set(item.tags)
    alike = [row for row in neighbours if set(_texts(row.get("tags"))) == tags] or neighbours
    readings = [
        name for name in _texts(alike[0].get("readings")) if all(name in _texts(row.get("readings")) for row in alike)
    ]
    written: dict[str, Value] = {
        "id": item.id,
        "label": item.label,
        "clause": item.clause,
        "content": item.content,
        "tags": item.tags,
        "readings": readings,
    }
    rule: Value = {"judged": {}}
    return {**{key: value for key, value in written.items() if value}, "rule": rule}


def _texts(tree: Tree) -> list[str]:
    return [str(one) for one in tree] if isinstance(tree, Rows) else []
