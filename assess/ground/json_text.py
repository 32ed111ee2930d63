"""JSON as it is written out: two spaces a level, Chinese as it is."""

from typing import Any

import orjson


def json_text(content: Any) -> str:  # noqa: ANN401 any tree of tables, lists, texts, whole numbers, yes, no and nothing
    """Return `content` as `json.dumps(content, ensure_ascii=False, indent=2)` does, many times faster."""
    return orjson.dumps(content, option=orjson.OPT_INDENT_2).decode()
