"""Collects what is wrong while a tree is read, and reads single values out of it."""

from collections.abc import Iterable
from fractions import Fraction

from assess.domain.edges import Edges
from assess.domain.numbers import NotANumberError, exact, short
from assess.domain.place import Place, Problem, Severity, did_you_mean
from assess.domain.tree import Rows, Table, Text, Tree, place_of


class Findings:
    """Problems found so far."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def error(self, place: Place, code: str, text: str, hint: str = "") -> None:
        """Note an error."""
        self.problems.append(Problem(place, code, text, hint))

    def warning(self, place: Place, code: str, text: str, hint: str = "") -> None:
        """Note something that does not stop the work."""
        self.problems.append(Problem(place, code, text, hint, Severity.WARNING))

    @property
    def failed(self) -> bool:
        """Whether there is an error among them."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def table(self, tree: Tree, what: str, place: Place) -> Table:
        """Return `tree` as a table; anything else is an error and reads as an empty one."""
        if isinstance(tree, Table):
            return tree
        self.error(_place(tree, place), "not_a_table", f"{what}应为“键: 值”的形式")
        return Table(place=place)

    def rows(self, tree: Tree, what: str, place: Place) -> Rows:
        """Return `tree` as a list."""
        if isinstance(tree, Rows):
            return tree
        self.error(_place(tree, place), "not_a_list", f"{what}应为列表")
        return Rows(place=place)

    def text(self, tree: Tree, what: str, place: Place) -> str:
        """Return `tree` as text."""
        if isinstance(tree, Text):
            return str(tree)
        self.error(_place(tree, place), "not_a_text", f"{what}应为文字")
        return ""

    def one_of(self, tree: Tree, allowed: Iterable[str], what: str, place: Place) -> str | None:
        """Return `tree` when it is one of `allowed`."""
        known = list(allowed)
        word = self.text(tree, what, place)
        if word in known:
            return word
        if word:
            self.error(_place(tree, place), "unknown_value", f"{what}没有“{word}”这一项", did_you_mean(word, known))
        return None

    def number(self, tree: Tree, bounds: Edges, what: str, place: Place, *, unit: str = "") -> Fraction | None:
        """Return `tree` as an exact number within `bounds`."""
        where = _place(tree, place)
        allowed = _allowed(bounds, unit)
        if not isinstance(tree, Text):
            self.error(where, "not_a_number", f"{what}应为数字，允许{allowed}")
            return None
        try:
            value = exact(tree.strip())
        except NotANumberError as error:
            hint = "单位不用写，只填数字" if any(character.isdigit() for character in tree[:1]) else ""
            self.error(where, "not_a_number", f"{what}：{error}；允许{allowed}", hint)
            return None
        if not bounds.holds(value):
            self.error(where, "out_of_bounds", f"{what}是{short(value)}{unit}，允许{allowed}")
            return None
        return value

    def count(self, tree: Tree, what: str, place: Place) -> int | None:
        """Return `tree` as a whole number from 0 on."""
        value = self.number(tree, Edges(at_least=Fraction(0)), what, place)
        if value is not None and value.denominator != 1:
            self.error(_place(tree, place), "not_whole", f"{what}应为整数")
            return None
        return None if value is None else int(value)

    def unknown_keys(self, table: Table, allowed: Iterable[str], what: str) -> None:
        """Note every key of `table` that is not allowed."""
        known = list(allowed)
        for key in table:
            if key not in known:
                text = f"{what}里没有“{key}”这一项"
                self.error(table.key_place(key), "unknown_key", text, did_you_mean(key, known))


def _place(tree: Tree, place: Place) -> Place:
    return place if tree is None else place_of(tree)


def _allowed(bounds: Edges, unit: str) -> str:
    return bounds.text(unit) or f"任何数{unit}"
