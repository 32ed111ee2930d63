"""Achievements and events, and what people decided and confirmed: a row each."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assess.storage.tables.base import STRICT, Base
from assess.storage.tables.entries import made_by


class Achievement(Base):
    """An achievement or event of one unit. `number` is its own for good; `text`: an event that is nothing but words."""

    __tablename__ = "achievement"
    __table_args__ = (
        UniqueConstraint("unit_id", "node", "input", "number"),
        CheckConstraint("number > 0", "number"),
        made_by(),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    node: Mapped[str]
    input: Mapped[str]
    number: Mapped[int]
    text: Mapped[str | None]
    record_class: Mapped[str | None]
    level: Mapped[str | None]
    event: Mapped[str | None]
    title: Mapped[str | None]
    person: Mapped[str | None]
    date: Mapped[str | None]
    document: Mapped[str | None]
    identity: Mapped[str | None]
    #: Whether the person is first author, leader or winner.
    first: Mapped[str | None]
    amount: Mapped[str | None]
    note: Mapped[str | None]
    change: Mapped[int]


class Decision(Base):
    """What people decided about a unit, as it was entered."""

    __tablename__ = "decision"
    __table_args__ = (
        UniqueConstraint("cycle_id", "number"),
        CheckConstraint("number > 0", "number"),
        made_by(),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"))
    number: Mapped[int]
    unit: Mapped[str | None]
    kind: Mapped[str | None]
    bar: Mapped[str | None]
    grade: Mapped[str | None]
    award: Mapped[str | None]
    reason: Mapped[str | None]
    by: Mapped[str | None]
    at: Mapped[str | None]
    change: Mapped[int]


class Confirmation(Base):
    """A reminder that somebody looked into. `address` names records by the numbers that they keep for good."""

    __tablename__ = "confirmation"
    __table_args__ = (
        UniqueConstraint("cycle_id", "number"),
        CheckConstraint("number > 0", "number"),
        made_by(),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"))
    number: Mapped[int]
    code: Mapped[str | None]
    address: Mapped[str | None]
    value: Mapped[str | None]
    by: Mapped[str | None]
    reason: Mapped[str | None]
    change: Mapped[int]
