"""What may be loaded when."""

import subprocess
import sys
from pathlib import Path

import pytest

#: The rooms below files and reports.
PURE = ("ground", "entered", "rules", "parts", "scheme", "year", "engine", "words", "drafting")
HEAVY = {"alembic", "jinja2", "lxml", "openpyxl", "psycopg", "pydantic", "rich", "sqlalchemy", "weasyprint", "yaml"}


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


def test_no_plugin_of_pydantic_is_used(tmp_path: Path) -> None:
    """A plugin that happens to be installed is not loaded with the models: it could change what a scheme means."""
    info = tmp_path / "meddler-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: meddler\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[pydantic]\nmeddler = meddler:plugin\n", encoding="utf-8")
    (tmp_path / "meddler.py").write_text(
        "class plugin:\n    @staticmethod\n    def new_schema_validator(*args):\n        return None, None, None\n",
        encoding="utf-8",
    )
    statement = (
        "import os, sys\n"
        "os.environ.pop('PYDANTIC_DISABLE_PLUGINS', None)  # an earlier test may have run the program\n"
        f"sys.path.insert(0, {str(tmp_path)!r})\n"
        "from assess.cli.main import travel_light\n"
        "travel_light()\n"
        "from assess.ground.edges import Edges\n"
        "assert Edges.model_validate({'at_least': '1'}).low == 1\n"
    )
    assert "meddler" not in modules_after(statement)
    assert "meddler" in modules_after(statement.replace("travel_light()\n", ""))
