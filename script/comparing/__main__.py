"""`script/compare BASE`: makes a worktree of BASE, runs both programs, prints the first line that differs."""

import subprocess
import sys
import tempfile
from itertools import zip_longest
from pathlib import Path

from script.comparing.outputs import write_outputs

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "build" / "compare"


def main() -> int:
    """Compare this checkout with the commit named."""
    if len(sys.argv) != 2:  # noqa: PLR2004 the program and BASE
        print("usage: script/compare BASE", file=sys.stderr)
        return 2
    commit = _git("rev-parse", "--verify", f"{sys.argv[1]}^{{commit}}")
    base = KEPT / commit
    if not base.exists():
        _write_base(commit, base)
    with tempfile.TemporaryDirectory() as scratch:
        here = Path(scratch)
        write_outputs(ROOT, here)
        return _compare(base, here)


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def _write_base(commit: str, base: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        checkout = Path(scratch) / "base"
        _git("worktree", "add", "--detach", str(checkout), commit)
        try:
            outputs = Path(scratch) / "outputs"
            write_outputs(checkout, outputs)
        finally:
            _git("worktree", "remove", "--force", str(checkout))
        base.parent.mkdir(parents=True, exist_ok=True)
        outputs.rename(base)


def _compare(base: Path, here: Path) -> int:
    names = sorted({str(path.relative_to(folder)) for folder in (base, here) for path in folder.rglob("*.txt")})
    different = sum(_differs(base / name, here / name, name) for name in names)
    print(f"{len(names)} outputs, {different} differ")
    return 1 if different else 0


def _differs(one: Path, other: Path, name: str) -> bool:
    """Print the first line that differs."""
    for path, where in ((one, "base"), (other, "here")):
        if not path.exists():
            print(f"{name}: missing {where}")
            return True
    pairs = zip_longest(one.read_text("utf-8").splitlines(), other.read_text("utf-8").splitlines(), fillvalue="(end)")
    for number, (before, after) in enumerate(pairs, start=1):
        if before != after:
            print(f"{name}:{number}\n  - {before}\n  + {after}")
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())
