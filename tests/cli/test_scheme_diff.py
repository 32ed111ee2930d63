"""`assess scheme diff`: what two schemes differ in."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Program


@pytest.fixture
def changed(small: Path, tmp_path: Path) -> Path:
    """The small scheme of the next year."""
    copied = Path(shutil.copytree(small, tmp_path / "next"))
    path = copied / "scheme.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in (
        ("id: small\ntitle: 小学院年度考核", "id: next\ntitle: 小学院2026年度考核"),
        ("{at_least: 90, points: 10}", "{at_least: 92, points: 10}"),
        ("quota: {teaching: 1, service: 1}", "quota: {teaching: 2, service: 1}"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return copied


def test_equal(run: Program, small: Path) -> None:
    """Two equal schemes: one sentence, and nothing else."""
    answer = run("scheme", "diff", small, small)
    assert (answer.code, answer.out, answer.err) == (0, "两个方案没有不同。\n", "")


def test_differences(run: Program, small: Path, changed: Path) -> None:
    """By theme, in words for a meeting; differences are no error."""
    answer = run("scheme", "diff", small, changed)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "原方案：小学院年度考核（small）\n"
        "新方案：小学院2026年度考核（next）\n"
        "\n"
        "方案本身（1处）\n"
        "  名称由小学院年度考核改为小学院2026年度考核\n"
        "\n"
        "计分办法（1处）\n"
        "  T3 就业率（附表一3）：第1档由≥90%改为≥92%\n"
        "\n"
        "等次和评优（1处）\n"
        "  “院系”的名额由1个改为2个\n"
        "\n"
        "共3处不同。\n"
    )


def test_json(run: Program, small: Path, changed: Path) -> None:
    """The same as JSON, with the indicators that a difference is about."""
    document = json.loads(run("scheme", "diff", small, changed, "--format", "json").out)
    assert (document["old"]["id"], document["new"]["id"]) == ("small", "next")
    assert document["old"]["sha256"] != document["new"]["sha256"]
    assert document["differences"][1] == {
        "theme": "rules",
        "label": "计分办法",
        "indicators": [{"id": "T3", "label": "就业率", "clause": "附表一3"}],
        "text": "第1档由≥90%改为≥92%",
        "sentence": "T3 就业率（附表一3）：第1档由≥90%改为≥92%",
    }


def test_an_unknown_scheme(run: Program, small: Path) -> None:
    """A scheme that is not there is an error."""
    answer = run("scheme", "diff", small, "nowhere")
    assert answer.code == 2
    assert "没有“nowhere”这个方案" in answer.err
