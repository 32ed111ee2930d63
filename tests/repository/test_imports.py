"""What may be loaded when."""

import subprocess
import sys

import pytest

#: The rooms below files and reports.
PURE = ("ground", "entered", "rules", "parts", "scheme", "year", "engine", "words", "drafting")
HEAVY = {"alembic", "docx", "jinja2", "openpyxl", "pydantic", "rich", "sqlalchemy", "weasyprint", "yaml"}


def modules_after(statement: str) -> set[str]:
    """The top names of all modules that a fresh interpreter holds after the statement."""
    code = f"{statement}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("room", PURE)
def test_a_pure_room_loads_no_library_of_the_outer_layers(room: str) -> None:
    """Importing every module of a room below files and reports loads no database, terminal, page or YAML library."""
    loaded = modules_after(
        f"import importlib, pkgutil, assess.{room}\n"
        f"for module in pkgutil.walk_packages(assess.{room}.__path__, 'assess.{room}.'):\n"
        "    importlib.import_module(module.name)",
    )
    assert "assess" in loaded
    assert not loaded & (HEAVY - {"pydantic"} | {"click"})


@pytest.mark.parametrize("statement", ["import assess", "import assess.resources", "import assess.cli.main"])
def test_a_start_loads_nothing_heavy(statement: str) -> None:
    """Starting the program loads no library that only some command needs."""
    assert not modules_after(statement) & HEAVY


def test_no_plugin_of_pydantic_is_looked_for() -> None:
    """Neither a plugin that happens to be installed nor the reader of packages' metadata is loaded with the models."""
    statement = (
        "from assess.cli.main import travel_light\n"
        "travel_light()\n"
        "from assess.ground.edges import Edges\n"
        "assert Edges.model_validate({'at_least': '1'}).low == 1\n"
        "import sys\n"
        "assert 'importlib.metadata' not in sys.modules\n"
        "assert not hasattr(sys.modules['pydantic.plugin._loader'], '__file__')  # as debuggers ask every module\n"
    )
    assert "pydantic" in modules_after(statement)
