"""The page that explains the demo's folder: what lies where, and what can be tried there."""

from collections.abc import Mapping, Sequence

from assess.engine.outcome import Outcome
from assess.reports.delivery import Paper

_TEXT = """\
{title}（演示）

这个文件夹由 assess demo 写出。里面的单位、人名和数据全是虚构的，只供试用。

里面有什么
  {database}：考核数据库，存着方案的全文、单位、数据和每一次修改的记录
  {result}：计分结果，供其他程序读取
  {forms}：按这份数据打印的各种表，共{papers}份

在这个文件夹里可以试试
{commands}

再次运行 assess demo，会重新写这些文件，在 {database} 里试填的也会清掉；别的文件不动。
真实的考核请另建一个文件夹，在里面运行 assess init。
"""


def page(outcome: Outcome, database: str, result: str, papers: Sequence[Paper], commands: Mapping[str, str]) -> str:
    """The text. `database`, `result`: the names of their files; `commands`: what can be tried, by what it is for."""
    forms = "PDF文件、Excel文件" if any(paper.form is not None for paper in papers) else "PDF文件"
    return _TEXT.format(
        title=outcome.scheme.title,
        database=database,
        result=result,
        forms=forms,
        papers=len(papers),
        commands="\n".join(f"  {purpose}：{command}" for purpose, command in commands.items()),
    )


def to_try(outcome: Outcome, year: str, half_year: str | None = None) -> Mapping[str, str]:
    """Commands for a beginner by what they are for. `year`, `half_year`: the codes of the database's cycles."""
    cycle = "" if half_year is None else f" --cycle {year}"
    found = {"计分、排名": f"assess score{cycle}"}
    found["填到哪里了，还缺什么"] = f"assess cycle status{cycle}"
    unit = next((one.unit.name for ranked in outcome.lists for one in ranked.units), None)
    if unit is not None:
        found["说明一个单位的得分是怎样来的"] = f"assess explain {unit}{cycle}"
        found["一个单位要填什么、填了什么"] = f"assess entry show {unit}{cycle}"
    if outcome.scheme.readings:
        found["换一种理解，名次会不会变"] = f"assess readings{cycle}"
    if half_year is not None:
        found["半年监控"] = f"assess monitor --cycle {half_year}"
    found["把数据导出成文件"] = f"assess cycle export --out 数据.yaml{cycle}"
    return found
