"""A step of the database that is not there yet, as the next release may bring it; for tests of upgrading."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from assess import resources
from assess.storage import schema

#: It makes the protected table and one that others refer to anew, as Alembic's batch does on SQLite.
STEP = '''
"""A column more, in the changes and in the cycles."""

import sqlalchemy as sa
from alembic import op

revision = "made_up"
down_revision = "{before}"


def upgrade() -> None:
    """Make both tables anew."""
    for table in ("change", "cycle"):
        with op.batch_alter_table(table, table_kwargs={{"sqlite_strict": True}}) as batch:
            batch.add_column(sa.Column("made_up", sa.Text(), nullable=False, server_default="x"))
            batch.create_check_constraint("made_up", "made_up <> ''")
'''
#: It drops what nobody may lose, and then fails.
BAD_STEP = '''
"""Goes wrong in the middle."""

from alembic import op

revision = "made_up"
down_revision = "{before}"


def upgrade() -> None:
    """Lose something, and fail."""
    op.execute("DELETE FROM entry")
    op.execute("DELETE FROM nothing_that_is_there")
'''


@contextlib.contextmanager
def one_step_further(folder: Path, step: str = STEP) -> Iterator[str]:
    """The program as it would be one step later; yields the revision that it makes of a database."""
    before = schema.TODAY
    shutil.copytree(resources.migrations_dir(), folder / "migrations", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(resources.alembic_file(), folder / "alembic.ini")
    path = folder / "migrations" / "versions" / "made_up_step.py"
    path.write_text(step.format(before=before), encoding="utf-8")
    with (
        mock.patch.object(schema, "alembic_file", return_value=folder / "alembic.ini"),
        mock.patch.object(schema, "REVISIONS", (*schema.REVISIONS, "made_up")),
        mock.patch.object(schema, "TODAY", "made_up"),
    ):
        yield "made_up"
