"""`assess cycle export`: a cycle as a year's file."""

from pathlib import Path

import click

from assess.cli.database_options import chosen, cycle_option, database_option, viewer_option
from assess.cli.program import Command

_HELP = """把考核周期导出成数据文件（YAML）：用同一个方案计分，结果与数据库里的完全一样。

不写 --out 就输出在屏幕上。
单个评分（如每位领导打的分）只有保管人能导出：写明 --by 姓名；别人导出的文件里没有这些评分。"""


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
@viewer_option
def command(*, path: Path | None, force: bool, cycle: str | None, database: str | None, viewer: str) -> None:
    """Write the file, or print it."""
    from assess.services.cycles.transfer import export_file, export_year

    found, code = chosen(database, cycle)
    if path is None:
        exported = export_year(found, code, viewer)
        click.echo(exported.text, nl=False)
    else:
        exported = export_file(found, code, path, viewer, force=force)
    from assess.cli.screen import say, screen

    if path is not None:
        say(screen(), f"已把考核周期 {code} 导出到 {path}。")
    if exported.hidden:
        text = f"单个评分保密，有{exported.hidden}个值没有导出，这份文件算不出同样的结果。"
        say(screen(errors=True), f"{text}保管人导出时写明 --by 姓名；谁是保管人见 assess cycle keepers。")
