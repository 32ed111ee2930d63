"""A list in a file that may not be empty."""

from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field

Item = TypeVar("Item")


def _not_empty(items: tuple[Item, ...]) -> tuple[Item, ...]:
    if not items:
        message = "至少要有1项"
        raise ValueError(message)
    return items


#: At least one item. (pydantic's own `min_length` also complains of a list whose only item is wrong.)
Filled = Annotated[tuple[Item, ...], AfterValidator(_not_empty), Field(json_schema_extra={"minItems": 1})]
