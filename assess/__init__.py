"""The yearly assessment of a college's departments, from the regulation to the printed sheet."""

__version__ = "0.1.0"
