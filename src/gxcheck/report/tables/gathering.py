"""What has been found of the tables until now: figures, units, blanks, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gxcheck.document.model import Cell, Location, Table
from gxcheck.report.figures import Figure
from gxcheck.report.model import TableName
from gxcheck.report.tables.cells import read_figure
from gxcheck.report.tables.found import FoundTable, FoundTables
from gxcheck.report.tables.senses import BLANK, VALUE, Sense

__all__ = ["Gathered"]


class Gathered:
    """Gathers what is found in a document. Of a figure told twice the first one counts."""

    def __init__(self) -> None:
        self.tables: dict[TableName, FoundTable] = {}
        self._figures: dict[str, Figure] = {}
        self._units: dict[str, tuple[str, Cell]] = {}
        self._blanks: dict[str, Location] = {}

    def found(self) -> FoundTables:
        """All of it."""
        return FoundTables(self._figures, self._units, self.tables)

    def table(self, name: TableName, table: Table) -> FoundTable:
        """What was found of a table of the forms; `table` is where, if it is met first."""
        if name not in self.tables:
            self.tables[name] = FoundTable(table.location)
        return self.tables[name]

    def take(self, path: str, cell: Cell) -> None:
        """Take the figure in a cell."""
        self._figures.setdefault(path, read_figure(cell))

    def take_unit(self, path: str, unit: str, cell: Cell) -> None:
        """Take the unit printed for a figure."""
        self._units.setdefault(path, (unit, cell))

    def take_annex(self, key: str, values: Sequence[Cell], told: Sequence[Sense]) -> None:
        """The figure of a row with a unit's column: it may stand in that column with its unit.

        `told` are the senses of the values.
        """
        path = f"annex.{key}"
        filled = [place for place, sense in enumerate(told) if sense is not BLANK]
        start = 0
        if filled and _has_unit_first(told[filled[0] :]):
            unit, *filled = filled
            self.take_unit(path, values[unit].normal, values[unit])
            start = unit + 1
        place = filled[0] if filled else start
        if place < len(values):
            self.take(path, values[place])

    def expect(self, places: Mapping[str, Location]) -> None:
        """Remember figures that are blank, at these places, unless they are found elsewhere."""
        self._blanks |= places

    def take_blanks(self) -> None:
        """Take those of which the text has no trace."""
        applications = self.tables.get("applications")
        head = applications.take_head(self._blanks) if applications else ""
        for path, place in self._blanks.items():
            if not (head and path.startswith(head)):
                self._figures.setdefault(path, Figure(None, "", "blank", None, place))


def _has_unit_first(told: Sequence[Sense]) -> bool:
    """Whether a row of the annex begins with its unit: known, or words before a figure."""
    first = told[0] if told else BLANK
    if first is BLANK or first is VALUE:
        return False
    return first.unit or (len(told) > 1 and told[1] is VALUE)
