"""A scheme's folder: `scheme.yaml` with its includes as one tree, and the worked cases beside it."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from assess.disk.layout import is_in_stage
from assess.disk.refusals import OutsideError
from assess.disk.writing import recover
from assess.files import yaml_reader
from assess.files.files import read_text
from assess.ground.place import Problem, ProblemsError, place_order
from assess.ground.tree import Rows, Table, Text, Tree, place_of

MAIN = "scheme.yaml"
INCLUDE = "include"
#: Most files that one scheme may include.
MAX_FILES = 200


def read_folder(folder: Path) -> Table:
    """Read the scheme in `folder`. A top-level list may stand in several files, everything else in one."""
    return _read(folder).merged.result()


def read_texts(texts: Mapping[str, str]) -> Table:
    """Read a scheme from the texts of its files, in the order in which a folder was read (see `folder_texts`)."""
    merged = _Merged()
    for name, text in texts.items():
        try:
            tree = yaml_reader.parse(text, name)
        except ProblemsError as error:
            merged.problems.extend(error.problems)
            continue
        tree.pop(INCLUDE, None)
        merged.add(tree)
    return merged.result()


def folder_texts(folder: Path) -> Mapping[str, str]:
    """The texts of the files that make the scheme in `folder`, by name, in the order in which they are read."""
    reader = _read(folder)
    reader.merged.result()
    return reader.texts


def read_cases(folder: Path) -> list[tuple[str, Table]]:
    """Read all files of worked cases, sorted by name: (name, content)."""
    found = sorted((folder / "cases").glob("*.yaml"))
    problems: list[Problem] = []
    read = []
    for path in found:
        name = _name(path, folder)
        try:
            read.append((name, yaml_reader.read(path, name)))
        except ProblemsError as error:
            problems.extend(error.problems)
    if problems:
        raise ProblemsError(problems)
    return read


def _read(folder: Path) -> "_FolderReader":
    if not folder.is_dir():
        message = f"找不到方案文件夹“{folder}”。"
        raise OutsideError(message)
    recover(folder)
    reader = _FolderReader(folder)
    reader.add(folder / MAIN)
    return reader


class _Merged:
    """Several files as one tree."""

    def __init__(self) -> None:
        self.whole = Table()
        self.problems: list[Problem] = []
        self._is_first = True

    def add(self, tree: Table) -> None:
        """Put a file's content beside that of the files before it."""
        if self._is_first:
            self.whole.place = tree.place
            self._is_first = False
        for key, value in tree.items():
            present = self.whole.get(key)
            if key not in self.whole:
                self.whole[key] = Rows(value, value.place) if isinstance(value, Rows) else value
            elif isinstance(present, Rows) and isinstance(value, Rows):
                present.extend(value)
            else:
                first = self.whole.key_place(key)
                text = f"“{key}”已经在{first.source}第{first.line}行写过"
                self.problems.append(
                    Problem(tree.key_place(key), "duplicate_key", text, "只有列表可以分写在几个文件里"),
                )

    def result(self) -> Table:
        """The whole. Raises `ProblemsError` with everything that is wrong with it."""
        if self.problems:
            raise ProblemsError(sorted(self.problems, key=place_order))
        return self.whole


class _FolderReader:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.merged = _Merged()
        self.problems = self.merged.problems
        #: Of every file that was read.
        self.texts: dict[str, str] = {}
        self._open: list[Path] = []
        self._done: set[Path] = set()

    def add(self, path: Path) -> None:
        """Read `path` and what it includes into the whole."""
        name = _name(path, self.folder)
        try:
            text = read_text(path, name)
            tree = yaml_reader.parse(text, name)
        except ProblemsError as error:
            self.problems.extend(error.problems)
            return
        self.texts[name] = text
        resolved = path.resolve()
        self._open.append(resolved)
        self._done.add(resolved)
        include = tree.pop(INCLUDE, None)
        self.merged.add(tree)
        if include is not None:
            self._include(include)
        self._open.pop()

    def _include(self, include: Tree) -> None:
        patterns = include if isinstance(include, Rows) else Rows([include])
        for pattern in patterns:
            if not isinstance(pattern, Text):
                problem = Problem(place_of(include), "include", "include应为文件名的列表", "例如 include: [base.yaml]")
                self.problems.append(problem)
                continue
            for path in self._matching(pattern):
                self.add(path)

    def _matching(self, pattern: Text) -> list[Path]:
        parts = PurePosixPath(pattern).parts
        # From Python 3.13 on `a**b` would be read as `a*b`.
        if not parts or "\0" in pattern or any("**" in part and part != "**" for part in parts):
            return self._refuse(pattern, "include", f"“{pattern!s}”不是可用的文件名")
        if PurePosixPath(pattern).is_absolute() or ".." in parts or "\\" in pattern:
            return self._refuse(pattern, "include_outside", f"不能包含方案文件夹以外的文件“{pattern}”")
        try:
            found = sorted(
                path for path in self.folder.glob(str(pattern)) if path.is_file() and not is_in_stage(path, self.folder)
            )
        except (ValueError, NotImplementedError):
            return self._refuse(pattern, "include", f"“{pattern}”不是可用的文件名")
        return found if self._may_include(pattern, found) else []

    def _may_include(self, pattern: Text, found: list[Path]) -> bool:
        inside = self.folder.resolve()
        resolved = [path.resolve() for path in found]
        repeated = [path for path in resolved if path in self._done]
        refusals = (
            (not found, "include_missing", f"找不到要包含的文件“{pattern}”"),
            (
                any(not path.is_relative_to(inside) for path in resolved),
                "include_outside",
                f"不能包含方案文件夹以外的文件“{pattern}”",
            ),
            (
                any(path in self._open for path in resolved),
                "include_cycle",
                f"“{pattern}”会把正在读的文件再包含一次，成了循环",
            ),
            (bool(repeated), "include_twice", f"“{pattern}”里的文件被包含了两次"),
            (len(self._done) + len(found) > MAX_FILES, "include_many", f"包含的文件太多（最多{MAX_FILES}个）"),
        )
        for refused, code, text in refusals:
            if refused:
                self._refuse(pattern, code, text)
                return False
        return True

    def _refuse(self, pattern: Text, code: str, text: str) -> list[Path]:
        self.problems.append(Problem(pattern.place, code, text, "请检查include里的文件名"))
        return []


def _name(path: Path, folder: Path) -> str:
    """How messages call a file of a scheme: from the scheme's own folder on."""
    return (Path(folder.name) / path.relative_to(folder)).as_posix()
