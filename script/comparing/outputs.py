"""Runs one program on all jobs and keeps what it says: both streams, the exit code, the text of what it wrote."""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import openpyxl
import pypdf

from script.comparing.jobs import Job, jobs

_RUNNER = Path(__file__).with_name("runner.py")
_HASH = re.compile(r"\b(?:[0-9a-f]{64}|[0-9a-f]{12})\b")
_VERSION = re.compile(r'^(\s*"assess": )"[^"]*"', re.MULTILINE)
_ADDRESS = re.compile(r'^\s*"address": .*\n', re.MULTILINE)


def write_outputs(checkout: Path, target: Path) -> None:
    """Run the program of `checkout` on what it ships; one text file a job goes under `target`."""
    asked = list(jobs(checkout / "schemes"))
    workers = os.cpu_count() or 1
    shares = [asked[number::workers] for number in range(workers)]
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(lambda share: _run(checkout, share, target), shares))


def _run(checkout: Path, share: Sequence[Job], target: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    command = [sys.executable, str(_RUNNER)]
    with (
        tempfile.TemporaryDirectory() as scratch,
        subprocess.Popen(
            command, cwd=checkout, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as program,
    ):
        for number, job in enumerate(share):
            folder = Path(scratch) / str(number)
            words = [str(folder) if word == "{out}" else word for word in job.words]
            assert program.stdin is not None  # noqa: S101 both are pipes
            assert program.stdout is not None  # noqa: S101
            program.stdin.write(json.dumps(words) + "\n")
            program.stdin.flush()
            printed = json.loads(program.stdout.readline())
            text = "\n".join([printed, *_file_lines(folder), ""])
            path = target / f"{job.name}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_normalised(text.replace(str(folder), "out").replace(f"{checkout}/", "")), encoding="utf-8")


def _file_lines(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".pdf":
            for number, page in enumerate(pypdf.PdfReader(path).pages, start=1):
                yield f"-- {path.relative_to(folder)} page {number}"
                yield page.extract_text()
        elif path.suffix == ".xlsx":
            for sheet in openpyxl.load_workbook(path):
                yield f"-- {path.relative_to(folder)} {sheet.title}"
                for row in sheet.iter_rows(values_only=True):
                    yield "\t".join("" if cell is None else str(cell) for cell in row)
        elif path.is_file():
            yield f"-- {path.relative_to(folder)}"


def _normalised(text: str) -> str:
    """Without what may differ between two versions of the program: its number, hashes, addresses of problems."""
    return _ADDRESS.sub("", _VERSION.sub(r'\1"…"', _HASH.sub("…", text)))
