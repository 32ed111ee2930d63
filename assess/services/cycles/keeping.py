"""Who keeps the single marks of a cycle: naming keepers and dismissing them.

The first ones anybody names; from then on only a keeper decides who is another, and one always stays.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from assess.ground.place import Problem, ProblemsError, did_you_mean
from assess.services.cycles.cycle_source import StoredSource
from assess.storage.acts import Act
from assess.storage.cycles import stored_year
from assess.storage.database import Database


@dataclass(frozen=True, slots=True)
class Kept:
    """The keepers of a cycle, and the parts of the total whose single marks they may know."""

    keepers: tuple[str, ...]
    parts: tuple[str, ...]


def keepers_in(database: Database, code: str) -> Kept:
    """The keepers as they are now."""
    with database.reading() as session:
        return _kept(StoredSource(stored_year(session, code)))


def change_keepers(database: Database, code: str, added: Sequence[str], removed: Sequence[str], act: Act) -> Kept:
    """Name some and dismiss others, all of it or nothing. Raises `ProblemsError` with every mistake."""
    with database.writing() as session:
        stored = stored_year(session, code, to_write=True)
        problems = list(_wrong(stored.keepers, added, removed, act))
        if problems:
            raise ProblemsError(problems)
        stored.change_keepers(added, removed, act)
        return _kept(StoredSource(stored))


def _kept(source: StoredSource) -> Kept:
    parts = (part.label for part in source.built().parts if part.rules.confidential_to == "office")
    return Kept(source.year.keepers, tuple(parts))


def _wrong(there: Collection[str], added: Collection[str], removed: Collection[str], act: Act) -> Iterator[Problem]:
    named = "、".join(there)
    if not act.reason:
        yield Problem(None, "no_reason", "指定或撤销保管人要写理由", "请写明理由（命令行上用 --reason）")
    if there and act.by not in there:
        text = f"只有现在的保管人能指定或撤销保管人，{act.by}不是"
        yield Problem(None, "not_a_keeper", text, f"现在的保管人：{named}")
    for name in removed:
        if name not in there:
            yield Problem(None, "unknown_keeper", f"“{name}”不是保管人", did_you_mean(name, there))
        elif name in added:
            yield Problem(None, "unknown_keeper", f"“{name}”又要指定又要撤销", "只写一种")
    if there and not {*there, *added} - {*removed}:
        yield Problem(None, "last_keeper", "至少要留一位保管人，否则谁也看不到单个评分", "请同时指定接替的人")
