"""The reader against the four shipped target schemes: all 444 printed values, read as the schemes read them."""

from collections import Counter
from collections.abc import Iterator

import pytest

from assess.drafting.target_text import Form, about, read_indicator, read_printed
from assess.drafting.target_text.reading_notes import half_reading_note, reading_note
from assess.rules.attainment import Attainment
from assess.rules.target import Target
from assess.scheme.nodes import Leaf, Node
from assess.services.schemes import open_scheme

SCHEMES = ("xuzhou-2022", "changzhou-2026", "tianjin-projects", "guangzhou-2025")

#: Where the scheme knows more than the reader: what it reads, what the reader reads, and why that is right for each.
SETTLED = {
    # The printed ratio does not name its two numbers; the scheme calls them counsellors and students.
    "changzhou-2026/institution/T63": ("≥1:200 counsellors / students", "≥1:200 former / latter"),
    # 每学期: the scheme asks for two terms and takes the lower one; the reader says that it only takes the number.
    "guangzhou-2025/competition_equipment/T11": ("≥400人次 min(first, second)", "≥400人次"),
    # 项目进度 12个月: a time is taken to be a limit; the scheme sees that this project is a service for 12 months.
    "guangzhou-2025/network_operations_2025/T5": ("≥12个月", "≤12个月"),
}


def indicators(nodes: tuple[Node, ...], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Leaf]]:
    """Each indicator with the names above it."""
    for node in nodes:
        if isinstance(node, Leaf):
            yield above, node
        else:
            yield from indicators(node.children, (*above, node.heading.label))


def shown(rule: Target | Attainment) -> str:
    """The year's value in short, with the formula."""
    formula = f" {rule.value.text}" if isinstance(rule, Target) and rule.value is not None else ""
    return f"{rule.full.text()}{formula}"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_printed_value_is_read_as_the_scheme_reads_it(scheme: str) -> None:
    """Rule kind, operator, number, unit and all parameters, but for the differences that are settled."""
    different = {}
    for tree in open_scheme(scheme).trees.values():
        for above, leaf in indicators(tree.nodes):
            assert isinstance(leaf.rule, Target | Attainment)
            half, full = leaf.rule.half, leaf.rule.full
            printed = None if half is None else half.printed
            read = read_indicator(about(leaf.heading.label, above), full.printed, printed, leaf.rule.cycle).rule
            if read != leaf.rule:
                different[f"{scheme}/{tree.id}/{leaf.id}"] = (shown(leaf.rule), shown(read))
    assert different == {key: settled for key, settled in SETTLED.items() if key.startswith(f"{scheme}/")}


def test_there_are_444() -> None:
    """None is left out."""
    counts = {name: sum(1 for _ in open_scheme(name).all_leaves()) for name in SCHEMES}
    assert counts == {"xuzhou-2022": 88, "changzhou-2026": 204, "tianjin-projects": 63, "guangzhou-2025": 89}
    assert sum(counts.values()) == 444


@pytest.mark.parametrize(
    ("scheme", "forms"),
    [
        ("xuzhou-2022", {"≥": 78, "＝": 4, "text": 6}),
        ("changzhou-2026", {"≥": 122, "＝": 16, "≤": 2, "bare": 14, "ratio": 1, "text": 49}),
        ("tianjin-projects", {"≥": 22, "bare": 25, "text": 16}),
        ("guangzhou-2025", {"bare": 50, "zero": 12, "以上": 7, "≥": 7, ">": 6, "≤": 2, "text": 5}),
    ],
)
def test_the_forms_are_those_that_were_counted_by_hand(scheme: str, forms: dict[Form, int]) -> None:
    """How the full-year values are printed."""
    leaves = open_scheme(scheme).all_leaves()
    values = (leaf.aimed.target_values() for _, leaf in leaves if leaf.aimed is not None)
    assert Counter(read_printed(full.printed).form for _, full in values) == forms


def test_a_shipped_value_has_a_note_that_says_the_same() -> None:
    """Every reading of the schemes can be written into a cell."""
    for scheme in SCHEMES:
        for tree in open_scheme(scheme).trees.values():
            for _, leaf in indicators(tree.nodes):
                assert reading_note(leaf.rule)
                assert bool(half_reading_note(leaf.rule)) == (getattr(leaf.rule, "half", None) is not None)
