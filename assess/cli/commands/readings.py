"""`assess readings`: the register of readings, and what each alternative would change this year."""

from typing import TYPE_CHECKING

import click

from assess.cli.options import format_option, quiet_option, reading_option
from assess.cli.program import Command
from assess.cli.year_source import year_arguments

if TYPE_CHECKING:
    from assess.cli.year_source import OpenSource

_HELP = """列出对原文的各种理解，和换一种理解的影响。

每条列出问题、采用的理解、条款和其他理解；再逐一换成其他理解重新计分，说明名次和拟定等次会不会变、哪些单位变多少。

现有数据填法不合的，说明须另外填写什么。只作比较，不改任何数据。"""


@click.command("readings", cls=Command, help=_HELP)
@year_arguments()
@format_option("table", "json")
@reading_option
@quiet_option
def command(*, source: "OpenSource", form: str, readings: dict[str, str], quiet: bool) -> None:
    """Compute every alternative and print the register."""
    from assess.cli.progress import progress
    from assess.services.readings import register

    with progress("换算各种理解", quiet=quiet) as step:
        registered = register(source(), readings, step)
    if form == "json":
        import json

        from assess.cli.views.register_document import as_document

        click.echo(json.dumps(as_document(registered), ensure_ascii=False, indent=2))
        return
    from assess.cli.screen import screen
    from assess.cli.views.register import show_register

    show_register(screen(), registered)
