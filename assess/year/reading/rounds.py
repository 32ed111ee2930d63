"""Reads the votes that were counted once for all units: whose each round was, and its numbers."""

from collections.abc import Iterable, Iterator, Mapping

from assess.entered.rounds import GROUP, LIST, PART, ROUND_NUMBERS, Round
from assess.ground.address import ROUNDS
from assess.ground.findings import Findings
from assess.ground.place import Place
from assess.ground.tree import Table, Tree, place_of
from assess.scheme.scheme import Part, Scheme

_HINT = "写成 {group: 测评群体, due: 应到, present: 实到, issued: 发出, returned: 收回, spoilt: 整票无效}"


class RoundReader:
    """Reads the rounds of one year; `asleep` are those that only the default readings ask for, which may stay."""

    def __init__(self, findings: Findings, scheme: Scheme) -> None:
        self.findings = findings
        self._scheme = scheme
        self._parts = _voted(scheme)
        self._by_default = _voted(scheme.by_default) if scheme.by_default is not None else {}
        self.asleep: set[str] = set()

    def read(self, tree: Table) -> Mapping[str, Round]:
        """The rounds of a year's file, by name."""
        rounds: dict[str, Round] = {}
        for name, given, place in named(tree, ROUNDS):
            found = self._round(name, self.findings.table(given, f"场次“{name}”", place, _HINT))
            if found is not None:
                self._refuse_second(found, rounds.values(), place)
                rounds[name] = found
        return rounds

    def _round(self, name: str, table: Table) -> Round | None:
        what = f"场次“{name}”"
        self.findings.unknown_keys(table, (PART, GROUP, LIST, *ROUND_NUMBERS), what)
        part = self._part(name, table, what) if table else None
        if part is None:
            return None
        key = table.place.key
        group = required(self.findings, table, GROUP, part.rules.group_labels, f"{what}的测评群体{key(GROUP)}")
        lists = {one: label for one, label in self._scheme.lists.items() if part.full[one]}
        on_list = (
            "" if table.get(LIST) is None else required(self.findings, table, LIST, lists, f"{what}的名单{key(LIST)}")
        )
        due, present, issued, returned, spoilt = (
            count(self.findings, table, key, f"{what}的{label}") for key, (label, _) in ROUND_NUMBERS.items()
        )
        if group is None or on_list is None:
            return None
        return Round(name, part.id, group, on_list, due, present, issued, returned, spoilt)

    def _part(self, name: str, table: Table, what: str) -> Part | None:
        """The part of the total that the round is for; where there is one it need not be named."""
        known = {**self._by_default, **self._parts}
        if not known:
            text = f"{what}：方案里没有按测评票计分的部分"
            self.findings.error(table.place, "unknown_key", text, "请删去rounds，或核对方案的parts")
            return None
        if table.get(PART) is None and len(known) == 1:
            word: str | None = next(iter(known))
        else:
            labels = {name: one.label for name, one in known.items()}
            word = required(self.findings, table, PART, labels, f"{what}的部分（part）")
        if word is not None and word not in self._parts:
            self.asleep.add(name)
        return self._parts.get(word or "")

    def _refuse_second(self, one: Round, others: Iterable[Round], place: Place) -> None:
        """Each group votes on a list once."""
        for other in others:
            same = (one.part, one.group) == (other.part, other.group)
            if same and any(one.is_on(name) and other.is_on(name) for name in self._scheme.lists):
                text = f"场次“{one.name}”和“{other.name}”是同一个测评群体对同一张名单的测评"
                hint = "分两场测评不同名单的，各用list写明名单；同一场只写一次"
                self.findings.error(place, "duplicate_round", text, hint)


def _voted(scheme: Scheme) -> dict[str, Part]:
    """The parts of the total for which people fill in papers."""
    return {part.id: part for part in scheme.parts if part.rules.paper_rows}


def named(tree: Table, key: str) -> Iterator[tuple[str, Tree, Place]]:
    """What stands under a key of the file by names: each with its place; what is left blank is not there."""
    table = tree.get(key)
    for name, given in table.items() if isinstance(table, Table) else ():
        if given is not None:
            yield str(name), given, place_of(table, (name,))


def required(findings: Findings, table: Table, key: str, allowed: Mapping[str, str], what: str) -> str | None:
    """A word that has to be there: an id, or its label; `allowed` are the labels by id."""
    ids = {label: name for name, label in allowed.items()} | {name: name for name in allowed}
    if table.get(key) is None:
        hint = "可用的有：" + "、".join(allowed.values()) if allowed else ""
        findings.error(table.place, "missing_key", f"缺少{what}", hint)
        return None
    return ids.get(findings.one_of(table[key], ids, what, table.key_place(key)) or "")


def count(findings: Findings, table: Table, key: str, what: str) -> int | None:
    """A number of people or papers; None while it is not entered."""
    return None if table.get(key) is None else findings.count(table[key], what, table.key_place(key))
