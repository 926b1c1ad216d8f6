"""Ruling lines that a table lacks: what stands in places of its own is a cell of its own.

Writers leave out a line here and there, or draw it so that it does not show. The figures of two
cells must not be read as one number, nor shift those beside them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from gxcheck.document.pdf.ruled.grid import Grid, Region
from gxcheck.document.pdf.shown.lines import Line, lines_of
from gxcheck.document.pdf.shown.page import Glyph
from gxcheck.document.pdf.unruled.pieces import IsMark, is_figure

__all__ = ["Filled", "parted"]

Filled: TypeAlias = "tuple[Region, Sequence[Glyph]]"
_APART = 0.3  # em between the words of two cells
_ASIDE = 0.3  # em by which words in the middle may stand aside
_INSET = 0.8  # em from the left edge of a cell to its words
_LEVEL = 0.3  # em by which figures of one row may differ in height


def parted(grid: Grid, cells: Iterable[Filled], em: float, is_mark: IsMark) -> list[Filled]:
    """The cells with their characters, those parted whose words stand in several places.

    Columns part where nothing reaches over the edge between figures, or between words that are
    in their places on both sides. Rows part where a figure is level with those beside it, or
    where words begin an item; `is_mark` tells that.
    """
    found = [part for cell in cells for part in _by_columns(grid, cell, em)]
    rows = {row for cell in found if _may_hold_figure(cell) for row in _rows(cell[0])}
    levels: dict[int, list[float]] = {}
    for region, glyphs in found:
        if region.row_span == 1 and region.row in rows and _is_figure(glyphs, em):
            levels.setdefault(region.row, []).append(glyphs[-1].base)
    return [
        part
        for cell in found
        for part in (_Rows(grid, cell, levels, em, is_mark).parts() if _is_high(cell) else [cell])
    ]


def _rows(region: Region) -> range:
    return range(region.row, region.row + region.row_span)


def _may_hold_figure(cell: Filled) -> bool:
    """Whether a cell of several rows has figures or marks for none among its words."""
    return _is_high(cell) and any(is_figure(glyph.text) for glyph in cell[1])


def _is_high(cell: Filled) -> bool:
    """Whether a cell reaches over several rows."""
    return cell[0].row_span > 1


def _by_columns(grid: Grid, cell: Filled, em: float) -> Iterable[Filled]:
    """A cell, or the parts of it that no words join over an edge between columns."""
    region, glyphs = cell
    if region.column_span == 1 or len(glyphs) < 2:
        return [cell]
    end = region.column + region.column_span
    clear = [n for n in range(region.column + 1, end) if _is_clear(glyphs, grid.across[n], em)]
    if not clear:
        return [cell]
    parts = [
        (
            Region(region.row, first, region.row_span, last - first),
            [g for g in glyphs if first <= _column(g, grid, region) < last],
        )
        for first, last in pairwise([region.column, *clear, end])
    ]
    return _joined(grid, parts, em) if sum(bool(part[1]) for part in parts) > 1 else [cell]


def _is_clear(glyphs: Sequence[Glyph], edge: float, em: float) -> bool:
    """Whether the words of a cell stop well before an edge between columns, or begin after it."""
    ends = [glyph.right for glyph in glyphs if _middle(glyph) < edge]
    begins = [glyph.left for glyph in glyphs if _middle(glyph) >= edge]
    return not ends or not begins or min(begins) - max(ends) >= _APART * em


def _column(glyph: Glyph, grid: Grid, region: Region) -> int:
    """The column of a cell's where a character stands."""
    first, end = region.column + 1, region.column + region.column_span
    return bisect_right(grid.across, _middle(glyph), first, end) - 1


def _joined(grid: Grid, parts: Iterable[Filled], em: float) -> Iterator[Filled]:
    """The parts of a cell, those that follow each other as one if neither stands alone."""
    opened: Filled | None = None
    for region, glyphs in parts:
        if _is_figure(glyphs, em) or _is_placed(grid, region, glyphs, em):
            if opened:
                yield opened
            opened = None
            yield region, glyphs
        elif opened:
            before, words = opened
            span = before.column_span + region.column_span
            opened = Region(before.row, before.column, before.row_span, span), [*words, *glyphs]
        else:
            opened = region, glyphs
    if opened:
        yield opened


def _is_placed(grid: Grid, region: Region, glyphs: Sequence[Glyph], em: float) -> bool:
    """Whether words of two characters and more stand close in the middle or at the left."""
    if region.column_span > 1 or len(glyphs) < 2:
        return False
    lines = lines_of(glyphs, em)
    if any(b.left - a.right >= _APART * em for line in lines for a, b in pairwise(line.glyphs)):
        return False
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    first, last = grid.across[region.column], grid.across[region.column + 1]
    return left - first < _INSET * em or abs(left + right - first - last) < 2 * _ASIDE * em


class _Rows:
    """The lines of a cell by the rows of the grid where they stand."""

    def __init__(
        self,
        grid: Grid,
        cell: Filled,
        levels: Mapping[int, Sequence[float]],
        em: float,
        is_mark: IsMark,
    ) -> None:
        self.cell, self.levels, self.em, self.is_mark = cell, levels, em, is_mark
        region, glyphs = cell
        self.lines: dict[int, list[Line]] = {}
        for line in lines_of(glyphs, em):
            above = [n for n in _rows(region) if grid.down[n] <= line.base - _LEVEL * em]
            row = max(above, default=region.row)
            self.lines.setdefault(row, []).append(line)

    def parts(self) -> list[Filled]:
        """The cell, or what it parts into: blank rows below a figure are no part of its cell."""
        region, _ = self.cell
        figures = {row for row in self.lines if self._is_level(row)}
        items = {row for row, lines in self.lines.items() if self.is_mark(lines[0].text)}
        if len(self.lines) < 2 or not (figures or len(items) > 1):
            return [self.cell]
        end = region.row + region.row_span
        begins = figures | {row + 1 for row in figures} | items
        edges = [region.row, *sorted(begins.difference((region.row, end))), end]
        return [self._part(first, last) for first, last in pairwise(edges)]

    def _is_level(self, row: int) -> bool:
        """Whether a figure stands in a row, level with others there."""
        (line, *more), levels = self.lines[row], self.levels.get(row, ())
        near = any(abs(line.base - level) < _LEVEL * self.em for level in levels)
        return near and not more and is_figure(line.text)

    def _part(self, first: int, last: int) -> Filled:
        region, _ = self.cell
        lines = [line for row in range(first, last) for line in self.lines.get(row, ())]
        place = Region(first, region.column, last - first, region.column_span)
        return place, [glyph for line in lines for glyph in line.glyphs]


def _is_figure(glyphs: Sequence[Glyph], em: float) -> bool:
    """Whether each line is a number or a mark for none."""
    if not glyphs or not is_figure(glyphs[0].text):
        return False
    return all(is_figure(line.text) for line in lines_of(glyphs, em))


def _middle(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2
