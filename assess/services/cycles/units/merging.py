"""Merging a unit into another one, or splitting it, from a day on: what is entered for it stays."""

from collections.abc import Sequence

from assess.ground.address import UNIT, Address
from assess.services.cycles.cycle_source import StoredSource
from assess.services.cycles.entering import Edits
from assess.services.cycles.stepping import Step, step
from assess.services.cycles.values.named import titles_of
from assess.storage.acts import Act
from assess.storage.database import Database
from assess.storage.shelves import Key
from assess.year.cells import Cell
