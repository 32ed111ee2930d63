"""The README, the glossary and the small scheme stay true."""

import re
from pathlib import Path

import click
import pytest

from assess.cli.main import main, program
from assess.files import yaml_reader
from assess.ground.address import parse
from assess.rules.registry import kinds
from assess.services.schemes import open_scheme
from assess.year.reading.building import build_evidence
from assess.year.reminders import REMINDERS, Reminder
from script import reminder_list

ROOT = Path(__file__).parents[2]
FIRST_SCHEME = ROOT / "docs" / "first-scheme"
PAGES = sorted([ROOT / "README.md", ROOT / "README.zh-CN.md", *(ROOT / "docs").glob("*.md")])


def _commands(command: click.Command, path: str = "assess") -> list[str]:
    """All commands below `command`, as they are typed."""
    if not isinstance(command, click.Group):
        return [path]
    context = click.Context(command)
    found = []
    for name in command.list_commands(context):
        child = command.get_command(context, name)
        assert child is not None
        found += _commands(child, f"{path} {name}")
    return found


def test_the_small_scheme_passes_its_worked_cases() -> None:
    """The scheme that the README tells a newcomer to copy agrees with its own worked cases."""
    assert main(["scheme", "test", str(FIRST_SCHEME)]) == 0


def test_the_small_scheme_scores_its_sample_year(capsys: pytest.CaptureFixture[str]) -> None:
    """The newcomer's first year is ranked, with 教学服务部 first by 94.10 points."""
    evidence = FIRST_SCHEME / "sample" / "year.yaml"
    assert main(["score", str(FIRST_SCHEME), str(evidence), "--format", "csv"]) == 0
    first = capsys.readouterr().out.splitlines()[1]
    assert "教学服务部" in first
    assert "94.10" in first


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    """A relative link or picture in a page names a file that is there."""
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def _typed(lines: list[str]) -> set[str]:
    """The commands that these lines show by themselves: `assess scheme list | show …` shows two."""
    shown: set[str] = set()
    for line in lines:
        paths = [""] if "--reading" not in line else []
        for step in re.sub(r" \| ", "|", line.partition("#")[0]).split():
            paths = [f"{path} {word}".strip() for path in paths for word in step.split("|")]
            shown.update(paths)
    return shown


def _not_shown(lines: list[str]) -> list[str]:
    """What is missing among the lines that a reader may type: commands, and how another reading is tried."""
    missing = sorted(set(_commands(program)) - _typed(lines))
    return missing if any(re.match(r"assess score .*--reading", line) for line in lines) else [*missing, "--reading"]


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_every_command_has_a_line_in_the_readme(page: str) -> None:
    """A command that the README does not show is a command that nobody finds; no line there can go."""
    lines = re.findall(r"^assess .+$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    assert _not_shown(lines) == []
    assert [line for line in lines if not _not_shown([one for one in lines if one != line])] == []


def test_the_readme_names_every_rule_kind() -> None:
    """The list of rule kinds in the README is the list of files that define one: none is missing, none was lost."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = re.search(r"The kinds are (.+?); they\s+nest.*?Target tables use (.+?)\.\n", readme, re.DOTALL)
    assert listed is not None
    assert sorted(re.findall("`([a-z_]+)`", listed[1] + listed[2])) == sorted(kinds())


def test_the_glossary_says_each_word_once() -> None:
    """No Chinese term stands twice in the glossary."""
    rows = re.findall(r"^\| ([^|]+) \|", (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("one", REMINDERS, ids=[one.code for one in REMINDERS])
def test_every_reminder_is_documented(one: Reminder) -> None:
    """Its code, what it reminds of and why stand in the page about evidence, on one line."""
    page = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
    assert f"| `{one.code}` | {one.title} | {one.reason} |" in page.splitlines()


def test_every_address_in_the_page_about_evidence_is_one() -> None:
    """What the page shows as an address reads back as it is written."""
    section = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8").split("### 地址")[1].split("###")[0]
    shown = re.findall(r"`([^`/ ]+/[^`/ ]+/[^`/ ]+)`", section)
    assert len(shown) > 10
    assert [str(parse(text)) for text in shown if not text.startswith("单位")] == shown[1:]


def test_the_year_in_names_on_the_page_about_evidence_is_read() -> None:
    """Every name in it stands for something, and nothing is said of it."""
    section = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8").split("### 用名称写")[1]
    tree = yaml_reader.parse(section.split("```yaml\n")[1].split("```")[0], "evidence.md")
    (unit,) = build_evidence(tree, open_scheme("lianyungang-2018")).units
    assert (unit.type, sorted(unit.facts), sorted(unit.opinions)) == (
        "secondary_college",
        ["B2", "K3", "K3.1"],
        ["votes"],
    )


def test_an_old_list_of_reminders_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`script/docs --check` passes; a list that differs ends with 1, and writing it mends that and nothing else."""
    assert reminder_list.main(["--check"]) == 0
    kept = reminder_list.PAGE.read_text(encoding="utf-8")
    monkeypatch.setattr(reminder_list, "PAGE", tmp_path / "page.md")
    reminder_list.PAGE.write_text(kept.replace(f"`{REMINDERS[0].code}`", "`old`"), encoding="utf-8")
    assert reminder_list.main(["--check"]) == 1
    assert "run script/docs" in capsys.readouterr().err
    assert reminder_list.main([]) == 0
    assert reminder_list.PAGE.read_text(encoding="utf-8") == kept
