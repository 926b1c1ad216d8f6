"""The tables of the form as a report has them: which are there, and which lines of them.

A table is on trial where the form in force has it and the report has not lost it. A line (a row or
a column) is there where its label or any of its figures is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from functools import lru_cache

from msgspec import Struct

from gxcheck.data import read_yaml
from gxcheck.document.model import Location
from gxcheck.lazy import lazy
from gxcheck.report.figures import Figure, State
from gxcheck.report.forms import Line, TableForm
from gxcheck.report.lineage import Edition
from gxcheck.report.model import LabelReading, Report, TableReading
from gxcheck.rules.context import Context
from gxcheck.rules.model import Lang
from gxcheck.rules.telling.labels import short

__all__ = ["Found", "Slot", "figures_there", "found_tables", "in_force", "is_lost", "line_words"]


class Slot(Struct, frozen=True):
    """The place of one figure in a table."""

    block: int
    row: Line
    column: Line
    path: str


class Found(Struct, frozen=True, dict=True):
    """A table of the form and what the report has of it."""

    form: TableForm
    edition: Edition
    reading: TableReading
    figures: Mapping[str, Figure]
    by_state: Mapping[State, Mapping[str, Figure]]

    @lazy
    def slots(self) -> tuple[Slot, ...]:
        """The places of all its figures, in the order of the form."""
        return _slots(self.form)

    def in_state(self, state: State) -> Set[str]:
        """The paths of its figures in whose cells that stands."""
        return self.form.fields.keys() & self.by_state[state].keys()

    @lazy
    def absent(self) -> Set[str]:
        """The paths of the figures that the report has no cell for."""
        return self.in_state("absent")

    @lazy
    def own_units(self) -> Mapping[str, str]:
        """The units that stand with figures in their own cells."""
        return {
            path: unit
            for path in self.form.fields
            if (unit := self.figures[path].unit)
            and self.figures[path].state == "number"
            and unit[-1] in self.figures[path].raw
        }

    @lazy
    def rows(self) -> frozenset[str]:
        """The keys of the rows that are there."""
        labelled = {self.key(label) for label in self.reading.rows}
        if self.form.name == "litigation":
            labelled |= {self.key(label) for label in self.reading.columns}
        filled = {slot.row.key for slot in self.slots if slot.path not in self.absent}
        return frozenset((labelled | filled) & {row.key for row in self.form.rows})

    @lazy
    def labels(self) -> Counter[str]:
        """How often the label of each column stands there."""
        return Counter(self.key(label) for label in self.reading.columns)

    @lazy
    def missing_columns(self) -> tuple[Slot, ...]:
        """The columns that are not there, each by its first figure.

        In the table of reviews and lawsuits every group of outcomes has its own columns.
        """
        if not self.absent:
            return ()
        missing: dict[tuple[int, str], Slot] = {}
        there: set[tuple[int, str]] = set()
        for slot in self.slots:
            if slot.row.key in self.rows:
                column = (slot.block, slot.column.key)
                if slot.path in self.absent:
                    missing.setdefault(column, slot)
                else:
                    there.add(column)
        return tuple(
            slot
            for column, slot in missing.items()
            if column not in there and self.labels[column[1]] < self._blocks_with(column[1])
        )

    def _blocks_with(self, column: str) -> int:
        """How many labels of a column the rows that are there ask for."""
        if self.form.name == "litigation" and self.reading.rows:
            return 1
        return len(
            {
                slot.block
                for slot in self.slots
                if slot.column.key == column and slot.row.key in self.rows
            }
        )

    def key(self, label: LabelReading) -> str:
        """The key of the line that a label was taken for."""
        return label.field.removeprefix(f"{self.form.name}.")

    def near(self, row: str) -> Location:
        """Where a row stands or should stand: at its own label, or that of the row before it."""
        labels = {self.key(label): label.location for label in self.reading.rows}
        return _last(labels, self.form.rows, row) or self.reading.location

    def near_column(self, row: Line | None, column: Line | None) -> Location:
        """Where a column should stand: at the label before it, or at that of its row."""
        labels = {self.key(label): label.location for label in reversed(self.reading.columns)}
        if self.form.name == "applications" and column:
            return _last(labels, self.form.blocks[0].columns, column.key) or self.reading.location
        if row and self.form.name == "litigation":
            return labels.get(row.key, self.reading.location)
        return self.near(row.key) if row else self.reading.location


def _last(labels: Mapping[str, Location], lines: Iterable[Line], key: str) -> Location | None:
    """The label of a line, or the last one before it in the order of the form."""
    place = None
    for line in lines:
        place = labels.get(line.key, place)
        if line.key == key:
            break
    return place


def found_tables(report: Report, context: Context, *, any_year: bool = False) -> list[Found]:
    """The tables on trial of a report, in their order in it.

    With `any_year` also those that the report's year did not ask for.
    """
    found = context.once(_all_found)
    return [table for table in found if any_year or in_force(table.form, report)]


def _all_found(context: Context) -> list[Found]:
    report = context.report
    pairs = ((reading, context.form.tables.get(reading.table)) for reading in report.tables)
    return [
        Found(table, report.edition, reading, context.figures, context.by_state)
        for reading, table in pairs
        if table and not is_lost(table, context)
    ]


def in_force(table: TableForm, report: Report) -> bool:
    """Whether the form has the table for the report's year."""
    return report.year is None or report.year >= table.first_year


def is_lost(table: TableForm, context: Context) -> bool:
    """Whether so few figures of a table are there that it counts as lost."""
    least: int = read_yaml("figures.yml")["least_share"]
    return figures_there(table, context) * 100 < least * len(table.fields)


def figures_there(table: TableForm, context: Context) -> int:
    """How many figures of a table have a cell in the report, filled or not."""
    paths, absent = table.fields.keys(), context.by_state["absent"].keys()
    return len(paths & context.figures.keys()) - len(paths & absent)


def line_words(line: Line, lang: Lang) -> str:
    """A row or column as people call it."""
    return short(line.label) if lang == "zh" else line.english


@lru_cache(maxsize=64)
def _slots(table: TableForm) -> tuple[Slot, ...]:
    if table.name == "litigation":
        places = [(n, row, table.blocks[0]) for n, row in enumerate(table.rows)]
    else:
        places = [(n, row, block) for n, block in enumerate(table.blocks) for row in block.rows]
    return tuple(
        Slot(n, row, column, table.path(row.key, column.key))
        for n, row, block in places
        for column in block.columns
    )
