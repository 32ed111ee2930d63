"""`assess entry confirm`: reminders, and confirming them."""

from typing import TYPE_CHECKING

import click

from assess.cli.counting import COUNTING
from assess.cli.database_options import USER_VARIABLE, WORDS, Writer, chosen, cycle_option, database_option, unnamed
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.cycles.confirming import NumberedReminder

_HELP = """列出提醒；核对无误的，写明理由确认。

assess entry confirm
assess entry confirm 3 --reason 已与教务处核对 --by 张三
不写序号，就列出还没有确认的，各有序号。提醒的是一个值可疑：填错的请改正，
没有错的确认。值一改，就要重新确认。"""


@click.command("confirm", cls=Command, help=_HELP)
@click.argument("numbers", metavar="[序号]...", nargs=-1, type=COUNTING, help="确认第几条；可写几个")
@click.option("--reason", type=WORDS, default="", metavar="理由", help="为什么没有错；确认时要写")
@click.option("--by", type=WORDS, default="", metavar="姓名", envvar=USER_VARIABLE, help="录入人；确认时要写")
@click.option("--checked-by", type=WORDS, default="", metavar="姓名", help="核对的人；不写就是录入人")
@click.option("--all", "everything", is_flag=True, help="已确认的也列出")
@cycle_option
@database_option
def command(
    *,
    numbers: tuple[int, ...],
    reason: str,
    by: str,
    checked_by: str,
    everything: bool,
    cycle: str | None,
    database: str | None,
) -> None:
    """List, or confirm."""
    from assess.services.cycles.confirming import confirm, numbered_reminders

    if not numbers:
        _list(numbered_reminders(*chosen(database, cycle)), everything=everything)
        return
    ctx = click.get_current_context()
    if not by:
        raise unnamed(ctx)
    if not reason:
        raise click.UsageError("确认要写理由：加上 --reason 理由。", ctx)
    from assess.cli.looking_after import looked_after

    with looked_after(database, quiet=False):
        act = Writer(by, checked_by=checked_by, reason=reason).act("entry confirm")
        _say_confirmed(confirm(*chosen(database, cycle), numbers, act), checked_by or by)


def _list(reminders: "list[NumberedReminder]", *, everything: bool) -> None:
    from assess.cli.screen import say, screen

    console = screen()
    still_open = sum(one.problem.confirmed is None for one in reminders)
    say(console, f"提醒共{len(reminders)}条，{still_open}条还没有确认。" if reminders else "没有提醒。")
    for one in reminders:
        problem = one.problem
        if problem.confirmed is not None and not everything:
            continue
        by = problem.confirmed
        confirmed = "" if by is None else f"（已确认：{by.by}，{by.reason}）"
        say(console, f"{one.number}. {problem.text}{confirmed}", hanging=4)
        if problem.hint and problem.confirmed is None:
            say(console, f"    → {problem.hint}", hanging=3)
    if still_open:
        say(console, "填错的请改正；核对无误的：assess entry confirm 序号 --reason 理由 --by 姓名")


def _say_confirmed(confirmed: "list[NumberedReminder]", name: str) -> None:
    from assess.cli.screen import say, screen

    console = screen()
    for one in confirmed:
        say(console, f"已确认第{one.number}条：{one.problem.text}", hanging=2)
    say(console, f"确认人：{name}。值一改，就要重新确认。")
