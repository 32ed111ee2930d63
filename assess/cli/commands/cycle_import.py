"""`assess cycle import`: a year's file into a cycle."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli.database_options import Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.paper_options import paper_options
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.cycles.transfer import Imported
    from assess.storage.acts import Paper

_HELP = """把一年的数据文件（YAML或JSON）导入考核周期。

文件有错误，就列出全部错误，什么也不导入。
文件里没有写的，周期里保持原样；周期里已有而文件里不同的，逐项列出，不导入，
确实要换掉的，加 --overwrite。
例如：assess cycle import 数据.yaml --from 教务处 --signed --by 张三"""


@click.command("import", cls=Command, help=_HELP)
@click.argument("file", metavar="数据文件", type=click.Path(path_type=Path), help="一年的数据（YAML或JSON）")
@click.option("--overwrite", is_flag=True, help="周期里与文件不同的，换成文件里的")
@paper_options
@writer_options
@cycle_option
@database_option
def command(
    *, file: Path, overwrite: bool, paper: "Paper | None", writer: Writer, cycle: str | None, database: str | None
) -> None:
    """Import, and say how much was new."""
    from assess.services.cycles.transfer import import_year

    found, code = chosen(database, cycle)
    _report(import_year(found, code, file, writer.act("cycle import", paper), overwrite=overwrite), file, code)


def _report(imported: "Imported", file: Path, code: str) -> None:
    from assess.cli.screen import say, screen

    changed = imported.entered.changed
    new = sum(one.old is None for one in changed)
    gone = sum(one.new is None for one in changed)
    console = screen()
    if not changed:
        say(console, f"{file.name} 里的{imported.values}个值，考核周期 {code} 里都已经有了，没有改动。")
        return
    counted = [("新填", new), ("改动", len(changed) - new - gone), ("清除", gone)]
    said = "、".join(f"{what}{number}个" for what, number in counted if number)
    say(console, f"已把 {file.name} 的{imported.values}个值导入考核周期 {code}：{said}。")
    is_year = imported.entered.year.evidence.stage == "year"
    result = "assess score 看得分" if is_year else "assess monitor 看半年执行情况"
    say(console, f"下一步：assess cycle status 看还缺什么，{result}。")
