"""The scheme language as a JSON Schema, so that editors complete keys and mark mistakes while typing."""

from fractions import Fraction
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from assess.scheme.reading.scheme_file import SchemeFile

#: The one key that the reader of the folder takes before anything is checked.
INCLUDE = "并入的其他文件，按书写的次序；可写通配符，如departments/*.yaml"


class _InChinese(GenerateJsonSchema):
    """What an editor shows: the fields' own words, a kind's summary; no class names, no docstrings for engineers."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401 one of pydantic's many kinds of schema
        del schema
        return False

    def encode_default(self, dft: Any) -> Any:  # noqa: ANN401 a default of any field
        # For an editor that writes it out; points are never computed from it.
        return float(dft) if isinstance(dft, Fraction) else super().encode_default(dft)

    def model_schema(self, schema: core_schema.ModelSchema) -> dict[str, Any]:
        found = super().model_schema(schema)
        for key in ("title", "description"):
            found.pop(key, None)
        summary = getattr(schema["cls"], "summary", "")
        return {"description": summary, **found} if summary else found


def scheme_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a scheme file, `include` among its keys."""
    schema = SchemeFile.model_json_schema(by_alias=True, schema_generator=_InChinese)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["properties"]["include"] = {"type": "array", "items": {"type": "string"}, "description": INCLUDE}
    return schema
