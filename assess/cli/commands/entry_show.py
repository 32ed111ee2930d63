"""`assess entry show`: what a unit is asked for, and what is entered."""

from typing import TYPE_CHECKING

import click

from assess.cli.database_options import chosen, cycle_option, database_option, viewer_option
from assess.cli.entry_options import unit_argument
from assess.cli.options import format_option
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.cycles.values.showing import UnitValues

_HELP = """列出一个单位要填什么、填了什么，按办法和附件的次序；没有填的标“缺”。

再写一个指标或部分，只列这一个，连同可填可不填的（扣分说明、依据、备注、自评分）。
assess entry show 二级学院甲
assess entry show 二级学院甲 K3.1
assess entry show 本年度                     测评场次和分捆点票"""


@click.command("show", cls=Command, help=_HELP)
@unit_argument
@click.argument("item", metavar="[指标]", required=False, default="", help="指标或部分的编号或名称")
@click.option("--missing", is_flag=True, help="只列缺的")
@click.option("--all", "everything", is_flag=True, help="可填可不填、还没有填的也列出")
@format_option("table", "json", "csv")
@cycle_option
@database_option
@viewer_option
def command(  # noqa: PLR0913 an option each
    *,
    unit: str,
    item: str,
    missing: bool,
    everything: bool,
    form: str,
    cycle: str | None,
    database: str | None,
    viewer: str,
) -> None:
    """Show them."""
    from assess.cli.views.values import Choice, kept
    from assess.services.cycles.values.showing import values_of

    values = values_of(*chosen(database, cycle), unit, item, viewer)
    choice: Choice = "missing" if missing else "all" if everything or item or form != "table" else "asked"
    _print(kept(values, choice), form)


def _print(values: "UnitValues", form: str) -> None:
    if form == "json":
        from assess.cli.views.values_document import as_document
        from assess.ground.json_text import json_text

        click.echo(json_text(as_document(values)))
    elif form == "csv":
        import sys

        from assess.cli.views.values_sheet import as_csv

        sys.stdout.buffer.write(as_csv(values))
    else:
        from assess.cli.screen import screen
        from assess.cli.views.values import show_values

        show_values(screen(), values)
