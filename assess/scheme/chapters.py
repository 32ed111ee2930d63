"""The chapters of a document: what people count together when they ask how far a year is."""

from collections.abc import Iterator

from assess.scheme.nodes import Group, Node
from assess.scheme.scheme import IndicatorTree, Part, Scheme

#: Indicators are counted together by the second group from the top: below it a list would be as long as the document.
_DEPTH = 2


def all_chapters(scheme: Scheme) -> Iterator[str]:
    """The chapters of all lists and tables, part by part, in the order of the document."""
    for part in scheme.parts:
        for tree in scheme.trees.values():
            yield from chapters_of(part, tree).values()


def chapters_of(part: Part, tree: IndicatorTree) -> dict[str, str]:
    """By node of a part, the name of the chapter with which it is counted: a group, or the part itself."""
    chapters = {part.id: part.label}

    def put(node: Node, chapter: str, depth: int) -> None:
        if isinstance(node, Group) and depth <= _DEPTH:
            chapter = f"{node.id} {node.heading.label}"
        chapters[node.id] = chapter
        for child in node.children if isinstance(node, Group) else ():
            put(child, chapter, depth + 1)

    for node in part.nodes(tree):
        put(node, part.label, 1)
    return chapters
