"""The demo's own database: made anew each time; one that the demo has not made is left alone."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assess.disk.refusals import OutsideError
from assess.services.cycles.cycle_source import DEMO, StoredSource, cycle_source
from assess.services.cycles.locating import databases_in, located
from assess.services.cycles.opening import Opening, open_new
from assess.services.cycles.setting_up import set_up
from assess.services.demo.through_sheets import through_sheets
from assess.storage.acts import Act
from assess.storage.cycles import heads, stored_year
from assess.year.evidence import Stage

NAME = "演示.db"
#: Who types in a demo.
_CLERK = "演示"


def require_own(folder: Path) -> None:
    """Raise `OutsideError` where the folder has a database that is not the demo's own to make anew."""
    for path in databases_in(folder):
        if path.name != NAME or not _is_own(path):
            message = f"“{path}”不是演示用的数据库，没有动它。演示请用 --out 换一个文件夹。"
            raise OutsideError(message)
        if path.with_name(f"{NAME}-wal").exists():
            message = f"“{path}”正被其他程序使用，没有写出任何文件。请关闭那个程序再试。"
            raise OutsideError(message)


def _is_own(path: Path) -> bool:
    with located(str(path), path.parent).reading() as session:
        return all(stored_year(session, one.code).opened_with == DEMO for one in heads(session))


@dataclass(frozen=True, slots=True)
class Made:
    """The content of a new database; its cycles, one for each sample; the sheets that went around, by their paths."""

    content: bytes
    cycles: tuple[StoredSource, ...]
    sheets: Mapping[str, bytes]


def made(scheme: str, samples: Mapping[Stage, Path], readings: Mapping[str, str]) -> Made:
    """Make a database with the samples in it, as sheets bring them. Raises `ProblemsError` with all mistakes."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / NAME
        database = set_up(str(path), path.parent)
        act = Act(_CLERK, DEMO, datetime.now(UTC))
        cycles = []
        sheets: dict[str, bytes] = {}
        for stage, sample in samples.items():
            code = open_new(database, Opening(scheme, stage=stage, readings=readings), act).head.code
            sheets |= through_sheets(database, code, sample, act)
            cycles.append(cycle_source(database, code))
        return Made(path.read_bytes(), tuple(cycles), sheets)
