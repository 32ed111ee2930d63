"""What becomes of units inside a year, drawn at random: it comes back from single values, and moves nobody else."""

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from assess.engine.outcome import Outcome
from assess.files import yaml_reader
from assess.year.assembling import tree_of
from assess.year.canonical import evidence_sha256
from assess.year.cells import cells_of
from assess.year.reading.building import build_evidence
from tests import small
from tests.engine.properties.material import QUICK

SELECTION = small.SELECTION[: small.SELECTION.index("conditions:")].strip()
MARKS = st.lists(st.tuples(st.integers(0, 10), st.sampled_from(["", "", "graded", "ended"])), min_size=1, max_size=8)
GONE = {"": "", "graded": ", graded: {no: 试运行}", "ended": ", until: 2019-01-31"}
DAYS = st.dates(min_value=date(2018, 9, 1), max_value=date(2019, 8, 31))


def assessed(units: list[str]) -> Outcome:
    """A year of these units."""
    return small.assessed("\n".join(units), small.scheme(selection=SELECTION))


@QUICK
@given(MARKS)
def test_who_is_not_graded_or_ended_moves_nobody(drawn: list[tuple[int, str]]) -> None:
    """Ranks and grades of the others are those of a year in which there is nobody else."""
    units = [
        (gone, f"  - {{id: u{number}, name: 单位{number}, type: college, facts: {{A: {mark}}}{GONE[gone]}}}")
        for number, (mark, gone) in enumerate(drawn)
    ]
    staying = [text for gone, text in units if not gone]
    ranked = [one for one in small.listed(assessed([text for _, text in units])).units if one.rank is not None]
    assert len(ranked) == len(staying)
    if staying:
        alone = small.listed(assessed(staying)).units
        assert [(one.unit.id, one.rank, one.proposed) for one in ranked] == [
            (one.unit.id, one.rank, one.proposed) for one in alone
        ]


@st.composite
def histories(draw: st.DrawFn) -> str:
    """The keys of one unit that has others beside it: x, y and z."""
    keys = []
    days = sorted(draw(st.lists(DAYS, max_size=3, unique=True)))
    rows = [
        f"{{{draw(st.sampled_from(['name', 'short', 'head']))}: 旧{number}, changed: {day}}}"
        for number, day in enumerate(days)
    ]
    keys += [f"formerly: [{', '.join(rows)}]"]
    first, last = sorted((draw(DAYS), draw(DAYS)))
    keys += [f"since: {first}"] if draw(st.booleans()) else []
    if draw(st.booleans()):
        successors = draw(st.lists(st.sampled_from("xyz"), max_size=3, unique=True))
        keys += [f"until: {last}", f"successor: [{', '.join(successors)}]"]
    keys += [f"previous: [{', '.join(draw(st.lists(st.sampled_from('pqr'), max_size=3, unique=True)))}]"]
    keys += draw(st.sampled_from([[], ["graded: {no: 试运行}"], ["graded: true"]]))
    keys += draw(st.sampled_from([[], ["self_report: 一年总结"], ["self_notes: {A: 按时完成}"]]))
    return ", ".join(keys)


@QUICK
@given(histories(), st.integers())
def test_what_becomes_of_a_unit_comes_back_in_any_order(keys: str, seed: int) -> None:
    """Taken apart, shuffled and put together it is the same evidence, to the hash."""
    others = "\n".join(f"- {{id: {one}, name: 单位{one}, type: college}}" for one in "xyz")
    text = f"scheme: small\ntitle: 一年\nunits:\n- {{id: a, name: 甲, type: college, {keys}}}\n{others}\n"
    of, tree = small.scheme(), yaml_reader.parse(text, "y.yaml")
    cells = list(cells_of(tree, of))
    Random(seed).shuffle(cells)  # noqa: S311 a test's own chance
    before, back = build_evidence(tree, of), build_evidence(tree_of(cells, of), of)
    assert {one.id: one for one in back.units} == {one.id: one for one in before.units}
    assert evidence_sha256(back) == evidence_sha256(before)
