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
        "diff": (f"{_HERE}.scheme_diff", "说明两个方案有什么不同"),
        "check": (f"{_HERE}.scheme_check", "查出办法本身的毛病：加不起来的分、得不到的满分、不起作用的档"),
        "test": (f"{_HERE}.scheme_test", "用方案自带的算例检验方案"),
        "new": (f"{_HERE}.scheme_new", "以现有方案为底本，建立新一年的方案"),
        "import-table": (f"{_HERE}.scheme_import_table", "把单位自己的绩效目标表（Excel、Word、CSV）读成新方案"),
        "items": (f"{_HERE}.scheme_items", "用Excel修改部门主要工作、印出的总分、名额"),
        "fmt": (f"{_HERE}.scheme_fmt", "把方案文件整理成统一的样子，内容不变"),
        "schema": (f"{_HERE}.scheme_schema", "输出方案文件的JSON Schema，供编辑器检查和补全"),
    },
)
def command() -> None:
    """Commands about schemes."""
