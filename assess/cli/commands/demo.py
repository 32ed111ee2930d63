"""`assess demo`: the whole way from a year's evidence to printed sheets, on the made-up sample."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli.options import quiet_option, reading_option
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.demo.running import DemoResult

_HELP = """用自带的虚构样例演示：计分、排名、打印评分表。

从头做一遍：建立数据库，开始考核周期，写出填报表，填好收回，计分，打印。屏幕上列出各榜的排名
和拟定等次；输出文件夹里写出数据库、result.json、每个单位一份评分表、每个榜一份
汇总表（PDF）。按绩效目标表考核的方案，写出目标表、自评表、半年监控表和一页汇总
（PDF和Excel）。说明.txt 写着各个文件是什么，接着可以试哪些命令。
再次运行只覆盖自己写的文件；输出文件夹里有别的数据库时什么也不写。"""


@click.command("demo", cls=Command, help=_HELP)
@click.option("--scheme", default="lianyungang-2018", metavar="方案", show_default=True, help="方案编号或文件夹")
@click.option(
    "--out",
    "directory",
    type=click.Path(path_type=Path),
    default=Path("assess-demo"),
    metavar="文件夹",
    show_default="./assess-demo",
    help="输出文件夹",
)
@click.option("--keep", is_flag=True, help="留下发出和收回的填报表，看看是什么样子")
@reading_option
@quiet_option
def command(*, scheme: str, directory: Path, keep: bool, readings: dict[str, str], quiet: bool) -> None:
    """Score the sample, print both lists, write sheets."""
    from assess.cli.progress import progress
    from assess.cli.screen import screen
    from assess.cli.views.ranked import show_lists
    from assess.cli.views.remarks import report_problems
    from assess.services.demo.running import demo

    with progress("生成评分表", quiet=quiet) as step:
        result = demo(scheme, directory, step, readings, keep=keep)
    show_lists(screen(), result.outcome, result.outcome.lists)
    _show_files(result, directory)
    if not quiet:
        _show_what_to_try(result, directory)
        report_problems((*result.outcome.problems, *result.problems))


def _show_files(result: "DemoResult", directory: Path) -> None:
    from assess.cli.screen import say, screen

    pages = sum(path.suffix == ".pdf" for path in result.files)
    books = sum(path.suffix == ".xlsx" for path in result.files)
    also = f"、Excel {books}个" if books else ""
    console = screen()
    console.print()
    say(console, f"已写出{len(result.files)}个文件（其中PDF {pages}个{also}）到 {directory}{_separator()}")


def _show_what_to_try(result: "DemoResult", directory: Path) -> None:
    from assess.cli.screen import say, screen

    console = screen()
    say(console, "单位、人名和数据全是虚构的；各个文件是什么，见 说明.txt。")
    say(console, "在那个文件夹里可以接着试：")
    say(console, f'cd "{directory}"' if " " in str(directory) else f"cd {directory}", indent=2)
    for purpose, command in result.to_try.items():
        say(console, f"{command}（{purpose}）", indent=2)


def _separator() -> str:
    import os

    return os.sep
