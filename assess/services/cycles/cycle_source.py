"""A cycle of the office's database as a source of a year."""

from collections.abc import Callable, Mapping
from functools import cached_property

from assess.files.scheme_folder import read_texts
from assess.ground.address import Address
from assess.ground.place import Place, Problem, ProblemsError
from assess.ground.tree import Table
from assess.services.source import BuiltSchemes
from assess.services.viewing import Sight, Viewer
from assess.storage.cycles import StoredYear, stored_year
from assess.storage.database import Database
from assess.year.assembling import tree_of
from assess.year.cells import Cell
from assess.year.titles import Titles, titles_of

#: The command that opens cycles for made-up years.
DEMO = "demo"


class StoredSource(BuiltSchemes):
    """What a transaction sees of a cycle. Values are read when they are asked for, and again after `refresh`."""

    def __init__(self, year: StoredYear, viewer: str = "") -> None:
        """`viewer`: who looks, by name; empty: nobody is named."""
        super().__init__()
        self.year = year
        self._viewer = viewer

    @cached_property
    def scheme(self) -> Table:
        """The scheme as it was when the cycle was opened."""
        return read_texts(self.year.texts)

    @property
    def readings(self) -> Mapping[str, str]:
        """Those that are in force in the cycle."""
        return self.year.readings

    @cached_property
    def _cells(self) -> list[Cell]:
        return self.year.cells()

    @cached_property
    def evidence(self) -> Table:
        """What is entered, each value with its place in the database. Raises `ProblemsError` where no unit is."""
        tree = tree_of(self._cells, self.built(), self.place_of)
        if "units" not in tree:
            text = f"考核周期“{self.year.head.code}”里还没有单位"
            hint = "请用 assess unit add 逐个加入，或用 assess cycle import 导入一年的数据"
            raise ProblemsError([Problem(None, "no_units", text, hint)])
        return tree

    @property
    def is_sample(self) -> bool:
        """Whether the demo has opened it; an office's year is no sample."""
        return self.year.opened_with == DEMO

    @cached_property
    def viewer(self) -> Viewer:
        """Who looks, who may be one of the cycle's keepers."""
        return Viewer(self._viewer, self._viewer in self.year.keepers)

    @cached_property
    def sight(self) -> Sight:
        """What the viewer may see of the values of the cycle."""
        return Sight(self.viewer, self.built(), self.year.cells)

    @cached_property
    def lasting_sight(self) -> Sight:
        """The same for addresses in which records have the numbers that they keep for good, also those that went."""
        return Sight(self.viewer, self.built(), self.year.confirmed)

    @cached_property
    def titles(self) -> Titles:
        """What its values are called."""
        return titles_of(self._cells, self.built())

    @property
    def where(self) -> Callable[[Address], Place]:
        """Says where a value is kept, or would be: what lacks has the name that people know it by."""
        titles = self.titles
        return lambda address: Place("数据库", title=titles.of(address, short=True))

    def place_of(self, cell: Cell) -> Place:
        """Where a value is kept, as people call it."""
        return Place("数据库", title=self.titles.of(cell.address, cell.field, short=True))

    def refresh(self) -> None:
        """Look again at what is entered."""
        for name in ("_cells", "evidence", "titles", "sight", "lasting_sight"):
            self.__dict__.pop(name, None)


def cycle_source(database: Database, code: str, viewer: str = "") -> StoredSource:
    """Read a cycle, all of it at one moment. `viewer`: who looks, by name; empty: nobody is named."""
    with database.reading() as session:
        source = StoredSource(stored_year(session, code), viewer)
        _ = source.scheme, source.evidence, source.is_sample, source.viewer
    return source
