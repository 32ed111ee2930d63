"""Who writes, and into what, is said once for all commands."""

import click
import pytest
from click.testing import CliRunner

from assess.cli.database_options import Writer, by_option, writer_options
from assess.cli.program import Command


@click.command(cls=Command)
@writer_options
def entering(*, writer: Writer) -> None:
    """Say who."""
    click.echo(repr(writer.act("entry set")))


@click.command(cls=Command)
@by_option
def opening(*, writer: Writer) -> None:
    """Say who."""
    click.echo(writer.by)


@pytest.mark.parametrize("command", [entering, opening])
def test_without_a_name_nothing_is_written(command: click.Command) -> None:
    """Neither the option nor the variable: wrong usage, and both are named."""
    for arguments in ([], ["--by", " "]):
        result = CliRunner().invoke(command, arguments)
        assert result.exit_code == 2
        assert "没有写明是谁录入的。请加上 --by 姓名，或先设置环境变量 ASSESS_USER。" in result.output


@pytest.mark.parametrize(("letters", "code"), [(499, 0), (500, 0), (501, 2)])
def test_a_name_has_an_end(letters: int, code: int) -> None:
    """No database's index takes any name; the same bound holds on both."""
    result = CliRunner().invoke(opening, ["--by", "张" * letters])
    assert result.exit_code == code
    assert ("太长（501个字，最多500个字），请写短一些" in result.output) == bool(code)


def test_the_variable_names_who_types_and_the_option_comes_first() -> None:
    """On a PC that one person uses the variable is set once."""
    variables = {"ASSESS_USER": "张三"}
    assert CliRunner().invoke(opening, [], env=variables).output == "张三\n"
    assert CliRunner().invoke(opening, ["--by", "李四"], env=variables).output == "李四\n"


def test_three_persons_are_kept_apart() -> None:
    """Who types, who gave, who checked, and why."""
    words = ["--by", "张三", "--given-by", "教务处王五", "--checked-by", "李四", "--reason", "更正"]
    said = CliRunner().invoke(entering, words).output
    assert "by='张三', command='entry set'" in said
    assert "reason='更正', given_by='教务处王五', checked_by='李四'" in said
