"""Finds the kinds in a package: one file each, so that adding a file adds a kind."""

import importlib
import pkgutil
from collections.abc import Collection, Iterator
from types import ModuleType
from typing import ClassVar, Protocol, TypeVar


class OfKind(Protocol):
    """What has the word by which it is chosen in a file; empty: it is none of the kinds itself."""

    kind: ClassVar[str]


Kind = TypeVar("Kind", bound=OfKind)


def kinds_in(package: ModuleType, base: type[Kind], besides: Collection[str]) -> dict[str, type[Kind]]:
    """The subclasses of `base` by their word, in alphabetical order; the modules `besides` hold none."""
    for module in pkgutil.iter_modules(package.__path__):
        if module.name not in besides:
            importlib.import_module(f"{package.__name__}.{module.name}")
    return {kind.kind: kind for kind in sorted(_below(base), key=lambda kind: kind.kind) if kind.kind}


def _below(base: type[Kind]) -> Iterator[type[Kind]]:
    for child in base.__subclasses__():
        yield child
        yield from _below(child)
