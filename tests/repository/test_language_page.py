"""The words for users: every key of the language has some, they name what is allowed, and the page follows the code."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from assess.rules.base import Rule
from assess.rules.registry import kinds
from assess.scheme.reading.schema import scheme_schema
from script.language_page import __main__ as docs
from script.language_page import examples

SCHEMA = scheme_schema()
_HAN = re.compile(r"[\u4e00-\u9fff]")


def _fields() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every key of the scheme file and of everything in it, rule kinds among them."""
    for model, schema in {"SchemeFile": SCHEMA, **SCHEMA["$defs"]}.items():
        for name, field in schema.get("properties", {}).items():
            yield f"{model}.{name}", field


def _words(schema: Mapping[str, Any]) -> Iterator[str]:
    """The words that a field takes."""
    yield from schema.get("enum", [])
    if isinstance(schema.get("const"), str):
        yield schema["const"]
    for one in schema.get("anyOf", ()):
        yield from _words(one)


def test_all_kinds_are_looked_at() -> None:
    """The schema holds every rule kind, so that the other tests here miss none."""
    assert {kind.__name__ for kind in kinds().values()} <= SCHEMA["$defs"].keys()


def test_every_key_has_a_description_in_chinese() -> None:
    """An office reads what a key means while it types, in its own language."""
    assert [name for name, field in _fields() if not _HAN.search(field.get("description", ""))] == []


def test_every_allowed_word_is_explained() -> None:
    """A word that may be written stands with its meaning in the description."""
    missing = [
        f"{name}: {word}"
        for name, field in _fields()
        for word in _words(field)
        if f"{word}：" not in field["description"]
    ]
    assert missing == []


def test_nothing_for_engineers_reaches_the_editor() -> None:
    """Docstrings and class names stay out of the schema, and defaults are numbers where a number belongs."""
    described = [schema["description"] for schema in SCHEMA["$defs"].values() if "description" in schema]
    assert described
    assert all(_HAN.search(text) for text in described)
    assert not any("title" in schema for schema in SCHEMA["$defs"].values())
    assert SCHEMA["properties"]["mark_step"]["default"] == float(Fraction(1, 100))


@pytest.mark.parametrize("kind", kinds().values(), ids=list(kinds()))
def test_every_kind_says_what_it_does(kind: type[Rule]) -> None:
    """A kind has a summary of a sentence or two."""
    assert _HAN.search(kind.summary)
    assert kind.summary.endswith("。")
    assert kind.summary.count("。") <= 2


def test_the_page_is_what_the_code_says() -> None:
    """`script/docs --check` passes: whoever changes a kind runs `script/docs`."""
    assert docs.main(["--check"]) == 0


def test_an_old_page_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page that differs, or is not there, is shown and ends with 1; writing it mends that."""
    monkeypatch.setattr(docs, "PAGE", tmp_path / "page.md")
    assert docs.main(["--check"]) == 1
    assert "run script/docs" in capsys.readouterr().err
    assert docs.main([]) == 0
    assert docs.main(["--check"]) == 0


def test_an_example_cannot_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    """Points that the engine does not give stop the page."""
    kind = kinds()["judged"]
    monkeypatch.setattr(kind, "example", kind.example._replace(points="0.5"))
    with pytest.raises(ValueError, match=r"judged: the example says 0\.5, the engine 19/20"):
        examples.example(kind)


def test_every_link_inside_the_page_leads_to_a_heading() -> None:
    """A link `#…` in the page is a heading of the page, written the way the forge writes its anchors."""
    text = docs.PAGE.read_text(encoding="utf-8")
    headings = {heading.lower().replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) - headings == set()
