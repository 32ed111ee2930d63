"""What stands in for wrong pieces of an evidence file while the rest is checked."""

from assess.ground.tree import Path, Table, Text, Tree
from assess.scheme.reading.one_run import put, stand_in

#: What a decision may say in any way without making the rest of it unclear.
_SAID = {"reason": Text("x"), "by": Text("x"), "at": Text("2000-01-01")}


class EvidenceMender:
    """Puts stand-ins; `skipped` are the units and other rows of which too little is left to read them."""

    def __init__(self, scheme_id: str) -> None:
        self.skipped: set[Path] = set()
        self._alone: dict[str, Tree] = {
            "scheme": Text(scheme_id),
            "title": Text("x"),
            "made_up": None,
            "note": None,
            "assessors": None,
            "rounds": None,
            "bundles": None,
        }

    def mend(self, tree: Table, path: Path, kind: str) -> Table | None:
        """Put a stand-in where something is wrong; None where too much rests on it."""
        if path[0] in self._alone:
            return put(tree, path[:1], self._alone[str(path[0])])
        if kind == "extra_forbidden":
            return self._without_key(tree, path)
        if len(path) == 1:
            return put(tree, path, None) if path[0] == "confirmed" else None
        rows = {"units": self._unit, "decisions": self._decision, "confirmed": self._confirmation}
        return rows[str(path[0])](tree, path)

    def _without_key(self, tree: Table, path: Path) -> Table:
        import difflib  # only a mistake needs it

        near_to_type = difflib.get_close_matches(str(path[-1]), ("type", "table"), cutoff=0.5)
        if len(path) == 3 and path[0] == "units" and near_to_type:  # noqa: PLR2004 units, position, key
            self.skipped.add(path[:2])
        return put(tree, path, None)

    def _unit(self, tree: Table, path: Path) -> Table:
        here, key = path[:2], path[2] if len(path) > 2 else "id"  # noqa: PLR2004 units, position, key
        number = str(path[1])
        if len(path) == 2:  # noqa: PLR2004 no table at all
            tree = put(tree, here, stand_in(name=f"x{number}", type="x"))
        if key in ("type", "table") or len(path) == 2:  # noqa: PLR2004 as above
            self.skipped.add(here)
        if key == "id":
            # Nobody can tell any more which units there are.
            for names_units in ("assessors", "decisions", "confirmed"):
                tree = put(tree, (names_units,), None)
        required = {"id": Text(f"x{number}"), "name": Text(f"x{number}"), "type": Text("x")}
        return put(tree, (*here, key), required.get(str(key)))

    def _decision(self, tree: Table, path: Path) -> Table | None:
        key = path[2] if len(path) > 2 else ""  # noqa: PLR2004 decisions, position, key
        if key in _SAID:
            return put(tree, path[:3], _SAID[str(key)])
        self.skipped.add(path[:2])
        return put(tree, path[:2], stand_in(unit="x", kind="bar", reason="x", by="x", at="2000-01-01"))

    def _confirmation(self, tree: Table, path: Path) -> Table:
        self.skipped.add(path[:2])
        return put(tree, path[:2], stand_in(code="x", address="x", value="x", by="x", reason="x"))
