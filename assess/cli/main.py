"""The entry point: the program's commands, and the streams they write to."""

import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

import click

from assess import __version__
from assess.cli.chinese import speak_chinese
from assess.cli.ending import run
from assess.cli.program import LazyGroup

_COMMANDS = "assess.cli.commands"

#: New objects before Python looks for cycles: scoring makes fewer, drawing pages makes many times more.
_COLLECT_AFTER = 500_000

_EPILOG = """\
方案写编号（如 lianyungang-2018）或方案文件夹；数据文件是YAML或JSON。
不写方案和数据文件，就是本文件夹的数据库里的考核周期。
退出码：0 完成；1 数据有误，没有写出结果；3 文件、磁盘等外部原因；
2 用法不对：选项写错，或所写的方案、榜单、单位、指标、理解并不存在。
被中断（Ctrl-C）的退出码是130，被终止的是143，都没有写出结果。
命令补全（bash）：eval "$(_ASSESS_COMPLETE=bash_source assess)"
"""


@click.command(
    cls=LazyGroup,
    help="高校部门年度综合目标考核：从办法到打印的评分表。",
    epilog=_EPILOG,
    lazy={
        "demo": (f"{_COMMANDS}.demo", "用自带的虚构样例演示：计分、排名、打印评分表"),
        "menu": (f"{_COMMANDS}.menu", "数字菜单：发出、收回、看缺项、计算、打印、备份"),
        "init": (f"{_COMMANDS}.init", "建立考核数据库"),
        "cycle": (f"{_COMMANDS}.cycle", "考核周期：数据库里的一年，开始、导入、导出"),
        "unit": (f"{_COMMANDS}.unit", "考核周期里的单位：加入、改名、并入、不参加"),
        "duty": (f"{_COMMANDS}.duty", "考核分工：谁负责哪个指标、什么时候交"),
        "workbook": (f"{_COMMANDS}.workbook", "填报表：发出、收回、核对、锁定，用Excel或WPS填"),
        "entry": (f"{_COMMANDS}.entry", "填报：考核周期里的一个个值，修改记录，确认提醒"),
        "attachment": (f"{_COMMANDS}.attachment", "附件：证明填报的文件，附上、列出、另存、去掉"),
        "score": (f"{_COMMANDS}.score", "按方案给一年的数据计分，列出排名和拟定等次"),
        "monitor": (f"{_COMMANDS}.monitor", "对照半年指标值监控，不计分"),
        "explain": (f"{_COMMANDS}.explain", "说明一个单位的得分是怎样来的"),
        "report": (f"{_COMMANDS}.report", "打印各种表：绩效目标表、自评表、半年监控表、一页汇总，或评分表"),
        "readings": (f"{_COMMANDS}.readings", "列出对原文的各种理解，和换一种理解的影响"),
        "backup": (f"{_COMMANDS}.backup", "备份数据库"),
        "restore": (f"{_COMMANDS}.restore", "用备份恢复数据库"),
        "db": (f"{_COMMANDS}.db", "检查数据库，或升级到新版本的样子"),
        "scheme": (f"{_COMMANDS}.scheme", "查看和检验考核方案"),
    },
)
@click.version_option(__version__, message="%(prog)s %(version)s", help="显示版本。")
def program() -> None:
    """All commands."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    travel_light()
    speak_chinese()
    _prepare_streams()
    if arguments is None and _wants_menu():
        sys.argv.append("menu")
    code = run(lambda: program.main(arguments, prog_name="assess", standalone_mode=False))
    if arguments is None:
        gc.freeze()  # the process ends here: looking once more for garbage would take a tenth of its time
    return code


def _wants_menu() -> bool:
    """Whether somebody at a terminal has started the program alone, in a folder with an office's database."""
    if len(sys.argv) > 1 or not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return any(Path().glob("*.db"))


def travel_light() -> None:
    """Leave out what a short run has no use for: rare cycles, and whatever plugins of pydantic are installed.

    A plugin could also change what a scheme means.
    """
    gc.set_threshold(_COLLECT_AFTER)
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"


def _prepare_streams() -> None:
    """Make sure that Chinese can be written, whatever the locale says.

    A file or pipe always gets UTF-8: JSON and CSV are read by other programs, which must not depend on the
    locale of the machine that wrote them. A terminal keeps its own encoding if that knows Chinese (a GBK
    console on Windows), else it gets UTF-8 too, since a terminal in a bare C locale nearly always shows it.
    What an encoding lacks is written as its code, so that it can still be told which character it was.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # started without a console, or with a closed stream
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 lives as long as the program
        elif isinstance(stream, TextIOWrapper):
            keeps = stream.isatty() and _knows_chinese(stream.encoding)
            stream.reconfigure(encoding=None if keeps else "utf-8", errors="backslashreplace")


def _knows_chinese(encoding: str) -> bool:
    try:
        "考核".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
