"""Carries changes of main work, printed totals and quotas out in the texts of a scheme's files."""

from collections.abc import Callable, Iterable, Mapping

from assess.drafting.renewing.changes import Change, OverlapChanged, QuotaChanged, StatedChanged
from assess.drafting.renewing.items import Stated
from assess.files import yaml_edit, yaml_reader
from assess.files.yaml_writing import Number, Value
from assess.ground.numbers import plain
from assess.ground.tree import Path, Rows, Table, Tree
from assess.services.editing.table_edits import in_table


def edited(texts: Mapping[str, str], changes: Iterable[Change]) -> dict[str, str]:
    """Return the texts (name of the file → content) after all changes; the first file is the scheme's own."""
    editor = _Editor(texts)
    for change in changes:
        editor.carry_out(change)
    return editor.texts


class _Editor:
    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = dict(texts)

    def carry_out(self, change: Change) -> None:
        if isinstance(change, StatedChanged):
            self._state(change.old, change.new)
        elif isinstance(change, QuotaChanged):
            name = self._holder("selection")
            path = ("selection", "quota", change.list)
            self.texts[name] = yaml_edit.put(self.texts[name], path, Number(plain(change.new)))
        elif isinstance(change, OverlapChanged):
            self._overlap(change)
        else:
            name, target = self._row("targets", lambda row: row.get("table") == change.table)
            self.texts[name] = in_table(self.texts[name], name, target, change)

    def _tree(self, name: str) -> Table:
        return yaml_reader.parse(self.texts[name], name)

    def _holder(self, key: str) -> str:
        """The last file that has `key` at its top; the scheme's own file when none has."""
        return next((name for name in reversed(self.texts) if key in self._tree(name)), next(iter(self.texts)))

    def _row(self, key: str, wanted: Callable[[Table], bool]) -> tuple[str, Path]:
        """The file and the path in it of the row of a top-level list that is wanted."""
        for name in self.texts:
            for index, row in enumerate(_rows(self._tree(name).get(key))):
                if isinstance(row, Table) and wanted(row):
                    return name, (key, index)
        raise KeyError(key)

    def _overlap(self, change: OverlapChanged) -> None:
        def same(row: Table) -> bool:
            return row.get("table") == change.table and tuple(_rows(row.get("ids"))) == change.old

        name, path = self._row("overlaps", same)
        text = self.texts[name]
        self.texts[name] = yaml_edit.put(text, (*path, "ids"), change.new) if change.new else yaml_edit.drop(text, path)

    def _state(self, old: Stated | None, new: Stated | None) -> None:
        if old is None:
            if new is not None:
                self._state_new(new)
            return

        def same(row: Table) -> bool:
            return frozenset(_rows(row.get("types"))) == frozenset(old.types) and row.get("node") == old.node

        name, path = self._row("stated_totals", same)
        text = self.texts[name]
        if new is None:
            text = yaml_edit.drop(text, path)
        else:
            if old.points != new.points:
                text = yaml_edit.put(text, (*path, "points"), Number(plain(new.points)))
            if old.clause != new.clause:
                text = yaml_edit.put(text, (*path, "clause"), new.clause)
        self.texts[name] = text

    def _state_new(self, new: Stated) -> None:
        row: dict[str, Value] = {"types": new.types, "node": new.node, "points": Number(plain(new.points))}
        if new.clause:
            row["clause"] = new.clause
        name = self._holder("stated_totals")
        path, text = ("stated_totals",), self.texts[name]
        known = self._tree(name).get("stated_totals")
        self.texts[name] = yaml_edit.append(text, path, row) if known else yaml_edit.put(text, path, [row])


def _rows(tree: Tree) -> Rows:
    return tree if isinstance(tree, Rows) else Rows()
