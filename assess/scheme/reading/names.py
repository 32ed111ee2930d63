"""Checks that every name of a scheme can be told from all others, and written wherever it is needed.

A name that the program or a file of evidence uses for something else would be taken for that without a word; one with
blanks and signs could be written in no address and behind no option of a command.
"""

import re
from collections.abc import Iterator, Mapping

from assess.ground.address import UNIT, UNIT_KEYS
from assess.ground.names import Names
from assess.ground.tree import Path
from assess.parts.money import FUNDS
from assess.rules.base import Flaw
from assess.scheme.reading.overlays import COMMON
from assess.scheme.reading.scheme_file import SchemeFile
from assess.scheme.scheme import TOTAL
from assess.scheme.selection import NO_GRADES

_ID = re.compile(r"[\w.\-]+")
_ID_HINT = "编号用字母、汉字、数字和“.”、“-”、“_”，不能有空格和别的符号"

_CHOICE_HINT = "数量线（line_by）里attribute后面写的是属性的编号，请换一个名称"
_GRADE_HINT = f"{'、'.join(NO_GRADES)}是程序用的，请换一个名称"


def name_flaws(file: SchemeFile) -> Iterator[Flaw]:
    """What is wrong with the names that a scheme gives to anything but indicators and their data."""
    for names in _all_names(file):
        for index, name in enumerate(names.names):
            is_key = isinstance(names.names, Mapping)
            path = (*names.path, name if is_key else index)
            if name in names.reserved:
                text = f"“{name}”是保留的名字，不能用作{names.what}"
                yield Flaw(path, "reserved_name", text, names.hint, is_key)
            elif names.are_ids and _ID.fullmatch(name) is None:
                yield Flaw(path, "name", f"“{name}”不能用作{names.what}", _ID_HINT, is_key)
            elif not name.strip():
                yield Flaw(path, "name", f"{names.what}不能为空", "请写一个名称", is_key)


def _all_names(file: SchemeFile) -> Iterator[Names]:
    yield Names(("lists",), file.lists, "名单的编号")
    yield Names(("unit_types",), file.unit_types, "单位类型的编号")
    yield Names(("attributes",), file.attributes, "单位属性的编号", UNIT_KEYS)
    for name, attribute in file.attributes.items():
        path: Path = ("attributes", name, "choices")
        yield Names(path, attribute.choices, "单位属性的值", ("attribute",), _CHOICE_HINT, are_ids=False)
    yield Names(("populations",), file.populations, "比较范围的编号")
    yield Names(("parts",), file.parts, "组成部分的编号", (FUNDS, UNIT, TOTAL))
    for name, part in file.parts.items():
        for names in part.rules.names():
            yield names._replace(path=("parts", name, part.rules.kind, *names.path))
    for index, target in enumerate(file.targets):
        if target.table is not None:
            yield Names(("targets", index, "table"), (target.table,), "部门指标表的编号", (COMMON,))
    yield Names(("readings",), file.readings, "理解的编号")
    for name, reading in file.readings.items():
        yield Names(("readings", name, "choices"), reading.choices, "读法的编号")
    yield from _names_of_grades(file)


def _names_of_grades(file: SchemeFile) -> Iterator[Names]:
    if file.selection is not None:
        for key, label in file.selection.labels:
            path: Path = ("selection", "labels", key)
            yield Names(path, (label,), "等次的名称", NO_GRADES, _GRADE_HINT, are_ids=False)
        yield Names(("selection", "conditions"), file.selection.conditions, "申报条件的编号")
        yield Names(("selection", "bars"), file.selection.bars, "否决情形的编号")
        yield Names(("selection", "awards"), file.selection.awards, "奖项的编号")
    for index, band in enumerate(file.grades.bands if file.grades is not None else ()):
        path = ("grades", "bands", index, "label")
        yield Names(path, (band.label,), "等次的名称", NO_GRADES, _GRADE_HINT, are_ids=False)
