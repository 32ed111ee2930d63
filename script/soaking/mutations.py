"""What goes wrong with a file on its way: lines lost, doubled and moved, words misspelt, bytes flipped."""

import random
import re
from collections.abc import Callable, Sequence

Change = Callable[[bytes, random.Random, Sequence[bytes]], bytes]

#: What stands where something else was meant.
VALUES = (
    "", "[]", "{}", "~", "''", "x", "0", "1", "-1", "0.5", "100", "1e9", "1e999999", "9" * 40, "NaN", "inf", "true",
    "[~]", "[[]]", "[1, 2]", "{a: 1}", "{A: {}}", "不适用", "无", "１２", "3分", "1,000", "两个", "2024-02-30", "a / 0",
    "A1 +", "missing", "*", "&a", "*a", "!!str x", "|", ">", "'", '"', "- x", "<<", "\x07", "\t", "\ufeff", "𠮷",
)  # fmt: skip
SIGNS = "{}[]:,#&*!|>'\"%@-?\t\x07零9 \\"
#: ASCII punctuation as a Chinese keyboard types it.
CHINESE_SIGNS = {":": "：", ",": "，", "[": "【", "]": "】", "{": "｛", "}": "｝", '"': "“", "-": "—", " ": "\u3000"}

_WORD = re.compile(r"[\w.\-]+")
_KEY = re.compile(r"(?m)^(\s*(?:- )?\{?)([A-Za-z_]\w*)(?=:)")


def mutated(content: bytes, rng: random.Random, others: Sequence[bytes]) -> tuple[bytes, list[str]]:
    """Return `content` with one to three things done to it, and what they are called. `others`: files to paste from."""
    names = []
    for _ in range(rng.choice((1, 1, 2, 3))):
        change = rng.choice(CHANGES)
        content = change(content, rng, others)
        names.append(change.__name__)
    return content, names


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", "surrogateescape").split("\n")


def _joined(lines: Sequence[str]) -> bytes:
    return "\n".join(lines).encode("utf-8", "surrogateescape")


def _some(lines: Sequence[str], rng: random.Random) -> slice:
    """A few neighbouring lines, seldom many."""
    start = rng.randrange(len(lines))
    return slice(start, start + rng.choice((1, 1, 1, 2, 3, 8, 30)))


def delete_lines(content: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """Lines are lost."""
    del others
    lines = _lines(content)
    del lines[_some(lines, rng)]
    return _joined(lines)


def double_lines(content: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """Lines stand twice."""
    del others
    lines = _lines(content)
    part = _some(lines, rng)
    lines[part.stop : part.stop] = lines[part]
    return _joined(lines)


def swap_lines(content: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """Two lines change places."""
    del others
    lines = _lines(content)
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return _joined(lines)


def indent_otherwise(content: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """Lines move to the right or to the left."""
    del others
    lines = _lines(content)
    part, by = _some(lines, rng), rng.choice((-4, -2, -1, 1, 2, 4))
    lines[part] = [
        " " * by + line if by > 0 else line[min(-by, len(line) - len(line.lstrip())) :] for line in lines[part]
    ]
    return _joined(lines)


def replace_word(content: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """A word becomes something quite different."""
    del others
    return _at_a_word(content, rng, lambda word, _: rng.choice(VALUES) if word else word)


def exchange_words(content: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """A word becomes another one of the same file."""
    del others
    return _at_a_word(content, rng, lambda _, words: rng.choice(words))


def change_number(content: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """A number becomes another."""
    del others
    numbers = ("0", "-1", "1", "2", "0.001", "7", "1000000", "99999999999999999", "1.5.2", "１")
    return _at_a_word(content, rng, lambda word, _: rng.choice(numbers) if word[:1].isdigit() else word)


def misspell_key(content: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """A key loses a letter, or two of its letters change places."""
    del others
    text = "\n".join(_lines(content))
    keys = list(_KEY.finditer(text))
    if not keys:
        return content
    start, end = rng.choice(keys).span(2)
    at = rng.randrange(start, end)
    wrong = text[start:at] + text[at + 1 : end] if rng.random() < 0.5 else text[start:end] + "s"  # noqa: PLR2004 a coin
    return (text[:start] + wrong + text[end:]).encode("utf-8", "surrogateescape")


def insert_sign(content: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """A sign too many."""
    del others
    text = "\n".join(_lines(content))
    at = rng.randrange(len(text) + 1)
    return (text[:at] + rng.choice(SIGNS) + text[at:]).encode("utf-8", "surrogateescape")


def chinese_sign(content: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """A sign as a Chinese keyboard types it."""
    del others
    text = "\n".join(_lines(content))
    places = [found.start() for found in re.finditer(r"[:,\[\]{}\"\- ]", text)]
    if not places:
        return content
    at = rng.choice(places)
    return (text[:at] + CHINESE_SIGNS[text[at]] + text[at + 1 :]).encode("utf-8", "surrogateescape")


def flip_bytes(content: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """Bits of some bytes turn over."""
    del others
    changed = bytearray(content)
    for _ in range(rng.choice((1, 1, 4)) if changed else 0):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def truncate(content: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """The file ends early."""
    del others
    return content[: rng.randrange(len(content) + 1)]


def paste(content: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    """A piece of another file stands in this one."""
    lines, source = _lines(content), _lines(rng.choice(others))
    at = rng.randrange(len(lines) + 1)
    lines[at:at] = source[_some(source, rng)]
    return _joined(lines)


def _at_a_word(content: bytes, rng: random.Random, other: Callable[[str, list[str]], str]) -> bytes:
    lines = _lines(content)
    index = rng.randrange(len(lines))
    words = list(_WORD.finditer(lines[index]))
    if not words:
        return content
    start, end = rng.choice(words).span()
    known = _WORD.findall("\n".join(lines))
    lines[index] = lines[index][:start] + other(lines[index][start:end], known) + lines[index][end:]
    return _joined(lines)


CHANGES: tuple[Change, ...] = (
    delete_lines,
    double_lines,
    swap_lines,
    indent_otherwise,
    replace_word,
    replace_word,
    exchange_words,
    exchange_words,
    change_number,
    misspell_key,
    insert_sign,
    chinese_sign,
    flip_bytes,
    truncate,
    paste,
)
