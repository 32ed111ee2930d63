"""Records have a number for good in the database, and a position in a year: the first is 1, without gaps.

A record that goes leaves a gap in the numbers, so that no other one is ever taken for it; what people and the rest of
the program see are positions.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

from assess.ground.address import ATTACHMENTS, CONFIRMED, YEAR, Address, AddressError, parse
from assess.storage.shelves import Key

#: Where the addresses that a cycle holds as values stand.
_ADDRESSES = ((YEAR, CONFIRMED), (YEAR, ATTACHMENTS))


class Numbering:
    """The records of one state of a year.

    `was_given`: whether a record ever had the number that an address has; so far as is known without it, only those
    that are there had one.
    """

    def __init__(self, keys: Iterable[Key], was_given: Callable[[Address], bool] = lambda _: False) -> None:
        self._was_given = was_given
        self._next: dict[Address, int] = {}
        found: dict[Address, set[int]] = defaultdict(set)
        for key in keys:
            if key.address.record:
                found[key.address._replace(record=0)].add(key.address.record)
        self._numbers = {address: sorted(numbers) for address, numbers in found.items()}
        self._positions = {
            address: {number: position for position, number in enumerate(numbers, 1)}
            for address, numbers in self._numbers.items()
        }

    def positioned(self, address: Address) -> Address:
        """The address with its record's position; the number itself where there is no such record any more."""
        if not address.record:
            return address
        positions = self._positions.get(address._replace(record=0), {})
        return address._replace(record=positions.get(address.record, address.record))

    def numbered(self, address: Address) -> Address:
        """The address with its record's number; one position beyond the last is a number that no record ever had."""
        if not address.record:
            return address
        listed = address._replace(record=0)
        numbers = self._numbers.get(listed, [])
        if address.record <= len(numbers):
            return address._replace(record=numbers[address.record - 1])
        return address._replace(record=self._next_of(listed) + address.record - len(numbers) - 1)

    def _next_of(self, listed: Address) -> int:
        """The number of the next record of a list. Numbers are given in turn, so the first that is free is it."""
        if listed not in self._next:
            number = max(self._numbers.get(listed, ()), default=0) + 1
            while self._was_given(listed._replace(record=number)):
                number += 1
            self._next[listed] = number
        return self._next[listed]

    def refers(self, key: Key) -> bool:
        """Whether what stands there is the address of another value of the cycle."""
        return key.address[:2] in _ADDRESSES and key.field == "address"

    def text_outward(self, key: Key, text: str) -> str:
        """A value as a year has it: what it says of a position is right."""
        return self._translated(key, text, outward=True)

    def text_inward(self, key: Key, text: str) -> str:
        """The same value as it is kept."""
        return self._translated(key, text, outward=False)

    def _translated(self, key: Key, text: str, *, outward: bool) -> str:
        if not self.refers(key):
            return text
        try:
            address = parse(text)
        except AddressError:
            return text
        return str(self.positioned(address) if outward else self.numbered(address))
