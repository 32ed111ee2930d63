"""What a scheme's checks found, by theme."""

from itertools import groupby
from typing import TYPE_CHECKING

from assess.cli.columns import wrap
from assess.drafting.checks import CHECKS
from assess.services.checking import CheckedScheme

if TYPE_CHECKING:
    from rich.console import Console

#: The columns that the numbers of the warnings take.
_NUMBER = 4


def show_warnings(console: "Console", checked: CheckedScheme) -> None:
    """Write the warnings under their themes: what, where, and what to do."""
    _say(console, checked.title, style="bold")
    if not checked.problems:
        _say(console, f"{len(CHECKS)}项检查都没有发现问题。", style="green")
        return
    themes = {one.code: one.theme for one in CHECKS}
    number = 0
    for theme, problems in groupby(checked.problems, key=lambda problem: themes[problem.code]):
        console.print()
        _say(console, theme, style="bold")
        for number, problem in enumerate(problems, start=number + 1):  # noqa: B020 counts on from theme to theme
            _say(console, f"{number}. {problem.text}", indent=_NUMBER - len(f"{number}. "), hanging=_NUMBER)
            _say(console, f"→ {problem.hint}", indent=_NUMBER, hanging=_NUMBER + 3)
            _say(console, f"位置：{problem.place}", indent=_NUMBER, hanging=_NUMBER, style="dim")
    console.print()
    _say(console, f"共{number}处提醒。这些都不妨碍计分，请与起草部门核对。", style="yellow")


def _say(console: "Console", text: str, *, indent: int = 0, hanging: int = 0, style: str = "") -> None:
    """Write a sentence, broken at the width even where there is no terminal; later lines stand `hanging` in."""
    for number, line in enumerate(wrap(text, console.width - max(indent, hanging))):
        console.print(" " * (hanging if number else indent) + line, style=style, soft_wrap=True)
