"""What single people say of a unit is read below the engine; whoever shows results has nothing of it at hand."""

import ast
from pathlib import Path

import pytest

ASSESS = Path(__file__).parents[2] / "assess"
#: The rooms that show results or hand them on.
ABOVE = ("words", "reports", "drafting", "files", "services", "cli")


@pytest.mark.parametrize("room", ABOVE)
def test_nobody_above_the_engine_reads_what_people_say(room: str) -> None:
    """`opinions` of a unit, `single` marks of a group: neither name is asked for there."""
    asked = [
        f"{path.relative_to(ASSESS)}:{node.lineno} {node.attr}"
        for path in sorted((ASSESS / room).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("opinions", "single", "confidential_to")
    ]
    assert [one for one in asked if not one.startswith(("services/viewing.py", "services/cycles/keeping.py"))] == []
