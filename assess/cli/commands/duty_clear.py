"""`assess duty clear`: a duty is taken back."""

import click

from assess.cli.database_options import WORDS, Writer, chosen, cycle_option, database_option, writer_options
from assess.cli.program import Command

_HELP = """去掉一项分工：以前定的那一条又有效；没有以前的，归上一级。

去掉的也留在修改记录里。一个指标有几条分工的，用 --from 写明去掉哪一天起的。"""


@click.command("clear", cls=Command, help=_HELP)
@click.argument("item", metavar="指标", type=WORDS, help="指标、指标组、组成部分或指标表；全部写“全部”")
@click.option("--from", "valid_from", type=WORDS, metavar="日期", help="去掉哪一天起的")
@writer_options
@cycle_option
@database_option
def command(*, item: str, valid_from: str | None, writer: Writer, cycle: str | None, database: str | None) -> None:
    """Take it back, and say which one it was."""
    from assess.cli.screen import say, screen
    from assess.cli.typed import as_typed
    from assess.cli.views.duties import in_words
    from assess.services.cycles.duties.book import duty_book
    from assess.services.cycles.duties.settling import take_back

    found, code = chosen(database, cycle)
    day = None if valid_from is None else as_typed(valid_from)
    done = take_back(found, code, as_typed(item), day, writer.act("duty clear"))
    items = duty_book(found, code).items
    say(screen(), f"已去掉：{in_words(done.duties[0], items)}。")
