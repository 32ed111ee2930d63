"""`assess scheme show`: a scheme as the tables of its appendices."""

import click

from assess.cli.options import reading_option, scheme_argument
from assess.cli.program import Command

_HELP = """把方案按附件的样子列成表：编号、指标、满分、计分办法、条款、哪些单位不参加。

不写 --table 时列出全部的表。"""


@click.command("show", cls=Command, help=_HELP)
@scheme_argument
@click.option("--table", metavar="表", help="只列一张表，如 academic、academic_affairs")
@reading_option
def command(*, scheme: str, table: str | None, readings: dict[str, str]) -> None:
    """Print the scheme."""
    from assess.cli.lookup import one_of
    from assess.cli.screen import screen
    from assess.cli.views.appendix import show_scheme
    from assess.services.schemes import open_scheme

    opened = open_scheme(scheme, readings)
    trees = tuple(tree for tree in opened.trees.values() if tree.nodes)
    if table is not None:
        known = {tree.id: tree for tree in trees}
        trees = (one_of(table, known, {tree.id: tree.label for tree in trees}, "评分表"),)
    show_scheme(screen(), opened, trees)
