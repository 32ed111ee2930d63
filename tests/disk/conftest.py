"""What several test files need and takes long to make."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.disk.processes import half_moved


@pytest.fixture(scope="session")
def half_moved_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose writer was killed between two moves; not to be touched."""
    if sys.platform == "win32":
        pytest.skip("Windows knows no SIGKILL")
    return half_moved(tmp_path_factory.mktemp("killed"))


@pytest.fixture
def half(half_moved_once: Path, tmp_path: Path) -> Path:
    """A copy of such a folder."""
    return Path(shutil.copytree(half_moved_once, tmp_path / "half"))
