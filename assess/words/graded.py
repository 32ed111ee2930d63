"""Whether there is anything to say of grades at all."""

from assess.scheme.scheme import Scheme


def gives_grades(scheme: Scheme) -> bool:
    """Whether units have grades; where a scheme names none people cannot decide on one either."""
    return scheme.selection is not None or scheme.grades is not None
