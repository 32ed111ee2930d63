"""Tries what is left of a database when its writers are killed, again and again."""

import itertools
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from script.postgres_server import PostgresServer
from script.soaking.interrupted import Backup, Entry, Import, Interrupted, Migration
from script.soaking.killing import killed

#: How much longer than the work takes a process may live: some are done before they are killed, and have said so.
LONGEST = 1.6
#: Work that never ends by itself is killed within so many seconds.
COUNTING = 0.5


@dataclass(frozen=True, slots=True)
class Kill:
    """One kill: of what work, after how many seconds, how many steps it had acknowledged, and what was wrong then."""

    work: str
    seconds: float
    acknowledged: int
    complaints: tuple[str, ...]


def kills(works: list[tuple[Interrupted, float]], count: int, seed: int) -> Iterator[Kill]:
    """Kill the works in turn, each after a random part of the seconds beside it."""
    chance = random.Random(seed)  # noqa: S311 nothing secret
    for number in range(count):
        work, longest = works[number % len(works)]
        seconds = chance.uniform(0, longest)
        acknowledged = killed(work.work, seconds)
        yield Kill(work.name, seconds, len(acknowledged), tuple(work.complaints(acknowledged)))


@contextmanager
def on_sqlite() -> Iterator[list[tuple[Interrupted, float]]]:
    """The works on files in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        paths = (Path(folder) / f"{number}.db" for number in itertools.count())
        backed_up = Path(folder) / "backup"
        backed_up.mkdir()
        yield [*_on_both(lambda: str(next(paths))), _timed(Backup(backed_up))]


@contextmanager
def on_postgresql(server: PostgresServer) -> Iterator[list[tuple[Interrupted, float]]]:
    """The works on a server; a backup of a server is its administrator's."""
    with ExitStack() as afterwards:

        def create() -> str:
            name = server.create_database()
            afterwards.callback(server.drop_database, name)
            return server.url(name)

        yield _on_both(create)


def _on_both(new_url: Callable[[], str]) -> list[tuple[Interrupted, float]]:
    return [(Entry(new_url()), COUNTING), _timed(Import(new_url())), _timed(Migration(new_url))]


def _timed(work: Interrupted) -> tuple[Interrupted, float]:
    """The work once unharmed, to see how long it takes."""
    begun = time.monotonic()
    acknowledged = killed(work.work, None)
    taken = time.monotonic() - begun
    complaints = list(work.complaints(acknowledged))
    if complaints:
        raise RuntimeError("\n".join(complaints))
    return work, taken * LONGEST
