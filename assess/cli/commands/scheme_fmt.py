"""`assess scheme fmt`: a scheme's files in the house form."""

import click

from assess.cli.ending import DATA_ERROR
from assess.cli.options import quiet_option, scheme_argument
from assess.cli.program import Command

_HELP = """把方案文件夹里的YAML文件整理成统一的样子，内容和注释不变。

缩进每级两格，列表比上级多缩两格；冒号、逗号后空一格；引号只留必要的；去掉行尾空格和多余的空行；换行用LF，编码用UTF-8。
不改换行的位置、先后次序、注释的文字。写出之前核对整理前后的内容完全相同；写法特殊、整理不了的文件原样保留并列出。

--check 只检查不改动，有文件需要整理时退出码为1。"""


@click.command("fmt", cls=Command, help=_HELP)
@scheme_argument
@click.option("--check", is_flag=True, help="只检查，不改动文件")
@quiet_option
def command(*, scheme: str, check: bool, quiet: bool) -> int:
    """Format, or tell what would be."""
    from assess.cli.screen import say, screen
    from assess.services.scheme_fmt import format_scheme

    done = format_scheme(scheme, check=check)
    console = screen()
    for name in done.changed:
        say(console, f"{'需要整理' if check else '已整理'}：{name}", hanging=2)
    for name in done.left:
        say(console, f"写法特殊，没有改动：{name}", hanging=2, style="yellow")
    if not quiet:
        verb = "需要整理" if check else "已整理"
        say(
            console,
            f"共{done.files}个文件，{len(done.changed)}个{verb}。"
            if done.changed
            else f"{done.files}个文件都是统一的样子。",
        )
    return DATA_ERROR if check and done.changed else 0
