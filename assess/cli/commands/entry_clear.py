"""`assess entry clear`: what is entered goes."""

from typing import TYPE_CHECKING

import click

from assess.cli.database_options import Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.entry_options import named_value
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.cycles.values.named import Named

_HELP = """清除填过的值：又成为没有填的，不是0，也不是“无”。

assess entry clear 二级学院甲 K3.1 学生数
assess entry clear 二级学院甲 B3 --assessor 王五
assess entry clear 二级学院甲 K1.1a --record 3
assess entry clear 二级学院甲 K3.1 --all
清单里去掉一项，后面的各项往前移一位。没有填过的，不能清除。
清除也是一次修改，留在修改记录里。"""


@click.command("clear", cls=Command, help=_HELP)
@named_value
@click.argument("names", metavar="[名称]...", nargs=-1, help="要清除的是哪几项；只填了一项的可以不写")
@click.option("--all", "everything", is_flag=True, help="清除这个指标填过的全部")
@writer_options
@cycle_option
@database_option
def command(
    *,
    named: "Named",
    names: tuple[str, ...],
    everything: bool,
    writer: Writer,
    cycle: str | None,
    database: str | None,
) -> None:
    """Clear it, and say what went."""
    from assess.cli.views.entered import report_step
    from assess.services.cycles.values.clearing import clear_values

    found, code = chosen(database, cycle)
    report_step(clear_values(found, code, named, names, writer.act("entry clear"), everything=everything))
