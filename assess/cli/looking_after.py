"""What is done for the database around every command that writes: where it lies, and its backup in a second place."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assess.storage.database import Database


@contextlib.contextmanager
def looked_after(reference: str | None, *, quiet: bool) -> Iterator[None]:
    """Bring the second place up to date before the command and after it; say once what is to be said."""
    from assess.disk.refusals import OutsideError
    from assess.services.cycles.locating import located

    try:
        database = located(reference, Path())
    except OutsideError:
        yield  # the command itself will say so
        return
    before = _attended(database)
    _tell(before, quiet=quiet)
    yield
    _tell([one for one in _attended(database) if one not in before], quiet=quiet)


def attend(database: "Database", *, quiet: bool) -> None:
    """The same once."""
    _tell(_attended(database), quiet=quiet)


def warn(database: "Database", *, quiet: bool) -> None:
    """Say it where the database does not lie where it is safe."""
    from assess.services.upkeep.whereabouts import unsafe

    _tell([unsafe(database)], quiet=quiet)


def _attended(database: "Database") -> list[str]:
    from datetime import datetime

    from assess.services.upkeep.second_place import keep_up
    from assess.services.upkeep.whereabouts import unsafe

    return [unsafe(database), keep_up(database, datetime.now().astimezone())]


def _tell(sentences: list[str], *, quiet: bool) -> None:
    from assess.cli.screen import say, screen

    for sentence in () if quiet else filter(None, sentences):
        say(screen(errors=True), f"注意：{sentence}", style="yellow")
