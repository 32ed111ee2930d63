"""Reads the marks that people gave one unit, and says what is asked for of each group of them."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache

from assess.entered.inputs import Input
from assess.entered.questions import Question, lack
from assess.entered.values import NOTHING, Mark
from assess.ground.address import Address
from assess.ground.edges import Edges
from assess.ground.findings import Findings
from assess.ground.place import Place
from assess.ground.tree import Table, Text, Tree
from assess.parts.base import PartCase
from assess.parts.opinions.mark_scores import GroupScore
from assess.parts.opinions.marking import Marking


def questions(rules: Marking, case: PartCase, groups: Iterable[GroupScore]) -> Iterator[Question]:
    """The marks of each group: one question, or one for each person who is named."""
    for one in groups:
        where = Address(case.unit_id, case.part_id, one.group)
        text = f"{case.unit_name}的{case.label}：{one.reason()}"
        missing = None if one.entered else lack(where, text, one.remedy())
        named = [mark.assessor for mark in (*one.single.given, *one.single.recused) if mark.assessor]
        for assessor in named or [""]:
            yield Question(
                address=where._replace(assessor=assessor),
                owner=case.label,
                label=f"{one.label}的评分" + (f"（{assessor}）" if assessor else ""),
                spec=_mark_asked(one.label, tuple(rules.levels), rules.highest_mark(one.group)),
                answered=one.entered,
                lack=missing,
                required=True,
            )


@cache
def _mark_asked(label: str, levels: tuple[str, ...], highest: Fraction | None) -> Input:
    if highest is None:
        return Input(label=label, choices=levels)
    return Input(label=label, unit="分", at_most=highest)


def read_leaders(findings: Findings, rules: Marking, tree: Tree, unit: str) -> dict[str, tuple[Mark, ...]]:
    """Read the leaders' marks on `unit`, as the instrument in force has them."""
    table = findings.table(tree, f"{unit}的领导评价", getattr(tree, "place", None) or Table().place)
    findings.unknown_keys(table, rules.groups, f"{unit}的领导评价")
    marks: dict[str, tuple[Mark, ...]] = {}
    for name, group in rules.groups.items():
        given = table.get(name)
        if given is None:
            continue
        if isinstance(given, Text) and given == NOTHING:
            marks[name] = ()
            continue
        what = f"{unit}的{group.label}评价"
        place = getattr(given, "place", table.place)
        if isinstance(given, Text) and place.title:
            findings.error(place, "no_assessor", f"{what}没有写明是谁评的分", _ASSESSOR_HINT)
            continue
        if isinstance(given, Table):
            named = [(str(leader), mark) for leader, mark in given.items()]
        else:
            named = [("", mark) for mark in findings.rows(given, what, table.key_place(name), _LEADERS_HINT)]
        read = [
            Mark(value, who)
            for who, mark in named
            if (value := _mark(findings, rules, name, mark, f"{what}（{who}）" if who else what, place)) is not None
        ]
        if read:
            marks[name] = tuple(read)
    return marks


_LEADERS_HINT = "写成列表 [92, 88]，或写明评分人 {张三: 92, 李四: 88}；没有人评分的，写“无”"

#: The same for marks that are entered one by one.
_ASSESSOR_HINT = "每位的评分各填一次，写明评分人（--assessor 姓名）；没有人评分的，填“无”（--nothing）"


def _mark(findings: Findings, rules: Marking, group: str, given: Tree, what: str, place: Place) -> Fraction | None:
    """One mark; what is said of a wrong one does not quote it, since it is confidential."""
    if given is None:
        return None
    where, unsaid = getattr(given, "place", place), Findings()
    value: Fraction | None
    if rules.instrument == "levels":
        word = unsaid.one_of(given, rules.levels, what, where)
        value, allowed = (None if word is None else rules.levels[word]), "、".join(rules.levels)
    else:
        bounds = Edges(at_least=Fraction(0), at_most=rules.highest(group))
        value, allowed = unsaid.number(given, bounds, what, where), bounds.text("分")
    for problem in unsaid.problems:
        findings.error(where, problem.code, f"{what}{_WRONG.get(problem.code, '填得不对')}，允许{allowed}", _UNSAID)
    return value


#: What is wrong with a mark, by the code of the mistake.
_WRONG = {"out_of_bounds": "超出了范围", "not_a_number": "不是可用的数字", "unknown_value": "不是方案里的等次"}
#: Why the message does not show what was entered.
_UNSAID = "单个评分保密，这里不显示，请到填写的地方核对"
