"""A year with planted marks: each value stands nowhere else, so that whoever finds one has seen a single mark."""

import re
import zipfile
from pathlib import Path

from pypdf import PdfReader

#: By leader, and without names where the paper has none; 王五's was corrected from another one.
NAMED, NAMELESS = {"王五": "83.37", "李四": "71.53", "赵六": "3.17", "钱七": "90.61"}, ("64.29", "77.91")
CORRECTED = "59.83"
#: What else is typed on the way: by somebody who is no keeper, and in another file.
TYPED, OTHER = "66.12", "58.46"
PLANTED = (CORRECTED, *NAMED.values(), *NAMELESS, TYPED, OTHER)

_READING = """
  R2:
    clause: 第五条
    question: 领导怎样打分？
    default: percent
    choices:
      percent: {label: 百分制}
      direct: {label: 直接打分, overlay: [{at: [parts, leadership, panel, instrument], put: direct}]}
"""
_TRIM = "      trim: {when_more_than: 3}\n"


def plant(small: Path, *, keepers: str = "office") -> None:
    """Change the small scheme and its sample year."""
    scheme, year = small / "scheme.yaml", small / "sample" / "year.yaml"
    text = scheme.read_text(encoding="utf-8")
    text = text.replace("      instrument: percent\n", f"      keepers: {keepers}\n{_TRIM}")
    text = text.replace("groups: {heads:", "instrument: percent\n      groups: {heads:")
    scheme.write_text(text.rstrip() + _READING, encoding="utf-8")
    named = ", ".join(f"{name}: {mark}" for name, mark in {**NAMED, "王五": CORRECTED}.items())
    marks = {"[88, 92]": f"{{{named}}}", "[95, 91]": f"[{', '.join(NAMELESS)}]", "[90]": "[60, 80]"}
    text = year.read_text(encoding="utf-8")
    for old, new in marks.items():
        text = text.replace(f"heads: {old}", f"heads: {new}")
    quoted = f"{{code: leader_mark_scale, address: arts/leadership/heads@赵六, value: '{NAMED['赵六']}'"
    year.write_text(f"{text}confirmed:\n  - {quoted}, by: 王五, reason: 核对过}}\n", encoding="utf-8")
    (small / "other.yaml").write_text(year.read_text(encoding="utf-8").replace(CORRECTED, OTHER), encoding="utf-8")


def found_in(text: str) -> list[str]:
    """The planted marks that stand in a text."""
    return [mark for mark in PLANTED if re.search(rf"(?<![\d.]){re.escape(mark)}(?!\d)", text)]


def text_of(path: Path) -> str:
    """All that a reader finds in a file: of a paper what is printed, of a workbook its cells."""
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            return "\n".join(book.read(name).decode(errors="replace") for name in book.namelist())
    return path.read_text(encoding="utf-8", errors="replace")
