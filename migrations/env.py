"""Runs the migrations: on the connection that the program hands over, or on the database that ASSESS_DATABASE names."""

import os

from alembic import context
from sqlalchemy import Connection

from assess.storage.database import open_database
from assess.storage.protections import protect
from assess.storage.tables.everything import metadata


def _run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    _run(given)
else:
    with open_database(os.environ["ASSESS_DATABASE"]).engine.begin() as own:
        _run(own)
        protect(own)
