"""Writes the list of reminders in `docs/evidence.md`, or checks that it is what the code says: for `script/docs`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from assess.year.reminders import REMINDERS

PAGE = Path(__file__).parents[1] / "docs" / "evidence.md"
BEGIN, END = "<!-- 以下由 script/docs 生成 -->\n", "<!-- 生成到此 -->\n"


def table() -> str:
    """Every reminder with its title and reason, in the order in which they run."""
    rows = (f"| `{one.code}` | {one.title} | {one.reason} |\n" for one in REMINDERS)
    return "| 编号（code） | 提醒什么 | 为什么 |\n|---|---|---|\n" + "".join(rows)


def page(kept: str) -> str:
    """The page with the list in its place."""
    before, _, rest = kept.partition(BEGIN)
    return f"{before}{BEGIN}{table()}{END}{rest.partition(END)[2]}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the list, or compare it."""
    parser = argparse.ArgumentParser(description=__doc__, prog="script/docs")
    parser.add_argument("--check", action="store_true", help="only compare; exit 1 when the list is out of date")
    kept = PAGE.read_text(encoding="utf-8")
    made = page(kept)
    if not parser.parse_args(arguments).check:
        PAGE.write_text(made, encoding="utf-8")
        return 0
    if kept != made:
        print(f"the list of reminders in {PAGE} is out of date: run script/docs", file=sys.stderr)
    return int(kept != made)


if __name__ == "__main__":
    sys.exit(main())
