"""What is found of the tables of the forms: labels, rows of no form, figures and units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from gxcheck.document.model import Cell, Location
from gxcheck.report.figures import Figure
from gxcheck.report.model import TableName

__all__ = ["FoundLabel", "FoundTable", "FoundTables"]

_PARTS = "other."  # begins the keys of the rows of （六）其他处理
_HEAD = f"{_PARTS}undivided"  # its only row in 2019, which is the label of all since 2021
_DIVIDED = 3  # rows since 2021


class FoundLabel(Struct, frozen=True):
    """A label of the document and the key of the row, column or group it was taken for."""

    cell: Cell
    key: str
    similar: bool = False


class FoundTable(Struct):
    """What was found of one table of the forms, beside its figures.

    `filled` are the keys of the rows that have figures, `again` the labels of those that come with
    figures once more.
    """

    location: Location
    rows: list[FoundLabel] = field(default_factory=list)
    columns: list[FoundLabel] = field(default_factory=list)
    extra_rows: list[Cell] = field(default_factory=list)
    filled: set[str] = field(default_factory=set)
    again: list[Cell] = field(default_factory=list)

    def take_row(self, label: FoundLabel, *, filled: bool) -> None:
        """Take a row by its label; `filled` tells whether it has figures."""
        self.rows.append(label)
        if filled and label.key in self.filled:
            self.again.append(label.cell)
        elif filled:
            self.filled.add(label.key)

    @property
    def beyond_form(self) -> list[Cell]:
        """The labels of rows that the form does not have, or not twice.

        Where half of the rows come again, it is the table that stands twice.
        """
        twice = len(self.again) * 2 >= len(self.filled)
        return self.extra_rows if twice else [*self.extra_rows, *self.again]

    def take_head(self, blanks: Iterable[str]) -> str:
        """Take away the row （六）其他处理 of 2019, without figures, where it heads all of 2021.

        `blanks` are the paths of figures that are blank. Returns the beginning of its own.
        """
        head = f"applications.{_HEAD}."
        parts = [row for row in self.rows if row.key.startswith(_PARTS)]
        if len(parts) <= _DIVIDED or not any(path.startswith(head) for path in blanks):
            return ""
        self.rows = [row for row in self.rows if row.key != _HEAD]
        return head


class FoundTables(Struct, frozen=True):
    """All figures of a document by path, the units printed for them, and the tables found."""

    figures: Mapping[str, Figure]
    units: Mapping[str, tuple[str, Cell]]
    tables: Mapping[TableName, FoundTable]
