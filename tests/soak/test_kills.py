"""A part of `script/soak --kills`: what a killed writer had acknowledged is there, and nothing is half done."""

import threading
import time
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

from assess.disk.refusals import OutsideError
from script.soaking.interrupted import Entry
from script.soaking.kills import Kill, kills, on_postgresql, on_sqlite

if TYPE_CHECKING:
    from script.postgres_server import PostgresServer

SEED = 3


def _look_at(done: Sequence[Kill], said: list[str]) -> None:
    kinds = Counter(kill.work for kill in done)
    said.append(f"seed {SEED}, {len(done)} kills: {', '.join(f'{count} of {work}' for work, count in kinds.items())}")
    assert not [kill for kill in done if kill.complaints]


def test_kills_of_writers_to_a_file(said: list[str]) -> None:
    """Entry, import, migration and backup, five times each."""
    with on_sqlite() as works:
        _look_at(list(kills(works, 20, SEED)), said)


def test_kills_of_writers_to_a_server(postgres_server: "PostgresServer", said: list[str]) -> None:
    """Entry, import and migration, twice each."""
    with on_postgresql(postgres_server) as works:
        _look_at(list(kills(works, 6, SEED)), said)


def test_a_server_that_restarts_in_the_middle(postgres_server: "PostgresServer") -> None:
    """Whoever writes is told in a sentence; what was acknowledged is there, and the next one can write."""
    name = postgres_server.create_database()
    work = Entry(postgres_server.url(name))
    acknowledged: list[str] = []

    def restart() -> None:
        while len(acknowledged) < 2:
            time.sleep(0.01)
        postgres_server.restart(immediate=True)

    restarting = threading.Thread(target=restart)
    restarting.start()
    with pytest.raises(OutsideError, match=r"请稍等后再试|连不上服务器"):
        work.work(acknowledged.append)
    restarting.join()
    assert list(work.complaints(acknowledged)) == []
    work.enter_next()
    postgres_server.drop_database(name)
