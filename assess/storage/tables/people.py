"""People by name, and the papers and files that values came from."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from assess.storage.tables.base import STRICT, Base, Flag


class Person(Base):
    """Somebody who gave, checked or typed a value. On one office PC they are told apart by nothing but their name."""

    __tablename__ = "person"
    __table_args__ = (CheckConstraint("name <> ''", "named"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class Received(Base):
    """A file or paper that values came from: what it was, who sent it, and whether it was signed and sealed."""

    __tablename__ = "received"
    __table_args__ = (
        CheckConstraint("signed IN (0, 1)", "signed"),
        CheckConstraint("sealed IN (0, 1)", "sealed"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), index=True)
    #: The file's name without its folder; empty: only a paper.
    name: Mapped[str]
    #: Of the file's bytes; empty: only a paper.
    sha256: Mapped[str]
    #: The department that sent it.
    department: Mapped[str]
    #: The day on which it came in, as YYYY-MM-DD; empty: not said.
    received_on: Mapped[str]
    #: The number of the paper (文号).
    number: Mapped[str]
    signed: Mapped[bool] = mapped_column(Flag)
    sealed: Mapped[bool] = mapped_column(Flag)
    #: Of a book that came back filled in: its slice of the year, the number of its export, when it was saved.
    slice: Mapped[str]
    export: Mapped[int]
    saved_at: Mapped[str]
