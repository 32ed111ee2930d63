"""The keys of readings in a scheme file: a question that the document leaves open, and its answers."""

from typing import Any, Self

from pydantic import Field, model_validator

from assess.ground.filled import Filled
from assess.ground.model import Model


class OverlayFile(Model):
    """One replacement that an alternative reading makes: a path to what stands there, and what is put in its place."""

    at: Filled[str] = Field(
        description="改哪里：先写指标、指标表的编号或最外层的键（“*/编号”是各表的，“*”是各表本身），再一层一层写到要改的键"
    )
    put: Any = Field(description="换成什么；原来的内容整个换掉")


class ChoiceFile(Model):
    """One answer to a reading's question."""

    label: str = Field(description="这种读法的意思")
    overlay: tuple[OverlayFile, ...] = Field(default=(), description="采用这种读法时要改的地方；默认的读法不写")


class ReadingFile(Model):
    """A question that the document leaves open."""

    clause: str = Field(description="条款")
    question: str = Field(description="问题")
    default: str = Field(description="默认采用哪一种，须是choices里有的")
    choices: dict[str, ChoiceFile] = Field(min_length=1, description="各种读法，写成“编号: {…}”")

    @model_validator(mode="after")
    def _default_is_a_choice(self) -> Self:
        if self.default not in self.choices:
            message = f"default（默认）应为choices之一：{'、'.join(self.choices)}"
            raise ValueError(message)
        if self.choices[self.default].overlay:
            message = "默认的理解就是数据本身，不能再写overlay"
            raise ValueError(message)
        return self
