"""Asking a person: a number out of a list, a yes or no, a word. Only Ctrl-D and Ctrl-C end it early."""

from collections.abc import Sequence

import click

_YES, _NO = ("是", "y", "yes", "1"), ("否", "n", "no", "0", "")
#: Most digits of a number that is chosen; how much of a wrong answer is said again.
_LONGEST, _SHOWN = 4, 30


def choice(title: str, options: Sequence[str], last: str) -> int:
    """The number of the option that is chosen, from 1; 0 stands for `last`. Raises `click.Abort`."""
    click.echo()
    click.echo(title)
    for number, option in enumerate(options, 1):
        click.echo(f"  {number}  {option}")
    click.echo(f"  0  {last}")
    while True:
        answer = _asked("请输入数字")
        # A number of any length is something that can be typed, but not something that can be read.
        if answer.isdecimal() and len(answer) <= _LONGEST and int(answer) <= len(options):
            return int(answer)
        click.echo(f"“{answer[:_SHOWN]}”不在上面，请输入0到{len(options)}之间的数字。")


def confirmed(question: str) -> bool:
    """Whether somebody says yes. Raises `click.Abort`."""
    while True:
        answer = _asked(f"{question}（是/否）").casefold()
        if answer in _YES or answer in _NO:
            return answer in _YES
        click.echo("请输入“是”或“否”。")


def word(question: str, default: str = "") -> str:
    """What somebody types; without anything the default. Raises `click.Abort`."""
    return _asked(f"{question}［{default}］" if default else question) or default


def _asked(question: str) -> str:
    return str(click.prompt(question, default="", show_default=False, prompt_suffix="：")).strip()
