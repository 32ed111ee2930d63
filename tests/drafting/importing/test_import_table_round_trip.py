"""A shipped scheme printed as workbooks or documents, and read in again: the same scheme comes back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.table import Table

from assess.reports.delivery import Kind
from assess.rules.attainment import Attainment
from assess.rules.target import Target
from assess.scheme.nodes import Leaf, Node
from assess.scheme.plan import Plan
from assess.scheme.scheme import IndicatorTree, Scheme
from assess.scheme.target_table import TargetTable, table_of
from assess.services.cases import run_cases
from assess.services.reporting import Order, report_targets
from assess.services.scheme_fmt import format_scheme
from assess.services.scheme_import import ImportedScheme, Wanted, import_table
from assess.services.schemes import open_scheme

SCHEMES = ("xuzhou-2022", "changzhou-2026", "tianjin-projects", "guangzhou-2025")

#: What a printed table does not say, and so cannot come back. Besides, in every scheme: the ids of scheme, tables and
#: groups, clauses, readings, cases and comments, which are ours; the label of a single institution's table, for which
#: the name of its holder stands.
LOST = {
    # The document mixes two units of money; the workbook prints all amounts in one.
    "changzhou-2026": {
        "institution.units_printed",
        # A ratio says nothing of its two numbers, which the scheme names.
        "institution/T63.value",
    },
    "guangzhou-2025": {
        # In which column the indicators of one project stood.
        "master_subsidy.layout",
        # A formula of our own for what is printed as one number.
        "competition_equipment/T11.value",
    },
}


@dataclass(frozen=True)
class Indicator:
    """What an indicator is, apart from its id's upper part."""

    id: str
    above: tuple[str, ...]
    label: str
    content: str
    full_mark: str
    rule: Target | Attainment


def indicators(nodes: tuple[Node, ...], above: tuple[str, ...] = ()) -> Iterator[Indicator]:
    """All of them, in document order."""
    for node in nodes:
        if isinstance(node, Leaf):
            assert isinstance(node.rule, Target | Attainment)
            yield Indicator(node.id, above, node.heading.label, node.heading.content, str(node.maximum), node.rule)
        else:
            yield from indicators(node.children, (*above, node.heading.label))


def trees(scheme: Scheme) -> list[IndicatorTree]:
    """Those with a target table."""
    return [tree for tree in scheme.trees.values() if tree.plan is not None]


def workbooks(scheme: str, folder: Path) -> list[Path]:
    """The workbooks of all tables, as `assess report targets` writes them."""
    return list(report_targets(scheme, Order(folder / "tables", kinds=(Kind.XLSX,))).files)


def imported(scheme: str, folder: Path, paths: list[Path]) -> tuple[Scheme, ImportedScheme]:
    """The scheme that these files make; it is in the house form and agrees with its worked cases."""
    made = import_table(paths, Wanted("again", year=int(open_scheme(scheme).period[0][:4])), folder)
    assert format_scheme(str(made.folder), check=True).changed == ()
    results = list(run_cases(str(made.folder)))
    assert results
    assert all(result.ok for result in results)
    return open_scheme(str(made.folder)), made


def differences(old: Scheme, new: Scheme) -> Iterator[str]:
    """The places where something is not as it was."""
    for before, after in zip(trees(old), trees(new), strict=True):
        assert before.plan is not None
        if before.is_table and before.label != after.label:
            yield f"{before.id}.label"
        for key in Plan.model_fields:
            if getattr(before.plan, key) != getattr(after.plan, key):
                yield f"{before.id}.{key}"
        for one, other in zip(indicators(before.nodes), indicators(after.nodes), strict=True):
            yield from (f"{before.id}/{one.id}.{key}" for key in changed(one, other))


def changed(one: Indicator, other: Indicator) -> Iterator[str]:
    """What of an indicator is not as it was."""
    yield from (
        key for key in ("id", "above", "label", "content", "full_mark") if getattr(one, key) != getattr(other, key)
    )
    if type(one.rule) is not type(other.rule):
        yield "rule"
        return
    yield from (key for key in type(one.rule).model_fields if getattr(one.rule, key) != getattr(other.rule, key))


@pytest.mark.parametrize("name", SCHEMES)
def test_workbooks_bring_the_scheme_back(name: str, tmp_path: Path) -> None:
    """Names, levels, printed values, how they are read, full marks, heads; every value is as it was or in the lists."""
    old = open_scheme(name)
    new, made = imported(name, tmp_path, workbooks(name, tmp_path))
    assert set(differences(old, new)) == LOST.get(name, set())
    assert sum(table.indicators for table in made.tables) == sum(1 for _ in old.all_leaves())
    assert old.weights is not None
    assert new.weights is not None
    assert {**new.weights.sections} == {**old.weights.sections}
    assert (new.grades, new.monitoring, new.period) == (old.grades, old.monitoring, old.period)


def document(table: TargetTable, path: Path, *, heading_every: int) -> Path:
    """The table as a Word document: head as paragraphs and rows, merged levels, the heading again on every page."""
    made = docx.Document()
    made.add_paragraph(table.plan.title)
    made.add_paragraph(f"{table.plan.holder}")
    made.add_paragraph(f"单位：{table.plan.unit}")
    layout = table.plan.layout
    levels, values = len(layout.levels), len(layout.period_values)
    width = levels + bool(layout.description) + values
    headings = [*layout.levels, *([layout.description] if layout.description else []), *layout.period_values]
    sheet = made.add_table(0, width)
    for text in (f"项目名称|{path.stem}", f"预算数|{table.plan.budget or ''}", "绩效目标|做好"):
        row: Any = sheet.add_row()
        row.cells[0].text, row.cells[1].text = text.split("|")
    for number, one in enumerate(table.rows):
        if number % heading_every == 0:
            write(sheet, headings)
        above = list(one.levels[:-1])
        described = [one.description] if layout.description else []
        cells = [*above, *[""] * (levels - 1 - len(above)), one.levels[-1], *described, *one.values]
        write(sheet, cells)
        if len(above) < levels - 1:
            row = sheet.rows[-1]
            row.cells[len(above) - 1].merge(row.cells[levels - 2])
        if number % heading_every and number and table.rows[number - 1].levels[:1] == one.levels[:1]:
            sheet.rows[-1].cells[0].text = ""
            sheet.rows[-2].cells[0].merge(sheet.rows[-1].cells[0])
    made.save(str(path))
    return path


def write(sheet: Table, texts: list[str]) -> None:
    """A row of texts, broken as narrow cells break them."""
    row: Any = sheet.add_row()  # type: ignore[no-untyped-call] # the library has no type for it
    for cell, text in zip(row.cells, texts, strict=True):
        cell.text = "\n".join(text[at : at + 7] for at in range(0, len(text), 7)) if " " not in text else text


@pytest.mark.parametrize("name", ["tianjin-projects", "xuzhou-2022"])
def test_documents_bring_the_indicators_back(name: str, tmp_path: Path) -> None:
    """Wrapped names and values, level cells merged down and across, headings on every page."""
    old = open_scheme(name)
    tables = {tree.id: table for tree in trees(old) if (table := table_of(tree)) is not None}
    paths = [document(table, tmp_path / f"{key}.docx", heading_every=5) for key, table in tables.items()]
    new, _ = imported(name, tmp_path, paths)
    for before, after in zip(trees(old), trees(new), strict=True):
        assert [described(one) for one in indicators(after.nodes)] == [
            described(one) for one in indicators(before.nodes)
        ]


def described(one: Indicator) -> Mapping[str, object]:
    """An indicator without its full mark: a document of a whole institution is read as a project here."""
    return {"id": one.id, "above": one.above, "label": one.label, "content": one.content, "rule": one.rule}
