"""A year as a file, into a cycle and out of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assess.disk.writing import write_file
from assess.files import yaml_reader
from assess.files.files import read_bytes
from assess.files.tree_writing import document
from assess.files.yaml_writing import Number
from assess.ground.address import YEAR, YEAR_NODE, Address
from assess.ground.place import Problem, ProblemsError
from assess.ground.plain import Plain
from assess.ground.tree import Rows, Table, Tree
from assess.scheme.nodes import all_nodes
from assess.scheme.scheme import Scheme
from assess.services.cycles.cycle_source import StoredSource, cycle_source
from assess.services.cycles.entering import Edits, Entered, by_slot, enter_into
from assess.services.cycles.following import moved_along
from assess.services.wanted_file import require_ending, require_free
from assess.storage.acts import Act
from assess.storage.cycles import stored_year
from assess.storage.database import Database
from assess.storage.shelves import Key
from assess.year.assembling import tree_of
from assess.year.cells import Cell, cells_of
from assess.year.reading.building import build_evidence
from assess.year.reading.evidence_file import EvidenceFile, UnitFile

_OTHER_STAGE = ("这份数据与考核周期不是同一阶段（一个是全年，一个是半年）", "请换用对应的周期或文件")
#: How the names of the files end that are written here.
_YAML = (".yaml", ".yml")
#: Most differences that are listed one by one.
_LISTED = 50


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    entered: Entered
    #: How many values the file holds.
    values: int


def import_year(database: Database, code: str, path: Path, act: Act, *, overwrite: bool = False) -> Imported:
    """Enter everything that a year's file holds; what the file does not name stays as it is.

    What the cycle has otherwise is only changed with `overwrite`. Raises `ProblemsError` with every mistake in the
    file, or with every difference; then nothing was written.
    """
    content = read_bytes(path, str(path))
    tree = yaml_reader.read(path)
    act = act.of_file(path.name, content)
    with database.writing() as session:
        stored = stored_year(session, code, to_write=True)
        source = StoredSource(stored, act.by)
        scheme = source.built()
        evidence = build_evidence(tree, scheme)
        if evidence.stage != stored.head.stage:
            place = evidence.written.place_of(Address(YEAR, YEAR_NODE, "stage"))
            raise ProblemsError([Problem(place, "other_stage", *_OTHER_STAGE)])
        cells = list(cells_of(tree, scheme))
        different, cleared = _differences(source, cells)
        if different and not overwrite:
            raise ProblemsError(different)
        followed, left = moved_along(stored, cells)
        edits = Edits(cells=[*cells, *followed], cleared=[*cleared, *left], replaces=True)
        return Imported(enter_into(stored, edits, act), len(cells))


def _differences(source: StoredSource, cells: Sequence[Cell]) -> tuple[list[Problem], list[Key]]:
    """Where the cycle has something else than the file, and what goes with it: a list is one thing."""
    held = {Key(cell.address, cell.field): cell for cell in source.year.cells()}
    there, coming = by_slot(held), by_slot(Key(cell.address, cell.field) for cell in cells)
    text = {Key(cell.address, cell.field): cell.text for cell in cells}
    is_empty = all(key.address[:2] == (YEAR, YEAR_NODE) for key in held)
    problems: list[Problem] = []
    cleared = []
    for slot, keys in coming.items():
        gone = [key for key in there.get(slot, ()) if key not in text]
        changed = [key for key in keys if key in held and held[key].text != text[key]]
        cleared += gone
        for key in (*changed, *gone):
            if is_empty and key.address[:2] == (YEAR, YEAR_NODE):
                continue  # a cycle that has nothing yet takes the title of the file
            has, comes = (source.sight.text(one, *key) for one in (held[key].text, text.get(key)))
            said = f"已有“{has}”，文件里" + ("没有" if comes is None else f"是“{comes}”")
            problems.append(Problem(source.place_of(held[key]), "differs", said, "确实要换掉的，加 --overwrite"))
    if len(problems) > _LISTED:
        more = f"还有{len(problems) - _LISTED}处与文件不同，没有列出"
        problems = [*problems[:_LISTED], Problem(None, "differs", more)]
    return problems, cleared


@dataclass(frozen=True, slots=True)
class Exported:
    """A cycle as the text of a year's file. `hidden`: how many values were left out, which the viewer may not know."""

    text: str
    hidden: int


def export_year(database: Database, code: str, viewer: str = "") -> Exported:
    """A cycle as a year's file: scored with the cycle's scheme it gives the same result and the same hash.

    Not so where something is left out: single marks that the viewer (who looks, by name) may not know.
    """
    source = cycle_source(database, code, viewer)
    head, scheme, cells = source.year.head, source.built(), source.year.cells()
    known = source.sight.without_secrets(cells)
    hidden = len(cells) - len(known)
    comment = f"{head.title}（{head.code}）\n从考核数据库导出；方案 {head.scheme} {head.scheme_sha256[:12]}"
    if hidden:
        comment += f"\n有{hidden}个值因单个评分保密没有写出，用这份文件计分，结果和校验和与数据库里的不同"
    tree = tree_of(known, scheme) if hidden else source.evidence
    return Exported(document(_arranged(tree, scheme), comment=comment), hidden)


def export_file(database: Database, code: str, path: Path, viewer: str = "", *, force: bool = False) -> Exported:
    """Write a cycle as a year's file, in place of a file there only by `force`.

    Raises `OutsideError`, and `ProblemsError` for a file of another kind.
    """
    require_ending(path, "数据", _YAML)
    require_free(path, force=force)
    exported = export_year(database, code, viewer)
    write_file(path, exported.text.encode())
    return exported


def _arranged(year: Table, scheme: Scheme) -> dict[str, Plain]:
    """The tree in the order in which people read it: of the document, not of the entering."""
    arranged = _in_order(year, [*EvidenceFile.model_fields])
    units = year.get("units")
    listed = [one for one in units if isinstance(one, Table)] if isinstance(units, Rows) else []
    arranged["units"] = [_unit(one, scheme) for one in sorted(listed, key=_order)]
    return arranged


def _order(unit: Table) -> tuple[int, str]:
    order = unit.get("order")
    return (int(str(order)) if str(order).lstrip("-").isdigit() else 0), str(unit["id"])


def _unit(unit: Table, scheme: Scheme) -> dict[str, Plain]:
    arranged = _in_order(unit, [*UnitFile.model_fields])
    tree = scheme.tree_of(str(unit["type"]), None if unit.get("table") is None else str(unit["table"]))
    nodes = [node.id for node in all_nodes(tree.nodes)]
    for name in ("facts", "self_marks"):
        inner = unit.get(name)
        if isinstance(inner, Table):
            arranged[name] = _in_order(inner, nodes)
    return arranged


def _in_order(table: Table, names: Sequence[str]) -> dict[str, Plain]:
    place = {name: position for position, name in enumerate(names)}
    keys = sorted(table, key=lambda key: place.get(str(key), len(place)))
    return {str(key): _plain(table[key]) for key in keys}


def _plain(tree: Tree) -> Plain:
    """The same as the writer takes it. Texts stand unquoted where our reader takes them as they are."""
    if isinstance(tree, Table):
        return {str(key): _plain(value) for key, value in tree.items()}
    if isinstance(tree, Rows):
        return [_plain(row) for row in tree]
    return None if tree is None else Number(str(tree))
