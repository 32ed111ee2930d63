"""What is unclear about a value, what was assumed, and what a person can do about it."""

from typing import NamedTuple


class Doubt(NamedTuple):
    """One thing that is not sure. All of it Chinese, for the person who has the table in hand."""

    code: str
    #: What is unclear.
    text: str
    #: What was assumed, so that the work could go on.
    assumed: str
    #: What to do when that is wrong.
    hint: str


#: Where a value is read otherwise by hand.
NOTE_HINT = "不对的，在表里加一栏“读法”写明（如≤100万元），或改方案文件"
