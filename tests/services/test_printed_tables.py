"""A target table that is printed as a workbook is read in again as it was."""

from pathlib import Path

import pytest

from assess.drafting.target_text.reading_notes import half_reading_note, reading_note
from assess.reports.delivery import Kind
from assess.scheme.nodes import leaves
from assess.scheme.scheme import IndicatorTree, Scheme
from assess.scheme.target_table import TargetTable, table_of
from assess.services.reporting import Order, report_targets
from assess.services.scheme_import import Wanted, import_table
from assess.services.schemes import open_scheme


def tables(scheme: Scheme) -> list[tuple[IndicatorTree, TargetTable]]:
    """The trees that have a table."""
    return [(tree, found) for tree in scheme.trees.values() if (found := table_of(tree)) is not None]


def notes(tree: IndicatorTree) -> list[tuple[str, str]]:
    """How each value is read."""
    return [(half_reading_note(leaf.rule), reading_note(leaf.rule)) for leaf in leaves(tree.nodes)]


@pytest.mark.parametrize("name", ["xuzhou-2022", "changzhou-2026", "guangzhou-2025", "tianjin-projects"])
def test_what_is_printed_is_read_in_again(tmp_path: Path, name: str) -> None:
    """Names, literal values, their readings, money, spending and goals of every shipped table come back."""
    scheme = open_scheme(name)
    files = report_targets(name, Order(tmp_path / "tables", [Kind.XLSX])).files
    assert len(files) == len(tables(scheme))
    for number, ((tree, table), file) in enumerate(zip(tables(scheme), files, strict=True)):
        folder = import_table([file], Wanted(id=f"again-{number}"), tmp_path).folder
        ((again, found),) = tables(open_scheme(str(folder)))
        assert found.rows == table.rows
        assert notes(again) == notes(tree)
        assert found.plan.title == table.plan.title
        assert found.plan.holder == table.plan.holder
        assert found.plan.funds == table.plan.funds
        assert found.plan.spending == table.plan.spending
        assert found.plan.goals == table.plan.goals
