"""What two schemes differ in, theme by theme."""

from itertools import groupby
from typing import TYPE_CHECKING

from assess.cli.screen import say
from assess.drafting.comparing import THEME_LABELS
from assess.services.comparing import Comparison

if TYPE_CHECKING:
    from rich.console import Console


def show_comparison(console: "Console", comparison: Comparison) -> None:
    """Write the differences by theme; two equal schemes are one sentence."""
    if not comparison.differences:
        say(console, "两个方案没有不同。")
        return
    for side, scheme in (("原方案", comparison.old), ("新方案", comparison.new)):
        say(console, f"{side}：{scheme.title}（{scheme.id}）", hanging=8)
    for theme, found in groupby(comparison.differences, key=lambda one: one.theme):
        sentences = [one.sentence() for one in found]
        console.print()
        say(console, f"{THEME_LABELS[theme]}（{len(sentences)}处）", style="bold")
        for sentence in sentences:
            say(console, sentence, indent=2, hanging=2)
    console.print()
    say(console, f"共{len(comparison.differences)}处不同。")
