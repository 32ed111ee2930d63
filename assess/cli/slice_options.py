"""Options that say which part of a year is meant on sheets."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from assess.cli.database_options import WORDS


def slice_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """By department, assessor, unit and chapter, which narrow each other; the command gets them as `wanted`."""

    # A paper has a department of its own.
    @click.option(
        "--department", "leading", type=WORDS, metavar="部门", help="这个牵头部门负责的；没有分工的写“未分工”"
    )
    @click.option("--assessor", type=WORDS, metavar="姓名", help="这位评分人评的")
    @click.option("--unit", type=WORDS, metavar="单位", help="这个单位的，带自评分和自评报告")
    @click.option("--chapter", type=WORDS, metavar="章节", help="这个章节、指标或指标表的，编号或名称")
    @wraps(function)
    def command(
        *, leading: str | None, assessor: str | None, unit: str | None, chapter: str | None, **others: object
    ) -> object:
        from assess.services.workbooks.exporting import Wanted

        return function(wanted=Wanted(leading, assessor, unit, chapter), **others)

    return command


def today() -> str:
    """The day on which duties count, as YYYY-MM-DD."""
    from datetime import UTC, datetime

    return datetime.now(UTC).astimezone().date().isoformat()
