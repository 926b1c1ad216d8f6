"""A table of the forms whose rows are printed as columns, turned to stand as the form has it."""

from __future__ import annotations

from gxcheck.document.model import Cell, Table
from gxcheck.report.tables.words import TableWords

__all__ = ["upright"]

_LEAST = 3


def upright(table: Table, words: TableWords) -> Table:
    """The table itself; turned where its first row names rows of a form and its rows columns."""
    if len(table.rows) < _LEAST or len(table.rows[0]) <= _LEAST:
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


def _is_merged(table: Table) -> bool:
    return any(_spans(cell) for row in table.rows for cell in row)


def _spans(cell: Cell) -> bool:
    return cell.row_span > 1 or cell.column_span > 1
