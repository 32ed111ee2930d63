"""A database: where it is, and its transactions.

A file by default, SQLite's; or a PostgreSQL server. Whoever writes holds the database (SQLite) or the cycle (server)
from the first statement on: what is checked is what is written.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from assess.storage.refusals import DatabaseError, told

#: How long a writer waits for another one, in seconds.
PATIENCE = 10
#: The number by which SQLite's files are known as ours ("KHSJ").
APPLICATION_ID = 0x4B48534A

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA synchronous = FULL",
)
#: The option of a connection that says that it will write.
_WRITES = "assess_writes"
#: What SQLAlchemy calls a connection on which every statement stands for itself.
_NO_TRANSACTION = "AUTOCOMMIT"


class Database:
    """A database that is there. Whether it is one of ours, and of which version, is asked elsewhere."""

    def __init__(self, name: str, engine: Engine, path: Path | None = None) -> None:
        #: What messages call it; without a password.
        self.name = name
        self.engine = engine
        #: Where its file is; None: on a server.
        self.path = path

    @contextlib.contextmanager
    def reading(self) -> Iterator[Session]:
        """A transaction that sees one state of everything, and writes nothing. Raises `DatabaseError`."""
        engine = self.engine
        if self.path is None:
            engine = engine.execution_options(isolation_level="REPEATABLE READ")
        with told(self.name), Session(engine, expire_on_commit=False) as session:
            yield session

    @contextlib.contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that is kept whole when the block ends well, else not at all. Raises `DatabaseError`."""
        engine = self.engine.execution_options(**{_WRITES: True})
        with told(self.name, writes=True), Session(engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextlib.contextmanager
    def connected(self) -> Iterator[Connection]:
        """A connection outside of any transaction, for what has to be done there. Raises `DatabaseError`."""
        engine = self.engine.execution_options(isolation_level=_NO_TRANSACTION)
        with told(self.name), engine.connect() as connection:
            yield connection


#: Before the path of a file that is named as a server would be.
_FILE_URL = "sqlite:///"
#: What nobody means as a path, even where an address is not whole; what follows may hold a password.
_SERVERS = ("postgresql:", "postgres:")


def file_of(reference: str) -> Path | None:
    """The path that is named, plain or as `sqlite:///path`; None: a server is."""
    if reference.startswith(_FILE_URL):
        return Path(reference.removeprefix(_FILE_URL))
    return None if "://" in reference or reference.startswith(_SERVERS) else Path(reference)


def open_file(path: Path, *, make: bool = False, patience: float = PATIENCE) -> Database:
    """Open SQLite's file at `path`; only with `make` one that is not there. Raises `DatabaseError`.

    `patience`: how long a writer waits for another one, in seconds.
    """
    resolved = path.resolve()
    if resolved.is_dir():
        message = f"“{path}”是文件夹，不是数据库。请写明文件名，例如 {path / '考核.db'}。"
        raise DatabaseError(message)
    if not make and not resolved.is_file():
        message = f"找不到数据库“{path}”。请检查文件名和所在的文件夹；还没有数据库的，先运行 assess init。"
        raise DatabaseError(message)
    uri = f"{resolved.as_uri()}?mode={'rwc' if make else 'rw'}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=patience, check_same_thread=False)
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return Database(str(path), engine, resolved)


def open_server(reference: str, *, patience: float = PATIENCE) -> Database:
    """Open the database that a URL names, `postgresql://user:password@host/name`. Raises `DatabaseError`.

    `patience`: how long a writer waits for another one, in seconds.
    """
    try:
        reference.encode()
        url = make_url(reference)
    except (ArgumentError, ValueError):
        url = None  # also a port that is no number, and bytes that are no characters
    if url is None or url.get_backend_name() != "postgresql" or not url.database:
        message = f"数据库地址“{_without_password(reference, url)}”不对，应写成 postgresql://用户:密码@主机/数据库名。"
        raise DatabaseError(message)
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        # A command makes two or three connections in all; none stays open behind anybody's back.
        poolclass=NullPool,
        hide_parameters=True,
        connect_args={
            "connect_timeout": PATIENCE,
            "options": f"-c lock_timeout={round(patience * 1000)}ms -c timezone=UTC",
            "client_encoding": "utf8",
        },
    )
    return Database(_without_password(reference, url), engine)


def open_database(reference: str, *, patience: float = PATIENCE) -> Database:
    """Open what `reference` names: a server's URL, or a file. Raises `DatabaseError`."""
    path = file_of(reference)
    return open_server(reference, patience=patience) if path is None else open_file(path, patience=patience)


def _begin(connection: Connection) -> None:
    """SQLite begins when we say so: what Python does by default begins too late, and loses updates."""
    options = connection.get_execution_options()
    if options.get("isolation_level") != _NO_TRANSACTION:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(_WRITES, False) else "BEGIN")


def _without_password(reference: str, url: URL | None) -> str:
    """The address as it may be shown; what follows a question mark may hold another password."""
    if url is not None:
        return url.set(query={}).render_as_string(hide_password=True)
    start, _, end = reference.rpartition("@")
    return (f"***@{end}" if start else reference).partition("?")[0]
