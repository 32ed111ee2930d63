"""A cycle: one year (or half-year) of one scheme, with the scheme's text as it was when the cycle was opened."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assess.storage.tables.base import STRICT, Base


class Cycle(Base):
    """One year's assessment. `changes` and `head` are the number and the hash of its last change."""

    __tablename__ = "cycle"
    __table_args__ = (
        CheckConstraint("code <> ''", "code"),
        CheckConstraint("stage IN ('year', 'half_year')", "stage"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    #: What people call it on the command line, such as 2018-2019.
    code: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    stage: Mapped[str]
    #: The id of the scheme.
    scheme: Mapped[str]
    scheme_title: Mapped[str]
    #: Of the scheme's content under the readings that were in force when it was opened.
    scheme_sha256: Mapped[str]
    #: The version of the program that opened it.
    program: Mapped[str]
    opened_at: Mapped[str]
    #: The cycle whose units were carried over.
    previous_id: Mapped[int | None] = mapped_column(ForeignKey("cycle.id"))
    changes: Mapped[int]
    head: Mapped[str]


class SchemeText(Base):
    """A file of the scheme, whole, in the order in which the scheme reads its files."""

    __tablename__ = "scheme_text"
    __table_args__ = (UniqueConstraint("cycle_id", "name"), STRICT)

    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    text: Mapped[str]
    sha256: Mapped[str]


class ReadingChoice(Base):
    """A reading in force that is not the scheme's default."""

    __tablename__ = "reading_choice"
    __table_args__ = (STRICT,)

    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), primary_key=True)
    reading: Mapped[str] = mapped_column(primary_key=True)
    choice: Mapped[str]
