"""A file with very many mistakes costs little: reading stops when there are more than anybody would read."""

import pytest

from assess.files.yaml_reader import parse
from assess.ground.place import MOST_PROBLEMS, Problem, ProblemsError
from assess.ground.tree import Rows, Table
from assess.scheme.reading.building import build_scheme
from assess.scheme.reading.indicators import MAX_INDICATORS
from assess.year.reading.building import build_evidence
from assess.year.reading.evidence_file import EvidenceFile
from tests.scheme.small import EVIDENCE, scheme, scheme_tree

HEAD = "scheme: small\ntitle: 年\n"
OFFICE = "{unit: dean, kind: grade, grade: 差, reason: 事, by: 组, at: 2019-09-20}"


def _refused(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsError) as error:
        build_evidence(parse(text, "e.yaml"), scheme())
    return error.value.problems


def _scheme_refused(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsError) as error:
        build_scheme(scheme_tree(text))
    return error.value.problems


def _assert_cut(problems: tuple[Problem, ...], source: str) -> None:
    assert len(problems) == MOST_PROBLEMS + 1
    assert str(problems[-1]) == f"{source}: 提醒：错误太多，只列出500处，其余没有列出，请先改正以上各处"


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}units: [{'甲, ' * 600}]\n",
        EVIDENCE + f"assessors: {{{', '.join(f'王{number}: b' for number in range(600))}}}\n",
        EVIDENCE + f"decisions: [{', '.join([OFFICE] * 600)}]\n",
    ],
    ids=["kinds", "names", "decisions"],
)
def test_the_first_are_listed(text: str) -> None:
    """Of very many mistakes the first are listed, and a last sentence says that there are more."""
    _assert_cut(_refused(text), "e.yaml")


def test_the_first_are_listed_of_a_scheme() -> None:
    """The same for a scheme's keys and for what it names."""
    _assert_cut(_scheme_refused(f"steps: [{'甲, ' * 600}]\n"), "t.yaml")
    _assert_cut(_scheme_refused(f"attributes: {{a: {{label: 甲, choices: [], types: [{'b, ' * 600}]}}}}\n"), "t.yaml")


def _rounds(text: str, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many units each look at the file sees."""
    seen: list[int] = []
    validate = EvidenceFile.model_validate

    def counted(tree: Table) -> EvidenceFile:
        units = tree["units"]
        assert isinstance(units, Rows)
        seen.append(len(units))
        return validate(tree)

    monkeypatch.setattr(EvidenceFile, "model_validate", counted)
    _assert_cut(_refused(text), "e.yaml")
    return seen


def test_endless_mistakes_are_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No stand-in is put for mistakes that nobody would read; of a great many only the first are worded."""
    assert _rounds(f"{HEAD}units: [{'甲, ' * 5_000}]\n", monkeypatch) == [5_000]
    assert _rounds(f"{HEAD}units: [{'甲, ' * 20_000}]\n", monkeypatch) == [20_000, 1_000]


def test_endless_mistakes_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the first rows are right, more and more of them are looked at."""
    right = "".join(f"- {{id: u{number}, name: 甲{number}, type: college}}\n" for number in range(700))
    wrong = "- 乙\n" * 10_100
    assert _rounds(f"{HEAD}units:\n{right}{wrong}", monkeypatch) == [10_800, 1_000, 2_000]


def test_endless_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables are never cut: a key would be missing in them."""
    keys = ", ".join(f"k{number}: 1" for number in range(10_100))
    assert _rounds(f"{HEAD}units: [{{id: a, name: 甲, type: college, {keys}}}]\n", monkeypatch) == [1]


def test_common_indicators_do_not_multiply_without_end() -> None:
    """Two lists of a few hundred may not make a hundred thousand indicators."""
    tables = ", ".join(f"{{table: t{number}, use_common: true, indicators: []}}" for number in range(300))
    common = ", ".join(f"{{id: D{number}, label: 履职, max: 1, rule: {{judged: {{}}}}}}" for number in range(300))
    problems = _scheme_refused(f"targets: [{tables}]\ncommon: [{common}]\n")
    text = f"指标太多（最多{MAX_INDICATORS}个；各部门共同的指标在每张表里各算一个）"
    assert [(problem.place and problem.place.line, problem.text) for problem in problems] == [(2, text)]
