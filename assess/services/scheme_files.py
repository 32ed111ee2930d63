"""A scheme's own files as texts that can be changed: which they are, a trial of new contents, the exchange."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from assess.disk.writing import write_files
from assess.files.editable import Editable, read_editable
from assess.files.scheme_folder import MAIN, read_folder
from assess.ground.tree import Rows, Table, Text, Tree

#: What a folder is called that is named by where it lies: `.` or `..`.
_NO_NAME = "scheme"


@dataclass(frozen=True, slots=True)
class SchemeFiles:
    """A scheme's folder, its tree, and the files that the tree comes from (name in messages → file), its own first."""

    folder: Path
    tree: Table
    files: Mapping[str, Editable]

    @property
    def texts(self) -> dict[str, str]:
        """The texts by name."""
        return {name: file.text for name, file in self.files.items()}

    def path(self, name: str) -> Path:
        """Where the file is that messages call `name`."""
        return self.folder / _below(self.folder, name)


def open_files(folder: Path) -> SchemeFiles:
    """Read a scheme with its files; raise `ProblemsError` when they cannot be read."""
    tree = read_folder(folder)
    main = (Path(folder.name) / MAIN).as_posix()
    names = dict.fromkeys([main, *_sources(tree)])
    return SchemeFiles(folder, tree, {name: read_editable(folder / _below(folder, name), name) for name in names})


def trial(scheme: SchemeFiles, texts: Mapping[str, str]) -> Table:
    """Return the tree that the scheme would have with other texts; nothing of the scheme is touched."""
    with tempfile.TemporaryDirectory(prefix="assess-") as scratch:
        folder = Path(scratch) / (_NO_NAME if scheme.folder.name in ("", "..") else scheme.folder.name)
        for name, text in texts.items():
            path = folder / _below(scheme.folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(scheme.files[name].encoded(text))
        return read_folder(folder)


def exchange(scheme: SchemeFiles, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Write the texts that differ, all or none, and return their names."""
    changed = [name for name, text in texts.items() if text != scheme.files[name].text]
    write_contents(scheme, {name: scheme.files[name].encoded(texts[name]) for name in changed})
    return tuple(changed)


def write_contents(scheme: SchemeFiles, contents: Mapping[str, bytes]) -> None:
    """Write files of a scheme, named as in messages: all or none."""
    write_files(scheme.folder, {str(_below(scheme.folder, name)): content for name, content in contents.items()})


def copy_folder(source: Path, target: Path, *, leave: frozenset[str] = frozenset()) -> None:
    """Copy a scheme's folder without hidden files and without what is named in `leave`.

    Contents alone: what is protected there, as with an installed program, can be changed in the copy.
    """
    target.mkdir(parents=True)
    for path in source.iterdir():
        if path.name.startswith(".") or path.name in leave:
            continue
        if path.is_dir():
            copy_folder(path, target / path.name)
        else:
            shutil.copyfile(path, target / path.name)


def _below(folder: Path, name: str) -> Path:
    return Path(name).relative_to(folder.name)


def _sources(tree: Tree) -> Iterator[str]:
    """The files that the parts of a tree were read from, in the order of reading."""
    if isinstance(tree, Table):
        for key, value in tree.items():
            if isinstance(key, Text):
                yield key.place.source
            yield from _sources(value)
    elif isinstance(tree, Rows):
        for row in tree:
            yield from _sources(row)
