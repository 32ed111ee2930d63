"""From plain trees to checked, frozen schemes and evidence; every mistake is collected with its place."""

from assess.domain.build.evidence import build_evidence
from assess.domain.build.scheme import build_scheme

__all__ = ["build_evidence", "build_scheme"]
