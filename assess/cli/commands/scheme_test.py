"""`assess scheme test`: a scheme's worked cases."""

from typing import TYPE_CHECKING

import click

from assess.cli.ending import DATA_ERROR
from assess.cli.options import quiet_option, scheme_argument
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.cases import CaseResult

_HELP = """用方案自带的算例（cases 文件夹）检验方案。

每个算例写明输入和应得的分数；算例自己写明采用哪种理解。有不符的就逐个列出，并以退出码1结束。"""


@click.command("test", cls=Command, help=_HELP)
@scheme_argument
@quiet_option
def command(*, scheme: str, quiet: bool) -> int:
    """Run all worked cases and list those that fail."""
    from assess.cli.progress import progress
    from assess.services.cases import run_cases

    passed, failed = 0, []
    with progress("检验算例", quiet=quiet) as step:
        for number, result in enumerate(run_cases(scheme), start=1):
            passed += result.ok
            failed += [] if result.ok else [result]
            if step is not None:
                step(number, 0, result.title)
    _report(passed, failed)
    return DATA_ERROR if failed or not passed else 0


def _report(passed: int, failed: "list[CaseResult]") -> None:
    from assess.cli.screen import say, screen

    console = screen()
    for result in failed:
        clause = f"（{result.clause}）" if result.clause else ""
        say(console, f"{result.place}: 不符：{result.title}{clause}", hanging=2, style="red")
        for difference in result.differences:
            say(console, difference, indent=4, hanging=2)
    if not passed and not failed:
        say(console, "这个方案没有算例（cases文件夹里没有 .yaml 文件）。")
    elif failed:
        say(console, f"共{passed + len(failed)}个算例：{passed}个相符，{len(failed)}个不符。", style="red")
    else:
        say(console, f"{passed}个算例全部相符。", style="green")
