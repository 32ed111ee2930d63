"""What the checks say about the schemes that are in this repository, line by line."""

from functools import cache
from pathlib import Path

import pytest

from assess.drafting.checks import CHECKS, bands, check, overlaps, reach, subject_of, tops, totals
from assess.drafting.checks.subject import Subject
from assess.files.scheme_folder import read_folder
from assess.ground.place import Problem
from assess.resources import schemes_dir

ROOT = Path(__file__).parents[3]


def _lianyungang(readings: dict[str, str] | None = None) -> Subject:
    return subject_of(read_folder(schemes_dir() / "lianyungang-2018"), readings)


@cache
def _checked(scheme: str) -> tuple[Subject, tuple[Problem, ...]]:
    subject = subject_of(read_folder(schemes_dir() / scheme))
    return subject, check(subject)


def test_the_first_scheme() -> None:
    """Everything in which its regulation contradicts itself, with both numbers and the clause; and nothing else."""
    subject = _lianyungang()
    expected = (Path(__file__).parent / "lianyungang-2018.txt").read_text(encoding="utf-8")
    assert "".join(f"{problem.code} {problem.text}\n" for problem in check(subject)) == expected
    assert len(subject.buildable) == 1 + len(subject.alternatives)


@pytest.mark.parametrize("scheme", ["xuzhou-2022", "changzhou-2026", "tianjin-projects", "guangzhou-2025"])
def test_the_target_tables(scheme: str) -> None:
    """Everything that is odd in each, and nothing else; every alternative reading can be used."""
    subject, problems = _checked(scheme)
    expected = (Path(__file__).parent / f"{scheme}.txt").read_text(encoding="utf-8")
    assert "".join(f"{problem.code} {problem.text}\n" for problem in problems) == expected
    assert len(subject.buildable) == 1 + len(subject.alternatives)


@pytest.mark.parametrize(
    ("scheme", "code", "words"),
    [
        ("changzhou-2026", "execution_plan", ("预算执行率", "=45%", "40.07%")),
        ("changzhou-2026", "half_missing", ("公寓、教学楼、水平衡、校门等维修项目", "到位")),
        ("changzhou-2026", "half_and_full", ("≥30%", "完成常州市下达计划")),
        ("changzhou-2026", "half_and_full", ("9项", "“推进”7项", "“无”2项")),
        ("changzhou-2026", "direction", ("辅导员师生比", "1:200")),
        ("changzhou-2026", "unit_of_name", ("发展师生党员数", "≥30%")),
        ("changzhou-2026", "name_slip", ("党的建设", "党的建议")),
        ("changzhou-2026", "money_units", ("元、万元",)),
        ("tianjin-projects", "printed_sign", ("补助金额", "≥100", "≤")),
        ("tianjin-projects", "unit_of_name", ("资助政策发挥作用时间", "人次", "时间")),
        ("guangzhou-2025", "unit_of_name", ("计划完成率", "“18”", "没有单位")),
        ("guangzhou-2025", "unit_of_name", ("修复及时率", "≤5小时")),
        ("guangzhou-2025", "several_in_one", ("硬件设备可以正常使用；软件可以安全、稳定运行",)),
        ("guangzhou-2025", "other_column", ("定向培养职业教育硕士补贴", "绩效目标")),
        ("guangzhou-2025", "direction", ("项目进度", "12个月")),
        ("xuzhou-2022", "same_label", ("学生推荐就业率",)),
    ],
)
def test_what_people_found_in_the_target_tables(scheme: str, code: str, words: tuple[str, ...]) -> None:
    """Each oddity that a careful reader named is one finding."""
    texts = [problem.text for problem in _checked(scheme)[1] if problem.code == code]
    assert [text for text in texts if all(word in text for word in words)]


@pytest.mark.parametrize(
    ("reading", "choice", "line"),
    [
        ("U1", "raw", "142分：民主测评18（满分20），目标考核94（满分150）"),
        ("U1", "rank_within_type", "161分：民主测评18（满分20），目标考核113（满分150）"),
        ("U2a", "stated", "206.43分：民主测评18（满分20），目标考核158.43（满分150）"),
        ("U6a", "levels", "院部满分30分、最多27分，部门满分30分、最多27分"),
        ("U41a", "four", "“K5 学生工作”（附件1 二(五)）满分20分，下级各项合计21分：6 + 6 + 4 + 5"),
        ("U41b", "negative", "“K5.3 就业工作”（附件1 二(五)3）最低-7分，本级和上级都没有大于等于0的下限"),
        ("U42", "lift", "院部（二级学院）总分满分200分，没有上限：民主测评18（满分20），目标考核没有上限（满分150）"),
    ],
)
def test_it_is_checked_under_the_reading_in_force(reading: str, choice: str, line: str) -> None:
    """Another reading has other consequences."""
    subject = _lianyungang({reading: choice})
    found = [problem.text for one in (*totals.CHECKS, *reach.CHECKS) for problem in one.problems(subject)]
    assert any(text.endswith(line) for text in found)


@pytest.mark.parametrize(
    ("reading", "choice"), [("U4", "by_90"), ("U37b", "three"), ("U38", "three"), ("U49", "single")]
)
def test_a_reading_that_repairs_is_silent(reading: str, choice: str) -> None:
    """What the other reading repairs is no longer said."""
    looked_at = {
        "U4": reach.CHECKS,
        "U37b": tops.CHECKS,
        "U38": bands.CHECKS,
        "U49": overlaps.CHECKS,
    }[reading]
    subject = _lianyungang({reading: choice})
    assert [problem.text for one in looked_at for problem in one.problems(subject)] == []


@pytest.mark.parametrize("folder", ["docs/first-scheme", "tests/cli/data/small"])
def test_small_schemes_have_nothing_wrong(folder: str) -> None:
    """No false alarm."""
    assert check(subject_of(read_folder(ROOT / folder))) == ()


def test_every_check_can_be_documented() -> None:
    """A code of its own, words for a reader, and a rule in the docstring."""
    assert len({one.code for one in CHECKS}) == len(CHECKS)
    for one in CHECKS:
        assert one.theme
        assert one.title
        assert one.reason.endswith("。")
        assert (one.run.__doc__ or "").strip()
