"""A PostgreSQL server of one's own for tests and trials: in a folder that nobody else enters, and gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import LiteralString, NamedTuple, Self

import psycopg
from psycopg import sql

#: Where Debian and Ubuntu keep the programs of a server, by version; they are not on PATH there.
INSTALLED = Path("/usr/lib/postgresql")
#: The one user that everybody has; PostgreSQL refuses to be started by root.
UNPRIVILEGED = "nobody"
#: Every Unix has it, every user may enter it, and its name is short: that of a socket has at most some 100 characters.
TEMPORARY = "/tmp"  # noqa: S108 - mkdtemp makes a folder in it that nobody else enters
#: Waits for the end of whoever holds the other end of its input, however that comes, and clears away.
KEEPER = """\
trap '' INT TERM HUP
read -r _
"$1/pg_ctl" stop --silent --mode=immediate --pgdata="$2/data" > "$2/keeper.log" 2>&1
rm -rf "$2"
"""


class _Rights(NamedTuple):
    """As whom a process is started, in the words of `subprocess`; nothing: as whoever starts it."""

    user: int | None
    group: int | None
    extra_groups: list[int] | None


class NoServerError(Exception):
    """No server can be had here, and why."""


def programs() -> Path:
    """The folder with `initdb` and `pg_ctl`: those on PATH, else the newest that the system has installed."""
    on_path = shutil.which("initdb")
    if on_path is not None:
        return Path(on_path).resolve().parent
    folders = [found.parent for found in INSTALLED.glob("*/bin/initdb")]
    if not folders:
        raise NoServerError("no PostgreSQL server found; script/bootstrap dev installs one")
    return max(folders, key=lambda folder: float(folder.parent.name))


class PostgresServer:
    """A cluster with a server on a Unix socket, for as long as its `with` or its process lasts."""

    def __init__(self) -> None:
        self._programs = programs()
        self._numbers = count(1)
        self.folder = Path(tempfile.mkdtemp(prefix="assess-pg-", dir=TEMPORARY))
        self._data = self.folder / "data"
        self._log = self.folder / "server.log"
        self._rights = _Rights(None, None, None)
        if os.geteuid() == 0:
            user = pwd.getpwnam(UNPRIVILEGED)
            self._rights = _Rights(user.pw_uid, user.pw_gid, [])
            os.chown(self.folder, user.pw_uid, user.pw_gid)
        # Begun before the server, and in a session of its own, so that neither Ctrl-C nor SIGKILL leaves one behind.
        self._keeper = subprocess.Popen(
            ["/bin/sh", "-c", KEEPER, "keeper", self._programs, self.folder],
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            cwd="/",
            **self._rights._asdict(),
        )

    def __enter__(self) -> Self:
        """Make the cluster and start its server."""
        try:
            # The socket lies in a folder that only its owner and root may enter: whoever reaches it may come in.
            self._run("initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C", "--no-sync")
            with (self._data / "postgresql.conf").open("a", encoding="utf-8") as settings:
                settings.write(f"listen_addresses = ''\nunix_socket_directories = '{self.folder}'\n")
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the server and remove its folder."""
        self.close()

    def close(self) -> None:
        """Let the keeper clear away; wait until it has."""
        # A line, not the end of input alone: a process that was forked here may hold a copy of the pipe.
        self._keeper.communicate("\n")

    def start(self) -> None:
        """Start the server, unless it runs, and wait until it answers."""
        if not self.is_running():
            self._run("pg_ctl", "start", "--silent", f"--log={self._log}")

    def stop(self, *, immediate: bool = False) -> None:
        """Stop the server; connections to it break. `immediate` is as good as a crash: the next start recovers."""
        self._run("pg_ctl", "stop", "--silent", f"--mode={'immediate' if immediate else 'fast'}")

    def restart(self, *, immediate: bool = False) -> None:
        """Stop the server and start it again."""
        self.stop(immediate=immediate)
        self.start()

    def is_running(self) -> bool:
        """Tell whether there is a server."""
        return self._ran("pg_ctl", "status").returncode == 0

    def create_database(self) -> str:
        """Make a new, empty database; its name."""
        name = f"assess_{next(self._numbers)}"
        self._execute("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'", name)
        return name

    def drop_database(self, name: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self._execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def url(self, name: str) -> str:
        """The address of a database, as people give it."""
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def _execute(self, statement: LiteralString, name: str) -> None:
        """Run a statement that is about a database as a whole; a test may have left the server stopped."""
        self.start()
        with psycopg.connect(host=str(self.folder), user="postgres", dbname="postgres", autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(sql.Identifier(name)))

    def _run(self, program: str, *arguments: str) -> None:
        """Run one of the server's programs on the cluster; what it complains of is the error."""
        done = self._ran(program, *arguments)
        if done.returncode != 0:
            log = self._log.read_text(encoding="utf-8", errors="replace") if self._log.exists() else ""
            raise NoServerError(f"{program} {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}{log}")

    def _ran(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """What came of one of the server's programs."""
        return subprocess.run(
            [self._programs / program, *arguments, "--pgdata", self._data],
            cwd=self.folder,  # the user may not be allowed into the folder of the tests
            capture_output=True,
            check=False,
            text=True,
            **self._rights._asdict(),
        )
