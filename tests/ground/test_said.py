"""What is said of a field, and where it stands."""

from typing import Annotated

import pytest
from pydantic import Field

from assess.ground.model import Model
from assess.ground.said import Said, said

COUNT = Said("个数", unit="个")


class Below(Model):
    """Fields with words, without any, and with words over those of their type."""

    spoken: Annotated[int, COUNT] = Field(ge=0, description="几个")
    silent: int
    renamed: Annotated[Annotated[int, COUNT], Said("人数", word="共", unit="人")]


class Above(Below):
    """What is inherited keeps its words, what is declared again has its own."""

    silent: Annotated[int, Said("声音")]


@pytest.mark.parametrize(
    ("model", "name", "noun"),
    [
        (Below, "spoken", "个数"),
        (Below, "silent", "silent"),
        (Below, "renamed", "人数"),
        (Above, "spoken", "个数"),
        (Above, "silent", "声音"),
    ],
)
def test_what_a_field_is_called(model: type[Model], name: str, noun: str) -> None:
    """The words nearest to the field count; a field without any is called by its own name."""
    assert said(model, name).noun == noun


def test_in_a_sentence_about_all_fields() -> None:
    """The noun stands before the value where there is no other word; an empty word is one."""
    assert [COUNT.before, said(Below, "renamed").before, Said("条件", word="").before] == ["个数", "共", ""]


def test_elements_of_a_list() -> None:
    """One of them by its place, and all of them together."""
    bands = Said("档次", element="第{}档")
    assert [bands.element_at(1), bands.elements, COUNT.element_at(0)] == ["第2档", "各档", "第1项"]
