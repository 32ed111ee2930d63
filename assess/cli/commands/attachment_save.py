"""`assess attachment save`: an attached file, as a file again."""

from pathlib import Path

import click

from assess.cli.counting import COUNTING
from assess.cli.database_options import chosen, cycle_option, database_option
from assess.cli.program import Command


@click.command("save", cls=Command, help="把一个附件另存成文件，文件名和附上时一样；编号用 assess attachment list 看。")
@click.argument("number", metavar="编号", type=COUNTING, help="第几个附件")
@click.option(
    "--out",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("附件"),
    metavar="文件夹",
    show_default=True,
    help="存到哪个文件夹",
)
@click.option("--force", is_flag=True, help="已有同名的文件也覆盖")
@cycle_option
@database_option
def command(*, number: int, folder: Path, force: bool, cycle: str | None, database: str | None) -> None:
    """Write it."""
    from assess.cli.screen import say, screen
    from assess.services.cycles.attaching import write_out

    found, code = chosen(database, cycle)
    say(screen(), f"已写出 {write_out(found, code, number, folder, force=force)}")
