"""A file that a person asks for by name."""

from collections.abc import Sequence
from pathlib import Path

from assess.disk.refusals import OutsideError
from assess.ground.place import Problem, ProblemsError


def require_ending(path: Path, what: str, endings: Sequence[str]) -> None:
    """Raise `ProblemsError` where the name does not end as those of its kind do. `what`: what the file is called."""
    if path.suffix.lower() not in endings:
        text = f"{what}的文件名应以{'或'.join(endings)}结尾，不是“{path.name}”"
        raise ProblemsError([Problem(None, "file_name", text, f"例如 {what}{endings[0]}")])


def require_free(path: Path, *, force: bool) -> None:
    """Raise `OutsideError` where its folder is not there, or where it is there already and not to be replaced."""
    require_new(path, force=force)
    if not path.parent.is_dir():
        message = f"没有“{path.parent}”这个文件夹，文件没有写出。"
        raise OutsideError(message)


def require_new(path: Path, *, force: bool) -> None:
    """The same of a file whose folder is made where it lacks."""
    if path.exists() and not force:
        message = f"“{path}”已经存在，没有覆盖；请换一个文件名，确实不要旧的可加 --force。"
        raise OutsideError(message)
