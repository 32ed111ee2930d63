"""Files that prove what was entered; a content that was attached twice is kept once."""

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assess.storage.tables.base import STRICT, Base
from assess.storage.tables.entries import made_by


class Content(Base):
    """The bytes of attached files, under their hash."""

    __tablename__ = "content"
    __table_args__ = (CheckConstraint("size >= 0", "size"), STRICT)

    sha256: Mapped[str] = mapped_column(primary_key=True)
    size: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Attachment(Base):
    """A file that belongs to a value; who attached it, and who took it off again, is said by the changes."""

    __tablename__ = "attachment"
    __table_args__ = (
        UniqueConstraint("cycle_id", "number"),
        CheckConstraint("number > 0", "number"),
        made_by(),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"))
    number: Mapped[int]
    #: What it proves: an address, with the number that a record keeps for good.
    address: Mapped[str | None]
    name: Mapped[str | None]
    sha256: Mapped[str | None] = mapped_column(ForeignKey("content.sha256"))
    change: Mapped[int]
