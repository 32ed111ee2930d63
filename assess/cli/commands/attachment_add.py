"""`assess attachment add`: a file for a value that is entered."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli.database_options import Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.entry_options import named_value
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.cycles.values.named import Named

_HELP = """给一个填过的值附一个文件（最大20MB），存进数据库；原来的文件可以留着，也可以删。

assess attachment add 二级学院甲 K3.1 学生数 学生名册.pdf
assess attachment add 二级学院甲 K1.1a 获奖证书.jpg --record 3
同样内容的文件附在几处，数据库里只存一份。"""


@click.command("add", cls=Command, help=_HELP)
@named_value
@click.argument("words", metavar="[名称] 文件", nargs=-1, required=True, help="证明哪一项，只有一项的不写；再写文件")
@writer_options
@cycle_option
@database_option
def command(*, named: "Named", words: tuple[str, ...], writer: Writer, cycle: str | None, database: str | None) -> None:
    """Attach it."""
    from assess.cli.screen import say, screen
    from assess.services.cycles.attaching import attach

    *names, file = words
    if len(names) > 1:
        message = "名称最多写一个，文件写在最后；文件名里有空格的，用引号括起来。"
        raise click.UsageError(message, click.get_current_context())
    found, code = chosen(database, cycle)
    done = attach(found, code, replace(named, input="".join(names)), Path(file), writer.act("attachment add"))
    say(screen(), f"已附上第{done.number}个附件“{done.name}”，证明 {done.title}。")
