"""The keys of readings in a scheme file: a question that the document leaves open, and its answers."""

from typing import Any, Self

from pydantic import Field, model_validator

from assess.domain.filled import Filled
from assess.domain.model import Model


class OverlayFile(Model):
    """One replacement that an alternative reading makes: a path to what stands there, and what is put in its place."""

    at: Filled[str]
    put: Any


class ChoiceFile(Model):
    """One answer to a reading's question."""

    label: str
    overlay: tuple[OverlayFile, ...] = ()


class ReadingFile(Model):
    """A question that the document leaves open."""

    clause: str
    question: str
    default: str
    choices: dict[str, ChoiceFile] = Field(min_length=1)

    @model_validator(mode="after")
    def _default_is_a_choice(self) -> Self:
        if self.default not in self.choices:
            message = f"default（默认）应为choices之一：{'、'.join(self.choices)}"
            raise ValueError(message)
        if self.choices[self.default].overlay:
            message = "默认的理解就是数据本身，不能再写overlay"
            raise ValueError(message)
        return self
