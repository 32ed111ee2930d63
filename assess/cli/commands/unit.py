"""`assess unit`: the units of a cycle."""

import click

from assess.cli.program import LazyGroup

_HERE = "assess.cli.commands"


@click.command(
    "unit",
    cls=LazyGroup,
    help="考核周期里的单位。单位的编号各年不变，名称可以改。",
    lazy={
        "list": (f"{_HERE}.unit_list", "列出考核周期里的单位"),
        "add": (f"{_HERE}.unit_add", "加入一个单位"),
        "import": (f"{_HERE}.unit_import", "把现成的单位名单导入考核周期：先预览，再导入"),
        "set": (f"{_HERE}.unit_set", "改一个单位的负责人、次序、类型等，或写明不参加的原因"),
        "rename": (f"{_HERE}.unit_rename", "给单位改名"),
        "merge": (f"{_HERE}.unit_merge", "把一个单位并入另一个"),
        "remove": (f"{_HERE}.unit_remove", "去掉一个误加的单位"),
    },
)
def command() -> None:
    """Commands about units."""
