"""Where a year comes from: its scheme and its evidence as plain trees, whatever keeps them.

A use case is given a source and never asks what is behind it.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from assess.files import yaml_reader
from assess.files.scheme_folder import read_folder
from assess.ground.address import Address
from assess.ground.place import Place
from assess.ground.tree import Table
from assess.scheme.reading.building import build_scheme
from assess.scheme.scheme import Scheme
from assess.services.schemes import find
from assess.services.viewing import NOBODY, Viewer
from assess.year.evidence import Evidence
from assess.year.reading.building import build_evidence

#: Where a scheme's folder has its sample years.
SAMPLES = "sample"


class Source(Protocol):
    """A scheme and a year's evidence, each read once however often it is asked for."""

    @property
    def scheme(self) -> Table:
        """The scheme as it is written. Raises `ProblemsError` where there is none."""

    @property
    def readings(self) -> Mapping[str, str]:
        """The readings that are in force unless others are asked for."""

    def built(self, readings: Mapping[str, str] | None = None) -> Scheme:
        """The scheme under its readings, `readings` before them. Raises `ProblemsError` with all its mistakes."""

    @property
    def evidence(self) -> Table:
        """The year as it is written."""

    @property
    def is_sample(self) -> bool:
        """Whether the year is the scheme's own sample."""

    @property
    def where(self) -> Callable[[Address], Place] | None:
        """Says where a value has its place, whether it is entered or not; None: as the evidence is written."""

    @property
    def viewer(self) -> Viewer:
        """Who looks at it."""


class BuiltSchemes(ABC):
    """Builds a scheme once for each choice of readings."""

    def __init__(self) -> None:
        self._built: dict[tuple[tuple[str, str], ...], Scheme] = {}

    @property
    @abstractmethod
    def scheme(self) -> Table:
        """As in `Source`."""

    @property
    def readings(self) -> Mapping[str, str]:
        """As in `Source`; none: those that the scheme has by default."""
        return {}

    def built(self, readings: Mapping[str, str] | None = None) -> Scheme:
        """As in `Source`."""
        chosen = {**self.readings, **(readings or {})}
        key = tuple(sorted(chosen.items()))
        if key not in self._built:
            self._built[key] = build_scheme(self.scheme, chosen)
        return self._built[key]


class FileSource(BuiltSchemes):
    """A scheme, by id or by folder, and a year's file."""

    def __init__(self, scheme_reference: str, evidence: Path) -> None:
        super().__init__()
        self._reference = scheme_reference
        self._path = evidence

    @cached_property
    def _folder(self) -> Path:
        return find(self._reference)

    @cached_property
    def scheme(self) -> Table:
        """The scheme's files as one tree."""
        return read_folder(self._folder)

    @cached_property
    def evidence(self) -> Table:
        """The file."""
        return yaml_reader.read(self._path)

    @property
    def is_sample(self) -> bool:
        """Whether the file lies where the scheme has its samples."""
        return self._path.resolve().is_relative_to((self._folder / SAMPLES).resolve())

    @property
    def where(self) -> None:
        """A file's values have their lines."""

    @property
    def viewer(self) -> Viewer:
        """Nobody: a result goes further than the file that it is of, which no keepers are named for."""
        return NOBODY


@dataclass(frozen=True, slots=True)
class OpenYear:
    """A year's evidence beside the scheme that it was read with, the tree in which its places are, and who looks."""

    scheme: Scheme
    evidence: Evidence
    tree: Table
    viewer: Viewer = NOBODY


def open_year(source: Source, readings: Mapping[str, str] | None = None) -> OpenYear:
    """Build scheme and evidence; raise `ProblemsError` with every mistake in the first of them that has any."""
    return year_of(source, source.built(readings))


def year_of(source: Source, scheme: Scheme) -> OpenYear:
    """Read the source's evidence with a scheme that is built already; raise `ProblemsError` with every mistake."""
    evidence = build_evidence(source.evidence, scheme, is_sample=source.is_sample, where=source.where)
    return OpenYear(scheme, evidence, source.evidence, source.viewer)
