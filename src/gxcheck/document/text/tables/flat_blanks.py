"""Blank cells that empty lines show, in a table that was flattened into a cell a line.

Tools differ: an empty line may stand between all cells or between none, and a blank cell adds one
empty line or as many as any other cell. What is right gives the rows the same number of figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from msgspec import Struct

from gxcheck.document.text.tables.flat_lines import VALUES, FlatLine

__all__ = ["BlankLines", "FlatTable", "blanks_of"]

_EVIDENCE = 2
_FEW = 4  # empty lines that are rather one or two cells than four


class FlatTable(Struct, frozen=True):
    """The lines of a table, and the number of the line that follows them."""

    lines: Sequence[FlatLine]
    after: int

    @property
    def gaps(self) -> list[int]:
        """The empty lines after each line."""
        numbers = [*(line.span.line for line in self.lines), self.after]
        return [max(0, lower - upper - 1) for upper, lower in pairwise(numbers)]


class BlankLines:
    """Whether the empty lines of a text show blank cells: some stand before a figure.

    `usual` is their number there between cells, `widest` the largest; 0 where they show none.
    """

    def __init__(self, flat: Sequence[FlatLine]) -> None:
        self._flat = flat
        gaps = [
            below.span.line - line.span.line - 1
            for line, below in pairwise(flat)
            if below.kind in VALUES and line.kind != "prose"
        ]
        self.usual = Counter(gaps).most_common(1)[0][0] if gaps else 0
        more = [gap for gap in gaps if gap > self.usual]
        self.widest = max(more) if len(more) >= _EVIDENCE else 0

    def labels(self, start: int, end: int) -> Iterator[int]:
        """The places of the labels before `end` that only blank cells follow."""
        if not self.widest:
            return
        for place in range(start, end):
            line, below = self._flat[place : place + 2]
            gap = below.span.line - line.span.line - 1
            if line.kind == below.kind == "label" and gap > self.usual:
                yield place


def blanks_of(tables: Sequence[FlatTable]) -> list[list[int]]:
    """For each table of a text the number of blank cells after each of its lines."""
    gaps = [table.gaps for table in tables]
    counted = Counter(gap for one in gaps for gap in one[:-1])
    usual = counted.most_common(1)[0][0] if counted else 0
    if len(counted) == 1:
        return [[0] * len(one) for one in gaps]
    more = [[max(0, gap - usual) for gap in one] for one in gaps]
    extra = _without_separators(tables, more, usual + 1)
    readings = [extra]
    if usual and all(gap % (usual + 1) == 0 for one in extra for gap in one[:-1]):
        fewer = [[-(-gap // (usual + 1)) for gap in one] for one in extra]
        few = max(gap for one in extra for gap in one[:-1]) <= _FEW
        readings.insert(not few, fewer)
    return min(readings, key=partial(_lengths, tables))


def _without_separators(
    tables: Sequence[FlatTable], extra: list[list[int]], cell: int
) -> list[list[int]]:
    """The empty lines beyond the usual ones, without those that stand after every row.

    A blank one has `cell` lines, which tells such ones before a row that begins with a blank.
    """
    between = min(
        (
            gap
            for table, gaps in zip(tables, extra, strict=True)
            for (line, below), gap in zip(pairwise(table.lines), gaps, strict=False)
            if line.kind in VALUES and below.kind == "label"
        ),
        default=0,
    )
    if not between:
        return extra

    def own(gap: int, below: FlatLine | None) -> int:
        ends_row = below is None or below.kind == "label"
        odd = gap >= between and gap % cell and (gap - between) % cell == 0
        return max(0, gap - between) if ends_row or odd else gap

    return [
        [own(gap, below) for gap, below in zip(gaps, [*table.lines[1:], None], strict=True)]
        for table, gaps in zip(tables, extra, strict=True)
    ]


def _lengths(tables: Sequence[FlatTable], blanks: Sequence[Sequence[int]]) -> int:
    """How many different numbers of figures the rows of the tables have."""
    count = 0
    for table, after in zip(tables, blanks, strict=True):
        lengths = [0]
        for line, more in zip(table.lines, after, strict=True):
            if line.kind == "label":
                lengths.append(more)
            else:
                lengths[-1] += len(line.cells) + more
        count += len(set(lengths))
    return count
