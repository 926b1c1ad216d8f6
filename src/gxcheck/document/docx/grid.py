"""The places of a table's cells: where each begins, over how many rows and columns it goes.

Cells count columns of the table's grid. What the file tells of the grid itself (`w:tblGrid`) is not
read, for it need not be true: it may list other columns than the cells count. Columns are numbered
by the edges that cells have, slivers aside that a dragged border leaves between two edges. Where
rows do not agree on the number of columns though they are equally wide, cells were merged by width
alone, and so they are placed by it.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import TypeAlias

from lxml.etree import _Element

from gxcheck.document.docx.drafts import GridCell
from gxcheck.document.docx.rows import RawCell, RawRow

__all__ = ["Placed", "laid_out"]

# The share of a table's width below which nothing can stand: Word leaves 0.38 cm free in a cell,
# of the 17 cm that tables are wide.
_SLIVER = 45

Placed: TypeAlias = tuple[_Element, GridCell]
"""A cell of the file and its place in the grid, still without its lines."""

_Stretch: TypeAlias = tuple[RawCell, int, int]
"""A cell between two edges, which are numbered from the left."""


def laid_out(rows: list[RawRow]) -> list[list[Placed]]:
    """In each row the cells that begin there."""
    lines = _by_width(rows) or _by_span(rows)
    columns = _columns(lines, rows)
    placed: list[list[Placed]] = []
    lowest: dict[int, GridCell] = {}
    for row, line in enumerate(lines):
        here: list[Placed] = []
        for cell, left, right in line:
            first, last = columns[left], columns[right]
            above = lowest.get(first) if cell.goes_on_above else None
            if above and _ends(above) == (row, last):
                above.row_span += 1
            else:
                lowest[first] = GridCell(row, first, 1, last - first or 1)
                here.append((cell.element, lowest[first]))
        placed.append(here)
    return placed


def _ends(cell: GridCell) -> tuple[int, int]:
    """The row and the column that follow on a cell."""
    return cell.row + cell.row_span, cell.column + cell.column_span


def _by_span(rows: list[RawRow]) -> list[list[_Stretch]]:
    """The cells between the columns that they count."""
    return [
        _stretches(row, list(accumulate([cell.span for cell in row.cells], initial=row.before)))
        for row in rows
    ]


def _stretches(row: RawRow, edges: list[int]) -> list[_Stretch]:
    """The cells of a row between its edges; one that goes on the cell to its left widens that."""
    line = list(zip(row.cells, edges, edges[1:], strict=False))
    return _joined(line) if any(cell.goes_on_left for cell in row.cells) else line


def _joined(line: list[_Stretch]) -> list[_Stretch]:
    joined: list[_Stretch] = []
    for cell, first, last in line:
        if cell.goes_on_left and joined:
            left, begin, _ = joined[-1]
            joined[-1] = (left, begin, last)
        else:
            joined.append((cell, first, last))
    return joined


def _by_width(rows: list[RawRow]) -> list[list[_Stretch]] | None:
    """The cells between the edges that their widths make, where only widths can tell them.

    That is where rows count unequally many columns and are equally wide all the same.
    """
    if len({row.before + row.after + sum([cell.span for cell in row.cells]) for row in rows}) < 2:
        return None
    positions = [_positions(row) for row in rows]
    known = [line for line in positions if line]
    if len(known) < len(rows):
        return None
    ends = [line[-1] for line in known]
    sliver = max(ends) // _SLIVER
    if max(ends) - min(ends) > sliver:
        return None
    edges = _edges(known, sliver)
    lines = [_between(row, line, edges) for row, line in zip(rows, known, strict=True)]
    found = [line for line in lines if line is not None]
    return found if len(found) == len(lines) else None


def _edges(positions: list[list[int]], sliver: int) -> list[int]:
    """The edges of all rows from left to right; those but a sliver apart are one."""
    edges: list[int] = []
    for at in sorted({at for line in positions for at in line}):
        if not edges or at - edges[-1] > sliver:
            edges.append(at)
    return edges


def _between(row: RawRow, positions: list[int], edges: list[int]) -> list[_Stretch] | None:
    """The cells of a row between edges; None where one would have no room."""
    places = [bisect_right(edges, at) - 1 for at in positions]
    if any(left >= right for left, right in pairwise(places)):
        return None
    return _stretches(row, places)


def _positions(row: RawRow) -> list[int] | None:
    """Where the edges of a row's cells stand, None where their widths do not tell it."""
    widths = [row.width_before, *(cell.width for cell in row.cells)]
    known = [width for width in widths if width is not None]
    return list(accumulate(known)) if len(known) == len(widths) > 1 else None


def _columns(lines: list[list[_Stretch]], rows: list[RawRow]) -> dict[int, int]:
    """The column that begins at each edge that some cell has, without slivers."""
    between = {(first, last) for line in lines for _, first, last in line}
    edges = sorted({edge for pair in between for edge in pair})
    if all(pair in between for pair in pairwise(edges)):
        return {edge: column for column, edge in enumerate(edges)}
    seen = _seen(rows)
    sliver = max((at for _, at in seen.values()), default=0) // _SLIVER
    columns: dict[int, int] = {}
    column, group = -1, list[int]()
    for edge in edges:
        apart = not group or any((other, edge) in between for other in group)
        if apart or not _within([*group, edge], seen, sliver):
            column += 1
            group = []
        group.append(edge)
        columns[edge] = column
    return columns


def _within(edges: list[int], seen: dict[int, tuple[int, int]], sliver: int) -> bool:
    """Whether edges are nowhere farther from each other than nothing can stand between them."""
    known = [seen[edge] for edge in edges if edge in seen]
    if len(known) < len(edges):
        return False
    return max(last for _, last in known) - min(first for first, _ in known) <= sliver


def _seen(rows: list[RawRow]) -> dict[int, tuple[int, int]]:
    """Where each edge stands by the widths of the cells: at least and at most."""
    seen: dict[int, tuple[int, int]] = {}
    for row in rows:
        edges = accumulate((cell.span for cell in row.cells), initial=row.before)
        for edge, at in zip(edges, _positions(row) or (), strict=False):
            first, last = seen.get(edge, (at, at))
            seen[edge] = (min(first, at), max(last, at))
    return seen
