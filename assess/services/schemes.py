"""Finds, opens and summarises schemes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assess.files.scheme_folder import MAIN, read_folder
from assess.ground.place import Problem, ProblemsError, did_you_mean
from assess.resources import schemes_dir
from assess.scheme.reading.building import build_scheme
from assess.scheme.scheme import Scheme


@dataclass(frozen=True, slots=True)
class SchemeSummary:
    """What a list of schemes shows. `indicators` counts the scored leaves over all lists and tables."""

    id: str
    title: str
    indicators: int
    lists: tuple[str, ...]
    tables: int
    readings: int
    path: Path


def shipped() -> list[Path]:
    """Return the folders of the schemes that come with the program, by id."""
    root = schemes_dir()
    return sorted(path.parent for path in root.glob(f"*/{MAIN}"))


def find(reference: str) -> Path:
    """Return the folder of a scheme named by id or by folder; raise `ProblemsError` when there is none."""
    folder = Path(reference)
    by_id = {path.name: path for path in shipped()}
    if reference in by_id:
        return by_id[reference]
    if folder.is_dir() and (folder / MAIN).is_file():
        return folder
    text = f"没有“{reference}”这个方案：既不是自带方案的编号，也不是含有{MAIN}的文件夹"
    raise ProblemsError([Problem(None, "unknown_scheme", text, did_you_mean(reference, by_id))])


def open_scheme(reference: str, readings: Mapping[str, str] | None = None) -> Scheme:
    """Open a scheme with the readings wanted; raise `ProblemsError` with all its mistakes."""
    return build_scheme(read_folder(find(reference)), readings)


def summary(reference: str) -> SchemeSummary:
    """Return what a list of schemes shows about one."""
    folder = find(reference)
    scheme = build_scheme(read_folder(folder))
    return SchemeSummary(
        id=scheme.id,
        title=scheme.title,
        indicators=sum(1 for _ in scheme.all_leaves()),
        lists=tuple(scheme.lists.values()),
        tables=sum(tree.is_table for tree in scheme.trees.values()),
        readings=len(scheme.readings),
        path=folder,
    )
