"""Reads what a target table (绩效目标表) prints as a value, and says what it is not sure of.

`read_indicator` reads an indicator's printed values together and returns the rule that follows (rules/target.py,
rules/attainment.py); `read_value` reads one value. Nothing here raises on a wrong text: what cannot be read is a text
that people judge, and every guess is a `Doubt` with what was assumed and what to do. The steps:

1. `printed`: signs, numbers and units of one text, whatever indicator it belongs to;
2. `names`: what an indicator's name and section say about it (cost, accident, rate, ceiling);
3. `values`: the two put together to a `TargetValue`;
4. `indicators`: half-year and full-year value put together to a rule with its parameters.

How a value is read can be written into a cell and read back: assess/drafting/target_text/reading_notes.py
(`reading_note`, `half_reading_note`, `parsed_note`, and `differing_notes` for the cells that are needed).
"""

from assess.drafting.target_text.doubts import Doubt
from assess.drafting.target_text.indicators import IndicatorReading, formula_of, read_indicator
from assess.drafting.target_text.names import About, Better, about
from assess.drafting.target_text.printed import Form, Printed, read_printed
from assess.drafting.target_text.values import ValueReading, read_value

__all__ = [
    "About",
    "Better",
    "Doubt",
    "Form",
    "IndicatorReading",
    "Printed",
    "ValueReading",
    "about",
    "formula_of",
    "read_indicator",
    "read_printed",
    "read_value",
]
