"""Who is responsible for what (考核分工): it belongs to the cycle, not to the regulation."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assess.storage.tables.base import STRICT, Base
from assess.storage.tables.entries import made_by


class Duty(Base):
    """From a day on, the department that is responsible for an indicator, a chapter, a part or everything."""

    __tablename__ = "duty"
    __table_args__ = (
        UniqueConstraint("cycle_id", "tree", "node", "valid_from"),
        CheckConstraint("valid_from <> ''", "valid_from"),
        made_by(),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"))
    #: The list or table whose indicator it is; empty: every one that has the node.
    tree: Mapped[str]
    #: An indicator, chapter or part; empty: everything.
    node: Mapped[str]
    #: The first day on which it holds, as YYYY-MM-DD.
    valid_from: Mapped[str]
    #: The department that leads (牵头部门).
    department: Mapped[str]
    #: Those who give marks, one a line.
    assessors: Mapped[str]
    #: The day until which it is to be entered, as YYYY-MM-DD; empty: none was set.
    due: Mapped[str]
    reason: Mapped[str]
    change: Mapped[int]
