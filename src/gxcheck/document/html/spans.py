"""Where the cells of a table stand in its grid, as a browser places them.

A span that reaches beyond its group of rows, beyond what any other row reaches, or into a cell
from above is cut there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, islice
from typing import TypeAlias

__all__ = ["ONE", "Placed", "Span", "place_cells", "span_of"]

Span: TypeAlias = tuple[int, int]
"""How many rows and columns a cell covers."""
Placed: TypeAlias = tuple[int, int, int]
"""The column where a cell begins, and how many rows and columns it covers."""

ONE: Span = (1, 1)
_MOST_COLUMNS = 1000  # as in HTML's own standard, like the rows
_MOST_ROWS = 65534
_SPAN = re.compile(r"\s*\+?(\d{1,9})")
_SINGLES: list[Placed] = [(column, 1, 1) for column in range(64)]


def span_of(down: str | None, across: str | None) -> Span:
    """How many rows and columns a cell covers by its attributes; 0 rows are all that follow."""
    if down is None and across is None:
        return ONE
    return _number(down), max(1, min(_number(across), _MOST_COLUMNS))


def _number(value: str | None) -> int:
    found = _SPAN.match(value or "1")
    return int(found[1]) if found else 1


def place_cells(
    rows: Sequence[Sequence[Span]], ends: Sequence[int], most: int
) -> list[list[Placed]] | None:
    """The place of each cell, given by its row and column span; a row span of 0 goes to the end.

    `ends` has for each row the row after its group. None where the grid has over `most` places.
    """
    grid = _Grid(most - sum(map(len, rows)))
    for row, end in zip(rows, ends, strict=True):
        grid.add(row, end)
        if grid.room < 0:
            return None
    placed = _cut(grid.placed)
    return placed if max(map(_end, placed), default=0) * len(placed) <= most else None


class _Grid:
    """The places of cells, row after row; `room` is how many more places spans may cover."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.placed: list[list[Placed]] = []
        self._taken: dict[int, int] = {}  # the row down to which a cell from above covers a column
        self._reach = 0  # the row down to which any of them comes

    def add(self, row: Sequence[Span], end: int) -> None:
        """Place one more row, of a group that ends before the row `end`."""
        plain = row.count(ONE) == len(row)
        self.placed.append(self._singles(len(row)) if plain else list(self._spanning(row, end)))

    def _singles(self, count: int) -> list[Placed]:
        """The places of so many cells that cover one place each."""
        number = len(self.placed)
        if number >= self._reach and count <= len(_SINGLES):
            return [*_SINGLES[:count]]
        return [(column, 1, 1) for column in islice(_free(self._taken, number), count)]

    def _spanning(self, row: Sequence[Span], end: int) -> Iterator[Placed]:
        """The places of cells that may cover several, as far as there is room."""
        number, taken, column = len(self.placed), self._taken, 0
        for down, across in row:
            while taken.get(column, 0) > number:
                column += 1
            width = 1
            while width < across and taken.get(column + width, 0) <= number:
                width += 1
            self.room -= width - 1
            if self.room < 0:
                return
            height = 1 if down == 1 else min(down or _MOST_ROWS, end - number)
            if height > 1:
                taken.update(dict.fromkeys(range(column, column + width), number + height))
                self._reach = max(self._reach, number + height)
            yield column, height, width
            column += width


def _end(places: Sequence[Placed]) -> int:
    """The column behind the last cell of a row."""
    if not places:
        return 0
    column, _, across = places[-1]
    return column + across


def _free(taken: Mapping[int, int], row: int) -> Iterator[int]:
    """The columns that no cell from above covers in a row."""
    return (column for column in count() if taken.get(column, 0) <= row)


def _cut(placed: list[list[Placed]]) -> list[list[Placed]]:
    """The same without the part of a row's last cell that no other row reaches."""
    ends = list(map(_end, placed))
    if len(ends) < 2:
        return placed
    longest, second = sorted(ends)[:-3:-1]
    if longest == second:
        return placed
    places = placed[ends.index(longest)]
    column, down, across = places[-1]
    places[-1] = column, down, max(1, min(across, second - column))
    return placed
