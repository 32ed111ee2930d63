"""What a database refuses is a sentence that says which one, why and what to do; and it is left as it was."""

import contextlib
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event, text

from assess.ground.place import ProblemsError
from assess.services.cycles.attaching import attach
from assess.services.cycles.entering import Edits, enter
from assess.services.cycles.locating import located
from assess.services.cycles.setting_up import set_up
from assess.services.cycles.values.named import Named
from assess.services.upkeep.checking import check
from assess.storage import schema
from assess.storage.cycles import stored_year
from assess.storage.database import open_database, open_file
from assess.storage.refusals import DatabaseError
from script.postgres_server import PostgresServer
from tests.disk.processes import ENVIRONMENT, TOP
from tests.storage.office import ACT, Office, cell, office
from tests.storage.others import somebody_else

COLLEGE = (cell("a/unit/name", "甲学院"), cell("a/unit/type", "secondary_college"))
HEAD = cell("a/unit/head", "王五")
SAMPLE = TOP / "schemes" / "lianyungang-2018" / "sample" / "year.yaml"


@pytest.fixture
def filled(database_url: str) -> Office:
    """A database with a college in it."""
    of = office(database_url)
    of.enter(*COLLEGE)
    return of


@contextlib.contextmanager
def refused(of: Office, *said: str) -> Iterator[None]:
    """What is tried inside is refused with these words, and leaves the database as it was."""
    before = of.held()
    with pytest.raises(DatabaseError) as refusal:
        yield
    sentence = str(refusal.value)
    for words in (f"数据库“{of.database.name}”", *said):
        assert words in sentence
    assert sentence.endswith("。")
    assert of.held() == before
    assert check(of.database).problems == ()


def test_whoever_waits_too_long_for_another_writer_is_told(filled: Office, database_url: str) -> None:
    """Nothing of theirs is written; the other one goes on."""
    impatient = Office(open_database(database_url, patience=0.2), filled.code)
    with filled.database.writing() as session:
        other = stored_year(session, filled.code, to_write=True)
        with pytest.raises(DatabaseError, match=r"另一个程序正在写，等了很久也没有轮到；这一次没有写入任何内容"):
            impatient.enter(HEAD)
        assert other.head.changes == 3
    impatient.enter(HEAD)


def test_a_full_disk_is_told(filled: Office) -> None:
    """On a file it is the disk of the PC, on a server that of the server."""
    many = [cell(f"u{number}/unit/{name}", "甲" * 50) for number in range(300) for name in ("name", "head", "contact")]
    many += [cell(f"u{number}/unit/type", "secondary_college") for number in range(300)]
    if filled.database.path is None:
        with refused(filled, "磁盘已满", "没有写入任何内容"), filled.database.writing() as session:
            session.execute(text("UPDATE unit SET name = '乙学院'"))
            session.execute(text("DO $$ BEGIN RAISE EXCEPTION 'full' USING ERRCODE = '53100'; END $$"))
        return
    limited = open_file(filled.database.path)
    event.listen(limited.engine, "connect", lambda raw, _: raw.execute("PRAGMA max_page_count = 60"))
    with refused(filled, "磁盘已满", "没有写入任何内容"):
        Office(limited, filled.code).enter(*many)


def test_a_server_that_restarts_in_the_middle_is_told(filled: Office, postgres_server: PostgresServer) -> None:
    """What was written so far is undone, and the next try succeeds."""
    if filled.database.path is not None:
        return
    with refused(filled, "连接断了", "请稍等后再试一次"), filled.database.writing() as session:
        session.execute(text("UPDATE unit SET name = '乙学院'"))
        postgres_server.restart(immediate=True)
        session.execute(text("UPDATE unit SET name = '丙学院'"))
    filled.enter(HEAD)


class TestFiles:
    """Files of SQLite."""

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (None, "找不到数据库"),
            (b"", "是空的。新的数据库，请先运行 assess init；原来有数据的，请用 assess restore 恢复备份。"),
            ("单位,分数\n".encode() * 500, "不是考核数据库，或已损坏"),
        ],
    )
    def test_a_file_that_is_no_database_is_told(self, tmp_path: Path, content: bytes | None, said: str) -> None:
        """It stays what it is."""
        path = tmp_path / "考核.db"
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(DatabaseError, match=said):
            located(str(path), tmp_path)
        assert (path.read_bytes() if path.exists() else None) == content

    def test_a_database_of_another_program_is_told(self, tmp_path: Path) -> None:
        """Neither opened nor made one of ours."""
        with open_file(tmp_path / "别的.db", make=True).writing() as session:
            session.execute(text("CREATE TABLE note (said TEXT)"))
        with pytest.raises(DatabaseError, match="不是考核数据库。请确认选对了文件或地址。"):
            located(str(tmp_path / "别的.db"), tmp_path)
        with pytest.raises(DatabaseError, match="不是考核数据库"):
            set_up(str(tmp_path / "别的.db"), tmp_path)

    @pytest.mark.parametrize("left", [0.1, 0.5, 0.9])
    def test_a_truncated_file_is_told(self, tmp_path: Path, left: float) -> None:
        """Whatever was lost: nothing more is written into it."""
        of = office(str(tmp_path / "考核.db"))
        of.enter(*COLLEGE)
        path = tmp_path / "考核.db"
        whole = path.read_bytes()
        path.write_bytes(whole[: int(len(whole) * left)])
        with pytest.raises(DatabaseError, match=r"损坏.*assess restore"):
            Office(located(str(path), tmp_path), of.code).enter(HEAD)

    @pytest.mark.parametrize("what", ["folder", "file"])
    def test_what_is_read_only_is_told(self, what: str) -> None:
        """A folder in which nothing can be made beside the file, or a file that others may only read."""
        with tempfile.TemporaryDirectory(dir="/tmp") as name:
            folder = Path(name)
            of = office(str(folder / "考核.db"))
            of.enter(*COLLEGE)
            (folder / "考核.db").chmod(0o444 if what == "file" else 0o666)
            folder.chmod(0o777 if what == "file" else 0o555)
            with refused(of, "是只读的，或所在的文件夹不能写"), somebody_else():
                of.enter(HEAD)
            folder.chmod(0o777)

    def test_a_disk_that_takes_no_more_in_the_middle_is_told(self, tmp_path: Path) -> None:
        """The program ends with 3 and one sentence, and the database is whole."""
        of = office(str(tmp_path / "考核.db"))
        of.enter(*COLLEGE)
        assert of.database.path is not None
        size = of.database.path.stat().st_size

        def limited() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20_000, size + 20_000))

        done = subprocess.run(
            [sys.executable, "-m", "assess.cli.main", "cycle", "import", SAMPLE, "--by", "张三", "--overwrite"],
            cwd=tmp_path,
            env=ENVIRONMENT,
            preexec_fn=limited,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 3
        sentence = done.stderr.decode()
        assert "数据库“考核.db”：磁盘读写出错；这一次没有写入任何内容。" in sentence
        assert "Traceback" not in sentence
        assert (HEAD.address, "") not in of.held()
        assert check(of.database).problems == ()


class TestServers:
    """Databases on a PostgreSQL server."""

    @pytest.mark.parametrize(
        ("reference", "said"),
        [
            ("postgresql://zhang:secret@127.0.0.1:1/kaohe", "连不上服务器.*请检查网络、服务器是否开着"),
            ("postgresql://zhang:secret@no.such.host.invalid/kaohe", "连不上服务器"),
            ("mysql://zhang:secret@host/kaohe", "应写成 postgresql://"),
            ("postgresql://zhang:secret@host", "应写成 postgresql://"),
        ],
    )
    def test_a_server_that_is_not_reached_is_told(self, tmp_path: Path, reference: str, said: str) -> None:
        """Without the password."""
        with pytest.raises(DatabaseError, match=said) as refusal:
            located(reference, tmp_path)
        assert "secret" not in str(refusal.value)

    def test_a_wrong_password_is_told(self, guarded: Callable[[str], str], tmp_path: Path) -> None:
        """Without saying what was tried."""
        with pytest.raises(DatabaseError, match="不接受这个用户名或密码") as refusal:
            located(guarded("wrong"), tmp_path)
        assert "wrong" not in str(refusal.value)

    def test_a_user_without_rights_is_told(self, guarded: Callable[[str], str], tmp_path: Path) -> None:
        """Who may come in but not read or write."""
        with pytest.raises(DatabaseError, match=r"没有权限.*请管理员授予"):
            located(guarded("right"), tmp_path)

    def test_a_database_that_is_not_on_the_server_is_told(
        self, postgres_server: PostgresServer, tmp_path: Path
    ) -> None:
        """It is not made either."""
        with pytest.raises(DatabaseError, match="服务器上没有这个数据库"):
            located(postgres_server.url("nothing"), tmp_path)

    @pytest.fixture
    def guarded(self, postgres_server: PostgresServer) -> Iterator[Callable[[str], str]]:
        """The address of a database of ours for a user who needs a password and has no rights."""
        name = postgres_server.create_database()
        url = postgres_server.url(name)
        with set_up(url, Path()).writing() as session:
            session.execute(text(f"CREATE ROLE {name}_guest LOGIN PASSWORD 'right'"))
        hba = postgres_server.folder / "data" / "pg_hba.conf"
        before = hba.read_text(encoding="utf-8")
        hba.write_text(f"local all {name}_guest scram-sha-256\n{before}", encoding="utf-8")
        postgres_server.restart()
        yield lambda password: url.replace("postgres@", f"{name}_guest:{password}@")
        hba.write_text(before, encoding="utf-8")
        postgres_server.restart()
        postgres_server.drop_database(name)


@pytest.mark.parametrize(
    "reference",
    [
        "postgresql://u:geheim@127.0.0.1:port/db",
        "postgresql://127.0.0.1:1/db?user=u&password=geheim",
        "postgresql://u:geheim@127.0.0.1:1/db?sslpassword=geheim",
        "postgresql:/u:geheim@127.0.0.1/db",
        "mysql://u:geheim@127.0.0.1/db?password=geheim",
        "postgresql://u:geheim@127.0.0.1:1/\udcff",
    ],
)
def test_no_password_of_an_address_is_shown(reference: str) -> None:
    """However it is written, and however wrong the address is."""
    with pytest.raises(DatabaseError) as refused:
        schema.require_current(open_database(reference))
    assert "geheim" not in str(refused.value)


def test_a_name_that_is_too_long_or_no_text_is_refused(filled: Office, tmp_path: Path) -> None:
    """Of an assessor, of whoever types, of a file that came in another encoding: a sentence, and nothing is written."""
    named = cell(f"a/B3/mark@{'长' * 201}", "1")
    with pytest.raises(ProblemsError, match="太长（最多200个字）"):
        filled.enter(named)
    with refused(filled, "不是文字的字符"):
        enter(filled.database, filled.code, Edits(cells=[HEAD]), replace(ACT, by="\udcb9"))
    filled.enter(cell("a/K3.1/students", "5"))
    path = tmp_path / "\udcb9.pdf"
    path.write_text("x", encoding="utf-8")
    with refused(filled, "请先给文件改名"):
        attach(filled.database, filled.code, Named("a", "K3.1", "学生数"), path, ACT)
    very_long = "".join(chr(sign) for sign in range(0x4E00, 0x4E00 + 9000))
    if filled.database.path is None:
        with refused(filled, "有一个姓名或编号太长"):
            enter(filled.database, filled.code, Edits(cells=[HEAD]), replace(ACT, by=very_long))


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    """Whoever names one is told so, also where a new one is to be made."""
    for use in (open_database, lambda name: set_up(name, tmp_path)):
        with pytest.raises(DatabaseError, match="是文件夹，不是数据库"):
            use(str(tmp_path))
