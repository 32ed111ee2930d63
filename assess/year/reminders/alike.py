"""Words that a reader takes for one and the program does not: blanks, full and half width, case."""

import unicodedata

#: Signs without width that come along when something is pasted.
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))


def alike(word: str) -> str:
    """What is left of a word without blanks, width and case: equal for words that a reader takes for one."""
    return "".join(unicodedata.normalize("NFKC", word).translate(_UNSEEN).casefold().split())
