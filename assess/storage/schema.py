"""The version of a database: what it is, and how it becomes today's."""

from enum import Enum

from sqlalchemy import Connection, inspect, text

from assess.resources import alembic_file
from assess.storage.database import APPLICATION_ID, Database
from assess.storage.protections import missing, protect
from assess.storage.refusals import DatabaseError, told

#: Every revision that there has been, the oldest first; the last is today's. A test compares them with the migrations.
REVISIONS = ("0001",)
TODAY = REVISIONS[-1]


class State(Enum):
    """What a database is to this program."""

    EMPTY = "empty"
    FOREIGN = "foreign"
    OLD = "old"
    CURRENT = "current"
    NEWER = "newer"


def state_of(database: Database) -> State:
    """Look; nothing is changed. Raises `DatabaseError` where it cannot be read at all."""
    with database.connected() as connection:
        return _state(connection)


def revision_of(database: Database) -> str:
    """The revision of a database of ours. Raises `DatabaseError`."""
    with database.connected() as connection:
        return _revision(connection)


def require_current(database: Database) -> None:
    """Raise `DatabaseError` with what to do, unless the database is one of ours in today's version."""
    found = state_of(database)
    said = {
        State.EMPTY: "是空的。新的数据库，请先运行 assess init；原来有数据的，请用 assess restore 恢复备份。",
        State.FOREIGN: "不是考核数据库。请确认选对了文件或地址。",
        State.OLD: "是旧版本程序建立的。请先运行 assess db upgrade（会先自动备份）。",
        State.NEWER: "是更新版本的程序建立的，这个版本不能打开。请安装新版本。",
    }
    if found is not State.CURRENT:
        message = f"数据库“{database.name}”{said[found]}"
        raise DatabaseError(message)


def upgrade(database: Database) -> None:
    """Make the tables, or bring them to today's form; all of it or nothing. Raises `DatabaseError`."""
    from alembic import command
    from alembic.config import Config

    config = Config(alembic_file())
    engine = database.engine.execution_options(assess_writes=True)
    with told(database.name, writes=True), engine.connect() as connection:
        is_file = connection.dialect.name == "sqlite"
        if is_file:
            # Inside a transaction it would have no effect, and a table that is made anew would take its children along.
            _outside(connection, "PRAGMA foreign_keys = OFF")
            _outside(connection, "PRAGMA journal_mode = WAL")
        with connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            protect(connection)
            if is_file:
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if orphans:
                    message = (
                        f"数据库“{database.name}”：升级会丢下{len(orphans)}处没有归属的数据，没有升级。请告诉管理员。"
                    )
                    raise DatabaseError(message)


def mend(database: Database) -> bool:
    """Set the protections of changes again where one of them is missing; whether one was. Raises `DatabaseError`."""
    with database.connected() as connection:
        is_missing = any(missing(connection))
    if is_missing:
        with database.writing() as session:
            protect(session.connection())
    return is_missing


def _outside(connection: Connection, statement: str) -> None:
    """Run a statement before there is a transaction."""
    raw = connection.connection.dbapi_connection
    assert raw is not None  # noqa: S101 the connection is open
    raw.cursor().execute(statement)


def _state(connection: Connection) -> State:
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return State.EMPTY
    if "alembic_version" not in tables or not {"cycle", "change"} <= tables:
        # A server's database may be shared; a file is ours or it is not.
        return State.FOREIGN
    revision = _revision(connection)
    if revision == TODAY:
        return State.CURRENT
    return State.OLD if revision in REVISIONS else State.NEWER


def _revision(connection: Connection) -> str:
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
