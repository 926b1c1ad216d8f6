"""The table of applications as a grid of counts, and what each row should be by its columns.

A blank cell or a mark for none counts as 0 here: the grid only serves to find what went where.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct

from gxcheck.lazy import lazy
from gxcheck.report.figures import Figure
from gxcheck.report.forms import TableForm
from gxcheck.rules.context import Context

__all__ = ["OUTSIDE", "Count", "Grid", "adds_up", "grid_of"]

Count: TypeAlias = "int | None"
"""A count; None where the cell is lost or no whole number."""

_RECEIVED, _CARRIED, _CLOSED, _FORWARD = "received", "carried", "closed", "carried_forward"
OUTSIDE = (_RECEIVED, _CARRIED, _CLOSED, _FORWARD)
"""The rows of the table that are no result of handling."""


class Grid(Struct, frozen=True, dict=True):
    """The counts of the table by row, each row in the order of the columns, its total last.

    A row that the form has not got counts nothing.
    """

    rows: Mapping[str, list[Count]]

    def row(self, key: str) -> list[Count]:
        """The counts of a row."""
        return self.rows.get(key) or [0 for _ in next(iter(self.rows.values()), ())]

    @lazy
    def is_sound(self) -> bool:
        """Whether every cell is there and all rows and columns add up."""
        rows = self.rows.values()
        return (
            all(map(adds_up, rows))
            and self._sums == self.row(_CLOSED)
            and self._left_over(self.row(_FORWARD)) == self.row(_CLOSED)
        )

    def expected(self, key: str) -> list[int] | None:
        """What a row has to be for all columns to add up; None where they do not say, or differ."""
        if key == _RECEIVED:
            return _combined([self.row(_CLOSED), self.row(_FORWARD)], [self.row(_CARRIED)])
        if key == _CARRIED:
            return _combined([self.row(_CLOSED), self.row(_FORWARD)], [self.row(_RECEIVED)])
        if key == _FORWARD:
            return self._left_over(self.row(_CLOSED))
        if key == _CLOSED:
            results = self._sums
            return results if results == self._left_over(self.row(_FORWARD)) else None
        return self._result(key)

    def adds_up_with(self, key: str, row: list[int]) -> bool:
        """Whether all columns that a row changes add up once it stands for the one found."""
        changed = [n for n, count in enumerate(self.row(key)) if count != row[n]]
        repaired = Grid({**self.rows, key: [*row]})
        sums = repaired._sums
        left = repaired._left_over(repaired.row(_FORWARD))
        closed = repaired.row(_CLOSED)
        if sums is None or left is None:
            return False
        return all(sums[n] == closed[n] == left[n] for n in changed)

    def _left_over(self, other: Sequence[Count]) -> list[int] | None:
        """All that was received or carried over, less another row."""
        return _combined([self.row(_RECEIVED), self.row(_CARRIED)], [other])

    def _result(self, key: str) -> list[int] | None:
        """The row of a result: what the total leaves when the other results are taken away."""
        others = [row for name, row in self._results.items() if name != key]
        return _combined([self.row(_CLOSED)], others)

    @lazy
    def _results(self) -> Mapping[str, Sequence[Count]]:
        return {key: row for key, row in self.rows.items() if key not in OUTSIDE}

    @lazy
    def _sums(self) -> list[int] | None:
        return _combined(list(self._results.values()), [])


def grid_of(context: Context) -> Grid:
    """The grid of a report's table."""
    paths = _paths(context.form.tables["applications"])
    figures = context.figures
    return Grid({key: [_count(figures[path]) for path in row] for key, row in paths.items()})


@lru_cache(maxsize=16)
def _paths(table: TableForm) -> Mapping[str, Sequence[str]]:
    """The paths of a table's figures by row, each row in the order of the columns."""
    columns = [column.key for column in table.blocks[0].columns]
    return {row.key: [table.path(row.key, column) for column in columns] for row in table.rows}


def adds_up(row: Sequence[Count]) -> bool:
    """Whether the last count of a row is the sum of the others."""
    *parts, total = row
    return None not in row and sum(part or 0 for part in parts) == total


def _count(figure: Figure) -> Count:
    if figure.state in ("blank", "none_mark"):
        return 0
    value = figure.value
    if value is None or isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else None


def _combined(
    added: Sequence[Sequence[Count]], taken: Sequence[Sequence[Count]]
) -> list[int] | None:
    """The sum of rows less other rows, column by column; None where a count is not known."""
    if any(None in row for row in (*added, *taken)):
        return None
    totals = _totals(added)
    if not taken:
        return totals
    return [more - less for more, less in zip(totals, _totals(taken), strict=True)]


def _totals(rows: Sequence[Sequence[Count]]) -> list[int]:
    return [sum(filter(None, column)) for column in zip(*rows, strict=True)]
