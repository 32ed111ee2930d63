"""From plain trees to checked, frozen schemes and evidence; every mistake is collected with its place."""

from assess.domain.building.evidence import build_evidence
from assess.domain.building.scheme import build_scheme

__all__ = ["build_evidence", "build_scheme"]
