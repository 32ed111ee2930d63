"""What the repository may hold."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
LARGEST = 8_000_000
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-build.lock")

# Patterns with an escape in each, or this file would hold what it forbids.
FORBIDDEN = re.compile(
    r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)"  # registries
    r"|https?\://[^\s]*/(?:pypi|simple)\b"  # mirrors of them
    r"|index\-url|find\-links"  # options for them
    r"|(?<![\w.-])/work\/",  # a folder of one machine
    re.IGNORECASE,
)


def files() -> list[Path]:
    """All files that are in git, or would be with the next `git add`."""
    if shutil.which("git") is None or not (TOP / ".git").exists():
        pytest.skip("not a git checkout")
    done = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - git is found on PATH
        cwd=TOP,
        check=True,
        capture_output=True,
        text=True,
    )
    paths = (TOP / name for name in done.stdout.split("\0") if name)
    return [path for path in paths if path.is_file()]


def pins(lock: str) -> dict[str, str]:
    """Each package of a lock with its version."""
    text = (TOP / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9.-]+)==([^ ;\\]+)", text, re.MULTILINE))


def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    """No tracked text holds the address of a package registry, an option for one, or a private path."""
    found = []
    for path in files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(TOP)}: {match.group()}" for match in FORBIDDEN.finditer(text)]
    assert found == []


def test_no_file_is_large() -> None:
    """No tracked file has more than eight megabytes."""
    assert [str(path) for path in files() if path.stat().st_size > LARGEST] == []


def test_nothing_made_is_tracked() -> None:
    """No environment, cache, package or output of the program is in the repository."""
    made_at_top = {".venv", "build", "dist", "assess-demo", ".coverage", "htmlcov"}
    names = [path.relative_to(TOP).parts for path in files()]
    assert [parts for parts in names if parts[0] in made_at_top or "__pycache__" in parts] == []


@pytest.mark.parametrize(
    "name",
    ["LICENSE", "README.md", "README.zh-CN.md", "CHANGELOG.md", "pyproject.toml", ".ci/run", *LOCKS],
)
def test_a_reader_finds_the_usual_files(name: str) -> None:
    """The files that everybody looks for exist and say something."""
    assert (TOP / name).stat().st_size > 0


@pytest.mark.parametrize(
    "name", ["bootstrap", "demo", "test", "bench", "lock", "fonts", "soak", "lowest_versions", "../.ci/run"]
)
def test_a_script_can_be_started(name: str) -> None:
    """Every script is executable and names its shell."""
    path = TOP / "script" / name
    assert path.stat().st_mode & 0o111 == 0o111
    assert path.read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    """No package of a lock can be installed without a check of its hash."""
    entries = re.split(r"\n(?=[a-z0-9])", (TOP / lock).read_text(encoding="utf-8"))
    assert entries
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_locks_agree() -> None:
    """The tests run with the very versions that a user gets."""
    runtime, dev, build = map(pins, LOCKS)
    assert runtime.items() <= dev.items()
    assert build.items() <= dev.items()


def test_every_dependency_has_a_lowest_version() -> None:
    """`script/soak --lowest` tries the versions that are promised; without a bound it would try the first ever made."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    assert "assess[server]" in extras["dev"]  # so that what a server needs is tried with the rest
    entries = [*project["dependencies"], *extras["server"], *extras["dev"]]
    entries.remove("assess[server]")
    assert [entry for entry in entries if not re.fullmatch(r"[A-Za-z0-9-]+(\[[a-z]+\])?>=[0-9.]+", entry)] == []


def test_the_lock_holds_every_dependency() -> None:
    """A dependency that is added to the project is also pinned."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    entries = project["dependencies"] + project["optional-dependencies"]["server"]
    names = {re.split(r"[^A-Za-z0-9-]", entry)[0].lower() for entry in entries}
    assert names <= pins("requirements.lock").keys()
