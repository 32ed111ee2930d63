"""Builds a scheme: chosen readings in, keys and types checked, references resolved, indicators compiled."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from assess.ground.hashing import sha256
from assess.ground.place import MOST_PROBLEMS, Problem, ProblemsError, listed
from assess.ground.tree import Table, at, place_of
from assess.rules.base import Flaw
from assess.scheme.reading import overlays
from assess.scheme.reading.indicators import IndicatorCompiler
from assess.scheme.reading.one_run import check
from assess.scheme.reading.part_nodes import part_node_flaws
from assess.scheme.reading.proposed_duties import proposed_duties
from assess.scheme.reading.references import reference_flaws
from assess.scheme.reading.scheme_file import SchemeFile
from assess.scheme.reading.scheme_standins import mend
from assess.scheme.scheme import Choice, IndicatorTree, Part, Reading, Scheme


def build_scheme(tree: Table, wanted: Mapping[str, str] | None = None, default: Scheme | None = None) -> Scheme:
    """Build the scheme that `tree` declares, with the readings `wanted` (id → choice) and defaults for the rest.

    `default`: the same tree's scheme with every default, from whoever has built it already. Raises `ProblemsError`
    with every mistake found.
    """
    chosen, problems = overlays.chosen_choices(tree, wanted or {})
    changed, found = overlays.apply(tree, chosen)
    problems += found
    written = changed
    file, changed, found = check(changed, SchemeFile, mend)
    problems += found
    if file is None:
        raise _failed(problems)
    flaws = reference_flaws(file)
    if len(problems) + len(flaws) > MOST_PROBLEMS:
        raise _failed([*problems, *_placed(flaws, changed)])
    compiler = IndicatorCompiler(file, changed)
    trees = compiler.trees()
    flaws += compiler.flaws
    if changed.get("parts") is written.get("parts"):
        # Of a part that something stands in for nobody knows what it counts.
        flaws += part_node_flaws(file, trees)
    duties, found_flaws = proposed_duties(file, trees)
    flaws += found_flaws
    if problems or flaws:
        raise _failed([*problems, *_placed(flaws, changed)])
    scheme = replace(_scheme(file, chosen, sha256(tree), trees), duties=duties)
    return replace(scheme, by_default=default or build_scheme(tree)) if scheme.departures else scheme


def _placed(flaws: Iterable[Flaw], tree: Table) -> Iterator[Problem]:
    """What is wrong, where it is written."""
    for flaw in flaws:
        around = at(tree, flaw.path[:-1]) if flaw.is_key else None
        place = around.key_place(str(flaw.path[-1])) if isinstance(around, Table) else place_of(tree, flaw.path)
        yield Problem(place, flaw.code, flaw.text, flaw.hint)


def _failed(problems: list[Problem]) -> ProblemsError:
    return ProblemsError(listed(problems))


def _scheme(file: SchemeFile, chosen: Mapping[str, str], digest: str, trees: Mapping[str, IndicatorTree]) -> Scheme:
    return Scheme(
        id=file.id,
        title=file.title,
        sha256=digest,
        document=file.source.document,
        issuer=file.source.issuer,
        period=(file.period.start.isoformat(), file.period.end.isoformat()),
        notes=file.period.notes,
        digits=file.rounding.digits,
        round_at=file.rounding.at,
        recused=file.recusal == "recused",
        counting=file.counting,
        lists={name: one.label for name, one in file.lists.items()},
        unit_types=file.unit_types,
        attributes=file.attributes,
        populations=file.populations,
        parts=tuple(Part(name, one.label, one.clause, one.full, one.rules) for name, one in file.parts.items()),
        trees=trees,
        selection=file.selection,
        grades=file.grades,
        weights=file.weights,
        monitoring=file.monitoring,
        reminders=file.reminders,
        stated_totals=file.stated_totals,
        overlaps=file.overlaps,
        steps=file.steps,
        consequences=file.consequences,
        readings=_readings(file, chosen),
        stated_budget=file.stated_budget,
    )


def _readings(file: SchemeFile, chosen: Mapping[str, str]) -> dict[str, Reading]:
    return {
        name: Reading(
            name,
            one.clause,
            one.question,
            one.default,
            {key: Choice(key, choice.label, bool(choice.overlay)) for key, choice in one.choices.items()},
            chosen[name],
        )
        for name, one in file.readings.items()
    }
