"""What is asked of whom: everything that is entered for a unit, in the order of the document.

The one source of what is missing; whatever else asks people for values (sheets, workbooks, a page) is a view of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache

from assess.entered.inputs import Input, InputSlot
from assess.entered.questions import Question, lack
from assess.entered.values import WORDS
from assess.ground.address import APPLICATION, LAST_YEAR, SELF_MARK, SELF_NOTE, UNIT, Address
from assess.ground.place import Problem
from assess.ground.said import said
from assess.parts.money import BUDGET, FUNDS, FUNDS_LABEL, SPENT, fund_slots, lack_of_money
from assess.scheme.items import APPLICATION_LABEL, LAST_YEAR_LABEL, UNIT_LABEL
from assess.scheme.nodes import Leaf, groups, leaves
from assess.scheme.plan import Plan
from assess.scheme.scheme import IndicatorTree, Scheme
from assess.year.case import Facts, UnitCase
from assess.year.enterables import SELF_LABELS
from assess.year.evidence import Evidence, Unit
from assess.year.part_case import UnitPart
from assess.year.reading.evidence_file import UnitFile


def form(facts: Facts, unit: Unit) -> Iterator[Question]:
    """Everything that is asked of a unit: about itself, then part by part of its total, then its application.

    A value that several indicators share is asked for with each of them, under the one address that it has.
    """
    scheme = facts.scheme
    tree = scheme.tree_of(unit.type, unit.table)
    yield from _about_unit(scheme, unit)
    above = _above(tree)
    for part in scheme.parts_of(tree.list):
        for leaf in leaves(part.nodes(tree)):
            if leaf.applies(unit.type):
                yield from _of_leaf(UnitCase(facts, {}, leaf, unit, tree.id), above)
        yield from (replace(one, clause=part.clause) for one in part.rules.asks(UnitPart(facts, part, unit)))
    if tree.plan is not None and not any(
        FUNDS in part.rules.entered_at(part.id) for part in scheme.parts_of(tree.list)
    ):
        yield from _about_money(unit, tree.plan)
    yield from _about_application(scheme, unit)


def half_year_form(facts: Facts, unit: Unit) -> Iterator[Question]:
    """What monitoring at half-year asks of a unit: what its target table watches, and its money."""
    tree = facts.scheme.tree_of(unit.type, unit.table)
    above = _above(tree)
    for leaf in leaves(tree.nodes):
        if leaf.applies(unit.type) and leaf.aimed is not None:
            case = UnitCase(facts, {}, leaf, unit, tree.id)
            # Money is asked for once, for the unit.
            names = [name for name in leaf.aimed.asks_halfway(case) if leaf.slots[name].owner != FUNDS]
            yield from _read_by(case, names, above)
    for name, slot in fund_slots(tree.plan.unit).items() if tree.plan is not None else ():
        if name in (BUDGET, SPENT):
            answered = unit.value(FUNDS, name) is not None
            missing = None if answered else lack_of_money(unit.id, unit.name, name)
            address = Address(unit.id, FUNDS, name)
            yield Question(address, FUNDS_LABEL, slot.spec.label, slot.spec, answered, missing, required=True)


def _above(tree: IndicatorTree) -> dict[str, str]:
    """What is entered for several indicators at once, by where it is entered."""
    return {FUNDS: FUNDS_LABEL} | {group.id: f"{group.id} {group.heading.label}" for group in groups(tree.nodes)}


def year_form(scheme: Scheme, evidence: Evidence) -> Iterator[Question]:
    """What is asked of the year as a whole: the numbers of each round of voting."""
    for one in evidence.rounds:
        part = scheme.part_of[one.part]
        lists = {name: label for name, label in scheme.lists.items() if part.full[name]}
        yield from (replace(asked, clause=part.clause) for asked in part.rules.asks_of(one, part.label, lists))


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
    owner, clause = f"{leaf.id} {leaf.heading.label}", leaf.heading.clause
    yield from _read_by(case, leaf.rule.asks(case), above)
    for name, spec, answered in _beside(unit, leaf):
        yield Question(Address(unit.id, leaf.id, name), owner, spec.label, spec, answered, clause=clause)


def _read_by(case: UnitCase, names: Iterable[str], above: Mapping[str, str]) -> Iterator[Question]:
    """These inputs of a leaf, each once."""
    unit, leaf = case.unit, case.leaf
    for name in dict.fromkeys(names):
        slot, known = leaf.slots[name], case.known(name)
        yield Question(
            address=Address(unit.id, slot.owner, name),
            owner=f"{leaf.id} {leaf.heading.label}",
            label=slot.spec.label,
            spec=slot.spec,
            answered=known,
            lack=None if known else lack_of(case, slot),
            above=above.get(slot.owner, "") if slot.owner != leaf.id else "",
            required=True,
            clause=leaf.heading.clause,
        )


def _beside(unit: Unit, leaf: Leaf) -> Iterator[tuple[str, Input, bool]]:
    """What may be entered of a leaf beside what its rule reads: name, what it is, whether it is there."""
    fact = unit.facts.get(leaf.id)
    for name, spec in leaf.heading.declared.items():
        if name not in leaf.slots:  # it is shown beside the points
            yield name, spec, unit.value(leaf.id, name) is not None
    for name, line in leaf.evidence.items():
        shown = Input(label=line.label, unit=line.unit, text=line.text, unitless=not line.text)
        yield name, shown, fact is not None and name in fact.lines
    yield SELF_MARK, _SELF, leaf.id in unit.self_marks
    yield SELF_NOTE, _text(SELF_LABELS[SELF_NOTE]), leaf.id in unit.self_notes
    for name, label in WORDS.items():
        yield name, _text(label), fact is not None and bool(getattr(fact, name))


_SELF = Input(label=SELF_LABELS[SELF_MARK], unit="分")


@cache
def _text(label: str) -> Input:
    return Input(label=label, text=True)


def _choice(address: Address, owner: str, label: str, options: Mapping[str, str], *, answered: bool) -> Question:
    """A choice between what has ids."""
    return Question(address, owner, label, _one_of(label, tuple(options.values())), answered, options=options)


@cache
def _one_of(label: str, choices: tuple[str, ...]) -> Input:
    return Input(label=label, choices=choices)


#: What is known of a unit itself in words, apart from its attributes.
_UNIT_WORDS = ("name", "short", "head", "contact", "self_report")


def _about_unit(scheme: Scheme, unit: Unit) -> Iterator[Question]:
    owner = UNIT_LABEL
    for name in _UNIT_WORDS:
        label = said(UnitFile, name).noun
        yield Question(Address(unit.id, UNIT, name), owner, label, _text(label), bool(getattr(unit, name)))
    yield Question(Address(unit.id, UNIT, "order"), owner, "次序", _ORDER, bool(unit.order))
    types = {name: one.label for name, one in scheme.unit_types.items()}
    yield _choice(Address(unit.id, UNIT, "type"), owner, "单位类型", types, answered=True)
    own_list = scheme.unit_types[unit.type].list
    tables = {tree.id: tree.label for tree in scheme.trees.values() if tree.is_table and tree.list == own_list}
    if tables:
        yield _choice(Address(unit.id, UNIT, "table"), owner, "指标表", tables, answered=True)
    for name, attribute in scheme.attributes.items():
        if attribute.concerns(unit.type):
            asked, answered = _one_of(attribute.label, attribute.choices), bool(unit.attributes.get(name))
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
    selection, applied, last = scheme.selection, unit.application, unit.last_year
    owner = f"{APPLICATION_LABEL}{selection.labels.excellent}"
    conditions = {name: one.label for name, one in selection.conditions.items()}
    if conditions:
        where = Address(unit.id, APPLICATION, "meets")
        asked = [_choice(where, owner, "符合的条件", conditions, answered=applied is not None)]
        for name, label in (("work", "申报所凭的指标"), ("statement", "申报理由")):
            answered = applied is not None and bool(getattr(applied, name))
            asked.append(Question(where._replace(input=name), owner, label, _text(label), answered))
        yield from (replace(one, clause=selection.clause) for one in asked)
    owner, answered = LAST_YEAR_LABEL, last is not None
    yield _choice(Address(unit.id, LAST_YEAR, "list"), owner, "名单", scheme.lists, answered=answered)
    for name, spec in _PLACE.items():
        yield Question(Address(unit.id, LAST_YEAR, name), owner, spec.label, spec, answered)


_ORDER = Input(label="次序", unitless=True, whole=True)
#: Last year's place: the rank, of how many, whether it was the last.
_PLACE: Mapping[str, Input] = {
    "rank": Input(label="名次", unit="名", whole=True, at_least=Fraction(1)),
    "of": Input(label="单位数", unit="个", whole=True, at_least=Fraction(1)),
    "last": Input(label="是不是末位", flag=True),
}
