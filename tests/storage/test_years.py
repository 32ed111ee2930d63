"""A year that is kept comes back as it was: to the hash, to the last cent."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from assess.engine.assessment import assess
from assess.files import yaml_reader
from assess.ground.address import parse
from assess.ground.place import ProblemsError
from assess.resources import schemes_dir
from assess.scheme.scheme import Scheme
from assess.services.cycles.cycle_source import cycle_source
from assess.services.cycles.entering import Edits, enter
from assess.services.cycles.keeping import change_keepers
from assess.services.cycles.opening import Opening, open_new
from assess.services.cycles.setting_up import set_up
from assess.services.cycles.transfer import export_year, import_year
from assess.services.schemes import open_scheme
from assess.services.scoring import score
from assess.services.source import open_year
from assess.storage.database import Database
from assess.storage.shelves import Key
from assess.words.document import as_document
from assess.year.assembling import tree_of
from assess.year.canonical import evidence_sha256
from assess.year.cells import Cell, cells_of
from assess.year.evidence import Evidence, Stage
from assess.year.reading.building import build_evidence
from tests import votes
from tests.storage.office import ACT

SAMPLES = sorted(schemes_dir().glob("*/sample/*.yaml"))
RANDOM_YEARS = 12


def _document(scheme: Scheme, evidence: Evidence) -> dict[str, object]:
    document = as_document(assess(scheme, evidence), trace=True)
    del document["problems"]  # they name places
    return document


def _exported(database: Database, code: str) -> str:
    """All of a cycle, as one of its keepers sees it."""
    change_keepers(database, code, [ACT.by], [], replace(ACT, reason="导出"))
    exported = export_year(database, code, ACT.by)
    assert exported.hidden == 0
    return exported.text


def test_every_shipped_year_comes_back(database_url: str, tmp_path: Path) -> None:
    """Imported into a cycle, and exported from it again, a year has the hash of its file."""
    database = set_up(database_url, tmp_path)
    for path in SAMPLES:
        scheme, code = path.parents[1].name, f"{path.parents[1].name}-{path.stem}"
        tree = yaml_reader.read(path)
        stage: Stage = "half_year" if tree.get("stage") == "half_year" else "year"
        open_new(database, Opening(scheme, code=code, stage=stage), ACT)
        import_year(database, code, path, ACT)
        wanted = evidence_sha256(build_evidence(tree, open_scheme(scheme)))
        kept = open_year(cycle_source(database, code))
        assert (code, evidence_sha256(kept.evidence)) == (code, wanted)
        out = tmp_path / "out.yaml"
        out.write_text(_exported(database, code), encoding="utf-8")
        assert evidence_sha256(build_evidence(yaml_reader.read(out), open_scheme(scheme))) == wanted
        assert import_year(database, code, out, ACT).entered.changed == []


@pytest.mark.parametrize("seed", range(RANDOM_YEARS))
def test_a_random_year_entered_in_random_steps_comes_back(new_database: object, seed: int) -> None:
    """Entered in any order, overwritten and cleared on the way, it has the hash and the result of its file."""
    random = Random(seed)  # noqa: S311 a test's own chance
    path = random.choice([one for one in SAMPLES if one.stem == "year"])
    scheme = open_scheme(path.parents[1].name)
    cells = _random_year(random, path, scheme)
    evidence = build_evidence(tree_of(cells, scheme), scheme)
    database = set_up(new_database(), Path())  # type: ignore[operator]  # the fixture makes one
    open_new(database, Opening(scheme.id, code="随机"), ACT)
    _enter_in_steps(random, database, cells)
    kept = open_year(cycle_source(database, "随机"))
    assert evidence_sha256(kept.evidence) == evidence_sha256(evidence)
    assert _document(kept.scheme, kept.evidence) == _document(scheme, evidence)


def _random_year(random: Random, path: Path, scheme: Scheme) -> list[Cell]:
    """A shipped year with gaps, and with values that were entered for other units."""
    cells = list(cells_of(yaml_reader.read(path), scheme))
    same: dict[tuple[str, ...], list[str]] = {}
    for cell in cells:
        same.setdefault((*map(str, cell.address[1:]), cell.field), []).append(cell.text)
    for _ in range(200):
        gaps = random.choice((0.0, 0.02, 0.3))
        year = [_other(random, cell, same) for cell in cells if _stays(random, cell, gaps)]
        try:
            build_evidence(tree_of(year, scheme), scheme)
        except ProblemsError:
            continue
        return year
    return cells


def _stays(random: Random, cell: Cell, gaps: float) -> bool:
    """Whether a value is not left out: what a unit is, and whole records and ballots, stay."""
    of_several = cell.address.record or cell.address.group or cell.field or cell.address.unit == "-"
    return bool(of_several) or cell.address.node == "unit" or random.random() >= gaps


def _other(random: Random, cell: Cell, same: dict[tuple[str, ...], list[str]]) -> Cell:
    """Now and then a number that stands there for another unit."""
    others = same[(*map(str, cell.address[1:]), cell.field)]
    is_number = cell.text.replace(".", "", 1).isdigit() and not cell.address.group
    if is_number and cell.address.node not in ("unit", "last_year") and random.random() < 0.05:
        number = random.choice(others)
        return cell._replace(text=number) if number.replace(".", "", 1).isdigit() else cell
    return cell


def _enter_in_steps(random: Random, database: Database, cells: list[Cell]) -> None:
    """First the units, in any order; then the rest in a few steps, one of them entered twice and one cleared."""
    units = [cell for cell in cells if cell.address.node == "unit" or cell.address.unit == "-"]
    facts = [cell for cell in cells if cell not in units]
    random.shuffle(units)
    slots: dict[object, list[Cell]] = {}
    for cell in facts:
        slots.setdefault((cell.address[:2], cell.address.group), []).append(cell)
    whole = list(slots.values())
    random.shuffle(whole)
    enter(database, "随机", Edits(cells=sorted(units, key=lambda one: bool(one.address.record))), ACT)
    cut = random.randrange(len(whole) + 1)
    for part in (whole[:cut], whole[cut:]):
        enter(database, "随机", Edits(cells=[cell for slot in part for cell in slot]), ACT)
    again = random.choice(whole)
    enter(database, "随机", Edits(cleared=[Key(cell.address, cell.field) for cell in again]), ACT)
    enter(database, "随机", Edits(cells=again), ACT)


def test_a_vote_by_round_is_entered_step_by_step(database_url: str, tmp_path: Path) -> None:
    """Rounds, bundles and both counts are values like others: what does not add up yet is kept, and said by scoring."""
    folder = tmp_path / "voted"
    folder.mkdir()
    (folder / "scheme.yaml").write_text(votes.SCHEME, encoding="utf-8")
    papers = votes.papers(Random(1), 30)  # noqa: S311 a test's own chance
    bundles = votes.bundles("干部场", papers, 16)
    rounds = {"干部场": {"group": "staff", "issued": 31, "returned": 30, "spoilt": 0}}
    text = votes.year({unit: {} for unit in votes.UNITS}, rounds=rounds, bundles=bundles)
    file = tmp_path / "year.yaml"
    file.write_text(text, encoding="utf-8")
    database = set_up(database_url, tmp_path)
    open_new(database, Opening(str(folder), code="2025"), ACT)
    import_year(database, "2025", file, ACT)
    scheme = open_scheme(str(folder))
    wanted = evidence_sha256(build_evidence(yaml_reader.read(file), scheme))
    assert evidence_sha256(open_year(cycle_source(database, "2025")).evidence) == wanted
    assert evidence_sha256(build_evidence(yaml_reader.parse(_exported(database, "2025"), "e.yaml"), scheme)) == wanted

    kind = next(kind for kind, number in bundles["干部场第2捆"]["second_count"]["a"].items() if number)
    address = parse(f"a/second_count/{kind}%干部场第2捆")
    number = bundles["干部场第2捆"]["second_count"]["a"][kind]
    enter(database, "2025", Edits(cells=[Cell(address, "", str(number - 1))]), ACT)
    with pytest.raises(ProblemsError) as refused:
        score(cycle_source(database, "2025"))
    assert any(f"{kind}：初点{number}张，复点{number - 1}张，差1张" in one.text for one in refused.value.problems)
    enter(database, "2025", Edits(cells=[Cell(address, "", str(number))]), ACT)
    assert evidence_sha256(open_year(cycle_source(database, "2025")).evidence) == wanted
