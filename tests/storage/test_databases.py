"""The databases that the tests run on are what they are taken for."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import OperationalError

from script import postgres_server as module
from script.postgres_server import NoServerError, PostgresServer
from tests.disk.processes import ENVIRONMENT


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    """A connection in a transaction that is committed at the end."""
    engine = create_engine(url)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def make_note(url: str, note: str) -> None:
    """A table with one row."""
    with connected(url) as connection:
        connection.execute(text("CREATE TABLE note (said TEXT NOT NULL)"))
        connection.execute(text("INSERT INTO note VALUES (:note)"), {"note": note})


def notes(url: str) -> list[str]:
    """All rows of that table."""
    with connected(url) as connection:
        return list(connection.scalars(text("SELECT said FROM note")))


def test_two_databases_are_separate(new_database: Callable[[], str]) -> None:
    """What is written into one database is not in the other, and neither is any table."""
    one, other = new_database(), new_database()
    make_note(one, "学生数")
    make_note(other, "教师数")
    assert (notes(one), notes(other)) == (["学生数"], ["教师数"])


@pytest.mark.parametrize("immediate", [False, True])
def test_a_restart_keeps_what_was_committed(postgres_server: PostgresServer, *, immediate: bool) -> None:
    """Rows that were committed are there after the server was stopped, or broken off, and started again."""
    name = postgres_server.create_database()
    make_note(postgres_server.url(name), "𠮷")
    postgres_server.restart(immediate=immediate)
    assert notes(postgres_server.url(name)) == ["𠮷"]
    postgres_server.drop_database(name)


def test_a_stopped_server_refuses_and_serves_the_next_test(postgres_server: PostgresServer) -> None:
    """While it is stopped nobody gets in; whoever needs a database next has the server again."""
    name = postgres_server.create_database()
    postgres_server.stop()
    with pytest.raises(OperationalError):
        make_note(postgres_server.url(name), "")
    postgres_server.drop_database(name)
    assert postgres_server.is_running()


def test_a_dropped_database_takes_its_connections_along(postgres_server: PostgresServer) -> None:
    """A test that forgets a connection does not keep its database."""
    name = postgres_server.create_database()
    engine = create_engine(postgres_server.url(name))
    connection = engine.connect()
    postgres_server.drop_database(name)
    with pytest.raises(OperationalError):
        connection.execute(text("SELECT 1"))
    connection.close()
    engine.dispose()


def test_a_database_sorts_by_code_point_and_is_unicode(postgres_server: PostgresServer) -> None:
    """The order of text is that of SQLite, whatever language the machine speaks."""
    name = postgres_server.create_database()
    with connected(postgres_server.url(name)) as connection:
        assert connection.scalar(text("SHOW server_encoding")) == "UTF8"
        assert connection.scalar(text("SELECT 'Z' < 'a' AND 'z' < '一'"))
        assert connection.scalar(text("SHOW listen_addresses")) == ""
    postgres_server.drop_database(name)


def test_a_server_goes_with_the_process_that_started_it() -> None:
    """Even where that process is killed, neither the server nor its folder stays."""
    code = (
        "from script.postgres_server import PostgresServer\n"
        "with PostgresServer() as server:\n"
        "    print(server.url('postgres'), flush=True)\n"
        "    input()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT, text=True
    )
    with process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        folder = Path(url.partition("?host=")[2])
        engine = create_engine(url)
        connection = engine.connect()
        connection.execute(text("SELECT 1"))
        process.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 30
    while folder.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not folder.exists()
    with pytest.raises(OperationalError):
        connection.execute(text("SELECT 1"))
    connection.close()
    engine.dispose()


def test_without_a_server_there_is_an_error_that_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Tests on PostgreSQL fail where it is not installed; they are not left out."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(module, "INSTALLED", tmp_path)
    with pytest.raises(NoServerError, match="script/bootstrap dev"):
        PostgresServer()


def test_the_newest_installed_server_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where several are installed and none is on PATH, the versions are compared as numbers."""
    for version in ("9.6", "15", "17"):
        (tmp_path / version / "bin").mkdir(parents=True)
        (tmp_path / version / "bin" / "initdb").touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(module, "INSTALLED", tmp_path)
    assert module.programs() == tmp_path / "17" / "bin"
