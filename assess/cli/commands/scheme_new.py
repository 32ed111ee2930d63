"""`assess scheme new`: next year's scheme out of this year's."""

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli.options import quiet_option
from assess.cli.program import Command

if TYPE_CHECKING:
    from assess.services.scheme_new import NewScheme

_HELP = """以现有方案为底本建立新一年的方案：复制文件夹，把能确定的日期和学年移到新的一年，其余逐行列出，由人核对。

例如：assess scheme new --from lianyungang-2018 --id lianyungang-2019

移动的有：编号、名称、考核期、生效日期、时点说明（as_of）里的年份，以及各处写明的考核学年（2018-2019学年）。
虚构样例（sample）不复制；算例（cases）复制，并在开头注明要核对。其余内容和注释一字不变。"""


def _as_day(ctx: click.Context, parameter: click.Parameter, given: str | None) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given.strip())
    except ValueError:
        raise click.BadParameter(f"“{given}”不是日期，应写成 2019-09-01 的样子。", ctx, parameter) from None


def _as_year(ctx: click.Context, parameter: click.Parameter, given: str | None) -> int | None:
    if given is None:
        return None
    if not re.fullmatch("(19|20)[0-9]{2}", given.strip()):
        raise click.BadParameter(f"“{given}”不是年份，应写四位数字，如 2019。", ctx, parameter)
    return int(given)


@click.command("new", cls=Command, help=_HELP)
@click.option("--from", "source", metavar="方案", required=True, help="底本：方案编号或文件夹")
@click.option("--id", "name", metavar="编号", required=True, help="新方案的编号，也是文件夹名，如 lianyungang-2019")
@click.option("--title", metavar="名称", default="", help="新方案的名称；不写就移动原名称里的学年")
@click.option("--year", metavar="年份", callback=_as_year, help="新考核期开始的年份；不写就看编号里的年份")
@click.option("--from-date", "start", metavar="日期", callback=_as_day, help="新考核期的第一天，如 2019-09-01")
@click.option("--to-date", "end", metavar="日期", callback=_as_day, help="新考核期的最后一天")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path(), metavar="文件夹", help="放在哪个文件夹里，默认当前文件夹"
)
@quiet_option
def command(  # noqa: PLR0913 one a option
    *,
    source: str,
    name: str,
    title: str,
    year: int | None,
    start: date | None,
    end: date | None,
    out: Path,
    quiet: bool,
) -> None:
    """Make the folder and say what is left to do."""
    from assess.services.scheme_new import Wanted, create_scheme

    wanted = Wanted(name, title, year, start, end)
    made = create_scheme(source, wanted, out)
    _report(made, quiet=quiet)


def _report(made: "NewScheme", *, quiet: bool) -> None:
    from assess.cli.screen import say, screen

    console = screen()
    say(console, f"已建立 {made.folder}：{made.title}，考核期{made.period[0]}至{made.period[1]}。")
    if not quiet:
        say(console, f"移动了{len(made.moved)}处：")
        for one in made.moved:
            say(console, f"{one.place}: {one.old} → {one.new}", indent=2, hanging=2)
    if made.left:
        say(console, f"这些地方还写着{'、'.join(made.years)}，请核对：")
        for place, line in made.left:
            say(console, f"{place}: {line}", indent=2, hanging=2)
    if made.has_cases:
        say(console, "cases里的算例是照抄的，改了指标、分值或界限后请核对，再运行 assess scheme test 检验。")
    if made.left_out:
        say(console, "sample里的虚构样例没有复制；README.md若提到它，请删去。")
    if made.has_plans:
        say(console, "目标表的表头、指标和指标值是照抄的，请逐行改成新一年的。")
    if made.has_items and not quiet:
        say(console, f"部门主要工作可用Excel修改：assess scheme items export {made.folder} 主要工作.xlsx")
