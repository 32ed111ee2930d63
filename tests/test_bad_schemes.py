"""Schemes with one mistake each: the message that stands in a file's first lines is what the program says of it."""

import re
import shutil
from pathlib import Path

import pytest

from assess.files.scheme_folder import MAIN
from assess.ground.place import ProblemsError
from assess.services.checking import check_scheme
from tests.cli.conftest import Program, run

__all__ = ["run"]

HERE = Path(__file__).parent / "bad_schemes"
NAMES = sorted(path.stem for path in HERE.iterdir())
_MESSAGE = re.compile(r"(?:# .*\n)+")


def _folder(name: str, scratch: Path) -> Path:
    """The bad scheme as a folder of its own: one file, or several."""
    if (HERE / name).is_dir():
        return shutil.copytree(HERE / name, scratch / name)
    folder = scratch / name
    folder.mkdir()
    shutil.copy(HERE / f"{name}.yaml", folder / MAIN)
    return folder


def _expected(folder: Path) -> str:
    """The lines of comment at the beginning of the scheme."""
    found = _MESSAGE.match((folder / MAIN).read_text(encoding="utf-8"))
    assert found is not None
    return found[0].replace("\n# ", "\n").removeprefix("# ").rstrip("\n")


def test_there_are_enough() -> None:
    """One for every way in which a scheme goes wrong."""
    assert len(NAMES) >= 100


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_scheme(name: str, tmp_path: Path, run: Program) -> None:
    """Place, sentence and hint are said as written; an error ends with 1, a warning only where it is asked for."""
    folder = _folder(name, tmp_path)
    expected = _expected(folder)
    try:
        problems = check_scheme(str(folder)).problems
    except ProblemsError as error:
        problems = error.problems
    assert "\n".join(map(str, problems)) == expected
    answer, strict = run("scheme", "check", folder), run("scheme", "check", folder, "--strict")
    assert strict.code == 1
    if "提醒：" in expected:
        assert (answer.code, answer.err) == (0, "")
    else:
        assert (answer.code, answer.out) == (1, "")
        assert answer.err == f"{expected}\n共{len(problems)}处错误，没有写出任何结果。\n"
