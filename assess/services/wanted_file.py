"""A file that a person asks for by name."""

from pathlib import Path

from assess.disk.refusals import OutsideError


def require_free(path: Path, *, force: bool) -> None:
    """Raise `OutsideError` where its folder is not there, or where it is there already and not to be replaced."""
    if path.exists() and not force:
        message = f"“{path}”已经存在，没有覆盖；请换一个文件名，确实不要旧的可加 --force。"
        raise OutsideError(message)
    if not path.parent.is_dir():
        message = f"没有“{path.parent}”这个文件夹，文件没有写出。"
        raise OutsideError(message)
