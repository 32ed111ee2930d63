"""`assess cycle open`: a year begins."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli.database_options import WORDS, Writer, by_option, complete_cycles, database_option
from assess.cli.options import complete_schemes, reading_option
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.cycles.opening import Opened
    from assess.year.evidence import Stage

_HELP = """开始一个考核周期：方案的全文存进数据库，以后方案文件再改，也不影响这一年。

例如：assess cycle open --scheme lianyungang-2018 --by 张三
有上一年的，加 --from 上一年的编号：单位、联系人和评分人照样带过来。"""

_STAGES: "dict[str, Stage]" = {"全年": "year", "半年": "half_year"}


@click.command("open", cls=Command, help=_HELP)
@click.option(
    "--scheme",
    required=True,
    metavar="方案",
    shell_complete=complete_schemes,
    help="方案编号或文件夹",
)
@click.option(
    "--from", "previous", metavar="周期", shell_complete=complete_cycles, help="从哪个周期带来单位、评分人和分工"
)
@click.option("--code", type=WORDS, default="", metavar="编号", help="周期的编号；默认是方案的考核期，如 2018-2019")
@click.option("--title", type=WORDS, default="", metavar="名称", help="周期的名称；默认是方案的名称")
@click.option(
    "--stage", type=click.Choice(list(_STAGES)), default="全年", show_default=True, help="考核全年，或监控半年"
)
@reading_option
@by_option
@database_option
def command(  # noqa: PLR0913 one an option
    *,
    scheme: str,
    previous: str | None,
    code: str,
    title: str,
    stage: str,
    readings: dict[str, str],
    writer: Writer,
    database: str | None,
) -> None:
    """Open it and say what comes next."""
    from assess.services.cycles.locating import cycle_named, located
    from assess.services.cycles.opening import Opening, open_new

    found = located(database, Path())
    before = None if previous is None else cycle_named(found, previous).code
    opening = Opening(scheme, code, title, _STAGES[stage], readings, before)
    _report(open_new(found, opening, writer.act("cycle open")), before)


def _report(opened: "Opened", previous: str | None) -> None:
    from assess.cli.screen import say, screen

    console = screen()
    say(console, f"已开始考核周期 {opened.head.code}：{opened.head.title}。")
    if previous is not None:
        say(console, f"从 {previous} 带来{opened.units}个单位。")
    if opened.ended:
        say(console, f"已撤并的单位没有带来：{'、'.join(opened.ended)}；由承接的单位记着（承接的上一年单位）。")
    if opened.left:
        say(console, f"新方案里没有这些单位的类型或评分表，没有带来：{'、'.join(opened.left)}。", style="yellow")
    if opened.duties:
        say(console, f"考核分工有{opened.duties}项，用 assess duty list 查看。")
    if opened.unplaced:
        say(console, f"新方案里没有这些指标，分工没有带来：{'、'.join(opened.unplaced)}。", style="yellow")
    if opened.units:
        say(console, "下一步：用 assess unit 改有变动的单位，再逐项填写数据（assess entry set），")
        say(console, "或导入一年的数据文件：assess cycle import 数据.yaml --by 姓名")
    else:
        say(console, "下一步：用 assess unit add 逐个加入单位，")
        say(console, "或导入一年的数据文件：assess cycle import 数据.yaml --by 姓名")
