"""The databases that tests run on: every test that asks for one runs on SQLite and on PostgreSQL."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from script.postgres_server import PostgresServer


@pytest.fixture(scope="session")
def postgres_server() -> Iterator["PostgresServer"]:
    """The one PostgreSQL server of a run of tests, started by the first that needs it; without one they fail."""
    from script.postgres_server import PostgresServer

    with PostgresServer() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def new_database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[], str]]:
    """Makes empty databases, each gone after the test, and gives their addresses."""
    if request.param == "sqlite":
        yield lambda: f"sqlite:///{tmp_path_factory.mktemp('database') / 'assess.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    with ExitStack() as afterwards:

        def create() -> str:
            name = server.create_database()
            afterwards.callback(server.drop_database, name)
            return server.url(name)

        yield create


@pytest.fixture
def database_url(new_database: Callable[[], str]) -> str:
    """The address of an empty database."""
    return new_database()
