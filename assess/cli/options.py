"""Options and arguments that several commands share."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Function = TypeVar("Function", bound=Callable[..., Any])


class Decorator(Protocol):
    """What adds an option to a function."""

    def __call__(self, function: Function, /) -> Function:
        """Return the function with the option."""


def scheme_argument(function: Function) -> Function:
    """The scheme: an id or a folder."""
    return click.argument("scheme", metavar="方案", help="方案编号或文件夹", shell_complete=complete_schemes)(function)


def reading_option(function: Function) -> Function:
    """Readings that depart from the default."""
    return click.option(
        "--reading",
        "readings",
        metavar="编号=选择",
        multiple=True,
        callback=_as_readings,
        help="换一种理解计算，如 U24=scale_to_top；可写多次",
    )(function)


def quiet_option(function: Function) -> Function:
    """Say nothing beside the result and errors."""
    return click.option("--quiet", is_flag=True, help="不显示进度和提醒，只给出结果和错误")(function)


def strict_option(function: Function) -> Function:
    """Whether a year that is not finished ends with 1."""
    help_text = "有数据没填、有提醒没有确认，或有单位算不出总分时，以退出码1结束，也不写出文件"
    return click.option("--strict", is_flag=True, help=help_text)(function)


def format_option(*formats: str) -> Decorator:
    """The form of the output; the first one is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="输出格式",
    )


def day_option(*names: str, help_text: str, required: bool = False) -> Decorator:
    """A day; the command gets it as YYYY-MM-DD, or nothing where it is not said."""
    return click.option(
        *names, default=None if required else "", required=required, callback=_as_day, metavar="日期", help=help_text
    )


def _as_day(ctx: click.Context, parameter: click.Parameter, given: str | None) -> str:
    if not given:
        return ""
    from assess.ground.days import typed_day

    try:
        return typed_day(given).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{error}。", ctx, parameter) from None


def _as_readings(ctx: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    readings: dict[str, str] = {}
    for text in given:
        name, equals, choice = (part.strip() for part in text.partition("="))
        if not (name and equals and choice):
            raise click.BadParameter(f"“{text}”应写成 编号=选择，例如 U24=scale_to_top。", ctx, parameter)
        if readings.setdefault(name, choice) != choice:
            raise click.BadParameter(f"{name}写了两种选择：{readings[name]}和{choice}。", ctx, parameter)
    return readings


def complete_schemes(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Complete ids of shipped schemes, then folders."""
    del ctx, parameter
    from click.shell_completion import CompletionItem

    from assess.resources import schemes_dir

    ids = sorted(path.parent.name for path in schemes_dir().glob("*/scheme.yaml"))
    found = [CompletionItem(name) for name in ids if name.startswith(incomplete)]
    return found or [CompletionItem(incomplete, type="dir")]
