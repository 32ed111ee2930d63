"""Writes `docs/scheme-language.md`, or checks that it is what the code says: `script/docs [--check]`."""

import argparse
import difflib
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from script.language_page.page import page

PAGE = Path(__file__).parents[2] / "docs" / "scheme-language.md"
#: Lines of difference that are shown.
SHOWN = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page, or compare it."""
    parser = argparse.ArgumentParser(description=__doc__, prog="script/docs")
    parser.add_argument("--check", action="store_true", help="only compare; exit 1 when the page is out of date")
    made = page()
    if not parser.parse_args(arguments).check:
        PAGE.write_text(made, encoding="utf-8")
        return 0
    kept = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    if kept == made:
        return 0
    changes = difflib.unified_diff(kept.splitlines(), made.splitlines(), str(PAGE), "the code", lineterm="")
    print("\n".join(islice(changes, SHOWN)), file=sys.stderr)
    print(f"{PAGE} is out of date: run script/docs", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
