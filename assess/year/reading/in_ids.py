"""A year in which people wrote names, as the same year with the ids that they stand for.

Everything has an id and a name, and either may be written: `单位类型: 二级学院` for `type: secondary_college`. The rest
of the program knows ids only. What is neither stays, for the reading of the year to complain of.
"""

from collections.abc import Mapping

from assess.entered.enterable import Enterable
from assess.entered.rounds import COUNTS
from assess.ground.address import ASSESSORS, BUNDLES, ROUNDS, YEAR_NODE
from assess.ground.findings import Findings
from assess.ground.labelled import Labelled
from assess.ground.tree import Table, Tree
from assess.year.enterables import Enterables
from assess.year.reading.spelling import Spelling, Words, changed, each, itself, label_of
from assess.year.reading.unit_in_ids import UnitSpelling
from assess.year.unit_names import named_units


def in_ids(tree: Table, enterables: Enterables, findings: Findings | None = None) -> Table:
    """The year with ids; one in which every word is an id comes back as it is.

    `findings` get what is written twice, by its id and by its name; only the first of the two stays.
    """
    spelling = Spelling(findings or Findings())
    units = UnitSpelling(enterables, spelling)
    named = spelling.named(tree, enterables.of_year(())[YEAR_NODE].inputs, label_of)
    spelled = changed(named, lambda key, value: each(value, units.unit) if key == "units" else value)
    assert isinstance(spelled, Table)  # noqa: S101 a table stays one
    year = _YearSpelling(enterables, spelling, spelled)
    spelled = changed(spelled, year.value)
    assert isinstance(spelled, Table)  # noqa: S101 as above
    return spelled


class _YearSpelling:
    """Spells what names the units of a year."""

    def __init__(self, enterables: Enterables, spelling: Spelling, tree: Table) -> None:
        units = list(named_units(tree))
        self._spelling = spelling
        self._nodes = enterables.of_year(units)
        self._units: Mapping[str, Words] = {one.id: (one.name, one.short, *one.former) for one in units}
        self._successor = Enterable("", values=Labelled("单位", self._units))

    def value(self, key: str, value: Tree) -> Tree:
        """What stands under one key of the file."""
        if key == "units":
            return each(value, lambda unit: changed(unit, self._of_unit))
        if key == ASSESSORS:
            return changed(value, lambda _, unit: self._spelling.value(unit, self._nodes[ASSESSORS].others))
        if key == ROUNDS:
            return changed(value, lambda _, one: self._spelling.fields(one, self._nodes[ROUNDS].inputs))
        if key == BUNDLES:
            return changed(value, self._bundle)
        node = self._nodes.get(key)
        entered = self._nodes[YEAR_NODE].inputs.get(key) if node is None else node.inputs[node.primary or ""]
        return self._spelling.value(value, entered)

    def _of_unit(self, key: str, value: Tree) -> Tree:
        return self._spelling.value(value, self._successor) if key == "successor" else value

    def _bundle(self, _: str, given: Tree) -> Tree:
        """A bundle of papers: its own values, and its counts by unit."""
        labels = {name: (one.label,) for name, one in self._nodes[BUNDLES].inputs.items()}
        counts = {name: (label,) for name, label in COUNTS.items()}
        named = self._spelling.keyed(given, {**labels, **counts}, itself)
        return changed(
            named, lambda key, rows: self._spelling.keyed(rows, self._units, itself) if key in counts else rows
        )
