"""The sheet of a target table: a row for each target, a column for each thing that is said of one; and of the money."""

from collections.abc import Sequence

from assess.parts.money import FUNDS, FUNDS_LABEL
from assess.scheme.nodes import Leaf
from assess.scheme.scheme import IndicatorTree
from assess.workbooks.book import FormRow, FormSheet
from assess.workbooks.laying_out.asks import ask_of
from assess.workbooks.laying_out.cells import closed, input_cell, label
from assess.workbooks.laying_out.sheets import asked as asked_column
from assess.workbooks.laying_out.sheets import chapter_name, heading, named, row, stamp_of, told, width_of
from assess.workbooks.laying_out.year_on_sheets import Asked, YearOnSheets
from assess.workbooks.pointer import Pointer
from assess.workbooks.slice import Slice

_WORDS = 30


def target_sheet(year: YearOnSheets, part: Slice, tree: IndicatorTree, found: Sequence[Asked]) -> FormSheet:
    """The sheet of a target table. Several units that share one have their rows below each other."""
    inputs: dict[str, Asked] = {}
    rows_of: dict[tuple[str, str], dict[str, Asked]] = {}
    for one in found:
        address = one.question.address
        inputs.setdefault(address.input, one)
        rows_of.setdefault((address.unit, address.node), {})[address.input] = one
    several = len({unit for unit, _ in rows_of}) > 1
    columns = (
        told("序号", 6),
        *([named("单位", 16)] if several else []),
        named("指标", 30),
        told("指标值", 16),
        told("条款", 14),
        *(
            asked_column(one.question.label, _WORDS if ask_of(one.question).kind == "text" else 14, Pointer(input=name))
            for name, one in inputs.items()
        ),
    )
    nodes = year.indicator_nodes(tree.id)
    units = {unit.id: position for position, unit in enumerate(year.units)}
    rows: list[FormRow] = []
    chapter = ""
    for number, key in enumerate(sorted(rows_of, key=lambda one: (units[one[0]], nodes[one[1]])), 1):
        asked = rows_of[key]
        first = next(iter(asked.values()))
        if first.chapter != chapter:
            chapter = first.chapter
            rows.append(heading(columns, chapter_name(chapter)))
        leaf = year.indicators.get((tree.id, key[1]))
        target = "" if leaf is None else _target(leaf, half_year=year.evidence.stage == "half_year")
        assert first.unit is not None  # noqa: S101 targets are of units
        words = [str(number), *([first.unit.short or first.unit.name] if several else []), first.question.owner, target]
        cells = [*map(label, (*words, first.question.clause))]
        for name in inputs:
            if name not in asked:
                cells.append(closed())
                continue
            question = asked[name].question
            cells.append(input_cell(year, ask_of(question), question.address, missing=question.is_missing))
        signatures = "".join(ask_of(one.question).signature for one in asked.values())
        rows.append(row(columns, cells, Pointer(unit=key[0], node=key[1]), signatures[: 6 * 4]))
    return FormSheet(
        title=tree.label,
        heading=f"{year.cycle.title}　{tree.label}",
        lines=(),
        stamp=stamp_of(year, part, f"targets:{tree.id}"),
        columns=columns,
        rows=tuple(rows),
        frozen=3 if several else 2,
    )


def _target(leaf: Leaf, *, half_year: bool) -> str:
    """The value to reach, as the table prints it."""
    if leaf.aimed is None:
        return ""
    by_half, by_end = leaf.aimed.target_values()
    return (by_half if half_year and by_half is not None else by_end).text()


def money_sheet(year: YearOnSheets, part: Slice, found: Sequence[Asked]) -> FormSheet | None:
    """The money of the units that have a plan, a row for each of them; None where there is none."""
    money = [one for one in found if one.question.node == FUNDS]
    if not money:
        return None
    inputs: dict[str, Asked] = {}
    by_cell: dict[tuple[str, str], Asked] = {}
    for one in money:
        inputs.setdefault(one.question.address.input, one)
        by_cell[one.question.address.unit, one.question.address.input] = one
    columns = (
        named("单位", width_of((unit.name for unit in year.units), 14, 30)),
        told("计量单位", 10),
        *(
            asked_column(one.question.label, width_of([one.question.label], 14, 30), Pointer(input=name))
            for name, one in inputs.items()
        ),
    )
    rows = []
    for unit in year.units:
        asked = {name: by_cell[unit.id, name] for name in inputs if (unit.id, name) in by_cell}
        if not asked:
            continue
        measure = next((one.question.measure for one in asked.values() if one.question.measure), "")
        cells = [label(unit.name), label(measure)]
        for name in inputs:
            if name not in asked:
                cells.append(closed())
                continue
            question = asked[name].question
            cells.append(input_cell(year, ask_of(question), question.address, missing=question.is_missing))
        rows.append(row(columns, cells, Pointer(unit=unit.id, node=FUNDS)))
    heading_of = f"{year.cycle.title}　{FUNDS_LABEL}"
    return FormSheet(FUNDS_LABEL, heading_of, (), stamp_of(year, part, "money"), columns, tuple(rows))
