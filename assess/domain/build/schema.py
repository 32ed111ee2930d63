"""The scheme language as a JSON Schema, so that editors complete keys and mark mistakes while typing."""

from typing import Any

from assess.domain.build.scheme_file import SchemeFile


def scheme_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a scheme file, `include` among its keys."""
    schema = SchemeFile.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["properties"]["include"] = {"type": "array", "items": {"type": "string"}}
    return schema
