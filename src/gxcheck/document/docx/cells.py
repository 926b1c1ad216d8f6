"""What a table holds, once its cells have been read: a grid of cells, or but a layout of others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from gxcheck.document.docx.drafts import Draft, Grid, GridCell, Line, Piece

__all__ = ["Held", "grid_of", "is_layout"]

Held: TypeAlias = list[list[tuple[GridCell, Sequence[Draft]]]]
"""In each row the cells that begin there, still without lines, and what was read in them."""

_PROSE = 60  # characters of a text that is no label


def grid_of(held: Held) -> Grid:
    """The cells with the lines in them; a table in a cell gives a line for each of its rows."""
    for row in held:
        for cell, drafts in row:
            lines = [draft for draft in drafts if isinstance(draft, Line)]
            cell.lines = lines if len(lines) == len(drafts) else list(_lines(drafts))
    return Grid([[cell for cell, _ in row] for row in held])


def _lines(drafts: Sequence[Draft]) -> Iterator[Line]:
    for draft in drafts:
        if isinstance(draft, Line):
            yield draft
        else:
            yield from _rows_as_lines(draft)


def _rows_as_lines(table: Grid) -> Iterator[Line]:
    for row in table.rows:
        lines = [line for cell in row for line in cell.lines]
        pieces = [piece for line in lines for piece in (Piece("\t"), *line.pieces)]
        if lines:
            yield Line(lines[0].paragraph, pieces[1:])


def is_layout(held: Held) -> bool:
    """Whether a table only sets out what stands in it: one cell, or others' cells, or prose.

    What stands in one column below each other with nothing beside it is prose where it is long.
    """
    count = sum(map(len, held))
    if count <= 1:
        return True
    drafts = [draft for row in held for _, drafts in row for draft in drafts]
    nested = [len(row) for draft in drafts if isinstance(draft, Grid) for row in draft.rows]
    if sum(nested) >= count:
        return True
    if any(cell.column for row in held for cell, _ in row):
        return False
    return any(len(draft.text) > _PROSE for draft in drafts if isinstance(draft, Line))
