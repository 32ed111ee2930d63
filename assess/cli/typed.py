"""What is wrong with the command line itself, as against the data that it names."""

from assess.ground.place import Place, Problem
from assess.ground.tree import Text

#: Where a word stands that was typed.
TYPED = Place("命令行")
#: Problems that stand in no file: a scheme, a reading or its choice, an id or a period of a new scheme, the name of a
#: file to be written, a cycle; and names of what is entered (`year/meant.py`).
_TYPED_CODES = frozenset(
    {
        "unknown_scheme",
        "unknown_reading",
        "unknown_choice",
        "scheme_id",
        "period",
        "file_name",
        "unknown_cycle",
        "which_cycle",
        "cycle_exists",
        "unknown_keeper",
        "unknown_name",
        "ambiguous_name",
        "incomplete_name",
        "other_tree",
    }
)


def is_about_a_typed_word(problem: Problem) -> bool:
    """Whether it is the command line that is wrong, not the data."""
    return problem.place == TYPED or (problem.place is None and problem.code in _TYPED_CODES)


def as_typed(word: str) -> Text:
    """A word of the command line as a text that knows its place."""
    return Text(word, TYPED)
