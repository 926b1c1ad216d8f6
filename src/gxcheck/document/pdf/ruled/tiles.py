"""Tables whose cells are filled rectangles, side by side, with gaps between them for lines.

Web pages draw them so: a table that is black all over, and its cells white upon it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gxcheck.document.pdf.ruled.grid import Grid, Region, grids_from, nearest
from gxcheck.document.pdf.shown.page import Box, Page, Stroke

__all__ = ["tiled_grids"]

_LEAST, _MOST = 4, 2_000  # rectangles of a page's tables
_GROUND = 1.05  # times as wide as its grid
_LOW = 7.0  # points, too low for words


def tiled_grids(page: Page, ruled: Sequence[Grid]) -> list[Grid]:
    """The grids of filled rectangles outside the `ruled` ones, each cell of which is filled.

    Where only some cells are, as every other row, the rectangles draw no table.
    """
    tiles = [tile for tile in page.tiles if not any(_stands_in(tile, grid) for grid in ruled)]
    if not _LEAST <= len(tiles) <= _MOST:
        return []
    parted = [tile for grid in grids_from(*_edges(tiles)) for tile in _parted(tiles, grid)]
    cells = set(tiles).difference(parted)
    found = []
    for grid in grids_from(*_edges(cells)):
        grid.tiled = not any(_lies_under(tile, grid) for tile in parted)
        if _is_filled(grid, cells) and (len(grid.down) > 2 or not grid.tiled):
            found.append(grid)
    return found


def _is_filled(grid: Grid, tiles: Iterable[Box]) -> bool:
    """Whether a rectangle fills each cell, save those that are too low for words.

    Such are at the end of a page, where merged cells go on beyond the last row.
    """
    cells = {_region(tile, grid) for tile in tiles}
    boxes = [grid.region_box(region) for region in grid.regions if region not in cells]
    return all(box.bottom - box.top < _LOW for box in boxes)


def _parted(tiles: Iterable[Box], grid: Grid) -> Iterable[Box]:
    """The rectangles in a grid that are no cells: others lie upon them."""
    cells = set(grid.regions)
    for tile in tiles:
        if _stands_in(tile, grid) and _region(tile, grid) not in cells:
            yield tile


def _stands_in(tile: Box, grid: Grid) -> bool:
    return grid.box.holds((tile.left + tile.right) / 2, (tile.top + tile.bottom) / 2)


def _lies_under(tile: Box, grid: Grid) -> bool:
    """Whether a rectangle is the ground of a whole grid, showing between its cells."""
    outline = grid.box
    wide = tile.right - tile.left < _GROUND * (outline.right - outline.left)
    return wide and tile.encloses(outline)


def _edges(tiles: Iterable[Box]) -> tuple[list[Stroke], list[Stroke]]:
    across, down = [], []
    for left, top, right, bottom in tiles:
        across += [Stroke(top, left, right), Stroke(bottom, left, right)]
        down += [Stroke(left, top, bottom), Stroke(right, top, bottom)]
    return across, down


def _region(tile: Box, grid: Grid) -> Region:
    """The places of a grid that a rectangle covers."""
    row, column = nearest(grid.down, tile.top), nearest(grid.across, tile.left)
    height = nearest(grid.down, tile.bottom) - row
    return Region(row, column, height, nearest(grid.across, tile.right) - column)
