"""The points of the menu, in the order of an office's year."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from assess.cli.database_options import USER_VARIABLE
from assess.cli.menu.asking import choice, confirmed, word

#: Runs a command as if it had been typed, and returns its exit code.
Command = Callable[..., int]
_PRINTS = "打印"
#: What can be printed, by the command that prints it.
_PAPERS = {
    "sheets": "评分表和名单",
    "targets": "绩效目标表",
    "evaluation": "绩效自评表",
    "monitoring": "半年监控表",
    "summary": "一页汇总",
}


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the menu. `writes`: whether whoever chooses it has to say who he or she is."""

    title: str
    choose: Callable[[Command], None]
    writes: bool = False


def _open_year(command: Command) -> None:
    if _cycles():
        command("cycle", "status")
        return
    from assess.services.schemes import shipped, summary

    found = [summary(path.name) for path in shipped()]
    number = choice("还没有考核周期。用哪个方案开始？", [f"{one.title}（{one.id}）" for one in found], "返回")
    if number and confirmed(f"开始“{found[number - 1].title}”的考核周期"):
        command("cycle", "open", "--scheme", found[number - 1].id)


def _send(command: Command) -> None:
    each = {1: "department", 2: "unit"}
    number = choice("写出哪些填报表？", ["每个牵头部门一个", "每个单位一个", "全年一个"], "返回")
    if number:
        arguments = ["--each", each[number]] if number in each else []
        if command("workbook", "export", *arguments) and confirmed("换掉已有的文件吗"):
            command("workbook", "export", *arguments, "--force")


def _take(command: Command) -> None:
    if command("workbook", "import") == 0 and confirmed("把以上的不同导入吗"):
        command("workbook", "import", "--apply")


def _missing(command: Command) -> None:
    command("cycle", "status", "--list")


def _score(command: Command) -> None:
    command("score")


def _print(command: Command) -> None:
    number = choice("打印什么？", list(_PAPERS.values()), "返回")
    if number:
        command("report", list(_PAPERS)[number - 1], "--out", word("写到哪个文件夹", _PRINTS))


def _back_up(command: Command) -> None:
    command("backup")


POINTS = (
    Point("打开年度", _open_year, writes=True),
    Point("发出表格", _send, writes=True),
    Point("收回表格", _take, writes=True),
    Point("看缺项", _missing),
    Point("计算", _score),
    Point("打印", _print),
    Point("备份", _back_up),
)


def _cycles() -> bool:
    from assess.services.cycles.locating import located
    from assess.services.cycles.overview import cycles

    return bool(cycles(located(None, Path())))


def named() -> bool:
    """Whether it is known who works here; it is asked once in a session. Raises `click.Abort`."""
    if not os.environ.get(USER_VARIABLE):
        name = word("您的姓名（记在修改记录里）")
        if not name:
            click.echo("没有姓名不能写入。")
            return False
        os.environ[USER_VARIABLE] = name
    return True
