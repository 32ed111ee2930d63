"""`assess scheme import-table`: an office's own target table becomes a scheme."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli.ending import DATA_ERROR
from assess.cli.options import quiet_option
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.scheme_import import ImportedScheme

_HELP = """把单位自己的绩效目标表（Excel、Word、CSV）读成新方案：表头、指标、半年和全年指标值、分值。
一个文件可以有几张表，也可以一次读几个文件。

例如：assess scheme import-table 绩效目标表.xlsx --id my-college-2026

名称和指标值一字不改；每个值怎样读（≥、以上、没有符号的数、0、比值、文字……）写进方案。拿不准的逐条列出：
在哪一格、怎样读的、该怎么办。要换一种读法，在原表指标值后面加一栏“读法”（半年值的加“半年读法”），如 ≤100万元。
表上印出的分值（分值、权重、分数一栏，或写成“产出指标（50分）”）就是满分；没有印出的，用默认的权重。
PDF请先转成Word或Excel。"""


#: So many doubts are listed on a terminal; the README has them all.
_MOST = 100


def _as_year(ctx: click.Context, parameter: click.Parameter, given: str | None) -> int | None:
    if given is None:
        return None
    if not re.fullmatch("(19|20)[0-9]{2}", given.strip()):
        raise click.BadParameter(f"“{given}”不是年份，应写四位数字，如 2026。", ctx, parameter)
    return int(given)


@click.command("import-table", cls=Command, help=_HELP)
@click.argument(
    "tables",
    metavar="文件",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    help="绩效目标表：.xlsx、.docx或.csv；可以写几个，合成一个方案",
)
@click.option("--id", "name", metavar="编号", required=True, help="新方案的编号，也是文件夹名，如 my-college-2026")
@click.option("--title", metavar="名称", default="", help="新方案的名称；不写就用单位名称和年度")
@click.option("--year", metavar="年份", callback=_as_year, help="哪一年的目标；不写就看表上的年度")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path(), metavar="文件夹", help="放在哪个文件夹里，默认当前文件夹"
)
@click.option("--strict", is_flag=True, help="有拿不准的，退出码为1（方案照样写出）")
@quiet_option
def command(
    *, tables: tuple[Path, ...], name: str, title: str, year: int | None, out: Path, strict: bool, quiet: bool
) -> int:
    """Make the folder; say what was read and what is not sure."""
    from assess.services.scheme_import import Wanted, import_table

    made = import_table(tables, Wanted(name, title, year), out)
    _report(made, quiet=quiet)
    return DATA_ERROR if strict and made.doubts else 0


def _report(made: "ImportedScheme", *, quiet: bool) -> None:
    from assess.cli.screen import Prose, new_table, say, screen
    from assess.drafting.importing.import_remarks import doubt_text, forms_text

    console = screen()
    say(console, f"已建立 {made.folder}：{made.title}，考核期{made.period[0]}至{made.period[1]}。")
    counts = new_table()
    for heading in ("表", "指标", "由人评定", "指标值的写法"):
        counts.add_column(heading, justify="right" if heading in ("指标", "由人评定") else "left")
    for table in made.tables:
        counts.add_row(Prose(table.label), str(table.indicators), str(table.judged), Prose(forms_text(table)))
    if not quiet:
        console.print(counts)
    total = sum(table.indicators for table in made.tables)
    said = f"{len(made.doubts)}处拿不准，请核对（也写在README.md里）：" if made.doubts else "没有拿不准的。"
    say(console, f"共{len(made.tables)}张表、{total}个指标，{said}")
    for placed in made.doubts[:_MOST]:
        say(console, doubt_text(placed), indent=2, hanging=2, style="yellow")
        say(console, f"→ {placed.doubt.hint}", indent=6, hanging=2)
    if len(made.doubts) > _MOST:
        say(console, f"其余{len(made.doubts) - _MOST}处见README.md。", indent=2)
    if not quiet:
        usual = "等次线" if all(table.has_printed_weights for table in made.tables) else "权重、等次线"
        say(console, f"再用 assess scheme check {made.folder} 查一遍；{usual}是默认的，可以改。")
