"""`assess cycle keepers`: who may see single leaders' marks."""

from typing import TYPE_CHECKING

import click

from assess.cli.database_options import USER_VARIABLE, WORDS, Writer, chosen, cycle_option, database_option, unnamed
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.cycles.keeping import Kept

_HELP = """列出评分保管人；指定一位，或撤销一位。

每位领导打的分是保密的：计分、说明、修改记录、导出和打印的表里，别人只看到人数和平均分。
保管人写明 --by 姓名，才看得到单个评分，也才能导出。
assess cycle keepers                                            列出
assess cycle keepers --add 王五 --reason 目标办分工 --by 张三   指定
第一位由谁指定都可以，以后只有保管人能指定和撤销，至少留一位。每次都留在修改记录里。"""


@click.command("keepers", cls=Command, help=_HELP)
@click.option("--add", "added", type=WORDS, multiple=True, metavar="姓名", help="指定为保管人；可写多次")
@click.option("--remove", "removed", type=WORDS, multiple=True, metavar="姓名", help="不再是保管人；可写多次")
@click.option("--reason", type=WORDS, default="", metavar="理由", help="为什么；指定和撤销时要写")
@click.option(
    "--by", type=WORDS, default="", metavar="姓名", envvar=USER_VARIABLE, help="谁指定或撤销；指定和撤销时要写"
)
@cycle_option
@database_option
def command(
    *, added: tuple[str, ...], removed: tuple[str, ...], reason: str, by: str, cycle: str | None, database: str | None
) -> None:
    """List them, or change who they are."""
    from assess.services.cycles.keeping import change_keepers, keepers_in

    if not added and not removed:
        _show(keepers_in(*chosen(database, cycle)))
        return
    ctx = click.get_current_context()
    if not by:
        raise unnamed(ctx)
    if not reason:
        raise click.UsageError("指定或撤销保管人要写理由：加上 --reason 理由。", ctx)
    from assess.cli.looking_after import looked_after

    with looked_after(database, quiet=False):
        act = Writer(by, reason=reason).act("cycle keepers")
        _show(change_keepers(*chosen(database, cycle), added, removed, act))


def _show(kept: "Kept") -> None:
    from assess.cli.screen import say, screen

    console = screen()
    if kept.keepers:
        say(console, f"评分保管人：{'、'.join(kept.keepers)}。", hanging=2)
    else:
        say(console, "还没有评分保管人，谁也看不到单个评分。指定：assess cycle keepers --add 姓名 --reason 理由")
    if kept.parts:
        say(console, f"保管的是“{'”“'.join(kept.parts)}”里每个人打的分。", hanging=2)
    else:
        say(console, "这个考核周期的方案里，没有由保管人看的单个评分。")
