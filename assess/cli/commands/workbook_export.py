"""`assess workbook export`: sheets to be filled in."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli.database_options import Writer, by_option, chosen, cycle_option, database_option
from assess.cli.program import Command
from assess.cli.slice_options import slice_options, today

if TYPE_CHECKING:
    from assess.services.workbooks.exporting import Each, Wanted, WrittenBook

_HELP = """写出填报表：一个工作簿，或用 --each 每个部门（单位、评分人）一个。

已经填的值都在表里，没填的标黄；不适用的是灰格；部门填好交回，用 assess workbook import 收回。
不写范围就是全年。不写 --out，写到“发出”文件夹；没有这个文件夹的，写到当前文件夹。
例如：assess workbook export --each department --by 张三"""
_EACH = ("department", "unit", "assessor")


@click.command("export", cls=Command, help=_HELP)
@slice_options
@click.option(
    "--each", type=click.Choice(_EACH), help="每个牵头部门（department）、单位（unit）或评分人（assessor）一个"
)
@click.option("--out", "folder", type=click.Path(path_type=Path), metavar="文件夹", help="写到哪个文件夹")
@click.option(
    "--format", "form", type=click.Choice(("xlsx", "csv")), default="xlsx", show_default=True, help="文件格式"
)
@click.option("--force", is_flag=True, help="已有同名文件的，换成新的")
@by_option
@cycle_option
@database_option
def command(  # noqa: PLR0913 an option each
    *,
    wanted: "Wanted",
    each: "Each | None",
    folder: Path | None,
    form: str,
    force: bool,
    writer: Writer,
    cycle: str | None,
    database: str | None,
) -> None:
    """Write them, and say where they are."""
    from assess.services.workbooks.exporting import OUTBOX, Delivery, export_books

    if folder is None:
        folder = Path(OUTBOX) if Path(OUTBOX).is_dir() else Path()
    found, code = chosen(database, cycle)
    delivery = Delivery(folder, csv=form == "csv", force=force)
    _report(export_books(found, code, replace(wanted, each=each), delivery, writer.act("workbook export"), today()))


def _report(books: "list[WrittenBook]") -> None:
    from assess.cli.screen import say, screen

    console = screen()
    files = [path for one in books for path in one.files]
    say(console, f"已写出{len(files)}个文件，共待填{sum(one.missing for one in books)}项：")
    for one in books:
        for path in one.files:
            say(console, f"  {path}" + (f"（待填{one.missing}项）" if path is one.files[0] else ""), hanging=2)
    say(console, "下一步：发给各部门填写，交回后放进“收回”文件夹，运行 assess workbook import 收回。")
