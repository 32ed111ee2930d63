"""`assess duty set`: who is responsible for an item, from a day on."""

import click

from assess.cli.database_options import WORDS, Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.program import Command

_HELP = """定一项分工：指标由哪个部门牵头、谁评分、数据什么时候交。

指标写编号或名称，也可以是指标组、组成部分或指标表；全部写“全部”。近的一级没有定的，归上一级。
第一次定的，从考核期第一天起；中途改的，从今天起，要写明原因；--from 另写哪一天起。
没有写的几项保持原样。
例如：assess duty set K3 --department 人事处 --assessor 张三 --due 2019-10-15"""


@click.command("set", cls=Command, help=_HELP)
@click.argument("item", metavar="指标", type=WORDS, help="指标、指标组、组成部分或指标表；全部写“全部”")
@click.option("--department", type=WORDS, metavar="部门", help="牵头部门")
@click.option("--assessor", "assessors", type=WORDS, metavar="姓名", multiple=True, help="评分人；可写多次")
@click.option("--due", type=WORDS, metavar="日期", help="数据交到哪一天为止，如 2019-10-15；去掉写 --due ''")
@click.option("--from", "valid_from", type=WORDS, metavar="日期", help="从哪一天起")
@writer_options
@cycle_option
@database_option
def command(  # noqa: PLR0913 an option each
    *,
    item: str,
    department: str | None,
    assessors: tuple[str, ...],
    due: str | None,
    valid_from: str | None,
    writer: Writer,
    cycle: str | None,
    database: str | None,
) -> None:
    """Settle it, and say what holds now."""
    from assess.cli.screen import say, screen
    from assess.cli.typed import as_typed
    from assess.cli.views.duties import in_words
    from assess.services.cycles.duties.book import duty_book
    from assess.services.cycles.duties.settling import Order, settle

    found, code = chosen(database, cycle)
    order = Order(
        item=as_typed(item),
        department=None if department is None else as_typed(department),
        assessors=[as_typed(one) for one in assessors] or None,
        due=None if due is None else as_typed(due),
        valid_from=None if valid_from is None else as_typed(valid_from),
    )
    done = settle(found, code, [order], writer.act("duty set"))
    items = duty_book(found, code).items
    said = "；".join(in_words(one, items) for one in done.duties)
    say(screen(), f"已定：{said}。" if done.changed else f"原来就是这样，没有改动：{said}。")
