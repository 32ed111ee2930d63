"""The points of the menu, in the order of an office's year."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli.database_options import DATABASE_VARIABLE, USER_VARIABLE
from assess.cli.menu.asking import choice, confirmed, word

if TYPE_CHECKING:
    from assess.storage.cycles import CycleHead

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
    """A point of the menu.

    `writes`: whether whoever chooses it has to say who he or she is; `of_a_year`: whether its commands are about one
    of the database's cycles.
    """

    title: str
    choose: Callable[[Command], None]
    writes: bool = False
    of_a_year: bool = True


def _open_year(command: Command) -> None:
    there = cycles()
    if there:
        number = choice("打开哪个考核周期？", [*_titles(there), "开始一个新的考核周期"], "返回")
        if 0 < number <= len(there):
            command("cycle", "status", "--cycle", there[number - 1].code)
        if number <= len(there):
            return
    from assess.services.schemes import shipped, summary

    found = [summary(path.name) for path in shipped()]
    title = "用哪个方案开始？" if there else "还没有考核周期。用哪个方案开始？"
    number = choice(title, [f"{one.title}（{one.id}）" for one in found], "返回")
    if not number:
        return
    before = choice("从哪个周期带来单位、评分人和分工？", _titles(there), "不带来") if there else 0
    if confirmed(f"开始“{found[number - 1].title}”的考核周期"):
        carried = ["--from", there[before - 1].code] if before else []
        command("cycle", "open", "--scheme", found[number - 1].id, *carried)


def _units(command: Command) -> None:
    # A file that is dragged into the window comes with quotation marks, and on Linux with single ones.
    file = word("单位名单的文件名（可以把文件拖进这个窗口）").strip("\"' ")
    if file and command("unit", "import", file) == 0 and confirmed("把以上的单位导入吗"):
        command("unit", "import", file, "--apply")


def _send(command: Command) -> None:
    each = {1: "department", 2: "unit"}
    number = choice("写出哪些填报表？", ["每个牵头部门一个", "每个单位一个", "全年一个"], "返回")
    if number:
        arguments = ["--each", each[number]] if number in each else []
        # Only a year that can be sent out has files in the way; what else went wrong is not mended by replacing them.
        if command("workbook", "export", *arguments) and _has_sheets() and confirmed("换掉已有的文件吗"):
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
    Point("打开年度", _open_year, writes=True, of_a_year=False),
    Point("单位名单", _units, writes=True),
    Point("发出表格", _send, writes=True),
    Point("收回表格", _take, writes=True),
    Point("看缺项", _missing),
    Point("计算", _score),
    Point("打印", _print),
    Point("备份", _back_up, of_a_year=False),
)


def cycles() -> "list[CycleHead]":
    """The cycles of the database that lies here. Raises `OutsideError` where it is not clear which one is meant."""
    from assess.services.cycles import overview
    from assess.services.cycles.locating import located

    return overview.cycles(located(os.environ.get(DATABASE_VARIABLE), Path()))


def of_one_year(command: Command) -> Command | None:
    """The command, about the cycle that is chosen where there are several; None where somebody goes back."""
    there = cycles()
    if len(there) <= 1:
        return command
    number = choice("哪个考核周期？", _titles(there), "返回")
    return partial(_about, command, there[number - 1].code) if number else None


def _about(command: Command, code: str, *words: str) -> int:
    return command(*words, "--cycle", code)


def _titles(heads: "list[CycleHead]") -> list[str]:
    return [f"{one.code} {one.title}" for one in heads]


def _has_sheets() -> bool:
    from assess.services.workbooks.exporting import OUTBOX

    return any(Path(OUTBOX).glob("*.xlsx"))


def named() -> bool:
    """Whether it is known who works here; it is asked once in a session. Raises `click.Abort`."""
    if not os.environ.get(USER_VARIABLE):
        name = word("您的姓名（记在修改记录里）")
        if not name:
            click.echo("没有姓名不能写入。")
            return False
        os.environ[USER_VARIABLE] = name
    return True
