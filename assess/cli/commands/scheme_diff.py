"""`assess scheme diff`: what two schemes differ in."""

from typing import TYPE_CHECKING, Any

import click

from assess.cli.options import format_option
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.comparing import Comparison

_HELP = """说明两个方案有什么不同，逐条写成会议上能读的话。

比较的是指标、满分、计分办法、填报数据、参加范围、评优和理解，不是文字的行；书写次序不算不同。有不同不算错误，退出码是0。

例如：assess scheme diff lianyungang-2018 ./lianyungang-2019"""


@click.command("diff", cls=Command, help=_HELP)
@click.argument("old", metavar="原方案", help="方案编号或文件夹")
@click.argument("new", metavar="新方案", help="方案编号或文件夹")
@format_option("table", "json")
def command(*, old: str, new: str, form: str) -> None:
    """Compare and print."""
    from assess.services.comparing import compare_schemes

    comparison = compare_schemes(old, new)
    if form == "json":
        import json

        click.echo(json.dumps(_as_document(comparison), ensure_ascii=False, indent=2))
        return
    from assess.cli.screen import screen
    from assess.cli.views.difference import show_comparison

    show_comparison(screen(), comparison)


def _as_document(comparison: "Comparison") -> dict[str, Any]:
    from assess import __version__
    from assess.drafting.comparing import THEME_LABELS

    sides = {"old": comparison.old, "new": comparison.new}
    return {
        "assess": __version__,
        **{side: {"id": one.id, "title": one.title, "sha256": one.sha256} for side, one in sides.items()},
        "differences": [
            {
                "theme": one.theme.value,
                "label": THEME_LABELS[one.theme],
                "indicators": [
                    {"id": about.full_id, "label": about.label, "clause": about.clause} for about in one.subjects
                ],
                "text": one.text,
                "sentence": one.sentence(),
            }
            for one in comparison.differences
        ],
    }
