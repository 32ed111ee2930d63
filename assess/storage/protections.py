"""What the database itself keeps anybody from doing: changing or removing a change that was written down.

They are set anew after every migration, since a table that is made again loses them.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, text

_TABLE = "change"
_SAID = "changes are only ever added"


def _sqlite(name: str, event: str, when: str = "") -> str:
    return f"CREATE TRIGGER {name} BEFORE {event} ON {_TABLE} {when} BEGIN SELECT RAISE(ABORT, '{_SAID}'); END"


def _postgresql(name: str, event: str, each: str) -> str:
    return f"CREATE TRIGGER {name} BEFORE {event} ON {_TABLE} FOR EACH {each} EXECUTE FUNCTION change_is_kept()"


#: REPLACE removes the row that is there; only with recursive triggers on would the removal be noticed.
_IS_THERE = f"WHEN EXISTS (SELECT 1 FROM {_TABLE} WHERE cycle_id = NEW.cycle_id AND number = NEW.number)"  # noqa: S608 no input
_FUNCTION = f"""
    CREATE OR REPLACE FUNCTION change_is_kept() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{_SAID}'; END $$
"""
_STATEMENTS = {
    "sqlite": (
        _sqlite("change_no_update", "UPDATE"),
        _sqlite("change_no_delete", "DELETE"),
        _sqlite("change_no_replace", "INSERT", _IS_THERE),
    ),
    "postgresql": (
        _FUNCTION,
        _postgresql("change_no_update", "UPDATE OR DELETE", "ROW"),
        _postgresql("change_no_truncate", "TRUNCATE", "STATEMENT"),
    ),
}
_NAMES = {
    "sqlite": ("change_no_update", "change_no_delete", "change_no_replace"),
    "postgresql": ("change_no_update", "change_no_truncate"),
}


def protect(connection: Connection) -> None:
    """Set the protections, whether they are there or not."""
    dialect = connection.dialect.name
    for name in _NAMES[dialect]:
        on = "" if dialect == "sqlite" else f" ON {_TABLE}"
        connection.execute(text(f"DROP TRIGGER IF EXISTS {name}{on}"))
    for statement in _STATEMENTS[dialect]:
        connection.exec_driver_sql(statement)


def missing(connection: Connection) -> Iterator[str]:
    """The names of the protections that are not there."""
    dialect = connection.dialect.name
    found = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if dialect == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    )
    there = set(connection.execute(text(found)).scalars())
    return (name for name in _NAMES[dialect] if name not in there)
