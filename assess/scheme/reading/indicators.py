"""Compiles indicator trees: exemptions and steps inherited, inputs resolved, shares split, rules checked in place."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from assess.entered.inputs import ALL_OR_NOTHING, Input, InputSlot
from assess.entered.rounds import COUNTS
from assess.entered.values import WORDS
from assess.ground.address import APPLICATION, LAST_YEAR, SELF_MARK, SELF_NOTE, UNIT
from assess.ground.numbers import plain
from assess.ground.place import Problem, ProblemsError, did_you_mean
from assess.ground.tree import Path, Table, place_of
from assess.parts.money import FUNDS, FUNDS_LABEL, fund_slots
from assess.rules.base import Flaw, Rule
from assess.rules.grammar.frame import Frame
from assess.rules.grammar.places import sentence_places
from assess.rules.judged import Judged
from assess.scheme.nodes import Group, Heading, Leaf, Node
from assess.scheme.plan import Plan
from assess.scheme.reading.indicator_file import NodeFile, TreeFile
from assess.scheme.reading.scheme_file import SchemeFile
from assess.scheme.reading.sharing import Sharing
from assess.scheme.reading.wholes import whole_flaws
from assess.scheme.scheme import TOTAL, IndicatorTree

#: Most indicators and groups of a whole scheme.
MAX_INDICATORS = 50_000

#: Words that are never the name of an input.
RESERVED = (*WORDS, SELF_MARK, SELF_NOTE)
#: What may name an input, a mark or a line of evidence: what an expression can read.
_NAME = re.compile(r"[^\W\d]\w*")
_NAME_HINT = "名字用字母、汉字、数字和“_”，不以数字开头，不能有空格和别的符号"


@dataclass(frozen=True, slots=True)
class _Scope:
    """What a node inherits from above."""

    types: frozenset[str]
    step: Fraction | str
    inputs: Mapping[str, InputSlot]
    additions: Mapping[str, str]


class IndicatorCompiler:
    """Compiles all trees of a scheme; what is wrong is collected in `flaws`."""

    def __init__(self, file: SchemeFile, tree: Table) -> None:
        self.file = file
        self.tree = tree
        self.flaws: list[Flaw] = []
        self._populations = {name: frozenset(one.types) for name, one in file.populations.items()}
        self._seen: dict[str, Path] = {}
        self._count = 0
        self._sharing = Sharing(file, self.flaws)
        self._plans = {one.list: one.plan for one in file.targets if one.list and one.plan}
        self._with_trees = {one.list for one in file.targets if one.list}
        #: What stands where an indicator's id would, in addresses, worked cases and stated totals.
        self._reserved = {FUNDS: FUNDS_LABEL, UNIT: "单位情况", APPLICATION: "申报", LAST_YEAR: "上一年的结果"}
        self._reserved |= COUNTS
        self._reserved |= {TOTAL: "总分", **{name: one.label for name, one in file.parts.items()}}

    def trees(self) -> dict[str, IndicatorTree]:
        """Compile every list's tree (several `targets` entries of one list are joined) and every table."""
        compiled: dict[str, IndicatorTree] = {}
        for index, target in enumerate(self.file.targets):
            name = target.table or target.list or ""
            nodes = self._target(target, ("targets", index))
            list_id = self._list_of(target)
            if name in compiled and not target.table:
                nodes = (*compiled[name].nodes, *nodes)
            label, is_table = target.label or self._list_label(list_id), target.table is not None
            compiled[name] = IndicatorTree(name, label, target.clause, list_id, nodes, is_table, self._plan_of(target))
        for name, one in self.file.lists.items():
            compiled.setdefault(name, IndicatorTree(name, one.label, "", name, ()))
        return compiled

    def _list_label(self, list_id: str) -> str:
        return self.file.lists[list_id].label if list_id in self.file.lists else list_id

    def _list_of(self, target: TreeFile) -> str:
        """A table belongs to the list whose unit types have no tree of their own."""
        if target.list is not None:
            return target.list
        without = (name for name in self.file.lists if name not in self._with_trees)
        return next(without, next(iter(self.file.lists)))

    def _plan_of(self, target: TreeFile) -> Plan | None:
        """A list's plan stands with one of its entries and holds for all of them."""
        return target.plan or self._plans.get(target.list or "")

    def _target(self, target: TreeFile, path: Path) -> tuple[Node, ...]:
        list_id = self._list_of(target)
        types = frozenset(name for name, one in self.file.unit_types.items() if one.list == list_id)
        plan = self._plan_of(target)
        funds = fund_slots(plan.unit) if plan is not None else {}
        scope = _Scope(types, self.file.mark_step, funds, target.additions)
        if target.table is not None:
            self._seen = {}
        if target.max is not None:
            self._check_full_mark(target.max, path)
            self._sharing.share_out(target.indicators, target.shares, target.max, path, target.table or list_id)
        common = self._nodes(self.file.common, ("common",), scope) if target.use_common else ()
        nodes = (*common, *self._nodes(target.indicators, (*path, "indicators"), scope))
        for name in target.additions:
            if name not in self._seen:
                here = (*path, "additions", name)
                hint = did_you_mean(name, self._seen)
                self.flaws.append(Flaw(here, "unknown_reference", f"没有“{name}”这个指标", hint))
        return nodes

    def _nodes(self, nodes: Sequence[NodeFile], path: Path, scope: _Scope) -> tuple[Node, ...]:
        return tuple(self._node(node, (*path, index), scope) for index, node in enumerate(nodes))

    def _node(self, node: NodeFile, path: Path, scope: _Scope) -> Node:
        maximum = self._sharing.maximum(node, path)
        self._check_count(path)
        self._check_id(node, path)
        self._check_full_mark(maximum, path)
        if node.indicators and maximum is None:
            text = f"“{node.id}”是一组指标，必须写max（满分）"
            self.flaws.append(Flaw(path, "full_mark", text, "或在上级写shares，由上级分"))
        inner = self._inner(node, scope, path)
        heading = self._heading(node, inner)
        if node.rule is not None:
            return self._leaf(heading, node.rule, maximum, node, path, inner)
        full = maximum if maximum is not None else Fraction(0)
        if node.shares == "single":
            joined = "；".join(f"{child.id}.{child.label}" for child in node.indicators)
            return self._leaf(replace(heading, content=joined), Judged(), full, node, path, inner)
        self._sharing.share_out(node.indicators, node.shares, full, path, node.id)
        return Group(heading, full, node.floor, node.lift, self._nodes(node.indicators, (*path, "indicators"), inner))

    def _inner(self, node: NodeFile, scope: _Scope, path: Path) -> _Scope:
        types = scope.types & frozenset(node.only) if node.only else scope.types - frozenset(node.except_)
        declared = {name: InputSlot(node.id, name, spec) for name, spec in node.inputs.items()}
        for name in (*declared, *node.evidence):
            here = (*path, "inputs" if name in declared else "evidence", name)
            if name in RESERVED:
                text = f"“{name}”是保留的名字，不能用作数据名"
                self.flaws.append(Flaw(here, "reserved_name", text, "请换一个名字"))
            elif _NAME.fullmatch(name) is None:
                self.flaws.append(Flaw(here, "name", f"“{name}”不能用作数据名", _NAME_HINT))
            if name in declared and name in node.evidence:
                here = (*path, "evidence", name)
                text = f"“{name}”在inputs里已经有了"
                self.flaws.append(Flaw(here, "duplicate_name", text, "请换一个名字"))
        seen = {**scope.inputs, **declared}
        self.flaws += whole_flaws(path, node.inputs, seen)
        step = scope.step if node.mark_step is None else node.mark_step
        return _Scope(types, step, seen, scope.additions)

    def _heading(self, node: NodeFile, scope: _Scope) -> Heading:
        return Heading(
            id=node.id,
            label=node.label,
            clause=node.clause,
            types=scope.types,
            content=node.content,
            texts=node.texts,
            addition=scope.additions.get(node.id, ""),
            tags=node.tags,
            readings=node.readings,
            declared=node.inputs,
        )

    def _leaf(
        self,
        heading: Heading,
        rule: Rule,
        maximum: Fraction | None,
        node: NodeFile,
        path: Path,
        scope: _Scope,
    ) -> Leaf:
        brought = {name: InputSlot(heading.id, name, spec) for name, spec in rule.brings() if name not in node.inputs}
        self._check_brought(brought, node, path, scope)
        known = {**scope.inputs, **brought}
        frame = Frame(
            leaf=heading.id,
            label=heading.label,
            maximum=maximum,
            step=self._step(scope, maximum),
            inputs={name: slot.spec for name, slot in known.items() if isinstance(slot.spec, Input)},
            types=scope.types,
            populations=self._populations,
            population_labels={name: one.label for name, one in self.file.populations.items()},
            digits=self.file.rounding.digits,
            share_digits=self.file.rounding.share_digits,
            places=sentence_places(self.file.rounding.at, self.file.rounding.digits),
        )
        self._check_rule(rule, frame, path)
        slots = {name: known[name] for name in rule.reads() if name in known}
        # Two branches of a rule may ask for one and the same mark.
        marks = tuple(rule.marks(frame))
        for name, mark in dict.fromkeys(marks) if len(marks) > 1 else marks:
            self._check_mark_name(name, name in slots or name in node.inputs, node, path)
            slots[name] = InputSlot(heading.id, name, mark)
        return Leaf(heading, frame, rule, slots, node.evidence)

    def _check_brought(self, brought: Iterable[str], node: NodeFile, path: Path, scope: _Scope) -> None:
        """What a rule itself asks for has a name of its own: not one of evidence, nor of an input further up."""
        for name in brought:
            above = scope.inputs[name].owner if name in scope.inputs else FUNDS
            if above != FUNDS:
                text = f"“{name}”是规则自己要填的数据的名字，上级“{above}”的inputs里也有：不知道用哪一个"
                hint = f"上级的换一个名字；要用上级的，在“{node.id}”的规则里写value"
                self.flaws.append(Flaw((*path, "rule"), "duplicate_name", text, hint))
            if name in node.evidence:
                text = f"“{name}”是规则自己要填的数据的名字，evidence不能用"
                here = (*path, "evidence", name)
                self.flaws.append(Flaw(here, "duplicate_name", text, "请换一个名字"))

    def _check_mark_name(self, name: str, is_input: bool, node: NodeFile, path: Path) -> None:  # noqa: FBT001 a fact
        text, hint = "", "请换一个名字"
        if name in RESERVED:
            text = f"“{name}”是保留的名字，不能用作评分的名字"
        elif is_input or name in node.evidence:
            text = f"评分的名字“{name}”与{'inputs' if is_input else 'evidence'}里的重名"
        elif _NAME.fullmatch(name) is None:
            text, hint = f"“{name}”不能用作评分的名字", _NAME_HINT
        if text:
            here = (*path, "rule")
            self.flaws.append(Flaw(here, "duplicate_name", text, hint))

    def _step(self, scope: _Scope, maximum: Fraction | None) -> Fraction:
        if isinstance(scope.step, Fraction):
            return scope.step
        return maximum if scope.step == ALL_OR_NOTHING and maximum else self.file.mark_step

    def _check_id(self, node: NodeFile, path: Path) -> None:
        what = self._reserved.get(node.id)
        if what is not None:
            text = f"“{node.id}”是{what}的编号，不能用作指标编号"
            self.flaws.append(Flaw((*path, "id"), "reserved_name", text, "请换一个编号"))
        first_path = self._seen.setdefault(node.id, path)
        if first_path != path:
            first, here = place_of(self.tree, (*first_path, "id")), (*path, "id")
            text = f"编号“{node.id}”重复了，第一次在{first.source}第{first.line}行"
            self.flaws.append(Flaw(here, "duplicate_id", text, "每个指标的编号只能用一次"))

    def _check_count(self, path: Path) -> None:
        """Common indicators count in every table: two short lists could make millions."""
        self._count += 1
        if self._count > MAX_INDICATORS:
            text = f"指标太多（最多{MAX_INDICATORS}个；各部门共同的指标在每张表里各算一个）"
            raise ProblemsError([Problem(place_of(self.tree, path), "too_many", text)])

    def _check_full_mark(self, maximum: Fraction | None, path: Path) -> None:
        if maximum is not None and maximum <= 0:
            text = f"满分应大于0，这里是{plain(maximum)}"
            self.flaws.append(Flaw((*path, "max"), "full_mark", text))

    def _check_rule(self, rule: Rule, frame: Frame, path: Path) -> None:
        where = (*path, "rule", rule.kind)
        flaws = list(rule.all_flaws(frame))
        self.flaws += [flaw._replace(path=(*where, *flaw.path)) for flaw in flaws]
        if flaws or frame.maximum is None or frame.maximum <= 0 or rule.may_exceed:
            return
        high = rule.reach(frame).high
        if high is None or high > frame.maximum:
            reached = "的得分没有上限，可能" if high is None else f"最多可得{plain(high)}分，"
            text = f"规则{reached}超过满分{plain(frame.maximum)}分"
            hint = "给规则加上上限（cap或ceiling），或修改满分"
            self.flaws.append(Flaw(where, "over_full_mark", text, hint))
