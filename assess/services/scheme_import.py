"""A new scheme out of an office's own target table: read, drafted, checked, and only then put in its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assess.disk.refusals import OutsideError
from assess.disk.writing import staged
from assess.drafting.importing.import_remarks import readme
from assess.drafting.importing.skeleton import Skeleton, skeleton_of
from assess.drafting.importing.table_rows import PlacedDoubt
from assess.drafting.importing.tables_read import FileRead, joined_reads
from assess.drafting.importing.target_import import read_tables
from assess.drafting.importing.target_scheme import TableCounts, Wanted, draft_of
from assess.files import yaml_reader
from assess.files.scheme_folder import read_folder
from assess.files.table_file import read_table_file
from assess.files.tree_writing import document
from assess.files.yaml_house import house_form
from assess.ground.place import Problem, ProblemsError
from assess.ground.plain import Plain
from assess.resources import skeleton_file
from assess.scheme.reading.building import build_scheme
from assess.services.cases import run_cases
from assess.services.scheme_new import free_folder

__all__ = ["ImportedScheme", "Wanted", "import_table"]


@dataclass(frozen=True, slots=True)
class ImportedScheme:
    """The new folder, what was read table by table, and what a person has to look at."""

    folder: Path
    title: str
    period: tuple[str, str]
    tables: tuple[TableCounts, ...]
    doubts: tuple[PlacedDoubt, ...]


def import_table(paths: Sequence[Path], wanted: Wanted, parent: Path) -> ImportedScheme:
    """Make the folder of the new scheme inside `parent`; it appears complete and valid, or not at all.

    `paths`: at least one file; the tables of several stand in their order.
    """
    target = free_folder(wanted.id, parent)
    names = "、".join(path.name for path in paths)
    skeleton = usual_skeleton()
    draft = draft_of(_read(paths, skeleton), wanted, names, skeleton)
    with staged(parent, fresh=True) as stage:
        folder = stage / wanted.id
        _write(folder, draft.files)
        (folder / "README.md").write_text(readme(draft, names), encoding="utf-8", newline="\n")
        scheme = build_scheme(read_folder(folder))
        _check(folder)
    return ImportedScheme(target, scheme.title, scheme.period, draft.tables, draft.doubts)


def usual_skeleton() -> Skeleton:
    """The shipped one."""
    path = skeleton_file()
    return skeleton_of(yaml_reader.read(path, path.name))


def _read(paths: Sequence[Path], skeleton: Skeleton) -> FileRead:
    """All tables of all files, or every problem that there is in any of them."""
    read: list[FileRead] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            grids, found = read_table_file(path)
            if not found:
                read.append(read_tables(grids, path.name, skeleton.sections))
            problems += found
        except ProblemsError as error:
            problems += error.problems
    if problems:
        raise ProblemsError(problems)
    return joined_reads(read)


def _write(folder: Path, files: Mapping[str, Mapping[str, Plain]]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = document(content)
        path.write_text(house_form(text, name) or text, encoding="utf-8", newline="\n")


def _check(folder: Path) -> None:
    """Run the worked case that was made; a difference is a fault of the program, and nothing is written then."""
    failed = [result for result in run_cases(str(folder)) if not result.ok]
    if failed:
        message = f"新方案的算例算出来不对（{failed[0].differences[0]}），没有写出。这是程序的缺陷，请报告。"
        raise OutsideError(message)
