"""What the soaks have tried is said at the end of the tests: seeds and counts."""

import pytest

_SAID = pytest.StashKey[list[str]]()


@pytest.fixture
def said(request: pytest.FixtureRequest) -> list[str]:
    """Lines to be printed at the end."""
    return request.config.stash.setdefault(_SAID, [])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print them."""
    for line in config.stash.get(_SAID, []):
        terminalreporter.write_line(f"soak: {line}")
