"""The sheets of people's opinions: ballots by group of voters, rounds of voting, and leaders' marks."""

from collections.abc import Iterator, Mapping, Sequence

from assess.entered.enterable import Enterable
from assess.entered.rounds import COUNTS
from assess.entered.values import ISSUED, NOTHING, OWN, RETURNED
from assess.ground.address import BUNDLES, ROUNDS, YEAR, Address
from assess.scheme.scheme import Part
from assess.workbooks.ask import Ask
from assess.workbooks.book import UNNAMED, FormCell, FormColumn, FormSheet, SumAcross
from assess.workbooks.laying_out.asks import ask_of
from assess.workbooks.laying_out.cells import CONFIDENTIAL, closed, input_cell, label, total
from assess.workbooks.laying_out.sheets import asked as asked_column
from assess.workbooks.laying_out.sheets import named, row, stamp_of
from assess.workbooks.laying_out.year_on_sheets import Asked, YearOnSheets
from assess.workbooks.pointer import Pointer
from assess.workbooks.slice import Slice
from assess.workbooks.tag import Tag, signature
from assess.year.evidence import Unit

_SUM = "合计"
#: How many columns a group of leaders has to be named in, as long as nobody is.
_UNNAMED_COLUMNS = 8


def round_sheet(year: YearOnSheets, part: Slice, asked: Sequence[Asked]) -> FormSheet | None:
    """The numbers of each round of voting and of its bundles, a row each."""
    found = [one.question for one in asked if one.unit is None and one.question.node in (ROUNDS, BUNDLES)]
    if not found:
        return None
    columns = (named("场次", 34), named("数据", 16), asked_column("填写", 18, Pointer(unit=YEAR)))
    rows = []
    for question in found:
        ask, address = ask_of(question), question.address
        cell = input_cell(year, ask, address, missing=question.is_missing)
        pointer = Pointer(node=address.node, input=address.input, group=address.group)
        rows.append(row(columns, [label(question.owner), label(question.label), cell], pointer, ask.signature))
    title = "测评场次"
    stamp = stamp_of(year, part, "rounds")
    return FormSheet(title, f"{year.cycle.title}　{title}", (), stamp, columns, tuple(rows), portrait=True)


def ballot_sheets(year: YearOnSheets, part: Slice, asked: Sequence[Asked]) -> Iterator[FormSheet]:
    """The ballots: a row for each unit and group of voters, or for each bundle and count."""
    rows_of: dict[str, dict[tuple[str, str, str], list[Asked]]] = {}
    for one in asked:
        address = one.question.address
        if one.unit is None or not address.group:
            continue
        whose = _part_of(year, one)
        rows_of.setdefault(whose.id, {}).setdefault((address.unit, address.node, address.group), []).append(one)
    for name, rows in rows_of.items():
        yield _ballots(year, part, year.scheme.part_of[name], rows)


def _part_of(year: YearOnSheets, one: Asked) -> Part:
    return next(part for part in year.scheme.parts if part.id in one.items)


def _ballots(
    year: YearOnSheets, part: Slice, of: Part, rows_of: Mapping[tuple[str, str, str], Sequence[Asked]]
) -> FormSheet:
    inputs: dict[str, Asked] = {}
    for found in rows_of.values():
        for one in found:
            inputs.setdefault(one.question.address.input, one)
    own: Mapping[str, Enterable] = of.rules.entry_inputs[OWN].fields if OWN in of.rules.entry_inputs else {}
    if not any(node == of.id for _, node, _ in rows_of):
        own = {}
    papers = [name for name in inputs if name in (ISSUED, RETURNED)]
    kinds = [name for name in inputs if name not in papers]
    columns: list[FormColumn] = [named("单位", 16), named("测评票", 34)]
    columns += [asked_column(inputs[name].question.label, 9, Pointer(input=name)) for name in (*papers, *kinds)]
    start = 2 + len(papers)
    columns.append(FormColumn(_SUM, 9))
    columns += [
        asked_column(f"其中本单位人员{one.label}", 11, Pointer(input=OWN, field=level)) for level, one in own.items()
    ]
    asks = {name: ask_of(inputs[name].question) for name in inputs}
    rows = []
    for (unit, node, group), found in rows_of.items():
        questions = {one.question.address.input: one.question for one in found}
        first = found[0]
        assert first.unit is not None  # noqa: S101 the rounds have a sheet of their own
        cells = [label(first.unit.short or first.unit.name), label(first.question.owner)]
        for name in (*papers, *kinds):
            question = questions.get(name)
            where = Address(unit, node, name, group=group)
            cells.append(
                closed() if question is None else input_cell(year, asks[name], where, missing=question.is_missing)
            )
        columns_summed = tuple(range(start, start + len(kinds)))
        cells.append(FormCell("total", total([cells[at] for at in columns_summed]), total=SumAcross(columns_summed)))
        for level in own:
            ask = asks[level]
            where = Address(unit, node, OWN, group=group)
            cells.append(input_cell(year, ask, where, level) if node not in COUNTS else closed())
        rows.append(row(columns, cells, Pointer(unit=unit, node=node, group=group)))
    lines = (f"“{_SUM}”是各项票数之和，会自动计算，应与收回的票数一致。",)
    title = f"{of.label}票" if not of.label.endswith("票") else of.label
    stamp = stamp_of(year, part, f"ballots:{of.id}")
    return FormSheet(title, f"{year.cycle.title}　{title}", lines, stamp, tuple(columns), tuple(rows), frozen=2)


def mark_sheets(year: YearOnSheets, part: Slice, asked: Sequence[Asked]) -> Iterator[FormSheet]:
    """People's marks on units: a row for each unit, a column for each person of a group."""
    by_part: dict[str, list[Asked]] = {}
    for one in asked:
        address = one.question.address
        if (
            one.unit is not None
            and not address.group
            and address.node in year.scheme.part_of
            and _is_entered(year, one)
        ):
            by_part.setdefault(address.node, []).append(one)
    for name, found in by_part.items():
        yield _marks(year, part, year.scheme.part_of[name], found)


def _is_entered(year: YearOnSheets, one: Asked) -> bool:
    return one.question.address.input in year.scheme.part_of[one.question.node].rules.entry_inputs


def _marks(year: YearOnSheets, part: Slice, of: Part, found: Sequence[Asked]) -> FormSheet:
    groups: dict[str, Ask] = {}
    people: dict[str, list[str]] = {}
    for one in found:
        address = one.question.address
        groups.setdefault(address.input, ask_of(one.question))
        names = people.setdefault(address.input, [])
        if address.assessor and address.assessor not in names:
            names.append(address.assessor)
    here = {one.unit.id for one in found if one.unit is not None}
    units: list[Unit] = [unit for unit in year.units if unit.id in here]
    columns: list[FormColumn] = [named("单位", 20)]
    cells_of: dict[str, list[FormCell]] = {unit.id: [label(unit.short or unit.name)] for unit in units}
    missing = {(one.question.address.unit, one.question.address.input): one.question.is_missing for one in found}
    for name, ask in groups.items():
        called = of.rules.group_labels.get(name, name)
        known = [one for one in people[name] if part.assessor in (None, one)]
        new = [part.assessor] if part.assessor is not None and not known else []
        for assessor in (*known, *new):
            columns.append(_of_person(called, name, assessor, ask))
            for unit in units:
                where = Address(unit.id, of.id, name, assessor=assessor)
                cells_of[unit.id].append(input_cell(year, ask, where, missing=missing.get((unit.id, name), False)))
        if part.assessor is not None:
            continue
        for number in range(1, _UNNAMED_COLUMNS + 1) if not known else (1,):
            tag = Tag(Pointer(input=name, record=-number), "", ask.signature)
            columns.append(FormColumn(f"{called}\n{UNNAMED}", 14, tag, asks_name=True))
            for unit in units:
                cells_of[unit.id].append(FormCell("input", None, ask))
        nobody = Ask(
            "choice", f"{called}：没有人评分", allowed=f"没有人评分的填“{NOTHING}”", choices={NOTHING: NOTHING}
        )
        columns.append(asked_column(nobody.label, 12, Pointer(input=name), nobody.signature))
        for unit in units:
            cells_of[unit.id].append(input_cell(year, nobody, Address(unit.id, of.id, name)))
    rows = [row(columns, cells_of[unit.id], Pointer(unit=unit.id, node=of.id)) for unit in units]
    lines = (f"表头写“{UNNAMED}”的，请换成评分人的姓名，每人一栏；写着“{CONFIDENTIAL}”的是保密的单个评分，不用填。",)
    title = of.label
    stamp = stamp_of(year, part, f"marks:{of.id}")
    return FormSheet(title, f"{year.cycle.title}　{title}", lines, stamp, tuple(columns), tuple(rows), frozen=1)


def _of_person(group: str, name: str, assessor: str, ask: Ask) -> FormColumn:
    title = f"{group}\n{assessor}"
    return FormColumn(title, 12, Tag(Pointer(input=name, assessor=assessor), signature(title), ask.signature))
