"""Ranked lists on a screen: whatever gives way where there is no room, it is never a number."""

import io
import json
import re
from pathlib import Path

import pytest
from rich.console import Console

from assess.cli.columns import width
from assess.cli.screen import new_table, show_table
from assess.cli.views.ranked import show_lists
from assess.services.scoring import score
from assess.services.source import FileSource
from tests.cli.conftest import Program
from tests.many_parts import LABELS, written

_WITHOUT_PARTS = "各部分的得分没有列出"


def shown(scheme: Path, year: Path, columns: int, *, terminal: bool = True) -> list[str]:
    """The lines on a screen of `columns`."""
    out = io.StringIO()
    console = Console(file=out, width=columns, force_terminal=terminal, no_color=True, highlight=False)
    outcome = score(FileSource(str(scheme), year), {})
    show_lists(console, outcome, outcome.lists)
    return re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue()).splitlines()


def totals_of(run: Program, scheme: Path, year: Path) -> list[str]:
    """The totals as JSON has them, best first."""
    document = json.loads(run("score", scheme, year, "--format", "json").out)
    return [unit["total"] for unit in document["lists"][0]["units"] if unit["total"] is not None]


@pytest.mark.parametrize("columns", [20, 60, 80, 120])
@pytest.mark.parametrize("parts", [3, 5, 6, 8])
def test_totals_and_grades_always_stand(run: Program, tmp_path: Path, parts: int, columns: int) -> None:
    """Every printed total is that of the JSON, with its grade and its remark, however many parts there are."""
    scheme, year = written(tmp_path, parts, missing=1)
    lines = shown(scheme, year, columns)
    totals = totals_of(run, scheme, year)
    ranked = [line.split() for line in lines if re.match(r" *[1-9] ", line)]
    assert [row[-2] for row in ranked] == totals
    assert [row[-1] for row in ranked] == ["优秀" if float(total) >= 90 else "合格" for total in totals]
    assert "…" not in "".join(lines)
    assert any("未完成" in line.replace("缺", "") and "①" in line for line in lines)
    listed = parts * len(totals) == sum(len(row) - 4 for row in ranked)
    assert listed != (_WITHOUT_PARTS in "".join(line.strip() for line in lines))
    if columns > 20:
        assert max(map(width, lines)) <= columns


@pytest.mark.parametrize("parts", [3, 5, 6, 8])
def test_a_pipe_has_eighty_columns(run: Program, tmp_path: Path, parts: int) -> None:
    """Up to six parts of the total fit; of eight it is said that they are not listed, and where they are."""
    scheme, year = written(tmp_path, parts)
    lines = run("score", scheme, year).out.splitlines()
    rows = [line.split() for line in lines if re.match(r" +[1-9] ", line)]
    assert [row[-2] for row in rows] == totals_of(run, scheme, year)
    assert max(map(width, lines)) <= 80
    assert all(len(row) == 4 + (parts if parts <= 6 else 0) for row in rows)
    assert (" 各部分的得分没有列出，请用 --format csv" in lines) == (parts > 6)


def test_a_narrow_window_is_told_to_be_wider(tmp_path: Path) -> None:
    """Where nothing but a wider window would show the parts it says so; headings are broken before they go."""
    scheme, year = written(tmp_path, 8)
    assert " 各部分的得分没有列出，请加宽窗口，或用 --format csv" in shown(scheme, year, 80)
    wide = shown(scheme, year, 120)
    heading = "".join("".join(line.split()) for line in wide[3:7])
    assert all(set(label) <= set(heading) for label in LABELS[:8])


def test_a_table_is_rather_too_wide_than_cut() -> None:
    """A number that may not be broken stands whole on a screen of ten columns."""
    out = io.StringIO()
    table = new_table()
    for name in ("甲", "乙", "丙"):
        table.add_column(name, no_wrap=True)
    table.add_row("143.98", "100.00", "88.17")
    show_table(Console(file=out, width=10), table)
    assert out.getvalue().splitlines()[-1].split() == ["143.98", "100.00", "88.17"]


def test_where_nothing_is_graded_no_word_is_said_of_grades(run: Program, tmp_path: Path) -> None:
    """A scheme without quotas and grade lines has no column for a grade, and no grade that may change."""
    scheme, year = written(tmp_path, 3, grades="", missing=1)
    answer = run("score", scheme, year).out
    assert "等次" not in answer
    assert "本榜有未完成或暂定的单位，名次还可能变化。" in answer
