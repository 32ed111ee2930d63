"""A year's evidence in the form that is hashed."""

from typing import Any

from assess.entered.rounds import Round
from assess.entered.values import Fact
from assess.ground.hashing import content_fields, fields_of, sha256, sorted_rows
from assess.year.evidence import NO_HISTORY, Evidence, Unit

#: What evidence holds in an order that does not matter.
_SORTED = ("units", "decisions", "confirmed", "rounds")
#: What of a unit is content only where it is given, as before there was such a thing.
_ONLY_GIVEN = ("ungraded", "history", "self_report", "self_notes")


def evidence_sha256(evidence: Evidence) -> str:
    """Hash a year's evidence; neither the order of what was written matters nor a value left blank."""
    content = {name: getattr(evidence, name) for name in content_fields(Evidence) if name not in _SORTED}
    content["units"] = [_unit(unit) for unit in sorted(evidence.units, key=lambda unit: unit.id)]
    content["decisions"] = sorted_rows(evidence.decisions)
    if evidence.stage == "year":  # As before there was another stage.
        del content["stage"]
    if evidence.rounds:  # As before votes were counted by round.
        content["rounds"] = sorted_rows([_round(one) for one in evidence.rounds])
    if evidence.confirmed:  # As before anything could be confirmed.
        content["confirmed"] = sorted_rows(
            [fields_of(one) | {"address": str(one.address)} for one in evidence.confirmed]
        )
    return sha256(content)


def _unit(unit: Unit) -> dict[str, Any]:
    content = fields_of(unit)
    for name in _ONLY_GIVEN:
        if not content[name] or content[name] == NO_HISTORY:
            del content[name]
    if "history" in content:
        history = fields_of(unit.history).items()
        content["history"] = {name: sorted_rows(one) if isinstance(one, tuple) else one for name, one in history}
    content["facts"] = {name: _fact(fact) for name, fact in unit.facts.items() if fact != _NO_FACT}
    content["opinions"] = {
        part: {group: sorted_rows(one) if isinstance(one, tuple) else one for group, one in given.items()}
        for part, given in unit.opinions.items()
    }
    if unit.application is not None:
        content["application"] = fields_of(unit.application) | {"meets": sorted(unit.application.meets)}
    return content


def _round(one: Round) -> dict[str, Any]:
    return fields_of(one) | {"bundles": sorted_rows([fields_of(bundle) for bundle in one.bundles])}


def _fact(fact: Fact) -> dict[str, Any]:
    values = {name: sorted_rows(value) if isinstance(value, tuple) else value for name, value in fact.values.items()}
    return fields_of(fact) | {"values": values}


_NO_FACT = Fact()
