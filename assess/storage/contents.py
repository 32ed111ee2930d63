"""The bytes of attached files, each content once, under its hash."""

import hashlib
from collections.abc import Collection, Mapping

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from assess.storage.tables.attachments import Content


def keep(session: Session, content: bytes) -> str:
    """Keep a content, unless it is there, and return its SHA-256."""
    sha256 = hashlib.sha256(content).hexdigest()
    there = session.execute(select(Content.sha256).where(Content.sha256 == sha256)).scalar()
    if there is None:
        session.execute(insert(Content).values(sha256=sha256, size=len(content), content=content))
    return sha256


def sizes_of(session: Session, hashes: Collection[str]) -> Mapping[str, int]:
    """How many bytes each of these contents has."""
    return dict(session.execute(select(Content.sha256, Content.size).where(Content.sha256.in_(hashes))).all())


def content_of(session: Session, sha256: str) -> bytes:
    """The content with this hash, which must be there."""
    return session.execute(select(Content.content).where(Content.sha256 == sha256)).scalar_one()
