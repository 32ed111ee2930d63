"""Runs the program as a person does, and small data to run it on."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from assess.cli.main import main

HERE = Path(__file__).parent


class Run(NamedTuple):
    """What one run of the program gave."""

    code: int
    out: str
    err: str


Program = Callable[..., Run]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Program:
    """The program in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def start(*arguments: str | Path) -> Run:
        code = main([str(one) for one in arguments])
        return Run(code, *capsys.readouterr())

    return start


@pytest.fixture
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small scheme, to use and to spoil."""
    return shutil.copytree(HERE / "data" / "small", tmp_path_factory.mktemp("schemes") / "small")


@pytest.fixture
def year(small: Path) -> Path:
    """Its sample year."""
    return small / "sample" / "year.yaml"


@pytest.fixture
def clerk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who types."""
    monkeypatch.setenv("ASSESS_USER", "张三")


@pytest.fixture
def opened(run: Program, small: Path, clerk: None) -> Program:
    """The program in a folder whose database has a cycle without values."""
    del clerk
    assert run("init").code == 0
    assert run("cycle", "open", "--scheme", small).code == 0
    return run


@pytest.fixture
def imported(opened: Program, year: Path) -> Program:
    """The same with the sample year in it."""
    assert opened("cycle", "import", year).code == 0
    return opened
