"""`assess scheme check`: what a regulation gets wrong, in the terminal and as JSON."""

import json
from pathlib import Path

import pytest

from assess.cli.columns import width
from tests.cli.conftest import Program


@pytest.fixture
def wrong(small: Path) -> Path:
    """The small scheme with a group of 90 points whose items are worth less, and an idle reading."""
    path = small / "scheme.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count("{at_least: 90, points: 10}") == 1
    path.write_text(text.replace("{at_least: 90, points: 10}", "{at_least: 90, points: 6}"), encoding="utf-8")
    return small


def test_nothing_wrong(run: Program, small: Path) -> None:
    """One sentence, and success even when strict."""
    answer = run("scheme", "check", small, "--strict")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[1].endswith("项检查都没有发现问题。")
    assert json.loads(run("scheme", "check", small, "--format", "json").out) == {"scheme": "small", "problems": []}


def test_warnings_by_theme(run: Program, wrong: Path) -> None:
    """Under headings, numbered, each with what to do and where; 80 columns are enough."""
    answer = run("scheme", "check", wrong)
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert "能得到的分" in lines
    assert any(line.startswith(" 1. “") and "最多得6分" in line for line in lines)
    assert any(line.startswith("    → ") for line in lines)
    assert any(line.startswith("    位置：small/scheme.yaml:") for line in lines)
    assert lines[-1].startswith("共2处提醒。")
    assert max(map(width, lines)) <= 80


def test_strict(run: Program, wrong: Path) -> None:
    """Warnings end with 1, in both forms."""
    assert run("scheme", "check", wrong, "--strict").code == 1
    assert run("scheme", "check", wrong, "--strict", "--format", "json").code == 1


def test_json(run: Program, wrong: Path) -> None:
    """The scheme and every problem with place, severity, code, text, hint."""
    answer = run("scheme", "check", wrong, "--format", "json")
    assert (answer.code, answer.err) == (0, "")
    document = json.loads(answer.out)
    assert document["scheme"] == "small"
    first = document["problems"][0]
    assert list(first) == ["place", "severity", "code", "text", "hint"]
    assert (first["severity"], first["code"]) == ("warning", "leaf_maximum")
    assert first["place"].startswith("small/scheme.yaml:")


def test_a_scheme_that_cannot_be_used(run: Program, small: Path) -> None:
    """Its errors, and 1: on standard error, or as JSON."""
    path = small / "scheme.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\nnonsense: 1\n", encoding="utf-8")
    answer = run("scheme", "check", small)
    assert (answer.code, answer.out) == (1, "")
    assert "没有“nonsense”这个键" in answer.err
    answer = run("scheme", "check", small, "--format", "json")
    assert (answer.code, answer.err) == (1, "")
    (problem,) = json.loads(answer.out)["problems"]
    assert problem["severity"] == "error"
    (problem,) = json.loads(run("scheme", "check", "nowhere", "--format", "json").out)["problems"]
    assert problem["place"] is None


def test_under_a_reading(run: Program) -> None:
    """The reading in force is what is checked."""
    codes = [
        {problem["code"] for problem in json.loads(run("scheme", "check", "lianyungang-2018", *more).out)["problems"]}
        for more in (("--format", "json"), ("--format", "json", "--reading", "U4=by_90"))
    ]
    assert codes[0] - codes[1] == {"part_maximum", "total_maximum"}
