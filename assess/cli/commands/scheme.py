"""`assess scheme`: commands about schemes, each imported when it runs."""

import click

from assess.cli.program import LazyGroup

_HERE = "assess.cli.commands"


@click.command(
    "scheme",
    cls=LazyGroup,
    help="查看和检验考核方案。",
    lazy={
        "list": (f"{_HERE}.scheme_list", "列出自带的方案"),
        "show": (f"{_HERE}.scheme_show", "把方案按附件的样子列成表"),
        "test": (f"{_HERE}.scheme_test", "用方案自带的算例检验方案"),
        "schema": (f"{_HERE}.scheme_schema", "输出方案文件的JSON Schema，供编辑器检查和补全"),
    },
)
def command() -> None:
    """Commands about schemes."""
