"""`assess unit add`: a unit that is assessed."""

from typing import TYPE_CHECKING, Any

import click

from assess.cli.database_options import WORDS, Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.program import Command
from assess.cli.unit_options import unit_words

if TYPE_CHECKING:
    from assess.services.cycles.units.adding import AddedUnit

_HELP = """加入一个单位。

assess unit add 二级学院甲 --type 二级学院 --head 王五 --by 张三
assess unit add 教务处 --type 部门 --table 教务处 --by 张三
编号各年不变，历年的数据和排名靠它认出同一个单位。以前的周期里有同名的单位，
就沿用它的编号；没有的，由程序给一个（u1、u2……），也可以用 --id 自己写。"""


@click.command("add", cls=Command, help=_HELP)
@click.argument("name", metavar="名称", type=WORDS, help="单位的全称")
@click.option("--id", "unit", type=WORDS, default="", metavar="编号", help="英文字母、数字；各年不变，一般不用写")
@unit_words
@writer_options
@cycle_option
@database_option
def command(
    *,
    name: str,
    unit: str,
    said: dict[str, Any],
    attributes: dict[str, str],
    writer: Writer,
    cycle: str | None,
    database: str | None,
) -> None:
    """Add it, and say its id."""
    from assess.services.cycles.units.adding import add_unit
    from assess.services.cycles.units.words import UnitWords

    words = UnitWords(name=name, attributes=attributes, **said)
    _report(add_unit(*chosen(database, cycle), words, writer.act("unit add"), unit))


def _report(added: "AddedUnit") -> None:
    from assess.cli.screen import say, screen

    console = screen()
    say(console, f"已加入{added.name}，编号 {added.id}，这个编号各年不变。")
    if added.before is not None and added.before.name == added.name:
        say(console, f"编号沿用考核周期 {added.before.cycle} 的。")
    elif added.before is not None:
        text = f"考核周期 {added.before.cycle} 里，编号 {added.id} 是“{added.before.name}”："
        say(console, f"{text}不是同一个单位的，请用 assess unit remove 去掉，换一个编号再加。", style="yellow")
    say(console, f"下一步：assess entry show {added.name} 看要填什么。")
