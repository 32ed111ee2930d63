"""Two schemes compared by id or folder."""

import shutil
from pathlib import Path

import pytest

from assess.ground.place import ProblemsError
from assess.resources import schemes_dir
from assess.services.comparing import compare_schemes

SHIPPED = "lianyungang-2018"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the shipped scheme."""
    return Path(shutil.copytree(schemes_dir() / SHIPPED, tmp_path / "copy"))


def spoil(folder: Path, old: str, new: str, name: str = "key.yaml") -> None:
    """Replace a text in one file of a scheme."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_copy(copied: Path) -> None:
    """A copy under another id is no difference; the id tells which is which."""
    spoil(copied, f"id: {SHIPPED}", "id: copy", "scheme.yaml")
    found = compare_schemes(SHIPPED, str(copied))
    assert (found.old.id, found.new.id, found.differences) == (SHIPPED, "copy", ())


def test_one_number(copied: Path) -> None:
    """A band's edge, said with id, label and clause."""
    spoil(copied, "{at_least: 70, below: 100, points: 1}", "{at_least: 75, below: 100, points: 1}")
    sentences = [one.sentence() for one in compare_schemes(SHIPPED, str(copied)).differences]
    assert sentences == ["K2.a 社会培训人数（附件1 二(二)）：第3档由≥70%且<100%改为≥75%且<100%"]


def test_an_alternative(copied: Path) -> None:
    """An alternative reading that does something else is a difference too."""
    spoil(copied, "put: {by: line, below: 120}", "put: {by: line, below: 100}", "readings.yaml")
    sentences = [one.sentence() for one in compare_schemes(SHIPPED, str(copied)).differences]
    assert sentences == ["U8（三1）换成“总分低于120分”时，最低一等的分数线由120分改为100分"]


def test_mistakes_of_both(copied: Path, tmp_path: Path) -> None:
    """Mistakes in either scheme are all reported, those that both have once."""
    spoil(copied, "cap: 8", "cap: eight")
    other = Path(shutil.copytree(copied, tmp_path / "other"))
    with pytest.raises(ProblemsError) as both:
        compare_schemes(str(copied), str(other))
    assert [str(problem).partition(":")[0] for problem in both.value.problems] == ["copy/key.yaml", "other/key.yaml"]
    with pytest.raises(ProblemsError) as same:
        compare_schemes(str(copied), str(copied))
    assert len(same.value.problems) == 1
