"""Which year a command is about: two files that are named, or a cycle of the office's database.

A second word that is an existing file, or ends in .yaml or .json, means files; so do more words than the command has of
its own. `--cycle`, and everything else, means a cycle.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click
from click.core import ParameterSource

from assess.cli.database_options import chosen, cycle_option, database_option, viewer_option
from assess.cli.options import complete_schemes

if TYPE_CHECKING:
    from assess.services.source import Source

    #: Opens the year that is meant. Raises what the opening of it raises.
    OpenSource = Callable[[], Source]

_ENDINGS = (".yaml", ".json")


class OwnWord(NamedTuple):
    """A word of a command's own, which follows those of the files. Only the last ones may be optional."""

    name: str
    metavar: str
    help: str
    required: bool = True


class _Word(click.Argument):
    """A word that may stand for another one, since those before it may be left out; `usage`: how people see it."""

    def __init__(self, names: Sequence[str], usage: str, **attributes: Any) -> None:  # noqa: ANN401 Click's own, handed on
        super().__init__(names, required=False, **attributes)
        self.usage = usage

    def get_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What stands for it in the usage line."""
        del ctx
        return [self.usage] if self.usage else []


def year_arguments(*own: OwnWord) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add the words and options that say which year is meant; the command gets it as `source`, an `OpenSource`.

    `own`: the command's own words, which it gets by their names; None where an optional one is left out.
    """

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def command(  # the rest is the command's own
            *,
            database: str | None,
            cycle: str | None,
            viewer: str,
            **others: Any,  # noqa: ANN401
        ) -> object:
            typed = [others.pop(name) for name in ("scheme", "evidence", *(word.name for word in own))]
            words = [word for word in typed if word is not None]
            means_files = cycle is None and _means_files(words, len(own))
            source = _files(words) if means_files else partial(_cycle, database, cycle, viewer)
            return function(source=source, **_own_words(own, words[2:] if means_files else words), **others)

        for word in reversed(own):
            usage = word.metavar if word.required else f"[{word.metavar}]"
            command = click.argument(word.name, cls=_Word, usage=usage, metavar=word.metavar, help=word.help)(command)
        return _scheme_argument(_evidence_argument(cycle_option(database_option(viewer_option(command)))))

    return decorate


def _scheme_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    which = "方案编号或文件夹；方案和数据文件都不写，就是数据库里的考核周期"
    usage = "[方案 数据文件]"
    return click.argument(
        "scheme", cls=_Word, usage=usage, metavar="方案", help=which, shell_complete=complete_schemes
    )(command)


def _evidence_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.argument("evidence", cls=_Word, usage="", metavar="数据文件", help="一年的数据（YAML或JSON）")(command)


def _means_files(words: Sequence[str], most: int) -> bool:
    """`most`: the words that the command has of its own."""
    if len(words) > most:
        return True
    return len(words) > 1 and (words[1].endswith(_ENDINGS) or Path(words[1]).is_file())


def _files(words: Sequence[str]) -> "OpenSource":
    ctx = click.get_current_context()
    if len(words) == 1:
        raise _missing("evidence", ctx, "要用数据库里的考核周期，请连方案也不写。")
    if ctx.get_parameter_source("database") is ParameterSource.COMMANDLINE:
        message = f"数据从文件“{words[1]}”里读，不用写 --database；要用数据库里的，请不写方案和数据文件。"
        raise click.UsageError(message, ctx)

    def source() -> "Source":
        from assess.services.source import FileSource

        return FileSource(words[0], Path(words[1]))

    return source


def _cycle(database: str | None, cycle: str | None, viewer: str) -> "Source":
    from assess.services.cycles.cycle_source import cycle_source

    return cycle_source(*chosen(database, cycle), viewer)


def _own_words(own: Sequence[OwnWord], words: Sequence[str]) -> Mapping[str, str | None]:
    ctx = click.get_current_context()
    if len(words) > len(own):
        message = f"写了 --cycle，就不写方案和数据文件了；多出了：{' '.join(words[len(own) :])}"
        raise click.UsageError(message, ctx)
    for word in own[len(words) :]:
        if word.required:
            raise _missing(word.name, ctx)
    return dict(zip((word.name for word in own), [*words, *[None] * (len(own) - len(words))], strict=True))


def _missing(name: str, ctx: click.Context, advice: str = "") -> click.MissingParameter:
    return click.MissingParameter(advice, ctx, param=next(one for one in ctx.command.params if one.name == name))
