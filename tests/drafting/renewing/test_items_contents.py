"""What goes out of a scheme's tree, and the words for what comes back."""

import pytest

from assess.drafting.renewing.change_words import in_words
from assess.drafting.renewing.changes import StatedChanged
from assess.drafting.renewing.items import Contents, ItemTable, Names, Stated, contents, group_path, seen
from assess.files.yaml_reader import parse
from assess.ground.numbers import exact
from assess.ground.tree import Table

NAMES = Names({"college": "学院"}, {"academic": "院部"}, {"base": "基础"})
EMPTY = Contents("x", "方案", (), (), {}, NAMES)


def table(text: str) -> Table:
    """A department's table."""
    return parse(text, "t.yaml")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("indicators: [{id: a, shares: equal, indicators: [{id: b}]}]", ("indicators", 0)),
        (
            "indicators: [{id: a}, {id: c, indicators: [{id: d, shares: equal, indicators: [{id: e}]}]}]",
            ("indicators", 1, "indicators", 0),
        ),
        ("indicators: [{id: a, shares: equal}, nothing]", None),
        ("label: 无", None),
    ],
)
def test_where_the_main_work_is(text: str, path: tuple[str | int, ...] | None) -> None:
    """It is the first group whose full mark its items share, at any depth."""
    assert group_path(table(text)) == path


def test_a_table_without_main_work() -> None:
    """A table whose items have full marks of their own stays out of the workbook."""
    tree = parse("{id: x, title: t, targets: [{table: a, indicators: [{id: b, label: c}]}, {list: l}, 1]}", "")
    assert contents(tree).tables == ()
    assert contents(tree).names.nodes == {"b": "c"}


def test_a_target_table() -> None:
    """Its sections share a full mark too, but its indicators are no main work; such a scheme has nothing to export."""
    table = "{table: a, plan: {title: 表}, indicators: [{id: g, label: 产出, shares: leaves, indicators: [{id: T1}]}]}"
    tree = parse(f"{{id: x, title: t, targets: [{table}]}}", "")
    assert contents(tree).tables == ()
    assert contents(tree).is_empty
    assert not contents(parse("{id: x, selection: {quota: {a: 1}}}", "")).is_empty


def test_the_clause_of_a_new_item() -> None:
    """It follows the neighbours' clauses where these follow the ids."""
    text = "{id: x, targets: [{table: a, clause: 处, indicators: [{id: w, shares: single, indicators: [ITEMS]}]}]}"

    def first(items: str) -> ItemTable:
        return contents(parse(text.replace("ITEMS", items), "")).tables[0]

    regular = first("{id: D2, clause: 处2}, {id: D9, clause: 处9}")
    assert (next(regular.next_ids()), regular.clause_for("D10")) == ("D10", "处10")
    assert first("{id: D2, clause: 二}").clause_for("D3") == ""
    odd = first("{id: eins, clause: 处1}")
    assert (next(odd.next_ids()), odd.clause_for("D1"), odd.name) == ("D1", "", "a")
    assert ItemTable("a", "", "处", ()).clause_for("x") == ""


def test_what_a_cell_shows() -> None:
    """Invisible signs go, white space is one space."""
    assert seen(" 一\n\t二　三\x07\ufeff ") == "一 二 三"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (Stated(("college",), "base", exact(5), "一"), Stated(("college",), "base", exact(6), "一"), "由5分改为6分"),
        (
            Stated(("college",), "base", exact(5), "一"),
            Stated(("college",), "base", exact(5), "二"),
            "条款由“一”改为“二”",
        ),
    ],
)
def test_words_for_a_total(old: Stated, new: Stated, words: str) -> None:
    """Only what differs is told."""
    assert in_words(StatedChanged(old, new), EMPTY) == f"印出的总分：学院的“基础”{words}"
