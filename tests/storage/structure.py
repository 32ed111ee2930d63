"""The form of a database beside that of the models, for tests."""

from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from assess.storage.database import Database
from assess.storage.tables.everything import metadata

Names = set[tuple[str, str | None]]


def what_differs(database: Database) -> list[Any]:
    """Tables, columns, types, defaults and indexes that are not those of the models."""
    with database.connected() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        return list(compare_metadata(context, metadata))


def names_of_constraints(database: Database) -> Names:
    """Keys, references, uniqueness and checks of every table of the models."""
    found: Names = set()
    with database.connected() as connection:
        looked_at = inspect(connection)
        for table in metadata.sorted_tables:
            name = table.name
            found.add((name, looked_at.get_pk_constraint(name)["name"]))
            for constraints in (
                looked_at.get_foreign_keys(name),
                looked_at.get_unique_constraints(name),
                looked_at.get_check_constraints(name),
            ):
                found |= {(name, one["name"]) for one in constraints}
    return found


def names_of_models() -> Names:
    """The same, as the models have them."""
    return {(table.name, str(one.name)) for table in metadata.sorted_tables for one in table.constraints}
