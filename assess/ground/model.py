"""The base of everything that is read from a scheme file: closed keys, frozen values, exact numbers."""

from collections.abc import Callable
from fractions import Fraction
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from assess.ground.numbers import NotANumberError, exact, plain


class Model(BaseModel):
    """A checked part of a scheme: an unknown key is an error, a checked value never changes."""

    # Built when first used: most models are only ever used inside another one, which builds them once for all.
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)


class ReadBy(NamedTuple):
    """Has a value read by one function of ours alone, and written by another.

    What pydantic's `PlainValidator` and `PlainSerializer` do too, after a long look at the type and the functions.
    """

    read: Callable[[Any], Any]
    write: Callable[[Any], str]

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Tell pydantic."""
        del source, handler
        written = core_schema.plain_serializer_function_ser_schema(self.write)
        return core_schema.no_info_plain_validator_function(self.read, serialization=written)


def _number(value: Any) -> Fraction:  # noqa: ANN401 pydantic hands over whatever the file holds
    if isinstance(value, str) and "e" in value.lower():
        # Spreadsheets write exponents; a scheme that people read does not.
        raise NotANumberError(value)
    if isinstance(value, str | int | Fraction) and not isinstance(value, bool):
        return exact(value)
    message = "应为数字"
    raise ValueError(message)


#: An exact number as files write it.
Exact = Annotated[Fraction, ReadBy(_number, plain), WithJsonSchema({"type": "number"})]

#: The same above 0, and not below 0, for editors and the documentation: whoever takes it says so in its own words.
Positive = Annotated[Exact, WithJsonSchema({"type": "number", "exclusiveMinimum": 0})]
NotNegative = Annotated[Exact, WithJsonSchema({"type": "number", "minimum": 0})]
