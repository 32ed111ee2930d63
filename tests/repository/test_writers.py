"""Who writes."""

import ast
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
MAKING = {"copy2", "copyfile", "copytree", "hardlink_to", "mkdtemp", "symlink_to", "touch", "write_bytes", "write_text"}
CHANGING = MAKING | {"move", "rename", "rmdir", "rmtree", "unlink"}
#: Those that make files in a folder that they are given: a stage, or one that goes again when they have looked at it.
GIVEN_A_FOLDER = {
    "reports/delivery.py",
    "reports/drawing.py",
    "services/scheme_files.py",
    "services/scheme_import.py",
    "services/scheme_new.py",
    "services/upkeep/restoring.py",
}


def test_the_disk_is_the_one_writer() -> None:
    """Nobody else moves, replaces or removes a file, and few make one: always in a stage of the writer."""
    changing = set()
    for path in (TOP / "assess").rglob("*.py"):
        called = {
            node.func.attr
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        if called & CHANGING and path.parent.name != "disk":
            changing.add(path.relative_to(TOP / "assess").as_posix())
    # A help page writes text, too, but into itself.
    assert changing - {"cli/help_page.py"} == GIVEN_A_FOLDER
