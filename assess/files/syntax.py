"""What the YAML parser says of a text that it cannot read, as a sentence with a place."""

import re

import yaml

from assess.files.line_ends import line_and_column
from assess.ground.place import Place, Problem

_DIRECTIVE = "行首的“%”不能用；文字以“%”开头时请加英文引号"

#: Words of the parser, and what they mean to a reader.
_SENTENCES = {
    "could not find expected ':'": "缺少冒号“:”（英文冒号，后面要有空格）",
    "mapping values are not allowed": "这里不能再有冒号；文字里含冒号时请加英文引号",
    "found character that cannot start any token": "这里的字符不能用；缩进请用空格，不要用Tab键",
    "did not find expected <document start>": "内容结束后还有多余的文字",
    "did not find expected key": "缩进不一致，或少写了键",
    "did not find expected '-' indicator": "列表的缩进不一致",
    "did not find expected ',' or '}'": "花括号里缺少逗号，或没有用“}”结束",
    "did not find expected ',' or ']'": "方括号里缺少逗号，或没有用“]”结束",
    "found unexpected end of stream": "引号没有成对",
    "did not find expected node content": "这里缺少内容",
    "control characters are not allowed": "含有不能用的控制字符，这可能不是文本文件",
    "block sequence entries are not allowed": "这里不能写列表项“- ”",
    "exceeded max nesting": "嵌套太深",
    "undefined alias": "不支持锚点和引用（& 和 *），请把内容直接写出来",
    "did not find expected comment or line break": "“|”或“>”后面应换行再写内容",
    "found unknown escape character": "双引号里的“\\”后面不能是这个字符；改用单引号，或把“\\”写成“\\\\”",
    "found invalid unicode character escape code": "“\\u”后面的编码不对",
    "scanning a directive": _DIRECTIVE,
    "found incompatible yaml document": _DIRECTIVE,
    "found unexpected document indicator": "引号里不能有“---”行；引号可能没有成对",
    "scanning a tag": "不支持标签；文字以“!”开头时请加英文引号",
    "scanning an anchor": "不支持锚点和引用（& 和 *）；文字以“&”或“*”开头时请加英文引号",
    "scanning an alias": "不支持锚点和引用（& 和 *）；文字以“&”或“*”开头时请加英文引号",
    "found a tab character": "缩进请用空格，不要用Tab键",
    "mapping keys are not allowed": "这里不能写“?”开头的键",
    "indentation": "“|”或“>”后面各行的缩进不一致",
}

#: What a keyboard set to Chinese makes of `key: value`.
_CHINESE_COLON = re.compile(r"\s*(?:- )?[^\s:：'\"#]+(：)[^:]*")

#: What PyYAML's reader refuses: anything but printable characters.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def syntax_problem(error: yaml.YAMLError, text: str, source: str) -> Problem:
    """Return the problem that the parser found in `text`."""
    said = " ".join(str(getattr(error, name, None) or "") for name in ("problem", "reason", "context")).lower()
    place = _place(error, text, source, said)
    colon = _chinese_colon(text, place) if "':'" in said or "mapping values" in said else None
    if colon is not None:
        sentence = "这里是中文冒号“：”，应写英文冒号“:”，后面加一个空格"
        return Problem(colon, "syntax", f"写法有误：{sentence}")
    sentence = next((meant for words, meant in _SENTENCES.items() if words.lower() in said), "这里的内容认不出来")
    sentence = _seen(text, place) or f"{_opened(error, said, place)}{sentence}"
    hint = "请对照这一行和前后几行，检查缩进、冒号、引号和括号"
    if "control characters" in said:
        hint = "请删去这个字符，或确认选对了文件"
    return Problem(place, "syntax", f"写法有误：{sentence}", hint)


def _seen(text: str, place: Place) -> str:
    """What is wrong can be seen at the place itself: a tab, or a row of a list below a key with a value."""
    lines = text.splitlines()
    rest = lines[place.line - 1][place.column - 1 :] if 0 < place.line <= len(lines) else ""
    if rest.startswith("\t"):
        return "缩进请用空格，不要用Tab键"
    return "这里不能写列表项“- ”；同一处或者全是“键: 值”，或者全是列表项" if rest.startswith("- ") else ""


def _opened(error: yaml.YAMLError, said: str, place: Place) -> str:
    """Where a bracket was opened that is not closed, when that is on an earlier line."""
    mark = getattr(error, "context_mark", None)
    if "did not find expected ','" not in said or mark is None or mark.line + 1 == place.line:
        return ""
    return f"第{mark.line + 1}行开始的"


def _chinese_colon(text: str, place: Place) -> Place | None:
    """The parser notices it on the line itself, or only on the next."""
    lines = text.splitlines()
    for number in (place.line, place.line - 1):
        found = _CHINESE_COLON.fullmatch(lines[number - 1]) if 0 < number <= len(lines) else None
        if found is not None:
            return place._replace(line=number, column=found.start(1) + 1)
    return None


def _place(error: yaml.YAMLError, text: str, source: str, said: str) -> Place:
    mark = getattr(error, "problem_mark", None)
    if "unexpected end of stream" in said:
        # Where the quotation begins tells more than where the file ends.
        mark = getattr(error, "context_mark", None) or mark
    if mark is not None:
        return Place(source, mark.line + 1, mark.column + 1)
    found = _UNPRINTABLE.search(text)
    return Place(source, *line_and_column(text, found.start() if found is not None else 0))
