"""Somebody who may do less than whoever runs the tests."""

import contextlib
import os
from collections.abc import Iterator

_NOBODY = 65534


@contextlib.contextmanager
def somebody_else() -> Iterator[None]:
    """Work as somebody else where root runs the tests, to whom nothing is read-only."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
