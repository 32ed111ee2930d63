"""Which entered values are confidential: what single people say of a unit, and what is confirmed of it."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from assess.ground.address import CONFIRMED, YEAR, Address, AddressError, parse
from assess.parts.base import Keepers
from assess.scheme.scheme import Scheme

#: The field of a confirmation that says what stood there.
_VALUE = "value"


class Secret(NamedTuple):
    """Who alone may know a value, and who gave it (empty: nobody is named)."""

    keepers: Keepers
    giver: str


class Confidential:
    """Knows the confidential values of a year by their addresses.

    `confirmed` gives the confirmations of the year once they are needed, each with its number and the address that it
    is about, as it is written; one that quotes a confidential value is as confidential.
    """

    def __init__(self, scheme: Scheme, confirmed: Callable[[], Iterable[tuple[int, str]]] = tuple) -> None:
        # What was entered for the default readings stays where others are in force.
        schemes = [one for one in (scheme.by_default, scheme) if one is not None]
        parts = [part for one in schemes for part in one.parts]
        self._keepers = {part.id: to for part in parts if (to := part.rules.confidential_to) is not None}
        self._given = confirmed

    @cached_property
    def _confirmed(self) -> Mapping[int, Secret]:
        """By the number of a confirmation, whose secret it quotes."""
        found = ((number, self._said(text)) for number, text in self._given())
        return {number: secret for number, secret in found if secret is not None}

    def secret(self, address: Address, field: str = "") -> Secret | None:
        """Whose secret the value is; None: it is none."""
        if address.unit == YEAR:
            is_quoted = address.node == CONFIRMED and field == _VALUE
            return self._confirmed.get(address.record) if is_quoted else None
        keepers = self._keepers.get(address.node)
        return None if keepers is None else Secret(keepers, address.assessor)

    def quotes(self, address: Address) -> Secret | None:
        """Whose secret a row of the confirmations quotes; None: none, or it is no such row."""
        return self.secret(address, _VALUE) if address.unit == YEAR else None

    def _said(self, written: str) -> Secret | None:
        try:
            return self.secret(parse(written))
        except AddressError:
            return None
