"""Where the shipped folders and files are: the schemes, the templates, the fonts and the steps of the database.

In a checkout they lie at the top level, where people edit them; in an installed wheel they lie inside
the package. No other module may know the difference.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "shipped"


def _root() -> Path:
    """The folder that holds `schemes/`, `templates/` and `migrations/`; a wheel's own copy comes first."""
    return _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent


def schemes_dir() -> Path:
    """The folder of the shipped schemes, one folder a scheme."""
    return _root() / "schemes"


def templates_dir() -> Path:
    """The folder of the page templates and style sheets."""
    return _root() / "templates"


def skeleton_file() -> Path:
    """What a scheme that is made of an office's own tables has where these print nothing."""
    return templates_dir() / "imported_scheme.yaml"


def fonts_dir() -> Path:
    """The folder of the bundled faces with their `fonts.conf`."""
    return templates_dir() / "fonts"


def migrations_dir() -> Path:
    """The folder of the steps from one release's tables to the next."""
    return _root() / "migrations"


def alembic_file() -> Path:
    """The settings of Alembic, beside the folder of the steps."""
    return _root() / "alembic.ini"
