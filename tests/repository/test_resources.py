"""Where the shipped folders are found."""

from pathlib import Path

import pytest

from assess import resources


def test_a_checkout_uses_its_top_level_folders() -> None:
    """In a checkout the folders are those that people edit."""
    top = Path(__file__).resolve().parents[2]
    assert resources.schemes_dir() == top / "schemes"
    assert resources.templates_dir() == top / "templates"
    assert resources.fonts_dir() == top / "templates" / "fonts"
    assert resources.skeleton_file() == top / "templates" / "imported_scheme.yaml"
    assert resources.migrations_dir() == top / "migrations"
    assert resources.alembic_file() == top / "alembic.ini"


def test_an_installed_wheel_uses_its_own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In an installed wheel the folders inside the package come first."""
    monkeypatch.setattr(resources, "_SHIPPED", tmp_path)
    assert resources.schemes_dir() == tmp_path / "schemes"
    assert resources.fonts_dir() == tmp_path / "templates" / "fonts"
    assert resources.migrations_dir() == tmp_path / "migrations"
