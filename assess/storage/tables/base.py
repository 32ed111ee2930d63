"""What every table has in common: named constraints, and columns that SQLite keeps as strictly as PostgreSQL does."""

from typing import Any

from sqlalchemy import Dialect, Integer, MetaData, Text
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

#: SQLite checks the types of what it is given, as any other database does.
STRICT: dict[str, Any] = {"sqlite_strict": True}


class Base(DeclarativeBase):
    """A table; every constraint has a name, without which no later migration could change it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {str: Text}  # noqa: RUF012 read by SQLAlchemy


class Flag(TypeDecorator[bool]):
    """Yes or no as 1 or 0: a strict table of SQLite knows no type of its own for it."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:  # noqa: FBT001 SQLAlchemy's signature
        """To the database."""
        del dialect
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        """From the database."""
        del dialect
        return None if value is None else bool(value)
