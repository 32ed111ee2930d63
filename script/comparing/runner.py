"""Run inside a checkout: command lines come in as JSON, exit codes and what was printed go out, one process for all."""

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout

from assess.cli.main import main


def run(words: list[str]) -> str:
    """Return the exit code and both streams of one command line."""
    # Tables, CSV and JSON are written as bytes or as text; a stream like that of a process takes both.
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = main(words)
    printed = [stream.buffer.getvalue().decode() for stream in (out, err)]
    return "\n".join([f"exit {code}", *printed])


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(run(json.loads(line))) + "\n")
        sys.stdout.flush()
