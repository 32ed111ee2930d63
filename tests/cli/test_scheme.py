"""`assess scheme`: list, show, test, schema."""

import json
from pathlib import Path

import pytest

from assess.cli.columns import width
from tests.cli.conftest import Program


def test_list(run: Program) -> None:
    """The shipped schemes, as a table and as JSON with the contract's keys."""
    document = json.loads(run("scheme", "list", "--format", "json").out)
    first = next(one for one in document["schemes"] if one["id"] == "lianyungang-2018")
    assert first["indicators"] == 55 + 41 + 14 * 4 + 128
    assert first["title"].startswith("连云港职业技术学院")
    assert "lianyungang-2018" in run("scheme", "list").out


def test_show(run: Program, small: Path) -> None:
    """The scheme as its appendices: parts, indicators with full mark, who is exempt, the rule in words, clause."""
    answer = run("scheme", "show", small)
    assert (answer.code, answer.err) == (0, "")
    flat = "".join(answer.out.split())
    for words in (
        "小学院年度考核办法",
        "就业率（不参加：研究所）",
        "≥90%计10分",
        "从满分起扣",
        "附表一5",
        "教务处考核表",
    ):
        assert words in flat
    assert max(map(width, answer.out.splitlines())) <= 80


def test_show_a_part_that_does_not_count(run: Program, small: Path) -> None:
    """A part whose full mark is 0 on a list says 不计 there."""
    path = small / "scheme.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("full: {teaching: 20, service: 20}", "full: {teaching: 20, service: 0}"), encoding="utf-8"
    )
    rows = [line.split() for line in run("scheme", "show", small).out.splitlines()]
    assert ["群众评议", "20", "不计", "第三条"] in rows


def test_show_one_table(run: Program, small: Path) -> None:
    """One table is chosen by id or label; an unknown one is an error."""
    one = run("scheme", "show", small, "--table", "registry").out
    assert one == run("scheme", "show", small, "--table", "教务处考核表").out
    assert "工作作风" in one
    assert "教学质量" not in one
    wrong = run("scheme", "show", small, "--table", "registri")
    assert wrong.code == 2
    assert "是否想写：registry" in wrong.err


def test_show_without_an_issuer(run: Program, small: Path) -> None:
    """A document whose issuer is not written stands without brackets."""
    path = small / "scheme.yaml"
    assert "依据：小学院年度考核办法（小学院）" in run("scheme", "show", small).out
    path.write_text(path.read_text(encoding="utf-8").replace(", issuer: 小学院", ""), encoding="utf-8")
    assert "依据：小学院年度考核办法" in run("scheme", "show", small).out.splitlines()


def test_show_with_a_reading(run: Program, small: Path) -> None:
    """A departing reading is named, and the rule is shown as it is then."""
    answer = run("scheme", "show", small, "--reading", "R1=scale_to_top")
    assert "R1=scale_to_top" in answer.out
    assert "其他按比例" in answer.out


def test_every_rule_of_the_shipped_scheme_has_words(run: Program) -> None:
    """Nothing of the program's insides shows in the tables of the real scheme."""
    out = run("scheme", "show", "lianyungang-2018").out
    assert not any(word in out for word in ("Fraction", "object at", "points=", "zero_value", "population", "steps"))


def test_cases_that_pass(run: Program, small: Path) -> None:
    """All cases agree: one line and 0."""
    answer = run("scheme", "test", small)
    assert (answer.code, answer.out, answer.err) == (0, "2个算例全部相符。\n", "")


def test_a_case_that_fails(run: Program, small: Path) -> None:
    """A case that differs is named with place, clause, expected and computed points, and ends with 1."""
    path = small / "cases" / "all.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("expect: {T3: 10}", "expect: {T3: 5}"), encoding="utf-8")
    answer = run("scheme", "test", small)
    assert answer.code == 1
    assert "small/cases/all.yaml:2:5: 不符：就业率正好90%（附表一3）" in answer.out
    assert "应为5.00，算得10.00" in answer.out
    assert "共2个算例：1个相符，1个不符。" in answer.out


def test_a_scheme_without_cases(run: Program, small: Path) -> None:
    """A scheme without cases has proved nothing, and that is no success."""
    (small / "cases" / "all.yaml").unlink()
    answer = run("scheme", "test", small)
    assert answer.code == 1
    assert "没有算例" in answer.out


@pytest.mark.parametrize("key", ["$defs", "properties"])
def test_schema(run: Program, key: str) -> None:
    """The JSON Schema for editors names the keys of a scheme."""
    document = json.loads(run("scheme", "schema").out)
    assert key in document
    assert "targets" in document["properties"]
