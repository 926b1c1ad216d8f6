"""Labels that were cut in pieces, as text that is copied out of a page has them.

There the label of a narrow column stands in several lines (自 / 然 / 人), and a line has the pieces
of all columns beside each other, parted by blanks. Put together from top to bottom they must give
every label of the form, in its order; else nothing is put together. A row's label may begin in the
lines above its figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import groupby

from msgspec import Struct

from gxcheck.document.model import Cell, Location, Table
from gxcheck.document.normalise import normalise
from gxcheck.document.words import words_of
from gxcheck.report.model import TableName
from gxcheck.report.tables.rows import joined_cell
from gxcheck.report.tables.senses import BLANK, VALUE, Sense, Senses
from gxcheck.report.tables.words import TableWords

__all__ = ["put_together"]

_FIGURES = 6  # of the first row below the header
_BESIDE = 2  # labels in one line: their order is that of the columns
_LINES = 5  # of a row's label
_BEGINNING = 4  # characters that tell one row's label from the others


class _Piece(Struct, frozen=True):
    """One word of a line of the header."""

    text: str
    location: Location


class _Label:
    """The label of one column: what may still follow of it, and where it begins."""

    def __init__(self, names: Iterable[str]) -> None:
        self._rests = list(names)
        self.text = ""
        self.location: Location | None = None

    def takes(self, piece: _Piece) -> bool:
        """Take a piece if the label goes on with it."""
        rests = [rest for rest in self._rests if rest.startswith(piece.text)]
        if rests:
            self._rests = [rest.removeprefix(piece.text) for rest in rests]
            self.text += piece.text
            self.location = self.location or piece.location
        return bool(rests)

    @property
    def is_whole(self) -> bool:
        """Whether all pieces are there; what is put together may be a longer label yet."""
        return "" in self._rests

    def cell(self) -> Cell | None:
        """The label as a cell at its first piece; None where a piece is missing."""
        return Cell(self.text, self.location) if self.location and self.is_whole else None


def put_together(table: Table, senses: Senses) -> Table:
    """The table with labels put together; itself where its source shows more than lines of text."""
    if table.spans_known or (table.blanks_shown and len(table.rows) > 1):
        return table
    table = replace(table, rows=tuple(_with_lines_joined(table.rows, senses)))
    return _with_rows_named(_with_columns_named(table, senses), senses)


def _with_lines_joined(
    rows: Iterable[tuple[Cell, ...]], senses: Senses
) -> Iterator[tuple[Cell, ...]]:
    """The rows, those that hold the second lines of the labels above them joined to these."""
    upper: tuple[Cell, ...] = ()
    for row in rows:
        joined = _second_lines(upper, row, senses) if upper and len(row) <= len(upper) else ()
        if upper and not joined:
            yield upper
        upper = joined or row
    if upper:
        yield upper


def _second_lines(upper: Sequence[Cell], lower: Sequence[Cell], senses: Senses) -> tuple[Cell, ...]:
    """A header with the second lines of its labels, each in its order; empty if one fits none."""
    if all(senses.of(rest).label for rest in lower):
        return ()
    joined = list(upper)
    place = -1
    for rest in lower:
        halves = (
            (at, joined_cell([upper[at], rest]))
            for at in range(place + 1, len(upper))
            if senses.of(rest) is not VALUE and _may_go_on(senses.of(upper[at]))
        )
        whole = next(((at, cell) for at, cell in halves if senses.of(cell).label), None)
        if whole is None:
            return ()
        place, cell = whole
        joined[place] = cell
    return tuple(joined)


def _may_go_on(sense: Sense) -> bool:
    """Whether words that are no label yet may be the first line of one."""
    return sense is not VALUE and sense is not BLANK and not (sense.label or sense.unit)


def _with_rows_named(table: Table, senses: Senses) -> Table:
    """The table, with labels that begin in the lines above their row, beside that of a group."""
    rows: list[Sequence[Cell]] = []
    above: list[Cell] = []
    for row in filter(None, table.rows):
        first = next((at for at, cell in enumerate(row) if senses.of(cell) is VALUE), 0)
        *groups, label = row[: first or 1]
        beside = not groups or (above and _is_beside(groups, label, senses))
        if first and beside and not senses.of(label).own_row:
            rows += [groups] if groups else []
            rows.append((_whole_label(above, label, senses.words), *row[first:]))
        else:
            rows.append(row)
        above = [] if len(row) > 1 else [*above[1 - _LINES :], label]
    return replace(table, rows=tuple(map(tuple, rows)))


def _is_beside(groups: Sequence[Cell], label: Cell, senses: Senses) -> bool:
    """Whether a piece of a row's label stands beside the label of its group."""
    told = senses.of(label)
    if not _may_go_on(told) or len(told.key) < _BEGINNING:
        return False
    is_piece = any(senses.words.rows_with(told.key))
    return is_piece and all(senses.of(group).label for group in groups)


def _whole_label(above: Sequence[Cell], label: Cell, words: TableWords) -> Cell:
    """A label with the least of the lines above it that make it one of a form; else itself.

    Where what stands before the figures is of no row's label, but of the group's at the margin,
    the label is in the line above.
    """
    for first in range(len(above) - 1, -1, -1):
        parts = [*above[first:], label]
        if words.is_own_row("".join(part.normal for part in parts)):
            return joined_cell(parts)
    at_margin = not any(words.rows_with(words.key(label.normal)))
    return above[-1] if above and at_margin and _begins_row(above[-1], words) else label


def _begins_row(cell: Cell, words: TableWords) -> bool:
    """Whether words are the beginning of one row's label."""
    key = words.key(cell.normal)
    return len(key) >= _BEGINNING and len({line.line.key for line in words.rows_with(key)}) == 1


def _with_columns_named(table: Table, senses: Senses) -> Table:
    """The table with the labels of its header put together; itself where they are whole."""
    first = next((at for at, row in enumerate(table.rows) if _figures(row, senses)), 0)
    words = _head(table.rows[first], senses) if table.rows else ()
    header = [*table.rows[:first], words]
    lines = list(_lines(header))
    if max(map(len, lines), default=0) < _BESIDE and _are_whole(header, senses):
        return table
    for labels in _orders(senses.words):
        cells, used = _put_together(lines, labels)
        if cells:
            return replace(table, rows=_rows(table.rows, first, cells, used))
    return table


def _rows(
    rows: Sequence[tuple[Cell, ...]],
    first: int,
    labels: Iterable[Cell],
    used: Set[Location],
) -> tuple[tuple[Cell, ...], ...]:
    """The rows with the labels above the first figures, and what else stood in the header.

    Words after the last piece belong to the figures that they stand before.
    """
    row = rows[first]
    ends = [at for at, cell in enumerate(row) if not used.isdisjoint(_places(cell))]
    end = ends[-1] + 1 if ends else 0
    above = [*rows[:first], row[:end]]
    left = (tuple(cell for cell in cells if used.isdisjoint(_places(cell))) for cells in above)
    return (*filter(None, left), tuple(labels), row[end:], *rows[first + 1 :])


def _are_whole(header: Iterable[Sequence[Cell]], senses: Senses) -> bool:
    """Whether the cells of a header name all columns of a table, in whatever order."""
    known = {senses.of(cell).key for cells in header for cell in cells}
    return any(
        {columns.get(key) for key in known}.issuperset(columns.values())
        for columns in senses.words.columns.values()
    )


def _figures(row: Sequence[Cell], senses: Senses) -> bool:
    return sum(senses.of(cell) is VALUE for cell in row) >= _FIGURES


def _head(row: Sequence[Cell], senses: Senses) -> Sequence[Cell]:
    """The words before the first label of a row, or the first figures: those of the header."""
    words = senses.words_before(row)
    own = (place for place, cell in enumerate(words) if senses.of(cell).own_row)
    return words[: next(own, len(words))]


def _lines(header: Iterable[Sequence[Cell]]) -> Iterator[list[_Piece]]:
    """The pieces of each printed line of a header."""
    pieces = (
        _Piece(normalise(cell.text[start:end]).text, cell.place(start, end))
        for cells in header
        for cell in cells
        for start, end in words_of(cell.text)
    )
    for _, line in groupby(pieces, key=lambda piece: piece.location.line):
        yield list(line)


def _orders(words: TableWords) -> Iterator[list[_Label]]:
    """The columns of the tables that have many, in their order: those of the outcomes thrice."""
    groups = len(set(words.outcome_groups.values()))
    tables: list[tuple[TableName, int]] = [("applications", 1), ("litigation", groups)]
    for name, times in tables:
        known = words.columns[name]
        for order in words.column_orders[name]:
            names = [[label for label, key in known.items() if key == one] for one in order]
            yield [_Label(names) for names in names * times]


def _put_together(
    lines: Iterable[Sequence[_Piece]], labels: Sequence[_Label]
) -> tuple[Sequence[Cell], set[Location]]:
    """The labels as cells, and the places of their pieces; none if one fails.

    In a line the pieces follow each other as the labels do; but the last column may be told where
    its cell begins, beside that of a group above the others.
    """
    used = set[Location]()
    last = len(labels) - 1
    for line in lines:
        first = 0
        for piece in line:
            places = sorted(range(first, len(labels)), key=lambda at: labels[at].is_whole)
            taken = next((at for at in places if labels[at].takes(piece)), None)
            if taken is not None:
                used.add(piece.location)
                first = taken if taken < last else max(first, 1)
    cells = [label.cell() for label in labels]
    whole = [cell for cell in cells if cell]
    return (whole, used) if len(whole) == len(cells) else ((), set())


def _places(cell: Cell) -> Iterator[Location]:
    """The places of a cell's words."""
    return (cell.place(start, end) for start, end in words_of(cell.text))
