"""JSON as it is written out."""

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.ground.json_text import json_text

DOCUMENTS = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@settings(derandomize=True, database=None, deadline=None, max_examples=300)
@given(DOCUMENTS)
def test_it_is_what_the_standard_library_writes(document: Any) -> None:  # noqa: ANN401 any JSON
    """Every document is written character by character as the standard library's indenting writer writes it."""
    assert json_text(document) == json.dumps(document, ensure_ascii=False, indent=2)


def test_numbers_other_than_whole_ones_are_refused() -> None:
    """A number that is not whole has no place in a document: decimals are texts there."""
    with pytest.raises(TypeError, match="not JSON serializable"):
        json_text({"points": [Fraction(1, 2)]})
