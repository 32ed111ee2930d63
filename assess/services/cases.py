"""Runs a scheme's worked cases: inputs and the points that the regulation gives, computed by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from assess.engine.assessment import assess
from assess.engine.outcome import Outcome, UnitResult
from assess.files.scheme_folder import read_cases, read_folder
from assess.ground.numbers import NotANumberError, exact, fixed
from assess.ground.place import Place, Problem, ProblemsError, did_you_mean
from assess.ground.tree import Rows, Table, Text, Tree, place_of
from assess.parts.registry import sections
from assess.scheme.reading.building import build_scheme
from assess.scheme.scheme import TOTAL, Scheme
from assess.services.schemes import find
from assess.year.reading.building import build_evidence

NOT_APPLICABLE = "不适用"
MISSING = "missing"
#: What stands for points that there are none of yet: something is not entered, or nobody's vote counts.
UNFINISHED = "未完成"

_CASE_KEYS = (
    "title",
    "clause",
    "readings",
    "units",
    "type",
    "table",
    "facts",
    *sections(),
    "expect",
    "attributes",
    "assessors",
)
_UNIT_KEYS = ("type", "table", "facts", *sections(), "attributes", "application", "expect")


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One worked case: what it says, where it stands, and how the engine differs from it."""

    title: str
    place: Place
    clause: str
    differences: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether the engine agrees."""
        return not self.differences


def run_cases(scheme_reference: str) -> Iterator[CaseResult]:
    """Run every case in the scheme's `cases/`; a case that cannot be read is a difference too."""
    folder = find(scheme_reference)
    tree = read_folder(folder)
    schemes: dict[tuple[tuple[str, str], ...], Scheme] = {(): build_scheme(tree)}
    for _, content in read_cases(folder):
        for case in _listed(content):
            yield _run(case, tree, schemes) if isinstance(case, Table) else case


def _listed(content: Table) -> Iterator[Table | CaseResult]:
    """The cases of a file; what is none is a result that says so."""
    cases = content.get("cases")
    for key in content:
        if key != "cases":
            yield _unreadable(content.key_place(key), f"没有“{key}”这个键；文件最外层只写cases（算例的列表）")
    if not isinstance(cases, Rows):
        yield _unreadable(place_of(content, ("cases",)), "cases应为算例的列表，每个算例前面加“- ”")
        return
    for index, case in enumerate(cases):
        if isinstance(case, Table):
            yield case
        else:
            yield _unreadable(place_of(cases, (index,)), "算例应为“键: 值”的形式")


def _unreadable(place: Place, text: str) -> CaseResult:
    return CaseResult("未命名", place, "", (str(Problem(place, "case", text)),))


def _run(case: Table, tree: Table, schemes: dict[tuple[tuple[str, str], ...], Scheme]) -> CaseResult:
    try:
        _check_keys(case, _CASE_KEYS)
        readings = _table(case, "readings")
        chosen = {str(name): str(choice) for name, choice in readings.items()}
        key = tuple(sorted(chosen.items()))
        if key not in schemes:
            schemes[key] = build_scheme(tree, chosen, schemes[()])
        differences = tuple(_differences(case, schemes[key]))
    except ProblemsError as error:
        differences = tuple(str(problem) for problem in error.problems)
    return CaseResult(str(case.get("title") or "未命名"), case.place, str(case.get("clause") or ""), differences)


def _differences(case: Table, scheme: Scheme) -> Iterator[str]:
    units = _units(case, scheme)
    outcome = assess(scheme, build_evidence(_evidence(case, scheme, units), scheme))
    compared = 0
    for index, (name, unit) in enumerate(units.items()):
        for what, points in _table(unit, "expect").items():
            compared += 1
            result = outcome.unit(f"unit{index}")
            yield from _compared(name if len(units) > 1 else "", what, points, result, outcome)
    if not compared:
        yield "没有写expect（应得的分）"


def _units(case: Table, scheme: Scheme) -> dict[str, Table]:
    single = Table({key: case[key] for key in case if key in _UNIT_KEYS}, case.place)
    given = _table(case, "units")
    if not given:
        return {"单位": _typed(single, scheme)}
    for key in single:
        text = f"写了units的算例，“{key}”要写在各单位里"
        raise ProblemsError([Problem(single.key_place(key), "case", text)])
    units = {}
    for name in given:
        unit = _table(given, name)
        _check_keys(unit, _UNIT_KEYS)
        units[str(name)] = _typed(unit, scheme)
    return units


def _table(table: Table, key: str) -> Table:
    """What stands under `key` as a table; an empty one when it is not there."""
    found = table.get(key)
    if found is None:
        return Table(place=table.place)
    if not isinstance(found, Table):
        raise ProblemsError([Problem(place_of(table, (key,)), "case", f"“{key}”应为“键: 值”的形式")])
    return found


def _check_keys(table: Table, allowed: tuple[str, ...]) -> None:
    problems = [
        Problem(table.key_place(key), "unknown_key", f"算例里没有“{key}”这个键", did_you_mean(key, allowed))
        for key in table
        if key not in allowed
    ]
    if problems:
        raise ProblemsError(problems)


def _typed(unit: Table, scheme: Scheme) -> Table:
    """A unit without a type is of the first one."""
    if "type" in unit:
        return unit
    return Table({Text("type"): Text(next(iter(scheme.unit_types)))} | dict(unit), unit.place)


def _evidence(case: Table, scheme: Scheme, units: Mapping[str, Table]) -> Table:
    listed = Rows(place=case.place)
    for index, (name, unit) in enumerate(units.items()):
        content: dict[str, Tree] = {Text("id", unit.place): Text(f"unit{index}"), Text("name"): Text(name)}
        content |= {key: value for key, value in unit.items() if key != "expect"}
        listed.append(Table(content, unit.place))
    evidence: dict[str, Tree] = {
        Text("scheme"): Text(scheme.id),
        Text("title"): Text("算例"),
        Text("units"): listed,
    }
    if "assessors" in case:
        evidence[Text("assessors")] = case["assessors"]
    return Table(evidence, case.place)


def _compared(unit: str, what: str, expected: Tree, result: UnitResult | None, outcome: Outcome) -> Iterator[str]:
    where = f"{unit}的{what}" if unit else what
    computed = _computed(what, result, outcome)
    if computed is None:
        yield f"{place_of(expected)}: 没有“{what}”这个指标或组成部分"
        return
    wanted = _wanted(expected, outcome.scheme.digits)
    if computed != wanted:
        yield f"{where}：应为{wanted}，算得{computed}"


def _wanted(expected: Tree, digits: int) -> str:
    if expected is None:
        return NOT_APPLICABLE
    try:
        return fixed(exact(str(expected)), digits)
    except NotANumberError:
        return UNFINISHED if expected == MISSING else str(expected)


def _computed(what: str, result: UnitResult | None, outcome: Outcome) -> str | None:
    if result is None:
        return None
    if what in result.leaves:
        leaf = result.leaves[what]
        return _shown(leaf.points, leaf.status != "not_applicable", outcome.scheme.digits)
    if what in result.groups:
        group = result.groups[what]
        return _shown(group.points, group.applies, outcome.scheme.digits)
    if what in result.parts:
        part = result.parts[what]
        return _shown(part.points, not part.nothing_applies, outcome.scheme.digits)
    return _shown(result.total, True, outcome.scheme.digits) if what == TOTAL else None  # noqa: FBT003


def _shown(points: Fraction | None, applies: bool, digits: int) -> str:  # noqa: FBT001 a plain yes or no
    if not applies:
        return NOT_APPLICABLE
    return UNFINISHED if points is None else fixed(points, digits)
