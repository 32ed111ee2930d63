"""What an office has from an earlier version comes into today's form without losing a row."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from assess.services.upkeep.checking import check
from assess.storage import schema
from assess.storage.database import Database, open_database, open_file
from assess.storage.tables.everything import metadata
from script.postgres_server import PostgresServer
from script.released_tables import DIALECTS, FOLDER, rows
from tests.storage.structure import names_of_constraints, names_of_models, what_differs

Loaded = Callable[[str], Database]
Row = Mapping[str, Any]
Rows = Mapping[str, Sequence[Row]]


@pytest.fixture(params=DIALECTS)
def loaded(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Loaded]:
    """Makes the database of a revision from its dump."""
    if request.param == "sqlite":

        def load_file(revision: str) -> Database:
            with sqlite3.connect(tmp_path / "考核.db") as connection:
                connection.executescript(_dump(revision, "sqlite"))
            connection.close()
            return open_file(tmp_path / "考核.db")

        yield load_file
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    name = server.create_database()

    def load_server(revision: str) -> Database:
        database = open_database(server.url(name))
        with database.connected() as connection:
            raw = connection.connection.dbapi_connection
            assert raw is not None
            raw.cursor().execute(_dump(revision, "postgresql"))  # several statements at once
        return open_database(server.url(name))

    yield load_server
    server.drop_database(name)


def _dump(revision: str, dialect: str) -> str:
    return (FOLDER / f"{revision}.{dialect}.sql").read_text(encoding="utf-8")


def _lost(before: Rows, after: Rows) -> list[tuple[str, Row]]:
    """The rows that are not there any more with all that they held; later versions may have given them more columns."""
    return [
        (table, row)
        for table, some in before.items()
        for row in some
        if not any(row.items() <= one.items() for one in after.get(table, ()))
    ]


@pytest.mark.parametrize("revision", schema.REVISIONS)
def test_a_released_database_is_upgraded_without_losing_a_row(loaded: Loaded, revision: str) -> None:
    """All rows are there afterwards, every value is explained by its changes, and the year can be read."""
    database = loaded(revision)
    before = rows(database)
    assert sum(map(len, before.values())) > 100
    schema.upgrade(database)
    assert schema.state_of(database) is schema.State.CURRENT
    assert _lost(before, rows(database)) == []
    checked = check(database)
    assert checked.problems == ()
    assert checked.cycles == 1


def test_a_row_that_is_lost_or_changed_would_be_noticed() -> None:
    """A column more is no loss."""
    before: Rows = {"unit": [{"code": "a", "name": "甲"}, {"code": "b", "name": None}]}
    more: Rows = {"unit": [{"code": "b", "name": None, "x": 1}, {"code": "a", "name": "甲", "x": 1}]}
    fewer: Rows = {"unit": [{"code": "a", "name": "甲"}]}
    other: Rows = {"unit": [{"code": "a", "name": "乙"}, {"code": "b", "name": None}]}
    assert [len(_lost(before, after)) for after in (more, fewer, other, {})] == [0, 1, 1, 2]


def test_the_dump_of_this_version_is_not_stale(loaded: Loaded) -> None:
    """Its tables are those of the models, with rows in each; `script/released` writes it until the version is out."""
    database = loaded(schema.TODAY)
    found = rows(database)
    assert what_differs(database) == []
    assert names_of_constraints(database) == names_of_models()
    assert [table.name for table in metadata.sorted_tables if not found[table.name]] == []
