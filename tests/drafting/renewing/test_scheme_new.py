"""Next year's scheme: what moves, what is pointed out, what stays, and that nothing is ever half there."""

from datetime import date
from pathlib import Path

import pytest

from assess.disk.refusals import OutsideError
from assess.drafting.renewing.redating import Redating, applied, moved_day, years_between
from assess.files.scheme_folder import read_folder
from assess.ground.place import ProblemsError
from assess.ground.tree import Table
from assess.services.cases import run_cases
from assess.services.scheme_new import Wanted, create_scheme
from assess.services.schemes import open_scheme
from tests.drafting.renewing.conftest import texts

YEAR = Redating("a-2018", "a-2019", (date(2018, 9, 1), date(2019, 8, 31)), (date(2019, 9, 1), date(2020, 8, 31)))
CALENDAR = Redating("a-2022", "a-2023", (date(2022, 1, 1), date(2022, 12, 31)), (date(2023, 1, 1), date(2023, 12, 31)))


@pytest.mark.parametrize(
    ("redating", "path", "text", "moved"),
    [
        (YEAR, ("title",), "学院2018-2019学年考核", "学院2019-2020学年考核"),
        (
            YEAR,
            ("source", "document"),
            "2018—2019 学年、2018/19学年、18-19学年",
            "2019—2020 学年、2019/20学年、19-20学年",
        ),
        (YEAR, ("source", "note"), "2017-2018学年、2018年、2018-2019年、12018-2019学年", None),
        (
            YEAR,
            ("period", "notes", 0),
            "截止2019年，见2017-2018学年和18-19学年",
            "截止2020年，见2018-2019学年和19-20学年",
        ),
        (YEAR, ("targets", 0, "inputs", "n", "as_of"), "2018年新生、2019届", "2019年新生、2020届"),
        (YEAR, ("targets", 0, "label"), "2019级方案", None),
        (CALENDAR, ("title",), "2022年度、2021年度、2022年", "2023年度、2021年度、2022年"),
        (CALENDAR, ("title",), "2022年项目目标，2021年结转", "2023年项目目标，2021年结转"),
        (CALENDAR, ("targets", 0, "label"), "2022年项目", None),
        (YEAR, ("title",), "2018年考核", None),
        (Redating("a", "b", YEAR.old, YEAR.old), ("period", "notes", 0), "2018年", None),
    ],
)
def test_what_moves(redating: Redating, path: tuple[str | int, ...], text: str, moved: str | None) -> None:
    """Names of the period move everywhere; other years only in notes about dates, or if the title names none."""
    assert applied(text, redating.moves(path, text)) == (moved or text)


def test_what_is_replaced() -> None:
    """Id, period, effective day and a given title are replaced whole."""
    assert YEAR.whole(("id",), "a-2018") == "a-2019"
    assert YEAR.whole(("title",), "旧") is None
    assert Redating(YEAR.old_id, YEAR.new_id, YEAR.old, YEAR.new, "新").whole(("title",), "旧") == "新"
    assert YEAR.whole(("period", "to"), "2019-08-31") == "2020-08-31"
    assert YEAR.whole(("source", "effective"), "2018-09-01") == "2019-09-01"
    assert YEAR.whole(("label",), "2018-09-01") is None


def test_what_is_pointed_out() -> None:
    """Years around the period, classes of students and short school years; not the new id's own year."""
    text = "a-2019：2017年、2018级、19届、18-19学年、2020年、2016年、2018元"
    assert YEAR.years_in(text) == ("2017", "2018", "19届", "18-19学年")
    assert YEAR.years_in("12018 20189 118级 2030") == ()


def test_prose() -> None:
    """In a README the id and the period move; a longer id is another one."""
    text = "a-2018 a-2018-x xa-2018 a-2018。2018-2019学年"
    assert applied(text, YEAR.in_prose(text)) == "a-2019 a-2018-x xa-2018 a-2019。2019-2020学年"


def test_days_and_ids() -> None:
    """The 29th of February exists only sometimes; ids say a year only when each names one."""
    assert moved_day(date(2020, 2, 29), 1) == date(2021, 2, 28)
    assert moved_day(date(2020, 2, 29), 4) == date(2024, 2, 29)
    assert years_between("a-2018", "a-2020") == 2
    assert years_between("a-2018", "b") is None
    assert years_between("a-2018-2019", "a-2020") is None


def test_a_new_year(tiny: Path, tmp_path: Path) -> None:
    """Everything certain moves, the rest is named by file and line, and the new scheme works."""
    before = texts(tiny)
    made = create_scheme(str(tiny), Wanted("tiny-2025"), tmp_path)
    assert (made.folder, made.title) == (tmp_path / "tiny-2025", "小学院2025-2026学年考核")
    assert (made.period, made.years) == (("2025-09-01", "2026-08-31"), ("2024", "2025"))
    assert (made.has_cases, made.left_out, made.has_items, made.has_plans) == (True, True, True, False)
    assert [f"{one.place} {one.old} {one.new}" for one in made.moved] == [
        "tiny-2025/scheme.yaml:2:5 tiny-2024 tiny-2025",
        "tiny-2025/scheme.yaml:3:11 2024-2025 2025-2026",
        "tiny-2025/scheme.yaml:4:23 2024-2025 2025-2026",
        "tiny-2025/scheme.yaml:4:51 2024-09-01 2025-09-01",
        "tiny-2025/scheme.yaml:6:9 2024-09-01 2025-09-01",
        "tiny-2025/scheme.yaml:7:7 2025-08-31 2026-08-31",
        "tiny-2025/scheme.yaml:8:17 2025 2026",
        "tiny-2025/scheme.yaml:33:62 2025 2026",
        "tiny-2025/README.md:1:3 tiny-2024 tiny-2025",
        "tiny-2025/README.md:3:4 2024-2025 2025-2026",
    ]
    assert [f"{place}: {line}" for place, line in made.left] == [
        "tiny-2025/scheme.yaml:1:1: # 虚构的小方案，2024-2025学年。",
        "tiny-2025/tables.yaml:16:11: # 2024年定的",
        "tiny-2025/tables.yaml:29:13: label: 2025级培养方案",
        "tiny-2025/README.md:3:1: 小学院2025-2026学年的方案，2024年9月起用。",
    ]
    assert texts(tiny) == before
    after = texts(made.folder)
    assert sorted(after) == ["README.md", "cases/all.yaml", "scheme.yaml", "tables.yaml"]
    assert after["tables.yaml"] == before["tables.yaml"]
    note = "# 从tiny-2024复制：应得的分是按原方案手算的，改了指标、分值或界限后请逐条核对。\n"
    assert after["cases/all.yaml"] == note.encode() + before["cases/all.yaml"]
    assert open_scheme(str(made.folder)).id == "tiny-2025"
    assert all(case.ok for case in run_cases(str(made.folder)))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tiny", "tiny-2025"]


def test_the_shipped_scheme(tmp_path: Path) -> None:
    """The 200-point scheme moves, and all its cases still hold."""
    made = create_scheme("lianyungang-2018", Wanted("lianyungang-2019"), tmp_path)
    assert made.title == "连云港职业技术学院2019-2020学年综合目标考核"
    assert made.period == ("2019-09-01", "2020-08-31")
    places = {str(place) for place, _ in made.left}
    assert "lianyungang-2019/departments/finance.yaml:26:13" in places
    assert not [place for place in places if "/cases/" in place or "/key.yaml" in place]


@pytest.mark.parametrize(
    ("wanted", "period"),
    [
        (Wanted("next", year=2026), ("2026-09-01", "2027-08-31")),
        (Wanted("next", start=date(2025, 10, 1)), ("2025-10-01", "2026-08-31")),
        (Wanted("next", end=date(2026, 7, 31)), ("2025-09-01", "2026-07-31")),
        (Wanted("next-2027", start=date(2025, 9, 1), end=date(2026, 1, 31)), ("2025-09-01", "2026-01-31")),
    ],
)
def test_the_period_that_is_asked_for(tiny: Path, tmp_path: Path, wanted: Wanted, period: tuple[str, str]) -> None:
    """A year or days that are given go before the year in the id."""
    made = create_scheme(str(tiny), wanted, tmp_path)
    assert made.period == period


def test_an_id_without_a_year(tiny: Path, tmp_path: Path) -> None:
    """Where only the new id names a year, it is the year in which the new period begins."""
    path = tiny / "scheme.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("id: tiny-2024", "id: tiny-projects"), encoding="utf-8")
    assert create_scheme(str(tiny), Wanted("tiny-2027"), tmp_path).period == ("2027-09-01", "2028-08-31")


def test_target_tables(tmp_path: Path) -> None:
    """They have no main work for a workbook; their head and values are for a person to renew."""
    made = create_scheme("tianjin-projects", Wanted("tianjin-2027"), tmp_path)
    assert (made.title, made.period) == ("天津电子信息职业技术学院2027年项目绩效目标", ("2027-01-01", "2027-12-31"))
    assert (made.has_items, made.has_plans) == (False, True)
    assert all(case.ok for case in run_cases(str(made.folder)))


def test_a_given_title(tiny: Path, tmp_path: Path) -> None:
    """A given title takes the place of the old one, quoted where it must be, however the old one was written."""
    path = tiny / "scheme.yaml"
    text = path.read_text(encoding="utf-8").replace("title: 小学院2024-2025学年考核", "title: >\n  小学院\n  考核\n")
    path.write_text(text, encoding="utf-8")
    made = create_scheme(str(tiny), Wanted("tiny-2025", title="考核: 新"), tmp_path)
    assert made.title == "考核: 新"
    assert 'title: "考核: 新"\n' in (made.folder / "scheme.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (
            Wanted("../x-2025"),
            "错误：“../x-2025”不能用作方案编号\n    → 只用小写字母、数字和短横线，例如 lianyungang-2019",
        ),
        (Wanted("lianyungang-2018"), "错误：编号“lianyungang-2018”已经是自带的方案\n    → 请换一个编号"),
        (
            Wanted("next"),
            (
                "错误：从编号“next”看不出新方案是哪一年的\n"
                "    → 请写明起始年份（--year 2019），或起止日期（--from-date、--to-date）"
            ),
        ),
        (
            Wanted("next", start=date(2026, 9, 1), end=date(2025, 9, 1)),
            "错误：起始日期2026-09-01晚于截止日期2025-09-01\n    → 请检查 --from-date 和 --to-date",
        ),
    ],
)
def test_what_cannot_be_asked_for(tiny: Path, tmp_path: Path, wanted: Wanted, message: str) -> None:
    """A wrong id or period is refused before anything is made."""
    with pytest.raises(ProblemsError) as caught:
        create_scheme(str(tiny), wanted, tmp_path)
    assert str(caught.value) == message
    assert [path.name for path in tmp_path.iterdir()] == ["tiny"]


def test_nothing_is_overwritten(tiny: Path, tmp_path: Path) -> None:
    """A folder that is there stays; one that is to hold the new one must be there."""
    (tmp_path / "tiny-2025").mkdir()
    with pytest.raises(OutsideError, match="tiny-2025”已经存在，没有覆盖"):
        create_scheme(str(tiny), Wanted("tiny-2025"), tmp_path)
    with pytest.raises(OutsideError, match=r"没有“.*none”这个文件夹，新方案没有建立"):
        create_scheme(str(tiny), Wanted("tiny-2025"), tmp_path / "none")


def test_a_folder_that_appears_meanwhile(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What somebody else puts there while the new scheme is made is not mixed with it."""

    def late(folder: Path) -> Table:
        (tmp_path / "tiny-2025").mkdir()
        return read_folder(folder)

    monkeypatch.setattr("assess.services.scheme_new.read_folder", late)
    with pytest.raises(OutsideError, match=r"不能写入 .*tiny-2025：已有同名的文件夹；没有写出任何文件"):
        create_scheme(str(tiny), Wanted("tiny-2025"), tmp_path)
    assert list((tmp_path / "tiny-2025").iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tiny", "tiny-2025"]


def test_the_copy_of_what_is_protected_can_be_changed(tiny: Path, tmp_path: Path) -> None:
    """Shipped schemes may be installed as files that nobody may write; who makes a new one may write into it."""
    for path in [*tiny.rglob("*"), tiny]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    new = create_scheme(str(tiny), Wanted("tiny-2025"), tmp_path).folder
    modes = {path.stat().st_mode & 0o200 for path in [*new.rglob("*"), new]}
    for path in [tiny, *tiny.rglob("*")]:
        path.chmod(0o755)
    assert modes == {0o200}


def test_nothing_half_done(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When something fails on the way, no folder and no scrap of one is left."""
    monkeypatch.setattr("assess.services.scheme_new.read_folder", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        create_scheme(str(tiny), Wanted("tiny-2025"), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["tiny"]


def test_files_that_are_no_text(tiny: Path, tmp_path: Path) -> None:
    """What is not the scheme's is copied as it is; hidden files are not."""
    (tiny / "README.md").write_bytes(b"")
    (tiny / "scan.pdf").write_bytes(b"\x00\xff2024")
    (tiny / ".cache").mkdir()
    made = create_scheme(str(tiny), Wanted("tiny-2025"), tmp_path)
    assert (made.folder / "README.md").read_bytes() == b""
    assert (made.folder / "scan.pdf").read_bytes() == b"\x00\xff2024"
    assert not (made.folder / ".cache").exists()
