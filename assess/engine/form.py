"""What is asked of whom: everything that is entered for a unit, in the order of the document.

The one source of what is missing; whatever else asks people for values (sheets, workbooks, a page) is a view of it.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from assess.entered.inputs import Input, InputSlot
from assess.entered.questions import Question, lack
from assess.entered.values import WORDS
from assess.ground.address import APPLICATION, LAST_YEAR, SELF_MARK, SELF_NOTE, UNIT, Address
from assess.ground.place import Problem
from assess.parts.money import FUNDS, FUNDS_LABEL, fund_slots
from assess.scheme.nodes import groups, leaves
from assess.scheme.plan import Plan
from assess.scheme.scheme import Scheme
from assess.year.case import Facts, UnitCase
from assess.year.evidence import Evidence, Unit
from assess.year.part_case import UnitPart


def form(facts: Facts, unit: Unit) -> Iterator[Question]:
    """Everything that is asked of a unit: about itself, then part by part of its total, then its application.

    A value that several indicators share is asked for with each of them, under the one address that it has.
    """
    scheme = facts.scheme
    tree = scheme.tree_of(unit.type, unit.table)
    yield from _about_unit(scheme, unit)
    above = {FUNDS: FUNDS_LABEL}
    above |= {group.id: f"{group.id} {group.heading.label}" for group in groups(tree.nodes)}
    for part in scheme.parts_of(tree.list):
        for leaf in leaves(part.nodes(tree)):
            if leaf.applies(unit.type):
                yield from _of_leaf(UnitCase(facts, {}, leaf, unit, tree.id), above)
        yield from part.rules.asks(UnitPart(facts, part, unit))
    if tree.plan is not None and not any(
        FUNDS in part.rules.entered_at(part.id) for part in scheme.parts_of(tree.list)
    ):
        yield from _about_money(unit, tree.plan)
    yield from _about_application(scheme, unit)


def year_form(scheme: Scheme, evidence: Evidence) -> Iterator[Question]:
    """What is asked of the year as a whole: the numbers of each round of voting."""
    for one in evidence.rounds:
        part = scheme.part_of[one.part]
        lists = {name: label for name, label in scheme.lists.items() if part.full[name]}
        yield from part.rules.asks_of(one, part.label, lists)


def unanswered(case: UnitCase, names: Iterable[str]) -> list[InputSlot]:
    """Which of these inputs a leaf's rule asks for in vain, each once."""
    return [case.leaf.slots[name] for name in dict.fromkeys(names) if not case.known(name)]


def lack_of(case: UnitCase, slot: InputSlot) -> Problem:
    """What is said of an input that lacks."""
    unit, leaf = case.unit, case.leaf
    what = f"{unit.name}“{leaf.id} {leaf.heading.label}”"
    address = Address(unit.id, slot.owner, slot.name)
    fact = unit.facts.get(slot.owner)
    if fact is not None and slot.name in fact.unconfirmed:
        return lack(address, f"{what}的{slot.spec.label}是空表，还没有确认", "确实没有的，请写“无”", "unconfirmed")
    return lack(address, f"{what}缺“{slot.spec.label}”")


def _of_leaf(case: UnitCase, above: dict[str, str]) -> Iterator[Question]:
    """What the leaf's rule asks of the unit, as far as what is known decides it; then what may be added to it."""
    unit, leaf = case.unit, case.leaf
    owner = f"{leaf.id} {leaf.heading.label}"
    for name in dict.fromkeys(leaf.rule.asks(case)):
        slot, known = leaf.slots[name], case.known(name)
        yield Question(
            address=Address(unit.id, slot.owner, name),
            owner=owner,
            label=slot.spec.label,
            spec=slot.spec,
            answered=known,
            lack=None if known else lack_of(case, slot),
            above=above.get(slot.owner, "") if slot.owner != leaf.id else "",
            required=True,
        )
    fact = unit.facts.get(leaf.id)
    for name, spec in leaf.heading.declared.items():
        if name not in leaf.slots:  # it is shown beside the points
            address = Address(unit.id, leaf.id, name)
            yield Question(address, owner, spec.label, spec, answered=unit.value(leaf.id, name) is not None)
    for name, line in leaf.evidence.items():
        shown = Input(label=line.label, unit=line.unit, text=line.text, unitless=not line.text)
        answered = fact is not None and name in fact.lines
        yield Question(Address(unit.id, leaf.id, name), owner, line.label, shown, answered)
    yield Question(Address(unit.id, leaf.id, SELF_MARK), owner, "自评分", _SELF, leaf.id in unit.self_marks)
    noted = leaf.id in unit.self_notes
    yield Question(Address(unit.id, leaf.id, SELF_NOTE), owner, "自评说明", _text("自评说明"), noted)
    for name, label in WORDS.items():
        answered = fact is not None and bool(getattr(fact, name))
        yield Question(Address(unit.id, leaf.id, name), owner, label, _text(label), answered)


_SELF = Input(label="自评分", unit="分")


@cache
def _text(label: str) -> Input:
    return Input(label=label, text=True)


@cache
def _choice(label: str, choices: tuple[str, ...]) -> Input:
    return Input(label=label, choices=choices)


#: What is known of a unit itself, apart from its type and its attributes.
_UNIT_WORDS = {
    "name": "单位名称",
    "short": "简称",
    "head": "负责人",
    "contact": "联系人",
    "self_report": "自评报告",
}


def _about_unit(scheme: Scheme, unit: Unit) -> Iterator[Question]:
    owner = "单位情况"
    for name, label in _UNIT_WORDS.items():
        yield Question(Address(unit.id, UNIT, name), owner, label, _text(label), bool(getattr(unit, name)))
    types = tuple(one.label for one in scheme.unit_types.values())
    yield Question(Address(unit.id, UNIT, "type"), owner, "单位类型", _choice("单位类型", types), answered=True)
    tables = tuple(
        one.label for one in scheme.trees.values() if one.is_table and one.list == scheme.unit_types[unit.type].list
    )
    if tables:
        yield Question(Address(unit.id, UNIT, "table"), owner, "指标表", _choice("指标表", tables), answered=True)
    for name, attribute in scheme.attributes.items():
        if attribute.concerns(unit.type):
            asked = _choice(attribute.label, attribute.choices)
            answered = bool(unit.attributes.get(name))
            yield Question(Address(unit.id, UNIT, name), owner, attribute.label, asked, answered)


def _about_money(unit: Unit, plan: Plan) -> Iterator[Question]:
    """The money of a unit whose papers show it, although no part of its total comes of it."""
    for name, slot in fund_slots(plan.unit).items():
        answered = unit.value(FUNDS, name) is not None
        yield Question(Address(unit.id, FUNDS, name), FUNDS_LABEL, slot.spec.label, slot.spec, answered)


def _about_application(scheme: Scheme, unit: Unit) -> Iterator[Question]:
    """The application for the highest grade, and last year's place; who does not apply leaves it out."""
    if scheme.selection is None:
        return
    applied, last = unit.application, unit.last_year
    owner = f"申报{scheme.selection.labels.excellent}"
    conditions = tuple(one.label for one in scheme.selection.conditions.values())
    if conditions:
        asked = _choice("符合的条件", conditions)
        yield Question(Address(unit.id, APPLICATION, "meets"), owner, "符合的条件", asked, applied is not None)
        for name, label in (("work", "申报所凭的指标"), ("statement", "申报理由")):
            answered = applied is not None and bool(getattr(applied, name))
            yield Question(Address(unit.id, APPLICATION, name), owner, label, _text(label), answered)
    lists = _choice("名单", tuple(scheme.lists.values()))
    places = (("list", lists), ("rank", _COUNT["名次"]), ("of", _COUNT["单位数"]), ("last", _LAST))
    for name, spec in places:
        yield Question(Address(unit.id, LAST_YEAR, name), "上一年的结果", spec.label, spec, last is not None)


_COUNT = {label: Input(label=label, unit=unit, whole=True) for label, unit in (("名次", "名"), ("单位数", "个"))}
_LAST = Input(label="是不是末位", flag=True)
