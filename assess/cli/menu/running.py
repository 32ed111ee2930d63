"""Runs the menu: shows it, does what is chosen, and comes back to it whatever happens."""

import click

from assess.cli.ending import run
from assess.cli.menu.asking import choice
from assess.cli.menu.points import POINTS, named


def run_menu() -> None:
    """Show the menu until somebody leaves it."""
    while True:
        try:
            number = choice("高校部门年度考核", [point.title for point in POINTS], "退出")
            if not number:
                break
            point = POINTS[number - 1]
            if not point.writes or named():
                point.choose(_command)
        except click.Abort:
            break
    click.echo("已退出。")


def _command(*arguments: str) -> int:
    """Say which command it is, for whoever would like to type it the next time, and run it."""
    from assess.cli.main import program

    typed = " ".join(f'"{one}"' if " " in one else one for one in arguments)
    click.echo(f"（assess {typed}）")
    return run(lambda: program.main(list(arguments), prog_name="assess", standalone_mode=False))
