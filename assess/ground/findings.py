"""Collects what is wrong while a tree is read, and reads single values out of it."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from assess.ground.edges import Edges
from assess.ground.numbers import NotANumberError, exact, meant_number, short
from assess.ground.place import MOST_PROBLEMS, Place, Problem, ProblemsError, Severity, did_you_mean, listed
from assess.ground.tree import NOWHERE, Rows, Table, Text, Tree

_FROM_ZERO = Edges(at_least=Fraction(0))


class Findings:
    """Problems found so far."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._errors = 0

    def error(self, place: Place, code: str, text: str, hint: str = "") -> None:
        """Note an error. Raises `ProblemsError` when there are more than anybody would read."""
        self.problems.append(Problem(place, code, text, hint))
        self._errors += 1
        if self._errors > MOST_PROBLEMS:
            raise ProblemsError(listed(self.problems))

    def warning(self, place: Place, code: str, text: str, hint: str = "") -> None:
        """Note something that does not stop the work."""
        self.problems.append(Problem(place, code, text, hint, Severity.WARNING))

    @property
    def failed(self) -> bool:
        """Whether there is an error among them."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def table(self, tree: Tree, what: str, place: Place, hint: str = "") -> Table:
        """Return `tree` as a table; anything else is an error and reads as an empty one."""
        if isinstance(tree, Table):
            return tree
        self.error(_place(tree, place), "not_a_table", f"{what}应为“键: 值”的形式", hint)
        return Table(place=place)

    def rows(self, tree: Tree, what: str, place: Place, hint: str = "") -> Rows:
        """Return `tree` as a list."""
        if isinstance(tree, Rows):
            return tree
        self.error(_place(tree, place), "not_a_list", f"{what}应为列表", hint)
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

    def number(
        self,
        tree: Tree,
        bounds: Edges,
        what: str,
        place: Place,
        *,
        unit: str = "",
        allowed: Callable[[], str] | None = None,
    ) -> Fraction | None:
        """Return `tree` as an exact number within `bounds`; `allowed` tells of what the bounds do not."""
        where = _place(tree, place)
        if not isinstance(tree, Text):
            text = f"{what}应为数字，允许{allowed() if allowed else _allowed(bounds, unit)}"
            self.error(where, "not_a_number", text)
            return None
        try:
            value = exact(tree.strip())
        except NotANumberError as error:
            text = f"{what}：{error}；允许{allowed() if allowed else _allowed(bounds, unit)}"
            self.error(where, "not_a_number", text, meant_number(tree, unit))
            return None
        if not bounds.holds(value):
            self.error(where, "out_of_bounds", f"{what}是{short(value)}{unit}，允许{_allowed(bounds, unit)}")
            return None
        return value

    def count(self, tree: Tree, what: str, place: Place) -> int | None:
        """Return `tree` as a whole number from 0 on."""
        value = self.number(tree, _FROM_ZERO, what, place)
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
    return getattr(tree, "place", NOWHERE) if tree is not None else place


def _allowed(bounds: Edges, unit: str) -> str:
    return bounds.text(unit) or ("任何数" + (f"（单位：{unit}）" if unit else ""))
