"""The units of a cycle, as they are described in it."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assess.storage.tables.base import STRICT, Base
from assess.storage.tables.entries import made_by


class Unit(Base):
    """A department or college. `code` is the same one in every year; the rest is the text that was entered."""

    __tablename__ = "unit"
    __table_args__ = (UniqueConstraint("cycle_id", "code"), CheckConstraint("code <> ''", "code"), made_by(), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"))
    code: Mapped[str]
    name: Mapped[str | None]
    short: Mapped[str | None]
    type: Mapped[str | None]
    table: Mapped[str | None]
    order: Mapped[str | None]
    head: Mapped[str | None]
    contact: Mapped[str | None]
    takes_part: Mapped[str | None]
    #: Why it takes no part.
    absent: Mapped[str | None]
    change: Mapped[int]
