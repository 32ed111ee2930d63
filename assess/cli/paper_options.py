"""Options that say which paper the values of a file come from."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from assess.cli.database_options import WORDS
from assess.cli.options import day_option

if TYPE_CHECKING:
    from assess.storage.acts import Paper


def paper_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """From which department, signed and sealed or not, when it came, its number; the command gets it as `paper`."""

    @click.option("--from", "department", type=WORDS, default="", metavar="部门", help="数据由哪个部门报来，如 教务处")
    @click.option("--signed", is_flag=True, help="原件已签字")
    @click.option("--sealed", is_flag=True, help="原件已盖章")
    @day_option("--received-on", help_text="收到的日期，如 2019-09-01")
    @click.option("--number", type=WORDS, default="", metavar="文号", help="原件的编号或文号")
    @wraps(function)
    def command(
        *, department: str, signed: bool, sealed: bool, received_on: str, number: str, **others: object
    ) -> object:
        return function(paper=_paper(department, received_on, number, signed=signed, sealed=sealed), **others)

    return command


def _paper(department: str, received_on: str, number: str, *, signed: bool, sealed: bool) -> "Paper | None":
    """The paper; None where nothing is said of one."""
    from assess.storage.acts import Paper

    paper = Paper("", "", department, received_on, number, signed, sealed)
    return None if paper == Paper() else paper
