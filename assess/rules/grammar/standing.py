"""How an indicator stands at half-year."""

from fractions import Fraction
from typing import Literal, NamedTuple

State = Literal["on_course", "at_risk", "behind", "no_requirement"]

STATE_LABELS: dict[State, str] = {
    "on_course": "正常",
    "at_risk": "有风险",
    "behind": "滞后",
    "no_requirement": "无可衡量要求",
}


class Standing(NamedTuple):
    """The state, how much of the half-year value is reached (1: all; None: not counted that way), and why."""

    state: State
    share: Fraction | None = None
    text: str = ""


def by_share(share: Fraction, at_risk_from: Fraction, text: str) -> Standing:
    """A value that falls short by share: at risk from `at_risk_from` percent on (closed), behind below."""
    return Standing("at_risk" if share * 100 >= at_risk_from else "behind", share, text)
