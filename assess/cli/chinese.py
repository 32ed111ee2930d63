"""Click's own sentences in Chinese.

Click asks gettext for every sentence, but gettext would need a compiled catalogue and a locale that says
Chinese, and office machines run with any locale. So the two names under which Click's modules keep gettext's
functions are pointed at the table below. A sentence that is not in it stays English; a test looks for such.
"""

import sys
from gettext import gettext, ngettext

_SENTENCES = {
    "Usage:": "用法:",
    "Options": "选项",
    "Commands": "命令",
    "Positional arguments": "参数",
    "Show this message and exit.": "显示这段说明。",
    "Show the version and exit.": "显示版本。",
    "default: {default}": "默认：{default}",
    "required": "必填",
    "Error: {message}": "错误：{message}",
    "Try '{command} {option}' for help.": "用法说明：{command} {option}",
    "Invalid value: {message}": "值不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 的值不对：{message}",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Missing parameter: {param_name}": "缺少参数：{param_name}",
    "Missing command.": "缺少命令。",
    "No such option {name!r}.": "没有选项“{name}”。",
    "No such command {name!r}.": "没有命令“{name}”。",
    "Did you mean {possibility}?": "是否想写：{possibility}？",
    "(Did you mean one of: {possibilities}?)": "是否想写：{possibilities}？",
    "Got unexpected extra argument ({args})": "多出了参数：{args}",
    "Got unexpected extra arguments ({args})": "多出了参数：{args}",
    "Option {name!r} does not take a value.": "选项“{name}”不带值。",
    "Option {name!r} requires an argument.": "选项“{name}”后面要写一个值。",
    "Option {name!r} requires {nargs} arguments.": "选项“{name}”后面要写{nargs}个值。",
    "{value!r} is not {choice}.": "“{value}”不可用，只能写{choice}。",
    "{value!r} is not one of {choices}.": "“{value}”不可用，可用的有：{choices}。",
    "Choose from:\n\t{choices}": "可用的有：\n\t{choices}",
    "Shell completion is not supported for Bash versions older than 4.4.": "Bash 4.4以下不支持命令补全。",
    "Couldn't detect Bash version, shell completion is not supported.": "认不出Bash的版本，不能补全命令。",
}


def _sentence(english: str) -> str:
    return _SENTENCES.get(english) or gettext(english)


def _counted_sentence(one: str, many: str, count: int) -> str:
    return _SENTENCES.get(one if count == 1 else many) or ngettext(one, many, count)


def speak_chinese() -> None:
    """Make every loaded module of Click take its sentences from here."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] != "click":
            continue
        for attribute, ours in (("_", _sentence), ("ngettext", _counted_sentence)):
            if hasattr(module, attribute):
                setattr(module, attribute, ours)
