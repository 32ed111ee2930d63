"""What has to be entered otherwise before another reading can be computed: problems by what stands at their places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assess.ground.place import Place, Problem, place_order
from assess.ground.tree import NOWHERE, Path, Rows, Table, Tree, at
from assess.scheme.nodes import all_nodes
from assess.scheme.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why evidence does not fit a reading: what is to be entered otherwise, and each problem with its place."""

    subjects: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """The places in the file, in its order."""
        return tuple(problem.place for problem in self.problems if problem.place is not None)


def misfit(problems: Iterable[Problem], evidence: Table, scheme: Scheme) -> Misfit:
    """Say in the words of `scheme` what `problems` in `evidence` are about; one that stands nowhere says it itself."""
    ordered = tuple(sorted(problems, key=place_order))
    paths = dict(_places(evidence, ()))
    subjects = [_subject(paths.get(one.place or NOWHERE), evidence, scheme) or one.text for one in ordered]
    return Misfit(tuple(dict.fromkeys(subjects)), ordered)


def _places(tree: Tree, path: Path) -> Iterator[tuple[Place, Path]]:
    """Every place of a tree with the deepest path that stands there."""
    place = getattr(tree, "place", NOWHERE)
    if place != NOWHERE:
        yield place, path
    if isinstance(tree, Table):
        for key, value in tree.items():
            yield tree.key_place(key), (*path, str(key))
            yield from _places(value, (*path, str(key)))
    if isinstance(tree, Rows):
        for index, value in enumerate(tree):
            yield from _places(value, (*path, index))


def _subject(path: Path | None, evidence: Table, scheme: Scheme) -> str:
    """What stands at a path of evidence: an indicator, or a part of the total; empty when it is neither."""
    if path is None or len(path) < 3:  # noqa: PLR2004 units, which one, which key
        return ""
    section = path[2]
    parts = scheme.parts_under(str(section))
    if parts:
        named = [part for part in parts if path[3:4] == (part.id,)]
        return "、".join(part.label for part in named or parts)
    if section not in ("facts", "self_marks") or len(path) == 3:  # noqa: PLR2004 the section itself
        return ""
    unit = at(evidence, path[:2])
    table = str(unit.get("table") or "") if isinstance(unit, Table) else ""
    trees = [scheme.trees[table]] if table in scheme.trees else list(scheme.trees.values())
    labels = {node.id: node.heading.label for tree in trees for node in all_nodes(tree.nodes)}
    name = str(path[3])
    called = f"{name} {labels[name]}" if name in labels else ""
    return f"{called}的自评分" if called and section == "self_marks" else called
