"""Whatever is wrong with whatever key: a reader sees Chinese sentences, and no name that only the code knows."""

import random
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel, ValidationError, create_model

from assess.ground.place import Place, Problem
from assess.ground.tree import Rows, Table, Text, Tree
from assess.rules.registry import kinds
from assess.scheme.reading.allowed_keys import _models_in
from assess.scheme.reading.mistakes import problems_of
from assess.scheme.reading.scheme_file import SchemeFile
from assess.year.reading.evidence_file import EvidenceFile

PLACE = Place("t.yaml", 1, 1)


def text(word: str) -> Text:
    """A word at a place."""
    return Text(word, PLACE)


def table(**entries: Tree) -> Table:
    """A table whose keys have places."""
    return Table({text(key.rstrip("_")): value for key, value in entries.items()}, PLACE)


#: What may stand behind a key by mistake: each form where another belongs, and words of every kind.
WRONG: tuple[Tree, ...] = (
    None,
    *map(
        text, ("", "x", "两个", "0", "-1", "-0.5", "1.5.2", "１２", "1e9", "9" * 40, "甲" * 400, "true", "no", "a / ")
    ),
    *map(text, ("2024-02-30", "2024-13-01", "12:30", "0x1f", "NaN", "A1\x07", "a b", "judged", "_", "a" * 70)),
    Rows([], PLACE),
    Rows([None], PLACE),
    Rows([text("x"), text("x")], PLACE),
    Rows([Rows([text("1")], PLACE)], PLACE),
    Rows([Table({}, PLACE)], PLACE),
    Table({}, PLACE),
    table(x=None),
    table(x=text("y")),
    table(x=Table({}, PLACE)),
    table(x=Rows([], PLACE), y=text("1")),
    Table({text(""): text("1")}, PLACE),
    table(from_=text("3"), to=text("1")),
    table(at_least=text("1"), above=text("1")),
    table(judged=None, bands=None),
)


#: Values that are right somewhere, so that keys are held against each other.
VALUES = (*map(text, ("0", "1", "3", "0.5", "2024-01-01", "2023-01-01", "x", "true")), *WRONG)


def models() -> list[type[BaseModel]]:
    """Every model that a scheme or a year's file is checked by."""
    found: dict[type[BaseModel], None] = {}
    todo: list[type[BaseModel]] = [SchemeFile, EvidenceFile]
    while todo:
        model = todo.pop()
        if model not in found:
            found[model] = None
            todo += [inner for field in model.model_fields.values() for inner in _models_in(field.annotation)]
    return sorted(found, key=lambda model: model.__name__)


MODELS = models()


def keys(model: type[BaseModel]) -> list[str]:
    """The keys of a model as a file writes them."""
    return [field.alias or name for name, field in model.model_fields.items()]


def words_of(annotation: Any) -> Iterator[str]:  # noqa: ANN401 any annotation
    """The words that a value may be."""
    if get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
    for argument in get_args(annotation):
        yield from words_of(argument)


#: What a scheme writes: keys, kinds, words. Everything else in Latin letters has no place in a sentence.
WRITTEN = {
    *(key for model in MODELS for key in keys(model)),
    *(word for model in MODELS for field in model.model_fields.values() for word in words_of(field.annotation)),
    *kinds(),
    *("true", "false", "null", "at", "total"),
    *("students", "teachers"),  # in the example of an expression
}
#: What the code calls the keys that are Python's own words.
ATTRIBUTES = {name for model in MODELS for name, field in model.model_fields.items() if field.alias} - WRITTEN


@cache
def file_of(model: type[BaseModel]) -> type[BaseModel]:
    """A file in which the model stands under the key `source`."""
    return create_model("File", source=(model, ...))


def mistakes(model: type[BaseModel], tree: Table) -> list[Problem]:
    """What the program says of a wrong table under that key."""
    file = file_of(model)
    whole = table(source=tree)
    try:
        file.model_validate(whole)
    except ValidationError as error:
        return problems_of(error, whole, file)
    return []


def complaints(problem: Problem, own: set[str]) -> Iterator[str]:
    """What a reader would not understand; `own` are words that the test itself wrote into the file."""
    said = f"{problem.text}\n{problem.hint}"
    if not re.search("[\u4e00-\u9fff]", re.sub("“.*?”", "", problem.text)):
        yield f"no Chinese sentence: {said}"
    names = set(re.findall(r"[A-Za-z_][A-Za-z_0-9]*", said))
    if names - WRITTEN - own:
        yield f"not a word of the language, {sorted(names - WRITTEN - own)}: {said}"


def told(value: Tree) -> Iterator[str]:
    """All words in a tree."""
    if isinstance(value, Table):
        for key, inner in value.items():
            yield from (key, *told(inner))
    elif isinstance(value, Rows):
        for inner in value:
            yield from told(inner)
    elif value is not None:
        yield value


#: Words of the wrong values: a message quotes what stands there, perhaps cut.
OWN = {word for value in WRONG for one in told(value) for word in re.findall(r"[A-Za-z_][A-Za-z_0-9]*", one)}
OWN |= {"a" * 27, "a" * 30, "unheard_of", "e9", "x1f", "A"}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_with_every_wrong_value(model: type[BaseModel]) -> None:
    """A missing key, an unknown one, wrong values behind each key and several keys that do not fit: all in Chinese."""
    trees = [Table({}, PLACE), table(unheard_of=text("1"))]
    trees += [Table({text(key): value}, PLACE) for key in keys(model) for value in WRONG]
    rng = random.Random(model.__name__)  # noqa: S311 not for secrets
    trees += [
        Table({text(key): rng.choice(VALUES) for key in keys(model) if rng.random() < 0.6}, PLACE) for _ in range(200)
    ]
    problems = [problem for tree in trees for problem in mistakes(model, tree)]
    assert [found for problem in problems for found in complaints(problem, OWN)] == []
    assert problems


@pytest.mark.parametrize(
    "model", [model for model in MODELS if any(field.alias for field in model.model_fields.values())]
)
def test_a_name_of_the_code_is_no_key(model: type[BaseModel]) -> None:
    """What the code calls a key whose word Python needs itself is unknown in a file, and no hint names it."""
    for name, field in model.model_fields.items():
        if field.alias:
            found = mistakes(model, Table({text(name): text("1")}, PLACE))
            unknown = [problem for problem in found if problem.code == "unknown_key"]
            assert [problem.text for problem in unknown] == [f"“source”没有“{name}”这个键"]
            assert name not in re.findall("[a-z_]+", unknown[0].hint)


def test_the_words_that_may_be_said_are_known() -> None:
    """The test itself looks at something: all models, their keys, and names that are only the code's."""
    assert len(MODELS) > 60
    assert {"from", "except", "scale_to_top", "judged"} <= WRITTEN
    assert {"except_", "low", "high"} <= ATTRIBUTES
    assert list(complaints(Problem(PLACE, "a", "“low”应不小于0"), set()))
    assert list(complaints(Problem(PLACE, "a", "Input should be valid"), set()))
    assert list(complaints(Problem(PLACE, "a", "“max”应为数字：Input should be a number"), set()))
