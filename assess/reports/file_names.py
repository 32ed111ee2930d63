"""Names of files that Windows, WPS and every other desk can open, and that never collide."""

import unicodedata
from collections.abc import Iterable

#: What Windows forbids in names, and what stands for it.
_FORBIDDEN = str.maketrans('<>:"/\\|?*', "＜＞：”／＼｜？＊")
#: Enough to recognise a department by; a path on Windows has 260 characters in all.
_LONGEST = 40


def safe(text: str) -> str:
    """One part of a file name: no forbidden or invisible characters, no dot at its ends, not long."""
    kept = (
        " " if char.isspace() else char
        for char in unicodedata.normalize("NFC", text)
        if char.isspace() or unicodedata.category(char)[0] != "C"
    )
    plain = "".join(kept).translate(_FORBIDDEN)
    return plain[:_LONGEST].strip(" .") or "未命名"


def distinct(names: Iterable[str], suffix: str) -> list[str]:
    """Complete names with `suffix`; names that are equal to a file system get `-2`, `-3` and so on."""
    taken: set[str] = set()
    found = []
    for name in names:
        candidate, number = name, 1
        while candidate.casefold() in taken:
            number += 1
            candidate = f"{name}-{number}"
        taken.add(candidate.casefold())
        found.append(candidate + suffix)
    return found
