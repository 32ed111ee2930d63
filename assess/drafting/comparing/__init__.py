"""What two schemes differ in: indicators, rules, inputs, readings, exemptions, full marks; not lines of text."""

from assess.drafting.comparing.finding import THEME_LABELS, Difference, Subject, Theme
from assess.drafting.comparing.whole import differences

__all__ = ["THEME_LABELS", "Difference", "Subject", "Theme", "differences"]
