"""The order in which things are written is no difference."""

from assess.drafting.comparing import differences
from assess.files.scheme_folder import read_folder
from assess.ground.tree import Rows, Table, Text, Tree
from assess.resources import schemes_dir
from assess.scheme.reading.building import build_scheme
from tests.drafting.comparing.conftest import changed_tree


def reversed_tables(tree: Tree) -> Tree:
    """The tree with the keys of every table in reverse order; lists stay as they are."""
    if isinstance(tree, Table):
        return Table({Text(key): reversed_tables(value) for key, value in reversed(tree.items())}, tree.place)
    return Rows([reversed_tables(one) for one in tree], tree.place) if isinstance(tree, Rows) else tree


def test_keys_in_another_order() -> None:
    """Keys in reverse order everywhere: parts, readings, populations, inputs, choices."""
    tree = changed_tree()
    other = reversed_tables(tree)
    assert isinstance(other, Table)
    assert differences(build_scheme(tree), build_scheme(other)) == ()


def test_indicators_in_another_order() -> None:
    """Indicators, tables, stated totals and steps in reverse order."""
    tree = changed_tree()
    turned = Table(tree, tree.place)
    for key in ("targets", "steps", "stated_totals", "overlaps"):
        rows = tree[key]
        assert isinstance(rows, Rows)
        turned[key] = Rows(rows[::-1], rows.place)
    academic = turned["targets"]
    assert isinstance(academic, Rows)
    last = academic[-1]
    assert isinstance(last, Table)
    nodes = last["indicators"]
    assert isinstance(nodes, Rows)
    academic[-1] = Table({**last, Text("indicators"): Rows(nodes[::-1], nodes.place)}, last.place)
    assert differences(build_scheme(tree), build_scheme(turned)) == ()


def test_the_shipped_scheme_with_itself() -> None:
    """A scheme does not differ from itself, read twice."""
    folder = schemes_dir() / "lianyungang-2018"
    assert differences(build_scheme(read_folder(folder)), build_scheme(read_folder(folder))) == ()
