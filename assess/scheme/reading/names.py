"""Checks that every name of a scheme can be told from all others, and written wherever it is needed.

A name that the program or a file of evidence uses for something else would be taken for that without a word; one with
blanks and signs could be written in no address and behind no option of a command.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from assess.entered.values import ABSTAINED, INVALID, ISSUED, NOTHING, OWN, RETURNED
from assess.ground.address import UNIT, UNIT_KEYS
from assess.ground.place import Place, Problem
from assess.ground.tree import Table, at, place_of
from assess.parts.ballots import IGNORED
from assess.parts.execution import FUNDS
from assess.scheme.reading.overlays import COMMON
from assess.scheme.reading.scheme_file import PartFile, SchemeFile
from assess.scheme.scheme import TOTAL
from assess.scheme.selection import NO_GRADES

Path = tuple[str | int, ...]

_ID = re.compile(r"[\w.\-]+")
_ID_HINT = "编号用字母、汉字、数字和“.”、“-”、“_”，不能有空格和别的符号"

_OTHER_ID = "请换一个编号"
_LEVEL_HINT = (
    f"{ISSUED}、{RETURNED}、{OWN}、{ABSTAINED}、{INVALID}是数据文件填其他票数用的，{IGNORED}表示弃权票不算；"
    "请换一个名称，弃权票怎样算写在abstentions里"
)
_PANEL_LEVEL_HINT = f"数据文件里“{NOTHING}”表示没有人评分，请换一个名称"
_CHOICE_HINT = "数量线（line_by）里attribute后面写的是属性的编号，请换一个名称"
_GRADE_HINT = f"{'、'.join(NO_GRADES)}是程序用的，请换一个名称"


class _Names(NamedTuple):
    """Names that stand together at `path`, what they are called, and which of them are `reserved`, with what to do."""

    path: Path
    names: Iterable[str]
    what: str
    reserved: Collection[str] = ()
    hint: str = _OTHER_ID
    #: Whether they are ids; else they are words that people read, with signs of any kind.
    are_ids: bool = True


def name_problems(file: SchemeFile, tree: Table) -> Iterator[Problem]:
    """What is wrong with the names that a scheme gives to anything but indicators and their data."""
    for names in _all_names(file):
        for index, name in enumerate(names.names):
            if name in names.reserved:
                text = f"“{name}”是保留的名字，不能用作{names.what}"
                yield Problem(_place(tree, names.path, name, index), "reserved_name", text, names.hint)
            elif names.are_ids and _ID.fullmatch(name) is None:
                text = f"“{name}”不能用作{names.what}"
                yield Problem(_place(tree, names.path, name, index), "name", text, _ID_HINT)
            elif not name.strip():
                yield Problem(_place(tree, names.path, name, index), "name", f"{names.what}不能为空", "请写一个名称")


def _place(tree: Table, path: Path, name: str, index: int) -> Place:
    """A name is a key, one of a list, or all that stands at the path."""
    found = at(tree, path)
    return found.key_place(name) if isinstance(found, Table) else place_of(tree, (*path, index))


def _all_names(file: SchemeFile) -> Iterator[_Names]:
    yield _Names(("lists",), file.lists, "名单的编号")
    yield _Names(("unit_types",), file.unit_types, "单位类型的编号")
    yield _Names(("attributes",), file.attributes, "单位属性的编号", UNIT_KEYS)
    for name, attribute in file.attributes.items():
        path: Path = ("attributes", name, "choices")
        yield _Names(path, attribute.choices, "单位属性的值", ("attribute",), _CHOICE_HINT, are_ids=False)
    yield _Names(("populations",), file.populations, "比较范围的编号")
    yield _Names(("parts",), file.parts, "组成部分的编号", (FUNDS, UNIT, TOTAL))
    for name, part in file.parts.items():
        yield from _names_of_part(("parts", name), part)
    for index, target in enumerate(file.targets):
        if target.table is not None:
            yield _Names(("targets", index, "table"), (target.table,), "部门指标表的编号", (COMMON,))
    yield _Names(("readings",), file.readings, "理解的编号")
    for name, reading in file.readings.items():
        yield _Names(("readings", name, "choices"), reading.choices, "读法的编号")
    yield from _names_of_grades(file)


def _names_of_part(path: Path, part: PartFile) -> Iterator[_Names]:
    if part.ballots is not None:
        reserved = (ISSUED, RETURNED, OWN, ABSTAINED, INVALID, IGNORED)
        levels = part.ballots.levels
        yield _Names((*path, "ballots", "levels"), levels, "测评的等次", reserved, _LEVEL_HINT, are_ids=False)
        yield _Names((*path, "ballots", "groups"), part.ballots.groups, "测评群体的编号")
    if part.panel is not None:
        levels = part.panel.levels
        yield _Names((*path, "panel", "levels"), levels, "评价的等次", (NOTHING,), _PANEL_LEVEL_HINT, are_ids=False)
        yield _Names((*path, "panel", "groups"), part.panel.groups, "各组评分人的编号")


def _names_of_grades(file: SchemeFile) -> Iterator[_Names]:
    if file.selection is not None:
        for key, label in file.selection.labels:
            path: Path = ("selection", "labels", key)
            yield _Names(path, (label,), "等次的名称", NO_GRADES, _GRADE_HINT, are_ids=False)
        yield _Names(("selection", "conditions"), file.selection.conditions, "申报条件的编号")
        yield _Names(("selection", "bars"), file.selection.bars, "否决情形的编号")
        yield _Names(("selection", "awards"), file.selection.awards, "奖项的编号")
    for index, band in enumerate(file.grades.bands if file.grades is not None else ()):
        path = ("grades", "bands", index, "label")
        yield _Names(path, (band.label,), "等次的名称", NO_GRADES, _GRADE_HINT, are_ids=False)
