"""How the half-year values are watched."""

from fractions import Fraction

from pydantic import Field

from assess.ground.model import Exact, Model


class MonitoringRules(Model):
    """Where 偏慢 ends and 滞后 begins. Below the half-year value but at least this share of it: at risk (closed)."""

    at_risk_from: Exact = Field(
        default=Fraction(80), description="没有达到半年值、但达到它的百分之几（含）算有风险，更低算滞后"
    )
    origin: str = Field(default="", description="这条线从哪里来，印在单上")
