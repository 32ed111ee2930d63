"""Every kind of difference with its whole sentence: `examples/*.yaml`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from assess.drafting.comparing import differences
from assess.scheme.reading.building import build_scheme
from tests.drafting.comparing.conftest import HERE, changed_tree, sentences

EXAMPLES = [
    pytest.param(example, id=f"{path.stem}: {example['title']}")
    for path in sorted(Path(HERE, "examples").glob("*.yaml"))
    for example in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def replacements(example: dict[str, Any]) -> list[tuple[str, str]]:
    """The texts to replace, and what by."""
    return [(one["old"], one["new"]) for one in example["replace"]]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_sentences(example: dict[str, Any]) -> None:
    """These replacements in the scheme give these sentences, all of them and in this order."""
    assert sentences(*replacements(example)) == example["says"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_way_back(example: dict[str, Any]) -> None:
    """Whatever is said from old to new is also a difference from new to old."""
    old, new = build_scheme(changed_tree()), build_scheme(changed_tree(*replacements(example)))
    assert bool(differences(new, old)) == bool(example["says"])


def test_no_selection_in_either() -> None:
    """Two schemes that propose no grades do not differ in them."""
    tree = changed_tree()
    del tree["selection"]
    assert differences(build_scheme(tree), build_scheme(tree)) == ()
