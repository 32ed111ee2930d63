"""An id that was once removed stays out of use."""

from pathlib import Path

import pytest

from assess.files.scheme_folder import read_folder
from assess.ground.place import ProblemsError
from assess.scheme.reading.building import build_scheme


def retire(scheme: Path, ids: str) -> None:
    """Declare ids of the first table as retired."""
    path = scheme / "tables.yaml"
    text = path.read_text(encoding="utf-8").replace("    indicators:\n", f"    retired: [{ids}]\n    indicators:\n", 1)
    path.write_text(text, encoding="utf-8")


def test_a_retired_id_is_not_used_again(tiny: Path) -> None:
    """An indicator that bears a retired id is a mistake with its place."""
    retire(tiny, "D3, D9, work")
    with pytest.raises(ProblemsError) as caught:
        build_scheme(read_folder(tiny))
    (problem,) = caught.value.problems
    assert str(problem.place).startswith("tiny/tables.yaml:")
    assert "编号D3、work写在retired（已停用的编号）里，不能再用" in problem.text


def test_a_retired_id_that_nobody_bears(tiny: Path) -> None:
    """That is what it is for."""
    retire(tiny, "D9")
    assert build_scheme(read_folder(tiny)).id == "tiny-2024"
