"""`assess cycle export`: a cycle as a year's file."""

from pathlib import Path

import click

from assess.cli.database_options import chosen, cycle_option, database_option
from assess.cli.program import Command

_HELP = """把考核周期导出成数据文件（YAML）：用同一个方案计分，结果与数据库里的完全一样。

不写 --out 就输出在屏幕上。"""


@click.command("export", cls=Command, help=_HELP)
@click.option(
    "--out",
    "path",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="写到哪个文件，如 数据.yaml",
)
@click.option("--force", is_flag=True, help="已有同名的文件也覆盖")
@cycle_option
@database_option
def command(*, path: Path | None, force: bool, cycle: str | None, database: str | None) -> None:
    """Write the file, or print it."""
    from assess.services.cycles.transfer import export_file, export_year

    found, code = chosen(database, cycle)
    if path is None:
        click.echo(export_year(found, code), nl=False)
        return
    export_file(found, code, path, force=force)
    from assess.cli.screen import say, screen

    say(screen(), f"已把考核周期 {code} 导出到 {path}。")
