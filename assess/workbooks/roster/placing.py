"""Under which type and table of a scheme the units of a list are: as it says, else as their names suggest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assess.ground.labelled import Labelled
from assess.ground.place import Problem, ProblemsError, Severity
from assess.ground.tree import Text
from assess.scheme.scheme import Scheme
from assess.workbooks.roster.rows import RosterRow
from assess.year.enterables import Enterables

#: Letters at the end of a name by which a type is guessed: 学院, 教学部.
_ENDING = 2
#: What the label of a table may end with.
_TABLE_ENDINGS = ("考核指标表", "考核表", "指标表")


@dataclass
class Placed:
    """What the scheme has for a unit. `type`, `table`: ids; None: there is none, or nothing says which."""

    row: RosterRow
    type: str | None = None
    table: str | None = None
    attributes: dict[str, str] = field(default_factory=dict)


class Placing:
    """Looks up what a list says in a scheme, and guesses, saying so, what it does not say."""

    def __init__(self, scheme: Scheme, remarks: list[Problem], problems: list[Problem]) -> None:
        self._scheme = scheme
        self._enterables = Enterables(scheme)
        self._remarks = remarks
        self._problems = problems

    @property
    def groups(self) -> Labelled:
        """What the title of a group may be: a type, or a list."""
        types = {name: (one.label,) for name, one in self._scheme.unit_types.items()}
        return Labelled("单位类型或名单", {**{name: (label,) for name, label in self._scheme.lists.items()}, **types})

    @property
    def attributes(self) -> Labelled:
        """What else is said of units."""
        return Labelled("单位属性", {name: (one.label,) for name, one in self._scheme.attributes.items()})

    def placed(self, rows: Sequence[RosterRow], held: Mapping[str, tuple[str, str | None]]) -> list[Placed]:
        """Place the rows. `held`: by name of a row, type and table of a unit that is there already."""
        names = {row.name for row in rows}
        return [self._placed(row, held.get(row.name), names) for row in rows]

    def _placed(self, row: RosterRow, held: tuple[str, str | None] | None, names: set[Text]) -> Placed:
        placed = Placed(row, attributes=dict(self._attributes_of(row)))
        kinds = self._types_said(row)
        if kinds is None:
            return placed
        if held is not None and (not kinds or held[0] in kinds or "type" not in row.words):
            placed.type = held[0]
        elif len(kinds) == 1:
            placed.type = kinds[0]
        else:
            placed.type = self._guessed_type(row, kinds or tuple(self._scheme.unit_types), names)
        if placed.type is not None:
            placed.table = self._table(row, placed.type, held)
        return placed

    def _types_said(self, row: RosterRow) -> tuple[str, ...] | None:
        """The types that the row, else the title of its group, leaves open; none: neither says; None: a mistake."""
        said = row.words.get("type")
        word = row.section if said is None else said
        if word is None:
            return ()
        found = self._types_of(word)
        if not found and said is not None:
            known = "、".join(one.label for one in self._scheme.unit_types.values())
            self._problems.append(Problem(said.place, "unknown_name", f"没有单位类型“{said}”", f"可用的有：{known}"))
            return None
        return found

    def _types_of(self, word: str) -> tuple[str, ...]:
        types = self._scheme.unit_types
        if len(found := self._enterables.types.meant(word)) == 1:
            return found
        lists = Labelled("名单", {name: (label,) for name, label in self._scheme.lists.items()}).meant(word)
        return tuple(name for name, one in types.items() if one.list in lists)

    def _guessed_type(self, row: RosterRow, kinds: tuple[str, ...], names: set[Text]) -> str | None:
        types = {name: self._scheme.unit_types[name].label for name in kinds}
        why = "方案只有这一种，" if len(kinds) == 1 else "按名称"
        found = [name for name, label in types.items() if label == row.name]
        found = found or [name for name in kinds if self._table_named(row, name)]
        found = found or [name for name, label in types.items() if row.name.startswith(label)]
        # A type of which there is one unit, called like it, is no guess for others.
        others = {name: label for name, label in types.items() if label not in names}
        ending = row.name[-_ENDING:]
        found = found or [name for name, label in others.items() if label.endswith(ending)]
        found = list(kinds) if len(kinds) == 1 else found
        if len(found) == 1:
            self._say(row.name, f"单位类型没有写，{why}定为“{types[found[0]]}”")
            return found[0]
        hint = f"请加一列“单位类型”，可用的有：{'、'.join(types.values())}"
        self._problems.append(Problem(row.name.place, "unit_type_not_said", f"看不出“{row.name}”是哪一类单位", hint))
        return None

    def _table(self, row: RosterRow, kind: str, held: tuple[str, str | None] | None) -> str | None:
        tables = self._enterables.tables(kind)
        said = row.words.get("table")
        if said is not None:
            return self._table_said(tables, kind, said)
        if held is not None and held[0] == kind:
            return held[1]
        if not list(tables):
            return None
        found = self._table_named(row, kind)
        if found is None:
            hint = f"请加一列“指标表”，可用的有：{'、'.join(map(tables.label, tables))}"
            self._problems.append(Problem(row.name.place, "no_table", f"看不出“{row.name}”用哪张指标表", hint))
            return None
        self._say(row.name, f"指标表没有写，按名称定为“{tables.label(found).partition('（')[0]}”")
        return found

    def _table_said(self, tables: Labelled, kind: str, said: Text) -> str | None:
        if not list(tables):
            label = self._scheme.unit_types[kind].label
            self._problems.append(Problem(said.place, "unknown_key", f"{label}不分指标表", "请把这一格空着"))
            return None
        try:
            return tables.id_of(said, said.place)
        except ProblemsError as error:
            self._problems.extend(error.problems)
            return None

    def _table_named(self, row: RosterRow, kind: str) -> str | None:
        """The table that is called like the unit, whatever either says in brackets or behind the name."""
        tables = self._enterables.tables(kind)
        labels = {name: (tables.label(name).partition("（")[0], *_of_table(tables.label(name))) for name in tables}
        words = (row.name, row.name.partition("（")[0].partition("(")[0], row.words.get("short", ""))
        found = {name for word in words if word for name in Labelled("指标表", labels).meant(word)}
        return found.pop() if len(found) == 1 else None

    def _attributes_of(self, row: RosterRow) -> Iterator[tuple[str, str]]:
        for name, text in row.attributes.items():
            attribute = self._scheme.attributes[name]
            choices = Labelled(attribute.label, dict.fromkeys(attribute.choices, ()))
            try:
                yield name, choices.id_of(text, text.place)
            except ProblemsError as error:
                self._problems.extend(error.problems)

    def _say(self, cell: Text, text: str) -> None:
        said = Problem(cell.place, "understood", f"{cell}：{text}", severity=Severity.WARNING)
        self._remarks.append(said)


def _of_table(label: str) -> tuple[str, ...]:
    """Whose a table is, where its label ends with what it is: 教务处考核表."""
    return tuple(label.removesuffix(ending) for ending in _TABLE_ENDINGS if label.endswith(ending))


def counts_that_differ(scheme: Scheme, units: Sequence[tuple[str, str | None]]) -> Iterator[str]:
    """What the scheme says of how many units there are, and is not so. `units`: type and table of each of the year."""
    empty = []
    for name, kind in scheme.unit_types.items():
        there = sum(one == name for one, _ in units)
        if kind.count is not None and kind.count != there:
            yield f"“{kind.label}”有{there}个单位，方案写的是{kind.count}个"
        elif not there:
            empty.append(kind.label)
    if empty:
        yield f"一个单位也没有的单位类型：{'、'.join(empty)}"
    unused = []
    for tree in scheme.trees.values():
        there, label = sum(one == tree.id for _, one in units), tree.label.partition("（")[0]
        if tree.is_table and there > 1:
            yield f"指标表“{label}”有{there}个单位用，应有1个"
        elif tree.is_table and not there:
            unused.append(label)
    if unused:
        yield f"没有单位用的指标表：{'、'.join(unused)}"
