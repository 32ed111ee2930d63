"""What two schemes differ in under an alternative reading and not under the readings in force."""

from collections.abc import Iterator

from assess.drafting.comparing.finding import Difference, Theme
from assess.drafting.comparing.whole import differences
from assess.ground.hashing import sha256
from assess.ground.place import ProblemsError
from assess.ground.tree import Table, Tree, at
from assess.scheme.reading.building import build_scheme
from assess.scheme.scheme import Scheme


def alternative_differences(trees: tuple[Table, Table], schemes: tuple[Scheme, Scheme]) -> tuple[Difference, ...]:
    """Compare the schemes under each alternative that both know and that is written otherwise in the two files."""
    known = set(differences(*schemes))
    return tuple(_all(trees, schemes, known))


def _all(trees: tuple[Table, Table], schemes: tuple[Scheme, Scheme], known: set[Difference]) -> Iterator[Difference]:
    old, new = schemes
    for name, reading in new.readings.items():
        for choice, answer in reading.choices.items():
            both = name in old.readings and choice in old.readings[name].choices
            if not both or _overlay(trees[0], name, choice) == _overlay(trees[1], name, choice):
                continue
            for text in _texts(trees, {name: choice}, known):
                yield Difference(Theme.READINGS, f"{name}（{reading.clause}）换成“{answer.label}”时，{text}")


def _overlay(tree: Table, reading: str, choice: str) -> str:
    written: Tree = at(tree, ("readings", reading, "choices", choice))
    return sha256(written.get("overlay") if isinstance(written, Table) else None)


def _texts(trees: tuple[Table, Table], chosen: dict[str, str], known: set[Difference]) -> list[str]:
    try:
        old, new = (build_scheme(tree, chosen) for tree in trees)
    except ProblemsError:
        return ["写法不同，其中有一个方案算不出来，请用 assess scheme check 检查"]
    return [one.sentence() for one in differences(old, new) if one not in known]
