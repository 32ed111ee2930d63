"""Two people at once, in processes of their own: a conflict is said, and nothing is lost."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assess.storage.cycles import stored_year
from assess.storage.ledger import broken_links
from tests.storage.office import Office, cell, key, office

ROOT = Path(__file__).parents[2]
#: How many write at the same time.
WRITERS = 6


@pytest.fixture
def shared(database_url: str) -> Office:
    """A cycle with a college in it, for several to write to."""
    of = office(database_url)
    of.enter(
        cell("-/year/title", "一年"),
        cell("a/unit/name", "甲学院"),
        cell("a/unit/type", "secondary_college"),
        cell("a/K3.1/students", "1000"),
    )
    return of


def _start(url: str, by: str, *words: str) -> subprocess.CompletedProcess[str]:
    """The program as a person starts it."""
    return subprocess.run(
        [sys.executable, "-m", "assess.cli.main", "entry", "set", *words, "--database", url, "--by", by],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def _at_once(url: str, jobs: list[tuple[str, ...]]) -> list[subprocess.CompletedProcess[str]]:
    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(lambda job: _start(url, *job), jobs))


def _is_whole(of: Office) -> bool:
    with of.database.reading() as session:
        return not list(broken_links(session, stored_year(session, of.code)._cycle))


def test_of_two_who_saw_the_same_one_is_told(shared: Office, database_url: str) -> None:
    """Both set one value and say what they have seen: one is written, the other is a conflict that names it."""
    expect = ("甲学院", "K3.1", "--expect", "1000", "学生数")
    done = _at_once(database_url, [("张三", *expect, "1001"), ("李四", *expect, "1002")])
    assert sorted(one.returncode for one in done) == [0, 1], [one.stderr for one in done]
    won, lost = sorted(done, key=lambda one: one.returncode)
    kept = shared.held()[key("a/K3.1/students")]
    assert f"1000 → {kept}" in won.stdout
    assert f"看到的是“1000”，现在是“{kept}”" in lost.stderr
    assert _is_whole(shared)


def test_of_many_who_write_at_once_nothing_is_lost(shared: Office, database_url: str) -> None:
    """Each writes a value of its own; all are there, and the chain of changes is whole."""
    marks = {f"B{number}": "0.5" for number in range(1, WRITERS + 1)}
    done = _at_once(database_url, [(f"录入{node}", "甲学院", node, mark) for node, mark in marks.items()])
    assert [one.returncode for one in done] == [0] * WRITERS, [one.stderr for one in done]
    held = shared.held()
    assert {node: held[key(f"a/{node}/mark")] for node in marks} == marks
    assert _is_whole(shared)


def test_many_who_add_to_one_list_get_rows_of_their_own(shared: Office, database_url: str) -> None:
    """Nobody's row takes the place of another one's."""
    script = (
        "import sys; from assess.cli.main import main; "
        "sys.exit(main(['entry', 'add', '甲学院', 'B17', f'名称={sys.argv[2]}', '--by', sys.argv[2], "
        "'--database', sys.argv[1]]))"
    )
    names = [f"事故{number}" for number in range(WRITERS)]
    running = [
        subprocess.Popen([sys.executable, "-c", script, database_url, name], cwd=ROOT, stdout=subprocess.DEVNULL)
        for name in names
    ]
    assert [one.wait(timeout=300) for one in running] == [0] * WRITERS
    titles = [text for one, text in shared.held().items() if one.address[:2] == ("a", "B17") and one.field == "title"]
    assert sorted(titles) == names
    assert _is_whole(shared)
