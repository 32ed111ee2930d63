"""A sample year into a cycle as an office gets its own: sheets go out, are filled in, and come back."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from assess.disk.writing import write_files
from assess.files import yaml_reader
from assess.ground.address import UNIT
from assess.reports.form_books.typing_in import typed_in
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.duties.book import cells_of_duties
from assess.services.cycles.entering import Edits, enter
from assess.services.cycles.transfer import import_year
from assess.services.workbooks.exporting import OUTBOX, Delivery, Wanted, export_books
from assess.services.workbooks.importing import INBOX, Order, import_books
from assess.storage.acts import Act
from assess.storage.cycles import stored_year
from assess.storage.database import Database
from assess.workbooks.filling import filled
from assess.workbooks.laying_out.year_on_sheets import At
from assess.year.cells import cells_of
from assess.year.duties import Duty
from assess.year.reading.building import build_evidence

#: What makes a unit the one it is, and is known before any sheet goes out.
_NAMED = ("name", "type", "table")


def through_sheets(database: Database, code: str, sample: Path, act: Act) -> Mapping[str, bytes]:
    """Enter a sample: its units, then everything else as sheets bring it; return the sheets, by their paths.

    Who marks what is settled before they go out. What no sheet takes then (a mark without a name where several people
    mark, values that only another reading asks for) is imported from the file in the end.
    """
    with database.reading() as session:
        scheme = StoredSource(stored_year(session, code)).built()
    tree = yaml_reader.read(sample)
    build_evidence(tree, scheme)
    cells = [cell for cell in cells_of(tree, scheme) if not cell.is_empty_list]
    values = {(cell.address, cell.field): cell.text for cell in cells}
    named = [cell for cell in cells if cell.address.node == UNIT and cell.address.input in _NAMED and not cell.field]
    enter(database, code, Edits(cells=named), act)
    people: dict[str, list[str]] = {}
    for address, _ in values:
        if address.assessor and address.node not in scheme.part_of:
            people.setdefault(address.node, []).append(address.assessor)
    if people:
        duties = [Duty(node, scheme.period[0], "", tuple(dict.fromkeys(names))) for node, names in people.items()]
        with database.writing() as session:
            stored_year(session, code, to_write=True).write(cells_of_duties(duties), (), act)
    files = _sent_around(database, code, values, act)
    import_year(database, code, sample, act, overwrite=True)
    return files


def _sent_around(database: Database, code: str, values: Mapping[At, str], act: Act) -> dict[str, bytes]:
    """Write the sheets, fill them in, take them back; return the files by their paths, as sent and as returned."""
    files: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as scratch:
        out, back = Path(scratch) / OUTBOX, Path(scratch) / INBOX
        for one in export_books(database, code, Wanted(), Delivery(out), act, act.moment[:10]):
            for path in one.files:
                content = path.read_bytes()
                returned = typed_in(content, filled(one.book, values))
                files |= {f"{OUTBOX}/{path.name}": content, f"{INBOX}/{path.name}": returned}
                write_files(back, {path.name: returned})
        report = import_books(database, code, Order((back,), apply=True), act)
    assert not report.failed, report.problems  # noqa: S101 a sample is a year without a mistake
    return files
