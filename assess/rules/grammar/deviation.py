"""The reason that a target demands when the actual value deviates from it."""

from assess.entered.inputs import Input

DEVIATION = "deviation"


def deviation_input() -> Input:
    """A text: why, and what will be done about it."""
    return Input(label="偏差原因分析及改进措施", text=True)
