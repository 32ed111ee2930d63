"""Help pages and wrong usage: all in Chinese, for every command."""

import re
from collections.abc import Iterator

import click
import pytest

from assess.cli.columns import width
from assess.cli.main import program
from assess.cli.program import LazyGroup
from tests.cli.conftest import Program

#: English that Click would say if a sentence of it were not translated.
ENGLISH = re.compile(r"\b(Usage|Options|Commands|Error|Try|Missing|Invalid|No such|Did you|Got|Show|default)\b")


def commands(group: LazyGroup, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str, click.Command]]:
    """Every command with its path and the line that its group shows."""
    context = click.Context(group)
    for name, (_, line) in group.lazy.items():
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), line, command
        if isinstance(command, LazyGroup):
            yield from commands(command, (*path, name))


assert isinstance(program, LazyGroup)
ALL = list(commands(program))


@pytest.mark.parametrize(("path", "line", "command"), ALL, ids=[" ".join(path) for path, _, _ in ALL])
def test_every_command_has_help(run: Program, path: tuple[str, ...], line: str, command: click.Command) -> None:
    """Each command explains itself in Chinese, its options too, and as its group announces it."""
    answer = run(*path, "--help")
    assert answer.code == 0
    assert re.search(r"[\u4e00-\u9fff]{4}", command.help or "")
    assert line[:4] in (command.help or "")
    assert all(getattr(parameter, "help", None) for parameter in command.params)
    assert not ENGLISH.search(answer.out)
    assert max(width(one) for one in answer.out.splitlines()) <= 80


def test_the_program_says_what_it_can_do(run: Program) -> None:
    """The first help page names all commands and the exit codes."""
    answer = run("--help")
    assert all(name in answer.out for name in ("demo", "score", "explain", "scheme", "退出码"))
    assert not ENGLISH.search(answer.out)


def test_version(run: Program) -> None:
    """The version is one line."""
    answer = run("--version")
    assert (answer.code, answer.err) == (0, "")
    assert re.fullmatch(r"assess \d+\.\d+\.\d+\n", answer.out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "用法"),
        (("scheme",), "用法"),
        (("scor",), "没有命令“scor”。 是否想写：'score'？"),
        (("scheme", "show"), "缺少参数 '方案'"),
        (("score", "small"), "缺少参数 '数据文件'"),
        (("score", "small", "year.yaml", "--fromat", "csv"), "没有选项“--fromat”。 是否想写：'--format'？"),
        (("score", "small", "year.yaml", "--format", "xml"), "“xml”不可用，可用的有：'table', 'json', 'csv'。"),
        (("score", "small", "year.yaml", "--format"), "选项“--format”后面要写一个值"),
        (("score", "small", "year.yaml", "--strict=yes"), "选项“--strict”不带值"),
        (("score", "small", "year.yaml", "more"), "多出了参数：more"),
        (("score", "small", "year.yaml", "--trace"), "--trace 只用于 --format json"),
        (("score", "small", "year.yaml", "--reading", "U24"), "“U24”应写成 编号=选择"),
        (("score", "small", "year.yaml", "--reading", "=cap"), "应写成 编号=选择"),
        (("score", "s", "y", "--reading", "U1=a", "--reading", "U1=b"), "U1写了两种选择：a和b"),
        (("scheme", "shwo", "small"), "没有命令“shwo”。 是否想写：'show'？"),
    ],
)
def test_wrong_usage(run: Program, arguments: tuple[str, ...], said: str) -> None:
    """Wrong usage ends with 2 and a Chinese sentence that says what was wrong."""
    answer = run(*arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert said in answer.err
    assert not ENGLISH.search(answer.err)
