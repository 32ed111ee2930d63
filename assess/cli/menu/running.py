"""Runs the menu: shows it, does what is chosen, and comes back to it whatever happens."""

from functools import partial

import click

from assess.cli.ending import TERMINATED, Terminated, run
from assess.cli.menu.asking import choice
from assess.cli.menu.points import POINTS, Point, named, of_one_year


def run_menu() -> int:
    """Show the menu until somebody leaves it, or the program is told to end; return the exit code."""
    code = 0
    while code != TERMINATED:
        try:
            number = choice("高校部门年度考核", [point.title for point in POINTS], "退出")
        except click.Abort:
            number = 0
        if not number:
            click.echo("已退出。")
            return 0
        code = run(partial(_choose, POINTS[number - 1]))
    return code


def _choose(point: Point) -> None:
    if point.writes and not named():
        return
    command = of_one_year(_command) if point.of_a_year else _command
    if command is not None:
        point.choose(command)


def _command(*arguments: str) -> int:
    """Say which command it is, for whoever would like to type it the next time, and run it."""
    from assess.cli.main import program

    typed = " ".join(f'"{one}"' if " " in one else one for one in arguments)
    click.echo(f"（assess {typed}）")
    code = run(lambda: program.main(list(arguments), prog_name="assess", standalone_mode=False))
    if code == TERMINATED:
        raise Terminated
    return code
