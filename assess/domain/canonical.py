"""The one form of content that is hashed: the same content has the same hash, wherever it was read."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

from assess.domain.evidence import Evidence, Fact, Unit
from assess.domain.numbers import plain


def sha256(content: Any) -> str:  # noqa: ANN401 any tree of plain values
    """Hash plain content: keys sorted, numbers exact, no white space, UTF-8."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()


def evidence_sha256(evidence: Evidence) -> str:
    """Hash a year's evidence; neither the order of what was written matters nor a value left blank."""
    content: dict[str, Any] = _plain(evidence)
    content["units"] = sorted((_unit(unit) for unit in evidence.units), key=lambda unit: str(unit["id"]))
    content["decisions"] = _sorted([_plain(decision) for decision in evidence.decisions])
    return sha256(content)


def _unit(unit: Unit) -> dict[str, Any]:
    content: dict[str, Any] = _plain(unit)
    nothing = _plain(Fact())
    content["facts"] = {name: fact for name, fact in content["facts"].items() if fact != nothing}
    for fact in content["facts"].values():
        for name, value in fact["values"].items():
            if isinstance(value, list):
                fact["values"][name] = _sorted(value)
    content["leaders"] = {group: _sorted(marks) for group, marks in content["leaders"].items()}
    if unit.application is not None:
        content["application"]["meets"] = sorted(unit.application.meets)
    return content


def _sorted(rows: list[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: json.dumps(row, ensure_ascii=False, sort_keys=True))


def _plain(value: Any) -> Any:  # noqa: ANN401 dispatches on the value
    if isinstance(value, Fraction):
        return plain(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value) if field.compare} or type(
            value
        ).__name__
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
