"""Who may know the single marks of a cycle where its scheme leaves that to the office (保管人)."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assess.storage.tables.base import STRICT, Base
from assess.storage.tables.entries import made_by


class Keeper(Base):
    """A person who is a keeper now; who was one before is said by the changes."""

    __tablename__ = "keeper"
    __table_args__ = (UniqueConstraint("cycle_id", "person_id"), made_by(), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    change: Mapped[int]
