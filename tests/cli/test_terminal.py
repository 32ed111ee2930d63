"""What a person at a terminal sees: colours, progress, lines broken at its width, completion."""

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from assess.cli.columns import width
from assess.cli.main import main

fcntl = pytest.importorskip("fcntl", reason="needs a terminal of a Unix")
pty = pytest.importorskip("pty", reason="needs a terminal of a Unix")
termios = pytest.importorskip("termios", reason="needs a terminal of a Unix")

TOP = Path(__file__).resolve().parents[2]


def on_terminal(*arguments: str | Path, columns: int = 80, **environment: str) -> bytes:
    """Everything that the program writes to a terminal of `columns`."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    variables = {**os.environ, "PYTHONPATH": str(TOP), "TERM": "xterm", **environment}
    variables.pop("COLUMNS", None)
    command = [sys.executable, "-m", "assess.cli.main", *map(str, arguments)]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=variables) as process:
        os.close(theirs)
        written = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    assert process.returncode == 0, written.decode(errors="replace")
    return written


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side has closed
        return b""


def test_a_terminal_shows_colours(small: Path, year: Path) -> None:
    """The proposed best unit is green, and NO_COLOR takes all colour away."""
    coloured = on_terminal("score", small, year).decode()
    assert "\x1b[32m" in coloured
    assert "\x1b[32m" not in on_terminal("score", small, year, NO_COLOR="1").decode()


def test_a_narrow_terminal(small: Path, year: Path) -> None:
    """Sentences are broken at the terminal's width, the members of a figure stay indented."""
    text = on_terminal("explain", small, year, "arts", "T4", columns=40, NO_COLOR="1").decode()
    lines = text.replace("\r", "").replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "").split("\n")
    assert max(map(width, lines)) <= 40
    assert "    理学院 1" in lines


def test_progress_is_seen(small: Path, tmp_path: Path) -> None:
    """Long work shows a bar on a terminal, and none with --quiet."""
    assert "生成评分表" in on_terminal("demo", "--scheme", small, "--out", tmp_path / "a").decode()
    assert "生成评分表" not in on_terminal("demo", "--scheme", small, "--out", tmp_path / "b", "--quiet").decode()
    assert "检验算例" in on_terminal("scheme", "test", small).decode()


@pytest.mark.parametrize(("encoding", "written"), [("gbk", "gbk"), ("ascii", "utf-8")])
def test_a_terminal_of_another_encoding(small: Path, year: Path, encoding: str, written: str) -> None:
    """A terminal that knows Chinese keeps its encoding, any other gets UTF-8."""
    shown = on_terminal("score", small, year, PYTHONIOENCODING=encoding)
    assert "光学研究所" in shown.decode(written)


@pytest.mark.parametrize(
    ("words", "position", "offered"),
    [
        ("assess ", 1, {"demo", "score", "explain", "scheme"}),
        ("assess scheme ", 2, {"list", "show", "test", "schema"}),
        ("assess score lian", 2, {"lianyungang-2018"}),
        ("assess score x y --f", 4, {"--format"}),
        ("assess score x y --format ", 5, {"table", "json", "csv"}),
    ],
)
def test_completion(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    position: int,
    offered: set[str],
) -> None:
    """The shell completes commands, options, their values and shipped schemes."""
    for name, value in (("_ASSESS_COMPLETE", "bash_complete"), ("COMP_WORDS", words), ("COMP_CWORD", str(position))):
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit):
        main([])
    assert offered <= {line.partition(",")[2] for line in capsys.readouterr().out.splitlines()}


def test_cycles_are_completed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The shell offers the codes of the cycles in this folder's database; without a database it offers none."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ASSESS_USER", "张三")

    def offered() -> list[str]:
        with monkeypatch.context() as shell:
            shell.setenv("_ASSESS_COMPLETE", "bash_complete")
            shell.setenv("COMP_WORDS", "assess score --cycle 20")
            shell.setenv("COMP_CWORD", "3")
            with pytest.raises(SystemExit):
                main([])
        return [line.partition(",")[2] for line in capsys.readouterr().out.splitlines() if line]

    assert offered() == []
    main(["init"])
    for code in ("2025", "2026", "试用"):
        main(["cycle", "open", "--scheme", str(TOP / "tests" / "cli" / "data" / "small"), "--code", code])
    capsys.readouterr()
    assert offered() == ["2026", "2025"]
