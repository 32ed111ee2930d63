"""The forms of a single deduction: per event, per step, on a condition, at people's discretion."""

from typing import Annotated, Any

from pydantic import Discriminator, Tag

from assess.rules.grammar.subtractions.counted import PerEvent, PerStep
from assess.rules.grammar.subtractions.on_condition import AtDiscretion, OnCondition

#: Which form a key belongs to.
_KEYS = {"events": PerEvent.tag, "value": PerStep.tag, "when": OnCondition.tag}


def _form_of(value: Any) -> str | None:  # noqa: ANN401 pydantic hands over whatever the file holds
    forms = [form for key, form in _KEYS.items() if isinstance(value, dict) and key in value]
    if len(forms) != 1:
        return None
    return AtDiscretion.tag if "discretion" in value and "when" in value else forms[0]


#: A single deduction as a scheme file writes it: its keys say which form it is.
Subtraction = Annotated[
    Annotated[PerEvent, Tag("per_event")]
    | Annotated[PerStep, Tag("per_step")]
    | Annotated[OnCondition, Tag("on_condition")]
    | Annotated[AtDiscretion, Tag("at_discretion")],
    Discriminator(
        _form_of,
        custom_error_type="deduction_form",
        custom_error_message=(
            "扣分项要写且只能写下列一种：events和points；value、every、points（和steps）；when和points；when和discretion"
        ),
    ),
]
