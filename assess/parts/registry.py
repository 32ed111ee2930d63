"""Finds the part kinds in this package, and makes the one model that a part of a scheme file is checked by."""

from functools import cache
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, create_model, model_validator
from pydantic_core import CoreSchema

from assess import parts
from assess.ground.kinds import kinds_in
from assess.ground.model import Exact, Model
from assess.parts.base import PartRules

_NOT_KINDS = {"base", "registry", "money", "opinions"}


@cache
def part_kinds() -> dict[str, type[PartRules]]:
    """All part kinds by the word that stands in a scheme file, in alphabetical order."""
    return kinds_in(parts, PartRules, _NOT_KINDS)  # type: ignore[type-abstract]  # the kinds below it are concrete


@cache
def sections() -> tuple[str, ...]:
    """The keys of a unit under which parts of the total are entered, apart from indicators."""
    return tuple(dict.fromkeys(kind.section for kind in part_kinds().values() if kind.section))


class PartFile(Model):
    """A part of the total as its file writes it: exactly one kind, under its word."""

    label: str = Field(description="这一部分的名称")
    clause: str = Field(default="", description="条款")
    full: dict[str, Exact] = Field(description="各名单的满分，写成“名单编号: 分值”")

    @model_validator(mode="after")
    def _one_kind(self) -> "PartFile":
        if sum(getattr(self, kind) is not None for kind in part_kinds()) != 1:
            named = "、".join(f"{name}（{kind.title}）" for name, kind in part_kinds().items())
            message = f"{named}写且只写一种"
            raise ValueError(message)
        return self

    @property
    def rules(self) -> PartRules:
        """The parameters of its kind."""
        given = (getattr(self, kind) for kind in part_kinds())
        rules: PartRules = next(one for one in given if one is not None)
        return rules


@cache
def any_part() -> type[PartFile]:
    """The model of a part of any kind."""
    fields: dict[str, Any] = {
        name: (kind | None, Field(default=None, description=kind.summary)) for name, kind in part_kinds().items()
    }
    return create_model("PartFile", __base__=PartFile, **fields)


class _OfAnyKind:
    """Checks a part by the one model of all kinds, which is made when it is first needed."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        del source
        return handler.generate_schema(any_part())


#: A part in a scheme file.
AnyPart = Annotated[PartFile, _OfAnyKind()]
