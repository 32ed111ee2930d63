"""What somebody can be responsible for: named by id or label, in the order of the document."""

from assess.scheme.items import items_around, items_of
from assess.scheme.scheme import Scheme
from tests import small

TREES = """
- list: academic
  indicators:
  - id: K
    label: 师资
    max: 10
    indicators:
    - {id: K1, label: 生师比, max: 5, rule: {judged: {}}}
    - {id: K2, label: 教学, max: 5, rule: {judged: {}}}
- table: finance
  label: 财务处
  indicators:
  - {id: D1, label: 工作作风, max: 5, rule: {judged: {}}}
  - {id: D2, label: 财务决算, max: 5, rule: {judged: {}}}
- table: library
  label: 图书馆
  indicators:
  - {id: D1, label: 工作作风, max: 5, rule: {judged: {}}}
  - {id: D2, label: 教学, max: 5, rule: {judged: {}}}
"""


def scheme() -> Scheme:
    """An academic list, and two departments with a table each; D1 is the same in both, D2 is not."""
    return small.scheme(TREES)


def test_items_stand_in_the_order_of_the_document_under_their_names() -> None:
    """What is alike in all tables is one item; each table and each of its indicators is one beside that."""
    items = items_of(scheme())
    assert [f"{word}｜{items.name(word)}" for word in items] == [
        "*｜全部",
        "unit｜单位情况",
        "K｜K 师资",
        "K1｜K1 生师比",
        "K2｜K2 教学",
        "D1｜D1 工作作风",
        "targets｜目标考核",
        "finance/*｜财务处",
        "finance/D1｜财务处 D1 工作作风",
        "finance/D2｜财务处 D2 财务决算",
        "library/*｜图书馆",
        "library/D1｜图书馆 D1 工作作风",
        "library/D2｜图书馆 D2 教学",
        "funds｜预算资金",
        "application｜申报",
        "last_year｜上一年的结果",
    ]
    assert items.name("没有的") == "没有的"
    assert items.wide == ("*", "unit", "K", "targets", "finance/*", "library/*", "funds", "application", "last_year")


def test_an_item_is_understood_by_id_by_label_and_by_both() -> None:
    """Blanks do not matter; a label or id that several have names all of them."""
    items = items_of(scheme())
    for text in ("K1", "生师比", "K1 生师比", " K1　生师比 "):
        assert items.read(text) == ["K1"], text
    assert items.read("D1") == items.read("工作作风") == ["D1"]
    assert items.read("财务处/D1") == items.read("财务处 D1 工作作风") == ["finance/D1"]
    assert items.read("财务处") == items.read("finance") == ["finance/*"]
    assert items.read("财务决算") == ["finance/D2"]
    assert items.read("D2") == ["finance/D2", "library/D2"]
    assert items.read("教学") == ["K2", "library/D2"]
    assert items.read("全部") == items.read("*") == ["*"]
    assert items.read("没有的") == []
    assert "K2" in items
    assert "没有的" not in items
    assert items.near("生师") == "是否想写：生师比、师资、K1 生师比？"


def test_the_nearest_item_comes_first() -> None:
    """Indicator, group, part, everything; in a table its own before that of all, and the table before the part."""
    of = scheme()
    assert items_around(of, of.trees["academic"]) == {
        "unit": ("unit", "*"),
        "funds": ("funds", "*"),
        "application": ("application", "*"),
        "last_year": ("last_year", "*"),
        "targets": ("targets", "*"),
        "K": ("K", "targets", "*"),
        "K1": ("K1", "K", "targets", "*"),
        "K2": ("K2", "K", "targets", "*"),
    }
    assert items_around(of, of.trees["finance"])["D1"] == ("finance/D1", "D1", "finance/*", "targets", "*")
    assert items_around(of, of.trees["finance"])["funds"] == ("funds", "finance/*", "*")


def test_a_label_that_is_the_id_names_one_item() -> None:
    """`A` called `A` is not two things."""
    items = items_of(small.scheme("[{list: academic, indicators: [{id: A, label: A, max: 10, rule: {judged: {}}}]}]"))
    assert items.read("A") == ["A"]
