"""What is entered, each value in a row of its own under its address."""

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assess.storage.tables.base import STRICT, Base

#: Which kind of text stands there: an ordinary one; one of the words that say there is nothing to enter; the mark of a
#: list that is empty and that nobody has confirmed. What is not entered has no row.
KINDS = ("value", "nothing", "waived", "unconfirmed")
_KIND = "kind IN ('value', 'nothing', 'waived', 'unconfirmed')"


def made_by() -> ForeignKeyConstraint:
    """The change that made a row what it is."""
    return ForeignKeyConstraint(["cycle_id", "change"], ["change.cycle_id", "change.number"])


class Entry(Base):
    """One value of one unit: a fact, a mark, a count of ballots, an attribute; whatever has no table of its own."""

    __tablename__ = "entry"
    __table_args__ = (
        UniqueConstraint("unit_id", "node", "input", "assessor", "group", "record", "field", name="uq_entry_address"),
        CheckConstraint(_KIND, "kind"),
        made_by(),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    node: Mapped[str]
    input: Mapped[str]
    assessor: Mapped[str]
    group: Mapped[str]
    record: Mapped[int]
    field: Mapped[str]
    text: Mapped[str]
    kind: Mapped[str]
    change: Mapped[int]


class YearEntry(Base):
    """One value of the year as a whole."""

    __tablename__ = "year_entry"
    __table_args__ = (
        UniqueConstraint(
            "cycle_id", "node", "input", "assessor", "group", "record", "field", name="uq_year_entry_address"
        ),
        CheckConstraint(_KIND, "kind"),
        made_by(),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"))
    node: Mapped[str]
    input: Mapped[str]
    assessor: Mapped[str]
    group: Mapped[str]
    record: Mapped[int]
    field: Mapped[str]
    text: Mapped[str]
    kind: Mapped[str]
    change: Mapped[int]
