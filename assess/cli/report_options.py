"""What the commands that write documents share: where to, in which form, and what is said at the end."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from assess.cli.ending import DATA_ERROR
from assess.cli.options import (
    format_option,
    quiet_option,
    reading_option,
    strict_option,
)
from assess.cli.program import Command
from assess.cli.year_source import year_arguments

if TYPE_CHECKING:
    from assess.cli.year_source import OpenSource
    from assess.services.reporting import Order, Report
    from assess.services.source import Source

    #: Writes documents out of a year as an order says.
    Make = Callable[[Source, Order], Report]

Function = TypeVar("Function", bound=Callable[..., Any])


def out_option(function: Function) -> Function:
    """The folder that the documents go into."""
    return click.option(
        "--out",
        "directory",
        type=click.Path(path_type=Path),
        required=True,
        metavar="文件夹",
        help="输出文件夹；只换掉同名的文件",
    )(function)


def report_of_a_year(
    name: str, text: str, title: str, formats: Sequence[str] = ("all", "pdf", "xlsx")
) -> "Callable[[Make], click.Command]":
    """Make a command of what writes the documents of a year; the arguments are the same for all of them.

    `text`: its help; `title`: what stands beside its progress.
    """

    def as_command(make: "Make") -> click.Command:
        @click.command(name, cls=Command, help=text)
        @year_arguments()
        @out_option
        @format_option(*formats)
        @strict_option
        @reading_option
        @quiet_option
        def command(
            *,
            source: "OpenSource",
            directory: Path,
            form: str,
            strict: bool,
            readings: dict[str, str],
            quiet: bool,
        ) -> int:
            return write(
                title, lambda order: make(source(), order), directory, form, readings, quiet=quiet, strict=strict
            )

        return command

    return as_command


def write(
    title: str,
    make: "Callable[[Order], Report]",
    directory: Path,
    form: str,
    readings: Mapping[str, str],
    *,
    quiet: bool,
    strict: bool = False,
) -> int:
    """Run the work with its progress, then say what was written and what is doubtful; return the exit code."""
    from assess.cli.progress import progress
    from assess.reports.delivery import KINDS, Kind
    from assess.services.reporting import Order

    with progress(title, quiet=quiet) as step:
        kinds = KINDS if form == "all" else (Kind(form),)
        report = make(Order(directory, kinds, readings, step, strict))
    from assess.cli.screen import say, screen
    from assess.cli.views.remarks import report_problems

    if not quiet:
        if not report.refused:
            say(screen(), written_line(report.files, directory))
        report_problems(report.problems)
    if not report.refused:
        return 0
    from assess.words.unfinished import still_open

    numbers = "、".join(f"{len(found)}处{what}" for what, found in still_open(report.problems).items())
    say(screen(errors=True), f"还有{numbers}，没有写出任何文件（--strict）。")
    return DATA_ERROR


def written_line(files: tuple[Path, ...], directory: Path) -> str:
    """`已写出4个文件（PDF 2个、Excel 2个）到 out/`."""
    import os

    counts = Counter(path.suffix for path in files)
    named = [(".pdf", "PDF"), (".xlsx", "Excel")]
    shown = "、".join(f"{name} {counts[suffix]}个" for suffix, name in named if counts[suffix])
    return f"已写出{len(files)}个文件（{shown}）到 {directory}{os.sep}" if shown else "没有要写出的文件"
