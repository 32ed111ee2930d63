"""Settings of a database, by name."""

from collections.abc import Mapping

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from assess.storage.tables.settings import Setting


def settings(session: Session) -> Mapping[str, str]:
    """All that are set."""
    return dict(session.execute(select(Setting.name, Setting.value)).all())


def set_all(session: Session, values: Mapping[str, str | None]) -> None:
    """Set these, and no longer those that are None; the transaction must be one that writes."""
    session.execute(delete(Setting).where(Setting.name.in_(list(values))))
    rows = [{"name": name, "value": value} for name, value in values.items() if value is not None]
    if rows:
        session.execute(insert(Setting), rows)
