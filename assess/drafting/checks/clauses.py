"""Clauses: everything that is scored says where it is written."""

from collections.abc import Iterator

from assess.drafting.checks.check import Check, Finding
from assess.drafting.checks.subject import Spot, Subject
from assess.scheme.scheme import Part, Scheme

THEME = "条款"

#: So many ids are named in one line; more would not be read.
_NAMED = 5


def without_clause(subject: Subject) -> Iterator[Finding]:
    """Every part, group and indicator names its clause; a printed target table has rows in place of clauses."""
    # One line a table: who leaves clauses out leaves many out.
    for part in subject.scheme.parts:
        if not part.clause and not _is_of_tables(subject.scheme, part):
            text = f"总分的组成部分“{part.label}”没有写条款（clause）"
            yield Finding(subject.place("parts", part.id), text, _HINT)
    by_tree: dict[str, list[Spot]] = {}
    for spot in subject.spots:
        if not spot.node.heading.clause and spot.indicators.plan is None:
            label = "各表共有的指标" if spot.path[0] == "common" else f"“{spot.indicators.label}”"
            by_tree.setdefault(label, []).append(spot)
    for label, spots in by_tree.items():
        named = "、".join(spot.node.id for spot in spots[:_NAMED])
        more = f"等{len(spots)}项" if len(spots) > _NAMED else ""
        text = f"{label}里{named}{more}没有写条款（clause）"
        yield Finding(subject.place(*spots[0].path), text, _HINT)


def _is_of_tables(scheme: Scheme, part: Part) -> bool:
    """Whether a part comes out of printed target tables alone: their rows, or their money."""
    trees = [tree for tree in scheme.trees.values() if tree.nodes and part.full[tree.list]]
    return not part.rules.section and all(tree.plan is not None for tree in trees)


_HINT = "写上原文的条款号，评分表和说明里才查得到依据"

CHECKS = (Check("no_clause", THEME, "没有条款的指标", "没有条款的分，被问到时说不出依据。", without_clause),)
