"""Upgrading loses nothing: models and steps agree, protections and children survive a table that is made anew."""

from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from assess.resources import alembic_file
from assess.services.cycles.setting_up import set_up
from assess.services.upkeep.checking import check
from assess.storage import schema
from assess.storage.database import Database
from assess.storage.refusals import DatabaseError
from tests.storage.made_up_step import BAD_STEP, one_step_further
from tests.storage.office import Office, cell, office
from tests.storage.structure import names_of_constraints, names_of_models, what_differs

COLLEGE = (
    cell("-/year/title", "一年"),
    cell("a/unit/name", "甲学院"),
    cell("a/unit/type", "secondary_college"),
    cell("a/K3.1/students", "1386"),
)


def _rows(database: Database) -> dict[str, int]:
    with database.connected() as connection:
        tables = set(inspect(connection).get_table_names()) - {"alembic_version"}
        return {name: connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one() for name in tables}  # noqa: S608 names of tables


def _with_a_college(url: str) -> Office:
    of = office(url)
    of.enter(*COLLEGE)
    return of


def test_the_steps_make_what_the_models_say(database_url: str) -> None:
    """Tables, columns, types, defaults and indexes are those of the models."""
    assert what_differs(set_up(database_url, Path())) == []


def test_every_constraint_has_the_name_that_the_models_give_it(database_url: str) -> None:
    """Keys, references, uniqueness and checks: later steps find them by these names."""
    assert names_of_constraints(set_up(database_url, Path())) == names_of_models()


def test_the_list_of_revisions_is_that_of_the_steps() -> None:
    """The oldest first, one line without branches."""
    steps = ScriptDirectory.from_config(Config(alembic_file()))
    assert tuple(one.revision for one in reversed(list(steps.walk_revisions()))) == schema.REVISIONS


def test_a_table_that_is_made_anew_keeps_its_rows_and_those_that_refer_to_it(database_url: str, tmp_path: Path) -> None:
    """A step that rebuilds the cycles and the changes, which nearly all refer to, loses nothing."""
    of = _with_a_college(database_url)
    before = _rows(of.database)
    with one_step_further(tmp_path) as revision:
        assert schema.state_of(of.database) is schema.State.OLD
        schema.upgrade(of.database)
        assert schema.revision_of(of.database) == revision
        assert schema.state_of(of.database) is schema.State.CURRENT
    assert _rows(of.database) == before
    assert check(of.database).problems == ()


@pytest.mark.parametrize(
    "statement", ["UPDATE change SET new = 'x'", "DELETE FROM change", "UPDATE change SET made_up = 'y'"]
)
def test_the_protection_of_changes_survives_a_step_that_makes_their_table_anew(
    database_url: str, tmp_path: Path, statement: str
) -> None:
    """Nobody changes or removes a change afterwards either."""
    of = _with_a_college(database_url)
    with one_step_further(tmp_path):
        schema.upgrade(of.database)
    with pytest.raises(Exception, match="only ever added"), of.database.writing() as session:
        session.execute(text(statement))


def test_nor_does_anybody_replace_or_empty_them_afterwards(database_url: str, tmp_path: Path) -> None:
    """Each database has a way of its own around a plain removal."""
    of = _with_a_college(database_url)
    with one_step_further(tmp_path):
        schema.upgrade(of.database)
    statement = "TRUNCATE change CASCADE"
    if of.database.path is not None:
        statement = "INSERT OR REPLACE INTO change SELECT * FROM change WHERE number = 1"
    with pytest.raises(Exception, match="only ever added"), of.database.writing() as session:
        session.execute(text(statement))
    assert check(of.database).problems == ()


def test_a_step_that_fails_leaves_everything_as_it_was(database_url: str, tmp_path: Path) -> None:
    """What it had done by then is undone."""
    of = _with_a_college(database_url)
    before = _rows(of.database)
    with one_step_further(tmp_path, BAD_STEP), pytest.raises(DatabaseError, match="没有写入任何内容"):
        schema.upgrade(of.database)
    assert schema.state_of(of.database) is schema.State.CURRENT
    assert _rows(of.database) == before
