"""`assess cycle`: the years that are kept in the office's database."""

import click

from assess.cli.program import LazyGroup

_HERE = "assess.cli.commands"


@click.command(
    "cycle",
    cls=LazyGroup,
    help="考核周期：数据库里的一年（或半年），连同它的方案。",
    lazy={
        "open": (f"{_HERE}.cycle_open", "开始一个考核周期"),
        "list": (f"{_HERE}.cycle_list", "列出数据库里的考核周期"),
        "status": (f"{_HERE}.cycle_status", "看考核周期填到哪里了，还缺什么"),
        "import": (f"{_HERE}.cycle_import", "把一年的数据文件（YAML或JSON）导入考核周期"),
        "keepers": (f"{_HERE}.cycle_keepers", "评分保管人：谁看得到单个评分"),
        "export": (f"{_HERE}.cycle_export", "把考核周期导出成数据文件（YAML）"),
    },
)
def command() -> None:
    """Commands about cycles."""
