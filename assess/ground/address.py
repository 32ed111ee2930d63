r"""Where an entered value belongs: unit, node and input, and where several stand there, whose or which one.

The text form is `unit/node/input`, followed by `@assessor`, `%group` or `#record` where it needs one. It reads back
to the same address whatever the names hold: `/ @ % #` and `\` inside a name are written with a `\` before them.
"""

import re
from functools import lru_cache
from typing import NamedTuple

#: In place of a unit: the year as a whole.
YEAR = "-"
#: Its nodes: the keys at the top of the file; who the assessors belong to; the unit types and tables that units take.
YEAR_NODE, ASSESSORS, UNIT_TYPES, TABLES = "year", "assessors", "unit_types", "tables"
#: And the votes of the year: each round, and each bundle of papers; their names stand as groups.
ROUNDS, BUNDLES = "rounds", "bundles"
#: And the lists of what people decided and confirmed.
DECISIONS, CONFIRMED = "decisions", "confirmed"
#: Who is responsible for what, and the files that prove what was entered: of the cycle, not of the year's evidence.
DUTIES, ATTACHMENTS = "duties", "attachments"
#: And which slices of the year are out on sheets, or back.
SLICES = "slices"
#: In place of a node: what is known of the unit itself (name, type, table, attributes …); its application for the
#: highest grade; its place of last year.
UNIT, APPLICATION, LAST_YEAR = "unit", "application", "last_year"
#: Under a node, the mark that the unit gives itself on it, and what it says of it.
SELF_MARK, SELF_NOTE = "self_mark", "self_note"
#: The keys of a unit under which a file holds these, by node.
SELF_KEYS = {SELF_MARK: "self_marks", SELF_NOTE: "self_notes"}
#: What an evidence file holds of a unit under a key of its own; no attribute may be called so, since they share a node.
UNIT_KEYS = frozenset(
    (
        *("id", "name", "short", "type", "table", "order", "head", "contact", "takes_part", "attributes"),
        *("graded", "formerly", "since", "until", "successor", "previous", "self_report"),
        *("facts", "self_marks", "self_notes", "ballots", "leaders", "application", "last_year"),
    )
)

#: What comes before the last name: of an assessor, of a group of people, the number of a record.
_MARKS = ("@", "%", "#")
_SPECIAL = re.compile(r"[\\/@%#]")
_PARTS = re.compile(r"(?:\\.|[^\\/@%#])*")


class AddressError(ValueError):
    """A text that is no address; the message says in Chinese what an address looks like."""

    def __init__(self, text: str) -> None:
        super().__init__(f"“{text}”不是地址，地址写成 单位/指标/数据，例如 college_a/K3.1/students")


class Address(NamedTuple):
    """One entered value. At most one of `assessor`, `group` and `record` is given; `record` counts from 1."""

    unit: str
    node: str
    input: str
    assessor: str = ""
    group: str = ""
    record: int = 0

    def __str__(self) -> str:
        """The text form, which `parse` reads back."""
        text = "/".join(map(_escaped, self[:3]))
        if self.assessor:
            return f"{text}@{_escaped(self.assessor)}"
        if self.group:
            return f"{text}%{_escaped(self.group)}"
        return f"{text}#{self.record}" if self.record else text


def parse(text: str) -> Address:
    """Return the address that `text` writes. Raises `AddressError` for anything else."""
    names, marks, position = [], "", 0
    while True:
        part = _PARTS.match(text, position)
        assert part is not None  # noqa: S101 the pattern also matches nothing
        names.append(re.sub(r"\\(.)", r"\1", part[0]))
        position = part.end()
        if position == len(text):
            break
        marks += text[position]
        position += 1
    if marks[:2] != "//" or marks[2:] not in ("", *_MARKS) or not all(names):
        raise AddressError(text)
    unit, node, name, *last = names
    if not last:
        return Address(unit, node, name)
    if marks[2] == "@":
        return Address(unit, node, name, assessor=last[0])
    if marks[2] == "%":
        return Address(unit, node, name, group=last[0])
    if re.fullmatch("[1-9][0-9]{0,5}", last[0]) is None:
        raise AddressError(text)
    return Address(unit, node, name, record=int(last[0]))


@lru_cache(maxsize=10_000)  # a year has some hundred names, each in thousands of addresses
def _escaped(name: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", name)
