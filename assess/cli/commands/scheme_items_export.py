"""`assess scheme items export`: main work, printed totals and quotas into a workbook."""

from pathlib import Path

import click

from assess.cli.options import quiet_option, scheme_argument
from assess.cli.program import Command

_HELP = """导出成Excel工作簿（.xlsx）：部门主要工作、印出的总分、名额，用Excel、WPS或LibreOffice修改。

怎样填写，见工作簿的第一张表“说明”。"""


@click.command("export", cls=Command, help=_HELP)
@scheme_argument
@click.argument("book", metavar="工作簿", type=click.Path(path_type=Path), help="写到哪个文件，如 主要工作.xlsx")
@click.option("--force", is_flag=True, help="已有同名的文件也覆盖")
@quiet_option
def command(*, scheme: str, book: Path, force: bool, quiet: bool) -> None:
    """Write the workbook."""
    from assess.cli.screen import say, screen
    from assess.services.scheme_items import export_items

    held = export_items(scheme, book, force=force)
    if not quiet:
        items = sum(len(table.items) for table in held.tables)
        totals = f"{len(held.stated)}个印出的总分、{len(held.quotas)}个名额"
        say(screen(), f"已写出 {book}：{len(held.tables)}个部门的{items}条主要工作、{totals}。")
