"""Numbers that count from 1, as options and arguments take them."""

import re

import click


class _Counting(click.ParamType[int]):
    """A whole number from 1."""

    name = "integer"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number."""
        if re.fullmatch("0*[1-9][0-9]{0,8}", str(value), re.ASCII) is None:
            self.fail(f"“{value}”应为整数，从1数起。", param, ctx)
        return int(value)


COUNTING = _Counting()
