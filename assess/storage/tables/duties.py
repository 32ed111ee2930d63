"""Who is responsible for what (考核分工): it belongs to the cycle, not to the regulation."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assess.storage.tables.base import STRICT, Base
from assess.storage.tables.entries import made_by


class Duty(Base):
    """From a day on, who is responsible for an item: an indicator, a chapter, a part, a table or everything."""

    __tablename__ = "duty"
    __table_args__ = (
        UniqueConstraint("cycle_id", "item", "valid_from"),
        CheckConstraint("item <> ''", "item"),
        CheckConstraint("valid_from <> ''", "valid_from"),
        made_by(),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"))
    #: The word of the item, such as K3.1, or academic_affairs/D5 in a table; everything is *.
    item: Mapped[str]
    #: The first day on which it holds, as YYYY-MM-DD.
    valid_from: Mapped[str]
    #: The department that leads (牵头部门). What is not said here stays as it was.
    department: Mapped[str | None]
    #: Those who give marks, one a line.
    assessors: Mapped[str | None]
    #: The day until which it is to be entered, as YYYY-MM-DD.
    due: Mapped[str | None]
    reason: Mapped[str | None]
    change: Mapped[int]
