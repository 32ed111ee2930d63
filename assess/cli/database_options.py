"""Options of the commands that work on the office's database: which one, which cycle of it, and who writes."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import category

import click

from assess.cli.options import Function

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from assess.storage.acts import Act, Paper
    from assess.storage.database import Database

#: Where the database and the person stand who are meant on every command of a session.
DATABASE_VARIABLE, USER_VARIABLE = "ASSESS_DATABASE", "ASSESS_USER"


#: Most letters of such words: a server's index of people's names has no room for many more.
_LONGEST = 500


class _Words(click.ParamType[str]):
    """Words that are kept in the database: without spaces around them, and with nothing that no database keeps."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the words."""
        if any(category(sign) in ("Cc", "Cs") for sign in value):
            self.fail("里面有不能保存的字符，请重新输入。", param, ctx)
        if len(value) > _LONGEST:
            self.fail(f"太长（{len(value)}个字，最多{_LONGEST}个字），请写短一些。", param, ctx)
        return value.strip()


#: The type of an option whose value is kept as it is typed.
WORDS = _Words()


def database_option(function: Function) -> Function:
    """The database: a file, or a server's address; by default the only one in this folder."""
    return click.option(
        "--database",
        metavar="数据库",
        envvar=DATABASE_VARIABLE,
        help=f"数据库文件或服务器地址，也可写在环境变量{DATABASE_VARIABLE}里；默认是本文件夹里的数据库",
    )(function)


def cycle_option(function: Function) -> Function:
    """The cycle, by its code; by default the only one in the database."""
    return click.option(
        "--cycle",
        metavar="周期",
        shell_complete=complete_cycles,
        help="考核周期的编号，如 2018-2019；只有一个周期时可不写",
    )(function)


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes, as the command line says it. Empty: not said."""

    by: str
    given_by: str = ""
    checked_by: str = ""
    reason: str = ""

    def act(self, command: str, paper: "Paper | None" = None) -> "Act":
        """What is written down beside the changes that `command` makes now, such as `entry set`."""
        from assess.storage.acts import Act

        return Act(self.by, command, datetime.now(UTC), self.reason, self.given_by, self.checked_by, paper)


def writer_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Who types, who gave the values, who checked them, and why; the command gets them as `writer`."""

    @_by_option
    @click.option("--given-by", type=WORDS, default="", metavar="姓名", help="提供人，或评分人")
    @click.option("--checked-by", type=WORDS, default="", metavar="姓名", help="审核人")
    @click.option("--reason", type=WORDS, default="", metavar="理由", help="为什么这样填、这样改，写进修改记录")
    @wraps(function)
    def command(*, by: str, given_by: str, checked_by: str, reason: str, **others: object) -> object:
        with _looked_after(others):
            return function(writer=Writer(by, given_by, checked_by, reason), **others)

    return command


def by_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Who types, for commands that enter no values; the command gets a `writer`."""

    @_by_option
    @wraps(function)
    def command(*, by: str, **others: object) -> object:
        with _looked_after(others):
            return function(writer=Writer(by), **others)

    return command


def _looked_after(options: dict[str, object]) -> AbstractContextManager[None]:
    """Every command that writes names who does; so this is where the database is looked after."""
    from assess.cli.looking_after import looked_after

    database = options.get("database")
    return looked_after(database if isinstance(database, str) else None, quiet=options.get("quiet") is True)


def viewer_option(function: Function) -> Function:
    """Who looks, which need not be said; the command gets it as `viewer`."""
    return click.option(
        "--by",
        "viewer",
        type=WORDS,
        default="",
        metavar="姓名",
        envvar=USER_VARIABLE,
        help=f"谁在看：单个评分只有保管人看得到，也可写在环境变量{USER_VARIABLE}里",
    )(function)


def _by_option(function: Function) -> Function:
    return click.option(
        "--by",
        type=WORDS,
        metavar="姓名",
        envvar=USER_VARIABLE,
        callback=_named,
        help=f"录入人，也可写在环境变量{USER_VARIABLE}里",
    )(function)


def _named(ctx: click.Context, parameter: click.Parameter, given: str | None) -> str:
    """Nothing is written anonymously."""
    del parameter
    if not given and not ctx.resilient_parsing:
        raise unnamed(ctx)
    return given or ""


def unnamed(ctx: click.Context) -> click.UsageError:
    """What is said where nobody says who writes."""
    return click.UsageError(f"没有写明是谁录入的。请加上 --by 姓名，或先设置环境变量 {USER_VARIABLE}。", ctx)


def chosen(database: str | None, cycle: str | None) -> "tuple[Database, str]":
    """The database and the code of the cycle that are meant. Raises as `located` and `cycle_named` do."""
    from assess.services.cycles.locating import cycle_named, located

    found = located(database, Path())
    return found, cycle_named(found, cycle).code


def complete_cycles(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Complete codes of the database that is named so far, or lies in this folder; without one there are none."""
    del parameter
    from click.shell_completion import CompletionItem

    from assess.disk.refusals import OutsideError
    from assess.services.cycles.locating import located
    from assess.services.cycles.overview import cycles

    try:
        found = cycles(located(ctx.params.get("database"), Path()))
    except OutsideError:
        return []
    return [CompletionItem(one.code, help=one.title) for one in found if one.code.startswith(incomplete)]
