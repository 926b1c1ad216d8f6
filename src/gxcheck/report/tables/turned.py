"""A table that stands otherwise than the form has it, set right.

Its rows may be printed as columns, or its lower half beside the upper one.
"""

from __future__ import annotations

from collections.abc import Sequence

from gxcheck.document.model import Cell, Table
from gxcheck.report.tables.words import TableWords

__all__ = ["upright"]

_LEAST = 3  # rows and columns that tell that a table is turned
_PAIR = 2  # labels of half a header
_TITLES = 3  # rows of which one may be a header


def upright(table: Table, words: TableWords) -> Table:
    """The table itself; turned where its first row names rows of a form and its rows columns.

    Where the header comes again beside itself, the rows under it follow the others.
    """
    if len(table.rows) < _LEAST:
        return table
    if any(_is_doubled(row, words) for row in table.rows[:_TITLES]):
        return _in_one_column(table)
    if len(table.rows[0]) <= _LEAST:
        return table
    first, *others = table.rows
    if sum(words.is_own_row(cell.normal) for cell in first[1:]) < _LEAST:
        return table
    known = words.columns["applications"]
    if sum(bool(row) and words.key(row[0].normal) in known for row in others) < _LEAST:
        return table
    if any(len(row) != len(first) for row in others) or _is_merged(table):
        return table
    return Table(tuple(zip(*table.rows, strict=True)), table.location, spans_known=False)


def _is_doubled(row: Sequence[Cell], words: TableWords) -> bool:
    """Whether a row is the header of the annex, twice."""
    first = next((cell.normal for cell in row if cell.normal), "")
    if words.key(first) not in words.captions:
        return False
    keys = [words.key(cell.normal) for cell in row if cell.normal]
    half = len(keys) // 2
    if half < _PAIR or keys[:half] != keys[half:]:
        return False
    return not words.columns["annex"].keys().isdisjoint(keys)


def _in_one_column(table: Table) -> Table:
    """The left half of a table's rows above the right one; a short row stays where it is."""
    width = table.width
    whole = [table.spans_known or len(row) == width for row in table.rows]
    halves = [
        [
            tuple(cell for cell in row if not parted or (cell.column < width // 2) is left)
            for row, parted in zip(table.rows, whole, strict=True)
            if left or parted
        ]
        for left in (True, False)
    ]
    rows = tuple(row for half in halves for row in half if row)
    return Table(rows, table.location, spans_known=False, blanks_shown=table.blanks_shown)


def _is_merged(table: Table) -> bool:
    return any(_spans(cell) for row in table.rows for cell in row)


def _spans(cell: Cell) -> bool:
    return cell.row_span > 1 or cell.column_span > 1
