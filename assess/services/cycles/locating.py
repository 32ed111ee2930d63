"""Finding the database and the cycle that are meant where nobody names them."""

import re
from collections.abc import Sequence
from pathlib import Path

from assess.disk.refusals import OutsideError
from assess.ground.place import Problem, ProblemsError, did_you_mean
from assess.storage import schema
from assess.storage.cycles import CycleHead, heads
from assess.storage.database import Database, open_database, open_file

#: What a database is called that nobody gave a name.
DEFAULT_NAME = "考核.db"
_FILES = "*.db"
#: Backups are called as their database, with the day, and where they have them the time and why they were made.
_BACKUP = re.compile(r".+ \d{4}-\d{2}-\d{2}( \d{6}( .+)?)?\.db")


def located(reference: str | None, folder: Path) -> Database:
    """The database that is named (a file, or a server's URL), else the only one in the folder, in today's version.

    Raises `OutsideError` where there is none, or where it cannot be used.
    """
    database = found(reference, folder)
    schema.require_current(database)
    return database


def found(reference: str | None, folder: Path) -> Database:
    """The same, whatever it is and of whichever version. Raises `OutsideError` where there is none."""
    return open_database(reference) if reference else open_file(only_one(databases_in(folder)))


def databases_in(folder: Path) -> list[Path]:
    """The files in a folder that are called as databases are, without their backups."""
    return sorted(path for path in folder.glob(_FILES) if path.is_file() and not _BACKUP.fullmatch(path.name))


def only_one(files: Sequence[Path]) -> Path:
    """The one that is there. Raises `OutsideError` where there are none or several."""
    if len(files) == 1:
        return files[0]
    if not files:
        message = (
            "这个文件夹里没有考核数据库。请进入数据库所在的文件夹；还没有数据库的，先运行 assess init；"
            "有备份的，用 assess restore 恢复。"
        )
        raise OutsideError(message)
    names = "、".join(path.name for path in files)
    message = f"这个文件夹里有{len(files)}个数据库：{names}。请用 --database 写明用哪一个。"
    raise OutsideError(message)


def cycle_named(database: Database, code: str | None) -> CycleHead:
    """The cycle with this code; where none is named, the only one.

    Raises `ProblemsError` where there is no such cycle, or where it is not clear which one is meant.
    """
    with database.reading() as session:
        found = {one.code: one for one in heads(session)}
    if code is not None and code in found:
        return found[code]
    if code is not None:
        problem = Problem(None, "unknown_cycle", f"没有“{code}”这个考核周期", did_you_mean(code, found))
    elif len(found) == 1:
        return next(iter(found.values()))
    elif found:
        text = f"数据库里有{len(found)}个考核周期：{'、'.join(found)}"
        problem = Problem(None, "which_cycle", text, "请用 --cycle 写明是哪一个")
    else:
        problem = Problem(None, "no_cycle", "数据库里还没有考核周期", "请先用 assess cycle open 开始一个")
    raise ProblemsError([problem])
