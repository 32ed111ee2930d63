"""`assess scheme schema`: the JSON Schema of scheme files."""

import click

from assess.cli.program import Command

_HELP = """输出方案文件的JSON Schema，供编辑器检查和补全。

例如：assess scheme schema > scheme.schema.json"""


@click.command("schema", cls=Command, help=_HELP)
def command() -> None:
    """Print the schema."""
    import json

    from assess.scheme.reading.schema import scheme_schema

    click.echo(json.dumps(scheme_schema(), ensure_ascii=False, indent=2))
