"""Files that prove what was entered."""

from pathlib import Path

import pytest

from assess.disk.refusals import OutsideError
from assess.ground.place import ProblemsError
from assess.services.cycles import attaching
from assess.services.cycles.attaching import LARGEST, Attached, attach, attachments, take_off, write_out
from assess.services.cycles.past import past_of
from assess.services.cycles.values.named import Named
from assess.services.upkeep.checking import check
from tests.storage.office import ACT, Office, cell, office

STUDENTS = "a/K3.1/students"
LIST = "a/K1.1a/achievements"


def _office(url: str) -> Office:
    of = office(url)
    of.enter(cell("a/unit/name", "甲学院"), cell("a/unit/type", "secondary_college"), cell(STUDENTS, "2345"))
    return of


def _file(folder: Path, name: str = "学生名册.pdf", content: bytes = b"scan") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


STUDENTS_OF_A = Named("甲学院", "K3.1", "学生数")
TEACHERS_OF_A = Named("甲学院", "K3.1", "专业教师数")


def _attached(of: Office, path: Path, named: Named = STUDENTS_OF_A) -> Attached:
    return attach(of.database, of.code, named, path, ACT)


def test_a_file_comes_out_as_it_went_in(database_url: str, tmp_path: Path) -> None:
    """Under its own name, into a folder that is made."""
    of = _office(database_url)
    attached = _attached(of, _file(tmp_path, content=b"\x00\xff scan"))
    assert attachments(of.database, of.code) == [attached]
    assert (attached.number, attached.name, attached.size) == (1, "学生名册.pdf", 7)
    out = write_out(of.database, of.code, 1, tmp_path / "out")
    assert (out.name, out.read_bytes()) == ("学生名册.pdf", b"\x00\xff scan")


def test_it_changes_neither_the_year_nor_the_soundness(database_url: str, tmp_path: Path) -> None:
    """An attachment is no value of the year; attaching and taking off are changes like any other."""
    of = _office(database_url)
    before = of.held()
    _attached(of, _file(tmp_path))
    assert of.held() == before
    assert check(of.database).problems == ()
    take_off(of.database, of.code, 1, ACT)
    assert attachments(of.database, of.code) == []
    assert check(of.database).problems == ()


def test_the_same_content_is_kept_once(database_url: str, tmp_path: Path) -> None:
    """Attached to two values it is there twice; attached twice to one value it is refused."""
    of = _office(database_url)
    of.enter(cell("a/K3.1/teachers", "60"))
    path = _file(tmp_path)
    _attached(of, path)
    _attached(of, path, TEACHERS_OF_A)
    with pytest.raises(ProblemsError, match="内容相同的文件“学生名册"):
        _attached(of, path)
    with of.database.reading() as session:
        from sqlalchemy import func, select

        from assess.storage.tables.attachments import Content

        assert session.execute(select(func.count()).select_from(Content)).scalar_one() == 1


def test_one_file_goes_and_the_others_keep_what_they_prove(database_url: str, tmp_path: Path) -> None:
    """Also when a record before theirs goes: they stay with their record."""
    of = _office(database_url)
    for number, title in enumerate(("甲项目", "乙项目"), 1):
        of.enter(
            cell(f"{LIST}#{number}", "课程、教材、教学资源库", "class"),
            cell(f"{LIST}#{number}", "省级", "level"),
            cell(f"{LIST}#{number}", title, "title"),
        )
    _attached(of, _file(tmp_path, "甲.pdf", b"1"), Named("a", "K1.1a", record=1))
    _attached(of, _file(tmp_path, "乙.pdf", b"2"), Named("a", "K1.1a", record=2))
    take_off(of.database, of.code, 1, ACT)
    fields = [one for one in of.held() if one.address.record == 1 and one.address.node == "K1.1a"]
    from assess.services.cycles.entering import Edits, enter

    enter(of.database, of.code, Edits(cleared=fields), ACT)
    (left,) = attachments(of.database, of.code)
    proved = [one.new for one in past_of(of.database, of.code) if one.change.field == "address" and one.new]
    assert proved[0] == left.title  # the history, too, calls the row by where it stands now
    assert (left.name, str(left.address)) == ("乙.pdf", f"{LIST}#1")
    assert write_out(of.database, of.code, left.number, tmp_path / "out").read_bytes() == b"2"


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "文件是空的"), (b"x" * (LARGEST + 1), "上限20MB")],
    ids=["empty", "too large"],
)
def test_a_file_of_a_wrong_size_is_refused(database_url: str, tmp_path: Path, content: bytes, said: str) -> None:
    """Nothing is attached."""
    of = _office(database_url)
    with pytest.raises(ProblemsError, match=said):
        _attached(of, _file(tmp_path, content=content))
    assert attachments(of.database, of.code) == []


def test_the_largest_file_is_taken(database_url: str, tmp_path: Path) -> None:
    """On the line."""
    assert _attached(_office(database_url), _file(tmp_path, content=b"x" * LARGEST)).size == LARGEST


def test_nothing_is_attached_to_nothing(database_url: str, tmp_path: Path) -> None:
    """What is proved has to be entered; a file that is not there is said."""
    of = _office(database_url)
    with pytest.raises(ProblemsError, match="还没有填"):
        _attached(of, _file(tmp_path), TEACHERS_OF_A)
    with pytest.raises((OutsideError, ProblemsError), match="找不到文件"):
        _attached(of, tmp_path / "没有.pdf")
    with pytest.raises(ProblemsError, match="没有编号为1的附件"):
        take_off(of.database, of.code, 1, ACT)
    _attached(of, _file(tmp_path))
    with pytest.raises(ProblemsError, match="编号从1到1"):
        write_out(of.database, of.code, 2, tmp_path / "out")


def test_somebody_else_was_quicker(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number that was listed is another file by now: nothing is taken off."""
    of = _office(database_url)
    seen = _attached(of, _file(tmp_path))
    take_off(of.database, of.code, 1, ACT)
    _attached(of, _file(tmp_path, "另一个.pdf", b"other"))
    monkeypatch.setattr(attaching, "attachments", lambda *_: [seen])
    with pytest.raises(ProblemsError, match="别人刚改过附件"):
        take_off(of.database, of.code, 1, ACT)
    assert [one.name for one in attachments(of.database, of.code)] == ["另一个.pdf"]


def test_no_file_is_attached_to_a_single_mark_of_a_leader(database_url: str, tmp_path: Path) -> None:
    """Who may see attachments may not see marks."""
    of = _office(database_url)
    of.enter(cell("a/leadership/principal@书记", "91"))
    with pytest.raises(ProblemsError, match="保密的个人评分，不附文件"):
        _attached(of, _file(tmp_path), Named("a", "领导班子评价", "正职校领导", assessor="书记"))


def test_a_file_that_is_there_is_replaced_only_when_it_is_said(database_url: str, tmp_path: Path) -> None:
    """Two values may be proved by different files of one name."""
    of = _office(database_url)
    of.enter(cell("a/K3.1/teachers", "60"))
    _attached(of, _file(tmp_path, content=b"students"))
    _attached(of, _file(tmp_path, content=b"teachers"), TEACHERS_OF_A)
    out = write_out(of.database, of.code, 1, tmp_path / "out")
    with pytest.raises(OutsideError, match="已经存在，没有覆盖"):
        write_out(of.database, of.code, 2, tmp_path / "out")
    assert out.read_bytes() == b"students"
    write_out(of.database, of.code, 2, tmp_path / "out", force=True)
    assert out.read_bytes() == b"teachers"
