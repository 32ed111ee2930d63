"""Who does what: what is written down beside every change."""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Paper:
    """A file or paper that values come from."""

    #: The file's name without its folder, and the hash of its bytes; empty: only a paper.
    name: str = ""
    sha256: str = ""
    department: str = ""
    #: YYYY-MM-DD.
    received_on: str = ""
    number: str = ""
    signed: bool = False
    sealed: bool = False
    #: Of a book that came back filled in: the slice of the year that it is of, the number of the export that it was
    #: made in (0: it is no such book), and when it was saved, as it says itself.
    slice: str = ""
    export: int = 0
    saved_at: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """One step of somebody's work. Whoever types is named; nothing is written anonymously."""

    #: 录入人.
    by: str
    #: What did it, such as `entry set`.
    command: str
    at: datetime
    reason: str = ""
    #: 提供人 or 评分人; empty: not said.
    given_by: str = ""
    #: 审核人; empty: not said.
    checked_by: str = ""
    paper: Paper | None = None

    @property
    def moment(self) -> str:
        """When, in UTC to the second."""
        return self.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def of_file(self, name: str, content: bytes) -> "Act":
        """The same step, whose values come from this file beside what is known of its paper."""
        paper = replace(self.paper or Paper(), name=name, sha256=hashlib.sha256(content).hexdigest())
        return replace(self, paper=paper)
