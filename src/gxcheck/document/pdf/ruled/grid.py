"""The grids that ruling lines draw: their rows and columns, and which places form one cell.

A grid is a set of lines that touch. Lines that nearly meet are taken to meet, a border that is
missing is drawn along the ends of the lines that reach it, and a place that no line parts from
the next one forms one cell with it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from gxcheck.document.pdf.shown.page import Box, Page, Stroke

__all__ = ["Grid", "Region", "grids_from", "grids_of", "nearest"]

_SAME = 1.3  # points between strokes that lie on one line
_SAME_EDGE = 4.0  # points between edges that are one
_REACH = 3.5  # points between lines that are taken to meet
_COVERED = 0.5  # share of a side that lines cover where they part two places
_MOST_LINES = 20_000


class Region(Struct, frozen=True):
    """Places of a grid that form one cell: its first row and column, and how many it covers."""

    row: int
    column: int
    row_span: int
    column_span: int


class Grid(Struct):
    """The edges of columns (`across`) and rows (`down`), and its cells in reading order.

    `tiled` tells one of filled rectangles without as much as a ground that shows between them.
    """

    across: list[float]
    down: list[float]
    regions: list[Region]
    tiled: bool = False

    @property
    def box(self) -> Box:
        """Its outline."""
        return Box(self.across[0], self.down[0], self.across[-1], self.down[-1])

    def region_box(self, region: Region) -> Box:
        """The outline of a cell."""
        return Box(
            self.across[region.column],
            self.down[region.row],
            self.across[region.column + region.column_span],
            self.down[region.row + region.row_span],
        )

    def places(self) -> list[list[int]]:
        """For each row and column the index of the region there, -1 where there is none."""
        found = [[-1] * (len(self.across) - 1) for _ in self.down[1:]]
        for index, region in enumerate(self.regions):
            for row in range(region.row, region.row + region.row_span):
                for column in range(region.column, region.column + region.column_span):
                    found[row][column] = index
        return found


def grids_of(page: Page) -> list[Grid]:
    """The grids of a page that have more than one cell, the smallest first.

    A frame around text is no table, nor is a column of boxes.
    """
    return grids_from(page.across, page.down)


def grids_from(across: Sequence[Stroke], down: Sequence[Stroke]) -> list[Grid]:
    """The grids that some lines draw, those with more than one cell, the smallest first."""
    if not across or not down or len(across) + len(down) > _MOST_LINES:
        return []
    grids = [_grid(*lines) for lines in _connected(_merged(across), _merged(down))]
    found = [grid for grid in grids if grid and len(grid.across) > 2 and len(grid.regions) > 1]
    return sorted(found, key=lambda grid: grid.box.area)


def _merged(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Strokes that lie on one line and touch, as one; a dashed line is whole again."""
    lines: list[list[Stroke]] = []
    for stroke in sorted(strokes):
        if lines and stroke.at - lines[-1][-1].at <= _SAME:
            lines[-1].append(stroke)
        else:
            lines.append([stroke])
    return [stroke for line in lines for stroke in _touching(line)]


def _touching(line: Sequence[Stroke]) -> Iterator[Stroke]:
    """The strokes of one line, those that touch as one."""
    at = sum(stroke.at for stroke in line) / len(line)
    first, *others = sorted(line, key=lambda one: one.start)
    start, end = first.start, first.end
    for stroke in others:
        if stroke.start - end > _REACH:
            yield Stroke(at, start, end)
            start, end = stroke.start, stroke.end
        else:
            end = max(end, stroke.end)
    yield Stroke(at, start, end)


def _connected(
    across: Sequence[Stroke], down: Sequence[Stroke]
) -> list[tuple[list[Stroke], list[Stroke]]]:
    """The lines in groups that touch each other."""
    parents = list(range(len(across) + len(down)))

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    levels = [stroke.at for stroke in across]
    for index, line in enumerate(down, len(across)):
        first = bisect_right(levels, line.start - _REACH)
        last = bisect_right(levels, line.end + _REACH)
        for place in range(first, last):
            if across[place].start - _REACH <= line.at <= across[place].end + _REACH:
                parents[root(place)] = root(index)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for index, line in enumerate(across):
        groups.setdefault(root(index), ([], []))[0].append(line)
    for index, line in enumerate(down, len(across)):
        groups.setdefault(root(index), ([], []))[1].append(line)
    return [group for group in groups.values() if len(group[0]) + len(group[1]) > 2]


def _grid(across: list[Stroke], down: list[Stroke]) -> Grid | None:
    if not across or not down:
        return None
    _close(across, down)
    _close(down, across)
    rows, columns = _edges(across), _edges(down)
    if len(rows) < 2 or len(columns) < 2:
        return None
    walls = _Walls(across, down, rows, columns)
    return Grid(columns, rows, list(_regions(walls, len(rows) - 1, len(columns) - 1)))


def _close(borders: list[Stroke], lines: Sequence[Stroke]) -> None:
    """Draw the first and last border where they are missing: two lines end beyond the others."""
    for last in (False, True):
        ends = sorted((line.end if last else -line.start) for line in lines)
        level = ends[-1]
        edge = max(border.at if last else -border.at for border in borders)
        reaching = [line.at for line, end in _with_ends(lines, last) if abs(end - level) <= _REACH]
        if level - edge > 2 * _REACH and len(reaching) > 1:
            at = level if last else -level
            borders.append(Stroke(at, min(reaching), max(reaching)))


def _with_ends(lines: Iterable[Stroke], last: bool) -> list[tuple[Stroke, float]]:
    return [(line, line.end if last else -line.start) for line in lines]


def _edges(lines: Iterable[Stroke]) -> list[float]:
    """Where lines lie, those that nearly coincide as one."""
    groups: list[list[float]] = []
    for at in sorted(line.at for line in lines):
        if groups and at - groups[-1][-1] <= _SAME_EDGE:
            groups[-1].append(at)
        else:
            groups.append([at])
    return [sum(group) / len(group) for group in groups]


def nearest(edges: Sequence[float], at: float) -> int:
    """Which of some ascending edges is the nearest to a place."""
    place = bisect_left(edges, at)
    if place == len(edges) or (place and at - edges[place - 1] <= edges[place] - at):
        return place - 1
    return place


class _Walls:
    """Which neighbouring places a line parts."""

    def __init__(
        self,
        across: Iterable[Stroke],
        down: Iterable[Stroke],
        rows: Sequence[float],
        columns: Sequence[float],
    ) -> None:
        self.above = self._covered(across, rows, columns)
        self.left = self._covered(down, columns, rows)

    @staticmethod
    def _covered(
        lines: Iterable[Stroke], levels: Sequence[float], edges: Sequence[float]
    ) -> list[list[bool]]:
        """For each level, whether lines there cover each stretch between two edges."""
        covered = [[0.0] * (len(edges) - 1) for _ in levels]
        for line in lines:
            level = covered[nearest(levels, line.at)]
            first = max(bisect_right(edges, line.start) - 1, 0)
            for place in range(first, bisect_left(edges, line.end, 0, len(edges) - 1)):
                start, end = edges[place], edges[place + 1]
                level[place] += (min(line.end, end) - max(line.start, start)) / (end - start)
        return [[share >= _COVERED for share in level] for level in covered]


def _regions(walls: _Walls, height: int, width: int) -> Iterable[Region]:
    """The cells, each a rectangle: a shape that is none falls apart into its rows."""
    runs: dict[tuple[int, int], Region] = {}
    for row in range(height):
        found: dict[tuple[int, int], Region] = {}
        for first, last in _runs(walls, row, width):
            above = runs.get((first, last))
            opened = above and not any(walls.above[row][first:last])
            if above and opened:
                found[first, last] = Region(above.row, first, above.row_span + 1, last - first)
            else:
                if above:
                    yield above
                found[first, last] = Region(row, first, 1, last - first)
        yield from (region for place, region in runs.items() if place not in found)
        runs = found
    yield from runs.values()


def _runs(walls: _Walls, row: int, width: int) -> Iterable[tuple[int, int]]:
    """The stretches of a row that no upright line parts."""
    start = 0
    for column in range(1, width + 1):
        if column == width or walls.left[column][row]:
            yield start, column
            start = column
