"""Which cell of a row stands below which column of its table.

Sources that know spans tell by place. Others show merged cells each in its way, so a row is told
by the number of its figures; where that leaves a doubt, none is placed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from gxcheck.document.model import Cell, Table
from gxcheck.document.words import words_of
from gxcheck.lazy import lazy
from gxcheck.patterns import own_pattern
from gxcheck.report.tables.cells import is_unit, is_value, read_figure
from gxcheck.report.tables.columns import Column
from gxcheck.report.tables.rows import Row, offsets_in
from gxcheck.report.tables.senses import BLANK, VALUE, Senses

__all__ = ["Placing", "row_after"]

_FIGURES = own_pattern(r"\d[\d,.]*(?: +\d[\d,.]*)+")
_TOTAL = "total"
_BLANK_AND_TOTAL = 2  # cells of a row whose other figures are merged
_MANY = 5  # columns
_SEVERAL = 3  # rows that all show but a blank cell and one figure


class Placing:
    """Places the cells of one table's rows; `is_stream` where its source has them all in one."""

    def __init__(self, table: Table, rows: Sequence[Row], senses: Senses, is_stream: bool) -> None:
        self.table = table
        self.is_stream = is_stream
        self._senses = senses
        self._rows = rows
        self._led_by_blanks: dict[int, bool] = {}

    def below(
        self, columns: Sequence[Column], values: Sequence[Cell]
    ) -> Iterator[tuple[Column, Cell]]:
        """The cell of each column in a row; a column without a cell is left out.

        Where the source is a mere stream of cells, or shows no blank ones, and a row has too few
        of them, none can be placed.
        """
        table = self.table
        if not table.spans_known:
            values = self._own_figures(columns, values)
        if values and len(values) == len(columns) and not self._is_blank(values[0]):
            yield from zip(columns, values, strict=True)
            return
        if len(values) < len(columns) and len(values) == sum(bool(one.key) for one in columns):
            columns = [column for column in columns if column.key]
        elif len(columns) == 1 < len(values):
            values = self._only_figure(values)
        elif not table.spans_known and columns and values:
            values = self._figures(_beside_label(columns, values), len(columns))
        if _is_blank_and_one(values) and self._is_total_alone(columns, len(values)):
            yield from ((column, values[0]) for column in columns[:-1])
            yield columns[-1], values[1]
        elif len(values) == 1 and self._is_merged_over(columns, values[0]):
            yield from _of_all(columns, values[0])
        elif len(values) == len(columns):
            yield from zip(columns, values, strict=True)
        elif table.spans_known:
            yield from _by_place(columns, values)
        elif table.blanks_shown and not self.is_stream and len(values) < len(columns):
            yield from zip(columns, values, strict=False)

    def _own_figures(self, columns: Sequence[Column], values: Sequence[Cell]) -> Sequence[Cell]:
        """The figures of a row up to a piece of the next one's label, which lines of text may show.

        Two in one line are told apart where the row has as many columns; else it has lost some, and
        none is sure.
        """
        end = next((at for at, one in enumerate(values) if self._is_piece(one)), len(values))
        own = values[:end]
        if len(own) < len(columns):
            apart = [cell for one in own for cell in _apart(one)]
            if len(apart) == len(columns):
                return apart
            return own if end == len(values) else ()
        return own

    def _is_piece(self, cell: Cell) -> bool:
        sense = self._senses.of(cell)
        if sense is BLANK or sense is VALUE or sense.unit or not any(map(str.isalpha, cell.normal)):
            return False
        return self._senses.words.is_piece(cell.normal)

    def _is_blank(self, cell: Cell) -> bool:
        return self._senses.of(cell) is BLANK

    def _only_figure(self, values: Sequence[Cell]) -> Sequence[Cell]:
        """The cell of the one column among several: the first with text.

        Where a source hides spans and shows several figures, the header has lost columns.
        """
        figures = {cell.normal for cell in values if cell.normal and _is_value(cell)}
        if len(figures) > 1 and not self.table.spans_known:
            return ()
        return [next((cell for cell in values if cell.normal), values[0])]

    def _figures(self, values: Sequence[Cell], count: int) -> Sequence[Cell]:
        """At least `count` cells, without those beside a row's figures.

        Blank ones end rows in some sources, and begin them below a label of several rows. A unit
        may stand before the figures and a remark after them; where the first figure is blank, what
        looks like a remark may be the last one.
        """
        if len(values) <= count:
            return values
        if _is_doubtful(values, count) and self._are_led_by_blanks(count):
            values = _without_lead(values, count)
        values = _without_lead(values[::-1], count)[::-1]
        if len(values) > count and is_unit(values[0].normal):
            values = values[1:]
        if len(values) > count and values[0].normal and not _is_value(values[count]):
            values = values[:count]
        return _without_lead(values, count)

    def _are_led_by_blanks(self, count: int) -> bool:
        """Whether rows with more than `count` cells have the others before their figures.

        That tell those with text at one end. Where there are none, it is so unless all rows are as
        long: they may end in blank cells for this. Rows of few columns differ among themselves.
        """
        if self.is_stream or count < _MANY:
            return False
        if count not in self._led_by_blanks:
            wide = [row.values for row in self._rows if len(row.values) > count]
            ends = {(bool(values[0].normal), bool(values[-1].normal)) for values in wide}
            ragged = len({len(row) for row in self.table.rows if len(row) > count}) > 1
            led = (False, True) in ends or ragged
            self._led_by_blanks[count] = led and (True, False) not in ends
        return self._led_by_blanks[count]

    def _is_total_alone(self, columns: Sequence[Column], count: int) -> bool:
        """Whether a blank cell and a figure are one for all columns but the total's, and the total.

        In a source that hides spans, such a row has but these two cells. In a stream, and where
        rows are filled up with blank cells, all rows with figures must look alike.
        """
        totals = [place for place, column in enumerate(columns, 1) if column.key == _TOTAL]
        if totals != [len(columns)] or len(columns) < _SEVERAL or self.table.spans_known:
            return False
        if not self.is_stream and count == _BLANK_AND_TOTAL:
            return _hides_spans(columns) or self._widest <= len(columns)
        return _hides_spans(columns) and self._all_are_blank_and_one

    def _is_merged_over(self, columns: Sequence[Column], only: Cell) -> bool:
        """Whether the one cell of a row stands for all columns.

        That is so where each cell has a line of its own, so that no blank one can have been lost.
        """
        table = self.table
        lines = {column.cell.location.line for column in columns}
        if table.spans_known or not table.blanks_shown or self.is_stream:
            return False
        totals = [place for place, column in enumerate(columns, 1) if column.key == _TOTAL]
        parted = len(lines) == len(columns) >= _SEVERAL
        return parted and totals == [len(columns)] and bool(only.normal)

    @lazy
    def _widest(self) -> int:
        return max(map(len, self.table.rows))

    @lazy
    def _all_are_blank_and_one(self) -> bool:
        filled = [row.values for row in self._rows if row.labels and row.filled]
        return len(filled) >= _SEVERAL and all(map(_is_blank_and_one, filled))


def _apart(cell: Cell) -> list[Cell]:
    """The figures that blanks part in one cell; the cell itself where it is no more than one."""
    text = cell.text
    if not _FIGURES.fullmatch(text):
        return [cell]
    return [
        Cell(text[start:end], cell.place(start, end), offsets_in(cell)[start : end + 1], cell.lines)
        for start, end in words_of(text)
    ]


def _is_blank_and_one(values: Sequence[Cell]) -> bool:
    """Whether the second of some cells has text and no other one."""
    if len(values) < _BLANK_AND_TOTAL or values[0].normal or not values[1].normal:
        return False
    return not any(cell.normal for cell in values[_BLANK_AND_TOTAL:])


def _hides_spans(columns: Sequence[Column]) -> bool:
    """Whether columns do not stand in the source where they do on the page."""
    return any(left.cell.column >= right.cell.column for left, right in pairwise(columns))


def _beside_label(columns: Sequence[Column], values: Sequence[Cell]) -> Sequence[Cell]:
    """Figures without the blank cells of a merged label, which stand before the first column.

    Where the header is that of another table of pages, which counts its columns by itself, places
    say nothing.
    """
    header, first = columns[0].cell.location, values[0].location
    if first.page is not None and header.block != first.block:
        return values
    merged = columns[0].cell.column - values[0].column
    blanks = next((place for place, cell in enumerate(values) if cell.normal), len(values))
    return values[max(0, min(merged, blanks)) :]


def _is_doubtful(values: Sequence[Cell], count: int) -> bool:
    """Whether more than `count` cells are blank at both ends, and `count` are more than the rest.

    Then it does not show which of the blank ones are of the figures.
    """
    if len(values) <= count or values[0].normal or values[-1].normal:
        return False
    filled = [place for place, cell in enumerate(values) if cell.normal]
    return not filled or filled[-1] - filled[0] + 1 < count


def _without_lead(values: Sequence[Cell], count: int) -> Sequence[Cell]:
    """At least `count` cells, without blank ones before the others."""
    blanks = next((place for place, cell in enumerate(values) if cell.normal), len(values))
    return values[max(0, min(len(values) - count, blanks)) :]


def row_after(columns: Sequence[Column], values: Sequence[Cell]) -> Sequence[Cell]:
    """The cells of a further row, its label first, that follow a row's figures in a stream.

    Empty where what follows them are but words.
    """
    after = values[len(columns) :]
    if not after or not values[0].normal or not after[0].normal or _is_value(after[0]):
        return ()
    return after if any(map(_is_value, after[1:])) else ()


def _is_value(cell: Cell) -> bool:
    return is_value(cell.text, cell.normal)


def _of_all(columns: Sequence[Column], cell: Cell) -> Iterator[tuple[Column, Cell]]:
    """A cell that is one for several columns: none is none in each, a number is their total's."""
    counts = bool(read_figure(cell).value)
    for column in columns:
        if column.key == _TOTAL or not counts:
            yield column, cell


def _by_place(columns: Sequence[Column], values: Sequence[Cell]) -> Iterator[tuple[Column, Cell]]:
    """The cell below each column in a grid whose spans are known."""
    placed = [(column, cell) for column in columns if (cell := _cell_below(column, values))]
    for _, pairs in groupby(placed, key=lambda pair: id(pair[1])):
        below = list(pairs)
        if len({column.key for column, _ in below if column.key}) > 1:
            yield from _of_all([column for column, _ in below], below[0][1])
        else:
            yield from below


def _cell_below(column: Column, values: Sequence[Cell]) -> Cell | None:
    """The cell below a column: of several the first that says something."""
    first, last = column.cell.column, column.cell.column + column.cell.column_span
    below = [
        cell for cell in values if cell.column < last and first < cell.column + cell.column_span
    ]
    return next((cell for cell in below if cell.normal), below[0]) if below else None
