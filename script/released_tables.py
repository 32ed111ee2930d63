"""Dumps of a small office's database, as text: for `script/released`, and for the tests that upgrade them."""

import re
import sqlite3
import subprocess
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import inspect, text

from assess.ground.address import CONFIRMED, DUTIES, YEAR, Address
from assess.services.cycles.attaching import attach
from assess.services.cycles.opening import Opening, open_new
from assess.services.cycles.setting_up import set_up
from assess.services.cycles.transfer import import_year
from assess.services.cycles.values.named import Named
from assess.storage.acts import Act, Paper
from assess.storage.cycles import stored_year
from assess.storage.database import APPLICATION_ID, Database
from assess.storage.schema import TODAY
from assess.storage.settings import set_all
from assess.year.cells import Cell
from assess.year.reminders import REMINDERS
from script.postgres_server import PostgresServer, programs

TOP = Path(__file__).parents[1]
FOLDER = TOP / "tests" / "storage" / "released"
SCHEME = TOP / "tests" / "cli" / "data" / "small"
#: What the sample year has none of: somebody who looked into a reminder, and a duty.
CELLS = (
    *(
        Cell(Address(YEAR, CONFIRMED, "confirmation", record=1), field, words)
        for field, words in {
            "code": REMINDERS[0].code,
            "address": "arts/T3/rate",
            "value": "85",
            "by": "张三",
            "reason": "核对过",
        }.items()
    ),
    Cell(Address(YEAR, DUTIES, "T1", group="2025-01-01"), "department", "教务处"),
)
DIALECTS = ("sqlite", "postgresql")
ACT = Act(
    by="张三",
    command="cycle import",
    at=datetime(2026, 11, 27, 8, 30, tzinfo=UTC),
    given_by="李四",
    checked_by="王五",
    paper=Paper(department="教务处", received_on="2026-11-20", number="教〔2026〕3号", signed=True),
)


def make(url: str) -> Database:
    """Make a database in which every table has rows; a table that is new needs some more here."""
    database = set_up(url, Path())
    open_new(database, Opening(str(SCHEME), code="2025", readings={"R1": "scale_to_top"}), ACT)
    import_year(database, "2025", SCHEME / "sample" / "year.yaml", ACT)
    with database.writing() as session:
        stored = stored_year(session, "2025", to_write=True)
        stored.write(CELLS, (), ACT)
        stored.change_keepers(["王五"], [], ACT)
        set_all(session, {"second_place": "E:/备份"})
    with tempfile.TemporaryDirectory() as folder:
        proof = Path(folder) / "就业率.pdf"
        proof.write_bytes(b"%PDF")
        attach(database, "2025", Named("arts", "T3", "rate"), proof, ACT)
    return database


def rows(database: Database) -> Mapping[str, list[Mapping[str, Any]]]:
    """All rows of every table that is there, whatever the models say."""
    with database.connected() as connection:
        names = sorted(set(inspect(connection).get_table_names()) - {"alembic_version"})
        found = {name: connection.execute(text(f'SELECT * FROM "{name}"')).mappings().all() for name in names}  # noqa: S608 names of tables
    return {name: [dict(row) for row in sorted(some, key=str)] for name, some in found.items()}


def dump_of_file(path: Path) -> str:
    """The statements that make a file of SQLite as this one."""
    with sqlite3.connect(path) as connection:
        statements = "\n".join(connection.iterdump())
    connection.close()
    return f"PRAGMA application_id = {APPLICATION_ID};\n{statements}\n"


def dump_of_server(url: str) -> str:
    """The statements that make a database of PostgreSQL as this one, without what `pg_dump` says of itself."""
    command = [str(programs() / "pg_dump"), "--column-inserts", "--no-owner", "--no-privileges", f"--dbname={url}"]
    dumped = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return re.sub(r"^(--.*|\\.*|SET .*|)\n", "", dumped, flags=re.MULTILINE)


def main() -> None:
    """Write both."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, PostgresServer() as server:
        path = Path(scratch, "office.db")
        make(str(path))
        url = server.url(server.create_database())
        make(url)
        for dialect, dump in zip(DIALECTS, (dump_of_file(path), dump_of_server(url)), strict=True):
            target = FOLDER / f"{TODAY}.{dialect}.sql"
            target.write_text(dump, encoding="utf-8")
            print(target.relative_to(TOP))


if __name__ == "__main__":
    main()
