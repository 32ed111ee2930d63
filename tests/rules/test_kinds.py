"""What holds for every rule kind."""

import ast
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pydantic import TypeAdapter, ValidationError

from assess import rules
from assess.ground.edges import Edges
from assess.rules.base import Measured, Rule
from assess.rules.grammar.reach import Reach, either
from assess.rules.registry import any_rule, kinds
from assess.scheme.reading.schema import scheme_schema

if TYPE_CHECKING:
    from tests.rules.conftest import Maker, Trial

FOLDER = Path(rules.__file__).parent
KINDS = sorted(kinds())


def defined() -> Iterator[tuple[str, str, str]]:
    """Module, class and word of every class in the folder that gives itself the word of a kind."""
    for path in sorted(FOLDER.rglob("*.py")):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for node in (one for one in nodes if isinstance(one, ast.ClassDef)):
            for line in node.body:
                if isinstance(line, ast.AnnAssign) and ast.unparse(line.target) == "kind" and line.value is not None:
                    word = ast.literal_eval(line.value)
                    yield from [(path.stem, node.name, word)] if word else []


def example(kind: type[Rule], trial: "Maker") -> "Trial":
    """The worked case of a kind as a trial."""
    leaf = kind.example.leaf
    return trial(leaf["rule"], leaf.get("inputs"), full=leaf.get("max"), step=leaf.get("mark_step", "0.01"))


def test_every_class_of_the_folder_is_in_the_registry() -> None:
    """Whatever calls itself a kind is found, under its own word and in a file of that name; no two share a word."""
    found = list(defined())
    assert sorted((module, name, word) for module, name, word in found) == sorted(
        (kind.__module__.rpartition(".")[2], kind.__name__, word) for word, kind in kinds().items()
    )
    assert [module for module, _, _ in found] == [word for _, _, word in found]
    others = {"__init__", "base", "registry"}
    assert {path.stem for path in FOLDER.glob("*.py")} - others == kinds().keys()


def test_every_kind_has_worked_tests() -> None:
    """Beside what holds for all kinds, somebody has written down what this one gives."""
    here = Path(__file__)
    texts = [path.read_text(encoding="utf-8") for path in here.parent.glob("test_*.py") if path != here]
    assert [name for name in KINDS if not any(f'"{name}": ' in text for text in texts)] == []


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_is_documented(name: str) -> None:
    """A kind has a title in Chinese, and says what it means in a docstring of its own."""
    kind = kinds()[name]
    assert not kind.title.isascii()
    assert kind.__doc__ != Rule.__doc__
    for hook in ("score", "explain", "reach"):
        assert getattr(kind, hook) is not getattr(Rule, hook)


@pytest.mark.parametrize("name", KINDS)
def test_a_worked_case_comes_out(name: str, trial: "Maker") -> None:
    """A kind's worked case is without flaws, gives its points inside the reach, and can be explained."""
    kind = kinds()[name]
    case = example(kind, trial)
    if case.frame.maximum is not None and name == "by_type":
        case = trial(kind.example.leaf["rule"], kind.example.leaf["inputs"], types=("college", "department"))
    assert case.flaws() == []
    step = case.step(kind.example.facts, kind.example.others)
    assert step.rule == name
    assert step.points is not None
    assert float(step.points) == float(kind.example.points)
    low, high = case.rule.reach(case.frame)
    assert (low is None or low <= step.points) and (high is None or step.points <= high)  # noqa: PT018 one bound
    assert all(case.text(kind.example.facts, kind.example.others))


@pytest.mark.parametrize("name", KINDS)
def test_what_is_asked_is_declared(name: str, trial: "Maker") -> None:
    """A kind asks only for inputs that it says it reads, and for marks that it declares."""
    kind = kinds()[name]
    case = example(kind, trial)
    declared = {*case.rule.reads(), *(mark for mark, _ in case.rule.marks(case.frame))}
    assert set(case.asks(kind.example.facts)) <= declared
    assert set(case.asks({})) <= declared


@pytest.mark.parametrize("name", KINDS)
def test_figures_cited_are_figures_declared(name: str, trial: "Maker") -> None:
    """The figures that one unit rests on are among those that the rule needs, and the step cites them."""
    kind = kinds()[name]
    case = example(kind, trial)
    unit = case.case(kind.example.facts, kind.example.others)
    own = list(case.rule.figures_for(unit))
    assert set(own) <= set(case.rule.figures())
    assert {unit.figure(spec).id for spec in own} == set(case.step(kind.example.facts, kind.example.others).figures)


@pytest.mark.parametrize("name", KINDS)
def test_an_unknown_key_is_refused(name: str, trial: "Maker") -> None:
    """The keys of a kind are closed."""
    rule = dict(kinds()[name].example.leaf["rule"][name]) | {"surplus": "1"}
    with pytest.raises(ValidationError, match="surplus"):
        trial({name: rule})


@pytest.mark.parametrize("rule", [{}, {"judged": {}, "bands": None}, {"judged": None}])
def test_a_rule_is_exactly_one_kind(rule: dict[str, object], trial: "Maker") -> None:
    """No kind, two kinds, or a kind without anything behind it is refused."""
    with pytest.raises(ValidationError, match=r"没有写哪一种规则|规则只能写一种|没有内容"):
        trial(rule)


def test_editors_get_a_schema() -> None:
    """The JSON Schema of a rule names every kind."""
    schema = TypeAdapter(any_rule()).json_schema()
    assert schema["$defs"]["RuleChoice"]["properties"].keys() == kinds().keys()


def test_a_bare_rule_does_nothing(trial: "Maker") -> None:
    """The hooks that a kind must bring itself say so, and the others are empty."""
    case = trial({"judged": {}})
    bare, measured = Rule(), Measured()
    unit = case.case({})
    hooks: list[Callable[[], object]] = [
        lambda: bare.score(unit),
        lambda: bare.explain(case.step({"mark": ["1"]}), case.frame),
        lambda: bare.reach(case.frame),
        measured.ranked_value,
        lambda: measured.tested_value(unit),
        lambda: measured.edges_text(Edges(), case.frame),
    ]
    for hook in hooks:
        with pytest.raises(NotImplementedError):
            hook()
    assert [*bare.reads(), *bare.marks(case.frame), *bare.asks(unit), *bare.figures(), *bare.flaws(case.frame)] == []
    assert not bare.may_exceed


@pytest.mark.parametrize(
    ("reaches", "both"),
    [
        ([Reach(Fraction(-2), Fraction(1)), Reach(Fraction(0), Fraction(3))], (-2, 3)),
        ([Reach(None, Fraction(1)), Reach(Fraction(0), None)], (None, None)),
    ],
)
def test_the_wider_reach_counts(reaches: list[Reach], both: tuple[int | None, int | None]) -> None:
    """The reach of one of two rules goes as far as either; it is without bound where one is."""
    assert either(reaches) == both


@pytest.mark.parametrize("name", KINDS)
def test_a_bound_that_editors_are_told_holds(name: str, trial: "Maker") -> None:
    """A parameter beyond the bound in the JSON Schema is refused by the kind itself."""
    kind = kinds()[name]
    leaf, written = kind.example.leaf, kind.example.leaf["rule"][name]
    for key, field in scheme_schema()["$defs"][kind.__name__]["properties"].items():
        for way in (field, *field.get("anyOf", ())):
            low = way.get("minimum", way.get("exclusiveMinimum", 0) + 1) - 1
            if way.keys() & {"minimum", "exclusiveMinimum"}:
                rule = {name: {**written, key: str(low)}}
                assert trial(rule, leaf.get("inputs"), full=leaf.get("max")).flaws(), key
