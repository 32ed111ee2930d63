"""The one form of content that is hashed: the same content has the same hash, wherever it was read."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import is_dataclass
from fractions import Fraction
from typing import Any

from assess.domain.evidence import Evidence, Fact, Unit
from assess.domain.frozen import content_fields
from assess.domain.numbers import plain

#: What evidence holds in an order that does not matter.
_SORTED = ("units", "decisions")

_ROW = json.JSONEncoder(ensure_ascii=False, sort_keys=True)


def sha256(content: Any) -> str:  # noqa: ANN401 any tree of plain values
    """Hash plain content: keys sorted, numbers exact, no white space, UTF-8."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()


def evidence_sha256(evidence: Evidence) -> str:
    """Hash a year's evidence; neither the order of what was written matters nor a value left blank."""
    content = {name: _plain(getattr(evidence, name)) for name in content_fields(Evidence) if name not in _SORTED}
    content["units"] = sorted((_unit(unit) for unit in evidence.units), key=lambda unit: str(unit["id"]))
    content["decisions"] = _sorted([_plain(decision) for decision in evidence.decisions])
    if evidence.stage == "year":  # As before there was another stage.
        del content["stage"]
    return sha256(content)


def _unit(unit: Unit) -> dict[str, Any]:
    content: dict[str, Any] = _plain(unit)
    content["facts"] = {name: fact for name, fact in content["facts"].items() if fact != _NO_FACT}
    for fact in content["facts"].values():
        for name, value in fact["values"].items():
            if isinstance(value, list):
                fact["values"][name] = _sorted(value)
    content["leaders"] = {group: _sorted(marks) for group, marks in content["leaders"].items()}
    if unit.application is not None:
        content["application"]["meets"] = sorted(unit.application.meets)
    return content


def _sorted(rows: list[Any]) -> list[Any]:
    return sorted(rows, key=_ROW.encode) if len(rows) > 1 else rows


def _plain(value: Any) -> Any:  # noqa: ANN401, PLR0911 dispatches on the value
    kind = type(value)
    if kind is str:
        return value
    if kind is Fraction:
        return plain(value)
    if names := content_fields(kind):  # type: ignore[arg-type]  # every type can be hashed
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return kind.__name__ if is_dataclass(kind) else value


_NO_FACT = _plain(Fact())
