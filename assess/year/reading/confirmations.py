"""Reads what people have confirmed: which reminder, at which address, what stood there, who and why."""

from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet

from assess.ground.address import Address, AddressError, parse
from assess.ground.findings import Findings
from assess.ground.place import Place, did_you_mean
from assess.ground.tree import Path, Table, place_of
from assess.year.evidence import Confirmation
from assess.year.reading.addresses import AddressBook
from assess.year.reading.evidence_file import ConfirmationFile
from assess.year.reminders import REMINDERS


def read_confirmations(
    findings: Findings, given: Collection[ConfirmationFile], tree: Table, book: AddressBook, skipped: AbstractSet[Path]
) -> tuple[Confirmation, ...]:
    """Read the confirmations of a file; `tree` is the file, `skipped` are rows that cannot be read."""
    reader = _Reader(findings, tree, book)
    rows = ((("confirmed", index), one) for index, one in enumerate(given))
    return tuple(found for path, one in rows if path not in skipped for found in reader.read(one, path))


class _Reader:
    def __init__(self, findings: Findings, tree: Table, book: AddressBook) -> None:
        self.findings = findings
        self.tree = tree
        self.book = book
        self._codes = [reminder.code for reminder in REMINDERS]
        self._first: dict[tuple[str, Address], Path] = {}

    def read(self, given: ConfirmationFile, path: Path) -> Iterator[Confirmation]:
        """Yield the confirmation, unless it can belong to nothing."""
        if given.code not in self._codes:
            place, hint = place_of(self.tree, (*path, "code")), did_you_mean(given.code, self._codes)
            self.findings.error(place, "unknown_reference", f"没有“{given.code}”这种提醒", hint)
        address = self._address(given.address, place_of(self.tree, (*path, "address")))
        if address is None:
            return
        place = place_of(self.tree, path)
        first = self._first.setdefault((given.code, address), path)
        if first != path:
            before = place_of(self.tree, first).in_file
            text = f"{address}的提醒“{given.code}”确认了两次，第一次在{before}"
            self.findings.error(place, "duplicate_confirmation", text, "只留一条")
        yield Confirmation(given.code, address, given.value, given.by, given.reason, place)

    def _address(self, written: str, place: Place) -> Address | None:
        try:
            address = parse(written)
        except AddressError as error:
            self.findings.error(place, "address", str(error))
            return None
        mistake = self.book.mistake(address)
        if mistake is not None:
            self.findings.error(place, "address", f"地址“{written}”：{mistake.text}", mistake.hint)
        return address
