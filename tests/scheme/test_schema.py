"""The JSON Schema that editors complete keys by."""

from assess.rules.registry import kinds
from assess.scheme.reading.schema import scheme_schema


def test_every_key_and_kind_is_in_the_schema() -> None:
    """The schema has the top-level keys, `include` among them, every rule kind, and days as dates."""
    schema = scheme_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"id", "parts", "targets", "readings", "include"} <= schema["properties"].keys()
    assert schema["properties"]["include"]["items"] == {"type": "string"}
    assert schema["$defs"]["RuleChoice"]["properties"].keys() == kinds().keys()
    assert schema["$defs"]["PeriodFile"]["properties"]["from"]["format"] == "date"
