"""Commands and groups of this program: Chinese help, and nothing imported before it is needed."""

import importlib
from collections.abc import Mapping
from typing import Any

import click

from assess.cli.help_page import HelpContext

SETTINGS = {"help_option_names": ["-h", "--help"]}


class Command(click.Command):
    """A command with a Chinese help page."""

    context_class = HelpContext

    def __init__(self, *args: Any, **attributes: Any) -> None:  # noqa: ANN401 Click's own, handed on
        super().__init__(*args, **{"options_metavar": "[选项]", "context_settings": SETTINGS, **attributes})


class LazyGroup(click.Group):
    """A group that knows its commands by name and first line, and imports a command when it runs.

    `lazy`: name of the command → (module that holds it as `command`, its first line of help).
    """

    context_class = HelpContext

    def __init__(self, *args: Any, lazy: Mapping[str, tuple[str, str]], **attributes: Any) -> None:  # noqa: ANN401 Click's own, handed on
        chinese = {"options_metavar": "[选项]", "subcommand_metavar": "命令 [参数]..."}
        super().__init__(*args, **{**chinese, "context_settings": SETTINGS, **attributes})
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order in which a newcomer needs them."""
        del ctx
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command."""
        del ctx
        if cmd_name not in self.lazy:
            return None
        command = importlib.import_module(self.lazy[cmd_name][0]).command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self,
        ctx: click.Context,
        args: list[str],
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or name those that are near."""
        if args[0] not in self.lazy and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise click.NoSuchCommand(args[0], possibilities=self.lazy, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands without importing them."""
        del ctx
        with formatter.section("命令"):
            formatter.write_dl([(name, first_line) for name, (_, first_line) in self.lazy.items()])
