"""Values as YAML writes them in the house form: plain where that reads the same, else in double quotes."""

import json
import re
from collections.abc import Mapping, Sequence

import yaml

from assess.files import yaml_reader
from assess.ground.place import ProblemsError
from assess.ground.tree import Table

Value = str | None | Mapping[str, "Value"] | Sequence["Value"]

_TEXT_TAG = "tag:yaml.org,2002:str"
#: Signs that end a line for YAML, or that nobody sees.
_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_RESOLVER = yaml.resolver.Resolver()


def scalar(text: str, *, flow: bool, number: bool = False) -> str:
    """Write a text; what a YAML reader would take for something else is quoted, unless it is meant as a `number`."""
    if _reads_the_same(text, flow=flow) and (number or is_text(text)):
        return text
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def is_text(text: str) -> bool:
    """Whether readers that know numbers, dates and truth values take the unquoted `text` for a text."""
    resolved: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return resolved == _TEXT_TAG


def written(value: Value, *, flow: bool) -> str:
    """Write a value on one line; tables and lists with braces and brackets."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return scalar(value, flow=flow, number=isinstance(value, Number))
    if isinstance(value, Mapping):
        inner = (f"{scalar(key, flow=True)}: {written(one, flow=True)}" for key, one in value.items())
        return "{" + ", ".join(inner) + "}"
    return "[" + ", ".join(written(one, flow=True) for one in value) + "]"


class Number(str):
    """A number as it is to be written, without quotes."""

    __slots__ = ()


def _reads_the_same(text: str, *, flow: bool) -> bool:
    """Whether our own reader gets `text` back when it stands without quotes, with a comment behind it."""
    if not text or "\n" in text or "\r" in text:
        return False
    line = f"[{{k: {text}}}, 0]" if flow else f"k: {text}  # c"
    try:
        tree = yaml_reader.parse(f"t: {line}" if flow else line, "")
    except ProblemsError:
        return False
    if not flow:
        return dict(tree) == {"k": text}
    rows = tree["t"]
    return isinstance(rows, list) and len(rows) == 2 and isinstance(rows[0], Table) and dict(rows[0]) == {"k": text}  # noqa: PLR2004 the text and a guard behind it
