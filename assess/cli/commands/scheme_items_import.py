"""`assess scheme items import`: a workbook's changes into the scheme's files."""

from pathlib import Path

import click

from assess.cli.options import quiet_option, scheme_argument
from assess.cli.program import Command

_HELP = """把改好的工作簿导入方案：先逐条说明改了什么，核对新的方案没有错误，再改方案文件。

有一处不对就什么也不改，并逐格列出错误。没有改动的内容、编号和注释一字不变。
方案要写文件夹（自带的方案请先用 assess scheme new 复制）。"""


@click.command("import", cls=Command, help=_HELP)
@scheme_argument
@click.argument(
    "book", metavar="工作簿", type=click.Path(path_type=Path), help="由 items export 导出、改好的 .xlsx 文件"
)
@click.option("--dry-run", is_flag=True, help="只说明会改什么，不改文件")
@click.option("--force", is_flag=True, help="工作簿导出之后方案又改过，或不是从这个方案导出的，也照样导入")
@quiet_option
def command(*, scheme: str, book: Path, dry_run: bool, force: bool, quiet: bool) -> None:
    """Import, or tell what would change."""
    from assess.cli.screen import say, screen
    from assess.services.scheme_items import import_items

    done = import_items(scheme, book, dry_run=dry_run, force=force)
    errors = screen(errors=True)
    for problem in () if quiet else done.problems:
        say(errors, str(problem), style="yellow")
    console = screen()
    if not done.changes:
        say(console, "工作簿与方案相同，没有要改的。")
        return
    for sentence in done.changes:
        say(console, sentence, hanging=2)
    if dry_run:
        say(console, f"共{len(done.changes)}处改动。这是试运行，没有改动任何文件。")
    else:
        say(console, f"共{len(done.changes)}处改动，已写入{'、'.join(done.files)}。")
        say(console, "请用 assess scheme test 检验算例；再要修改，请重新导出工作簿。")
