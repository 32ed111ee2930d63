"""Plain content that is to be written to a file."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Union

#: A part of a file: texts, numbers (exact), days, yes or no, nothing, tables and lists.
Plain = Union[str, Fraction, date, bool, None, Mapping[str, "Plain"], Sequence["Plain"]]  # noqa: UP007 a name inside itself
