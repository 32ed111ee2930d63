"""Every change that was ever made: who, when, old, new, why, from what. Rows are added, and never touched again."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from assess.storage.tables.base import STRICT, Base


class Change(Base):
    """One value that became another. Its hash covers its content and the hash of the change before it."""

    __tablename__ = "change"
    __table_args__ = (
        CheckConstraint("number > 0", "number"),
        Index("ix_change_address", "cycle_id", "address", "field"),
        STRICT,
    )

    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), primary_key=True)
    #: Counts from 1 within the cycle, without a gap.
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: In UTC, as 2026-11-27T08:30:00Z.
    at: Mapped[str]
    #: Who typed it (录入人), who gave the value (提供人、评分人), who checked it (审核人).
    typed_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    given_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    checked_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    received_id: Mapped[int | None] = mapped_column(ForeignKey("received.id"))
    #: What did it, such as `entry set`.
    command: Mapped[str]
    reason: Mapped[str]
    #: The address of the value; records keep their number for good, also when others before them go.
    address: Mapped[str]
    field: Mapped[str]
    #: None: nothing was, or is, entered.
    old: Mapped[str | None]
    new: Mapped[str | None]
    previous: Mapped[str]
    hash: Mapped[str]
