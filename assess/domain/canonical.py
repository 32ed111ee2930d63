"""The one form of content that is hashed: the same content has the same hash, wherever it was read."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import is_dataclass
from fractions import Fraction
from typing import Any

from assess.domain.evidence import Evidence, Fact, Unit
from assess.domain.frozen import content_fields
from assess.domain.numbers import plain

#: What evidence holds in an order that does not matter.
_SORTED = ("units", "decisions", "confirmed")


def sha256(content: Any) -> str:  # noqa: ANN401 any tree of plain values
    """Hash plain content: keys sorted, numbers exact, no white space, UTF-8."""
    return hashlib.sha256(_WHOLE.encode(content).encode()).hexdigest()


def evidence_sha256(evidence: Evidence) -> str:
    """Hash a year's evidence; neither the order of what was written matters nor a value left blank."""
    content = {name: getattr(evidence, name) for name in content_fields(Evidence) if name not in _SORTED}
    content["units"] = [_unit(unit) for unit in sorted(evidence.units, key=lambda unit: unit.id)]
    content["decisions"] = _sorted(evidence.decisions)
    if evidence.stage == "year":  # As before there was another stage.
        del content["stage"]
    if evidence.confirmed:  # As before anything could be confirmed.
        content["confirmed"] = _sorted([_fields(one) | {"address": str(one.address)} for one in evidence.confirmed])
    return sha256(content)


def _unit(unit: Unit) -> dict[str, Any]:
    content = _fields(unit)
    content["facts"] = {name: _fact(fact) for name, fact in unit.facts.items() if fact != _NO_FACT}
    content["leaders"] = {group: _sorted(marks) for group, marks in unit.leaders.items()}
    if unit.application is not None:
        content["application"] = _fields(unit.application) | {"meets": sorted(unit.application.meets)}
    return content


def _fact(fact: Fact) -> dict[str, Any]:
    values = {name: _sorted(value) if isinstance(value, tuple) else value for name, value in fact.values.items()}
    return _fields(fact) | {"values": values}


def _sorted(rows: Sequence[Any]) -> Sequence[Any]:
    return sorted(rows, key=_ROW.encode) if len(rows) > 1 else rows


def _fields(value: object) -> dict[str, Any]:
    return {name: getattr(value, name) for name in content_fields(type(value))}  # type: ignore[arg-type]  # every type can be hashed


def _plain(value: Any) -> Any:  # noqa: ANN401 dispatches on the value
    """What JSON has no form for, one layer of it: the encoder asks again for what is inside."""
    if isinstance(value, Fraction):
        return plain(value)
    if isinstance(value, frozenset):
        return sorted(value)
    if is_dataclass(value):
        return _fields(value) or type(value).__name__
    message = f"no part of a hashed content: {value!r}"
    raise TypeError(message)


_WHOLE = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, sort_keys=True, separators=(",", ":"), default=_plain
)
_ROW = json.JSONEncoder(ensure_ascii=False, check_circular=False, sort_keys=True, default=_plain)

_NO_FACT = Fact()
