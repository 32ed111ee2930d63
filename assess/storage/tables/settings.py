"""What the program keeps for itself beside the years."""

from sqlalchemy.orm import Mapped, mapped_column

from assess.storage.tables.base import STRICT, Base


class Setting(Base):
    """One setting; it belongs to no cycle, and no change is written down for it."""

    __tablename__ = "setting"
    __table_args__ = (STRICT,)

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
